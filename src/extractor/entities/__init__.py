"""Mentions to entities: people, countries, organizations, dates, places. No spaCy."""

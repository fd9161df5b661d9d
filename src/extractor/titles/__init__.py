"""Offices and styles, and whose they are: before a name, after it, in lists, by a verb. No spaCy."""

"""spaCy as we load it: a trained pipeline and the user's patterns, and what they find in texts of any length."""

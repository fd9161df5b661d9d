"""The letters that the words of a name begin with, which its acronym is made of."""

from __future__ import annotations

import re

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "to", "des", "du", "la"})


def initials(name: str) -> str | None:
    """The letters that the words of a name begin with, without its small words; None for one word."""
    tokens = [t for t in re.split(r"[\s-]+", name.replace("’", "'")) if t]
    said = [t[0] for t in tokens if t.lower() not in SMALL_WORDS and t[0].isalpha()]
    return "".join(said).upper() if len(said) > 1 else None


def letters(name: str) -> str:
    """The letters that all words of a name begin with, as they stand there: BoG of the Bank of Ghana."""
    return "".join(t[0] for t in re.split(r"[\s-]+", name) if t)

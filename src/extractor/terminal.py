"""What may be written to a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """Without control characters: an escape sequence that somebody pasted must not reach the terminal."""
    return text if text.isprintable() else "".join(c if c in "\n\t" or c.isprintable() else "�" if ord(c) < 160 else c for c in text)

"""Words and digits of time to values: months, years, numbers, lengths, and the modifiers before them."""

from __future__ import annotations

import re

from extractor import resources

MONTHS = {m[:3]: n for n, m in enumerate(resources.toml("words")["months"].split(), 1)}

_UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
}

_SMALL = resources.toml("words")["small_numbers"].split()

_TENS = resources.toml("words")["tens"].split()

_MODS = (
    (re.compile(r"(?i)\b(?:more than|over|in excess of|well over|just over)\b"), "MORE_THAN"),
    (re.compile(r"(?i)\b(?:less than|fewer than|under|nearly|almost|close to|just under)\b"), "LESS_THAN"),
    (re.compile(r"(?i)\b(?:at least|no less than|not less than|as many as|a minimum of)\b"), "EQUAL_OR_MORE"),
    (re.compile(r"(?i)\b(?:up to|no more than|as little as|a maximum of|at most)\b"), "EQUAL_OR_LESS"),
    (re.compile(r"(?i)\b(?:about|around|approximately|roughly|some|an estimated)\b"), "APPROX"),
    (re.compile(r"(?i)\b(?:early|earlier|beginning|start)\b"), "START"),
    (re.compile(r"(?i)\b(?:mid|middle)\b"), "MID"),
    (re.compile(r"(?i)\b(?:late|later|end|year|month)\b"), "END"),
)


def mod_of(text: str | None) -> str | None:
    """TIMEX3 mod of the words before an expression."""
    return next((mod for pattern, mod in _MODS if text and pattern.search(text)), None)


def month_number(name: str) -> int:
    """1 to 12 of a month name or abbreviation."""
    return MONTHS[name[:3].lower()]


def full_year(text: str) -> int:
    """Four digits of a year written with two (50 and up are the last century)."""
    n = int(text.lstrip("'’"))
    return n if n > 99 else n + (1900 if n >= 50 else 2000)


def number(text: str) -> float | None:
    """A number in digits or words; None when it is fuzzy ("a few")."""
    t = text.lower().replace(",", "")
    if t in ("a", "an", "an entire", "a full", "a whole"):
        return 1
    if t.startswith(("half", "a half")):
        return 0.5
    if t in ("a couple of", "a couple", "couple of"):
        return 2
    if t in ("one and a half", "two and a half"):
        return 1.5 if t[0] == "o" else 2.5
    if t.endswith((" 1/2", "-1/2")):
        return float(t[:-4]) + 0.5
    if t[0].isdigit():
        return float(t)
    total = 0
    for w in re.split(r"[- ]", t):
        if w in _SMALL:
            total += _SMALL.index(w)
        elif w in _TENS:
            total += _TENS.index(w) * 10
        elif w in ("a", "and"):
            continue  # a hundred and ten
        elif w in ("hundred", "thousand"):
            total = max(total, 1) * (100 if w == "hundred" else 1000)
        else:
            return None
    return total


def length(count: float | None, unit: str) -> str:
    """TIMEX3 duration value: PT for times, X for a fuzzy count."""
    unit = unit.lower()
    if unit == "fortnight":
        return f"P{_count(count * 2 if count else None)}W"
    if unit.startswith("centur"):
        return "P50Y" if count == 0.5 else f"P{_count(count)}C"
    if count == 0.5:
        halves = {"hour": "PT30M", "year": "P6M", "day": "PT12H", "decade": "P5Y", "minute": "PT30S"}
        return halves.get(unit, f"P0.5{_UNITS[unit]}")
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{_count(count)}{_UNITS[unit]}"


def _count(n: float | None) -> str:
    return "X" if n is None else f"{n:g}" if n < 1e6 else str(int(n))

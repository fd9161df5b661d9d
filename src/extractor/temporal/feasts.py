"""Feasts and named days to dates, from data/feasts.tsv."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from extractor.resources import table
from extractor.temporal import calendar as cal


@cache
def _rows() -> dict[str, tuple[str, tuple[int, ...]]]:
    return {r["name"]: (r["rule"], tuple(int(n) for n in r["numbers"].split())) for r in table("feasts")}


def is_fixed(name: str) -> bool:
    """The feast is on the same day of every year."""
    return _rows().get(_plain(name), ("", ()))[0] == "fixed"


def feast_date(name: str, year: int) -> date | None:
    """The day of a feast in a year; None when the name isn't listed or the year is outside the calendar.

    Rules: fixed (month, day); easter (days after Easter Sunday); nth (month, weekday from Monday 0, n or -1, days after it).
    """
    rule, numbers = _rows().get(_plain(name), ("", ()))
    try:
        if rule == "fixed":
            return date(year, *numbers)
        if rule == "easter":
            return cal.easter(year) + timedelta(numbers[0])
        if rule == "nth":
            month, weekday, n, after = numbers
            day = cal.nth_weekday(year, month, weekday, n)
            return day + timedelta(after) if day else None
    except (ValueError, OverflowError):
        return None
    return None


def _plain(name: str) -> str:
    return name.lower().replace("’", "'").replace(".", "").replace("presidents'", "presidents").replace("saints'", "saints").replace("king jr ", "king ")

"""Feasts and named days to dates, from data/feasts.tsv and, where they follow the moon, data/movable.tsv."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from extractor.resources import any_of, cells, table
from extractor.temporal import calendar as cal


@cache
def _rows() -> dict[str, tuple[str, tuple[int, ...]]]:
    return {_plain(r["name"]): (r["rule"], tuple(int(n) for n in r["numbers"].split())) for r in table("feasts")}


@cache
def _movable() -> dict[str, tuple[bool, dict[int, list[tuple[date, date]]]]]:
    """Name to whether a sighting of the moon can shift it by a day, and its first and last days by the year of the first."""
    out: dict[str, tuple[bool, dict[int, list[tuple[date, date]]]]] = {}
    for r in table("movable"):
        by_year: dict[int, list[tuple[date, date]]] = {}
        for days in r["days"].split():
            first, _, last = days.partition("/")
            by_year.setdefault(int(days[:4]), []).append((date.fromisoformat(first), date.fromisoformat(last or first)))
        out |= {name: (bool(r["moon"]), by_year) for name in cells(r["names"])}
    return out


def is_fixed(name: str) -> bool:
    """The feast is on the same day of every year."""
    return _rows().get(_plain(name), ("", ()))[0] == "fixed"


def is_sighted(name: str) -> bool:
    """The feast begins when the moon is seen: a day earlier or later in places."""
    return _movable().get(_plain(name), (False, {}))[0]


def feast_days(name: str, year: int) -> list[tuple[date, date]]:
    """First and last day of a feast, for each time that it begins in a year; none when the name isn't listed or the year is outside its calendar.

    Rules: fixed (month, day); easter (days after Easter Sunday); nth (month, weekday from Monday 0, n or -1, days after it).
    """
    day = _by_rule(name, year)
    return [(day, day)] if day else _movable().get(_plain(name), (False, {}))[1].get(year, [])


def _by_rule(name: str, year: int) -> date | None:
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


def in_text() -> str:
    """A regular expression of the listed names as they are written: "St. Patrick’s Day", "Martin Luther King Jr. Day"."""
    forms = [form.replace("King", king) for form in _written() for king in (("King", "King Jr", "King Jr.") if "King" in form else ("King",))]
    return any_of(form.replace("'", mark) for form in forms for mark in (("'", "’", "") if "'" in form else ("'",)))


def beginnings() -> set[str]:
    """The first words of the listed names, in small letters, up to an apostrophe or a stop."""
    return {re.split(r"['. ]", form)[0].lower() for form in _written()}


def _written() -> list[str]:
    """The listed names, those of saints in three spellings."""
    names = [r["name"] for r in table("feasts")]
    return [saint + name.removeprefix("St ") for name in names for saint in (("St ", "St. ", "Saint ") if name.startswith("St ") else ("",))]


def _plain(name: str) -> str:
    said = name.lower().translate(_UNMARKED).replace("saint ", "st ").replace("king jr ", "king ")
    return said.replace("eid-al", "eid al").replace("eid-ul", "eid ul").replace(" al ", " al-").replace(" ul ", " ul-")


_UNMARKED = str.maketrans("", "", "'’.")

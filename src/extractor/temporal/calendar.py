"""Month arithmetic, ISO weeks, quarters, seasons, feasts; bounds and EDTF of a TIMEX3 value."""

from __future__ import annotations

import re
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_EDTF_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def month_days(year: int, month: int) -> int:
    """Days of a month of the proleptic Gregorian calendar."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return (following - timedelta(1)).day if following else 31


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """(year, month) moved by a number of months."""
    n = year * 12 + month - 1 + by
    return n // 12, n % 12 + 1


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, by: int) -> date | None:
    """The day `by` days on, or None outside years 1 to 9999."""
    try:
        return day + timedelta(by)
    except OverflowError:
        return None


def iso_week(day: date) -> str:
    """2023-W06 of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Gregorian Easter Sunday (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The nth (1…5; -1 the last) weekday (0 Monday) of a month."""
    if n < 0:
        last = date(year, month, month_days(year, month))
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))
    return day if day.month == month else None


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_YEARS = re.compile(r"\d{2,4}\Z")


def bounds(value: str) -> tuple[date, date] | None:
    """Inclusive first and last day of a TIMEX3 value; None when it is open, a length or a set."""
    if "/" in value and not value.startswith("P"):
        first, _, last = value.partition("/")
        a, b = bounds(first), bounds(last)
        return (a[0], b[1]) if a and b and a[0] <= b[1] else None
    try:
        if m := _DAY.match(value):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return day, day
        if m := _MONTH.match(value):
            year, month = int(m[1]), int(m[2])
            return date(year, month, 1), date(year, month, month_days(year, month))
        if m := _WEEK.match(value):
            monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return (monday + timedelta(5 if m[3] else 0)), monday + timedelta(6)
        if m := _PART.match(value):
            return _part_bounds(int(m[1]), m[2])
        if _YEARS.match(value):
            width = 10 ** (4 - len(value))
            first_year = int(value) * width
            return date(max(first_year, 1), 1, 1), date(first_year + width - 1, 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def _part_bounds(year: int, part: str) -> tuple[date, date]:
    if part in SEASONS:
        first, last = SEASONS[part]
        end = year + (last < first)
    else:
        size = 3 if part[0] == "Q" else 6
        last = int(part[1]) * size
        first, end = last - size + 1, year
    return date(year, first, 1), date(end, last, month_days(end, last))


def edtf(value: str, mod: str | None = None) -> str | None:
    """EDTF (ISO 8601-2, level 1) of a TIMEX3 value, where it can say it."""
    about = "~" if mod == "APPROX" else ""
    if "/" in value and not value.startswith("P"):
        first, _, last = value.partition("/")
        a, b = edtf(first), edtf(last)
        return f"{a}/{b}" if a and b else None
    if (m := _PART.match(value)) and m[2] in _EDTF_SEASON:
        return f"{m[1]}-{_EDTF_SEASON[m[2]]}{about}"
    if _YEARS.match(value):
        return value + "X" * (4 - len(value)) + about
    if "W" in value or _PART.match(value):
        days = bounds(value)
        return f"{days[0]}/{days[1]}" if days else None
    if m := _DAY.match(value):
        return value[:10] + about if safe_date(int(m[1]), int(m[2]), int(m[3])) else None
    return value + about if _MONTH.match(value) else None


def unit_value(day: date | None, unit: str, shift: int) -> str:
    """The week, month… `shift` units from the one that holds `day`; X digits without a day."""
    unit = "century" if unit == "centurie" else unit
    if day is None:
        blank = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "decade": "XXX", "century": "XX", "year": "XXXX"}
        return blank.get(unit, "XXXX-XX-XX")
    try:
        if unit == "week":
            return iso_week(day + timedelta(7 * shift))
        if unit == "fortnight":
            return iso_week(day + timedelta(14 * shift))
        if unit == "weekend":
            return iso_week(day + timedelta(7 * shift)) + "-WE"
        if unit == "month":
            y, m = shift_month(day.year, day.month, shift)
            return f"{y:04d}-{m:02d}"
        if unit == "quarter":
            y, m = shift_month(day.year, day.month, 3 * shift)
            return f"{y:04d}-Q{(m + 2) // 3}"
        if unit == "year":
            return f"{day.year + shift:04d}"
        if unit == "decade":
            return f"{day.year // 10 + shift:03d}"
        if unit == "century":
            return f"{day.year // 100 + shift:02d}"
        if unit in ("hour", "minute", "second"):
            return str(day)
        return str(day + timedelta(shift))
    except OverflowError:
        return "XXXX"

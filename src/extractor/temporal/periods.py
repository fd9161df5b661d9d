"""The quarter, half or month over which an article compares figures: what "a year earlier", "the latest period" and "the quarter" mean in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from extractor.temporal import calendar as cal
from extractor.temporal.context import Resolved
from extractor.temporal.expr import Calendar, Expr, Fixed, Offset, Part, UnitShift

_REACH = 1200  # characters over which a quarter is compared
_MONTH_REACH = 120  # and over which a month is
_PART = re.compile(r"(\d{4})(-[QH]\d)")
_MONTHS = re.compile(r"P(?:6|9|12)M")


@dataclass(frozen=True, slots=True)
class Compared:
    """What was last spoken of, each with its place in the text: a quarter, the quarter or half that has figures, a month."""

    quarter: str | None = None
    quarter_at: int = 0
    part: str | None = None
    part_at: int = 0
    month: str | None = None
    month_at: int = 0


def noted(seen: Compared, expr: Expr, r: Resolved, start: int, end: int, anchor: date | None) -> Compared:
    """What is compared after an expression at text[start:end] that has been resolved. What is still to come has no figures."""
    if isinstance(expr, Offset):
        return seen
    if part := _PART.fullmatch(r.value):
        quarter = r.value if part[2][1] == "Q" else None
        compared_with = period_near(seen, start, "quarter") == f"{int(part[1]) + 1}{part[2]}"  # the year-ago third quarter
        if compared_with or not _has_begun(r.value, anchor):
            return replace(seen, quarter=quarter, quarter_at=start, month=None)
        return Compared(quarter, start, r.value, start)
    if isinstance(expr, Part):
        return Compared()
    if isinstance(expr, Calendar) and expr.month and not expr.day:
        return replace(seen, month=r.value if r.value[0] != "X" and _has_begun(r.value, anchor) else None, month_at=end)
    if isinstance(expr, UnitShift) and expr.unit != "week":
        return replace(seen, month=None)
    if isinstance(expr, Fixed) and _MONTHS.fullmatch(r.value):
        return replace(seen, part=None)  # a year before nine months are other nine months
    return seen


def _has_begun(value: str, anchor: date | None) -> bool:
    days = cal.bounds(value)
    return anchor is None or (days is not None and days[0] <= anchor)


def quarter_near(seen: Compared, start: int) -> str | None:
    """The quarter that "the quarter" is at a place in the text."""
    return seen.quarter if start - seen.quarter_at < _REACH else None


def period_near(seen: Compared, start: int, said: str) -> str | None:
    """The quarter, half or month that a period is compared with at a place in the text."""
    if seen.month and start - seen.month_at < _MONTH_REACH and "quarter" not in said:
        return seen.month  # sales in May fell from a year earlier
    if "month" in said:
        return None
    return seen.part if start - seen.part_at < _REACH else None

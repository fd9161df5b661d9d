"""What an expression is resolved against, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against. `spoken` are the first days of the dates last spoken of, by their length in days and
    oldest first, `direction` a call that reads the tense."""

    anchor: date | None
    spoken: dict[int, date]
    quarter: str | None
    direction: Callable[[], str | None]
    day_first: bool | None = None
    beside: date | None = None  # the day spoken of in the same sentence
    clocked: date | None = None  # the day of the last time of day that was said with its date
    period: str | None = None  # the quarter, half or month that the figures around are of


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type, value and mod, and what it was resolved against; `problem` says why there is no value."""

    type: str
    value: str
    mod: str | None = None
    anchor: str | None = None
    problem: str | None = None
    candidates: tuple[str, ...] = ()


def against(c: Context) -> str | None:
    """The name of the publication date as an anchor."""
    return f"publication {c.anchor}" if c.anchor else None


_LENGTH = {"week": 7, "weekend": 7, "fortnight": 14, "month": 31, "quarter": 92, "year": 366, "decade": 3653}


def last_spoken(c: Context, unit: str) -> tuple[date, int] | None:
    """First day and length in days of the time last spoken of that says which `unit` was meant: "that month" is none of "2014"."""
    limit = _LENGTH.get(unit, 1)
    return next(((c.spoken[n], n) for n in reversed(c.spoken) if n <= limit), None)


def reference(c: Context, unit: str) -> date | None:
    """The first day of what was last spoken of, see `last_spoken`."""
    found = last_spoken(c, unit)
    return found[0] if found else None


def told(c: Context, unit: str) -> tuple[date | None, str | None]:
    """What "that day" or "a month later" is counted from, and its name: the date last spoken of, else the publication date.

    Neither when the text has only spoken of longer times: "In 2014 … a month later".
    """
    base = reference(c, unit)
    if base is None and c.spoken:
        return None, None
    if base is not None:
        days, latest = next(reversed(c.spoken.items()))
        if _LENGTH.get(unit, 1) < days <= _LENGTH["month"] and not 0 <= (base - latest).days < days:
            return None, None  # "the bill passed in July; six days later" counts from no day of another month
    return base or c.anchor, f"reference {base}" if base else against(c)

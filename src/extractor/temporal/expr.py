"""What was said, before it is resolved. Every expression is frozen and knows nothing of an anchor."""

from __future__ import annotations

from dataclasses import dataclass

Shift = int | None
"""-1 last, -2 the one before, 0 this, 1 next, None not said."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date of any precision; missing parts are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    shift: Shift = None
    shift_year: Shift = None
    mod: str | None = None
    told: bool = False  # "May that year": counted from the date last spoken of
    weekday: int | None = None  # 0 Monday: "Monday, Dec. 14" is of a year in which that was a Monday
    week: str = ""  # "week", "weekend": the one that holds the day


@dataclass(frozen=True, slots=True)
class MonthDay:
    """The 25th: a day of a month that is said elsewhere, or not at all."""

    day: int
    shift: Shift = None  # of the month: "the 15th of next month"
    told: bool = False  # "the 15th of that month"
    weekday: int | None = None  # 0 Monday: "Saturday the 25th" is of a month in which that was a Saturday
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """12/03/2023 before its order is known; `dotted` forms are day first, a weekday (0 Monday) tells."""

    first: int
    second: int
    year: int
    dotted: bool
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor."""

    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    day: int  # 0 Monday
    shift: Shift = None
    week: Shift = None
    part: str | None = None
    clock: str | None = None
    mod: str | None = None
    told: bool = False  # "the following Monday": counted from the date last spoken of
    weeks: int = 0  # after the next one: "a week on Saturday"


@dataclass(frozen=True, slots=True)
class DayShift:
    days: int
    part: str | None = None
    clock: str | None = None
    mod: str | None = None
    soft: bool = False  # "overnight": the night before, or the one to come; tense decides


@dataclass(frozen=True, slots=True)
class UnitShift:
    unit: str
    shift: int
    mod: str | None = None
    soft: bool = False  # "over the weekend": tense decides


@dataclass(frozen=True, slots=True)
class Referred:
    """The next day, that year: counted from the date last spoken of."""

    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Offset:
    """Three days ago (anchor "now"), two years later (anchor "then")."""

    count: float
    unit: str
    sign: int
    anchor: str
    mod: str | None = None
    year: int | None = None  # "the same quarter of 2007"
    at: str = ""  # the day, week or month that is so far off: "a year ago this week"
    at_shift: int = 0  # "three years ago next month"


@dataclass(frozen=True, slots=True)
class Part:
    """A quarter, half or season."""

    code: str  # Q1…Q4, H1, H2, SP, SU, FA, WI
    year: int | None = None
    shift: Shift = None  # of the part itself
    shift_year: Shift = None
    mod: str | None = None
    told: bool = False  # "that autumn": of the year last spoken of


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth weekday or week of a month; n -1 is the last."""

    n: int
    weekday: int | None
    month: int | None
    year: int | None
    shift: Shift = None


@dataclass(frozen=True, slots=True)
class Feast:
    name: str
    year: int | None
    shift: Shift = None
    unit: str = ""  # "the day after Christmas": the day, week or month that is so many from it
    by: int = 0
    weekday: int | None = None  # "the Sunday after Easter": 6


@dataclass(frozen=True, slots=True)
class Impossible:
    """Looks like a date and can't be one."""


Expr = Calendar | MonthDay | Numeric | Fixed | Weekday | DayShift | UnitShift | Referred | Offset | Part | Nth | Feast | Impossible

"""(Expression, anchor, direction) to a TIMEX3 value: one small function for each kind of expression.

Without an anchor nothing is guessed: what is not said stays X.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeGuard

from extractor.temporal import calendar as cal
from extractor.temporal.context import Context, Resolved, against, last_spoken, told
from extractor.temporal.expr import Calendar, DayShift, Expr, Feast, Fixed, Impossible, MonthDay, Nth, Numeric, Offset, Part, Referred, UnitShift, Weekday
from extractor.temporal.feasts import feast_days, is_fixed, is_sighted
from extractor.temporal.relative import day_shift, month_day, offset, referred, unit_shift, weekday


def resolve(expr: Expr, context: Context) -> Resolved:
    """Resolve an expression; never raises for one that the grammar can build."""
    return _RESOLVERS[type(expr)](expr, context)


def without_year(expr: Expr) -> TypeGuard[Calendar]:
    """A day or month of no year that is said."""
    return isinstance(expr, Calendar) and expr.month is not None and expr.year is None and expr.shift is None and expr.shift_year is None


def part_without_year(expr: Expr) -> TypeGuard[Part]:
    """A quarter, half or season of no year that is said."""
    return isinstance(expr, Part) and expr.year is expr.shift is expr.shift_year is None


def _fixed(e: Fixed, c: Context) -> Resolved:
    return Resolved(e.type, e.value, e.mod)


def _impossible(e: Impossible, c: Context) -> Resolved:
    return Resolved("DATE", "", problem="impossible-date")


def _calendar(e: Calendar, c: Context) -> Resolved:
    year, anchor = e.year, None
    if year is None and e.month is not None:
        year = _year_of_weekday(e, _year_of(e, c))
        anchor = against(c) if year is not None else None
    y = f"{year:04d}" if year is not None else "XXXX"
    if e.month is None:
        return Resolved("DATE", y, e.mod)
    if e.day is None:
        return Resolved("DATE", f"{y}-{e.month:02d}", e.mod, anchor)
    if e.day > (cal.month_days(year, e.month) if year else 29 if e.month == 2 else cal.month_days(2001, e.month)):
        return Resolved("DATE", "", problem="impossible-date")
    if e.week:
        return Resolved("DATE", cal.unit_value(date(year, e.month, e.day) if year else None, e.week, 0), e.mod, anchor)
    value = f"{y}-{e.month:02d}-{e.day:02d}"
    return Resolved("TIME" if e.clock else "DATE", value + (e.clock or ""), e.mod, anchor)


def _year_of_weekday(e: Calendar, year: int | None) -> int | None:
    """The year, or one beside it in which the day falls on the weekday that is said with it, or at a weekend."""
    weekdays = {e.weekday} if e.weekday is not None else {4, 5, 6} if e.week == "weekend" else set()
    if year is None or not weekdays or e.shift_year is not None or e.month is None or e.day is None:
        return year
    for near in (year, year - 1, year + 1):
        day = cal.safe_date(near, e.month, e.day)
        if day and day.weekday() in weekdays:
            return near
    return year


def _year_of(e: Calendar, c: Context) -> int | None:
    if e.month is None:
        return None
    now, spoken = c.anchor, last_spoken(c, "year") if e.told else None
    if e.shift_year is not None:
        base = spoken[0] if spoken else now
        return base.year + e.shift_year if base else None
    if spoken and e.day is None:
        first, days = spoken
        now = first + timedelta(days - 1) if e.shift == 1 else first  # in 2019; the following June
    if now is None:
        return None
    if e.shift is not None and e.day is not None:
        past = (e.month, e.day) < (now.month, now.day)
        return now.year - (not past) if e.shift < 0 else now.year + past
    if e.shift is not None:
        if e.shift == 0:
            return now.year
        return now.year - (e.month >= now.month) if e.shift < 0 else now.year + (e.month <= now.month)
    ahead = c.direction()
    if (e.month, e.day) == (2, 29):
        step = 1 if ahead == "future" else -1
        year = now.year
        while cal.safe_date(year, 2, 29) is None or (date(year, 2, 29) > now) is (step < 0):
            year += step
            if not 1 < year < 9990:
                return None
        return year
    if ahead == "since":
        return now.year - ((e.month, e.day or 1) > (now.month, now.day))
    if e.day is None:
        if ahead == "future":
            return now.year + (e.month < now.month)
        if ahead is None and e.mod and e.month == now.month + 1:
            return now.year  # in May, the end of June
        return now.year - (e.month > now.month + (ahead == "past"))  # what was eleven months back is last November, in so many words
    this = cal.safe_date(now.year, e.month, e.day)
    if this is None:
        return now.year
    if ahead == "future":
        return now.year + (this < now - timedelta(1) and (now - this).days > 45)
    # no verb to go by: the nearer one; eleven months back is said with its year, a few weeks ahead may follow any verb ("of record Nov. 16")
    if ahead == "past":
        spoken = last_spoken(c, "year")
        if spoken and spoken[0].year < now.year and this > now:
            return spoken[0].year  # in 2022, eight months in office: on 30 September they forced him out
        return now.year - ((this - now).days > 60)
    return now.year - ((this - now).days > 183) + ((now - this).days > 183)


def _numeric(e: Numeric, c: Context) -> Resolved:
    dmy, mdy = cal.safe_date(e.year, e.second, e.first), cal.safe_date(e.year, e.first, e.second)
    if e.dotted:
        mdy = None if dmy else mdy
    if dmy is None and mdy is None:
        return Resolved("DATE", "", problem="impossible-date")
    if dmy is None or mdy is None or dmy == mdy:
        return Resolved("DATE", str(dmy or mdy))
    if e.weekday is not None and (dmy.weekday() == e.weekday) != (mdy.weekday() == e.weekday):
        return Resolved("DATE", str(dmy if dmy.weekday() == e.weekday else mdy))
    if c.day_first is not None:
        return Resolved("DATE", str(dmy if c.day_first else mdy), anchor="day-month order of the article")
    if c.anchor is not None:
        if c.anchor in (dmy, mdy):
            return Resolved("DATE", str(c.anchor), anchor=against(c))  # the stamp of an article that is dated elsewhere, too
        past = [d for d in (dmy, mdy) if d <= c.anchor]
        if len(past) == 1 and c.direction() != "future" and abs((max(dmy, mdy) - c.anchor).days) < 366:
            return Resolved("DATE", str(past[0]), anchor=against(c))
    return Resolved("DATE", "", problem="day-month-order", candidates=(str(dmy), str(mdy)))


_QUARTER_STARTS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _part(e: Part, c: Context) -> Resolved:
    if e.year is not None:
        return Resolved("DATE", f"{e.year:04d}-{e.code}", e.mod)
    first = _QUARTER_STARTS[e.code]
    if e.told:
        return _part_told(e, c, first)
    if c.anchor is None:
        return Resolved("DATE", f"XXXX-{e.code}", e.mod)
    now = c.anchor
    if e.shift_year is not None:
        year = now.year + e.shift_year
    elif e.shift == 0:
        year = now.year - (e.code == "WI" and now.month <= 2)
    elif e.shift in (-1, -2):
        year = now.year - (first > now.month - 3) + e.shift + 1  # the last one that has ended, or the one before that
        if e.code == "WI":
            year = now.year + e.shift - (now.month <= 2)
    elif e.shift == 1:
        year = now.year + (first <= now.month)
    elif c.direction() == "future":
        year = now.year + (first + 5 < now.month)
    else:
        year = now.year - (first > now.month)
    return Resolved("DATE", f"{year:04d}-{e.code}", e.mod, against(c))


def _part_told(e: Part, c: Context, first: int) -> Resolved:
    """That autumn, the following spring: counted from the date last spoken of."""
    base, anchor = told(c, "year")
    if base is None or (c.anchor and base > c.anchor and c.direction() == "past"):
        return Resolved("DATE", f"XXXX-{e.code}", e.mod)
    year = base.year + (e.shift == 1 and first <= base.month) - (e.shift == -1 and first >= base.month)
    return Resolved("DATE", f"{year:04d}-{e.code}", e.mod, anchor)


def _nth(e: Nth, c: Context) -> Resolved:
    if e.month is not None:
        year = e.year if e.year is not None else _year_of(Calendar(month=e.month), c)
        month, anchor = e.month, None if e.year is not None else against(c)
    else:
        base = c.anchor
        if base is None:
            return Resolved("DATE", "XXXX-XX-XX")
        year, month = cal.shift_month(base.year, base.month, e.shift or 0)
        anchor = against(c)
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}")
    if e.weekday is not None:
        day = cal.nth_weekday(year, month, e.weekday, e.n)
        return Resolved("DATE", str(day), None, anchor) if day else Resolved("DATE", "", problem="impossible-date")
    first = date(year, month, 1 + 7 * (e.n - 1)) if e.n > 0 else date(year, month, cal.month_days(year, month))
    return Resolved("DATE", cal.iso_week(first), None, anchor)


def _feast(e: Feast, c: Context) -> Resolved:
    if e.year is None and c.anchor is None:
        fixed = feast_days(e.name, 2001)[0][0] if is_fixed(e.name) and e.unit in ("", "day") else None
        fixed = fixed + timedelta(e.by) if fixed else None
        if e.unit and not fixed:
            return Resolved("DATE", f"XXXX-WXX-{e.weekday + 1}" if e.weekday is not None else cal.unit_value(None, e.unit, 0))
        return Resolved("DATE", f"XXXX-{fixed.month:02d}-{fixed.day:02d}" if fixed else "XXXX-XX-XX")
    days = _feast_meant(e, c)
    if days is None:  # no table goes that far
        return Resolved("DATE", f"{e.year:04d}-XX-XX" if e.year else "XXXX-XX-XX")
    first, last = days
    if e.unit:
        base, by = (last if e.by > 0 else first), e.by
        if e.weekday is not None:
            by = (e.weekday - base.weekday() - 1) % 7 + 1 if by > 0 else -((base.weekday() - e.weekday - 1) % 7 + 1)
        return Resolved("DATE", cal.unit_value(base, e.unit, by), None, None if e.year else against(c))
    value = str(first) if first == last else f"{first}/{last}"
    return Resolved("DATE", value, "APPROX" if is_sighted(e.name) else None, None if e.year else against(c))


def _feast_meant(e: Feast, c: Context) -> tuple[date, date] | None:
    """The feast of the year that is said; else the one to come or the one before, as the tense says."""
    now = c.anchor
    if e.year is not None or now is None or e.shift == 0:
        year = e.year if e.year is not None else now.year if now else 0
        return next(iter(feast_days(e.name, year)), None)
    near = [days for year in range(now.year - 1, now.year + 2) for days in feast_days(e.name, year)]
    to_come = next((days for days in near if days[1] >= now), None)
    gone = next((days for days in reversed(near) if days[0] <= now), None)
    if e.shift is not None:
        return to_come if e.shift == 1 else gone
    if not to_come or not gone:
        return None
    direction, back, ahead = c.direction(), (now - gone[1]).days, (to_come[0] - now).days
    behind = back <= _LONG_AGO if direction == "past" else back < ahead
    return gone if behind and direction != "future" else to_come


_LONG_AGO = 300  # days: what was so long before is last Christmas, in so many words


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Calendar: _calendar,
    DayShift: day_shift,
    Feast: _feast,
    Fixed: _fixed,
    Impossible: _impossible,
    MonthDay: month_day,
    Nth: _nth,
    Numeric: _numeric,
    Offset: offset,
    Part: _part,
    Referred: referred,
    UnitShift: unit_shift,
    Weekday: weekday,
}

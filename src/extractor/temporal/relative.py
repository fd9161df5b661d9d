"""Values of what is counted from a day: the day of publication, or one that the text has spoken of."""

from __future__ import annotations

from datetime import date

from extractor.temporal import calendar as cal
from extractor.temporal.context import Context, Resolved, against, reference, told
from extractor.temporal.expr import DayShift, MonthDay, Offset, Referred, UnitShift, Weekday
from extractor.temporal.quantity import length


def _suffix(part: str | None, clock: str | None) -> str:
    return f"T{part}" if part else clock or ""


def weekday(e: Weekday, c: Context) -> Resolved:
    """Monday, last Friday, the following Tuesday."""
    tail = _suffix(e.part, e.clock)
    kind = "TIME" if tail else "DATE"
    spoken = reference(c, "day")
    from_spoken = e.told and spoken is not None
    now = spoken if from_spoken else c.anchor
    if now is None:
        return Resolved(kind, f"XXXX-WXX-{e.day + 1}{tail}", e.mod)
    back, ahead = (now.weekday() - e.day) % 7, (e.day - now.weekday()) % 7
    if e.weeks:
        days = ahead + 7 * e.weeks
    elif e.week is not None:
        days = e.day - now.weekday() + 7 * e.week
    elif e.shift == -1:
        days = -(back or 7)
    elif e.shift == 1:
        days = ahead or 7
    elif e.shift == 0:
        days = ahead if c.direction() != "past" else -back
    else:
        days = ahead if c.direction() == "future" else -back
    day = cal.shift_days(now, days)
    return Resolved(kind, f"{day}{tail}" if day else f"XXXX-WXX-{e.day + 1}{tail}", e.mod, f"reference {now}" if from_spoken else against(c))


_ELSEWHERE = 62  # days: a text that has just spoken of a day so far from its own goes on about the month of that one


def month_day(e: MonthDay, c: Context) -> Resolved:
    """The 25th, Saturday the 14th, the 15th of next month: of the month that is said, else the one that the tense and the days around say."""
    tail = _suffix(e.part, None)
    kind, unsaid = "TIME" if tail else "DATE", f"XXXX-XX-{e.day:02d}{tail}"
    spoken = reference(c, "month")
    to_come = spoken is not None and c.anchor is not None and spoken < c.anchor and c.direction() == "future"  # imposed last year, it ends on the 25th
    elsewhere = spoken is not None and (c.anchor is None or (abs((spoken - c.anchor).days) > _ELSEWHERE and not to_come))
    from_spoken = spoken is not None and (e.told or (e.shift is None and elsewhere))
    now = spoken if from_spoken else c.anchor
    if now is None or (e.told and not from_spoken and c.spoken):
        return Resolved(kind, unsaid)
    if e.shift is not None or from_spoken:
        day = cal.safe_date(*cal.shift_month(now.year, now.month, e.shift or 0), e.day)
    else:
        day = _nearest_day(e, now, c.direction())
    if day is None:
        return Resolved("DATE", "", problem="impossible-date")
    return Resolved(kind, f"{day}{tail}", None, f"reference {now}" if from_spoken else against(c))


def _nearest_day(e: MonthDay, now: date, direction: str | None) -> date | None:
    """The day of that number, and weekday where one is said: the last one, the next one, or without a verb the nearer one."""
    days = [cal.safe_date(*cal.shift_month(now.year, now.month, by), e.day) for by in range(-6, 7) if 1 < now.year < 9999]
    there = [d for d in days if d and e.weekday in (None, d.weekday())]
    if direction is not None:
        there = [d for d in there if (d >= now if direction == "future" else d <= now)]
    return min(there, key=lambda d: abs((d - now).days), default=None)


_TOLD_AGAIN = 800  # days: how far back the hours of a crime or a crash are told one by one, after the first has said the day


def day_shift(e: DayShift, c: Context) -> Resolved:
    """Today, yesterday, at noon."""
    tail = _suffix(e.part, e.clock)
    base = c.anchor
    spoken = reference(c, "day")
    if e.clock and c.beside:
        base = c.beside
    elif e.clock and spoken and c.anchor and abs((spoken - c.anchor).days) < 15:
        base = c.anchor if spoken > c.anchor and c.direction() == "past" else spoken
    elif e.clock and c.clocked and c.anchor and abs((c.clocked - c.anchor).days) < _TOLD_AGAIN:
        base = c.clocked
    days = 0 if e.soft and c.direction() == "future" else e.days
    day = cal.shift_days(base, days) if base else None
    return Resolved("TIME" if tail else "DATE", f"{day or 'XXXX-XX-XX'}{tail}", e.mod, against(c))


def unit_shift(e: UnitShift, c: Context) -> Resolved:
    """Last week, this year, over the weekend."""
    shift = e.shift
    if e.soft:
        shift = -1 if c.direction() != "future" else 0
        if c.anchor is not None and c.anchor.weekday() == 6:
            shift = 0
    value = cal.unit_value(c.anchor, e.unit, shift)
    return Resolved("DATE", value, e.mod, against(c))


_PART_OF_DAY = {"morning": "MO", "night": "NI", "afternoon": "AF", "evening": "EV"}


def _is_yet_to_come(base: date | None, c: Context) -> bool:
    """The day spoken of is to come, and the verb is of the past: what has been is neither on that day nor counted from it."""
    return base is not None and c.anchor is not None and base > c.anchor and c.direction() == "past"


def referred(e: Referred, c: Context) -> Resolved:
    """The next day, that year, the quarter."""
    base, anchor = told(c, e.unit)
    if _is_yet_to_come(base, c):
        base = None
    if e.unit == "quarter" and e.shift == 0:
        return Resolved("DATE", c.quarter or cal.unit_value(c.anchor, "quarter", -1), None, f"reference {c.quarter}" if c.quarter else against(c))
    if e.unit in _PART_OF_DAY:
        day = str(cal.shift_days(base, e.shift)) if base else "XXXX-XX-XX"
        return Resolved("TIME", f"{day}T{_PART_OF_DAY[e.unit]}", None, anchor)
    return Resolved("DATE", cal.unit_value(base, e.unit, e.shift), None, anchor)


_HOURS = ("hour", "minute", "second")


def offset(e: Offset, c: Context) -> Resolved:
    """Three days ago, two years later, a year ago today."""
    if e.unit == "period":
        return _period_before(e, c)
    base, anchor = _counted_from(e, c)
    if e.unit in _HOURS:
        return _hours(e, base, anchor)
    if e.count != int(e.count) and base is not None:
        days = {"year": 365.25, "month": 30.44, "week": 7, "day": 1}.get(e.unit, 0) * e.count
        moved = cal.shift_days(base, round(e.sign * days)) if days < 1e6 else None
        return Resolved("DATE", str(moved)[: 4 if e.unit == "year" else 7] if moved else "XXXX", e.mod, anchor)
    count = int(e.count)
    if count > 9000:
        return Resolved("DURATION", length(count, e.unit), e.mod)
    if e.at and base is not None:
        months = e.sign * count * {"decade": 120, "year": 12}.get(e.unit, 1) + (e.at_shift if e.at == "month" else 0)
        year, month = cal.shift_month(base.year, base.month, months)
        day = cal.safe_date(year, month, min(base.day, cal.month_days(year, month)))
        return Resolved("DATE", cal.unit_value(day, e.at, e.at_shift if e.at in ("week", "day") else 0), e.mod, anchor)
    return Resolved("DATE", cal.unit_value(base, e.unit, e.sign * count), e.mod, anchor)


def _hours(e: Offset, base: date | None, anchor: str | None) -> Resolved:
    """A few hours from a day are on that day, 24 on the next; others are a length."""
    hours = e.count if e.unit == "hour" else 0
    days = round(hours / 24)
    day = cal.shift_days(base, e.sign * days) if base is not None and abs(hours - 24 * days) < 8 and e.count < 1e5 else None
    return Resolved("DATE", str(day), e.mod, anchor) if day else Resolved("DURATION", length(e.count, e.unit), e.mod)


def _counted_from(e: Offset, c: Context) -> tuple[date | None, str | None]:
    """The day that an offset is counted from, and its name."""
    if e.anchor == "now":
        return c.anchor, against(c)
    base, anchor = told(c, e.unit)
    if e.sign < 0 and _is_yet_to_come(base, c):
        return c.anchor, against(c)
    if e.sign > 0 and base is not None and base == c.anchor and e.unit not in _HOURS and c.direction() == "past":
        return None, None  # what was later is no time to come: "In December it refused. Four days later, it agreed"
    return base, anchor


def _period_before(e: Offset, c: Context) -> Resolved:
    """A year earlier, the 1988 period: the same quarter, half or month where such are compared. The latest period is one of them, or nothing."""
    if c.period:
        return Resolved("DATE", f"{e.year or int(c.period[:4]) - int(e.count):04d}{c.period[4:]}", None, f"reference {c.period}")
    if e.year:
        return Resolved("DATE", f"{e.year:04d}")
    if e.count == 0:
        return Resolved("DATE", "")
    spoken = reference(c, "year") if e.anchor == "then" else None
    near = spoken if spoken and (c.anchor is None or spoken.year < c.anchor.year - 1) else c.anchor
    return Resolved("DATE", f"{near.year - 1:04d}" if near else "XXXX", None, against(c))

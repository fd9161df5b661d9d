"""Named captures to expressions: one small builder for each kind of expression that the grammar names."""

from __future__ import annotations

from collections.abc import Callable

from extractor.temporal.expr import Calendar, DayShift, Expr, Feast, Fixed, Impossible, MonthDay, Nth, Numeric, Offset, Referred, UnitShift, Weekday
from extractor.temporal.quantity import full_year, length, mod_of, month_number, number
from extractor.temporal.yearly import (
    ORDINALS,
    SEASONS,
    century,
    decade,
    is_told,
    month_year_words,
    months_quarter,
    quarter,
    same_period,
    season,
    shift_of,
    year_range,
    year_words,
)

WEEKDAYS = {d: n for n, d in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}

_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "early hours": "MO", "small hours": "MO", "wee hours": "MO"}


def _calendar(c: dict[str, str]) -> Expr:
    year = full_year(c["year"]) if "year" in c else None
    month = c.get("month")
    return Calendar(
        year,
        (int(month) if month.isdigit() else month_number(month)) if month else None,
        int(c["day"]) if "day" in c else None,
        _clock_of(c) or None,
        shift_of(c.get("shift")),
        shift_year=shift_of(c.get("shiftyear")),
        told=is_told(c.get("shiftyear", "")),
        mod=mod_of(c.get("mod")),
        weekday=_weekday_number(c["weekday"]) if "weekday" in c else None,
        week=c.get("week", ""),
    )


def _month_shift(c: dict[str, str]) -> Expr:
    return Calendar(month=month_number(c["month"]), shift=shift_of(c["shift"]), told="told" in c)


def _month_shift_year(c: dict[str, str]) -> Expr:
    return Calendar(month=month_number(c["month"]), shift_year=shift_of(c["shift"]), mod=mod_of(c.get("mod")), told=is_told(c["shift"]))


def _numeric(c: dict[str, str]) -> Expr:
    weekday = _weekday_number(c["weekday"]) if "weekday" in c else None
    return Numeric(int(c["first"]), int(c["second"]), full_year(c["year"]), c["sep"] == ".", weekday)


def _iso_week(c: dict[str, str]) -> Expr:
    return Fixed("DATE", f"{c['year']}-W{c['isoweek']}") if 1 <= int(c["isoweek"]) <= 53 else Impossible()


def _weekday_number(text: str) -> int:
    return WEEKDAYS[text[:3].lower()]


def _nth_weekday(c: dict[str, str]) -> Expr:
    month = month_number(c["month"]) if "month" in c else None
    if c.get("shift", "") in ("each", "every"):
        return _set_weekday(c)
    return Nth(ORDINALS[c["n"].lower()] or -1, _weekday_number(c["weekday"]), month, int(c["year"]) if "year" in c else None, shift_of(c.get("shift")))


def _nth_week(c: dict[str, str]) -> Expr:
    return Nth(ORDINALS[c["n"].lower()] or -1, None, month_number(c["month"]), int(c["year"]) if "year" in c else None)


def _weekday(c: dict[str, str]) -> Expr:
    part = _PARTS.get(c.get("part", ""))
    told = c.get("shift", "").lower() in ("the following", "the previous", "the next")
    return Weekday(_weekday_number(c["weekday"]), shift_of(c.get("shift")), None, part, None, mod_of(c.get("mod") or c.get("mod2")), told)


def _part(c: dict[str, str]) -> str:
    return f"T{_PARTS[c['part']]}" if "part" in c else ""


def _any_weekday(c: dict[str, str]) -> Expr:
    part = _part(c)
    return Fixed("TIME" if part else "DATE", f"XXXX-WXX-{_weekday_number(c['weekday']) + 1}{part}")


def _weekday_week(c: dict[str, str]) -> Expr:
    if "onward" in c or c.get("week") == "before last":
        return Weekday(_weekday_number(c["weekday"]), weeks=1 if "onward" in c else -2)
    if "n" in c:
        weeks = int(number(c["n"]) or 1)
        if c["weekday"] == "today":
            return DayShift(7 * weeks if c["week"] == "from" else -7 * weeks)
        return Weekday(_weekday_number(c["weekday"]), week=-weeks) if c["week"] == "ago" else Weekday(_weekday_number(c["weekday"]), weeks=weeks)
    return Weekday(_weekday_number(c["weekday"]), week=-1 if c["week"] == "week" else shift_of(c["week"]))


def _set_weekday(c: dict[str, str]) -> Expr:
    return Fixed("SET", f"XXXX-WXX-{_weekday_number(c['weekday']) + 1}{_part(c)}")


def _day_shift(c: dict[str, str]) -> Expr:
    return DayShift(int(c["days"]), _PARTS.get(c.get("part", "")), None, mod_of(c.get("mod")), "soft" in c)


def _clock_of(c: dict[str, str]) -> str:
    if "hour" not in c:
        return _part(c)
    hour = int(number(c["hour"]) or 0)
    if "half" in c:
        hour = hour % 12 + (12 if c["half"][0] in "pP" else 0)
    elif "part" in c:
        hour = hour % 12 + (0 if c["part"] == "morning" or (c["part"] == "night" and hour == 12) else 12)
    return f"T{hour:02d}:{int(c.get('minute', '0')):02d}"


def _clock(c: dict[str, str]) -> Expr | None:
    clock = {"midnight": "T00:00"}.get(c["word"], "T12:00") if "word" in c else _clock_of(c)
    return Weekday(_weekday_number(c["weekday"]), clock=clock) if "weekday" in c else DayShift(0, clock=clock)


def _unit_shift(c: dict[str, str]) -> Expr:
    unit = "year" if c.get("mod2") == "year" else "month" if c.get("mod2") == "month" else c["unit"]
    shift = c["shift"].lower()
    return UnitShift(unit, shift_of(shift) or 0, mod_of(c.get("mod")), soft=shift.split()[-1] == "the")


def _referred(c: dict[str, str]) -> Expr:
    return Referred(c["unit"], shift_of(c["shift"]) or 0)


def _offset(c: dict[str, str]) -> Expr | None:
    text = c.get("dir", "earlier")
    count = number(c["n"])
    if "period" in c:
        return Offset(1, "period", -1, "then")
    if count == 1 and c["unit"] == "second":
        return None
    if "half" in c and count is not None:
        count += 0.5
    if count is None:
        return Fixed("DURATION", length(None, c["unit"].lower()), mod_of(c.get("approx")))
    sign = -1 if text in ("ago", "earlier", "previously", "before") else 1
    anchor = "now" if text in ("ago", "from now", "hence", "time") else "then"
    said = c.get("at", "")
    day = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(said)
    shift = day if day is not None else shift_of(c.get("atshift")) or 0
    return Offset(count, c["unit"], sign, anchor, mod_of(c.get("approx")), at="day" if day is not None else said, at_shift=shift)


def _day_of_month(c: dict[str, str]) -> Expr:
    if c.get("shift") in ("each", "every"):
        return Fixed("SET", f"XXXX-XX-{int(c['day']):02d}")
    weekday = _weekday_number(c["weekday"]) if "weekday" in c else None
    return MonthDay(int(c["day"]), shift_of(c.get("shift")), "told" in c, weekday, _PARTS.get(c.get("part", "").lower()))


def _set_month(c: dict[str, str]) -> Expr:
    return Fixed("SET", f"XXXX-{month_number(c['month']):02d}")


def _duration(c: dict[str, str]) -> Expr | None:
    unit, n = c["unit"], c.get("n")
    count = number(n) if n else None
    if unit == "quarter" and count and count > 12:
        return None  # "the 1988 quarter", "the March 31 quarter"
    if (unit == "second" and count == 1) or (unit == "quarter" and count is not None and count <= 1):
        return None
    mod = mod_of(c.get("approx"))
    if "n2" in c and count and count >= 20 and count % 10 == 0 and c["n"].isalpha() and (units := number(c["n2"])) and units < 10:
        return Fixed("DURATION", length(count + units, unit), mod)  # Sixty-seven days
    if "n2" in c:
        return Fixed("DURATION", f"{length(count, unit)}/{length(number(c['n2']), unit)}", mod)
    return Fixed("DURATION", length(count, unit), mod)


def _duration_half(c: dict[str, str]) -> Expr:
    return Fixed("DURATION", length((number(c["n"]) or 0) + 0.5, c["unit"]), mod_of(c.get("approx")))


def _set(c: dict[str, str]) -> Expr:
    unit = c["unit"]
    if unit in _PARTS:
        return Fixed("SET", f"XXXX-XX-XXT{_PARTS[unit]}")
    if unit in SEASONS:
        return Fixed("SET", f"XXXX-{SEASONS[unit]}")
    count: float | None = {"other": 2, "second": 2, "third": 3}.get(c.get("other", ""), 1)
    if "n" in c:
        count = number(c["n"])
    return Fixed("SET", length(None if c.get("other") == "few" else count, unit))


def _feast(c: dict[str, str]) -> Expr:
    count = int(number(c.get("n", "one")) or 1)
    by = {"before": -count, "after": count}.get(c.get("dir", ""), 0)
    unit = c.get("unit", "")
    weekday = _weekday_number(unit) if unit.endswith("day") and unit != "day" else None
    return Feast(c["feast"].lower(), int(c["year"]) if "year" in c else None, shift_of(c.get("shift")), unit, by, weekday)


BUILDERS: dict[str, Callable[[dict[str, str]], Expr | None]] = {
    "anyweekday": _any_weekday,
    "calendar": _calendar,
    "century": century,
    "clock": _clock,
    "dayofmonth": _day_of_month,
    "dayshift": _day_shift,
    "decade": decade,
    "duration": _duration,
    "durationhalf": _duration_half,
    "feast": _feast,
    "impossible": lambda c: Impossible(),
    "isoweek": _iso_week,
    "monthday": _calendar,
    "monthshift": _month_shift,
    "monthsquarter": months_quarter,
    "monthshiftyear": _month_shift_year,
    "monthyearwords": month_year_words,
    "nthweek": _nth_week,
    "nthweekday": _nth_weekday,
    "numeric": _numeric,
    "offset": _offset,
    "quarter": quarter,
    "sameperiod": same_period,
    "season": season,
    "set": _set,
    "setmonth": _set_month,
    "setweekday": _set_weekday,
    "unitreferred": _referred,
    "unitshift": _unit_shift,
    "weekday": _weekday,
    "weekdayweek": _weekday_week,
    "yearrange": year_range,
    "yearwords": year_words,
}

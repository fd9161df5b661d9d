"""Named captures to expressions: one small builder for each kind of expression that the grammar names."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor import resources
from extractor.temporal.expr import Calendar, DayShift, Expr, Feast, Fixed, Impossible, Nth, Numeric, Offset, Part, Referred, UnitShift, Weekday

MONTHS = {m[:3]: n for n, m in enumerate(resources.toml("words")["months"].split(), 1)}

WEEKDAYS = {d: n for n, d in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

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

_ORDINALS = {w: n for n, ws in enumerate((("last",), ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth",))) for w in ws}

_DECADES = {"twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199}

_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}

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
    if t.endswith(" 1/2"):
        return float(t[:-4]) + 0.5
    if t[0].isdigit():
        return float(t)
    total = 0
    for w in re.split(r"[- ]", t):
        if w in _SMALL:
            total += _SMALL.index(w)
        elif w in _TENS:
            total += _TENS.index(w) * 10
        elif w in ("hundred", "thousand"):
            total = max(total, 1) * (100 if w == "hundred" else 1000)
        else:
            return None
    return total


def _shift(text: str | None) -> int | None:
    t = (text or "").lower()
    if not t:
        return None
    if "last" in t or "prev" in t or "past" in t or "prior" in t or "preceding" in t or "year-" in t:
        return -1
    if "next" in t or "coming" in t or "following" in t:
        return 1
    return 0


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


def _calendar(c: dict[str, str]) -> Expr:
    year = full_year(c["year"]) if "year" in c else None
    month = c.get("month")
    clock = _clock_of(c) if "hour" in c else None
    return Calendar(
        year,
        (int(month) if month.isdigit() else month_number(month)) if month else None,
        int(c["day"]) if "day" in c else None,
        clock,
        mod=mod_of(c.get("mod")),
    )


def _month_shift(c: dict[str, str]) -> Expr:
    return Calendar(month=month_number(c["month"]), shift=_shift(c["shift"]))


def _month_shift_year(c: dict[str, str]) -> Expr:
    return Calendar(month=month_number(c["month"]), shift_year=_shift(c["shift"]), mod=mod_of(c.get("mod")))


def _numeric(c: dict[str, str]) -> Expr:
    return Numeric(int(c["first"]), int(c["second"]), full_year(c["year"]), c["sep"] == ".")


def _iso_week(c: dict[str, str]) -> Expr:
    return Fixed("DATE", f"{c['year']}-W{c['isoweek']}") if 1 <= int(c["isoweek"]) <= 53 else Impossible()


def _year_words(c: dict[str, str]) -> Expr:
    return Calendar({"nineteen": 1900, "twenty": 2000}.get(c.get("hundred", ""), 2000) + int(number(c["n"]) or 0) if "n" in c else 2000)


def _month_year_words(c: dict[str, str]) -> Expr:
    return Calendar(1900 + int(number(c["n"]) or 0), month_number(c["month"]), mod=mod_of(c.get("mod")))


def _year_range(c: dict[str, str]) -> Expr | None:
    first, last = int(c["year"]), c["year2"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Fixed("DATE", f"{first}/{second}") if first < second else None


def _decade(c: dict[str, str]) -> Expr:
    mod = mod_of(c.get("mod"))
    if "word" in c:
        return Fixed("DATE", str(_DECADES[c["word"]]), mod)
    if "short" in c:
        return Fixed("DATE", f"19{c['short'][0]}", mod)
    return Fixed("DATE", c["year"][:3], mod)


def _century(c: dict[str, str]) -> Expr:
    n = _CENTURIES[c["word"]] if "word" in c else int(c["n"])
    return Fixed("DATE", f"{n - 1:02d}", mod_of(c.get("mod")))


def _quarter(c: dict[str, str]) -> Expr:
    letter = c.get("letter") or ("Q" if c["unit"] == "quarter" else "H")
    said = c["n"].lower()
    n = (2 if letter == "H" else 4) if said in ("last", "latter", "final") else int(said) if said.isdigit() else _ORDINALS[said]
    if letter == "H" and n > 2:
        return Impossible()
    year = full_year(c["year"]) if "year" in c else None
    return Part(f"{letter}{n}", year, shift_year=_shift(c.get("shift")) if c.get("shift", "").lower() != "the" else None)


def _season(c: dict[str, str]) -> Expr:
    code = _SEASONS[c["season"].lower()]
    year = int(c["year"]) if "year" in c else None
    mod = mod_of(c.get("mod"))
    if "season2" in c and "shift" in c:
        return Part(code, year, shift_year=_shift(c["shift"]), mod=mod)
    return Part(code, year, _shift(c.get("shift")), mod=mod)


def _weekday_number(text: str) -> int:
    return WEEKDAYS[text[:3].lower()]


def _nth_weekday(c: dict[str, str]) -> Expr:
    month = month_number(c["month"]) if "month" in c else None
    if c.get("shift", "") in ("each", "every"):
        return Fixed("SET", f"XXXX-WXX-{_weekday_number(c['weekday']) + 1}")
    return Nth(_ORDINALS[c["n"].lower()] or -1, _weekday_number(c["weekday"]), month, int(c["year"]) if "year" in c else None, _shift(c.get("shift")))


def _nth_week(c: dict[str, str]) -> Expr:
    return Nth(_ORDINALS[c["n"].lower()] or -1, None, month_number(c["month"]), int(c["year"]) if "year" in c else None)


def _weekday(c: dict[str, str]) -> Expr:
    part = _PARTS.get(c.get("part", ""))
    told = c.get("shift", "").lower() in ("the following", "the previous", "the next")
    return Weekday(_weekday_number(c["weekday"]), _shift(c.get("shift")), None, part, None, mod_of(c.get("mod") or c.get("mod2")), told)


def _weekday_week(c: dict[str, str]) -> Expr:
    return Weekday(_weekday_number(c["weekday"]), week=-1 if c["week"] == "week" else _shift(c["week"]))


def _set_weekday(c: dict[str, str]) -> Expr:
    return Fixed("SET", f"XXXX-WXX-{_weekday_number(c['weekday']) + 1}")


def _day_shift(c: dict[str, str]) -> Expr:
    return DayShift(int(c["days"]), _PARTS.get(c.get("part", "")), None, mod_of(c.get("mod")))


def _clock_of(c: dict[str, str]) -> str:
    hour = int(c["hour"])
    if "half" in c:
        hour = hour % 12 + (12 if c["half"][0] in "pP" else 0)
    return f"T{hour:02d}:{int(c.get('minute', '0')):02d}"


def _clock(c: dict[str, str]) -> Expr | None:
    clock = {"midnight": "T00:00"}.get(c["word"], "T12:00") if "word" in c else _clock_of(c)
    return Weekday(_weekday_number(c["weekday"]), clock=clock) if "weekday" in c else DayShift(0, clock=clock)


def _unit_shift(c: dict[str, str]) -> Expr:
    unit = "year" if c.get("mod2") == "year" else "month" if c.get("mod2") == "month" else c["unit"]
    shift = c["shift"].lower()
    return UnitShift(unit, _shift(shift) or 0, mod_of(c.get("mod")), soft=shift.endswith(" the"))


def _referred(c: dict[str, str]) -> Expr:
    return Referred(c["unit"], _shift(c["shift"]) or 0)


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
    sign = -1 if text in ("ago", "earlier", "previously") else 1
    return Offset(count, c["unit"], sign, "now" if text in ("ago", "from now", "hence") else "then", mod_of(c.get("approx")))


def _set_month(c: dict[str, str]) -> Expr:
    return Fixed("SET", f"XXXX-{month_number(c['month']):02d}")


def _duration(c: dict[str, str]) -> Expr | None:
    unit, n = c["unit"], c.get("n")
    count = number(n) if n else None
    if unit == "quarter" and count and count > 100:
        return None  # "the 1988 quarter"
    if (unit == "second" and count == 1) or (unit == "quarter" and count is not None and count <= 1):
        return None
    mod = mod_of(c.get("approx"))
    if "n2" in c:
        return Fixed("DURATION", f"{length(count, unit)}/{length(number(c['n2']), unit)}", mod)
    return Fixed("DURATION", length(count, unit), mod)


def _duration_half(c: dict[str, str]) -> Expr:
    return Fixed("DURATION", length((number(c["n"]) or 0) + 0.5, c["unit"]), mod_of(c.get("approx")))


def _set(c: dict[str, str]) -> Expr:
    unit = c["unit"]
    if unit in _PARTS:
        return Fixed("SET", f"XXXX-XX-XXT{_PARTS[unit]}")
    if unit in _SEASONS:
        return Fixed("SET", f"XXXX-{_SEASONS[unit]}")
    count: float | None = {"other": 2, "second": 2, "third": 3}.get(c.get("other", ""), 1)
    if "n" in c:
        count = number(c["n"])
    return Fixed("SET", length(None if c.get("other") == "few" else count, unit))


def _feast(c: dict[str, str]) -> Expr:
    return Feast(c["feast"].replace("’", "'").lower(), int(c["year"]) if "year" in c else None, _shift(c.get("shift")))


BUILDERS: dict[str, Callable[[dict[str, str]], Expr | None]] = {
    "calendar": _calendar,
    "century": _century,
    "clock": _clock,
    "dayshift": _day_shift,
    "decade": _decade,
    "duration": _duration,
    "durationhalf": _duration_half,
    "feast": _feast,
    "impossible": lambda c: Impossible(),
    "isoweek": _iso_week,
    "monthday": _calendar,
    "monthshift": _month_shift,
    "monthshiftyear": _month_shift_year,
    "monthyearwords": _month_year_words,
    "nthweek": _nth_week,
    "nthweekday": _nth_weekday,
    "numeric": _numeric,
    "offset": _offset,
    "quarter": _quarter,
    "season": _season,
    "set": _set,
    "setmonth": _set_month,
    "setweekday": _set_weekday,
    "unitreferred": _referred,
    "unitshift": _unit_shift,
    "weekday": _weekday,
    "weekdayweek": _weekday_week,
    "yearrange": _year_range,
    "yearwords": _year_words,
}

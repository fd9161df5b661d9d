"""Named captures to expressions of years and their parts: decades, centuries, quarters, seasons."""

from __future__ import annotations

from extractor.resources import toml
from extractor.temporal.expr import Calendar, Expr, Fixed, Impossible, Offset, Part
from extractor.temporal.quantity import full_year, mod_of, month_number, number

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {w: n for n, ws in enumerate((("last",), ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth",))) for w in ws}
_DECADES = {"twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199}
_CENTURIES = {w: n for n, w in enumerate(toml("words")["centuries"].split(), 11)}


def shift_of(text: str | None) -> int | None:
    """-1 of what says last, -2 before last, 1 next, 0 this; None of nothing."""
    t = (text or "").lower()
    if not t:
        return None
    if t == "before last":
        return -2
    if "last" in t or "prev" in t or "past" in t or "prior" in t or "preceding" in t or "year-" in t:
        return -1
    if "next" in t or "coming" in t or "following" in t:
        return 1
    return 0


def is_told(shift: str) -> bool:
    """That year, the following year: counted from one that the text has spoken of."""
    return shift == "that" or "the " in shift


def year_words(c: dict[str, str]) -> Expr:
    """Nineteen ninety-six, the year two thousand."""
    return Calendar({"nineteen": 1900, "twenty": 2000}.get(c.get("hundred", "").lower(), 2000) + int(number(c["n"]) or 0) if "n" in c else 2000)


def _nineteen(c: dict[str, str]) -> int:
    return 1900 + int(number(c["n"]) or 0)


def month_year_words(c: dict[str, str]) -> Expr:
    """January nineteen ninety-seven."""
    return Calendar(_nineteen(c), month_number(c["month"]), mod=mod_of(c.get("mod")))


def year_range(c: dict[str, str]) -> Expr | None:
    """2019-21; None when it ends before it begins."""
    first, last = int(c["year"]), c["year2"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Fixed("DATE", f"{first}/{second}") if first < second else None


def decade(c: dict[str, str]) -> Expr:
    """The 1990s, the late sixties."""
    mod = mod_of(c.get("mod"))
    if "word" in c:
        return Fixed("DATE", str(_DECADES[c["word"]]), mod)
    if "short" in c:
        return Fixed("DATE", f"19{c['short'][0]}", mod)
    return Fixed("DATE", c["year"][:3], mod)


def century(c: dict[str, str]) -> Expr:
    """The 19th century."""
    n = _CENTURIES[c["word"]] if "word" in c else int(c["n"])
    return Fixed("DATE", f"{n - 1:02d}", mod_of(c.get("mod")))


def quarter(c: dict[str, str]) -> Expr:
    """The third quarter of 2024, Q1FY25, the first half of last year."""
    letter = c.get("letter") or ("Q" if c["unit"] == "quarter" else "H")
    said = c["n"].lower()
    n = (2 if letter == "H" else 4) if said in ("last", "latter", "final") else int(said) if said.isdigit() else ORDINALS[said]
    if letter == "H" and n > 2:
        return Impossible()
    year = full_year(c["year"]) if "year" in c else None
    return Part(f"{letter}{n}", year, shift_year=shift_of(c.get("shift")) if c.get("shift", "").lower() != "the" else None)


def same_period(c: dict[str, str]) -> Expr:
    """The same quarter of 2007, the latest period."""
    return Offset(int(c.get("back", "1")), "period", -1, "now" if "last" in c else "then", year=int(c["year"]) if "year" in c else None)


def months_quarter(c: dict[str, str]) -> Expr | None:
    """The January-March quarter; None when the months are none."""
    if "ends" in c:  # the June quarter
        return Part(f"Q{month_number(c['ends']) // 3}", full_year(c["year2"]) if "year2" in c else None)
    first, last = month_number(c["month"]), month_number(c["month2"])
    code = {2: f"Q{(first + 2) // 3}", 5: f"H{(first + 5) // 6}"}.get(last - first)
    aligned = code is not None and first % (last - first + 1) == 1
    return Part(code, full_year(c["year"]) if "year" in c else None) if code and aligned else None


def season(c: dict[str, str]) -> Expr:
    """Last summer, the winter of 1994."""
    code = SEASONS[c["season"].lower()]
    year = full_year(c["year"]) if "year" in c else _nineteen(c) if "n" in c else None
    mod = mod_of(c.get("mod"))
    if "season2" in c and "shift" in c:
        told = is_told(c["shift"])
        return Part(code, year, 0 if told else None, shift_year=None if told else shift_of(c["shift"]), mod=mod, told=told)
    return Part(code, year, shift_of(c.get("shift") or c.get("told")), mod=mod, told="told" in c)

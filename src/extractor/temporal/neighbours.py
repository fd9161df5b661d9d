"""What the expressions around one say of it: the other end of a range, the day beside a time of day, a date in apposition."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from extractor.resources import compiled
from extractor.temporal import calendar as cal
from extractor.temporal.context import Context, Resolved
from extractor.temporal.expr import Calendar, DayShift, Expr, Offset, Part, Referred, UnitShift, Weekday
from extractor.temporal.grammar import Match
from extractor.temporal.resolve import part_without_year, resolve, without_year
from extractor.temporal.tense import direction
from extractor.types import Timex

_THROUGH = (" to ", " through ", "-", "–", " – ", " until ", "/", " / ")
_SENTENCE = compiled(r"[.!?][\"”')]* +[A-Z]|\n")
_ON = re.compile(r"(?: (?:(?:local|Eastern|Pacific|Central) time|[A-Z]{2,4}T|UTC))?(?: \([^()]{1,40}\)?)?,? ?(?:on )?")
_THAT_IS = re.compile(r", (?:on|in) ")
_BESIDE = 60  # characters from a time of day to the day that follows it
_BEHIND = 200  # and from the day before it


def in_range(text: str, matches: list[Match], i: int, out: list[Timex], anchor: date | None) -> Expr:
    """The expression of a match, with what the other end of its range says: "from March to June 2021", "Dec. 1 to Jan. 15", "Monday to Friday"."""
    m = matches[i]
    before, after = (matches[i - 1] if i else None), (matches[i + 1] if i + 1 < len(matches) else None)
    if isinstance(m.expr, Weekday):
        return _weekday_in_range(text, m.expr, m, before, after, anchor)
    if isinstance(m.expr, Referred) and m.expr.unit == "quarter" and after and _ENDED.fullmatch(text, m.end, after.start):
        return _quarter_to(text, after, anchor) or m.expr
    if isinstance(m.expr, Offset) and after and isinstance(after.expr, Calendar) and _THAT_IS.fullmatch(text, m.end, after.start):
        return after.expr  # "three days earlier, on 12 March"
    if (
        isinstance(m.expr, Referred)
        and m.expr.unit == "day"
        and after
        and isinstance(after.expr, Calendar)
        and after.expr.day
        and text[m.end : after.start] == ", "
    ):
        return after.expr  # the next day, Friday, July 9
    if isinstance(m.expr, Offset) and m.expr.unit == "period" and not m.expr.year and before and isinstance(before.expr, Calendar) and before.expr.year:
        return m.expr if _SENTENCE.search(text, before.end, m.start) else replace(m.expr, year=before.expr.year - 1)  # In 1997; a year earlier
    if part_without_year(m.expr) and after and isinstance(after.expr, Part):
        return _part_in_list(text, m.expr, m.end, after, anchor)
    if not without_year(m.expr):
        return m.expr
    if before and out and out[-1].end == before.end and not m.expr.day and _WHEN.fullmatch(text, before.end, m.start) and _YEAR.fullmatch(out[-1].value):
        return replace(m.expr, year=int(out[-1].value))  # the next year, when troops fired on crowds in May
    if after and (dated := _of_year_after(text, m.expr, m.end, after)):
        return dated
    if after and isinstance(after.expr, Calendar) and after.expr.month and text[m.end : after.start] in (*_THROUGH, " and ", " or "):
        earlier = after.expr.month < (m.expr.month or 0)
        if after.expr.year:
            return replace(m.expr, year=after.expr.year - earlier)
        if after.expr.shift_year is not None and not after.expr.told:
            return replace(m.expr, shift_year=after.expr.shift_year - earlier)
        if earlier and without_year(after.expr) and _joined(text, m, after):
            last = resolve(after.expr, Context(anchor, {}, None, lambda: direction(text, m.start, m.end))).value[:4]
            return replace(m.expr, year=int(last) - 1) if last.isdigit() else m.expr
    if before and isinstance(before.expr, UnitShift) and before.expr.unit == "year" and not before.expr.mod and _IN_YEAR.fullmatch(text, before.end, m.start):
        return replace(m.expr, shift_year=before.expr.shift)
    if before and m.expr.day and isinstance(before.expr, Calendar) and before.expr.year and before.expr.day:
        near = abs((before.expr.month or 0) - (m.expr.month or 0)) < 2 and not _SENTENCE.search(text, before.end, m.start)
        if near:  # "on January 9, 2007 at the fair, held from January 8"
            return replace(m.expr, year=before.expr.year)
    if before and out and out[-1].end == before.end and without_year(before.expr) and out[-1].value[:4].isdigit() and _follows(text, before, m):
        return replace(m.expr, year=int(out[-1].value[:4]) + ((m.expr.month or 0) < (before.expr.month or 0)))
    if before and out and out[-1].end == before.end and m.expr.day and isinstance(before.expr, Calendar) and _BY.search(text, max(0, m.start - 8), m.start):
        return _by_then(text, m.expr, m, out[-1], anchor)
    return m.expr


_MORNING_IN = re.compile(r" (?:morning|afternoon|evening|night|day|weekend)(?: in| of)? ")
_EVENT_OF = re.compile(r" [a-z]{4,20} of ")


def _of_year_after(text: str, expr: Calendar, end: int, after: Match) -> Calendar | None:
    """A day or month with the year that is said after what happened then: the July 7 bombings of 2005, a January morning in 1951 or last year."""
    if not (_EVENT_OF if expr.day else _MORNING_IN).fullmatch(text, end, after.start):
        return None
    if isinstance(after.expr, Calendar) and after.expr.year and not after.expr.month:
        return replace(expr, year=after.expr.year)
    if isinstance(after.expr, UnitShift) and after.expr.unit == "year" and not expr.day:
        return replace(expr, shift_year=after.expr.shift)
    return None


_BY = re.compile(r"\b(?:by|until|till|before) \Z")
_SOON = timedelta(62)


def _by_then(text: str, expr: Calendar, m: Match, before: Timex, anchor: date | None) -> Calendar:
    """A day by which something was to be done after a day that is past, and so of the same weeks: told on Jan. 5 to leave by Jan. 14."""
    first = date.fromisoformat(before.value) if before.start_date == before.end_date == before.value else None
    same = cal.safe_date(first.year, expr.month or 0, expr.day or 0) if first and not _SENTENCE.search(text, before.end, m.start) else None
    return replace(expr, year=same.year) if first and same and anchor and timedelta(0) <= same - first <= _SOON and same <= anchor else expr


def _alone(text: str, m: Match, anchor: date | None) -> Resolved:
    """What an expression is by the publication date and its own verb, whatever was spoken of before."""
    return resolve(m.expr, Context(anchor, {}, None, lambda: direction(text, m.start, m.end)))


_WHEN = re.compile(r", when [^.;\n]{1,80}")
_YEAR = re.compile(r"[12]\d{3}")
_IN_YEAR = re.compile(r",? (?:(?:running|runs|held|opening|beginning|starting) )?(?:from|on|between|in) (?:the )?")  # back this year from 1 to 8 August
_ENDED = re.compile(r" (?:that )?(?:ended|ending) (?:on )?")
_HALF_QUARTER = timedelta(45)


def _quarter_to(text: str, end: Match, anchor: date | None) -> Part | None:
    """The quarter that ends, more or less, on the day that is said: "the quarter ended July 31" of a shop is the second."""
    r = _alone(text, end, anchor)
    days = cal.bounds(r.value) if r.type == "DATE" else None
    middle = days[0] - _HALF_QUARTER if days and days[0] == days[1] else None
    return Part(f"Q{(middle.month + 2) // 3}", middle.year) if middle else None


def _part_in_list(text: str, part: Part, end: int, last: Match, anchor: date | None) -> Part:
    """The second and fourth quarters are of one year, the fourth and first of two."""
    value = _alone(text, last, anchor).value if text[end : last.start] in (*_THROUGH, " and ", " or ") else ""
    if not value[:4].isdigit() or value[5:6] != part.code[0]:
        return part
    return replace(part, year=int(value[:4]) - (part.code > value[5:]))


def _weekday_in_range(text: str, day: Weekday, m: Match, before: Match | None, after: Match | None, anchor: date | None) -> Weekday:
    """A weekday with what the other says: "Thursday and Friday last week"; where a Thursday is today, its Friday is tomorrow, or both are last week's."""
    if before and isinstance(before.expr, Weekday):
        between = text[before.end : m.start]
        if between in _THROUGH or (between == " and " and _from_today(before.expr, day, anchor) and direction(text, m.start, m.end) != "past"):
            return replace(day, shift=1, told=True)
    if after and isinstance(after.expr, Weekday) and day.shift is day.week is None:
        between = text[m.end : after.start]
        if between in (*_THROUGH, " and ") and not (after.expr.shift is after.expr.week is None):
            return replace(day, shift=after.expr.shift, week=after.expr.week)
        if between == " and " and _from_today(day, after.expr, anchor) and direction(text, m.start, m.end) == "past":
            return replace(day, shift=-1)
        if between in _THROUGH and direction(text, m.start, m.end) is None:
            return replace(day, shift=0)  # "the shows run Friday through Sunday"
    return day


def _from_today(first: Weekday, second: Weekday, anchor: date | None) -> bool:
    plain = first.shift is first.week is second.shift is second.week is None
    return plain and anchor is not None and first.day == anchor.weekday() and (second.day - first.day) % 7 == 1


def _is_day(expr: Expr) -> bool:
    """Yesterday, tonight: no time of day."""
    return isinstance(expr, DayShift) and expr.clock is None


def _joined(text: str, first: Match, last: Match) -> bool:
    """Two matches are the ends of one range."""
    between = text[first.end : last.start]
    return between in _THROUGH or (between == " and " and text[max(0, first.start - 8) : first.start].lower() == "between ")


def _follows(text: str, first: Match, last: Match) -> bool:
    """A match ends the range that another begins, or is the month after it: "November and December"."""
    a, b = first.expr, last.expr
    months = isinstance(a, Calendar) and isinstance(b, Calendar) and not a.day and not b.day and (a.month or 0) < (b.month or 0)
    return _joined(text, first, last) or (months and text[first.end : last.start] in (" and ", " or "))


_BOUND = re.compile(r"\b(?:since|until|till|from) \Z")


def day_beside(text: str, matches: list[Match], i: int, out: list[Timex], anchor: date | None) -> date | None:
    """The day of a time of day: the one right after it ("10:35 a.m. (3:35 a.m. EDT) on Friday"), else the one before it in its sentence."""
    m = matches[i]
    for after in matches[i + 1 : i + 3]:
        if after.start - m.end > _BESIDE:
            break
        dated = isinstance(after.expr, Weekday) or (isinstance(after.expr, Calendar) and after.expr.day) or _is_day(after.expr)
        if dated and (_ON.fullmatch(text, m.end, after.start) or text[m.end : after.start] in _THROUGH):
            days = cal.bounds(_alone(text, after, anchor).value)
            return days[0] if days else None
    before = out[-1] if out else None
    days = cal.bounds(before.value) if before and before.type in ("DATE", "TIME") else None
    if not before or not days or days[0] != days[1] or m.start - before.end > _BEHIND or _SENTENCE.search(text, before.end, m.start):
        return None
    aside = _BOUND.search(text, max(0, before.start - 12), before.start) and "," in text[before.end : m.start]
    return anchor if aside else days[0]  # held since April 23, he was freed at 10 a.m.

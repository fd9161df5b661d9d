"""Text to time expressions: every rule over the stretches that can hold one, longest match first, then resolution in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import zip_longest

from extractor.temporal import calendar as cal
from extractor.temporal.builders import WEEKDAYS
from extractor.temporal.chronicle import in_chronicle
from extractor.temporal.context import Context, Resolved
from extractor.temporal.expr import Calendar, DayShift, Expr, Numeric, Referred
from extractor.temporal.grammar import Match, Rule, build, rules
from extractor.temporal.habit import as_set, is_habit
from extractor.temporal.neighbours import day_beside, in_range
from extractor.temporal.periods import Compared, noted, period_near, quarter_near
from extractor.temporal.resolve import resolve, without_year
from extractor.temporal.tense import direction
from extractor.temporal.triggers import Triggers
from extractor.types import Timex

_LOOK_BACK = 24
_TOLD_REACH = 1_500  # characters from one hour of a day to the next that is told


@dataclass(frozen=True, slots=True)
class Problem:
    """An expression that has no one value: an impossible date, or two readings."""

    start: int
    end: int
    reason: str
    candidates: tuple[str, ...]


def recognize(text: str, blocked: Iterable[tuple[int, int]] = ()) -> list[Match]:
    """Non-overlapping expressions of `text` in order; nothing that touches a `blocked` range (names, say)."""
    found: list[tuple[int, int, Rule, Expr | None]] = [(a, b, _BLOCK, None) for a, b in blocked]
    triggers = Triggers(text)
    for needs, chosen in _by_needs().items():
        for a, b in triggers.stretches(needs):
            for rule in chosen:
                found += _found(rule, text, a, b)
    found.sort(key=lambda f: (f[2] is not _BLOCK, f[0] - f[1], f[2].order, f[0]))
    taken: dict[int, Match] = {}  # by end
    used = bytearray(len(text) + 1)
    for start, end, rule, expr in found:
        if "after" in rule.constants or any(used[start:end]):
            continue
        used[start:end] = b"\x01" * (end - start)
        if expr is not None:
            taken[end] = Match(start, end, rule, expr)
    behind = sorted((f for f in found if "after" in f[2].constants), key=lambda f: f[0])  # the second half of "May 3-7", the others of "May 3, 4 and 5"
    for start, end, rule, expr in behind:
        first = taken.get(_lead(text, start))
        if not first or first.rule.id not in (rule.constants["after"], rule.id) or any(used[start:end]):
            continue
        if isinstance(first.expr, Calendar) and isinstance(expr, Calendar):
            year = expr.year or first.expr.year
            taken[end] = Match(start, end, rule, Calendar(year, first.expr.month, expr.day))
            if year and not first.expr.year:
                taken[first.end] = Match(first.start, first.end, first.rule, Calendar(year, first.expr.month, first.expr.day))
    return sorted(taken.values(), key=lambda m: m.start)


@cache
def _by_needs() -> dict[tuple[str, ...], list[Rule]]:
    out: dict[tuple[str, ...], list[Rule]] = {}
    for rule in rules():
        out.setdefault(rule.needs, []).append(rule)
    return out


def _found(rule: Rule, text: str, a: int, b: int) -> Iterator[tuple[int, int, Rule, Expr | None]]:
    for m in rule.pattern.finditer(text, a, b):
        start, end = m.span()
        if rule.before and not rule.before.search(text, max(0, start - _LOOK_BACK), start):
            continue
        keep = rule.constants.get("keep")
        if keep and m.groupdict().get(keep) is not None:
            start, end = m.span(keep)
        expr = build(rule, m) if rule.expr != "none" else None
        if expr is not None or rule.expr == "none":
            yield start, end, rule, expr


_BLOCK = Rule("blocked", -1, "x", "none", (), None, {}, ())
_JOIN = re.compile(r"(?:-| ?– ?| to |,? and |, )\Z")


def _lead(text: str, start: int) -> int:
    m = _JOIN.search(text, max(0, start - 6), start)
    return m.start() if m else -1


def find_times(
    text: str, anchor: date | None = None, blocked: Iterable[tuple[int, int]] = (), day_first: bool | None = None
) -> tuple[list[Timex], list[Problem]]:
    """Find the time expressions of a text and resolve them against the publication date (None: relative ones stay open).

    `day_first` settles 03/04/2023 when the article's own dates don't. Returns the resolved ones, and those with no one value.
    """
    matches = list(in_chronicle(text, recognize(text, blocked), anchor))
    order = _article_order(matches)
    order = day_first if order is None else order
    out: list[Timex] = []
    problems: list[Problem] = []
    spoken: dict[int, date] = {}
    compared = Compared()
    said: dict[str, str] = {}
    clocked: date | None = None
    clocked_at = 0
    for i, m in enumerate(matches):
        expr = in_range(text, matches, i, out, anchor)

        def tense(m: Match = m) -> str | None:
            return direction(text, m.start, m.end)

        beside = day_beside(text, matches, i, out, anchor) if isinstance(expr, DayShift) and expr.clock else None
        told = clocked if m.start - clocked_at < _TOLD_REACH else None
        quarter, period = quarter_near(compared, m.start), period_near(compared, m.start, text[m.start : m.end])
        r = as_set(m.expr) if is_habit(text, m) else resolve(expr, Context(anchor, spoken, quarter, tense, order, beside, told, period))
        r = _of_the_year_said(r, m.expr, said, anchor)
        if r.problem:
            problems.append(Problem(m.start, m.end, r.problem, r.candidates))
            continue
        if not r.value:
            continue  # the latest period, where none is spoken of
        compared = noted(compared, expr, r, m.start, m.end, anchor)
        t = _timex(m, r)
        out.append(t)
        if isinstance(m.expr, Calendar) and m.expr.day and t.start_date:
            said[t.start_date[5:]] = t.start_date
        aside = isinstance(expr, Referred) and expr.shift < 0  # "the previous night": it is told on from where it was
        aside |= 1 in spoken and _SAID.search(text, max(0, m.start - _SAID_NEAR), m.start) is not None  # shot on Wednesday, police said yesterday
        if not aside and t.type in ("DATE", "TIME") and (days := cal.bounds(t.value)) and len(t.value) >= 4 and "/" not in t.value:
            spoken.pop(size := (days[1] - days[0]).days + 1, None)
            spoken[size] = days[0]
            if isinstance(expr, Calendar | DayShift) and expr.clock:
                clocked, clocked_at = (days[0] if isinstance(expr, Calendar) else clocked), m.start
    return [_spelled_out(text, *pair) for pair in zip_longest(out, out[1:])], problems


_SAID = re.compile(r"\b(?:said|says|added|told|confirmed|reported)(?: (?:reporters|journalists|[A-Z]\w+|in an? \w+(?: \w+)?))?(?: on)? \Z")
_SAID_NEAR = 50  # characters before a day in which somebody says so on it
_NEAR = 45  # days: a day so near is of this year, whatever happened on it in another


def _of_the_year_said(r: Resolved, expr: Expr, said: dict[str, str], anchor: date | None) -> Resolved:
    """A day without its year is the one of that number that the text has spoken of, unless it is near: "the Oct. 7 attack", after "since 7 October"."""
    spoken = said.get(r.value[5:]) if without_year(expr) and r.type == "DATE" else None
    if not spoken:
        return r
    day = cal.bounds(r.value)
    if anchor is not None and (not day or abs((day[0] - anchor).days) <= _NEAR):
        return r
    return replace(r, value=spoken, anchor=f"reference {spoken}")


def _spelled_out(text: str, t: Timex, after: Timex | None) -> Timex:
    """A weekday is the day that stands in brackets after it, and a day that nothing else dates the one after a comma: Sunday (26 October 2025);
    yesterday, Monday, 27 January 2025."""
    if not after or t.type != "DATE" or after.start_date != after.value:
        return t
    undated = t.value == "XXXX-XX-XX" and text[t.end : after.start] == ", "
    bracketed = text[t.end : after.start] == " (" and text[after.end : after.end + 1] == ")"
    if not undated and not (bracketed and WEEKDAYS.get(text[t.start : t.end][:3].lower()) == date.fromisoformat(after.value).weekday()):
        return t
    return replace(t, value=after.value, edtf=after.edtf, start_date=after.start_date, end_date=after.end_date, anchor=after.anchor)


def _article_order(matches: list[Match]) -> bool | None:
    """True when the unambiguous numeric dates of the article are day first, False when month first, None when they don't say."""
    votes = [m.expr.first > 12 for m in matches if isinstance(m.expr, Numeric) and (m.expr.first > 12) != (m.expr.second > 12)]
    return votes[0] if votes and all(v == votes[0] for v in votes) else None


def _timex(m: Match, r: Resolved) -> Timex:
    dated = r.type in ("DATE", "TIME")
    days = cal.bounds(r.value) if dated else None
    return Timex(
        m.start,
        m.end,
        r.type,  # type: ignore[arg-type]
        r.value,
        r.mod,
        m.rule.id,
        r.anchor,
        cal.edtf(r.value, r.mod) if dated else None,
        str(days[0]) if days else None,
        str(days[1]) if days else None,
    )

"""What is done every year, week or day is of none: "celebrated annually on May 4", "Tuesday to Sunday from 8 a.m."."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.resources import toml, words
from extractor.temporal.context import Context, Resolved
from extractor.temporal.expr import DayShift, Expr, Weekday
from extractor.temporal.grammar import Match
from extractor.temporal.resolve import part_without_year, resolve, without_year
from extractor.temporal.tense import direction, sentence_before

_DAY = f"(?:{toml('timex')['macros']['WEEKDAY']})"
_TO = " ?(?:to|through|-|–) ?"
_TO_DAY = f"{_TO}{_DAY}"
_LOOK_BACK = 120  # characters of the sentence before
_WORD = re.compile(r"[a-z]+")
_YEARLY = re.compile(r"\b(?:usually|typically|normally|traditionally|generally|customarily|annually|(?:each|every) year)\b([^,;:]{0,80})\Z", re.IGNORECASE)
_EACH_YEAR = re.compile(r"(?: (?:of )?(?:each|every) year| annually)\b")
_DAILY = re.compile(
    rf"\b(?:[Ss]even days a week|(?:[Ee]very|[Ee]ach) (?:day|week(?:day|end))|[Dd]aily|[Ww]eekdays|[Oo]pening hours|{_DAY}{_TO_DAY})"
    r"\b[^.;\n]{0,24}(?:(?<=[ap])\.m\.[^.;\n]{0,12})?\Z"
)
_EVERY_DAY = re.compile(r" (?:every|each) (?:day|night|morning|evening|week(?:day|end))\b| daily\b")
_HOUR = r"\d{1,2}(?:[:.]\d\d)? ?"
_HOURS = rf",? ?\(?(?:from |between )?{_HOUR}(?:[ap]\.?m|to\b|-|–|until\b)"
_OPENS = re.compile(f"{_TO_DAY}{_HOURS}")
_CLOSES = re.compile(_HOURS)
_CLOCK = rf"{_HOUR}[ap]\.?m\.?"
_ON_DAYS = re.compile(rf"(?: ?(?:-|–|to|until) ?{_CLOCK})?,? ?(?:on |from )?{_DAY}{_TO_DAY}\b|{_TO_DAY}\b")  # 9am-5pm Monday to Friday
_HOURS_BEFORE = re.compile(rf"{_CLOCK},? (?:on |from )?{_DAY}{_TO}\Z")
_FROM_DAY = re.compile(rf"\b{_DAY}{_TO}\Z")


def is_habit(text: str, m: Match) -> bool:
    """The day, month, quarter or season of a match is of every year or week, its time of every day."""
    expr = m.expr
    if isinstance(expr, DayShift):
        return bool(expr.clock) and (
            _ON_DAYS.match(text, m.end) is not None
            or _EVERY_DAY.match(text, m.end) is not None
            or _DAILY.search(text, max(0, m.start - _LOOK_BACK), m.start) is not None
        )
    weekly = isinstance(expr, Weekday) and expr.shift is expr.week is None
    if not weekly and not part_without_year(expr) and (not without_year(expr) or expr.told):
        return False
    if weekly and _is_open(text, m):
        return True
    if _EACH_YEAR.match(text, m.end):
        return True
    yearly = _YEARLY.search(sentence_before(text, m.start, _LOOK_BACK))
    return yearly is not None and words("speech").isdisjoint(_WORD.findall(yearly[1]))


def _is_open(text: str, m: Match) -> bool:
    """Days with hours and without a verb are those on which something opens."""
    if isinstance(m.expr, Weekday) and m.expr.clock:
        return _ON_DAYS.match(text, m.end) is not None  # 5pm Monday to Friday
    if _HOURS_BEFORE.search(text, max(0, m.start - 40), m.start):
        return True
    to = _FROM_DAY.search(text, max(0, m.start - 16), m.start)
    hours = _CLOSES.match(text, m.end) if to else _OPENS.match(text, m.end)
    return hours is not None and direction(text, to.start() if to else m.start, m.end) is None


def as_set(expr: Expr) -> Resolved:
    """Its value without a year, week or day."""
    r = resolve(expr, Context(None, {}, None, lambda: None))
    return r if r.problem else replace(r, type="SET")

"""The years of a chronicle: what is listed under "1994", or below "Jan 1, 1992 - ...", is of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractor.temporal.expr import Calendar
from extractor.temporal.grammar import Match
from extractor.temporal.resolve import without_year

_HEADING = re.compile(r"^[^\w\n]{0,4}((?:19|20)\d\d)[^\w\n]{0,3}$", re.MULTILINE)
_BEFORE = re.compile(r"(?:\A|\n)[^\w\n]{0,6}\Z")
_AFTER = re.compile(r" ?(?:[:–—|-]|\n|\Z)")


def in_chronicle(text: str, matches: list[Match], anchor: date | None) -> Iterator[Match]:
    """The matches, those that begin an entry with the year of the heading or the entry above; one pass over the text."""
    headings = [(m.start(1), int(m[1])) for m in _HEADING.finditer(text)]
    year, h = None, 0
    for m in matches:
        while h < len(headings) and headings[h][0] <= m.start:
            year, h = headings[h][1], h + 1
        expr = m.expr
        if not isinstance(expr, Calendar) or expr.month is None or not _BEFORE.search(text, max(0, m.start - 8), m.start):
            yield m
        elif expr.year is not None:
            # the date of publication heads no chronicle; below it days may be of the next year
            year = expr.year if anchor is None or expr.year != anchor.year else None
            yield m
        elif year is not None and without_year(expr) and not expr.told and _AFTER.match(text, m.end):
            yield replace(m, expr=replace(expr, year=year))
        else:
            yield m

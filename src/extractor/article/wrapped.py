"""Prose that was broken into lines of one width, as wires, mail, terminals and PDF columns do: which line breaks are spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.article.lines import ENDS, rows
from extractor.article.mojibake import Edit
from extractor.resources import any_of, words

_WIDTHS = range(24, 121)
_FEW = 3  # breaks within sentences below which nothing is sure
_LONGEST = 10  # one line in so many may be longer than the width: a headline, an address
_SHORTENED = re.compile(rf"(?:\b(?:[A-Z]\.){{1,3}}|\b{any_of(words('abbreviations'))}\.)\Z")  # E.F. / Hutton
_FULL = 0.75  # of the width, in letters that are not all as wide


def breaks(text: str) -> list[Edit]:
    """The line breaks within paragraphs, each a space.

    Either a greedy wrapper made them (the next line's first word had no room), or a column of proportional letters (a line nearly as long as
    the width, in the middle of a sentence). A list or a poem has as many lines that end before the width, and its lines begin with capitals.
    """
    pairs = [(a, b) for a, b in pairwise(_lines(text)) if a.end > a.start and b.end > b.start]
    lengths = sorted(a.end - a.start for a, _ in pairs)
    width = lengths[-1 - len(lengths) // _LONGEST] if lengths else 0
    if width not in _WIDTHS:
        return []
    soft = [(a.end, b.start) for a, b in pairs if b.indent <= a.indent and _goes_on(text, a, b, width)]
    inside = sum(text[b].islower() for _, b in soft)
    if inside < _FEW or inside * 2 < len(soft) or len(soft) * 2 < len(pairs):
        return []
    return [(a, b, " ") for a, b in soft]


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def _lines(text: str) -> Iterator[_Line]:
    """What each line holds but the spaces and quotation marks (">") around it; nothing, where it is blank."""
    for at, line in rows(text):
        words = line.lstrip("> \t")
        start = at + len(line) - len(words)
        yield _Line(start, start + len(words.rstrip()), len(line) - len(words))


def _goes_on(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Line `a` was full, or nearly so and its sentence goes on in `b`; a headline in capitals goes on in no line that isn't."""
    if text[a.start : a.end].isupper() and not text[b.start : b.end].isupper():
        return False
    length = a.end - a.start
    word = text[b.start : b.end].split(maxsplit=1)[0]
    if length + 1 + len(word) > width:
        return True
    ended = ENDS.search(text, max(a.start, a.end - 8), a.end) and not _SHORTENED.search(text, max(a.start, a.end - 8), a.end)
    return length >= width * _FULL and (text[b.start].islower() or not ended)

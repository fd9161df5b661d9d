"""The text that recognizers read: as long as the article, with what is no story blanked and soft line breaks as spaces."""

from __future__ import annotations

import re

from extractor import resources
from extractor.article.lines import BULLET, ENDS, FIXTURE, LONG, LOWER
from extractor.resources import compiled
from extractor.types import SILENT, Section


def blank(m: re.Match[str]) -> str:
    """Spaces for a match, character for character."""
    return " " * len(m.group())


def without_addresses(text: str) -> str:
    """Web addresses blanked: their words name nothing in the story."""
    return _URL.sub(blank, text)


def flatten(text: str, sections: tuple[Section, ...], include_silent: bool) -> str:
    """The text that recognizers read, character for character as long: straight apostrophes, soft line breaks as spaces,
    silent sections blanked."""
    out = without_addresses(text.translate(_PLAIN))
    parts: list[str] = []
    for s in sections:
        chunk = out[s.start : s.end]
        parts.append("\n" * len(chunk) if s.kind in SILENT and not include_silent else chunk)
    titled = {s.end: s.start for s in sections if s.kind == "title"}
    flat = _SOFT.sub(lambda m: m.group() if m.end() in titled and _unwrapped(m, titled[m.end()], _TITLE) else _joined(m), "".join(parts))
    return _WIDE_ROW.sub(_cells_apart, flat) if "  " in flat or "\t" in flat else flat


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "′": "'", "\r": "\n", "\u2028": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n", "″": '"'})
_SOFT = re.compile(r"(?<=\S)[ \t]*\n(?=[^\s])")
_GAP = re.compile(r"(?<=\S)(?: {2,}| ?\t[ \t]*)(?=\S)")
_WIDE_ROW = re.compile(r"[^\n]+")


def _cells_apart(m: re.Match[str]) -> str:
    """A row of a table with each cell on a line of its own, so that no name goes on in the next one. Sentences have gaps, too."""
    row = m.group()
    if len(row) > LONG or not ("  " in row or "\t" in row):
        return row
    cells = _GAP.split(row.strip())
    if len(cells) < 3 or any(c[0].islower() for c in cells) or any(c[-1] in '.!?:;,"”' for c in cells[:-1]):
        return row
    return _GAP.sub(lambda gap: "\n" + " " * (len(gap.group()) - 1), row)


_CONTINUES = compiled(r"[a-z0-9(“\"'’–—-]|[A-Z][\w'’.-]*,? (?:[a-z]|[A-Z][\w'’-]* [a-z])")
_FRESH = re.compile(r"(?:The|A|An|In|On|At|By|It|He|She|They|But|And|This|That|For|From|With|After|As|When|If|While)\b")
_LAST_WORD = re.compile(r"(\S+)\s*\Z")
_PARAGRAPH = compiled(r"[A-Z][^\n]{100}")
_TITLE, _HEADING = 80, 60  # characters of a line that is no part of a wrapped paragraph, when the next has more than a hundred


def _unwrapped(m: re.Match[str], start: int, most: int) -> bool:
    """The lines of this page are no wrapped ones: under the one that began at `start`, of less than `most` characters, comes one that is much longer."""
    return m.start() - start < most and _PARAGRAPH.match(m.string, m.end()) is not None


def _joined(m: re.Match[str]) -> str:
    s, gap = m.string, m.group()
    start = s.rfind("\n", 0, m.start()) + 1
    left = s[start : m.start()][-LONG:]
    right = s[m.end() : m.end() + 80].split("\n")[0]
    if FIXTURE.fullmatch(left.strip()) and FIXTURE.fullmatch(right.strip()):
        return gap  # a schedule
    if _unwrapped(m, start, _HEADING) or ENDS.search(left) or not _CONTINUES.match(right) or _FRESH.match(right):
        return gap
    last = _LAST_WORD.search(left)
    word = last.group(1) if last else ""
    if not LOWER.search(left) or (BULLET.match(left) and right[:1].isupper()):
        return gap  # a headline or a label in capitals, a point of a list
    if right[:1].islower() or (word[:1].isupper() and LOWER.search(left)) or word in resources.words("particles"):
        return " " * len(gap)
    return gap

"""Lines of a pasted article to sections: what is the story, and what surrounds it."""

from __future__ import annotations

import re

from extractor.article.lines import ENDS, LONG, Kinds, Line, cued, cues, is_headline, is_signed, is_stamp, source_of, split_lines
from extractor.article.tail import mark_tail
from extractor.article.top import mark_top
from extractor.resources import compiled
from extractor.types import Section, SectionKind

_GLUED = compiled(r"\s*([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})\s*\1\s*\Z")
_STORY = 12  # words of a line that can be a paragraph
_TAILS: tuple[SectionKind, ...] = ("credit", "boilerplate")
_RULE = re.compile(r"[\W_]{2,}\Z")


def layout(text: str) -> tuple[Section, ...]:
    """Sections that cover `text` in order without overlap; white space between lines belongs to the one before."""
    lines = split_lines(text)
    if not lines:
        return (Section("body", 0, len(text)),) if text else ()
    kinds = _by_cue(lines)
    mark_top(lines, kinds)
    mark_tail(lines, kinds)
    _mark_rules(lines, kinds)
    _keep_a_story(lines, kinds)
    out: list[Section] = []
    for line, kind in zip(lines, kinds, strict=True):
        for k, end in _split(line, kind or "body"):
            start = out[-1].end if out else 0
            if out and out[-1].kind == k:
                out[-1] = Section(k, out[-1].start, end)
            else:
                out.append(Section(k, start, end))
    out[-1] = Section(out[-1].kind, out[-1].start, len(text))
    return tuple(out)


def _by_cue(lines: list[Line]) -> Kinds:
    kinds: Kinds = []
    for i, line in enumerate(lines):
        t = line.text[:LONG]
        kind: SectionKind | None = None
        if len(line.text) < 250 and cued(t, "related"):
            kind = "related"
        elif len(line.text) < 400 and cued(t, "boilerplate"):
            kind = "boilerplate"
        elif _GLUED.match(t) or (i < 15 and (is_signed(t) or (i and source_of(t)) or cued(t, "byline")) and not ENDS.search(line.text)):
            kind = "byline"
        elif len(line.text) < 350 and cued(t, "credit"):
            kind = "credit"
        elif cued(t, "caption"):
            kind = "caption"
        elif (len(line.text) < 220 and cued(t, "header")) or (i < 15 and is_stamp(line.text)):
            kind = "header"
        kinds.append(kind)
    for i in range(1, min(15, len(lines))):
        if kinds[i] in (None, "caption") and cued(lines[i].text, "caption", "credits"):
            kinds[i] = "caption"
            kinds[i - 1] = kinds[i - 1] or "caption"
    for i in range(1, len(lines)):  # a label, and the headline under it
        if kinds[i] is None and kinds[i - 1] == "related" and cued(lines[i - 1].text, "related", "labels") and is_headline(lines[i].text):
            kinds[i] = "related"
    return kinds


def _mark_rules(lines: list[Line], kinds: Kinds) -> None:
    """A line of dashes or stars belongs to what follows it, unless that is the story."""
    for i in range(len(lines) - 2, -1, -1):
        if kinds[i] is None and kinds[i + 1] in ("credit", "boilerplate", "related") and _RULE.match(lines[i].text.strip()):
            kinds[i] = kinds[i + 1]


def _keep_a_story(lines: list[Line], kinds: Kinds) -> None:
    """Where every line surrounds a story that isn't there, the paragraphs are it: a correction that somebody pasted alone."""
    if not any(kind in (None, "body", "title", "standfirst") for kind in kinds):
        for i, line in enumerate(lines):
            if kinds[i] in ("boilerplate", "header", "related") and len(line.text.split()) > _STORY:
                kinds[i] = "body"


def _split(line: Line, kind: SectionKind) -> list[tuple[SectionKind, int]]:
    """A closing credit at the end of a paragraph, or what a feed adds there, is a section of its own."""
    for end in _TAILS if kind == "body" else ():
        _, tails = cues(end, "tails")
        m = tails.search(line.text, max(0, len(line.text) - LONG))
        if m and m.start() > 0:
            return [("body", line.start + m.start()), (end, line.end)]
    return [(kind, line.end)]

"""Mojibake, invisible characters, entities and tags: cleaned text, and a map from each of its characters to the raw text."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractor.article import escapes, mojibake, tokenized, wrapped
from extractor.article.lines import rows
from extractor.article.mojibake import Edit
from extractor.resources import any_of, words
from extractor.types import Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Repaired text; `starts[i]`, `ends[i]` bound in the raw text what character i was made of (None: nothing was changed)."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None
    repairs: tuple[Repair, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open range of the cleaned range [start, end)."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


Step = tuple[str, Callable[[str], list[Edit]]]
"""The kind of a repair, and what finds its edits in a text."""


def repair(raw: str, plain_tags: bool = True) -> Cleaned:
    """Clean `raw` for recognition. Clean text comes back as it is, with no map and no repairs."""
    cleaned = Cleaned(raw)
    counts: Counter[str] = Counter()
    before: Step | None = None
    found: list[Edit] = []
    for step in _STEPS:
        kind, find = step
        if (step == before and not found) or (not plain_tags and kind in ("tag", "entity", "escape", "markdown")):
            continue  # one that stands again is asked again when it has changed something
        found = find(cleaned.text)
        cleaned = _rewrite(cleaned, found)
        counts[kind] += len(found)
        before = step
    return replace(cleaned, repairs=tuple(Repair(k, n) for k, n in sorted(counts.items()) if n))


def _rewrite(source: Cleaned, edits: list[Edit]) -> Cleaned:
    if not edits:
        return source
    starts = source.starts or array("i", range(len(source.text)))
    ends = source.ends or array("i", range(1, len(source.text) + 1))
    text: list[str] = []
    new_starts, new_ends = array("i"), array("i")
    at = 0
    for a, b, new in [*edits, (len(source.text), len(source.text), "")]:
        text.append(source.text[at:a])
        new_starts += starts[at:a]
        new_ends += ends[at:a]
        text.append(new)
        n, k = b - a, len(new)
        for j in range(k):  # spread the new characters evenly over what they were made of
            new_starts.append(starts[a + j * n // k])
            new_ends.append(ends[a + max((j + 1) * n // k, j * n // k + 1) - 1])
        at = b
    return replace(source, text="".join(text), starts=new_starts, ends=new_ends)


_HYPHENATED = re.compile(r"(?<=[^\W\d_]{2})[-\u2010]\r?\n[ \t]*(?=[a-z\xdf-\xff]{2})")  # a word broken at the end of a hard-wrapped line
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufe0e\ufe0f\x00-\x08\x0b\x0c\x0e-\x1f]+")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES = re.compile("[ﬀ-ﬆ！-～]")
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")
_TAGS = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|b|i|em|strong|a|span|img|td|tr|table|blockquote|figure|figcaption|section|article|header|footer)(?:\s[^<>]{0,400})?/?>",
    re.I,
)
_ENTITIES = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|table|blockquote|figure|section|article)\b", re.I)


_LINK_OPENS = re.compile(r"!?\[(?=[^\[\]\n]{1,200}\]\((?:https?://|/|#)[^\s()]{0,500}\))")
_LINK_CLOSES = re.compile(r"\]\((?:https?://|/|#)[^\s()]{0,500}\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?![\w*])|^#{1,6} ", re.M)
_REFERENCES = re.compile(r"(?<=[\w.,;:!?)\"”’])(?:\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed|edit)\]){1,9}")
_RIC = r"[A-Z][A-Z0-9]{1,7}[a-z]?(?:\.[A-Z]{1,2}| [A-Z]{2})|[A-Z]\.N|\d{4,6}\.[A-Z]{1,3}"  # NOKIA.HE, VOLV ST, F.N, 2007.HK
TRADED = re.compile(  # Acme Corp (NYSE: ACM; LSE: ACX)
    rf" ?\((?:{any_of(words('exchanges'))}(?: \w{{1,10}})?: ?[A-Z0-9.]{{1,8}}(?:[,;] ?(?:[A-Z]{{2,8}}: ?)?[A-Z0-9.]{{1,8}}){{0,4}}[,;]? ?)\)"
)
_TICKERS = re.compile(  # Nokia (NOKIA.HE), VOLVO <VOLV ST>, the S&P [.SPX]
    rf"[ \n]?(?:<(?:{_RIC}|[A-Z]{{1,5}})>|\((?:{_RIC.replace('| [A-Z]{2}', '')})\)|\[(?:{_RIC}|[A-Z]{{2,6}}/[A-Z]{{1,6}}|\.[A-Z0-9]{{2,8}})\])"
)
_NAMED = re.compile(r"(?:^|\s|[(<])[A-Z0-9][\w.,&'’/-]{0,28}[)>]?\Z")
_ANGLED = re.compile(r"<([A-Z(][^<>]{1,90})>")
_CLITIC = r"(?=(?:s|t|re|ve|ll|d|m)\b(?!=))"
_APOSTROPHES = re.compile(rf"(?<=[^\W\d_])(?:[`´]|\?{{1,3}}|\ufffd{{1,3}}){_CLITIC}")
_LOST_MARKS = re.compile(r"(?<![^\s(])\ufffd{1,3}(?=\w)|(?<=[\w.,!?])\ufffd{1,3}(?![^\s.,;:)])|(?<=[ \t])\ufffd{1,3}(?=\s)")
_GAPS = re.compile(r"(?<=\S) +(?=\S)")
_NUMBERS = re.compile(r"(?<!\S)[\d.,:+-]+(?!\S)")
_JUSTIFIED = 6  # gaps of a line below which nothing is sure


def _each(pattern: re.Pattern[str], fix: Callable[[re.Match[str]], str], signs: str = "") -> Callable[[str], list[Edit]]:
    """A step that edits each match; a text without any of these signs has none."""

    def find(text: str) -> list[Edit]:
        if signs and not any(c in text for c in signs):
            return []
        return [(m.start(), m.end(), new) for m in pattern.finditer(text) if (new := fix(m)) != m.group()]

    return find


def _lost_mark(m: re.Match[str]) -> str:
    """What stood where a sign of Windows-1252 became the replacement character: by the side that its word stands on."""
    before, after = m.string[max(0, m.start() - 1) : m.start()], m.string[m.end() : m.end() + 1]
    return "“" if after[:1].isalnum() else "”" if before.strip() else "–"


def _justified(text: str) -> list[Edit]:
    """The spaces but one of each gap, where most gaps of a line of prose or of the text are wide; a table's line has numbers."""
    if "  " not in text:
        return []
    widths = [m.end() - m.start() for m in _GAPS.finditer(text)]
    everywhere = sum(n > 1 for n in widths) * 4 > len(widths) * 3
    out: list[Edit] = []
    for start, line in rows(text):
        gaps = [(m.start(), m.end()) for m in _GAPS.finditer(text, start, start + len(line))]
        wide = [(a + 1, b, "") for a, b in gaps if b - a > 1]
        prose = everywhere or (len(gaps) >= _JUSTIFIED and len(wide) * 2 > len(gaps))
        if prose and len(_NUMBERS.findall(line)) * 4 <= len(gaps):
            out += wide
    return out


# in this order: entities and escapes may hide mojibake, which may be broken twice and more, and what it gives back may be invisible
_STEPS: tuple[Step, ...] = (
    ("tag", _each(_TAGS, lambda m: "\n" if _BLOCK.match(m.group()) else "")),
    ("entity", _each(_ENTITIES, lambda m: html.unescape(m.group()))),
    ("escape", escapes.edits),
    *((("mojibake", mojibake.edits),) * 3),
    ("mark", _each(_APOSTROPHES, lambda m: "’", "?`´\ufffd")),
    ("mark", _each(_LOST_MARKS, _lost_mark, "\ufffd")),
    ("hyphenation", _each(_HYPHENATED, lambda m: "", "\n")),
    ("invisible", _each(_INVISIBLE, lambda m: "")),
    ("space", _each(_SPACES, lambda m: " ")),
    ("compatibility", _each(_LIGATURES, lambda m: unicodedata.normalize("NFKC", m.group()))),
    ("composed", _each(_DECOMPOSED, lambda m: unicodedata.normalize("NFC", m.group()))),
    ("markdown", _each(_LINK_OPENS, lambda m: "", "[")),
    ("markdown", _each(_LINK_CLOSES, lambda m: "", "]")),
    ("markdown", _each(_EMPHASIS, lambda m: "", "*#")),
    ("reference", _each(_REFERENCES, lambda m: "", "[")),
    ("reference", _each(TRADED, lambda m: "", "(")),
    ("reference", _each(_TICKERS, lambda m: "" if _NAMED.search(m.string, max(0, m.start() - 30), m.start()) else m.group(), "(<[")),
    ("bracket", _each(_ANGLED, lambda m: f"({m[1]})", "<")),
    ("wrapped", wrapped.breaks),
    ("justified", _justified),
    ("tokenized", tokenized.signs),
    ("tokenized", tokenized.spaces),
)

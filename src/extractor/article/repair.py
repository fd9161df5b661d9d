"""Mojibake, invisible characters, entities and tags: cleaned text, and a map from each of its characters to the raw text."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractor.article import mojibake
from extractor.article.mojibake import Edit
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


def repair(raw: str, plain_tags: bool = True) -> Cleaned:
    """Clean `raw` for recognition. Clean text comes back as it is, with no map and no repairs."""
    cleaned = Cleaned(raw)
    counts: Counter[str] = Counter()

    def change(kind: str, edits: list[Edit]) -> None:
        nonlocal cleaned
        cleaned = _rewrite(cleaned, edits)
        counts[kind] += len(edits)

    for kind, pattern, fix in _STEPS:
        if kind == "mojibake":
            for _ in range(3):
                if not (found := mojibake.edits(cleaned.text)):
                    break
                change(kind, found)
        elif plain_tags or kind not in ("tag", "entity"):
            change(kind, [(m.start(), m.end(), new) for m in pattern.finditer(cleaned.text) if (new := fix(m)) != m.group()])
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


# mojibake stands where it is done: entities may hide it, and what it gives back may be invisible
_STEPS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("tag", _TAGS, lambda m: "\n" if _BLOCK.match(m.group()) else ""),
    ("entity", _ENTITIES, lambda m: html.unescape(m.group())),
    ("mojibake", re.compile("(?!)"), lambda m: m.group()),
    ("hyphenation", _HYPHENATED, lambda m: ""),
    ("invisible", _INVISIBLE, lambda m: ""),
    ("space", _SPACES, lambda m: " "),
    ("compatibility", _LIGATURES, lambda m: unicodedata.normalize("NFKC", m.group())),
    ("composed", _DECOMPOSED, lambda m: unicodedata.normalize("NFC", m.group())),
)

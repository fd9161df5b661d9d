"""What all resolvers share: ids, and mentions in raw offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from extractor.article.repair import Cleaned
from extractor.gazetteer import fold
from extractor.types import Mention, Section, SectionKind, Span


@dataclass(frozen=True, slots=True)
class View:
    """One article as resolvers see it: raw, cleaned and flattened text, and its sections in cleaned offsets."""

    raw: str
    cleaned: Cleaned
    flat: str
    sections: tuple[Section, ...]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [s.start for s in self.sections])

    def section(self, at: int) -> SectionKind:
        """Kind of the section that holds a cleaned offset."""
        i = bisect_right(self.starts, at) - 1
        return self.sections[max(i, 0)].kind

    def place(self, start: int, end: int) -> dict[str, Any]:
        """The fields of a Mention that say where it is, in raw offsets."""
        a, b = self.cleaned.to_raw(start, end)
        return {"start": a, "end": b, "text": self.raw[a:b], "section": self.section(start)}

    def mention(self, span: Span) -> Mention:
        """The raw mention of a span."""
        return Mention(**self.place(span.start, span.end), rule=span.rule, confidence=span.score)

    def name(self, span: Span) -> str:
        """The span's text as a name: repaired, on one line."""
        return re.sub(r"\s+", " ", self.cleaned.text[span.start : span.end]).strip()


def slug(kind: str, name: str) -> str:
    """A readable ASCII id; names in other scripts keep their code points in hexadecimal."""
    ascii_name = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return f"{kind}:{ascii_name or '-'.join(f'{ord(c):x}' for c in name if not c.isspace())[:60]}"


def unique(ids: list[str]) -> list[str]:
    """Ids with a number added where two entities would share one."""
    seen: dict[str, int] = {}
    out = []
    for i in ids:
        seen[i] = seen.get(i, 0) + 1
        out.append(i if seen[i] == 1 else f"{i}-{seen[i]}")
    return out


def positions(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """All positions within half-open ranges."""
    return frozenset(i for a, b in ranges for i in range(a, b))

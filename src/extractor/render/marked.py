"""The text of a record cut at its mentions: a nested run of pieces for formats that show the article itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.render.entities import Entity
from extractor.types import Mention


@dataclass(frozen=True, slots=True)
class Open:
    """A mention begins here."""

    mention: Mention
    entity: Entity
    number: int  # in the order of the text, from 0


@dataclass(frozen=True, slots=True)
class Close:
    """The mention opened last ends here."""


def pieces(text: str, mentions: Sequence[tuple[Mention, Entity]], start: int, end: int) -> Iterator[str | Open | Close]:
    """Text, Open and Close of text[start:end], properly nested: a mention that crosses the end of an outer one stops there.

    `mentions` are all mentions of the text, in its order.
    """
    end = min(end, len(text))
    first = bisect_left(mentions, start, key=lambda x: x[0].start)
    last = bisect_left(mentions, end, key=lambda x: x[0].start)
    at = start
    stack: list[int] = []
    for number in range(first, last):
        m, e = mentions[number]
        while stack and stack[-1] <= m.start:
            yield text[at : stack[-1]]
            yield Close()
            at = stack.pop()
        yield text[at : m.start]
        yield Open(m, e, number)
        at = m.start
        stack.append(min(m.end, end, *stack[-1:]))
    while stack:
        yield text[at : stack[-1]]
        yield Close()
        at = stack.pop()
    yield text[at:end]

"""The one overlap policy: spans compete, look-alikes among them; the best stay, the rest of what they covered goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from extractor.types import Span

# who wins where two spans touch; within one rank the longer, then the earlier
RANKS = ("pattern", "drop", "dateline", "body", "listed-long", "person-sure", "org-long", "listed", "person", "model", "weak")


_PLACES = ("GPE", "LOC", "country", "code", "capital", "region", "state", "seat", "place")
_SAME = {"org": "ORG", "BODY": "ORG", "demonym": "NORP"} | dict.fromkeys(_PLACES, "PLACE")


def _says(s: Span) -> str:
    return _SAME.get(s.label, s.label)


def best_spans(candidates: Iterable[tuple[str, Span]], beaten: list[tuple[Span, Span]] | None = None) -> list[Span]:
    """Non-overlapping spans in order of place, chosen by rank, length and place from (rank, span) pairs. n log n.

    `beaten` collects what lost, as (loser, the first winner that it touches), when it would have said something else.
    """
    order = {r: i for i, r in enumerate(RANKS)}
    ranked = sorted(candidates, key=lambda c: (order[c[0]], c[1].start - c[1].end, c[1].start, c[1].label))
    if not ranked:
        return []
    used = bytearray(max(s.end for _, s in ranked))
    taken: list[Span] = []
    lost: list[Span] = []
    for _, s in ranked:
        if s.end > s.start and not any(used[s.start : s.end]):
            used[s.start : s.end] = b"\x01" * (s.end - s.start)
            taken.append(s)
        else:
            lost.append(s)
    taken.sort(key=lambda s: s.start)
    if beaten is not None:
        ends = [s.end for s in taken]
        winners = ((s, taken[bisect_right(ends, s.start)]) for s in lost if s.end > s.start)
        beaten += [(s, w) for s, w in winners if (s.start, s.end, _says(s)) != (w.start, w.end, _says(w))]
    return taken

"""The one overlap policy: spans compete, look-alikes among them; the best stay, the rest of what they covered goes."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.types import Span

# who wins where two spans touch; within one rank the longer, then the earlier
RANKS = ("pattern", "drop", "dateline", "body", "listed-long", "person-sure", "org-long", "listed", "person", "model", "weak")


def best_spans(candidates: Iterable[tuple[str, Span]]) -> list[Span]:
    """Non-overlapping spans in order of place, chosen by rank, length and place from (rank, span) pairs. n log n."""
    order = {r: i for i, r in enumerate(RANKS)}
    ranked = sorted(candidates, key=lambda c: (order[c[0]], c[1].start - c[1].end, c[1].start, c[1].label))
    if not ranked:
        return []
    used = bytearray(max(s.end for _, s in ranked))
    taken = []
    for _, s in ranked:
        if s.end > s.start and not any(used[s.start : s.end]):
            used[s.start : s.end] = b"\x01" * (s.end - s.start)
            taken.append(s)
    return sorted(taken, key=lambda s: s.start)

"""Places to entities: one a name and country."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.entities.common import View, slug, unique
from extractor.entities.namesakes import Hit
from extractor.types import Place, Span


def collect_places(view: View, hits: Sequence[Hit]) -> list[Place]:
    """Cities, regions and other places, one entity a name and country."""
    by: dict[tuple[str, str | None], list[Hit]] = {}
    for h in hits:
        if h.place:
            by.setdefault((h.place[0], h.code), []).append(h)
    ids = unique([slug("place", name) for name, _ in by])
    return [
        Place(
            i,
            name,
            hs[0].place[1] if hs[0].place else "other",
            code,
            [view.mention(Span(h.span.start, h.span.end, "PLACE", h.rule, None, h.span.score)) for h in hs],
        )
        for i, ((name, code), hs) in zip(ids, by.items(), strict=True)
    ]

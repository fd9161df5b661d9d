"""Resolved time expressions to date entities: one a value and type; what has no one value is unresolved."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.entities.common import View
from extractor.temporal.recognize import Problem
from extractor.types import DateEntity, DateMention, Timex, Unresolved


def collect_dates(view: View, times: Sequence[Timex], problems: Sequence[Problem]) -> tuple[list[DateEntity], list[Unresolved]]:
    """Entities in order of first mention."""
    by: dict[tuple[str, str], list[Timex]] = {}
    for t in times:
        by.setdefault((t.type, t.value), []).append(t)
    out = []
    for (kind, value), ts in by.items():
        mentions = [DateMention(**view.place(t.start, t.end), rule=t.rule, anchor=t.anchor, mod=t.mod) for t in ts]
        first = ts[0]
        prefix = "date" if kind in ("DATE", "TIME") else kind.lower()
        out.append(DateEntity(f"{prefix}:{value}", first.type, value, first.edtf, first.start_date, first.end_date, mentions))
    unresolved = []
    for p in problems:
        where = view.place(p.start, p.end)
        unresolved.append(Unresolved(where["text"], where["start"], where["end"], p.reason, list(p.candidates)))
    return out, unresolved

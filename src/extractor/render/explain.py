"""Why each mention of a record was found and resolved the way it was, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extractor.render.entities import mentions_of
from extractor.rules import describe
from extractor.types import CountryMention, DateMention, Record


def render_explain(record: Record, raw: str, at: tuple[int, int] | None = None) -> Iterator[str]:
    """One line a mention: LINE:COL, text, kind, what it stands for, how, rule and its meaning; then what is unresolved.

    `at` (line, column, both from 1) keeps only the mentions there.
    """
    starts = [0, *(i + 1 for i, c in enumerate(raw) if c == "\n")]
    meanings = {rule: what for rule, what, _ in describe()}

    def where(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def covers(start: int, end: int) -> bool:
        return at is None or (at[0] <= len(starts) and start <= starts[at[0] - 1] + at[1] - 1 < end)

    for m, e in mentions_of(record):
        if not covers(m.start, m.end):
            continue
        line, column = where(m.start)
        facts: list[str] = [m.section]
        if isinstance(m, CountryMention):
            facts.append(m.how)
        if isinstance(m, DateMention):
            facts += [x for x in (m.anchor, m.mod) if x]
        if m.confidence is not None:
            facts.append(f"confidence {m.confidence}")
        label = e.countries[0] if e.kind == "country" else e.name
        yield f"{line}:{column}\t{' '.join(m.text.split())}\t{e.kind} {label}\t{m.rule}: {meanings.get(m.rule, '')}\t{', '.join(facts)}\n"
    for u in record.unresolved:
        if covers(u.start, u.end):
            line, column = where(u.start)
            yield f"{line}:{column}\t{' '.join(u.text.split())}\tunresolved\t{u.reason}\t{' or '.join(u.candidates)}\n"

"""Why each mention of a record was found and resolved the way it was, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.positions import Lines
from extractor.render.entities import mentions_of
from extractor.rules import describe
from extractor.terminal import printable
from extractor.types import Beaten, CountryMention, DateMention, Record


def render_explain(record: Record, beaten: Iterable[Beaten], raw: str, at: tuple[int, int] | None = None) -> Iterator[str]:
    """One line a mention: LINE:COL, text, kind, what it stands for, rule and its meaning, how, what lost to it; then what is unresolved.

    `at` (line, column, both from 1) keeps only the mentions there.
    """
    lines = Lines(raw)
    meanings = {rule: what for rule, what, _ in describe()}
    place = lines.offset(*at) if at else None

    def covers(start: int, end: int) -> bool:
        return at is None or (place is not None and start <= place < end)

    lost: dict[int, list[str]] = {}
    for b in beaten:
        lost.setdefault(b.winner, []).append(f"{' '.join(b.text.split())!r} as {b.label} ({b.rule})")
    for m, e in mentions_of(record):
        if not covers(m.start, m.end):
            continue
        line, column = lines.at(m.start)
        facts: list[str] = [m.section]
        if isinstance(m, CountryMention):
            facts.append(m.how)
        if isinstance(m, DateMention):
            facts += [x for x in (m.anchor, m.mod) if x]
        if m.confidence is not None:
            facts.append(f"confidence {m.confidence}")
        over = "".join(f", over {x}" for x in dict.fromkeys(lost.get(m.start, ())))
        label = e.countries[0] if e.kind == "country" else e.name
        what = f"{' '.join(m.text.split())}\t{e.kind} {label}\t{m.rule}: {meanings.get(m.rule, '')}\t{', '.join(facts)}{over}"
        yield printable(f"{line}:{column}\t{what}\n")
    for u in record.unresolved:
        if covers(u.start, u.end):
            line, column = lines.at(u.start)
            yield printable(f"{line}:{column}\t{' '.join(u.text.split())}\tunresolved\t{u.reason}\t{' or '.join(u.candidates)}\n")

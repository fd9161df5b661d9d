"""Texts too long to be held at once with all that is known of them: cut at line ends, extracted part by part, made one record again.

A name that is only half said in a later part is not joined to its bearer in an earlier one: a split beats a wrong merge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from extractor.types import Country, DateEntity, Notice, Organization, Person, Place, Raw, Record, Repair, Section

LONGEST = 1_000_000  # characters of a part: bounds the memory, about 100 MB


def is_long(raw: Raw) -> bool:
    """The text is extracted in parts."""
    return len(raw.text) > LONGEST


def split(text: str) -> Iterator[tuple[int, str]]:
    """(offset, part) of parts that make up the text: cut after an empty line, else after a line, else after a space, else anywhere."""
    at = 0
    while len(text) - at > LONGEST:
        cuts = (text.rfind(mark, at + LONGEST // 2, at + LONGEST) + len(mark) for mark in ("\n\n", "\n", " "))
        end = next((c for c in cuts if c > at + LONGEST // 2), at + LONGEST)
        yield at, text[at:end]
        at = end
    yield at, text[at:]


def extract_in_parts(raw: Raw, extract: Callable[[Raw], Record]) -> Record:
    """The record of a long text. The publication date found in the first part serves the others."""
    records: list[Record] = []
    published = raw.published
    for at, text in split(raw.text):
        record = extract(replace(raw, text=text, published=published))
        published = published or record.article.published.value
        records.append(_moved(record, at))
    return _joined(raw, records)


E = TypeVar("E", Person, Country, Organization, DateEntity, Place)


def _moved(record: Record, at: int) -> Record:
    """The record of a part with its offsets in the whole text."""
    if not at:
        return record

    def move(found: Iterable[Any]) -> list[Any]:
        return [replace(x, start=x.start + at, end=x.end + at) for x in found]

    def entities(found: list[Any]) -> list[Any]:
        moved = [replace(e, mentions=move(e.mentions)) for e in found]
        return [replace(e, nominal_mentions=move(e.nominal_mentions)) if getattr(e, "nominal_mentions", None) else e for e in moved]

    return replace(
        record,
        article=replace(record.article, sections=move(record.article.sections)),
        people=entities(record.people),
        countries=entities(record.countries),
        organizations=entities(record.organizations),
        dates=entities(record.dates),
        places=entities(record.places),
        unresolved=move(record.unresolved),
    )


def _joined(raw: Raw, records: list[Record]) -> Record:
    """One record: entities of one id are one, title, date and focus are the first part's."""
    first = records[0]
    repairs: dict[str, int] = {}
    for r in records:
        for x in r.source.repairs:
            repairs[x.kind] = repairs.get(x.kind, 0) + x.count
    warnings: dict[str, Notice] = {w.code: w for r in reversed(records) for w in r.warnings}
    return replace(
        first,
        source=replace(first.source, chars=len(raw.text), repairs=[Repair(k, n) for k, n in repairs.items()]),
        article=replace(first.article, sections=_sections(s for r in records for s in r.article.sections)),
        people=_by_id(e for r in records for e in r.people),
        countries=_by_id(replace(e, focus=e.focus and r is first) for r in records for e in r.countries),
        organizations=_by_id(e for r in records for e in r.organizations),
        dates=_by_id(e for r in records for e in r.dates),
        places=_by_id(e for r in records for e in r.places),
        unresolved=[u for r in records for u in r.unresolved],
        warnings=[warnings[code] for code in sorted(warnings)],
        text=raw.text if first.text is not None else None,
    )


def _sections(sections: Iterable[Section]) -> list[Section]:
    out: list[Section] = []
    for s in sections:
        if out and out[-1].kind == s.kind:
            out[-1] = replace(out[-1], end=s.end)
        else:
            out.append(s)
    return out


_LISTS = ("aliases", "titles", "countries")


def _by_id(entities: Iterable[E]) -> list[E]:
    """The entities with those of one id made one: lists joined without doubles, `subject` where one part says so."""
    groups: dict[str, list[E]] = {}
    for e in entities:
        groups.setdefault(e.id, []).append(e)
    return [_one(group) if len(group) > 1 else group[0] for group in groups.values()]


def _one(group: list[E]) -> E:
    first = group[0]
    changes: dict[str, Any] = {"mentions": [m for e in group for m in e.mentions]}
    for name in _LISTS:
        if hasattr(first, name):
            changes[name] = list(dict.fromkeys(v for e in group for v in getattr(e, name) if not (name == "aliases" and v == getattr(first, "name", None))))
    if isinstance(first, Person | Organization):
        changes["role"] = "subject" if any(getattr(e, "role", "") == "subject" for e in group) else "credit"
        nominal = [m for e in group for m in getattr(e, "nominal_mentions", None) or ()]
        changes["nominal_mentions"] = nominal or None
    return replace(first, **changes)

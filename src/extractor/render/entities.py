"""All entities of a record in one form, for formats that treat the five kinds alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.types import Country, DateEntity, Mention, Organization, Person, Place, Record


@dataclass(frozen=True, slots=True)
class Entity:
    """What the kinds share. `type` is the kind of body or place or the TIMEX3 type; `bounds` are inclusive days."""

    kind: str  # person, country, organization, date, place
    id: str
    name: str
    type: str
    countries: tuple[str, ...]
    role: str
    aliases: tuple[str, ...]
    mentions: Sequence[Mention]
    source: Person | Country | Organization | DateEntity | Place


def entities_of(record: Record) -> list[Entity]:
    """Every entity, kind by kind, in the record's order."""
    out = [Entity("person", p.id, p.name, "", tuple(p.countries), p.role, tuple(p.aliases), _all(p), p) for p in record.people]
    out += [Entity("country", c.id, c.name, "focus" if c.focus else "", (c.code,), "", (), c.mentions, c) for c in record.countries]
    out += [Entity("organization", o.id, o.name, o.kind, tuple(o.countries), o.role, tuple(o.aliases), _all(o), o) for o in record.organizations]
    out += [Entity("date", d.id, d.value, d.type, (), "", (), d.mentions, d) for d in record.dates]
    out += [Entity("place", p.id, p.name, p.kind, (p.country,) if p.country else (), "", (), p.mentions, p) for p in record.places]
    return out


def _all(e: Person | Organization) -> list[Mention]:
    """Named and nominal mentions in the order of the text."""
    return sorted([*e.mentions, *e.nominal_mentions], key=lambda m: m.start) if e.nominal_mentions else e.mentions


def mentions_of(record: Record) -> list[tuple[Mention, Entity]]:
    """All mentions in the order of the text, an outer one before those inside it."""
    return sorted(((m, e) for e in entities_of(record) for m in e.mentions), key=lambda x: (x[0].start, -x[0].end, x[1].kind))


def titles_of(person: Person) -> str:
    """Titles in one string, with the status of those that are not current."""
    return "; ".join(t.text if t.status == "current" else f"{t.text} ({t.status})" for t in person.titles)

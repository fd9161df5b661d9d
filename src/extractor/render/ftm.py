"""Records to FollowTheMoney entities, one a line (followthemoney.tech): Article, Mention, Person, Organization, PublicBody.

Ids are SHA-1 over the article's hash and the entity's id: the same article gives the same entities, two articles never share one.
Only full names become Person: a lone surname stays a Mention. Country codes are lower case, as FollowTheMoney has them (`xk`, `suhh`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from extractor.render.entities import Entity, entities_of
from extractor.types import Organization, Person, Record

PUBLIC = frozenset({"government", "military", "intergovernmental"})
_ISO_639_3 = {"en": "eng", "fr": "fra", "es": "spa", "de": "deu", "pt": "por", "it": "ita", "ru": "rus", "ar": "ara", "zh": "zho", "ja": "jpn", "ko": "kor"}

Properties = dict[str, list[str]]


def render_ftm(records: Iterable[Record]) -> Iterator[str]:
    """The Article of each record, then its people and bodies, then a Mention for each name."""
    for r in records:
        yield "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in _entities(r))


def _entities(r: Record) -> Iterator[dict[str, object]]:
    article = _id(r, "article")
    yield _entity(article, "Article", _article(r))
    for e in entities_of(r):
        schema = _schema(e)
        if schema is None:
            continue
        resolved = _promoted(e)
        if resolved:
            yield _entity(_id(r, e.id), schema, _named(e))
        for n, name in enumerate(dict.fromkeys((e.name, *e.aliases))):
            properties = {"document": [article], "name": [name], "detectedSchema": [schema], "contextCountry": _codes(e.countries)}
            yield _entity(_id(r, f"{e.id}#{n}"), "Mention", properties | ({"resolved": [_id(r, e.id)]} if resolved else {}))


def _schema(e: Entity) -> str | None:
    if isinstance(e.source, Person):
        return "Person"
    if isinstance(e.source, Organization):
        return "PublicBody" if e.type in PUBLIC else "Organization"
    return None


def _promoted(e: Entity) -> bool:
    """A full name: a person's of two words or more, a body's that is not a bare acronym."""
    words = e.name.split()
    return len(words) > 1 or (isinstance(e.source, Organization) and not (e.name.isupper() and len(e.name) < 7))


def _named(e: Entity) -> Properties:
    properties: Properties = {
        "name": [e.name],
        "alias": [a for a in e.aliases if " " in a or isinstance(e.source, Organization)],
        "country": _codes(e.countries),
    }
    if isinstance(e.source, Person):
        properties["position"] = list(dict.fromkeys(t.text if t.status == "current" else f"{t.status} {t.text}" for t in e.source.titles))
    elif isinstance(e.source, Organization) and e.source.acronym:
        properties["abbreviation"] = [e.source.acronym]
    return properties


def _article(r: Record) -> Properties:
    a = r.article
    return {
        "title": [a.title.text if a.title else r.id],
        "fileName": [r.source.path or r.id],
        "publishedAt": [a.published.value] if a.published.value else [],
        "author": a.authors,
        "publisher": [a.outlet] if a.outlet else [],
        "language": [_ISO_639_3[a.language]] if a.language in _ISO_639_3 else [],
        "sourceUrl": [r.source.url] if r.source.url else [],
        "bodyText": [r.text.strip()] if r.text else [],
        "detectedCountry": _codes([c.code for c in r.countries]),
        "peopleMentioned": [p.name for p in r.people if p.role == "subject"],
        "companiesMentioned": [o.name for o in r.organizations if o.role == "subject"],
        "locationMentioned": [p.name for p in r.places],
    }


def _codes(countries: Iterable[str]) -> list[str]:
    return [c.lower() for c in countries]


def _id(r: Record, key: str) -> str:
    return hashlib.sha1(f"{r.source.sha256}/{r.id}/{key}".encode(), usedforsecurity=False).hexdigest()


def _entity(key: str, schema: str, properties: Properties) -> dict[str, object]:
    return {"id": key, "schema": schema, "properties": {k: v for k, v in properties.items() if v}}

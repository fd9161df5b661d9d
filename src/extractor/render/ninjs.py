"""Records to IPTC ninjs 3.1 news objects (iptc.org/standards/ninjs): one object, or an array.

`rel` is "about" for what the article is about (focus countries; people and bodies in its title), else "mentions"; countries carry
the IPTC's URI of their ISO 3166-1 alpha-3 code. Of the text, only what the record holds is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from extractor.render.entities import Entity, entities_of
from extractor.render.jsonl import json_array
from extractor.types import Country, Record

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
COUNTRY = "http://cvx.iptc.org/iso3166-1a3/"

Item = dict[str, str]


def render_ninjs(records: Iterable[Record]) -> Iterator[str]:
    """One pretty object, or an array when there are more."""
    yield from json_array(_object(r) for r in records)


def _object(r: Record) -> dict[str, object]:
    a = r.article
    by_kind: dict[str, list[Item]] = {}
    for e in entities_of(r):
        if e.role != "credit":
            by_kind.setdefault(e.kind, []).append(_item(e))
    sources = [{"name": e.name, "role": "credit"} for e in entities_of(r) if e.kind == "organization" and e.role == "credit"]
    return {
        "uri": f"urn:sha256:{r.source.sha256}" if not r.source.url else quote(r.source.url, safe=":/?#[]@!$&'()*+,;=%~"),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full" if r.text else "partial",
        "language": a.language,
        **({"contentCreated": f"{a.published.value}T00:00:00Z"} if a.published.value and len(a.published.value) == 10 else {}),
        **({"title": a.title.text, "headlines": [{"role": "main", "value": a.title.text}]} if a.title else {}),
        **({"by": ", ".join(a.authors)} if a.authors else {}),
        **({"located": a.dateline.place} if a.dateline else {}),
        **({"bodies": [{"role": "main", "contentType": "text/plain", "charCount": len(r.text), "value": r.text}]} if r.text else {}),
        "people": by_kind.get("person", []),
        "organisations": by_kind.get("organization", []),
        "places": [*by_kind.get("country", []), *by_kind.get("place", [])],
        "infoSources": sources,
        "altIds": [{"role": "id", "value": r.id}],
    }


def _item(e: Entity) -> Item:
    about = e.source.focus if isinstance(e.source, Country) else any(m.section == "title" for m in e.mentions)
    item = {"name": e.name, "rel": "about" if about else "mentions", "literal": e.id}
    if isinstance(e.source, Country) and len(e.source.code) == 2:
        item["uri"] = COUNTRY + e.source.alpha3
    return item

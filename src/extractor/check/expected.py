"""Expected files, NAME.expected.json beside NAME.txt: find, read, bring up to date.

An expected file says what must be there and what must not; all keys are optional:
people, credits (names), countries (codes), organizations (names), dates (values), places (names), published, title, outlet,
how ({code: [kinds]}), unresolved (texts), and not_people, not_countries, not_organizations, not_dates.
What an expected file lists of a kind is all there is of it, unless the kind is in "partial". "known_misses" lists values that are
right and known not to be found yet: they are not counted, and found ones are reported so that the list shrinks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.types import Mention, Record

KINDS = ("people", "credits", "countries", "organizations", "dates", "places")
SUFFIX = ".expected.json"


def pairs(paths: tuple[str, ...], create: bool = False) -> Iterator[tuple[Path, Path]]:
    """(article, expected file) in the folders and files given; with `create` also articles that have none yet. InputError when there is nothing."""
    found = False
    for path in paths or (".",):
        p = Path(path)
        names = sorted(p.rglob("*.txt")) if p.is_dir() else [p.with_name(p.name.removesuffix(SUFFIX).removesuffix(".txt") + ".txt")]
        for article in names:
            expected = article.with_suffix(SUFFIX)
            if article.is_file() and (create or expected.is_file()):
                found = True
                yield article, expected
    if not found:
        raise InputError(f"{', '.join(paths) or '.'}: no NAME{SUFFIX} beside a NAME.txt; write one, as in samples/, or let --update do it")


def read_expected(path: Path) -> dict[str, Any]:
    """The content of an expected file; InputError names it when it is broken."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as e:
        raise InputError(f"{path}: can't be read as JSON ({e}); mend it") from e
    if not isinstance(data, dict):
        raise InputError(f"{path}: not a JSON object; see samples/ for the form")
    return data


def values(record: Record) -> dict[str, dict[str, Mention]]:
    """What a record says of each kind, as expected files write it, with the first mention of each value."""
    return {
        "people": {p.name: p.mentions[0] for p in record.people if p.role == "subject"},
        "credits": {p.name: p.mentions[0] for p in record.people if p.role == "credit"},
        "countries": {c.code: c.mentions[0] for c in record.countries},
        "organizations": {o.name: o.mentions[0] for o in record.organizations},
        "dates": {d.value: d.mentions[0] for d in record.dates},
        "places": {p.name: p.mentions[0] for p in record.places},
    }


def said_as(record: Record, code: str) -> list[str]:
    """How the mentions of a country say it, in the order of the text."""
    return [m.how for c in record.countries if c.code == code for m in c.mentions]


def article_facts(record: Record) -> dict[str, str | None]:
    """The facts of an article that an expected file can name."""
    a = record.article
    return {"published": a.published.value, "title": a.title.text if a.title else None, "outlet": a.outlet}


def updated(record: Record, expected: dict[str, Any] | None) -> dict[str, Any]:
    """An expected file that this record fulfils. Keys that it had stay, with what was found; a new one gets every kind."""
    found = {kind: list(v) for kind, v in values(record).items()}
    facts = article_facts(record)
    if expected is None:
        return {k: v for k, v in facts.items() if v} | {k: v for k, v in found.items() if v or k != "credits"}
    out = dict(expected)
    for key in expected:
        if key in found:
            still = set(found[key]) | set(expected.get("known_misses", ()))
            more = [] if key in expected.get("partial", ()) else [v for v in found[key] if v not in expected[key]]
            out[key] = [v for v in expected[key] if v in still] + more
        elif key in facts:
            out[key] = facts[key]
        elif key == "how":
            out[key] = {code: said_as(record, code) for code in expected[key]}
        elif key == "unresolved":
            out[key] = [u.text for u in record.unresolved]
    if "known_misses" in out:
        everything = {v for kind in found.values() for v in kind}
        out["known_misses"] = [v for v in out["known_misses"] if v not in everything]
    return out


def write_expected(path: Path, data: dict[str, Any]) -> None:
    """Write an expected file as samples/ have it. InputError when it can't be written."""
    try:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as e:
        raise InputError(f"{path}: can't be written ({e.strerror}); check its permissions") from e

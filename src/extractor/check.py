"""Score records against what is expected of them: NAME.expected.json beside NAME.txt.

An expected file says what must be there and what must not; all keys are optional:
people, credits (names), countries (codes), organizations (names), dates (values), places (names), published, title,
how ({code: [kinds]}), unresolved (texts), and not_people, not_countries, not_organizations, not_dates.
What an expected file lists of a kind is all there is of it, unless the kind is in "partial". "known_misses" lists values that are
right and known not to be found yet: they are not counted, and found ones are reported so that the list shrinks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.types import Record

KINDS = ("people", "credits", "countries", "organizations", "dates", "places")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts by kind over all articles, and a line for each thing missing or wrong."""

    counts: dict[str, tuple[int, int, int]]  # kind → (right, missing, extra)
    faults: tuple[str, ...]

    def f1(self, kind: str) -> float:
        """F1 of a kind; 1.0 when nothing is expected and nothing found."""
        right, missing, extra = self.counts[kind]
        return 2 * right / (2 * right + missing + extra) if right + missing + extra else 1.0


def pairs(paths: tuple[str, ...]) -> Iterator[tuple[Path, Path]]:
    """(article, expected file) of every expected file in the folders and files given. InputError when there is none."""
    found = False
    for path in paths or (".",):
        p = Path(path)
        expected = (
            sorted(p.rglob("*.expected.json")) if p.is_dir() else [p.with_name(p.name.removesuffix(".txt").removesuffix(".expected.json") + ".expected.json")]
        )
        for e in expected:
            article = e.with_name(e.name.removesuffix(".expected.json") + ".txt")
            if e.is_file() and article.is_file():
                found = True
                yield article, e
    if not found:
        raise InputError(f"{', '.join(paths) or '.'}: no NAME.expected.json beside a NAME.txt; write one, as in samples/")


def read_expected(path: Path) -> dict[str, Any]:
    """The content of an expected file; InputError names it when it is broken."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as e:
        raise InputError(f"{path}: can't be read as JSON ({e}); mend it") from e
    if not isinstance(data, dict):
        raise InputError(f"{path}: not a JSON object; see samples/ for the form")
    return data


def values(record: Record) -> dict[str, set[str]]:
    """What a record says of each kind, as expected files write it."""
    return {
        "people": {p.name for p in record.people if p.role == "subject"},
        "credits": {p.name for p in record.people if p.role == "credit"},
        "countries": {c.code for c in record.countries},
        "organizations": {o.name for o in record.organizations},
        "dates": {d.value for d in record.dates},
        "places": {p.name for p in record.places},
    }


def judge(results: list[tuple[str, Record, dict[str, Any]]]) -> Verdict:
    """Compare (name, record, expected) triples."""
    counts = dict.fromkeys(KINDS, (0, 0, 0))
    faults: list[str] = []
    for name, record, expected in results:
        got = values(record)
        for kind in KINDS:
            if kind not in expected:
                continue
            known = set(expected.get("known_misses", ()))
            want = set(expected[kind]) - (known - got[kind])
            faults += [f"{name}: {kind}: {v} is found now; take it from known_misses" for v in sorted(known & got[kind])]
            missing = want - got[kind]
            extra = set() if kind in expected.get("partial", ()) else got[kind] - want
            r, m, x = counts[kind]
            counts[kind] = (r + len(want & got[kind]), m + len(missing), x + len(extra))
            faults += [f"{name}: {kind}: missing {v}" for v in sorted(missing)] + [f"{name}: {kind}: extra {v}" for v in sorted(extra)]
        faults += [f"{name}: {f}" for f in _single(record, expected, got)]
    return Verdict(counts, tuple(faults))


def _single(record: Record, expected: dict[str, Any], got: dict[str, set[str]]) -> Iterator[str]:
    article = record.article
    for key, found in (("published", article.published.value), ("title", article.title.text if article.title else None), ("outlet", article.outlet)):
        if key in expected and expected[key] != found:
            yield f"{key} is {found!r}, not {expected[key]!r}"
    for code, hows in expected.get("how", {}).items():
        said = [m.how for c in record.countries if c.code == code for m in c.mentions]
        if said != hows:
            yield f"{code} is said as {said}, not {hows}"
    for kind in ("people", "countries", "organizations", "dates"):
        for v in sorted(set(expected.get(f"not_{kind}", ())) & got[kind]):
            yield f"{kind}: {v} should not be there"
    for text in expected.get("unresolved", ()):
        if text not in {u.text for u in record.unresolved}:
            yield f"{text!r} is not under unresolved"

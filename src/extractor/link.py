"""Identities over the articles of a database: suggested with their evidence, made only of what a user accepts.

Names are compared within blocks of one surname or acronym, each with its WINDOW neighbours in sorted order
(the sorted neighbourhood method: Hernández and Stolfo, 1995), so the work grows with the names, not with their pairs.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.entities.bearers import core, read_name, same_bearer, skeleton
from extractor.errors import InputError
from extractor.gazetteer import fold
from extractor.render.csv import cell_text, csv_lines

WINDOW = 50
COLUMNS = ("decision", "kind", "left", "right", "evidence", "articles")
ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Known:
    """A name over all articles: in how many, with which countries, titles or acronyms, and other names."""

    kind: str
    name: str
    articles: int
    countries: frozenset[str]
    titles: frozenset[str]
    acronyms: frozenset[str]
    aliases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names, or one name in several articles (left == right), that may have one bearer."""

    kind: str
    left: str
    right: str
    evidence: tuple[str, ...]
    articles: int


def suggest(db: sqlite3.Connection) -> list[Suggestion]:
    """Pairs that are not decided yet, the best supported first."""
    decided = {tuple(r) for r in db.execute("SELECT kind, left_name, right_name FROM decisions")}
    found: dict[tuple[str, str, str], Suggestion] = {}
    for kind, blocks in (("person", _person_blocks), ("organization", _organization_blocks)):
        names = sorted(_known(db, kind), key=lambda k: k.name)
        pairs = [(k, k) for k in names if k.articles > 1 and len(k.name.split()) > 1]
        for block in blocks(names):
            pairs += ((a, b) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + WINDOW])
        for a, b in pairs:
            left, right = sorted((a, b), key=lambda k: (-k.articles, k.name))
            at = (kind, left.name, right.name)
            if at in found or at in decided or (kind, right.name, left.name) in decided:
                continue
            if evidence := _evidence(left, right):
                found[at] = Suggestion(*at, evidence, left.articles if left is right else left.articles + right.articles)
    return sorted(found.values(), key=lambda s: (-len(s.evidence), -s.articles, s.left, s.right))


def _known(db: sqlite3.Connection, kind: str) -> Iterator[Known]:
    rows = db.execute("SELECT name, article, countries, titles, acronym, aliases FROM entities WHERE kind = ? ORDER BY name", (kind,))
    by_name: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, *rest in rows:
        by_name[name].append(tuple(rest))
    for name, facts in by_name.items():
        countries = frozenset(c for f in facts for c in f[1].split())
        titles = frozenset(t.lower() for f in facts for t in f[2].split("; ") if t)
        aliases = frozenset(a for f in facts for a in json.loads(f[4]))
        yield Known(kind, name, len({f[0] for f in facts}), countries, titles, frozenset(f[3] for f in facts if f[3]), aliases)


def _person_blocks(names: Iterable[Known]) -> Iterator[list[Known]]:
    """Full names by surname and first letter, in the order of their skeletons."""
    blocks: dict[tuple[str, str], list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    for k in names:
        c = core(read_name(k.name).tokens)
        if len(c) > 1:
            blocks[c[-1], c[0][:1]].append((c, k))
    for block in blocks.values():
        yield [k for _, k in sorted(block, key=lambda x: (x[0], x[1].name))]


def _organization_blocks(names: Iterable[Known]) -> Iterator[list[Known]]:
    """Names that share a spelling, an acronym or an alias of several words."""
    blocks: dict[str, list[Known]] = defaultdict(list)
    for k in names:
        for key in {_spelling(k.name), *k.acronyms, *(_spelling(a) for a in k.aliases if " " in a)}:
            blocks[key].append(k)
    yield from blocks.values()


def _spelling(name: str) -> str:
    return " ".join(skeleton(w) for w in fold(name).split() if w not in ("the", "of", "and", "&"))


def _evidence(a: Known, b: Known) -> tuple[str, ...]:
    """What speaks for one bearer, the ground first; nothing when names or countries exclude it."""
    if a is b:
        ground = "the same name"
    elif a.kind == "person":
        if not same_bearer(read_name(a.name), read_name(b.name)):
            return ()
        ground = "spelling" if len(a.name.split()) == len(b.name.split()) else "a part of the name more"
    elif _spelling(a.name) == _spelling(b.name):
        ground = "spelling"
    elif same := a.acronyms & b.acronyms:
        ground = f"acronym {min(same)}"
    else:
        ground = "one is an alias of the other"
    if a.kind == "organization" and a.countries and b.countries and not a.countries & b.countries:
        return ()
    agreed = [f"country {c}" for c in sorted(a.countries & b.countries)] + [f"title {t}" for t in sorted(a.titles & b.titles)]
    return (ground, *agreed)


def suggestion_lines(suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """CSV with an empty `decision` column, to be filled in with yes or no."""
    yield csv_lines([COLUMNS])
    for s in suggestions:
        yield csv_lines([("", s.kind, s.left, s.right, "; ".join(s.evidence), s.articles)])


def read_decisions(path: str) -> list[tuple[str, str, str, bool]]:
    """(kind, left, right, accepted) of every row that has an answer. InputError names file and row of what is wrong."""
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as f:
            rows = list(csv.DictReader(f))
    except (OSError, UnicodeDecodeError, csv.Error) as e:
        raise InputError(f"{path}: can't be read as CSV ({e}); give the file that `extractor link` wrote") from None
    out = []
    for n, row in enumerate(rows, 2):
        answer = (row.get("decision") or "").strip().lower()
        if not answer:
            continue
        if answer not in ANSWERS:
            raise InputError(f"{path} row {n}: decision is {answer[:20]!r}; write yes or no, or leave it empty")
        kind, left, right = (cell_text(row.get(c) or "") for c in COLUMNS[1:4])
        if not (kind and left and right):
            raise InputError(f"{path} row {n}: kind, left or right is missing; keep the columns {', '.join(COLUMNS)}")
        out.append((kind, left, right, ANSWERS[answer]))
    return out


def decide(db: sqlite3.Connection, decisions: Iterable[tuple[str, str, str, bool]]) -> int:
    """Keep the decisions and make the identities anew; their number. InputError, and nothing changed, when they contradict each other."""
    db.execute("BEGIN")
    try:
        db.executemany("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)", decisions)
        rows = db.execute("SELECT kind, left_name, right_name, accepted FROM decisions").fetchall()
        groups = _groups((k, a, b) for k, a, b, yes in rows if yes)
        for kind, a, b, yes in rows:
            if not yes and (kind, a) in groups and groups[kind, a] is groups.get((kind, b)):
                raise InputError(f"{a!r} and {b!r} are refused, but other rows join them; change one of the rows")
        counts = Counter({(kind, name): n for kind, name, n in db.execute("SELECT kind, name, count(*) FROM entities GROUP BY kind, name")})
        db.execute("DELETE FROM identities")
        for (kind, name), group in groups.items():
            best = min(group, key=lambda n: (-counts[kind, n], -len(n), n))
            db.execute("INSERT INTO identities VALUES (?, ?, ?)", (kind, name, best))
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return len({id(g) for g in groups.values()})


def _groups(pairs: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    """The set of names that each accepted name is joined with; one set object a group."""
    groups: dict[tuple[str, str], set[str]] = {}
    for kind, a, b in pairs:
        x, y = groups.setdefault((kind, a), {a}), groups.setdefault((kind, b), {b})
        if x is not y:
            small, large = sorted((x, y), key=len)
            large |= small
            groups |= {(kind, n): large for n in small}
    return groups

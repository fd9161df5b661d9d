"""Nominal mentions, without a name: "Russia's top diplomat", "the president", "the ministry". Whose they are, where only one can be meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.resources import any_of, compiled, toml, words
from extractor.titles import apposed, leading, offices
from extractor.types import Span, Status, Title

_PAST: tuple[Status, ...] = ("former", "late")


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who can be meant: the titles and countries that the article gives, and where it speaks of them first."""

    titles: tuple[Title, ...]
    countries: frozenset[str]
    first: int


@dataclass(frozen=True, slots=True)
class _Role:
    span: Span
    kinds: frozenset[str]
    former: bool
    countries: frozenset[str]


def holders_of_roles(text: str, holders: Sequence[Holder], blocked: frozenset[int]) -> list[tuple[Span, int]]:
    """(span, index of its holder) for each role in the text that can mean one of `holders` only; `blocked` positions are names already."""
    known: dict[tuple[str, bool, str], set[int]] = defaultdict(set)  # kind, former, country or "" for any; two are as good as all
    for i, h in enumerate(holders):
        for t in h.titles:
            for code in ("", *h.countries):
                if len(same := known[t.kind, t.status in _PAST, code]) < 2:
                    same.add(i)
    if not known.keys() & {(kind, former, "") for kind in _same_office() for former in (True, False)}:
        return []

    def able(r: _Role) -> set[int]:
        return set[int]().union(*(known.get((k, r.former, code), ()) for k in r.kinds for code in r.countries or ("",)))

    out: list[tuple[Span, int]] = []
    strangers: dict[str, int] = {}  # kind to where somebody in this office is spoken of whom the article does not name
    bare: list[_Role] = []
    for r in _roles(text, blocked):
        if not r.countries:
            bare.append(r)
        elif len(one := able(r)) == 1:
            out.append((r.span, min(one)))
        elif not one:
            strangers |= {k: min(r.span.start, strangers.get(k, r.span.start)) for k in r.kinds}
    for r in bare:
        one = able(r)
        if len(one) == 1 and all(strangers.get(k, r.span.start) >= r.span.start for k in r.kinds) and holders[min(one)].first < r.span.start:
            out.append((r.span, min(one)))
    return out


@cache
def _same_office() -> dict[str, frozenset[str]]:
    """Kind of title to the kinds of title that one person in that office can be given."""
    return {kind: frozenset([kind, *others.split()]) for kind, others in toml("words")["offices"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    spoken = {form for t, kind in offices.kinds().items() if kind in _same_office() for form in (t, t[:1].upper() + t[1:], t.title())}
    return re.compile(rf"(?<![\w'’-])(?:{any_of(spoken)})(?![\w-])")


_NAMED_AFTER = compiled(r"\.? \(?[A-Z](?!uesday|hursday|aturday|ednesday|onday|riday|unday)|, [A-Z]|['’]s (?:[A-Z]|office)|(?:-elect| designate)|s?\"")
_OTHER_OWNER = re.compile(r" (?:of|for|at) ")


def _roles(text: str, blocked: frozenset[int]) -> Iterable[_Role]:
    for m in _pattern().finditer(text):
        if m.start() in blocked or _NAMED_AFTER.match(text, m.end()):
            continue
        before, countries, start = leading.titles_before(text, m.end())
        if len(before) != 1:
            continue
        after = apposed.country_after(text, m.end())
        if _OTHER_OWNER.match(text, m.end()) and not after:
            continue
        begin = _begin(text, start, bool(countries))
        if begin is None or (text[begin - 2 : begin] == ", " and begin - 3 in blocked):
            continue  # "Vale, the attorney general" is that name's title
        former = before[0].status in _PAST
        if before[0].status not in ("current", *_PAST):
            continue
        kinds = _same_office().get(before[0].kind)
        if kinds and blocked.isdisjoint(range(begin, m.end())):
            rule = "role-of-country" if countries or after else "role"
            yield _Role(Span(begin, m.end(), "PERSON", rule), kinds, former, frozenset([*countries, *after]))


_LEFT = compiled(r"(?P<the>\b[Tt]he )?(?P<owner>(?:[A-Z][\w.-]*(?:['’]s?)? ){0,4}(?:(?:former|ex|late|current|own|embattled|outgoing) ){0,2})\Z")
_INDEFINITE = re.compile(r"\b(?:an?|any|no|every|each|another|sitting|next|first|last) \Z", re.I)


def _begin(text: str, start: int, owned: bool) -> int | None:
    """Where the phrase around a title that starts at `start` begins: at its owner, else at its article. None for a title of nobody in particular."""
    left = text[max(0, start - 80) : start]
    m = _LEFT.search(left)
    if not m or _INDEFINITE.search(left, 0, m.start()):
        return None
    if owned:
        return start - len(left) + m.start("owner")
    if not m["the"] or (m["owner"] and m["owner"].strip() not in words("title_former") | words("title_before")):
        return None
    return start - len(left) + m.start("the")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that can be meant: its name, its kind, and where the article speaks of it first."""

    name: str
    kind: str
    first: int


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """ "company" to the kinds of body that it can mean; a noun without kinds is a word of the body's name."""
    return {noun: frozenset(kinds.split()) for noun, kinds in toml("words")["body_nouns"].items()}


@cache
def _noun_pattern() -> re.Pattern[str]:
    return compiled(rf"\b[Tt]he (?P<noun>{any_of([*_nouns(), *(n.title() for n in _nouns())])})(?![\w-]|['’]s [A-Z]| of | for | [A-Z]|, [A-Z])")


def bodies_of_nouns(text: str, bodies: Sequence[Body], blocked: frozenset[int]) -> list[tuple[Span, int]]:
    """(span, index of its body) for each "the ministry", "the company" that can mean one of `bodies` only."""
    if not bodies:
        return []
    by_noun: dict[str, list[int]] = defaultdict(list)
    for i, b in enumerate(bodies):
        said = set(b.name.lower().split())
        for noun, kinds in _nouns().items():
            if b.kind in kinds if kinds else noun in said:
                by_noun[noun].append(i)
    out = []
    for m in _noun_pattern().finditer(text):
        able = by_noun[m["noun"].lower()]
        if len(able) == 1 and bodies[able[0]].first < m.start() and blocked.isdisjoint(range(*m.span())):
            out.append((Span(*m.span(), "ORG", "noun"), able[0]))
    return out

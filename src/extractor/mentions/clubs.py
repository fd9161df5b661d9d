"""Clubs that are called by their city: "Barcelona signed the striker", in an article on sport."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extractor import gazetteer
from extractor.article.lines import FIXTURE, line_around
from extractor.mentions.names import surnames_of
from extractor.resources import cues, geonames, toml, words
from extractor.topics import is_on_sport
from extractor.types import Span

_AFTER = re.compile(rf"(?:['’]s)? {cues('club_after')}\b")
_BEFORE = re.compile(rf"\b{cues('club_before')} (?:the )?\Z")
_LINE = 60  # characters of a line of a schedule
_HIRES = re.compile(r" (?:on (?:loan|an? (?:free|permanent|short-term|season-long|[\w-]+-year) )|for (?:a fee|[£€$]|free\b))")
_HIRED_FROM = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|join(?:s|ed|ing)?|recruited|loaned|bought|transferred|moved?|switch(?:ed)?|arriv(?:ed|al)|came)\b[^.;\n]{0,60} from \Z"
    r"|\b(?:transfer(?:red|s)?|loan (?:move|spell)) (?:to|at|with) \Z"
)
_SCORE = re.compile(r",? \d{1,2}[-–]\d{1,2}\b")
_IN = re.compile(rf"\b(?:{'|'.join(words('place_prepositions'))}) \Z")


@cache
def _clubs() -> dict[str, str]:
    """City to its only listed club, if that has nothing but the city's name and words such as FC, United, Olympique."""
    bodies = [b for b in gazetteer.bodies().values() if b.kind == "sport"]
    named: dict[tuple[str, str | None], int] = {}
    for body in bodies:
        for part in {" ".join(body.name.split()[a:z]) for z in range(6) for a in range(z)}:
            named[part, body.country] = named.get((part, body.country), 0) + 1
    out, abroad = {}, toml("words")["play_abroad"]
    for body in bodies:
        city = " ".join(w for w in body.name.split() if w not in words("club_words"))
        rows = geonames(city)
        elsewhere = rows and body.country not in (rows[0].country, abroad.get(rows[0].country))
        taken = any(e.kind != "country" or e.code not in abroad for e in gazetteer.lookup(city) if e.kind not in ("place", "org"))
        if city and city != body.name and not elsewhere and not taken and named.get((city, body.country)) == 1:
            out[city] = body.name
    return out


@cache
def _with_teams() -> dict[str, str | None]:
    """City or state of America that has a team in a league, to its country. It may have several, and its colleges play, too."""
    out: dict[str, str | None] = {}
    for body in gazetteer.bodies().values():
        tokens = body.name.split()
        for n in range(1, len(tokens)) if body.kind == "sport" and body.country in ("US", "CA") else ():
            city = " ".join(tokens[:n])
            if any(row.country == body.country for row in geonames(city)[:1]) or any(e.kind == "state" for e in gazetteer.lookup(city)):
                out[city] = body.country
    return out


def club(city: str) -> dict[str, str | None] | None:
    """The club that is called by its city, as the value of a span."""
    name = _clubs().get(city)
    return {"name": name, "kind": "sport", "country": gazetteer.bodies()[name].country} if name else None


def clubs_among(text: str, people: Sequence[Span], places: Sequence[Span], bodies: Sequence[Span], listed: Iterable[str]) -> list[Span]:
    """The names that are clubs, in an article on sport: a place or person where a verb or post of sport stands beside it once; not "in Barcelona", and not
    the surname of somebody. `listed` are the names of the listed bodies in it."""
    surnames = surnames_of(people, text)
    named = [s for s in people if text[s.start : s.end] not in surnames]
    able = [(s, found) for s in (*named, *places, *bodies) if (found := club(text[s.start : s.end]))]
    teams = [s for s in places if text[s.start : s.end] in _with_teams()]
    if not (able or teams) or not is_on_sport(text, listed):
        return []
    players = {s.start for s in people}  # Motherwell's Owen Coyle
    playing = {found["name"] for s, found in able if s.label == "ORG" or plays(text, s) or s.end + 3 in players}
    able = [pair for pair in able if pair[1]["name"] in playing]
    for s in (s for s in teams if plays(text, s)):
        city = text[s.start : s.end]
        able.append((s, {"name": city, "kind": "sport", "country": _with_teams()[city]}))
    return [
        replace(s, label="ORG", rule="club-city", value=found)
        for s, found in able
        if _is_fixture(text, s) or _is_moved_to(text, s) or not _IN.search(text, max(0, s.start - 20), s.start)
    ]


def plays(text: str, s: Span) -> bool:
    """A verb or post of sport, or a score, stands beside the name."""
    beside = _AFTER.match(text, s.end) or _SCORE.match(text, s.end) or _is_fixture(text, s) or _is_moved_to(text, s)
    return bool(beside or _BEFORE.search(text, max(0, s.start - 30), s.start))


def _is_moved_to(text: str, s: Span) -> bool:
    """A player goes there or comes from there: to Norwich on loan, signed him from Swansea."""
    return bool(_HIRES.match(text, s.end) or _HIRED_FROM.search(text, max(0, s.start - 90), s.start))


def _is_fixture(text: str, s: Span) -> bool:
    """The name is in a line of its own that says who plays whom: New York at Seattle."""
    return bool(FIXTURE.fullmatch(line_around(text, s.start, s.end, _LINE).strip()))

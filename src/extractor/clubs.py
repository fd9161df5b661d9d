"""Clubs that are called by their city: "Barcelona signed the striker", in an article on sport."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor import gazetteer
from extractor.resources import cues, geonames, words
from extractor.types import Span

_AFTER = re.compile(rf"(?:['’]s)? {cues('club_after')}\b")
_BEFORE = re.compile(rf"\b{cues('club_before')} (?:the )?\Z")
_SCORE = re.compile(r",? \d{1,2}[-–]\d{1,2}\b")
_SPORT = re.compile(rf"\b{cues('sport')}\b", re.I)
_IN = re.compile(rf"\b(?:{'|'.join(words('place_prepositions'))}) \Z")
_PAGE = 20_000  # characters in which sport is looked for


@cache
def _clubs() -> dict[str, str]:
    """City to its only listed club, if that has nothing but the city's name and words such as FC, United, Olympique."""
    bodies = [b for b in gazetteer.bodies().values() if b.kind == "sport"]
    named: dict[tuple[str, str | None], int] = {}
    for body in bodies:
        for part in {" ".join(body.name.split()[a:z]) for z in range(6) for a in range(z)}:
            named[part, body.country] = named.get((part, body.country), 0) + 1
    out = {}
    for body in bodies:
        city = " ".join(w for w in body.name.split() if w not in words("club_words"))
        rows = geonames(city) if city != body.name else ()
        capital = any(e.kind == "capital" for e in gazetteer.lookup(city))
        if rows and not capital and rows[0].country == body.country and named[city, body.country] == 1:
            out[city] = body.name
    return out


def club(city: str) -> dict[str, str | None] | None:
    """The club that is called by its city, as the value of a span."""
    name = _clubs().get(city)
    return {"name": name, "kind": "sport", "country": gazetteer.bodies()[name].country} if name else None


def clubs_among(text: str, places: Sequence[Span], bodies: Sequence[Span]) -> list[Span]:
    """The bodies and places that are clubs, in an article on sport: a place where a verb or post of sport stands beside it once; not "in Barcelona"."""
    able = [(s, found) for s in (*places, *bodies) if (found := club(text[s.start : s.end]))]
    if not able or len({m.group().lower() for m in _SPORT.finditer(text, 0, _PAGE)}) < 2:
        return []
    plays = {found["name"] for s, found in able if s.label == "ORG" or _plays(text, s)}
    return [
        replace(s, label="ORG", rule="club-city", value=found)
        for s, found in able
        if found["name"] in plays and not _IN.search(text, max(0, s.start - 20), s.start)
    ]


def _plays(text: str, s: Span) -> bool:
    beside = _AFTER.match(text, s.end) or _SCORE.match(text, s.end)
    return bool(beside or _BEFORE.search(text, max(0, s.start - 30), s.start))

"""Names in the tables of sport that wires carry: players in scorecards and lists of scorers, teams in standings, results and schedules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor import gazetteer
from extractor.mentions import names
from extractor.mentions.clubs import club
from extractor.resources import compiled, geonames, words
from extractor.types import Span

_PLAYER = r"[A-Z][\w'’.-]{0,30}(?: [A-Z][\w'’.-]{0,30}){0,3}"
_OUT = compiled(
    rf"^ *[†*]?(?P<batsman>{_PLAYER}) (?:(?:c(?: and |&| & )b|lbw b|hit wicket b|b) (?P<bowler>{_PLAYER})"
    rf"|(?:c|st) (?:sub|†?(?P<catcher>{_PLAYER})) b (?P<bowler2>{_PLAYER})|run out(?: \((?P<fielder>{_PLAYER})\))?|not out|retired hurt) +\d{{1,3}}\b",
    re.M,
)
_BOWLED = compiled(rf"(?:(?<=[:;,] )|^ *)(?P<bowler>{_PLAYER}) (?=\d{{1,2}}(?:\.\d)?-\d{{1,2}}-\d{{1,3}}-\d{{1,2}}\b)", re.M)

_TEAM = r"[A-Z][\w'’.&-]{1,30}(?: [A-Z][\w'’.&-]{0,30}){0,3}"
_SCORED = compiled(rf"{_TEAM} \d{{1,2}} \((?P<list>[^()\n]{{3,200}})\)")
_GOAL = compiled(rf"(?P<scorer>{_PLAYER}),? \d{{1,3}}(?!\d)")
_ROW = compiled(rf"^ *(?:\d{{1,2}}\.? )?(?P<team>{_TEAM}?)(?: {{1,9}}(?:-?\d{{1,3}}|\.\d{{3}}|-|1/2)){{3,24}} *$", re.M)
_RESULT = compiled(rf"^ *(?P<home>{_TEAM}) \d{{1,3}},? (?P<away>{_TEAM}) \d{{1,3}}(?: \([^()\n]{{1,60}}\))? *$", re.M)
_MEET = compiled(r"^(?![^\n]*(?: - |\. *$)) *(?P<guest>[A-Z][A-Z'. -]{2,30}) (?:AT|VS?\.?) (?P<host>[A-Z][A-Z'. -]{2,30}?) *$", re.M)
_STANDINGS = re.compile(r"\b(?:standings|results|scores|won, (?:lost|drawn)|W L |schedule|fixtures|league table)", re.I)

_KNOWN = 100_000  # people of a place that lends its name to a team
_SPORT = re.compile(rf"\b(?:{'|'.join(words('sports'))})\b", re.I)


def table_names(text: str) -> Iterator[Span]:
    """The players and teams of a text's tables: Ijaz Ahmed c Stewart b Mullally 61; Croft 17-3-42-0; Arsenal 2 (Adams 88); BALTIMORE 70 61 .534 4."""
    for pattern in (_OUT, _BOWLED):
        for m in pattern.finditer(text):
            yield from (Span(*m.span(group), "PERSON", "scorecard") for group in pattern.groupindex if m[group])
    for m in _SCORED.finditer(text):
        yield from (Span(*goal.span("scorer"), "PERSON", "scorecard") for goal in _GOAL.finditer(text, *m.span("list")))
    if _STANDINGS.search(text) and _SPORT.search(text):
        rows = [*_ROW.finditer(text)]
        found = [m.span("team") for m in rows if len(rows) > 1]
        found += [m.span(side) for pattern in (_RESULT, _MEET) for m in pattern.finditer(text) for side in pattern.groupindex]
        nations = {at for at in found if _is_nation(text[slice(*at)])}
        among_clubs = len(nations) * 4 <= len(found)  # Monaco
        found = [at for at in found if at not in nations or (among_clubs and club(text[slice(*at)]))]
        players = {at for at in found if _is_player(text[slice(*at)])}
        few = len(players) * 4 <= len(found)
        named = [at for at in found if at not in players or (few and _has_place(text[slice(*at)]))]
        yield from (_team(text, *at) for at in named)


def _is_nation(name: str) -> bool:
    """It plays under its own name."""
    return any(e.kind in ("country", "demonym") for e in gazetteer.lookup(name))


def _is_player(name: str) -> bool:
    return " " in name and names.is_given(name.split()[0])


def _has_place(name: str) -> bool:
    """Sydney City, who is no Sydney."""
    return any(row.population >= _KNOWN for word in name.split() for row in geonames(word)[:1])


def _team(text: str, start: int, end: int) -> Span:
    listed = any(e.kind == "org" for e in gazetteer.lookup(text[start:end]))
    said = gazetteer.written(text[start:end]) if text[start:end].isupper() else text[start:end]
    return Span(start, end, "ORG", "table-team", None if listed else club(said) or {"name": said, "kind": "sport", "country": None})

"""What the results of games say of names: scorers in brackets after their minutes, clubs before their goals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor import gazetteer
from extractor.resources import compiled
from extractor.types import Evidence, Span

_NAME = r"[A-Z][\w'-]{0,30}(?:[. ]{1,2}[A-Z][\w'-]{0,30}){0,2}"
_POINTS = r"(?: ?\d{1,3}(?:\*|-\d{1,3})?(?: ?pens?)?| pens?)(?:, \d{1,3}(?: ?pens?)?){0,6}"
_SCORERS = compiled(rf"\((?:{_NAME}{_POINTS}(?:[,;] | and )?){{1,15}}\)")
_AFTER_SCORER = re.compile(rf"{_POINTS}(?=[,;)]| and )")
_MINUTE_AFTER = re.compile(r" \((?:\d{1,3}(?:st|nd|rd|th)(?: minute)?(?: pen(?:alty)?| o\.?g\.?| own goal)?(?:, | and )?){1,4}\)")  # Riedle (80th)
_CLUB = r"[A-Z][\w'&.]{0,30}(?: [A-Z][\w'&.]{0,30}){0,2}"
_RESULT = re.compile(rf"(?<![\w.] )(?P<home>{_CLUB}) \d{{1,2}}(?: \([^()\n]{{1,200}}\))?,? (?P<away>{_CLUB}) \d{{1,2}}(?=[\s.,;(]|\Z)")


def results(text: str, orgs: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """Surface, kind (PERSON, ORG) and weight of scorers and clubs that the model read as bodies and places."""
    scorers, clubs = bytearray(len(text) + 1), bytearray(len(text) + 1)
    for m in _SCORERS.finditer(text):
        scorers[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    for m in _RESULT.finditer(text):
        for a, b in (m.span("home"), m.span("away")):
            clubs[a:b] = b"\x01" * (b - a)
    for s in (*orgs, *places):  # (Isak 6 pen, Barnes 77; Kohli 59*)
        if (scorers[s.start] and _AFTER_SCORER.match(text, s.end)) or _MINUTE_AFTER.match(text, s.end):
            yield text[s.start : s.end], "PERSON", 2.0
    for s in places:  # Napoli 1 Atalanta 3
        if clubs[s.start] and clubs[s.end - 1] and not scorers[s.start] and not gazetteer.is_country(text[s.start : s.end]):
            yield text[s.start : s.end], "ORG", 2.0

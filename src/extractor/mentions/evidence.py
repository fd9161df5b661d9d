"""What a name and the text around it say of its kind, whatever the model reads in it: its head, storms, ships and works, counties, scorers, clubs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from extractor import gazetteer
from extractor.mentions import names
from extractor.mentions.beside import bodies_by_what_is_beside, lone_names, people_by_what_is_beside
from extractor.mentions.frames import by_frames
from extractor.mentions.lookalikes import is_vessel, is_work
from extractor.mentions.placed import cities_read_as_people, places_read_as_people, regions_read_as_others, things_named_like_others
from extractor.mentions.results import results
from extractor.resources import any_of, compiled, table, words
from extractor.titles import leading
from extractor.types import Evidence, Span

_STORM = compiled(rf"(?:\b{any_of(words('storms'))}|\b(?:locally|internationally) (?:named|known as|called)) (?P<name>[A-Z][a-z]+(?:-[a-z]+)?)\b")
_COUNTIES = compiled(
    rf"(?<![\w-])(?P<names>(?:{names.PROPER}(?: {names.PROPER})?, ){{0,6}}{names.PROPER},? and {names.PROPER}) (?:counties|provinces|districts|parishes)\b"
)
_AND = re.compile(r",? and |, ")


@cache
def _heads(where: str) -> dict[str, str]:
    """Kinds by the words that tell them: at the `start` or `end` of a name, or `next` to it."""
    return {r["head"]: r["kind"] for r in table("heads") if r["where"] == where}


@cache
def _head_next() -> re.Pattern[str]:
    return re.compile(rf" ({any_of(_heads('next'))})\b")


_LINKED = re.compile(r"(\w+-[ei])-[A-Z]")


def _by_head(text: str, s: Span) -> tuple[str, float] | None:
    """Kind and weight that its last or first word tells of a name, or for somebody the noun after it: Robben Island, Kuala Kedah, the Laikipia region."""
    said = text[s.start : s.end].split()
    ends = [" ".join(said[-2:]).lower(), said[-1].lower()] if len(said) > 1 and said[-1][0].isupper() else []
    last = next((kind for end in ends if (kind := _heads("end").get(end))), None)
    if s.label != "PERSON":
        told = last and last != "NOBODY" and "of" not in said and not gazetteer.lookup(text[s.start : s.end])
        return (last, 10.0) if last and told else None
    if last:
        found = ("OTHER" if last == "NOBODY" else last, 10.0)
    elif len(said) > 1 and (first := _heads("start").get(said[0].lower())):
        found = (first, 3.0)
    elif (linked := _LINKED.match(said[0])) and (first := _heads("start").get(linked[1].lower())):
        return first, 3.0  # Youm-e-Ali, Lashkar-e-Taiba
    elif after := _head_next().match(text, s.end):
        found = (_heads("next")[after[1]], 2.0)
    else:
        return None
    sure = len(said) == 1 or (last and (ends[0] in _heads("end") or ends[1] in words("sure_heads")))
    return found if sure or not (names.is_given(said[0]) or leading.titles_before(text, s.start)[0]) else None


def evidence(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """What the text says of the model's names."""
    yield from _said_of_names(text, (*people, *orgs, *places))
    surnames, seen = names.surnames_of(people, text), Counter(text[s.start : s.end] for s in people)
    yield from cities_read_as_people(text, people, orgs, surnames, seen)
    yield from places_read_as_people(text, people, orgs, places, surnames, seen)
    yield from regions_read_as_others(text, people, orgs, places, surnames)
    yield from things_named_like_others(text, people, places)
    yield from bodies_by_what_is_beside(text, people, orgs, places, surnames)
    yield from people_by_what_is_beside(text, orgs, places)
    yield from lone_names(text, people, surnames, seen)
    yield from by_frames(text, people, orgs, places, surnames)
    for m in _COUNTIES.finditer(text):
        for name in _AND.split(m["names"]):
            yield name, "PLACE", 5.0
    yield from results(text, orgs, places)


def _said_of_names(text: str, spans: Sequence[Span]) -> Evidence:
    """Storms, vessels, works, and what a name's own words say."""
    for m in _STORM.finditer(text):
        yield m["name"], "OTHER", 100.0
        yield m.group(), "OTHER", 100.0
    for s in spans:
        if is_vessel(text, s.start, s.end):
            yield text[s.start : s.end], "OTHER", 100.0
        elif is_work(text, s):
            yield text[s.start : s.end], "OTHER", 2.0
        if told := _by_head(text, s):
            yield text[s.start : s.end], *told

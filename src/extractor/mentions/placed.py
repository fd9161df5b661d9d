"""What speaks for a place, or for a thing, where the model reads somebody: KHASAVYURT, Russia; Kano's governor; freeing the Dali."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from extractor import gazetteer
from extractor.mentions import names
from extractor.resources import any_of, compiled, geonames, words
from extractor.titles import leading
from extractor.types import Evidence, Span

_SITE_AFTER = re.compile(
    r" (?:nuclear |power |oil |gas |air |naval )?(?:reactor|plant|refinery|province|port|mine|dam|base|airport|facility|complex|oilfield|pipeline)\b"
)
_ITS_OFFICE = re.compile(
    r"['’]s (?:[a-z-]+ ){0,2}"
    r"(?:governor|mayor|premier|archbishop|bishop|imam|Friday prayer leader|police|city (?:council|hall)|suburbs?|outskirts|airport|residents)\b"
)
_SEAT_AFTER = compiled(r"(?: (?:County )?(?:Governor|Senator|MP|MCA|Woman Representative)\b|['’]s [A-Z][\w'’-]+ [A-Z])")  # Murang'a Governor Irungu Kang'ata
_HOME = re.compile(r" (?:residence|home|house|apartment|flat|villa|mansion|farm|bungalow|estate)\b")
_HIS = re.compile(r"\b(?:his|her|their|my|our) \Z")
_LAND_AFTER = compiled(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=,| \(|\s[-–—]|\s\d|:)")
UNSURE, _HARDLY_SURE = 0.6, 0.92  # what the model gives somebody who can be a city, too, or the other way round, and one after "from"
_NO_CITY = compiled(r"(?:[A-Z][\w.'-]*|\b(?:that|the|an?|this|his|her|their|my|our)) \Z")  # Lord Birkenhead, that Batman film
BIG = 100_000  # people of a place that is no namesake of somebody
_LISTED_BEFORE = re.compile(r"(?:,| and|, and) \Z")
_LISTED_AFTER = re.compile(r"(?:, and|,| and) ")
_CLAUSE_ENDS = re.compile(r"[.;]?\s*(?:\n|\Z)|[.;]\s")
_IN = re.compile(r"\b(?:in|at|near|from|of|outside) \Z")


def cities_read_as_people(text: str, people: Sequence[Span], orgs: Sequence[Span], surnames: set[str], seen: Counter[str]) -> Evidence:
    """Kano's governor; what the model hardly takes for somebody, or after "from": no word from Quetta."""
    begun = {text[s.start : s.end].split()[0] for s in orgs}  # Bally, of Bally Manufacturing Corp
    for s in people:
        name, score = text[s.start : s.end], s.score or 1.0
        if name in surnames or name in begun:
            continue
        if _ITS_OFFICE.match(text, s.end) and (geonames(name) or gazetteer.is_region(name)):
            yield name, "PLACE", 2.0
        if _SEAT_AFTER.match(text, s.end) and gazetteer.is_region(name) and not names.is_given(name):
            yield name, "PLACE", 2.0
        unsure = (score < UNSURE and not _NO_CITY.search(text, max(0, s.start - 20), s.start)) or (score < _HARDLY_SURE and text.endswith(" from ", 0, s.start))
        if " " not in name and not names.is_given(name) and _is_at_home(text, name) and not SPEAKS.match(text, s.end):
            yield name, "PLACE", 1.5
        if unsure and " " not in name and seen[name] == 1 and not names.is_given(name) and any(g.population >= BIG for g in geonames(name)):
            yield name, "PLACE", 1.0


SPEAKS = compiled(rf",? {any_of(words('speech'))}\b")


def _is_at_home(text: str, name: str) -> bool:
    """A city of a country that the text names more than once: Oulu, in an article on Finland."""
    return any(g.population >= BIG and g.country in _said_again(text) for g in geonames(name))


@lru_cache(maxsize=2)
def _said_again(text: str) -> frozenset[str]:
    """The countries that the text names more than once."""
    return frozenset(code for code, land in gazetteer.countries().items() if text.count(land.name) > 1)


_MEMBER_FOR = re.compile(r"\b(?:[Mm]ember|MP|MLA|MHA|[Ss]enator) for (?:the )?(?:[Ee]lectorate of )?\Z")


def places_read_as_people(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span], surnames: set[str], seen: Counter[str]) -> Evidence:
    """KHASAVYURT, Russia; the Bushehr reactor; in Goma, Bukavu and Uvira; in Labasa, Vanua Levu."""
    for s in people:  # KHASAVYURT, Russia
        if text[s.start : s.end].isupper() and (land := _LAND_AFTER.match(text, s.end)) and gazetteer.is_country(land[1]):
            yield text[s.start : s.end], "PLACE", 3.0
    for s in (*people, *orgs):  # the member for Kavel
        if _MEMBER_FOR.search(text, max(0, s.start - 24), s.start):
            yield text[s.start : s.end], "PLACE", 3.0
    for s in people:  # at his Gulshan residence
        if _HOME.match(text, s.end) and _HIS.search(text, max(0, s.start - 8), s.start) and " " not in text[s.start : s.end]:
            yield text[s.start : s.end], "PLACE", 2.0
    of_town = [text[s.start : s.end] for s in people if _IN.search(text, max(0, s.start - 10), s.start)]  # Guillén of Tuxtla Gutiérrez
    of_town = [n for n in of_town if " " in n and not names.is_given(n.split()[0]) and any(g.population >= BIG for g in geonames(n))]
    borne = {n for n in set(of_town) if text.count(names.surname(n)) > text.count(n)}  # Carranza, of Venustiano Carranza
    yield from ((n, "PLACE", 3.0) for n in of_town if n not in borne)
    for s in people:  # the Bushehr reactor
        if _SITE_AFTER.match(text, s.end) and text.endswith("the ", 0, s.start) and geonames(text[s.start : s.end]):
            yield text[s.start : s.end], "PLACE", 100.0
    begin, end = {s.start for s in places}, {s.end: s.start for s in places}
    for s in people:
        name, before, after = text[s.start : s.end], _LISTED_BEFORE.search(text, max(0, s.start - 6), s.start), _LISTED_AFTER.match(text, s.end)
        if not before or (first := end.get(before.start())) is None:
            continue
        between = after and after.end() in begin and not text.isupper()
        listed = between and (geonames(name) or (" " not in name and seen[name] == 1 and name not in surnames and not names.is_given(name)))
        able = geonames(name) or not names.is_given(name.split()[0])
        within = before[0] == ", " and able and _CLAUSE_ENDS.match(text, s.end) and _IN.search(text, max(0, first - 10), first)
        if listed or within:
            yield name, "PLACE", 3.0


def _lands_of_region(name: str) -> set[str]:
    """The countries that have a region of this name."""
    return {g.country for g in geonames(name) if g.kind == "region"}


_SEVERAL = 3  # regions of one country that make a namesake of another one a region, too


def regions_read_as_others(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span], surnames: set[str]) -> Evidence:
    """Regions of a country of which the article names several: the governors of Oshana, Khomas and Kavango West."""
    names_of = {text[s.start : s.end] for s in (*people, *orgs)}
    found = {name: lies for name in names_of if (lies := _lands_of_region(name))}
    if not found:
        return
    lands: dict[str, set[str]] = defaultdict(set)
    for name in names_of | {text[s.start : s.end] for s in places}:
        for code in found.get(name) or _lands_of_region(name):
            lands[code].add(name)
    several = {code for code, said in lands.items() if len(said) >= _SEVERAL}
    for s in (*people, *orgs):
        name = text[s.start : s.end]
        if several.isdisjoint(found.get(name, ())) or name in surnames or names.is_given(name.split()[0]) or gazetteer.lookup(name):
            continue
        if not leading.titles_before(text, s.start)[0]:
            yield name, "PLACE", 2.0


def things_named_like_others(text: str, people: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """Ships that have an article, as no town has, and fires: freeing the Dali; the Palisades and Eaton fires."""
    for s in places:
        if text.endswith(" the ", 0, s.start) and _STANDS_ALONE.match(text, s.end) and _is_town_alone(text[s.start : s.end]):
            yield text[s.start : s.end], "OTHER", 2.0
    borne = any(text.startswith("Brent ", s.start, s.end) for s in people)
    if not borne and (oil := len(_BRENT.findall(text))) and _BARRELS.search(text):
        yield "Brent", "OTHER", 1.0 + 2 * oil
    for s in people:
        if _FIRE.match(text, s.end) and text.endswith((" the ", " and "), 0, s.start):
            yield text[s.start : s.end], "OTHER", 3.0


_BRENT = re.compile(r"\bBrent\b(?! [A-Z])")
_BARRELS = re.compile(r"\b(?:barrels?|crude|bpd|futures)\b")
_STANDS_ALONE = re.compile(r",? (?:which|has|had|was|is) |\.(?:\s|\Z)")
_FIRE = re.compile(r" [Ff]ires?\b")


def _is_town_alone(name: str) -> bool:
    """A word that is nothing but a town, in the tables: no region, river, capital or body, some of which have an article."""
    rows = geonames(name)
    return " " not in name and bool(rows) and all(g.kind == "city" for g in rows) and not gazetteer.lookup(name)

"""What a name and the text around it say of its kind, whatever the model reads in it: its head, storms, ships and works, counties, scorers, clubs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extractor import firms, gazetteer, names, titles
from extractor.lookalikes import is_vessel, is_work
from extractor.resources import any_of, compiled, geonames, table, toml, words
from extractor.results import results
from extractor.topics import is_on_markets
from extractor.types import Span

_STORM = compiled(rf"(?:\b{any_of(words('storms'))}|\b(?:locally|internationally) (?:named|known as|called)) (?P<name>[A-Z][a-z]+(?:-[a-z]+)?)\b")
_COUNTIES = compiled(
    rf"(?<![\w-])(?P<names>(?:{names.PROPER}(?: {names.PROPER})?, ){{0,6}}{names.PROPER},? and {names.PROPER}) (?:counties|provinces|districts|parishes)\b"
)
_SITE_AFTER = re.compile(
    r" (?:nuclear |power |oil |gas |air |naval )?(?:reactor|plant|refinery|province|port|mine|dam|base|airport|facility|complex|oilfield|pipeline)\b"
)
_ITS_OFFICE = re.compile(
    r"['’]s (?:[a-z-]+ ){0,2}"
    r"(?:governor|mayor|premier|archbishop|bishop|imam|Friday prayer leader|police|city (?:council|hall)|suburbs?|outskirts|airport|residents)\b"
)
_LAND_AFTER = compiled(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=,| \(|\s[-–—]|\s\d|:)")
_UNSURE, _HARDLY_SURE = 0.6, 0.92  # what the model gives somebody who can be a city, too, and one after "from"
_NO_CITY = compiled(r"(?:[A-Z][\w.'-]*|\b(?:that|the|an?|this|his|her|their|my|our)) \Z")  # Lord Birkenhead, that Batman film
_BIG = 100_000  # people of a place that is no namesake of somebody
_AND = re.compile(r",? and |, ")
_LISTED_BEFORE = re.compile(r"(?:,| and|, and) \Z")
_LISTED_AFTER = re.compile(r"(?:, and|,| and) ")
_SPOKEN = 5  # letters of an acronym that is written as a word
_FORMERLY = re.compile(r", (?:formerly|previously|once|renamed|now)(?: (?:called|known as|named))? (?:the )?\Z")
_AGED = re.compile(r", \d{1,2},")
_CLAUSE_ENDS = re.compile(r"[.;]?\s*(?:\n|\Z)|[.;]\s")
_IN = re.compile(r"\b(?:in|at|near|from|of|outside) \Z")
_SITE = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20})?\.(?:com|net|org|info|news|tv|co|[a-z]{2})")
_ALIAS = re.compile(r"\b(?:alias|née) \"?\Z")
_JUNIOR = compiled(r"(?:[A-Z]{2,3}|[A-Z][a-z][\w'’-]*(?: [A-Z][\w'’.-]*)?),? [JS]r\.?")
_NICKNAMED = compiled(r"[A-Z][\w.’'-]{1,30} [\"“]([A-Z][\w'’-]{1,20})[\"”] ([A-Z][\w'’-]{1,30})")
_ACCORDING = re.compile(r"\b[Aa]ccording to \Z")
_TRADES = re.compile(rf"(?: and [A-Z][\w.&-]+){{0,2}} {any_of(words('market_verbs'))}\b")


@cache
def _heads(where: str) -> dict[str, str]:
    """Kinds by the words that tell them: at the `start` or `end` of a name, or `next` to it."""
    return {r["head"]: r["kind"] for r in table("heads") if r["where"] == where}


@cache
def _head_next() -> re.Pattern[str]:
    return re.compile(rf" ({any_of(_heads('next'))})\b")


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
    elif after := _head_next().match(text, s.end):
        found = (_heads("next")[after[1]], 2.0)
    else:
        return None
    sure = len(said) == 1 or (last and (ends[0] in _heads("end") or ends[1] in words("sure_heads")))
    return found if sure or not (names.is_given(said[0]) or titles.titles_before(text, s.start)[0]) else None


Evidence = Iterator[tuple[str, str, float]]
"""Surface, kind (PERSON, ORG, PLACE, OTHER) and weight of what the text says of a name."""


def evidence(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """What the text says of the model's names."""
    yield from _said_of_names(text, (*people, *orgs, *places))
    surnames = names.surnames_of(people, text)
    yield from _cities_read_as_people(text, people, orgs, surnames)
    yield from _places_read_as_people(text, people, places, surnames)
    yield from _things_named_like_others(text, people, places)
    yield from _bodies_by_what_is_beside(text, people, orgs, places, surnames)
    yield from _people_by_what_is_beside(text, orgs, places)
    yield from _lone_names(text, people, surnames)
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


def _cities_read_as_people(text: str, people: Sequence[Span], orgs: Sequence[Span], surnames: set[str]) -> Evidence:
    """Kano's governor; what the model hardly takes for somebody, or after "from": no word from Quetta."""
    seen = Counter(text[s.start : s.end] for s in people)
    begun = {text[s.start : s.end].split()[0] for s in orgs}  # Bally, of Bally Manufacturing Corp
    for s in people:
        name, score = text[s.start : s.end], s.score or 1.0
        if name in surnames or name in begun:
            continue
        if _ITS_OFFICE.match(text, s.end) and (geonames(name) or gazetteer.is_region(name)):
            yield name, "PLACE", 2.0
        unsure = (score < _UNSURE and not _NO_CITY.search(text, max(0, s.start - 20), s.start)) or (
            score < _HARDLY_SURE and text.endswith(" from ", 0, s.start)
        )
        if unsure and " " not in name and seen[name] == 1 and not names.is_given(name) and any(g.population >= _BIG for g in geonames(name)):
            yield name, "PLACE", 1.0


def _places_read_as_people(text: str, people: Sequence[Span], places: Sequence[Span], surnames: set[str]) -> Evidence:
    """KHASAVYURT, Russia; the Bushehr reactor; in Goma, Bukavu and Uvira; in Labasa, Vanua Levu."""
    seen = Counter(text[s.start : s.end] for s in people)
    for s in people:  # KHASAVYURT, Russia
        if text[s.start : s.end].isupper() and (land := _LAND_AFTER.match(text, s.end)) and gazetteer.is_country(land[1]):
            yield text[s.start : s.end], "PLACE", 3.0
    of_town = [text[s.start : s.end] for s in people if _IN.search(text, max(0, s.start - 10), s.start)]  # Guillén of Tuxtla Gutiérrez
    of_town = [n for n in of_town if " " in n and not names.is_given(n.split()[0]) and any(g.population >= _BIG for g in geonames(n))]
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
        within = before[0] == ", " and _CLAUSE_ENDS.match(text, s.end) and _IN.search(text, max(0, first - 10), first) and not names.is_given(name.split()[0])
        if listed or within:
            yield name, "PLACE", 3.0


def _things_named_like_others(text: str, people: Sequence[Span], places: Sequence[Span]) -> Evidence:
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


def _bodies_by_what_is_beside(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span], surnames: set[str]) -> Evidence:
    """Acronyms written as words or with full stops, former names, who says what it plans, companies within companies, universities in short, sites."""
    ends = {s.end for s in orgs}
    for s in people:
        name = text[s.start : s.end]
        first = name.split()[0]
        spoken = len(name) >= _SPOKEN and gazetteer.spoken_bodies(name)  # Minusma; Africa Corps, formerly Wagner
        if spoken or ((said := _FORMERLY.search(text, max(0, s.start - 20), s.start)) and said.start() in ends):
            yield name, "ORG", 2.0
        if _SAYS_IT.match(text, s.end) and first.lower() not in words("given_names") and not titles.titles_before(text, s.start)[0]:
            yield name, "ORG", 5.0
        if " " in name and not names.is_given(first) and any(b.kind == "company" for b in gazetteer.listed_bodies(first, sure=True)):
            yield name, "ORG", 2.0  # Pertamina Patra Niaga
    yield from ((name, "ORG", 1.5 * times) for name, times in firms.brands_of_countries(text, places).items())
    for s in people:  # Morena, the party he founded
        name = text[s.start : s.end]
        if (
            " " not in name
            and name not in surnames
            and (gazetteer.listed_bodies(name) or not names.is_given(name))
            and _is_a_body().match(text, s.end, s.end + _NEAR)
        ):
            yield name, "ORG", 10.0
    schools = [m[1] for s in orgs if (m := _STATE_UNIVERSITY.fullmatch(text, s.start, s.end))]
    alone = set(_STATE_SCHOOL.findall(text)) if schools else set()
    yield from ((name, "ORG", 3.0) for name in schools if name in alone)  # a doctorate from Arizona State
    for s in (*people, *places):
        name = text[s.start : s.end]
        if s.label != "PERSON" and len(name) >= _SPOKEN and gazetteer.spoken_bodies(name):
            yield name, "ORG", 2.0  # peacekeepers of Monusco
        if _LINE_ENDS.match(text, s.end) and _LINE_BEGINS.search(text, max(0, s.start - 6), s.start) and _is_body_alone(name):
            yield name, "ORG", 5.0  # Reuter, under its story
        if _DOTTED.fullmatch(name) and not gazetteer.is_cited(text, s.start) and all(e.kind == "org" for e in gazetteer.lookup(name)):
            yield name, "ORG", 3.0  # U.C.L.A.
        if (
            s.label != "PERSON"
            and name[-1].isalpha()
            and _OWNS_WHAT.match(text, s.end)
            and not gazetteer.lookup(name)
            and all(g.population < _BIG for g in geonames(name))
        ):
            yield name, "ORG", 1.5  # San Esteban, which owns the mine
        if _SITE.fullmatch(name):
            yield name, "ORG", 3.0  # Akchabar.kg


_NEAR = 90  # characters after a name that say what it is


@cache
def _is_a_body() -> re.Pattern[str]:
    """What a noun in apposition says: "a populist party"."""
    nouns = "|".join(n for kind in toml("cues")["kind"] for n in kind.get("nouns", ()))
    describing = r"(?:(?!(?:of|in|at|from|for|with|to|by|on|who|and|whose)\b)[\w'’-]+ ){0,4}?"
    return re.compile(rf", (?:an?|the|one of|its) {describing}(?:{nouns})s?(?=,? (?:that|which|he|she|they|based|founded|led|in|said)\b|[.;)]|, (?!and\b))")


_OWNS_WHAT = re.compile(r", which (?:owns?|employs?|makes?|manufactures?|sells?|operates?|runs?|leases?|supplies|builds?|developed|publishes|distributes) ")
_SAYS_IT = re.compile(  # Red Lobster says it is closing its restaurants
    rf" (?:said|says|announced|confirmed)(?: (?:{toml('timex')['macros']['WEEKDAY']})| on \w+day)?(?: that)? it"
    r" (?:is|was) (?:closing|opening|cutting|laying|recalling|buying|selling|hiring|investing|launching|suspending|investigating|reviewing|planning)\b"
    r"| (?:said|says|announced|confirmed)(?: that)? it (?:plans|expects|intends|aims) to\b"
)


def _is_body_alone(name: str) -> bool:
    """A name that the tables have for bodies and for no place."""
    return bool(gazetteer.listed_bodies(name)) and not geonames(name) and all(e.kind == "org" for e in gazetteer.lookup(name))


_STATE_UNIVERSITY = compiled(r"((?:[A-Z][\w'.-]+ ){1,3}(?:State|Tech)) University")
_STATE_SCHOOL = compiled(r"\b(?:from|at) ((?:[A-Z][\w'.-]+ ){1,3}(?:State|Tech))(?! University)")
_LINE_BEGINS = re.compile(r"(?:\A|\n)[ \t-]*\Z")
_LINE_ENDS = re.compile(r"[ \t.]*(?:\n|\Z)")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,5}[A-Z]\.?")


def _people_by_what_is_beside(text: str, orgs: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """People by their age, by Jr, by their nickname elsewhere, by whom they are of, by what they are to a team."""
    nicknamed = {f"{nick} {last}" for nick, last in _NICKNAMED.findall(text)}
    for s in places:  # June Abara, whom the model hardly takes for a place
        name = text[s.start : s.end]
        if (s.score or 1.0) < _HARDLY and name.istitle() and _is_full_name(name) and not gazetteer.is_sure(name.split()[0]) and _is_unlisted(name):
            yield name, "PERSON", 1.0
    for s in places:  # Bardot denies a charge
        if _PERSONAL.match(text, s.end) and " " not in text[s.start : s.end] and _is_unlisted(text[s.start : s.end]):
            yield text[s.start : s.end], "PERSON", 1.5
    for s in places:  # in Khan Younis, Umm Ahmed, 48, said
        if " " in text[s.start : s.end] and _AGED.match(text, s.end) and _is_unlisted(text[s.start : s.end]):
            yield text[s.start : s.end], "PERSON", 2.0
    for s in (*orgs, *places):
        name = text[s.start : s.end]
        if _JUNIOR.fullmatch(name) or name in nicknamed:
            yield name, "PERSON", 3.0  # Rioli Jr; Bong Go, who is Christopher "Bong" Go
        if _ALIAS.search(text, max(0, s.start - 8), s.start) and not gazetteer.lookup(name):
            yield name, "PERSON", 2.0  # Jimmy Chérizier, alias Barbecue
        if _LESS.match(text, s.end) and _is_unlisted(name):
            yield name, "PERSON", 2.0  # a Mbappé-less side
    for s in orgs:
        name = text[s.start : s.end]
        if not name.replace(" ", "").isalpha() or not name.istitle():
            continue
        if text.endswith((" the late ", "The late "), 0, s.start) and _is_full_name(name):
            yield name, "PERSON", 1.5  # the late Mavis Gallant
        if text.endswith(names.OWNS, 0, s.start) and _ACTS.match(text, s.end) and _is_full_name(name):
            yield name, "PERSON", 2.0  # the National Assembly's Marine Le Pen
        if " " in name and _CALLED.search(text, max(0, s.start - 16), s.start) and _is_unlisted(name) and name.split()[-1].lower() not in words("org_heads"):
            yield name, "PERSON", 2.0  # the tycoon Truong My Lan
        if " " not in name and _BOSS.search(text, max(0, s.start - 12), s.start) and _is_unlisted(name):
            yield name, "PERSON", 2.0  # says boss Maresca


_HARDLY = 0.4  # what the model gives a name that it reads as a place for want of better
_PERSONAL = re.compile(rf" {any_of(words('personal_verbs'))}\b")
_LESS = re.compile(r"-(?:less|esque)\b")
_ACTS = compiled(rf" (?:had|has|who|contributed|wrote|reported|{any_of(words('speech'))})\b")
_CALLED = re.compile(rf"(?<![\w-]){any_of(words('personal_nouns'))} \Z")
_BOSS = re.compile(r"\b(?:boss|manager|coach|captain|skipper) \Z")


def _is_full_name(name: str) -> bool:
    """A first name and no head of a body or place at the end, and no table knows it as a whole."""
    first, last = name.split()[0], name.split()[-1].lower()
    headed = last in words("org_heads") or last in words("bare_places")
    return " " in name and names.is_given(first) and not headed and not gazetteer.lookup(name)


def _is_unlisted(name: str) -> bool:
    """No table knows the name."""
    return not (gazetteer.lookup(name) or geonames(name))


def _lone_names(text: str, people: Sequence[Span], surnames: set[str]) -> Evidence:
    """Bodies that the model reads as people, once and by one word: who owns somebody, is a source, or does what shares do in an article on them."""
    surnames, seen = names.surnames_of(people, text), Counter(text[s.start : s.end] for s in people)
    full = {s.start for s in people if " " in text[s.start : s.end]}
    lone = [s for s in people if s.start not in full and seen[name := text[s.start : s.end]] == 1 and name not in surnames]
    for s in lone:  # Cristosal's Noah Bullock
        name = text[s.start : s.end]
        owns = text[s.end : s.end + 3] in names.OWNS and s.end + 3 in full
        source = _ACCORDING.search(text, max(0, s.start - 14), s.start) and len(name) > 3 and not names.is_given(name)  # according to Soompi
        if (owns or source) and not name.isupper() and _is_unlisted(name):
            yield name, "ORG", 1.5
    starts = {s.start for s in people}
    for s in people:  # Wagner's Prigozhin
        name = text[s.start : s.end]
        if (
            text[s.end : s.end + 3] in names.OWNS
            and s.end + 3 in starts
            and name not in surnames
            and not names.is_given(name)
            and gazetteer.listed_bodies(name)
        ):
            yield name, "ORG", 1.0 + seen[name]
    trading = [s for s in lone if _TRADES.match(text, s.end)]
    if trading and is_on_markets(text):  # Mowi and SalMar slipped
        yield from ((text[s.start : s.end], "ORG", 1.5) for s in trading)

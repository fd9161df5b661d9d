"""What stands beside a name and speaks for a body or for somebody, whatever the model reads: Morena, the party he founded; the tycoon Truong My Lan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from extractor import gazetteer
from extractor.mentions import firms, names
from extractor.mentions.placed import BIG, UNSURE
from extractor.resources import any_of, compiled, cues, geonames, toml, words
from extractor.titles import leading
from extractor.topics import is_on_markets
from extractor.types import Evidence, Span

_SPOKEN = 5  # letters of an acronym that is written as a word
_FORMERLY = re.compile(r", (?:formerly|previously|once|renamed|now)(?: (?:called|known as|named))? (?:the )?\Z")
_AGED = re.compile(r", \d{1,2},")
_SITE = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20})?\.(?:com|net|org|info|news|tv|co|[a-z]{2})")
_ALIAS = re.compile(r"\b(?:alias|née) \"?\Z")
_JUNIOR = compiled(r"(?:[A-Z]{2,3}|[A-Z][a-z][\w'’-]*(?: [A-Z][\w'’.-]*)?),? [JS]r\.?")
_NICKNAMED = compiled(r"[A-Z][\w.’'-]{1,30} [\"“]([A-Z][\w'’-]{1,20})[\"”] ([A-Z][\w'’-]{1,30})")
_ACCORDING = re.compile(r"\b[Aa]ccording to \Z")
_TRADES = re.compile(rf"(?: and [A-Z][\w.&-]+){{0,2}} {any_of(words('market_verbs'))}\b")


def bodies_by_what_is_beside(text: str, people: Sequence[Span], orgs: Sequence[Span], places: Sequence[Span], surnames: set[str]) -> Evidence:
    """Acronyms written as words or with full stops, former names, who says what it plans, companies within companies, universities in short, sites."""
    ends = {s.end for s in orgs}
    for s in people:
        name = text[s.start : s.end]
        first = name.split()[0]
        if (said := _FORMERLY.search(text, max(0, s.start - 20), s.start)) and said.start() in ends:
            yield name, "ORG", 2.0  # Africa Corps, formerly Wagner
        if _SAYS_IT.match(text, s.end) and first.lower() not in words("given_names") and not leading.titles_before(text, s.start)[0]:
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
        if len(name) >= _SPOKEN and gazetteer.spoken_bodies(name):
            yield name, "ORG", 2.0  # Minusma, peacekeepers of Monusco
        if _LINE_ENDS.match(text, s.end) and _LINE_BEGINS.search(text, max(0, s.start - 6), s.start) and _is_body_alone(name):
            yield name, "ORG", 5.0  # Reuter, under its story
        if _DOTTED.fullmatch(name) and not gazetteer.is_cited(text, s.start) and all(e.kind == "org" for e in gazetteer.lookup(name)):
            yield name, "ORG", 3.0  # U.C.L.A.
        if (
            s.label != "PERSON"
            and name[-1].isalpha()
            and _OWNS_WHAT.match(text, s.end)
            and not gazetteer.lookup(name)
            and all(g.population < BIG for g in geonames(name))
        ):
            yield name, "ORG", 1.5  # San Esteban, which owns the mine
        if _SITE.fullmatch(name.lower() if name.isupper() else name):
            yield name, "ORG", 3.0  # Akchabar.kg
        if s.label != "PERSON" and " " in name and _POST.match(text, s.end) and not (gazetteer.lookup(name) or geonames(name)):
            yield name, "ORG", 1.5  # Nunavut Tunngavik president Ana Rua
        if _OUTLET_BEFORE.search(text, max(0, s.start - 14), s.start) and not names.is_given(name.split()[0]):
            yield name, "ORG", 3.0  # the paper Keskisuomalainen reports
        if _EXPLAINED.match(text, s.end):
            yield name, "ORG", 3.0  # Jogorku Kenesh (Kyrgyzstan's parliament)


_OUTLET_BEFORE = re.compile(r"\b(?:newspapers?|paper|daily|tabloid|weekly|broadcaster|magazine),? \Z")
_EXPLAINED = compiled(
    r" \((?:the |an? |[A-Z][\w ]{2,30}['’]s )(?:[\w-]+ ){0,3}"
    r"(?:parliament|party|ministry|agency|company|newspaper|daily|group|union|movement|bank|council|court)\)"
)
_POST = re.compile(rf"(?:['’]s)? (?:{cues('post_after')}|president(?= [A-Z]))\b")
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


def people_by_what_is_beside(text: str, orgs: Sequence[Span], places: Sequence[Span]) -> Evidence:
    """People by their age, by Jr, by their nickname elsewhere, by whom they are of, by what they are to a team."""
    nicknamed = {f"{nick} {last}" for nick, last in _NICKNAMED.findall(text)}
    for s in places:  # June Abara, whom the model hardly takes for a place
        name = text[s.start : s.end]
        if (s.score or 1.0) < _HARDLY and name.istitle() and _is_full_name(name) and not gazetteer.is_sure(name.split()[0]) and is_unlisted(name):
            yield name, "PERSON", 1.0
    for s in places:  # Bardot denies a charge
        if _PERSONAL.match(text, s.end) and " " not in text[s.start : s.end] and is_unlisted(text[s.start : s.end]):
            yield text[s.start : s.end], "PERSON", 1.5
    for s in places:  # in Khan Younis, Umm Ahmed, 48, said
        if " " in text[s.start : s.end] and _AGED.match(text, s.end) and is_unlisted(text[s.start : s.end]):
            yield text[s.start : s.end], "PERSON", 2.0
    for s in (*orgs, *places):
        name = text[s.start : s.end]
        if " " in name and text.startswith(")", s.end) and _is_pictured(text, s.start) and is_unlisted(name):
            yield name, "PERSON", 3.0  # (Xinhua/Yan Yan)
        if _JUNIOR.fullmatch(name) or name in nicknamed:
            yield name, "PERSON", 3.0  # Rioli Jr; Bong Go, who is Christopher "Bong" Go
        if _ALIAS.search(text, max(0, s.start - 8), s.start) and not gazetteer.lookup(name):
            yield name, "PERSON", 2.0  # Jimmy Chérizier, alias Barbecue
        if (_LESS.match(text, s.end) or _ASSISTS.match(text, s.end)) and is_unlisted(name):
            yield name, "PERSON", 2.0  # a Mbappé-less side, from Eden Hazard's assist
        if (s.score or 1.0) < UNSURE and _GOVERNS.match(text, s.end) and text.endswith(" the ", 0, s.start) and is_unlisted(name):
            yield name, "PERSON", 1.0  # the Monti government
    for s in orgs:
        name = text[s.start : s.end]
        if not name.replace(" ", "").isalpha() or not name.istitle():
            continue
        if text.endswith((" the late ", "The late "), 0, s.start) and _is_full_name(name):
            yield name, "PERSON", 1.5  # the late Mavis Gallant
        if text.endswith(names.OWNS, 0, s.start) and _ACTS.match(text, s.end) and _is_full_name(name):
            yield name, "PERSON", 2.0  # the National Assembly's Marine Le Pen
        if " " in name and _CALLED.search(text, max(0, s.start - 16), s.start) and is_unlisted(name) and name.split()[-1].lower() not in words("org_heads"):
            yield name, "PERSON", 2.0  # the tycoon Truong My Lan
        if " " not in name and _RULES.match(text, s.end) and text.endswith(("the ", "The "), 0, s.start) and is_unlisted(name) and _can_be_borne(name):
            yield name, "PERSON", 2.0  # the Mnangagwa administration
        if " " not in name and _BOSS.search(text, max(0, s.start - 12), s.start) and is_unlisted(name):
            yield name, "PERSON", 2.0  # says boss Maresca


_PICTURED = compiled(r"\((?P<agency>[A-Z][\w.& -]{1,16}?) ?/ ?\Z")
_HARDLY = 0.4  # what the model gives a name that it reads as a place for want of better
_PERSONAL = re.compile(rf" {any_of(words('personal_verbs'))}\b")
_ASSISTS = re.compile(r" ?['’]s (?:assist|header|cross|brace|hat-trick|volley|tap-in|free kick|spot-kick)\b")
_GOVERNS = re.compile(r" (?:government|administration|cabinet)\b")
_LESS = re.compile(r"-(?:less|esque)\b")
_ACTS = compiled(rf" (?:had|has|who|contributed|wrote|reported|{any_of(words('speech'))})\b")
_CALLED = re.compile(rf"(?<![\w-]){any_of(words('personal_nouns'))} \Z")
_RULES = re.compile(r" (?:administration|presidency|regime)\b")
_BOSS = re.compile(r"\b(?:boss|manager|coach|captain|skipper) \Z")


def _is_pictured(text: str, start: int) -> bool:
    """An agency and a slash stand before a name in brackets: (Antara/Rivan Lingga)."""
    m = _PICTURED.search(text, max(0, start - 20), start)
    return m is not None and gazetteer.agency(m["agency"]) is not None


def _is_full_name(name: str) -> bool:
    """A first name and no head of a body or place at the end, and no table knows it as a whole."""
    first, last = name.split()[0], name.split()[-1].lower()
    headed = last in words("org_heads") or last in words("bare_places")
    return " " in name and names.is_given(first) and not headed and not gazetteer.lookup(name)


def _can_be_borne(name: str) -> bool:
    """A word that is no part of the name of a party or body."""
    low = name.lower()
    return low not in words("party_words") and low not in words("org_heads") and low not in words("common_words") and low not in words("portfolios")


def is_unlisted(name: str) -> bool:
    """No table knows the name."""
    return not (gazetteer.lookup(name) or geonames(name))


def lone_names(text: str, people: Sequence[Span], surnames: set[str], seen: Counter[str]) -> Evidence:
    """Bodies that the model reads as people, once and by one word: who owns somebody, is a source, or does what shares do in an article on them."""
    full = {s.start for s in people if " " in text[s.start : s.end]}
    lone = [s for s in people if s.start not in full and seen[name := text[s.start : s.end]] == 1 and name not in surnames]
    for s in lone:  # Cristosal's Noah Bullock
        name = text[s.start : s.end]
        owns = text[s.end : s.end + 3] in names.OWNS and s.end + 3 in full
        source = _ACCORDING.search(text, max(0, s.start - 14), s.start) and len(name) > 3 and not names.is_given(name)  # according to Soompi
        if (owns or source) and not name.isupper() and is_unlisted(name):
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

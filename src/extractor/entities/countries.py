"""Listed names to countries: which one, and how it was said. Places that lie in a country are its mentions too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from extractor import gazetteer
from extractor.article.published import Head
from extractor.entities.common import View
from extractor.entities.focus import focus
from extractor.entities.metonym import metonym_rule
from extractor.entities.namesakes import TOWN_BEFORE, Hit, georgia_of, in_state, place_of, said_of, shown, sure_places, town_of, without_strangers
from extractor.gazetteer import Entry
from extractor.resources import any_of, cells, compiled, cues, geonames, table, toml, words
from extractor.types import Country, CountryMention, How, Span, Unresolved


def resolve_places(
    view: View, listed: Sequence[Span], places: Sequence[Span], heads: Sequence[Head], bodies: Sequence[Span] = ()
) -> tuple[list[Hit], list[Unresolved]]:
    """Decide code and `how` of every listed name and every place the model found."""
    text = view.flat
    evidence = _evidence(text, listed, heads)
    evidence.update(sure_places(text, places))
    evidence.update(_homes(text, bodies))
    hits: list[Hit] = []
    unresolved: list[Unresolved] = []
    for s in listed:
        hit = _listed(text, s, evidence)
        if isinstance(hit, list):
            where = view.place(s.start, s.end)
            unresolved.append(Unresolved(where["text"], where["start"], where["end"], "ambiguous-country", hit))
        elif hit:
            hits.append(hit)
    for s in places:
        hits.append(place_of(text, s, evidence))
    return sorted(_placed_elsewhere(without_strangers(hits, evidence)), key=lambda h: h.span.start), unresolved


def _placed_elsewhere(hits: Sequence[Hit]) -> list[Hit]:
    """An unlisted town whose country the article says once is there wherever it is named: in Owen Sound, Ont., later in Owen Sound."""
    told: dict[str, dict[str, Hit]] = {}
    for h in hits:
        if h.code and h.place and (h.rule in ("dateline", "place-town") or h.rule.startswith("place-comma")):
            told.setdefault(h.place[0], {})[h.code] = h
    out = []
    for h in hits:
        lies = [*told.get(h.place[0], {}).values()] if h.place and h.code is None else []
        out.append(replace(lies[0], span=h.span, rule="place-elsewhere") if len(lies) == 1 else h)
    return out


def _homes(text: str, bodies: Sequence[Span]) -> list[str]:
    """The countries of listed papers, parties and offices of state, each body once: with the Otago Daily Times, Dunedin is New Zealand's."""
    found = {b for name in {text[s.start : s.end] for s in bodies} for b in gazetteer.listed_bodies(name, sure=True)}
    return [b.country for b in found if b.country and b.kind in ("media", "party", "government")]


def _evidence(text: str, listed: Sequence[Span], heads: Sequence[Head]) -> Counter[str]:
    """How often each country is said in a way that can mean no other."""
    out: Counter[str] = Counter()
    for s in listed:
        codes = {e.code for e in s.value if e.code}
        kinds = {e.kind for e in s.value}
        if len(codes) == 1 and kinds != {"state"} and not any(e.weak for e in s.value):
            out[next(iter(codes))] += 2 if kinds & {"country", "demonym"} else 1
        elif kinds == {"state"}:
            out["US"] += 1
    for h in heads:
        if h.country:
            out[h.country] += 2
    out["US"] += len(
        re.findall(
            r"\b(?:Senate|Congress|state Capitol|statehouse|Democrats?|Republicans?|FBI|[A-Z][a-z]+, (?:Ga|Calif|Ill|Mo|Pa|N\.Y|Fla|Texas|Ohio))\b",
            text[:20000],
        )
    )
    return out


def _listed(text: str, s: Span, evidence: Counter[str]) -> Hit | list[str] | None:
    before, after = text[max(0, s.start - 70) : s.start], text[s.end : s.end + 200]
    surface = text[s.start : s.end]
    entries: tuple[Entry, ...] = s.value
    if s.label == "code":
        return Hit(s, entries[0].code, "code", s.rule)
    if any(e.kind in ("country", "capital", "region") for e in entries) and (state := in_state(after, shown(surface))):
        return Hit(s, state, "place", "place-comma-state", (shown(surface), "city"))
    seat = next((e for e in entries if e.kind == "seat"), None)
    if seat:
        if surface == "Westminster" and re.search(r"\b(?:in|at|of|near)\s\Z", before) and not re.match(r" (?:politic|MP|insider)", after):
            return Hit(s, seat.code, "place", "place-seat", ("Westminster", "other"))
        return Hit(s, seat.code, "metonym", "metonym-seat")
    country = [e for e in entries if e.kind == "country"]
    if country:
        return _country(text, s, country, entries, before, after, evidence)
    demonym = [e for e in entries if e.kind == "demonym"]
    if demonym:
        return _demonym(text, s, demonym, surface, before, after, evidence)
    capital = [e for e in entries if e.kind == "capital"]
    if capital:
        return _capital(text, s, capital[0], entries, before, after, evidence)
    e = entries[0]
    return Hit(s, e.code or said_of(e.name, evidence), "place", f"place-{e.kind}", (e.name, "city" if e.name in gazetteer.cities() else "region"))


def _country(text: str, s: Span, country: list[Entry], entries: tuple[Entry, ...], before: str, after: str, evidence: Counter[str]) -> Hit | list[str] | None:
    surface = text[s.start : s.end]
    state = next((e for e in entries if e.kind == "state"), None)
    e = country[0]
    if state:  # Georgia
        us = evidence["US"]
        own = sum(evidence[c] for c in ("GE", "GE", "GE", "AM", "AZ", "RU"))  # Tbilisi says more than Washington, which speaks of everyone
        town = TOWN_BEFORE.search(before)
        lies = georgia_of(town[1]) if town else None
        if _AMERICAN_STATE.match(after) or lies == "US":
            return Hit(s, "US", "place", "place-state", (surface, "region"))
        if _SOVEREIGN.match(after) or lies == "GE":
            return Hit(s, e.code, "name", "country-name")
        if us > own or (us == own == 0 and re.search(r"\b(?:moving|moved|elections? office in|live in|lives in|raised in) \Z", before)):
            return Hit(s, "US", "place", "place-state", (surface, "region"))
        if us == own and us:
            return ["GE", "US"]
    if surface == "America" and re.search(r"\b(?:Latin|South|North|Central|Captain|Miss) \Z", before):
        return None
    if surface == "Jersey" and (evidence["US"] or re.search(r"\bNew \Z", before)):
        return None
    if (town := _TOWN_OF.match(after)) and (code := town_of(town["land"])) not in (None, e.code):
        return Hit(s, code, "place", "place-town-of", (surface, "city"))
    if (town_in := _namesake(surface, "city", e.code, evidence)) and (only := _typed(text)[0].get(surface)) and evidence[e.code or ""] <= 2 * only:
        return Hit(s, town_in, "place", "place-geonames", (surface, "city"))  # the city of Trinidad, in Bolivia
    if sharers := _sharers().get(shown(surface)):
        decided = _shared(text, s, [*sharers], "name", "country-shared", evidence)
        region = next((x.name for x in entries if x.kind == "region"), None)
        if region and (isinstance(decided, list) or decided.code != e.code):  # Korea, where it is not the South
            return Hit(s, None, "place", "place-region", (region, "region"))
        return decided
    if surface in ("us", "Us"):
        return None
    return Hit(s, e.code, "name", s.rule if s.rule == "country-half" else "country-name")


_AMERICAN_STATE = re.compile(r"(?:['’]s)? (?:lawmakers|Republicans|Democrats|state|Senate|voters|Gov|governor|Tech|Bulldogs|runoff)\b")
_SOVEREIGN = re.compile(r"(?:['’]s)? (?:prime minister|president|parliament|foreign|Dream|capital)\b")
_TOWN_OF = compiled(
    r",? (?:(?:the |an? )(?:[a-z-]+ ){0,3}(?:capital|city|town|village|municipality)|capital)(?: of| in)(?: the)?"
    r"(?: (?:[a-z-]+ ){1,2}of)? (?P<land>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)


def _shared(text: str, s: Span, codes: list[str], how: How, rule: str, evidence: Counter[str]) -> Hit | list[str]:
    """A name that two countries share: the one that the article speaks of otherwise, by far, else the one whose people or places, or neighbours where
    it speaks of neither, it names (shared.tsv), else neither."""
    said = sorted((c for c in codes if evidence[c]), key=lambda c: -evidence[c])
    if said and (len(said) == 1 or evidence[said[0]] >= 3 * evidence[said[1]]):
        return Hit(s, said[0], how, rule + "-evidence")
    hints = _sharers().get(shown(text[s.start : s.end]).rstrip("s"), {})
    hinted = [c for c in said or codes if any((not said and evidence[w]) or (len(w) > 3 and w in text) for w in hints.get(c, ()))]
    return Hit(s, hinted[0], how, rule + "-hint") if len(hinted) == 1 else codes


@cache
def _sharers() -> dict[str, dict[str, list[str]]]:
    """A name that countries share to their codes, each with the words that decide for it."""
    out: dict[str, dict[str, list[str]]] = {}
    for r in table("shared"):
        out.setdefault(r["name"], {})[r["code"]] = cells(r["decided_by"])
    return out


_LANGUAGE_BEFORE = re.compile(rf"\b{cues('language_before')}\s\Z")


_NO_NOUN = "and|or|as|at|to|in|on|with|that|for|is|was|after|before|when|while|because|since|until|about|by|from|during|but|then|which|who"
_EVENT_AFTER = compiled(
    r"(?: [A-Z][\w-]{0,30}){0,4} (?:Series|Championships?|Cup|Open|Grand Prix|Competition|Festival|Awards?|Games|Conference|Touring Car|Masters|Derby)\b"
)


_INDIAN = re.compile(r"\bIndians?\b")
_NATIVE = re.compile(r"\b(?:[Ii]ndigenous|Native American|[Rr]eservation|[Tt]ribal|[Tt]ribes?|First Nations?|Amazon(?:ian)?)\b")


@lru_cache(maxsize=2)
def _natives(text: str) -> int:
    """How often a text that speaks of the indigenous says Indian."""
    return len(_INDIAN.findall(text)) if _NATIVE.search(text) else 0


def _demonym(text: str, s: Span, entries: list[Entry], surface: str, before: str, after: str, evidence: Counter[str]) -> Hit | list[str] | None:
    if surface in words("languages"):
        noun_follows = re.match(rf" (?!(?:{_NO_NOUN})\b)[A-Za-z]", after)
        spoken = _LANGUAGE_BEFORE.search(before)
        speech = re.search(r"\b(?:speaks?|spoke|speaking|fluent|language|translat\w+|learn\w*|in)\b[^.]{0,30}\Z", before)
        if spoken and not noun_follows and (spoken.group().strip() not in ("and", "or") or speech):
            return None
        if re.match(
            r"[- ](?:language|speak|lesson|teacher|class|translation|dictionar|grammar|version|subtitle|is the (?:main|official|first|second|only) language)",
            after,
        ):
            return None
    if (city := toml("words")["teams"].get(surface)) and city in text:
        return None  # the Indians, where the article speaks of Cleveland
    if surface in ("Indian", "Indians") and (natives := _natives(text)) and evidence["IN"] <= 2 * natives:
        return None  # an Aymara Indian
    if before.endswith(("Pan-", "pan-", "Inter-", "inter-")):
        return None  # the Pan-American Highway
    if _EVENT_AFTER.match(after):
        return None  # the British Touring Car season
    codes = list(dict.fromkeys(e.code for e in entries if e.code))
    if len(codes) > 1:
        return _shared(text, s, codes, "demonym", "demonym-shared", evidence)
    if entries[0].weak and not evidence[codes[0]]:
        return None
    if surface in ("Pole", "Poles") and re.search(r"\b(?:North|South|the|magnetic) \Z", before):
        return None
    return Hit(s, codes[0], "demonym", "demonym")


_CITY_OF = compiled(r"\b(?:city|town|village|suburb) of (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\b")
_AS_REGION = compiled(r"\b(?P<name>[A-Z][\w'’-]+) (?:[Rr]egion|[Pp]rovince|[Dd]istrict|[Gg]overnorate|[Dd]epartment)\b")


@lru_cache(maxsize=2)
def _typed(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """Countries and capitals by name that the article calls a city, and those it calls a region, and how often it names them."""
    found = ({m["name"] for m in pattern.finditer(text)} for pattern in (_CITY_OF, _AS_REGION))
    cities, regions = ({n: text.count(n) for n in said if any(e.kind in ("country", "capital") for e in gazetteer.lookup(n))} for said in found)
    return cities, regions


def _namesake(name: str, kind: str, code: str | None, evidence: Counter[str]) -> str | None:
    """The country spoken of, other than `code`, that has a city or region of this name; None when several have."""
    lands = {g.country for g in geonames(name) if g.kind == kind and g.country != code and evidence[g.country]}
    return next(iter(lands)) if len(lands) == 1 else None


def _capital(text: str, s: Span, e: Entry, entries: tuple[Entry, ...], before: str, after: str, evidence: Counter[str]) -> Hit:
    surface = text[s.start : s.end]
    name = e.name if surface.isupper() else surface
    if any(x.kind == "state" for x in entries) and re.search(r"\b[A-Z][a-z]+, \Z", before):
        return Hit(s, "US", "place", "place-state", ("Washington", "region"))
    if m := re.match(r", ([A-Z][\w' ]+?)[,.;]", after):
        other = [x.code for x in gazetteer.lookup(m[1]) if x.kind in ("country", "region") and x.code]
        if other:
            return Hit(s, other[0], "place", "place-comma-country", (name, "capital" if other[0] == e.code else "city"))
    if (land := _namesake(name, "region", e.code, evidence)) and (only := _typed(text)[1].get(name)) and evidence[e.code or ""] <= only:
        return Hit(s, land, "place", "place-geonames", (name, "region"))  # Sofia region, in Madagascar
    metonym = metonym_rule(before, after)
    if metonym:
        return Hit(s, e.code, "metonym", metonym)
    return Hit(s, e.code, "place", "place-capital", (name, "capital"))


def spoken_of(text: str, hits: Sequence[Hit]) -> list[str]:
    """The countries of an article, the one said most first; none where the only one is just where somebody goes: travelled to Washington."""
    codes = [code for code, _ in Counter(h.code for h in hits if h.code).most_common()]
    abroad = len(codes) == 1 and all(h.how == "place" and _GOES_TO.search(text, max(0, h.span.start - 40), h.span.start) for h in hits if h.code)
    return [] if abroad else codes


_GOES_TO = re.compile(rf"\b(?:{any_of(words('movement'))}|travel|travels|fly|head|heads|headed|leave|leaves|left)(?: \w+)? (?:to|for) \Z")


def collect_countries(view: View, hits: Sequence[Hit]) -> list[Country]:
    """One entity a country, in order of first mention; `focus` on those that the title, the lead or most mentions speak of."""
    by: dict[str, list[Hit]] = {}
    for h in hits:
        if h.code and h.code in gazetteer.countries():
            by.setdefault(h.code, []).append(h)
    about = focus(view, hits, by)
    out = []
    for code, hs in by.items():
        row = gazetteer.countries()[code]
        mentions = [CountryMention(**view.place(h.span.start, h.span.end), rule=h.rule, how=h.how) for h in hs]
        out.append(Country(f"country:{code}", code, row.alpha3, row.name, code in about, mentions))
    return out

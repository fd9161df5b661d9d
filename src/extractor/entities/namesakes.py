"""Places that the model found: which of their namesakes, by what follows them, by the article, by size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor import gazetteer
from extractor.article.published import Head
from extractor.resources import GeoName, cells, compiled, geonames, postal_codes, table, toml, towns, words
from extractor.types import How, PlaceKind, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One located country or place."""

    span: Span
    code: str | None
    how: How
    rule: str
    place: tuple[str, PlaceKind] | None = None  # (name, kind)


_CITY = r"[A-Z][\w'’.-]{0,30}(?: [A-Z][\w'’.-]{0,30}){0,2}"
_LISTED_IN = compiled(rf"(?:, {_CITY}){{0,8}},? and {_CITY} in (?P<land>[A-Z][\w'’-]{{0,30}}(?: [A-Z][\w'’-]{{0,30}}){{0,2}})")


def _listed_in(after: str, name: str) -> str | None:
    """The country in which a list of places ends, unless all of this name are elsewhere: "Athens, Huntsville and Mobile in Alabama"."""
    m = _LISTED_IN.match(after)
    lands = m["land"].split() if m else []
    found = next((e for n in range(len(lands), 0, -1) for e in gazetteer.lookup(" ".join(lands[:n])) if e.kind in ("state", "region", "country")), None)
    rows = geonames(name)
    here = any(g.country == found.code for g in rows) if found and (rows or gazetteer.lookup(name)) else bool(found)
    return found.code if found and here else None


def in_state(after: str, name: str) -> str | None:
    """The country of the state or province that follows a place after a comma, or a list of places: London, Ont."""
    m = re.match(r", ([A-Z][\w.]*(?: [A-Z][\w.]*)?)", after)
    if not m:
        return _listed_in(after, name)
    if m[1] in postal_codes() and not any(g.country == m[1] for g in geonames(name)):
        return "US"  # College Station, TX; not Berlin, DE
    for land in (m[1], m[1].rstrip("."), m[1].split(" ")[0], m[1].split(" ")[0].rstrip(".")):
        if code := _states().get(land) or next((e.code for e in gazetteer.lookup(land) if e.kind == "state"), None):
            if land == "Georgia" and (georgia_of(name) == "GE" or not re.match(r", Georgia(?:,|\.| -| —)", after)):
                continue  # Tbilisi, Georgia
            return code
    return _listed_in(after, name)


def georgia_of(town: str) -> str | None:
    """The Georgia, GE or US, that alone has a town of this name; None when both or neither have."""
    lies = {g.country for g in geonames(town)} & {"GE", "US"}
    return next(iter(lies)) if len(lies) == 1 else None


@cache
def _states() -> dict[str, str]:
    american = {form: "US" for r in table("us_states") for a in cells(r["abbreviations"]) if a.endswith(".") for form in (a, a.upper())}
    return american | {a: r["country"] for r in _regions() for a in (r["name"], *cells(r["abbreviations"]))}


def _regions() -> list[dict[str, str]]:
    """The regions of the tables that have abbreviations."""
    return [r for r in table("regions") if r["abbreviations"] and r["kind"] == "region"]


@cache
def _abbreviated() -> dict[str, str]:
    """Abbreviations of states and provinces to their names: Md., MD, Ont."""
    return {form: r["name"] for r in (*table("us_states"), *_regions()) for a in cells(r["abbreviations"]) for form in (a, a.upper())}


def shown(surface: str) -> str:
    """A name in capitals as it is written otherwise."""
    return gazetteer.written(surface) if surface.isupper() and len(surface) > 3 else surface


def sure_places(text: str, places: Sequence[Span]) -> list[str]:
    """The countries of places that can be in no other, each place once: Liverpool speaks for the Norwich of Norfolk."""
    out = []
    for name in {shown(re.sub(r"\s+", " ", text[s.start : s.end])) for s in places if not isinstance(s.value, Head)}:
        rows = _rows(name)
        if (
            rows
            and rows[0].population >= _KNOWN
            and all(g.country == rows[0].country or (g.kind == "city" and g.population * 20 < rows[0].population) for g in rows)
        ):
            out.append(rows[0].country)
    return out


TOWN_BEFORE = compiled(r"([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}), \Z")
_POSTAL = compiled(r" [A-Z]{2}\b(?! [A-Z]{2})")  # Newark NJ
_KNOWN = 50_000  # people of a city that speaks for its country


_PLACED_IN = (
    compiled(r", (?:in )?([A-Z][\w' ]{2,30}?)[,.;)]"),
    compiled(r", (?:in )?(?!(?:near|outside|across|and|or|to|from|like|unlike|while|but|after|as|when)\b)\w+ ([A-Z][\w' ]{2,30}?)[,.;)]"),
)

_QUARTER_OF = compiled(
    r" (?:neighbou?rhood|quarter|suburb|locality|borough|area|section) (?:of|in) (?:the (?:city|capital),? (?:of )?)?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_OF_LAND = compiled(r" (?:of|in) (?:the )?([A-Z][\w'’]{2,30}(?: [A-Z][\w'’]{2,30}){0,2})")  # the Eastern Region of Ghana
_LANDS = compiled(r"\b([A-Z][\w]{2,30}(?: [A-Z][\w]{2,30}){0,2})['’]s? \Z")  # Ghana's Eastern Region


def place_of(text: str, s: Span, evidence: Counter[str]) -> Hit:
    """A place found by the model: its country by what follows it, by the article, by size."""
    if isinstance(s.value, Head):
        capital = any(e.kind == "capital" and e.code == s.value.country for e in gazetteer.lookup(s.value.place))
        return Hit(s, s.value.country, "place", "dateline", (s.value.place, "capital" if capital else "city"))
    surface = re.sub(r"\s+", " ", text[s.start : s.end])
    name = shown(surface)
    after = text[s.end : s.end + 200]
    kind: PlaceKind = "other" if s.label in ("LOC", "place") else "city"
    american = "US" if _POSTAL.match(after) and after[1:3] in postal_codes() and not surface.isupper() else None
    if code := in_state(after, name) or american:
        return Hit(s, code, "place", "place-comma-state", (name, "city"))
    quarter = _COMPASS.fullmatch(_untyped(name))
    owners = (_OF_LAND.match(after), _LANDS.search(text, max(0, s.start - 40), s.start)) if quarter else ()
    for m in filter(None, (*owners, *(pattern.match(after) for pattern in _PLACED_IN))):
        codes = [e.code for e in gazetteer.lookup(m[1]) if e.kind in ("country", "region", "state") and e.code]
        namesakes = {g.country for g in geonames(name)}
        codes = codes or [g.country for g in geonames(m[1]) if g.kind == "region" and g.country in namesakes]  # Barrancas, La Guajira
        if codes:
            lies = {g.kind for g in _rows(name) if g.country == codes[0]}
            return Hit(s, codes[0], "place", "place-comma-country", (name, "region" if quarter or lies == {"region"} else kind))
    said = surface if surface.endswith(".") or after[:1] != "." else surface + "."
    unstopped, postal = f"{surface}." in _states(), surface in postal_codes()
    town = TOWN_BEFORE.search(text, max(0, s.start - 60), s.start) if unstopped or postal else None
    if unstopped and (town or text[max(0, s.start - 2) : s.start] in ("D-", "R-", "I-")):
        said = f"{surface}."  # Pasadena, Calif; Markey, D-Mass
    if code := _states().get(said) or (in_state(f", {surface}", town[1]) if town and postal else None):
        return Hit(s, code, "place", "place-state", (_abbreviated().get(said, _abbreviated().get(surface, name)), "region"))
    entries = gazetteer.lookup(surface)
    listed = next((e for e in entries if e.kind in ("region", "state", "capital")), None)
    if listed:
        return Hit(s, listed.code or said_of(name, evidence), "place", f"place-{listed.kind}", (name, "capital" if listed.kind == "capital" else "region"))
    whole = _DIRECTION.sub("", name.removeprefix("Republic of "))
    if whole != name and (land := next((e.code for e in gazetteer.lookup(whole) if e.kind == "region" and e.code), None)):
        return Hit(s, land, "place", "place-region", (name, "region"))  # southern Mahé
    if (quarter_of := _QUARTER_OF.match(after)) and (city := _best(_rows(quarter_of[1]), evidence)):
        return Hit(s, city.country, "place", "place-quarter", (name, "other"))  # the Clifton neighbourhood of Karachi
    rows = _rows(whole)
    natural = _NATURAL.search(name) and text.endswith(("the ", "The "), 0, s.start) and _ALONE.match(after)
    # the Salt Lake at Larnaca is no town, the Walvis Bay port is in one
    best = _best(tuple(g for g in rows if g.kind == "region") if natural else rows, evidence)
    if best and quarter and not evidence[best.country]:
        return Hit(s, None, "place", "place-unsure", (name, "other"))
    if best:
        region = best.kind == "region" or best.name != name
        return Hit(s, best.country, "place", "place-geonames", (name, "region" if region else "city"))
    if name.endswith(" County") and (land := _land_of_counties(evidence)):
        return Hit(s, land, "place", "place-county", (name, "region"))
    if isinstance(s.value, str):  # Central Java lies where Java does
        return Hit(s, s.value, "place", "place-part", (name, "region"))
    if not text.endswith(("the ", "The "), 0, s.start) and (land := _land_of_town(name, evidence)):  # the West
        return Hit(s, land, "place", "place-town", (name, "city"))
    return Hit(s, None, "place", "place-unlisted", (name, "other"))


_NATURAL = re.compile(
    r" (?:Lakes?|Valley|Bay|Islands?|River|Falls|Hills|Mountains?|Desert|Peninsula|Coast|Beach|Park|Forest|Springs|Bridge|Canyon|Plains?|Strait|Point)\Z"
)
_ALONE = re.compile(r"[.,;:)]|\Z|\s(?:at|in|near|on|of|and|or|is|was|were|are|to|from|which|that|by|with|for|where|has|had|into|as|but)\b")


def _land_of_town(name: str, evidence: Counter[str]) -> str | None:
    """The country that an article speaks of most, where a small town of this name lies there: Kugluktuk, in an article on Canada."""
    most = max(evidence.values(), default=0)
    lies = [code for code in towns(name) if most and evidence[code] == most]
    return lies[0] if len(lies) == 1 and not _COMPASS.fullmatch(name) and name.lower() not in words("common_words") else None


_DIRECTION = re.compile(r"\A(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|upper|lower|downtown|suburban) ")
_COMPASS = re.compile(  # regions of Cameroon, Ghana, Zambia, New Zealand, and words
    r"(?:(?:north|south|east|west|cent(?:er|re|ral))(?:ern)?[ -]?){1,3}(?:coast|side|bank|end|island)?", re.I
)


def _land_of_counties(evidence: Counter[str]) -> str | None:
    """The one country of those with counties that an article speaks of."""
    said = [code for code in words("lands_of_counties") if evidence[code]]
    return said[0] if len(said) == 1 else None


def said_of(name: str, evidence: Counter[str]) -> str | None:
    """The only country that the article speaks of among those that share a region of this name: Punjab."""
    said = [code for code in toml("words")["shared_regions"].get(name, "").split() if evidence[code]]
    return said[0] if len(said) == 1 else None


_KIND = "(?:State|Province|Region|District|Prefecture|Governorate|Oblast|Department|Municipality|County|Canton|Commune)"
_TYPED = re.compile(rf"(?:(.{{3,}}) {_KIND}|(?:{_KIND}|City) of (.{{3,}})|(?:County|Co\.?) ([A-Z].{{2,}}))", re.I)


def _rows(name: str) -> tuple[GeoName, ...]:
    """The listed namesakes, without what kind of region it is when only that is listed: Lagos State, the Municipality of Livorno."""
    if name.lower() in words("common_words"):
        return ()
    name = name.replace(" & ", " and ")
    bare = _untyped(name)
    if bare != name and _COMPASS.fullmatch(bare):  # Central Province: one of Sri Lanka's, and of Zambia's, Kenya's and others' that are listed as Central
        forms = {_HALVES.sub(rf"\1{joint}\2", bare).title() for joint in (" ", "-", "")} | {f"{bare} {kind}" for kind in ("Province", "Region", "District")}
        return tuple(g for form in sorted(forms) for g in geonames(form) if g.kind == "region")
    return geonames(name) or (geonames(bare) if bare != name else ())


_HALVES = re.compile(r"(North|South)[ -]?(East|West)", re.I)


def _untyped(name: str) -> str:
    """A region's name without what kind of region it is."""
    typed = _TYPED.fullmatch(name)
    return next(filter(None, typed.groups())) if typed else name


def town_of(land: str) -> str | None:
    """The country of the region or country that a town of a country's name is said to lie in: Liberia, the capital of Guanacaste."""
    lands = [e.code for part in (land, land.split()[0]) for e in gazetteer.lookup(part) if e.kind in ("country", "region", "state") and e.code]
    lands = lands or [g.country for part in (land, land.split()[0]) for g in geonames(part) if g.kind == "region"]
    return lands[0] if lands else None


def without_strangers(hits: Sequence[Hit], evidence: Counter[str]) -> list[Hit]:
    """The towns left open that are listed in a country of which the article says nothing else, where all else speaks of one other: Oakdale near Sydney
    has no entry of its own. Countries of one language share many names of towns; elsewhere more must speak for the other."""
    named: dict[str, set[str]] = {}
    for h in hits:
        if h.code and h.place:
            named.setdefault(h.code, set()).add(h.place[0])
    out = []
    for h in hits:
        strange = h.rule == "place-geonames" and h.code and h.place and _is_strange(h.place[0], h.code, len(named[h.code]), evidence)
        if strange and h.place:
            home = _land_of_town(h.place[0], evidence)
            out.append(replace(h, code=home, rule="place-town" if home else "place-unsure", place=(h.place[0], "city" if home else "other")))
        else:
            out.append(h)
    return out


def _is_strange(name: str, code: str, named: int, evidence: Counter[str]) -> bool:
    size = max((g.population for g in _rows(_DIRECTION.sub("", name)) if g.country == code), default=0)
    others = [(c, n) for c, n in evidence.items() if c != code and n]
    if size >= _BIG or evidence[code] > (size >= _KNOWN) or len(others) != 1:
        return False
    other, n = others[0]
    return n > 3 or (named == 1 and any(other in group.split() and code in group.split() for group in toml("words")["namesake_countries"]))


_BIG = 250_000  # people of a city that needs no country beside it


_METROPOLIS = 1_500_000
_TOWN = 100_000
_REGION = 150_000  # what a region, which has no size in the table, weighs beside towns, or cities of countries that the article does not speak of


def _best(rows: tuple[GeoName, ...], evidence: Counter[str]) -> GeoName | None:
    """The namesake that size and what the article speaks of favour together; none when neither tells.

    A country said ten times weighs as much as a city ten times the size. One that is not said must outweigh the others
    clearly, a metropolis or a seat of the United Nations twice.
    """
    if len({g.country for g in rows}) < 2:
        return rows[0] if rows else None
    towns = max(g.population for g in rows) < _TOWN
    sizes = ((g.population or (_REGION if towns or evidence[g.country] else 0), g) for g in rows)
    weights = sorted(((size * (evidence[g.country] + 1), g) for size, g in sizes), key=lambda w: -w[0])
    best, weight = weights[0][1], weights[0][0]
    other = next(w for w, g in weights if g.country != best.country)
    great = best.population >= _METROPOLIS or best.name in words("international_seats")
    return best if evidence[best.country] or weight > (2 if great else 5) * other else None

"""The model's entities, the listed names and the rules, weighed against each other: which stretch of the text is what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from extractor import gazetteer
from extractor.article.published import Head
from extractor.mentions import names, widened
from extractor.mentions.agreement import agree, flat
from extractor.mentions.bodies import find_bodies
from extractor.mentions.clubs import clubs_among
from extractor.mentions.cued import cued_bodies, firms, named_by_adjective, wards
from extractor.mentions.edges import by_label
from extractor.mentions.headlines import as_called_elsewhere, is_common_word, without_verb
from extractor.mentions.lookalikes import common, is_vessel, is_work, no_names, spacecraft, things
from extractor.mentions.overlap import best_spans
from extractor.mentions.shorts import short_names
from extractor.mentions.tabled import coded, halves, in_capitals, kin, tabled, towns_of_adjectives
from extractor.mentions.tables import table_names
from extractor.mentions.titled import title_led
from extractor.mentions.weak import is_unsaid, is_weak, said_names
from extractor.resources import any_of, compiled, geonames, words
from extractor.titles.offices import is_title, kinds
from extractor.types import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything recognized in one text, non-overlapping within a kind. Labels: PERSON, ORG, PLACE, and gazetteer kinds."""

    people: list[Span]
    orgs: list[Span]
    places: list[Span]
    listed: list[Span]


def mark(text: str, model: Sequence[Span], heads: Sequence[Head], patterns: Sequence[Span] = (), beaten: list[tuple[Span, Span]] | None = None) -> Marked:
    """Weigh all spans of `text` (flattened article). `model` spans carry the model's labels; `beaten` collects what lost to what."""
    listed = tabled(text)
    codes = {e.code for s in listed if s.label in _PLACES or (s.label == "org" and _is_home(text[s.start : s.end])) for e in s.value}
    codes |= {h.country for h in heads}
    shorts = [s for s in short_names(text, codes) if not in_capitals(text, s.start, s.end)]
    at = {i for s in shorts for i in range(s.start, s.end)}
    listed = sorted([*shorts, *(s for s in listed if at.isdisjoint(range(s.start, s.end)))], key=lambda s: s.start)
    no_bodies = things(text, codes) | common(text, model) | spacecraft(text)
    lands = {e.code for s in listed if s.label in _PLACES for e in s.value}
    listed = [s for s in listed if s.label != "org" or not (text[s.start : s.end] in no_bodies or _is_portfolio(text, s, lands))]
    listed = [s for s in listed if not is_vessel(text, s.start, s.end)]
    people, orgs, places, other = ([s for s in spans if flat(text[s.start : s.end]) not in no_bodies] for spans in by_label(text, model))
    named = bytearray(len(text) + 1)
    for s in (*orgs, *other):
        named[s.start : s.end] = b"\x01" * (s.end - s.start)
    candidates: list[tuple[str, Span]] = [("listed-long", replace(s, label="OTHER")) for s in (*people, *orgs, *places) if is_work(text, s)]
    led = {s.end: s.start for s in orgs if text.count(" ", s.start, s.end) > 2}  # Asantehene Otumfuo Osei Tutu II, whom the model takes for a body
    surnames = names.surnames_of(people, text)
    for a, b in (without_verb(text, *span, surnames) for span in title_led(text)):
        if (
            is_vessel(text, a, b)
            or _is_styled_place(text, a, b)
            or is_common_word(text, a, b)
            or (text[b : b + 1] == "." and f"{text[a:b].lower()}." in kinds())
        ):
            continue
        able = not all(named[a:b]) or _OF_A_PERSON.search(text, max(0, a - 8), a) or _is_titles(text[led.get(b, a) : a].lower())
        listed_too = any(e.kind in ("country", "org") and not e.weak for e in gazetteer.lookup(text[a:b]))
        if able and not listed_too and not _is_org_name(text[a:b]):
            people.append(Span(widened.with_style(text, a, b), b, "PERSON", "title-name"))
    people += (relatives := kin(text, listed))
    related = {s.start for s in relatives}
    listed = [s for s in listed if s.start not in related]
    people = as_called_elsewhere(text, people)
    people += [Span(*m.span("name"), "PERSON", "alias-name") for s in people if (m := _ALIAS.match(text, s.end))]
    bodies = _not_within(find_bodies(text), [s for s in listed if s.label == "org" and not is_weak(s)])
    people, orgs, places = agree(text, people, orgs, places, other)
    candidates += [("drop", s) for s in no_names(text, (*people, *orgs))]
    candidates += [("pattern", s) for s in patterns]
    candidates += [("dateline", Span(h.start, h.end, "PLACE", "dateline", h)) for h in heads if h.place]
    candidates += [("dateline", s) for h in heads if h.agency for s in _agencies(text, *h.agency)]
    listed = sorted([*listed, *halves(text, listed)], key=lambda s: s.start)
    candidates += [("listed-long", s) for s in coded(text, people)]
    candidates += [("body", s) for s in bodies]
    candidates += [("listed-long", s) for s in (*table_names(text), *towns_of_adjectives(text, listed))]
    candidates += [("org-long", s) for s in clubs_among(text, people, places, orgs, (text[s.start : s.end] for s in listed if s.label == "org"))]
    candidates += [("org-long", s) for s in cued_bodies(text)]
    candidates += [("listed-long", s) for s in (*firms(text), *named_by_adjective(text, listed))]
    candidates += wards(text)
    known = names.surnames_of(people, text)
    org_cover = bytearray(len(text) + 1)
    for s in orgs:
        org_cover[s.start : s.end] = b"\x01" * (s.end - s.start)
    tagged = {(s.start, s.end) for s in people}
    starts = [s.start for s in listed]
    listed_by_span = {(s.start, s.end): s for s in listed}
    said = said_names(text, listed, org_cover)
    for s in listed:
        candidates.append((_rank_listed(text, s, known, said, tagged), s))
    for s in people:
        hit = listed_by_span.get((s.start, s.end))
        many = " " in text[s.start : s.end].strip()
        sure = s.rule == "title-name" or (many and not (hit and hit.label in ("country", "org", "drop", "region", "capital", "place")))
        candidates.append(("person-sure" if sure else "person", s))
    for s in orgs:
        inner = [x for x in _inside(listed, starts, s) if x.end <= s.end and x.end - x.start < s.end - s.start]
        surface = text[s.start : s.end].strip()
        long = " " in surface and bool(inner or _is_org_name(surface))
        bodies_in = [x for x in inner if x.label == "org"] if long else []
        grown = bool(bodies_in) and surface.split()[-1].lower() in words("org_heads")
        grown |= (s.score or 0) > 0.8 and any(x.start == s.start for x in bodies_in)  # Renmin University of China
        within = all(x.label in ("country", "demonym", "capital", "region", "state") for x in inner)
        sure_body = long and len(inner) > 0 and within and ((s.score or 0) > 0.8 or _is_org_name(surface))
        grown |= _is_namesake(s, bodies_in, inner) or _OF_A_STATE.fullmatch(surface) is not None
        candidates.append(("listed-long" if grown or sure_body else "org-long" if long else "model", s))
    for s in places:
        inner = [x for x in _inside(listed, starts, s) if x.start >= s.start and x.end <= s.end and x.end - x.start < s.end - s.start]
        quarter = len(inner) == 1 and inner[0].label == "country" and inner[0].end == s.end and _QUARTER.fullmatch(text, s.start, inner[0].start)
        regional = inner if quarter else [x for x in inner if x.label in ("capital", "region", "state", "place")]
        lies = {e.code for x in regional if x.start == s.start or _PART_OF.fullmatch(text, s.start, x.start) for e in x.value if e.code}
        whole = bool(regional) and len(regional) == len(inner) and len(lies) < 2 and "," not in text[s.start : s.end]
        whole |= bool(inner) and all(x.label == "org" and x.start > s.start and " " not in text[x.start : x.end] for x in inner)  # Barra Honda National Park
        whole |= bool(inner) and all(is_weak(x) for x in inner) and bool(geonames(flat(text[s.start : s.end])))  # Thunder Bay
        candidates.append(("listed-long", replace(s, value=next(iter(lies), None))) if whole else ("model", s))
    candidates += [("model", s) for s in other]
    chosen = best_spans(candidates, beaten)
    owners = _owners(text, chosen, listed, starts)
    kept = [s for s in chosen if s.label not in ("drop", "OTHER") and not (is_weak(s) and is_unsaid(text, s, said, codes))]
    return Marked(
        [s for s in kept if s.label == "PERSON"],
        [s for s in kept if s.label in ("ORG", "org", "BODY")],
        [s for s in kept if s.label in ("PLACE", "GPE", "LOC", "place")],
        sorted([s for s in kept if s.label in ("country", "code", "demonym", "capital", "seat", "region", "state")] + owners, key=lambda s: s.start),
    )


_PLACES = frozenset({"country", "demonym", "capital", "region", "state"})


_PORTFOLIO_OF = re.compile(r"\b[Mm]inisters?(?: of [Ss]tate,? (?:for |in charge of )?| (?:for |of |in charge of ))\Z")


def _is_portfolio(text: str, s: Span, lands: Set[str | None]) -> bool:
    """What a minister is for, named like a body of a country that is none of `lands`: Housing and Urban Development, which is America's."""
    return bool(_PORTFOLIO_OF.search(text, max(0, s.start - 30), s.start)) and lands.isdisjoint(e.code for e in s.value)


def _is_home(name: str) -> bool:
    """A party or office of state that speaks for its country: the BJP."""
    return any(b.kind in ("party", "government") for b in gazetteer.listed_bodies(name, sure=True))


def _not_within(spans: Sequence[Span], longer: Sequence[Span]) -> list[Span]:
    """The spans that are no part of a longer one: Electoral Commission in Independent National Electoral Commission. `longer` are in order, apart."""
    ends = [s.end for s in longer]
    covers = ((s, longer[at] if (at := bisect_left(ends, s.end)) < len(longer) else s) for s in spans)
    return [s for s, c in covers if not (c.start <= s.start and c.end - c.start > s.end - s.start)]


_QUARTER = re.compile(r"(?:(?:North|South|East|West)(?:-?[Ee]ast|-?[Ww]est)?ern|Central|Upper|Lower|Inner|Outer) ")  # Northern Uganda, Upper Egypt


_PART_OF = re.compile(  # Central Java lies in Indonesia, Alei Sinai not in the Sinai
    r"(?:the |of )?(?:[\w' ]{1,30} of )?"
    r"(?:(?:north|south|east|west|cent|up|low|inn|out|mid|great|old|coast|rur|downtown|metropolitan|far|deep)[\w-]* ?){1,3}",
    re.I,
)


def _inside(listed: Sequence[Span], starts: Sequence[int], outer: Span) -> Sequence[Span]:
    """The listed names that begin within a span; both are in order and do not overlap."""
    return listed[bisect_left(starts, outer.start) : bisect_left(starts, outer.end)]


def _is_titles(before: str) -> bool:
    """Nothing but titles stands before a name, and some does."""
    return bool(before) and (is_title(before.strip()) or all(is_title(w) for w in before.split()))


_OF_A_PERSON = re.compile(rf"\b(?:{any_of(words('short_titles'))}|Rep\.|Sen\.|Sgt\.|Supt\.|Cpl\.|Insp\.|Cllr|Rev\.) \Z")
_STYLE_BEFORE = re.compile(rf"\b(?i:{any_of(words('place_prepositions'))}) (?P<style>[A-Z][a-z]+ )\Z")


def _is_styled_place(text: str, start: int, end: int) -> bool:
    """A town that is called like somebody with a style: in Prince Albert."""
    m = _STYLE_BEFORE.search(text, max(0, start - 40), start)
    return bool(m and geonames(m["style"] + text[start:end]))


_ALIAS = compiled(r",? (?:alias|a\.k\.a\.|aka|(?:popularly|better|widely|commonly|also) known as) [\"“'‘]?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_PART = re.compile(r"[^/]+")


def _agencies(text: str, start: int, end: int) -> list[Span]:
    """The agencies of a dateline that are not listed: NTB/AP."""
    whole = gazetteer.is_sure(text[start:end])  # CNN/Money
    found = (Span(m.start(), m.end(), "ORG", "dateline-agency") for m in _PART.finditer(text, start, start if whole else end))
    return [s for s in found if not gazetteer.is_sure(text[s.start : s.end])]


_OF_A_STATE = re.compile(r"(?:.+ )?State Department of .+")  # New York's own, of health


def _is_org_name(surface: str) -> bool:
    tokens = surface.lower().split()
    return (
        any(t in words("org_heads") for t in tokens[-1:])
        or any(t in words("org_heads") for t in tokens[:1])
        or (" of " in surface and any(t in words("org_heads") for t in tokens))
    )


def _is_namesake(s: Span, bodies: Sequence[Span], inner: Sequence[Span]) -> bool:
    """The name of another country's body with the country before or after it: Jordan Food and Drug Administration, Royal Air Force of Oman."""
    owners = {e.code for x in inner if x.label in ("country", "demonym") and (x.start == s.start or x.end == s.end) for e in x.value}
    return bool(owners) and any((x.end == s.end or x.start == s.start) and owners.isdisjoint(e.code for e in x.value) for x in bodies)


def _rank_listed(text: str, s: Span, surnames: set[str], said: set[str], tagged: set[tuple[int, int]]) -> str:
    """`said` are the weak names that stand for their body somewhere in the article: there they do everywhere."""
    surface = text[s.start : s.end]
    if s.label in ("drop", "place") or s.rule == "country-half":
        return "drop" if s.label == "drop" else "listed-long"
    if s.label == "org" and surface in surnames:
        return "weak"  # John Hess, then Hess: whoever bears the name
    if is_weak(s):
        return "listed" if surface in said else "weak"
    if " " in surface or len(surface) > 12:
        return "listed-long"
    if surface in surnames:
        possessive_title = re.match(
            r"'s (?:[a-z]+ )?(?:[Kk]ing|[Pp]rime|[Pp]resident|[Gg]overnment|[Ff]oreign|[Ff]inance|[Aa]rmy|[Cc]apital|[Bb]order)", text[s.end : s.end + 20]
        )
        return "listed" if possessive_title or (s.start, s.end) not in tagged else "weak"
    return "listed"


_OFFICES = frozenset({"Ministry", "Department", "Government"})
_POSSESSIVE = re.compile(r"[^'’]{3,40}(?=['’]s )")


def _owner_within(text: str, s: Span) -> Span | None:
    """The country that a listed body's name has as its owner: Iran's Revolutionary Guards."""
    m = _POSSESSIVE.match(text, s.start, s.end)
    found = tuple(e for e in gazetteer.lookup(m.group()) if e.kind == "country" and e.code) if m else ()
    return Span(*m.span(), "country", "country-name", found) if m and found else None


def _owners(text: str, chosen: Sequence[Span], listed: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """The country that owns a government body is a mention too ("Ukraine's foreign ministry" gives both)."""
    out = []
    at: dict[int, Span] = {s.start: s for s in listed if s.label in ("country", "demonym")}
    for s in chosen:
        if s.label not in ("BODY", "ORG", "org"):
            continue
        surface = text[s.start : s.end]
        inner = at.get(s.start) or (_owner_within(text, s) if s.label == "org" else None)
        if inner and inner.end < s.end:
            rest = text[inner.end : s.end]
            said = rest.lower().replace("'s", " ").split()
            government = s.label == "BODY" or (any(t in words("government_words") for t in said) and words("of_members").isdisjoint(said))
            if government or rest.startswith("'s "):
                out.append(inner)
        elif " of " in surface and (s.label == "BODY" or not _OFFICES.isdisjoint(surface.split()[:2])):
            out += [x for x in _inside(listed, starts, s) if x.label == "country" and s.start < x.start][-1:]
    return out

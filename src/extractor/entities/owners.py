"""Whose a body is: the country, region or city that its name holds, that stands before it, or that is the only one to have it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractor import gazetteer
from extractor.entities.common import View
from extractor.mentions.bodies import owner_at_end
from extractor.resources import compiled, geonames, toml, words
from extractor.types import Span

_OF = compiled(r"(?:.* )?(\w+) of (?:the )?([A-Z].*)")
_WORDS_BEFORE = compiled(r"(?P<owner>(?:[A-Z][\w.'-]*\s){0,3}[A-Z][\w.'-]*)\s\Z")
_POSSESSOR_BEFORE = compiled(
    r"(?P<owner>(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*['’]s?)\s"
    r"(?:(?:main|ruling|largest|biggest|oldest|opposition|governing|far-(?:right|left)|cent(?:re|er)-(?:right|left)|conservative|liberal|leading|pro-\w+)\s){0,3}\Z"
)


def named_owner(name: str) -> list[str]:
    """The country that a body's name begins with, or that "of" leads in after what can be a country's."""
    code, _ = split_owner(name)
    of = _OF.fullmatch(name)
    if of and not code and (of[1].lower() in words("org_heads") or of[1].lower() in ("embassy", "consulate", "government")):
        code = gazetteer.country_of(of[2])  # Reserve Bank of Malawi
    return [code] if code else []


def split_owner(name: str) -> tuple[str | None, str]:
    """Country at the start of a body's name, and the rest of it: "Russian Foreign Ministry Press Service"."""
    tokens = name.replace("’", "'").split()
    for n in range(min(4, len(tokens) - 1), 0, -1):
        if code := gazetteer.country_of(" ".join(tokens[:n])):
            return code, " ".join(tokens[n:])
    return None, name


def own_word(name: str, codes: Collection[str]) -> str | None:
    """The country that calls its ministry so, where the article speaks of it among others: the Foreign Office is Britain's."""
    code = toml("words")["own_words"].get(name.lower())
    return code if code in codes else None


_METROPOLIS = 1_000_000


def seat_of(name: str, codes: Collection[str]) -> list[str]:
    """The country of the place that the name of an authority begins or ends with: Seoul Central District Court, Superior Court of Quebec. A small place
    counts in a country of the article."""
    of = _OF.fullmatch(name)
    if of and len(listed := {e.code for e in gazetteer.lookup(of[2]) if e.kind in ("capital", "region", "state") and e.code}) == 1:
        return [*listed]
    tokens = name.split()
    for n in range(min(3, len(tokens) - 1), 0, -1):
        place = " ".join(tokens[:n])
        if place.lower() in words("court_ranks") or place.lower() in words("common_words"):
            continue  # there are towns called Superior and Federal
        if listed := {e.code for e in gazetteer.lookup(place) if e.kind in ("capital", "region", "state") and e.code}:
            return [*listed] if len(listed) == 1 else []
        rows = geonames(place)
        near = {g.country for g in rows if g.country in codes}
        if len(near) == 1 or (rows and rows[0].population >= _METROPOLIS):
            return [*near] if near else [rows[0].country]
    return []


_LOCAL = compiled(r"\b(?:[Ss]tate|[Pp]rovince|[Cc]ounty|[Cc]ity|[Tt]erritory)['’]s \Z")


def local_owner(view: View, s: Span) -> str | None:
    """The region or city of the possessive before a mention, "" where it is only called a state's: "Montana's" Supreme Court; None when neither is said."""
    before = _POSSESSOR_BEFORE.search(view.flat, max(0, s.start - 60), s.start)
    tokens = re.sub(r"['’]s?\Z", "", before["owner"]).split() if before else []
    places = (" ".join(tokens[i:]) for i in range(len(tokens)))
    if place := next((p for p in places if any(e.kind in ("state", "region") for e in gazetteer.lookup(p))), None):
        return place
    return "" if _LOCAL.search(view.flat, max(0, s.start - 20), s.start) else None


def local_bodies(view: View, spans: Sequence[Span]) -> dict[str, str]:
    """The bodies that an article gives to one region or city alone, by their kind: Dagestan's Interior Ministry, later the Interior Ministry."""
    said: dict[str, set[str]] = {}
    for s in spans:
        if s.label == "BODY" and s.rule != "body-place":
            canonical, code, _ = s.value
            if whose := code or local_owner(view, s):
                said.setdefault(canonical, set()).add("" if code else whose)
    return {canonical: next(iter(whose)) for canonical, whose in said.items() if len(whose) == 1 and "" not in whose}


def possessor(view: View, s: Span) -> str | None:
    """The country whose possessive stands before a mention: "South Korea's main opposition" Democratic Party."""
    return _owner_before(view, s, _POSSESSOR_BEFORE)


def _owner_before(view: View, s: Span, pattern: re.Pattern[str]) -> str | None:
    """The country that the words right before a mention end with, if they fit the pattern: "Uganda's" Court of Appeal."""
    before = pattern.search(view.flat, max(0, s.start - 60), s.start)
    owner = owner_at_end(before["owner"]) if before else None
    return owner[1] if owner else None


_AMERICAN = re.compile(r"\b(?:U\.?S\.?|United States|Congress|Washington|Americans?|[Ff]ederal)\b")


_OF_THE_PARTY = re.compile(r" (?:leaders?|president|chief|MPs?|MLAs?|spokes\w+|candidates?|workers?|general secretary|veteran)\b")


def _party_land(view: View, s: Span, codes: Collection[str]) -> str | None:
    """India, where a leader is the Congress's, as the parliament of no country has leaders: there it is a party."""
    party = view.name(s).lower() == "congress" and _OF_THE_PARTY.match(view.flat, s.end)
    return next((code for code in toml("words")["congress_parties"] if code in codes), None) if party else None


def has_house(code: str, name: str) -> bool:
    """The country has a body of this name; most have a parliament."""
    having = toml("words")["bare_bodies"].get(name.lower(), "").split()
    return not having or code in having


_FOREMOST = 2  # the countries that an article speaks of most


def house_home(name: str, home: str | None, codes: Sequence[str]) -> str | None:
    """The country of a parliament that stands without its country: `home`, the only one of the article, or the only one of those it speaks of most
    that has a house of this name. With South Korea and the United States, the National Assembly is South Korea's."""
    if home or not toml("words")["bare_bodies"].get(name.lower()):
        return home if home and has_house(home, name) else None
    having = [code for code in codes if has_house(code, name)]
    return having[0] if len(having) == 1 and having[0] in codes[:_FOREMOST] else None


def _said_owner(view: View, s: Span, codes: Sequence[str]) -> str | None:
    """The country that a mention of an authority itself says: Ukraine's Foreign Ministry."""
    if s.label == "BODY":
        return s.value[1] if s.rule != "body-place" else None
    return _owner_before(view, s, _WORDS_BEFORE) or _party_land(view, s, codes)


def houses(view: View, spans: Sequence[Span], home: str | None, codes: Sequence[str]) -> dict[int, str | None]:
    """Where authorities without a name of their own stand ("Peru's Congress", later "Congress"), and whose they are: of the one country that is
    said to own them, else of `home`; but a state has a senate, too, and an article on New Jersey alone may mean that one."""
    bare: dict[str, list[Span]] = {}
    for s in spans:
        name = s.value[0].lower() if s.label == "BODY" else view.name(s).lower()
        if s.label == "BODY" or name in toml("words")["bare_bodies"]:
            bare.setdefault(name, []).append(s)
    american = not bare or _AMERICAN.search(view.flat)
    out: dict[int, str | None] = {}
    for name, found in bare.items():
        land = house_home(name, home, codes)
        land = land if land != "US" or american else None
        own = {s.start: code for s in found if (code := _said_owner(view, s, codes))}
        one = next(iter(own.values())) if len(set(own.values())) == 1 else land if not own else None
        first = min(own, default=0) if one in codes[:_FOREMOST] else len(view.flat)
        told = (s for s in found if s.label != "BODY" or not own or s.start >= first)  # until it is said whose, a ministry may be another's
        out |= {s.start: own.get(s.start) or one for s in told}
    return out

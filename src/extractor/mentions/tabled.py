"""Names of the tables where they stand in a text for what they name: not the BMW Championship, BN TV, CHI St. Vincent North."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor import gazetteer
from extractor.mentions import names
from extractor.mentions.edges import NAMED_FOR_PLACE
from extractor.mentions.lookalikes import is_sponsor
from extractor.mentions.trim import is_portfolio, land_elsewhere
from extractor.mentions.weak import is_weak
from extractor.resources import any_of, compiled, geonames, toml, words
from extractor.titles.offices import kinds
from extractor.types import Span


def coded(text: str, people: Sequence[Span]) -> list[Span]:
    """Codes of countries after names, unless they are listed as names themselves: USA."""
    out = []
    for at, code in (found for s in people if (found := gazetteer.code_after(text, s.end))):
        said = text[at : at + 3]
        if not gazetteer.is_sure(said):
            out.append(Span(at, at + 3, "code", "country-code", (gazetteer.Entry("code", said, code),)))
    return out


_KIN = compiled(
    rf"\b(?:children|sons|daughters|brothers|sisters|siblings|twins|grandchildren|(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|an?|and) |['’]s )(?:[a-z-]+ )?"
    rf"{any_of(words('kin_male') | words('kin_female'))})(?: named| called)?,? (?:[A-Z][\w'’-]+(?:, \d{{1,2}})?(?:,? and |, ))*\Z"
)
_OWNS = re.compile(r"['’]s\b|s['’]")


def kin(text: str, listed: Sequence[Span]) -> list[Span]:
    """People whose first name is that of a country, where relatives are named: his children, Jon and Jordan."""
    return [
        replace(s, label="PERSON", rule="kin-name", value=None)
        for s in listed
        if s.label in ("country", "state")
        and names.is_given(text[s.start : s.end])
        and not _OWNS.match(text, s.end)
        and _KIN.search(text, max(0, s.start - 80), s.start)
    ]


_HALF = compiled(r"\b[Tt]he (?P<name>North|South)(?=[,.;:!?\n]|['’]s\b| (?!of\b)[a-z])")


def halves(text: str, listed: Sequence[Span]) -> list[Span]:
    """ "The North" and "the South" where the article speaks of North Korea and South Korea."""
    lands = toml("words")["halves"]
    if not set(lands.values()) <= {e.code for s in listed if s.label in ("country", "demonym") for e in s.value}:
        return []
    found = [(m.span("name"), lands[m["name"]]) for m in _HALF.finditer(text)]
    return [Span(*at, "country", "country-half", (gazetteer.Entry("country", gazetteer.countries()[code].name, code),)) for at, code in found]


_TOWN_GOES_ON = re.compile(r" [A-Z][a-z]+\b")


def towns_of_adjectives(text: str, listed: Sequence[Span]) -> list[Span]:
    """Towns that the adjective of a country begins: Spanish Town, Spanish Fork."""
    words_on = [(s.start, m.end()) for s in listed if s.label == "demonym" and (m := _TOWN_GOES_ON.match(text, s.end))]
    return [Span(a, b, "PLACE", "town-of-adjective") for a, b in words_on if any(g.kind == "city" for g in geonames(text[a:b]))]


_MINISTER_FOR = re.compile(r"\b(?:Minister|Secretary) (?:for|of) \Z")


def tabled(text: str) -> list[Span]:
    out: list[Span] = []
    for s in gazetteer.scan(text):
        surface = text[s.start : s.end]
        if (text.startswith(("$", " $"), s.end) and surface.isupper()) or (s.label == "country" and _CURRENCY.match(text, s.end)):
            continue  # US$ 371 million, the Hong Kong dollar
        if s.label in ("capital", "place", "region") and NAMED_FOR_PLACE.match(text, s.end):
            continue  # the Berlin Process
        if s.label == "org" and text.startswith(" Minister ", s.end) and is_portfolio(text, surface, s.end):
            continue
        if s.label == "org" and _MINISTER_FOR.search(text, max(0, s.start - 14), s.start):
            continue  # the Minister for Housing and Urban Development
        if s.label == "country" and surface.startswith(("St. ", "St ", "Saint ")) and _is_named_for_saint(text, s.start, s.end):
            continue  # CHI St. Vincent North
        if s.label == "org" and land_elsewhere(text, surface, s.end):
            continue  # the Department of Foreign Affairs of Switzerland
        if s.label == "org" and surface.isupper() and _CHANNEL.match(text, s.end):
            continue  # BN TV
        if surface in words("capital_words") and in_capitals(text, s.start, s.end):
            continue  # "TELL US WHAT YOU SAW"
        if surface.isupper() and len(surface) > 4 and s.label == "demonym" and not in_capitals(text, s.start, s.end):
            continue
        if surface.lower() in kinds() and names.NAME_NEXT.match(text, s.end) and is_weak(s):
            continue  # Economist Velli Nyirongo
        if (
            surface == "GM"
            and out
            and out[-1].end == s.start - 1
            and any(b.kind == "sport" for b in gazetteer.listed_bodies(text[out[-1].start : out[-1].end]))
        ):
            continue  # Raiders GM Tom Telesco
        if s.label == "org" and (is_sponsor(text, s) or (_UNIT_OF.search(text, max(0, s.start - 20), s.start) and _AND_MORE.match(text, s.end))):
            continue  # the BMW Championship, the state Division of Homeland Security and Emergency Management
        if s.label == "org" and surface.isupper() and (m := _COMPOUND.search(text, max(0, s.start - 8), s.start)) and not gazetteer.is_sure(m[1]):
            continue  # CSP-DPA
        out.append(s)
    return out


_SAINT_BEFORE = re.compile(r"\b(?:[A-Z]{2,}|Ascension|Mercy|Saint|College of) \Z")
_SAINT_AFTER = re.compile(
    r" (?:North|South|East|West|de Paul|Hospital|Medical|Health|Healthcare|Clinic|Church|Cathedral|Parish|College|School|University|Street|Square)\b"
)


def _is_named_for_saint(text: str, start: int, end: int) -> bool:
    """A hospital, church or school that is called like an island: CHI St. Vincent North."""
    return bool(_SAINT_BEFORE.search(text, max(0, start - 14), start) or _SAINT_AFTER.match(text, end))


_CHANNEL = re.compile(r" (?:TV|FM)\b")
_UNIT_OF = re.compile(r"\b(?:Division|Office|Bureau|Board|Directorate) of \Z")
_AND_MORE = re.compile(r" and [A-Z]")
_COMPOUND = re.compile(r"(?<!\w)([A-Z\d]{2,6})-\Z")
_CURRENCY = re.compile(rf" (?:{any_of(words('currencies'))})\b")


def in_capitals(text: str, start: int, end: int) -> bool:
    """The words around are in capitals too: a headline or a shout, where an acronym says nothing."""
    left = re.findall(r"[A-Za-z]{2,}", text[max(0, start - 30) : start].split("\n")[-1])[-2:]
    right = re.findall(r"[A-Za-z]{2,}", text[end : end + 30].split("\n")[0])[:2]
    near = left + right
    return len(near) >= 2 and all(w.isupper() for w in near) and any(len(w) > 3 for w in near)

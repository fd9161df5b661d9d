"""Bodies and wards that their form or the words beside them give away, whatever the model reads: units of armies, law firms, "told the Nation"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor import gazetteer
from extractor.mentions import names
from extractor.resources import any_of, compiled, cues, words
from extractor.types import Span

_UNIT = compiled(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:[A-Z][\w-]+ ){0,3}"
    r"(?:Division|Brigade|Battalion|Regiment|Corps|Fleet|Squadron|Wing|Army)\b"
)
_OF_ITS_KIND = compiled(
    rf"(?<![\w-])(?P<name>(?:{names.PROPER} ){{1,4}}(?:(?:the|for|without|and|in|against) (?:the )?{names.PROPER} ?){{1,3}}(?<! )),"
    r" an? (?:[\w-]{1,30} ){0,4}?(?:NGO|charity|non-?profit|group|organi[sz]ation|think tank|watchdog|campaign|coalition)\b"
)
_PARTNERS = compiled(
    rf"(?<![\w&] )(?P<first>(?:{names.PROPER}, ){{1,6}}){names.PROPER} & {names.PROPER}(?P<form>,? (?:LLP|LLC|LP|P\.?C\.?|Co\.?|Inc\.?))?(?![\w-])"
)
_EMPLOYER = compiled(  # said Brian Jacobsen at Annex Wealth Management in Menomonee Falls
    rf"\b(?:at|with|of|from) (?P<name>(?:{names.PROPER} ){{1,3}}{cues('firm_ends')})(?=[,.;]| (?:in|said|says|who|told)\b)"
)
_SHOP = re.compile(rf"(?<=[a-z,] )[A-Z][a-z]+['’]s (?:[A-Z][a-z]+ )?{any_of(words('shops'))}(?=[.,;:!?)]| [a-z]|\n|\Z)")  # Munro's Books
_FIRM_BEFORE = re.compile(r"\b(?:firms?|lawyers? at|attorneys? (?:at|with)|partners? (?:at|of|in)|bankers)\b[^.;\n]{0,12}\Z")


@cache
def _told() -> re.Pattern[str]:
    """A newspaper called by a word that means much else, where somebody speaks to it: "told the Nation"."""
    listed = (name.removeprefix("The ") for name, body in gazetteer.bodies().items() if body.kind == "media" and name.startswith("The "))
    return re.compile(rf"\b(?:told|telling|interview with) [Tt]he (?P<name>{any_of(words('newspapers') | set(listed))})(?![\w-]|['’]s [A-Z]| [A-Z])")


def cued_bodies(text: str) -> Iterator[Span]:
    """Units of armies, what is said to be a group or a charity, shops called by their owners, and newspapers that somebody tells something."""
    for m in _UNIT.finditer(text):
        yield Span(*m.span(), "ORG", "unit")
    for m in _OF_ITS_KIND.finditer(text):
        yield Span(*m.span("name"), "ORG", "of-its-kind")
    for m in _EMPLOYER.finditer(text):
        yield Span(*m.span("name"), "ORG", "employer")
    for m in _SHOP.finditer(text):
        yield Span(*m.span(), "ORG", "shop")
    for m in _told().finditer(text):
        yield Span(*m.span("name"), "ORG", "told-outlet")


def firms(text: str) -> Iterator[Span]:
    """Firms that are called by their partners, where their form or what stands before them says so."""
    for m in _PARTNERS.finditer(text):
        firm = m["form"] or _FIRM_BEFORE.search(text, max(0, m.start() - 40), m.start())
        if firm and not any(gazetteer.is_sure(name) for name in m["first"].rstrip(", ").split(", ")):
            yield Span(*m.span(), "ORG", "partners")


_WARDS = compiled(r"(?<=[a-z] \()(?P<party>Lab|Con|LD|Lib Dem|Green|Ind|SNP|Plaid|Reform|UKIP)(?:/Co-op)?(?:[,:]| [–-]) (?P<wards>[A-Z][\w'’ ,&.-]{2,60})\)")
_WARD = re.compile(r"[A-Z](?:(?!, | and | & ).)+")


def wards(text: str) -> Iterator[tuple[str, Span]]:
    """Places that a member sits for, parties in short, and members whose seat runs into their name, with their ranks: James Lewis (Lab, Kippax and
    Methley); Mr LEWIS (Kippax—Minister for Works) (14:15); MP for Zomba Central Ana Rua."""
    for m in _WARDS.finditer(text):
        yield "drop", Span(*m.span("party"), "drop", "party-in-short")
        for ward in _WARD.finditer(text, *m.span("wards")):
            yield "listed-long", Span(*ward.span(), "PLACE", "ward")
    for m in _SEATS.finditer(text):
        yield "listed-long", Span(*m.span("seat"), "PLACE", "ward")
    for m in _SEAT_ALONE.finditer(text):
        later = m["seat"].removeprefix("St ").removeprefix("St. ").split()[1:]
        run_on = _SEAT_AND_MEMBER.match(text, m.start()) or any(names.is_given(w) for w in later)  # MP for Roa Ana Diaz
        if not run_on and not gazetteer.lookup(m["seat"]) and not m["seat"].endswith(names.OWNS):
            yield "listed-long", Span(*m.span("seat"), "PLACE", "ward")
    for m in _SEAT_AND_MEMBER.finditer(text):
        yield "listed-long", Span(*m.span("seat"), "PLACE", "ward")
        yield "listed-long", Span(*m.span("name"), "PERSON", "member")


_SEAT_ALONE = compiled(
    rf"\b(?:[Mm]embers? of [Pp]arliament|MPs?)(?: \(MPs?\))? for (?:the )?(?P<seat>(?:St\.? )?{names.PROPER}(?: {names.PROPER}){{0,3}})"
    r"(?=[,.;:)]| (?:[Cc]onstituency|has|had|was|is|who|and|said|says|told)\b|\n|\Z)"
)
_SEAT_AND_MEMBER = compiled(
    r"\b(?:[Mm]ember of [Pp]arliament|MP|[Ll]egislator|[Ll]awmaker|[Ss]enator)(?: \(MP\))? (?:for|from) "
    rf"(?P<seat>{names.PROPER} (?:North|South|East|West|Central)(?:-?(?:[Ee]ast|[Ww]est))?)"
    rf" (?P<name>{names.PROPER} {names.PROPER})(?![\w'’-]| [A-Z])"
)
_SEATS = compiled(r"\((?P<seat>[A-Z][\w'’ ]{2,30}?)(?: ?[—–-] ?[A-Z][^()\n]{3,200})?\) \(\d{1,2}[:.]\d\d\)")  # of who speaks, in a Hansard

_REPORTS = re.compile(rf" (?:{any_of(words('speech'))}|announced|reported|declined|expects|operates|flies|plans)\b")
_CLAUSE = re.compile(r"(?:\A|[\n.,;:!?\"“”—] ?)\Z")


def named_by_adjective(text: str, listed: Sequence[Span]) -> list[Span]:
    """A company of the article called by the adjective of a country that its name begins with, where it says or does something: "American said"."""
    named = {text[s.start : s.end].split()[0] for s in listed if s.label == "org" and text[s.start : s.end].split()[-1].lower() in words("short_of")}
    able = [s for s in listed if s.label == "demonym" and text[s.start : s.end] in named]
    return [Span(s.start, s.end, "ORG", "short-adjective") for s in able if _REPORTS.match(text, s.end) and _CLAUSE.search(text, max(0, s.start - 2), s.start)]

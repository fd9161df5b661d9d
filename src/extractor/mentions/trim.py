"""What the model took with a name that is no part of it, and what can be no name at all."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import gazetteer
from extractor.mentions import names
from extractor.resources import any_of, compiled, postal_codes, toml, words
from extractor.titles import apposed
from extractor.titles.offices import is_title, kinds
from extractor.types import Span

REGNAL = re.compile(rf" {names.NUMBER}(?![\w.'’-])")
_PERIOD = re.compile(r"(?:[QH][1-4])?[ /-]?(?:FY ?\d{2,4})?(?: (?:Income|Earnings|Results?|Profit|Loss|Revenue|Sales|EPS))?")  # of a fiscal year: Q3 Income
_PARTY_WING = compiled(r"(?:\([A-Z]{1,4}\)|-[A-Z]{1,2})(?![\w-])")  # JD(S), CPI(M), PML-N
_SLUG = compiled(  # SOCCER - NIGERIA EDGE GHANA, Baseball - Major League standings, as it is recased
    r"[A-Z]{4,}(?: [A-Z]+)?(?: ?- (?=[A-Z])|-(?=[A-Z]+ [A-Z]+ ))"
    r"|(?:Soccer|Football|Cricket|Tennis|Golf|Rugby|Baseball|Basketball|Hockey|Boxing|Cycling|Athletics|Swimming|Skiing|Motor racing)(?: \w+)? ?- ?(?=[A-Z])"
)
_IN_TABLE = compiled(r"(?:Group|GROUP|Pool|POOL) [A-H]\d?|(?:[A-Z]{1,3} ){2,}[A-Z]{1,3}")  # Group A, W L PCT GB
_FROM_DISTRICT = compiled(r"[DRI]-(?=[A-Z][a-z])")  # Nick Scutari, D-Union
_ARTICLE_BEFORE = re.compile(r"\b(?:(?:Al|El|Ul|As|An|Ad|Ash|Ar|At|Az)-|Al )\Z")  # the model stopped within Al-Iman

_END_OF_HEADLINE = compiled(r"\b(?!CORP|BROS|UNIV|DEPT)[A-Z]{4,}\.\Z")
_DESK = re.compile(r" (?:Politics|Business|World|Opinion|Weather|Entertainment|Travel|Health|Style|Money|Tech)\Z")  # CNN Politics
_PARTISAN = compiled(r"(?:Democratic|Republican|Conservative|Tory|Labour|Liberal) (?=[A-Z])")
_ACRONYM = re.compile(r"[A-Z]{2,6}\b")
_FORM_NEXT = compiled(  # what the model left out: Orlan Investments Ltd, Industrial Equity (Pacific) Ltd, Miller Tabak and Co
    r"(?:,? (?:\([A-Z][a-z]+(?: [A-Z][a-z]+)?\) (?:Holdings? )?(?:Co\.? )?)?"
    r"(?:Inc|Ltd|Limited|Corp|Plc|PLC|LLC|LLP|GmbH|L\.P|N\.V|B\.V|S\.p\.A|S\.A|Bhd|Tbk|KGaA)"
    r"\b\.?| (?:and|&) Co(?:\.|s\b|\b(?!-)))"
)
_FORM_ENDS = re.compile(r" (?:Inc|Ltd|Co|Corp|Bros|Cos)\.\Z")
_CO_OPERATES = re.compile(r"-op(?:s|eratives?|erations?)?\b", re.IGNORECASE)
_OF_A_TEAM = re.compile(r" (?:[Ss]tars?|[Cc]oach|GM|QB|[Ff]ans?|[Bb]oss|[Aa]ce|[Ll]egend|[Dd]uo)\Z")
_NO_PART = re.compile(r" (?:(?P<noun>company|firm|newspaper)|Minority|Majority)\Z")  # House Minority Leader
_LOWER_TAIL = compiled(r"(?<=[\w.])(?: (?!of\b|for\b|and\b|the\b|in\b|to\b|on\b)[a-z][a-z-]{2,20}){1,3}\Z")  # Chicago Board of Trade wheat futures
_DATED = compiled(rf" {any_of(w.title() for w in words('months'))}\Z")  # Nymex January crude
_NUMBERED = re.compile(r"(?:Ward|Block|Unit|Phase|Sector)(?: No)?")
_NUMBER_NEXT = re.compile(r"(?: No)?\.? ?\d")
_EVENT = re.compile(r" (?:primary|primaries|elections?|exams?|tests?|talks|summit)\b")
_POST_NEXT = compiled(r" (?:Officer|Manager|Coordinator|Adviser|Advisor|Director|Specialist) [A-Z][a-z]")
_OFFICE_NEXT = re.compile(
    r" (?:(?:State|Chief|District|Municipal|Inspector) )?"
    r"(?:Secretary|Governor|Mayor|President|Commissioner|Sheriff|Attorney|Prosecutor|General|Auditor)['’]s (?:Office|Department)\b"
)
_CREDITED = frozenset({"Stringer", "Handout", "Pool", "File", "Illustration", "Contributed", "Supplied", "Ilustracija", "Foto", "Arhiva", "Archivo", "Archiv"})
_AIRCRAFT = compiled(rf"[A-Z]{{1,2}}-?\d{{1,3}}[A-Z]? {any_of(words('aircraft'))}s?")  # P3 Orion, C-130 Hercules
_MATTER = re.compile(r" on (?:[a-z]+ and [a-z]+|[a-z]{4,})(?= (?:at|in|on|said|says|met|held|has|had|was|were|will)\b|[,.;])")
_PANEL = re.compile(r"(?:Committee|Commission|Panel|Council|Task Force)(?: on)?\Z")
_LOWER_HEAD = compiled(r"[a-z]{5,} (?=[A-Z][a-z])")
_CHAMBER = compiled(r"(?:upper|lower) (?:house|chamber) (?=[A-Z][a-z])")
_PREFIX = compiled(r"[Ee]x-(?=[A-Z])")
_RANKED = compiled(r" ([A-Z][a-z]+)\Z")
_TITLE_NEXT = compiled(r" ([A-Z][a-z]+)\b")
_MINISTER_NEXT = re.compile(r"(?: [A-Z][a-z]+){0,2} Minister\b")
_LEADER = re.compile(r" (?:Leader|Whip|leader|whip)\b")
_TITLED_AFTER = compiled(r"(?:['’]s?)? (?P<title>(?:[A-Z][a-z]+ )?[A-Z][a-z]+|C[A-Z]O)\.?\Z")


def land_elsewhere(text: str, name: str, end: int) -> int:
    """Where the country ends that stands after the name of another country's office: Department of Foreign Affairs "of Switzerland"; 0 when none does."""
    owners = {b.code for b in gazetteer.lookup(name) if b.kind == "org" and b.code}
    land, stop = apposed.land_after(text, end) if owners and " " in name and text.startswith(" of ", end) else ([], 0)
    return stop if land and owners.isdisjoint(land) else 0


_OF_LAND = compiled(r"([A-Z]{2,6}) ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\Z")
_ENVOY_NEXT = re.compile(r" (?:special )?(?:envoy|ambassador|representative|mediator|mission|observers|peacekeepers|troops|talks|sanctions|resolution)\b")
_IN_LAND = compiled(r", ([A-Z][\w' -]+)\Z")
_OF_BODY = compiled(r"(?:[Mm]embers?|MPs|[Dd]oors|[Hh]alls|[Ll]eaders|[Pp]recincts|[Ff]loor|[Ww]ell) of (?:the )?(?=[A-Z])")
_OPEN_END = re.compile(r" of(?: the)?\Z")
_TOWN_JOINT = r"-(?:upon|under|on|in|by|next|super|sur|am|le|la|de|of)(?:-(?:the|la|le|les))?-"
_TOWN_GOES_ON = re.compile(rf"{_TOWN_JOINT}[A-Z]\w+")
_TOWN_BEGINS = re.compile(rf"\b[A-Z]\w+{_TOWN_JOINT}\Z")


def is_portfolio(text: str, name: str, end: int) -> bool:
    """What only says which minister follows, with or without a country: Homeland Security Minister, United States Defense Secretary."""
    said = name.split() if text.startswith((" Minister ", " Secretary "), end) else []
    n = next((n for n in (3, 2, 1) if gazetteer.is_country(" ".join(said[:n])) and len(said) > n), 0)
    return bool(said) and words("portfolios").issuperset(w.lower() for w in said[n:])


_OF_A_DRAW = re.compile(r"Group [A-L]\.?")
_ADJECTIVE = re.compile(r" (?:Regional|Provincial|Municipal)\Z")


def trim(text: str, s: Span) -> Span | None:
    """Drop quotes, a leading article, a trailing possessive; None for what can't be a name."""
    a, b = s.start, s.end
    while a < b and text[a] in " \n\t\"“”'‘(<-—–*,.:;/":
        a += 1
    while b > a and text[b - 1] in " \n\t\"“”'‘’>-—–*,:;/":
        b -= 1
    if m := _PREFIX.match(text, a):
        a = m.end()  # Ex-Roughriders
    if _END_OF_HEADLINE.search(text, a, b) and text[b : b + 1] in ("", "\n"):
        b -= 1  # RESULTS AT THE CANADIAN OPEN.
    if text.startswith("'s ", max(0, a - 1), b):
        a += 2  # what the model took of its owner: "Emery's Villa"
    if text[a:b].endswith("'s") and not any(e.kind == "org" for e in gazetteer.lookup(text[a:b])):
        b -= 2
    if s.label != "ORG" and (adjective := _ADJECTIVE.search(text, a, b)):
        b = adjective.start()  # Ruvuma Regional Police Commander
    if m := _TOWN_GOES_ON.match(text, b):
        b = m.end()
    if m := _TOWN_BEGINS.search(text, max(0, a - 30), a):
        a = m.start()  # Newcastle-under-[Lyme High School]
    if text.startswith("he ", a) and s.label == "ORG":
        a += 3  # a page's first letter is a picture
    if s.label == "ORG" and text.endswith(("pro-", "anti-", "non-"), 0, a) and " " in text[a:b] and gazetteer.country_of(text[a:b].split()[0]) is None:
        a = text.index(" ", a) + 1 if text[a:b].split()[0] in words("peoples") else a  # the pro-Kurdish DEM Party
    if text[a:b].lower().startswith("the ") and not any(e.kind == "org" and e.name.startswith("The ") for e in gazetteer.lookup(text[a:b])):
        a += 4
    if text[a:b].startswith(("of ", "in ")):
        a += 3
    if s.label == "ORG" and (m := _OF_BODY.match(text, a, b)) and not gazetteer.lookup(text[a:b]):
        a = m.end()  # the Members of Parliament
    if s.label == "ORG" and (m := _OF_LAND.match(text, a, b)) and gazetteer.is_country(m[2]) and _ENVOY_NEXT.match(text, b):
        b = m.end(1) if any(x.kind == "intergovernmental" for x in gazetteer.listed_bodies(m[1])) else b  # UN Syria envoy
    if s.label == "ORG" and (m := _IN_LAND.search(text, a, b)) and gazetteer.is_country(m[1]) and text[a - 1 : a] == "(":
        b = m.start()  # (Greens/EFA, Germany)
    if m := _OPEN_END.search(text, a, b):
        b = m.start()  # the Standing Committee of
    if s.label == "ORG" and (m := _MATTER.match(text, b - 3 if text.endswith(" on", a, b) else b)) and _PANEL.search(text, a, b):
        b = m.end()  # the Cabinet Committee on law and order
    if s.label == "ORG" and (stop := land_elsewhere(text, text[a:b], b)):
        b = stop
    if s.label == "ORG" and (m := _OFFICE_NEXT.match(text, b)):
        b = m.end()  # the Sarawak State Secretary's Office
    if s.label == "ORG" and text[a:b].isupper() and text.startswith((" TV ", " TV,", " TV."), b):
        b += len(" TV")
    if s.label == "ORG" and (m := _LOWER_HEAD.match(text, a, b)) and text.endswith(("the ", "lower ", "upper "), 0, a):
        a = m.end()  # the economic Criminal Justice, the lower house Chamber of Deputies
    if s.label == "ORG" and (m := _CHAMBER.match(text, a, b)):
        a = m.end()
    if text[a:b].endswith((" and", " of", " the", " in", " for", " on")):
        b = a + text[a:b].rindex(" ")
    if s.label == "ORG" and " " in text[a:b] and text[a:b].split()[-1].lower() in words("headline_verbs"):
        b = a + text[a:b].rindex(" ")  # Siemens Backs Berlin Fund
    if s.label == "ORG" and (m := _DESK.search(text, a, b)) and not gazetteer.lookup(text[a:b]) and gazetteer.is_sure(text[a : m.start()]):
        b = m.start()
    if s.label == "ORG" and text.startswith("-General", b):
        b += len("-General")  # the Office of the Governor-General
    if s.label == "ORG" and text.endswith(("Co", "CO"), a, b) and (m := _CO_OPERATES.match(text, b)):
        b = m.end()  # the Organisation of Islamic Co-operation
    if s.label == "ORG" and (m := _FORM_NEXT.match(text, b)):
        b = m.end()
    if s.label == "ORG" and _FORM_ENDS.search(text, a, b):
        b -= 1  # XD Inc. did not say so: the full stop is no part of the name
    if s.label == "ORG" and (m := _OF_A_TEAM.search(text, a, b)) and any(x.kind == "sport" for x in gazetteer.listed_bodies(text[a : m.start()])):
        b = m.start()  # Bears Star's message
    if s.label == "ORG" and (m := _NO_PART.search(text, a, b)) and (m["noun"] or _LEADER.match(text, b)):
        b = m.start()
    if s.label == "ORG" and (m := _DATED.search(text, a, b)) and not gazetteer.lookup(text[a:b]) and gazetteer.listed_bodies(text[a : m.start()]):
        b = m.start()
    if s.label == "ORG" and (m := _LOWER_TAIL.search(text, a, b)) and gazetteer.listed_bodies(text[a : m.start()]) and not gazetteer.lookup(text[a:b]):
        b = m.start()
    if s.label == "ORG" and (m := _PARTISAN.match(text, a, b)) and not gazetteer.lookup(text[a:b]):
        if any(e.kind in ("state", "region") for e in gazetteer.lookup(text[m.end() : b])):
            return None  # Republican Florida Gov. Ron DeSantis
        a = m.end() if _ACRONYM.match(text, m.end()) else a  # the Democratic FCC commissioner
    if s.label == "ORG" and (m := _TITLED_AFTER.search(text, a, b)) and is_title(m["title"].lower()):
        b = m.start() if names.NAME_NEXT.match(text, b + text.startswith(".", b)) else b  # DILG Sec. Jonvic Remulla, PAS' Tan Sri Abdul Hadi
    if s.label == "ORG" and _POST_NEXT.match(text, b) and text.endswith(names.OWNS, 0, a) and not gazetteer.lookup(text[a:b]):
        return None  # the World Food Programme's Government Partnership Officer Ana Rua
    if (
        s.label == "ORG"
        and (m := _RANKED.search(text, a, b))
        and (n := _TITLE_NEXT.match(text, b))
        and m[1].lower() in words("title_levels")
        and is_title(n[1].lower())
    ):
        b = m.start()  # NDC National Chairman
    for mark in (" / ", " – ", " - ", ": "):
        at = text[a:b].find(mark)
        if at > 0 and (mark != " - " or text[a : a + at].isupper() or gazetteer.is_country(text[a : a + at])):  # not Council on American - Islamic Relations
            b = a + at
    if ")" in text[a:b] and "(" not in text[a:b]:
        b = a + text[a:b].index(")")  # what the model took of "(MK) Party"
    if "(" in text[a:b] and ")" not in text[a:b]:
        b = a + text[a:b].index("(")
    while b > a and text[b - 1] in " (":
        b -= 1
    if text.endswith(" District", a, b) and (n := _TITLE_NEXT.match(text, b)) and f"district {n[1]}".lower() in kinds():
        b -= len(" District")  # Pike County District Attorney Ana Rua
    if s.label == "ORG" and (m := _PARTY_WING.match(text, b)) and text[a:b].split()[-1].isupper():
        b = m.end()
    if m := _ARTICLE_BEFORE.search(text, max(0, a - 5), a):
        a = m.start()
    if b - a > 5 and text[b - 3] == " " and text[b - 2 : b] in postal_codes() and not text[a:b].isupper():
        b -= 3  # Newark NJ
    if _FROM_DISTRICT.match(text, a) and text[a - 1 : a] in (" ", "(") and text[b : b + 1] in (",", ")"):
        return None
    surface = text[a:b]
    if (surface.lower() in kinds() and names.NAME_NEXT.match(text, b)) or (f"{surface.lower()}." in kinds() and names.NAME_NEXT.match(text, b + 1)):
        return None  # "Taoiseach" Micheál Martin, "Usec". Ana Cruz
    if len(surface) < 2 or "\n\n" in surface or not any(c.isupper() for c in surface):
        return None
    if surface.lower() in words("pronouns") or surface.lower() in words("determiners"):
        return None
    if surface.lower() in words("common_words").difference(toml("words")["bare_bodies"]) and s.label == "ORG":
        return None
    if (surface[1:].islower() or " " not in surface) and surface.split()[-1].lower() in words("row_labels"):
        return None  # Net income, in a table; home team in CAPS
    if _SLUG.match(text, a) and text[a - 1 : a] in ("", "\n") and not gazetteer.lookup(surface):
        return None
    if surface in _CREDITED and (text[a - 1 : a] in ("/", "(") or text.endswith(("/ ", "P, "), 0, a)):
        return None  # REUTERS/Stringer; AFP, Ilustracija
    if is_portfolio(text, surface, b) or _AIRCRAFT.fullmatch(surface):
        return None
    if surface.startswith("Union ") and _MINISTER_NEXT.match(text, b):
        return None  # Union Road Transport Minister Nitin Gadkari
    if (surface in words("company_suffixes") and surface != "Group") or surface in ("M&A", "R&D", "Q&A"):
        return None
    if surface.split()[0] in ("Ministers", "Governors", "Heads", "Secretaries") or (_NUMBERED.fullmatch(surface) and _NUMBER_NEXT.match(text, b)):
        return None  # the Ministers of Foreign Affairs, Ward No. 2
    if surface.isupper() and _EVENT.match(text, b) and text.endswith(" the ", 0, a) and not gazetteer.lookup(surface):
        return None  # the PASO primaries
    if surface.rpartition(" ")[2] in words("legislators"):
        return None  # the Nairobi MCAs
    if surface.endswith((" Parliamentary", " Presidential", " Ministerial")) and _TITLE_NEXT.match(text, b):
        return None  # Dagestani Parliamentary Chairman
    rank = surface.rpartition(" ")[2]
    if " " in surface and (kinds().get(surface.lower()) == "police" or (rank.isupper() and kinds().get(rank.lower()) == "police")):
        return None  # Inspector General Police, Punjab; the South SSP
    title = kinds().get(surface.lower()) if surface.isupper() else None
    styled = title in ("courtesy", "honorific") and not names.NAME_NEXT.match(text, b)  # the SRI, not Sri Aurobindo
    if surface in words("post_nominals") or REGNAL.fullmatch(f" {surface}") or (title and not styled):
        return None  # Femi Falana (SAN), Charles II, DIG Asad Raza
    if "@" in surface or ("/" in surface and "." in surface and " " not in surface):
        return None  # an address
    if surface in ("Democratic", "Republican") or surface in words("peoples") or _IN_TABLE.fullmatch(surface):
        return None
    if _OF_A_DRAW.fullmatch(surface) or surface in words("time_zones") or _PERIOD.fullmatch(surface):
        return None
    if surface.lower() in words("bare_places") or surface.lower() in words("calendar_words"):
        return None
    return replace(s, start=a, end=b)

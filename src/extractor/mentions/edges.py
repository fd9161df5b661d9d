"""The names that the model read, by their kind: halves joined, two in one parted, some of another kind than it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor import gazetteer
from extractor.mentions import names, widened
from extractor.mentions.headlines import without_verb
from extractor.mentions.joins import PLACE_LABELS, SURNAME, UNSURE, joined
from extractor.mentions.trim import REGNAL, trim
from extractor.resources import any_of, cells, compiled, geonames, postal_codes, table, toml, words
from extractor.titles.leading import titles_before
from extractor.titles.offices import kinds
from extractor.types import Span


def by_label(text: str, model: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span], list[Span]]:
    """The people, bodies, places and other names that the model read, joined, parted and trimmed."""
    people: list[Span] = []
    orgs: list[Span] = []
    places: list[Span] = []
    other: list[Span] = []
    named = [s for s in model if s.label == "PERSON"]
    surnames = names.surnames_of(named, text)
    borne = surnames | names.leading_surnames_of(named, text)
    given, taken = bytearray(len(text) + 1), bytearray(len(text) + 1)
    for s in model:
        taken[s.start : s.end] = b"\x01" * (s.end - s.start)
        if s.label not in ("GPE", "PERSON"):
            given[s.start : s.end] = b"\x01" * (s.end - s.start)
    ends = {s.end for s in model if s.label in PLACE_LABELS}
    for s in joined(text, model):
        if s.label in ("ORG", "PERSON") and (member := _MEMBER.search(text, s.start, s.end)) and _is_state(text[s.start : member.start()]):
            places.append(replace(s, end=member.start(), label="GPE"))  # said a Pennsylvania Republican
        elif s.label in ("PERSON", "ORG", *PLACE_LABELS) and (member := _SENATOR_FOR.match(text, s.start)) and member.end() >= s.end:
            places.append(replace(s, start=member.start("state"), end=member.end(), label="GPE"))  # Young, R-Ind.
        elif s.label in ("PERSON", "ORG") and text[s.start : s.end] in postal_codes() and text[s.start - 2 : s.start] == ", " and s.start - 2 in ends:
            places.append(replace(s, label="GPE"))  # ST. LOUIS, MO
        elif s.label in ("PERSON", "ORG") and (seat := _exactly(_PARTY_AND_SEAT, text, s)):
            orgs.append(replace(s, end=seat.end(1), label="ORG"))  # Shahidan Kassim (BN-Arau)
            places.append(replace(s, start=seat.start(2), label="GPE"))
        elif s.label == "ORG" and _SEAT_NEXT.match(text, s.end) and _is_seat(text, s):
            places.append(replace(s, label="GPE"))  # Telang Usan assemblyman, DAP's Luyang Assemblyman
        elif s.label == "PERSON" and (_is_firm(text[s.start : s.end]) or _exactly(_PARTY, text, s)):
            orgs.append(replace(s, label="ORG"))  # Erdenes Tavan Tolgoi JSC; GD's Irakli Kobakhidze
        elif _PLATFORM.fullmatch(text, s.start, s.end):
            continue  # wrote on X.
        elif text[s.start - 1 : s.start] == "@" or text[s.start] == "@" or text[s.start : s.end] in words("post_nominals"):
            continue  # an account, or Lt Gen (Retd)
        elif s.label == "PERSON" and (twice := _exactly(_TWICE, text, s)):
            people.append(replace(s, start=twice.end(1)))  # the text of a picture, run together with the name under it
        elif s.label == "ORG" and (seat := _exactly(_SEAT_OF_PARTY, text, s)) and gazetteer.listed_bodies(seat[2]):
            places.append(replace(s, end=seat.end(1), label="GPE"))  # Keembe UPND MP
            orgs.append(replace(s, start=seat.start(2)))
        elif s.label in ("ORG", "PERSON") and (signed := _exactly(_SIGNED_FOR, text, s)) and names.is_given(signed[1].split()[0]):
            people.append(replace(s, end=signed.end(1), label="PERSON"))  # Ana Rua/Kesk.com
            orgs.append(replace(s, start=signed.start(2), label="ORG"))
        elif s.label == "PERSON" and (two := _exactly(_PAIR, text, s)):
            people += [replace(s, start=two.start(g), end=two.end(g)) for g in (1, 2)]
        elif s.label == "PERSON" and (led := _exactly(_OF_BODY, text, s)) and text.endswith(" of ", 0, s.start):
            orgs.append(replace(s, end=led.end(1), label="ORG"))  # Head of LEBA Fatallah Fawzi
            people.append(replace(s, start=led.start(2)))
        elif s.label == "PERSON":
            for m in _ONE_OF_TWO.finditer(text, s.start, s.end):
                clean = names.clean_name(text, *m.span(), trusted=(s.score or 0) > 0.8 or m.group() in borne)
                if clean and not (text.startswith(". ", clean[1]) and f"{text[slice(*clean)].lower()}." in kinds()):  # Sen. Lieut. Gen. Ana Rua
                    start, end = widened.widen(text, *clean, given, taken)
                    crowned = " " in text[start:end] or names.is_given(text[start:end]) or _CROWNED.search(text, max(0, start - 12), start)
                    start, end = without_verb(text, widened.with_style(text, start, end), end, surnames)
                    end = regnal.end() if crowned and (regnal := REGNAL.match(text, end)) else end
                    people.append(replace(s, start=start, end=end))
        elif s.label in ("ORG", *PLACE_LABELS) and (king := _KING.match(text, s.start)) and king.end() >= s.end and names.is_given(king["name"]):
            people.append(replace(s, end=king.end(), label="PERSON"))  # Christian IV
        elif (s.label in ("ORG", *PLACE_LABELS) and _is_somebody(text, s)) or (s.label in ("ORG", "MISC") and _is_of_a_country(text, s)):
            people.append(replace(s, label="PERSON"))
        elif s.label == "ORG" and _IN.search(text, max(0, s.start - 20), s.start) and _is_town(text[s.start : s.end]):
            places.append(replace(s, label="GPE"))  # toured Lashio
        elif s.label == "ORG" and " " in text[s.start : s.end] and _is_region_alone(text[s.start : s.end]):
            places.append(replace(s, label="GPE"))  # Surigao del Norte, Republic of Tatarstan
        elif s.label == "ORG" and (two := _exactly(_TWO_OF_A_KIND, text, s)):
            orgs += [replace(s, end=two.end(1)), replace(s, start=two.start(3))]  # National Police and Drug Control Police
        elif s.label == "ORG" and (two := _two_listed(text, s)):
            orgs += [replace(s, end=two.end(1)), replace(s, start=two.start(2))]
        elif s.label == "ORG" and (led := _CALLED.match(text, s.start)) and not gazetteer.lookup(text[s.start : s.end]) and " " in text[led.end() : s.end]:
            people.append(replace(s, start=led.end(), label="PERSON"))  # Tycoon Truong My Lan
        elif s.label == "ORG" and (rest := _after_portfolio(text, s)) != s.start:
            people += [replace(s, start=rest, label="PERSON")] if " " in text[rest : s.end] else []
        elif s.label == "ORG" and (name := _holder_within(text, s)):
            orgs.append(replace(s, end=name - 1))  # president of FIFA Gianni Infantino
            people.append(replace(s, start=name, label="PERSON"))
        elif s.label == "ORG" and text[s.start : s.end].lower() in words("foreign_heads") and (of := _FOREIGN_OF.match(text, s.end)):
            orgs.append(replace(s, end=max(of.end(), s.end)))
        elif s.label == "ORG" and (of := _POSSESSED.fullmatch(text, s.start, s.end)) and gazetteer.is_country(of[2]):
            orgs.append(replace(s, end=of.end(1)))  # Champion Iron's Canada project
        elif s.label == "ORG" and (of := _POSSESSED.fullmatch(text, s.start, s.end)) and of[1] in surnames and not gazetteer.lookup(of.group()):
            orgs.append(replace(s, start=of.start(2)))  # Adelson's Sands
        elif s.label == "ORG":
            orgs += [trimmed for part in _around_verb(text, s) if (trimmed := trim(text, part))]
        elif s.label in PLACE_LABELS and text[s.start : s.end].split()[0] in words("company_prefixes"):
            orgs.append(replace(s, label="ORG"))  # OAO Avtovaz
        elif s.label in PLACE_LABELS and (_DAY.search(text, s.start, s.end) or NAMED_FOR_PLACE.match(text, s.end)):
            continue  # Guanacaste Day, the Ohrid Process
        elif s.label in PLACE_LABELS:
            parts = (replace(s, start=m.start(), end=m.end()) for m in _BETWEEN_COMMAS.finditer(text, s.start, s.end))
            places += [trimmed for part in parts for one in _possessed(text, part) if (trimmed := trim(text, one))]
        elif s.label == "DATE" and _is_called_a_month(text, s):
            people.append(replace(s, label="PERSON"))  # April Jensen
        elif s.label not in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP", "LANGUAGE"):
            other.append(Span(s.start, s.end, "OTHER", s.rule, None, s.score))
    return people, orgs, places, other


_MONTH_AND_NAME = compiled(r"(?:April|May|June|August|January|Summer|Autumn) ([A-Z][a-z]{2,})")


def _is_called_a_month(text: str, s: Span) -> bool:
    """A first name that is a month or season, too, before a word that is nothing else in the language."""
    m = _MONTH_AND_NAME.fullmatch(text, s.start, s.end)
    return m is not None and names.is_given(m.group().split()[0]) and m[1].lower() not in words("common_words") | words("after_months")


_FOREIGN_OF = compiled(  # Institut für Seeverkehr, Instituto Nacional de Estadística y Censos
    r"(?: [A-Z][\w-]+)?(?: (?:für|de|des|du|del|della|dello|di|da|do|dos|pour|para|per|van|voor|för|za|dla"
    r"|la|le|les|el|los|las|der|die|das|den|det|y|et|und|e|og|och)){1,2} [A-Z][\w-]+(?: (?:y|et|und|e) [A-Z][\w-]+)?"
)
_DAY = re.compile(r"\w (?:Day|Week)\Z")
NAMED_FOR_PLACE = re.compile(r" (?:Process|Format|Protocol|Consensus|Formula)\b")
_MEMBER = re.compile(r" (?:Republican|Democrat|Conservative)s?\Z")


_PARTY_AND_SEAT = compiled(r"(?<=\()([A-Z]{2,6})-([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=\))")
_SEAT_NEXT = re.compile(r" (?:MP|MLA|MNA|[Aa]ssembly(?:man|woman|person|member)|[Ss]tate (?:assemblyman|representative))\b")


def _is_seat(text: str, s: Span) -> bool:
    """What a legislator sits for that is no party: of two words, or a party has the one who does."""
    name = text[s.start : s.end]
    owned = text.endswith(names.OWNS, 0, s.start)
    headed = name.split()[-1].lower() in words("org_heads")
    return (owned or " " in name) and name.istitle() and not (headed or gazetteer.lookup(name) or any(gazetteer.lookup(w) for w in name.split()))


def _is_firm(name: str) -> bool:
    """What the model took for a person ends in a legal form: Erdenes Tavan Tolgoi JSC, Williams Cos, Dean Foods Co; Zaldy Co does not."""
    tokens = name.split()
    if len(tokens) < 2:
        return False
    before, last = tokens[-2].lower(), tokens[-1]
    whole = last == "Cos" or (last in words("company_suffixes") and last.isalpha() and len(last) > 2)
    whole |= last in ("USA", "UK") and tokens[0] not in ("Miss", "Mr", "Mrs", "Ms")  # Muslim Aid USA
    return whole or (last == "Co" and (before in words("short_of") or before in words("org_heads")))


def _is_state(name: str) -> bool:
    return any(e.kind in ("state", "region") for e in gazetteer.lookup(name))


def _after_portfolio(text: str, s: Span) -> int:
    """Where what is no portfolio begins in what the model took for a body: Minister of "National Defense Ana Rua"."""
    if not names.OFFICE.search(text, max(0, s.start - 20), s.start):
        return s.start
    tokens = re.finditer(r"\S+", text[s.start : s.end])
    return next((s.start + t.start() for t in tokens if t.group().lower() not in words("portfolios") and t.group() != "and"), s.end)


def _around_verb(text: str, s: Span) -> list[Span]:
    """What the model took for one body in a headline: Siemens Backs Airbus."""
    tokens = [*re.finditer(r"\S+", text[s.start : s.end])]
    for t in tokens[1:-1]:
        before = text[s.start : s.start + t.start() - 1]
        if t.group().lower() in words("headline_verbs") and (gazetteer.is_sure(before) or before.lower() in toml("words")["bare_bodies"]):
            return [replace(s, end=s.start + t.start() - 1), replace(s, start=s.start + t.end() + 1)]
    return [s]


_IN = re.compile(rf"\b(?:{'|'.join(words('place_prepositions') - {'from', 'at'})}) \Z")


def _is_town(name: str) -> bool:
    """A name that only tables of places know."""
    return " " not in name and bool(geonames(name)) and not any(e.kind == "org" for e in gazetteer.lookup(name))


_OVER = re.compile(r"\b(?:of|for)(?: the)? \Z")


def _holder_within(text: str, s: Span) -> int:
    """Where the holder's name begins that the model took with the body of an office: head of "Kharkiv Oblast Oleh Syniehubov"; 0 when it took none."""
    last = text[s.start : s.end].split()[-1].lower()
    if not _OVER.search(text, max(0, s.start - 8), s.start) or last in words("org_heads") or last in words("bare_places"):
        return 0
    starts = [m.start() for m in re.finditer(r"\S+", text[s.start : s.end])][1:]
    able = (s.start + at for at in starts[-3:-1] if names.is_given(text[s.start + at : s.end].split()[0]))
    return next((at for at in able if titles_before(text, at)[0]), 0)


_TWO_OF_A_KIND = compiled(
    rf"((?:[A-Z][\w'’-]+ ){{1,4}}(?P<head>{any_of(w.title() for w in words('org_heads') if w.isalpha())})) and ((?:[A-Z][\w'’-]+ ){{1,5}}(?P=head))"
)
_AND = compiled(r"((?:(?! and )[^\n,])+) and ([A-Z](?:(?! and )[^\n,])+)")
_OUTLET_AND_PARTY = compiled(r"([A-Z][a-z]+(?: [A-Z][a-z]+)+) ([A-Z]{2,5})(?= [A-Z][a-z])")


def _two_listed(text: str, s: Span) -> re.Match[str] | None:
    """Two listed bodies in one: Daily Star BNP Chairperson, Ping An and China Merchants Bank."""
    two = _exactly(_OUTLET_AND_PARTY, text, s) or _AND.fullmatch(text, s.start, s.end)
    whole = two is not None and two.re is _AND and gazetteer.lookup(two.group())
    return two if two and not whole and all(_is_listed(two[g]) for g in (1, 2)) else None


def _is_listed(body: str) -> bool:
    return bool(gazetteer.listed_bodies(body) or gazetteer.listed_bodies(f"The {body}"))


def _is_region_alone(name: str) -> bool:
    """A name that is nothing but a region, in the tables, or that says so: the Republic of Tatarstan."""
    if name.startswith("Republic of ") and gazetteer.is_region(name[12:]):
        return True
    rows = geonames(name)
    return bool(rows) and all(g.kind == "region" for g in rows) and not gazetteer.lookup(name)


_OF_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,6}(?:['’]s|S['’]) \Z")


def _is_somebody(text: str, s: Span) -> bool:
    """Two words that can only be a name by their ending (Svandís Svavarsdóttir), or that an acronym has and the model is unsure of (ANC's Fikile Mbalula)."""
    parts = text[s.start : s.end].split(" ")
    if len(parts) != 2 or gazetteer.lookup(" ".join(parts)) or any(w.lower() in words("org_heads") or w.lower() in words("short_of") for w in parts):
        return False
    unsure = s.score is not None and s.score < UNSURE and all(w.isalpha() and w.istitle() for w in parts)
    return bool(SURNAME.fullmatch(parts[1])) or (unsure and bool(_OF_ACRONYM.search(text, max(0, s.start - 10), s.start)))


_CALLED = re.compile(rf"(?:{any_of(w.capitalize() for w in words('personal_nouns'))}) (?=[A-Z])")
_COUNTRY_OWNS = compiled(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})['’]s? \Z")
_DOUBTFUL = 0.9  # what the model gives a reading that a first name and a country before it outweigh


def _is_of_a_country(text: str, s: Span) -> bool:
    """A full name that a country has and the model is unsure of: France's Marine Le Pen."""
    owner = _COUNTRY_OWNS.search(text, max(0, s.start - 30), s.start) if s.score is not None and s.score < _DOUBTFUL else None
    if not owner or not gazetteer.is_country(owner[1]):
        return False
    parts = text[s.start : s.end].split(" ")
    long = len(parts) == 3 and len(parts[1]) < 4  # Le, de, bin
    able = (len(parts) == 2 or long) and all(w.isalpha() and w.istitle() for w in parts) and parts[-1].lower() not in words("org_heads") | words("short_of")
    return able and names.is_given(parts[0]) and not gazetteer.lookup(" ".join(parts))


def _exactly(pattern: re.Pattern[str], text: str, s: Span) -> re.Match[str] | None:
    """The match that is all of a span; the pattern may look at what follows it."""
    m = pattern.match(text, s.start)
    return m if m and m.end() == s.end else None


_TWICE = compiled(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]*)+)(?=[A-Z])(\1)(?!\w)")
_SEAT_OF_PARTY = compiled(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) ([A-Z]{2,6})(?= MP\b)")
_OF_BODY = compiled(r"([A-Z]{3,6}) ([A-Z][a-z][\w'-]*(?: [A-Z][a-z][\w'-]*){1,3})")
_BETWEEN_TWO = "call|talks?|summit|meeting|deal|pact|row|feud|rift|alliance|axis|debate|duo|ticket|clash|showdown"
_PLATFORM = re.compile(r"X\.")
_SIGNED_FOR = compiled(r"([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})/([A-Z]\w+\.(?:com|net|org|co|info|ph))")
_PAIR = compiled(rf"([A-Z][a-z]+)-([A-Z][a-z]+)(?= (?:phone |peace |trade |nuclear )?(?:{_BETWEEN_TWO})\b)")  # the Trump-Putin call
_STATES = any_of(a.rstrip(".") for r in table("us_states") for a in cells(r["abbreviations"]) if a[-1] == "." and a.count(".") == 1)
_SENATOR_FOR = compiled(rf"(?<=[, (])[DRI]-(?P<state>[A-Z][a-z]{{2,5}}\.|(?:[A-Z]\.){{2}}|{_STATES}\b)")  # R-Ind., D-N.Y., D-Mass
_PARTY = compiled(r"(?!(?:AMLO|MBS|MBZ|JFK|FDR|LBJ|RFK|MLK)\b)[A-Z]{2,5}(?=['’]s? [A-Z][a-z]+ [A-Z][a-z]+)")
_CROWNED = re.compile(r"\b(?:King|Queen|Pope|Sultan|Emperor|Tsar|Emir|Prince|Princess|Patriarch|Shah|KING|QUEEN|POPE) \Z")
_KING = compiled(rf"(?P<name>[A-Z][a-z]+){REGNAL.pattern}")
_BETWEEN_COMMAS = compiled(r"(?:(?!, | in [A-Z]).)+", re.S)  # Mathira in Nyeri County
# Blair & Brown, Gwen née Pugh, Ijaz Ahmad c Spearman b Vaughan, "better with Rashford - Amorim"
_ONE_OF_TWO = compiled(r"(?:(?! & | née? | [bc] | st (?=[A-Z]\w+ b )| lbw | [-–] (?=[^\n]{1,40}(?:\n|\Z))).)+", re.S)


def _possessed(text: str, s: Span) -> list[Span]:
    """A place and the one within it, where the owner is listed: "Nakhon Pathom's Bang Len", not "Hawke's Bay"."""
    m = _POSSESSED.fullmatch(text, s.start, s.end)
    if not m or gazetteer.lookup(m.group()) or not (gazetteer.lookup(m[1]) or geonames(m[1])):
        return [s]
    return [replace(s, end=m.end(1)), replace(s, start=m.start(2))]


_POSSESSED = compiled(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})'s ([A-Z].*)")

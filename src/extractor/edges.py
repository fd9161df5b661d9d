"""Where the names that the model read begin and end: halves joined, two in one parted, what is no part of a name trimmed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extractor import gazetteer, names
from extractor.resources import compiled, geonames, postal_codes, toml, words
from extractor.titles import is_title, kinds
from extractor.types import Span

PLACE_LABELS = frozenset({"GPE", "LOC"})


def by_label(text: str, model: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span], list[Span]]:
    """The people, bodies, places and other names that the model read, joined, parted and trimmed."""
    people: list[Span] = []
    orgs: list[Span] = []
    places: list[Span] = []
    other: list[Span] = []
    surnames = surnames_of([s for s in model if s.label == "PERSON"], text)
    given, taken = bytearray(len(text) + 1), bytearray(len(text) + 1)
    for s in model:
        taken[s.start : s.end] = b"\x01" * (s.end - s.start)
        if s.label not in ("GPE", "PERSON"):
            given[s.start : s.end] = b"\x01" * (s.end - s.start)
    for s in _abbreviated(text, model):
        if s.label in ("ORG", "PERSON") and (member := _MEMBER.search(text, s.start, s.end)) and _is_state(text[s.start : member.start()]):
            places.append(replace(s, end=member.start(), label="GPE"))  # said a Pennsylvania Republican
        elif s.label == "PERSON" and (_INCORPORATED.search(text, s.start, s.end) or _exactly(_PARTY, text, s)):
            orgs.append(replace(s, label="ORG"))  # Erdenes Tavan Tolgoi JSC; GD's Irakli Kobakhidze
        elif text[s.start - 1 : s.start] == "@" or text[s.start] == "@":
            continue  # an account, not a name
        elif s.label == "PERSON" and (two := _exactly(_PAIR, text, s)):
            people += [replace(s, start=two.start(g), end=two.end(g)) for g in (1, 2)]
        elif s.label == "PERSON":
            for m in _ONE_OF_TWO.finditer(text, s.start, s.end):
                clean = names.clean_name(text, *m.span(), trusted=(s.score or 0) > 0.8 or m.group() in surnames)
                if clean:
                    start, end = names.widen(text, *clean, given, taken)
                    crowned = " " in text[start:end] or names.is_given(text[start:end]) or _CROWNED.search(text, max(0, start - 12), start)
                    start, end = _without_verb(text, names.with_style(text, start, end), end, surnames)
                    end = regnal.end() if crowned and (regnal := _REGNAL.match(text, end)) else end
                    people.append(replace(s, start=start, end=end))
        elif s.label in ("ORG", *PLACE_LABELS) and (king := _KING.match(text, s.start)) and king.end() >= s.end and names.is_given(king["name"]):
            people.append(replace(s, end=king.end(), label="PERSON"))  # Christian IV
        elif s.label in ("ORG", *PLACE_LABELS) and _is_somebody(text, s):
            people.append(replace(s, label="PERSON"))
        elif s.label == "ORG" and _IN.search(text, max(0, s.start - 20), s.start) and _is_town(text[s.start : s.end]):
            places.append(replace(s, label="GPE"))  # toured Lashio
        elif s.label == "ORG" and (rest := _after_portfolio(text, s)) != s.start:
            people += [replace(s, start=rest, label="PERSON")] if " " in text[rest : s.end] else []
        elif s.label == "ORG" and text[s.start : s.end].lower() in words("foreign_heads") and (of := _FOREIGN_OF.match(text, s.end)):
            orgs.append(replace(s, end=max(of.end(), s.end)))
        elif s.label == "ORG":
            orgs += [trimmed for part in _around_verb(text, s) if (trimmed := _trim(text, part))]
        elif s.label in PLACE_LABELS and (text[s.start : s.end].split()[0] in words("company_prefixes") or _INSTITUTION.search(text, s.start, s.end)):
            orgs.append(replace(s, label="ORG"))  # OAO Avtovaz, Irving School District
        elif s.label in PLACE_LABELS:
            parts = (replace(s, start=m.start(), end=m.end()) for m in _BETWEEN_COMMAS.finditer(text, s.start, s.end))
            places += [trimmed for part in parts for one in _possessed(text, part) if (trimmed := _trim(text, one))]
        elif s.label not in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP", "LANGUAGE"):
            other.append(Span(s.start, s.end, "OTHER", s.rule, None, s.score))
    return people, orgs, places, other


_FOREIGN_OF = compiled(  # Institut für Seeverkehr, Instituto Nacional de Estadística y Censos
    r"(?: [A-Z][\w-]+)?(?: (?:für|de|des|du|del|della|dello|di|da|do|dos|pour|para|per|van|voor|för|za|dla"
    r"|la|le|les|el|los|las|der|die|das|den|det|y|et|und|e|og|och)){1,2} [A-Z][\w-]+(?: (?:y|et|und|e) [A-Z][\w-]+)?"
)
_MEMBER = re.compile(r" (?:Republican|Democrat|Conservative)s?\Z")


def _is_state(name: str) -> bool:
    return any(e.kind in ("state", "region") for e in gazetteer.lookup(name))


_INSTITUTION = re.compile(r"\w (?:School District|Police Department|University|Ministry|Commission|Association|Federation|Foundation|Parliament)\Z")


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
        if t.group().lower() in words("headline_verbs") and gazetteer.is_sure(text[s.start : s.start + t.start() - 1]):
            return [replace(s, end=s.start + t.start() - 1), replace(s, start=s.start + t.end() + 1)]
    return [s]


_IN = re.compile(rf"\b(?:{'|'.join(words('place_prepositions') - {'from', 'at'})}) \Z")


def _is_town(name: str) -> bool:
    """A name that only tables of places know."""
    return " " not in name and bool(geonames(name)) and not any(e.kind == "org" for e in gazetteer.lookup(name))


_OF_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,6}['’]s \Z")


def _is_somebody(text: str, s: Span) -> bool:
    """Two words that can only be a name by their ending (Svandís Svavarsdóttir), or that an acronym has and the model is unsure of (ANC's Fikile Mbalula)."""
    parts = text[s.start : s.end].split(" ")
    if len(parts) != 2 or gazetteer.lookup(" ".join(parts)) or any(w.lower() in words("org_heads") or w.lower() in words("short_of") for w in parts):
        return False
    unsure = s.score is not None and s.score < _UNSURE and all(w.isalpha() and w.istitle() for w in parts)
    return bool(_SURNAME.fullmatch(parts[1])) or (unsure and bool(_OF_ACRONYM.search(text, max(0, s.start - 10), s.start)))


_TWO = compiled(r"([A-Z][a-z'’-]+) ([A-Z][a-z'’-]+)")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
_WORD = re.compile(r"[\w'’-]+")
_ENDING = re.compile(r"(?:ing|e[sd]|s|d)\Z")


def _without_verb(text: str, start: int, end: int, surnames: set[str]) -> tuple[int, int]:
    """Half of what looks like two names in a title, where the other half is a verb that the article says, too: "Clinton Cancels", "Advise Trump"."""
    two = _TWO.fullmatch(text, start, end)
    if not two:
        return start, end
    name = 1 if two[1] in surnames else 2
    verb = two[3 - name]
    if two[name] not in surnames or (name == 2 and names.is_given(verb)):
        return start, end
    left, right = text[max(0, start - 200) : start].rpartition("\n")[2], text[start : end + 200].partition("\n")[0]
    line = (left + right).split()
    stems, pairs = _said(text)
    if _ENDING.sub("", verb.lower()) not in stems or pairs[two[1], two[2]] > 1 or sum(w[0].isupper() for w in line) * 3 < len(line) * 2:
        return start, end
    return two.span(name)


@lru_cache(maxsize=2)
def _said(text: str) -> tuple[frozenset[str], Counter[tuple[str, str]]]:
    """The words in lower case of a text, without the endings of verbs, and how often each two words with capitals stand together."""
    return frozenset(_ENDING.sub("", w) for w in _LOWER.findall(text)), Counter(pairwise(_WORD.findall(text)))


def _exactly(pattern: re.Pattern[str], text: str, s: Span) -> re.Match[str] | None:
    """The match that is all of a span; the pattern may look at what follows it."""
    m = pattern.match(text, s.start)
    return m if m and m.end() == s.end else None


_SHORT_NAME = re.compile(rf"\b(?:{'|'.join(names.INITIALS)})\Z")
_LINKED = compiled(r"(?<!\w)[A-Z][\w'’]+-(?:[aeu]l|[au][drsz]|an)-[A-Z][\w'’]+")  # Inzamam-ul-Haq
_NICK = compiled(r""" (?:"[A-Z][\w' -]{1,20}"|“[A-Z][\w’ -]{1,20}”|‘[A-Z][\w -]{1,20}’) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+""")
_BRACKETED = compiled(r"[A-Z][\w'-]+ \((?:[A-Z]\. ?){1,3}\) [A-Z][\w'-]+")  # Richard (R.J.) Eskow
_SURNAME = compiled(r"[A-Z]\w+(?:d[oó]ttir|shvili|oğlu|[oe]vi[ćc]|opoulos|zadeh|nejad)")  # no body or place ends so
_INITIAL = compiled(r"(?:[A-Z]\.){1,3}")
_FULL_STOP = re.compile(r"\. ?")
_OPENING_LETTER = re.compile(r" ['‘’ʻ]")  # Crown Prince Tupouto'a 'Ulukalala


def _abbreviated(text: str, model: Sequence[Span]) -> list[Span]:
    """The model's entities, those joined that it ended within a name: "Guðni Th" and "Jóhannesson", "Kedibone Diale" and "Tlabela"."""
    out: list[Span] = []
    doubles: set[str] = set()
    for s in model:
        before = out[-1] if out else None
        if before and before.start <= s.start and s.end <= before.end:
            continue
        linked = _LINKED.search(text, before.start, min(before.start + 60, len(text))) if before else None
        if before and linked and linked.start() < before.end and s.start < linked.end() and not geonames(linked.group()):
            out[-1] = replace(before, end=max(linked.end(), before.end), label="PERSON")
        elif before and s.label == before.label == "ORG" and _is_compound(text, before, s):
            out[-1] = replace(before, end=s.end)
        elif before and s.label == before.label == "PERSON" and (nick := _NICK.match(text, before.end)) and nick.start() < s.start < nick.end():
            out[-1] = replace(before, end=max(nick.end(), s.end))
        elif before and before.label == "PERSON" and (whole := _BRACKETED.match(text, before.start)) and before.end < s.start < whole.end():
            out[-1] = replace(before, end=max(whole.end(), s.end))
        elif before and s.label == before.label == "PERSON" and _goes_on(text, before, s, doubles):
            out[-1] = replace(before, end=s.end)
            doubles.add(text[before.start : s.end].split()[-1])
        elif before and s.label != "PERSON" and _SURNAME.fullmatch(text, s.start, s.end) and _is_half(text, before, s):
            out[-1] = replace(s, start=before.start, label="PERSON")  # "Svandís" and "Svavarsdóttir"
        elif before and s.label == "PERSON" and _is_half(text, before, s):
            out[-1] = replace(s, start=before.start)
        elif before and before.label == "PERSON" and _is_surname(text, before, s):
            out[-1] = replace(before, end=s.end)
        else:
            out.append(s)
    return out


def _is_surname(text: str, before: Span, s: Span) -> bool:
    """What follows a first name ("Elon" and "Musk"), or what the model is not sure of after a name ("Ackson Kalaile" and "Banda"), is the surname."""
    unsure = s.score is not None and s.score < _UNSURE
    lone = replace(before, start=max(before.start, text.rfind(" ", 0, before.end) + 1))
    return (unsure or names.is_given(text[before.start : before.end])) and _is_half(text, s, lone, s.end)


def _is_half(text: str, half: Span, s: Span, end: int = 0) -> bool:
    """What the model read as a body or place right beside a lone name is its other half: "Nabih" and "Berri"."""
    other, name = text[half.start : half.end], text[s.start : s.end]
    gap = text[min(half.end, s.end) : max(half.start, s.start)]
    if half.label not in ("ORG", *PLACE_LABELS) or gap != " " or " " in name or not other.replace(" ", "").isalpha():
        return False
    if end and (" " in other or re.match(r" [A-Z]", text[end : end + 2])):
        return False
    words_of = other.lower().split()
    ordinary = any(w in words("org_heads") or w in words("bare_places") or w in words("common_words") for w in words_of)
    return not ordinary and not any(w.isupper() for w in other.split()) and not gazetteer.lookup(other) and not geonames(other)


def _is_compound(text: str, before: Span, s: Span) -> bool:
    """Two acronyms that the model read are one: M5-RFP, not NATO-EU."""
    both = (text[before.start : before.end], text[s.start : s.end])
    return text[before.end : s.start] == "-" and all(x.isupper() for x in both) and not all(gazetteer.is_sure(x) for x in both)


def _goes_on(text: str, before: Span, s: Span, doubles: set[str]) -> bool:
    """Two people that the model read are one name: the first ends at an initial, at the hyphen of a double name, or at a letter like an opening quote."""
    if text[before.end : s.start] == "-":
        first, second = text[before.start : before.end], text[s.start : s.end]
        return (" " in first and " " not in second) or f"{first}-{second}" in doubles  # not in "the Trump-Putin summit"
    if text[before.end : s.start] == " " and _INITIAL.fullmatch(text, before.start, before.end):
        return True  # A. Stewart
    if _FULL_STOP.fullmatch(text, before.end, s.start):
        return bool(_SHORT_NAME.search(text, before.start, before.end))
    return bool(_OPENING_LETTER.fullmatch(text, before.end, s.start)) and text[s.end : s.end + 1] not in ("'", "’")


_BETWEEN_TWO = "call|talks?|summit|meeting|deal|pact|row|feud|rift|alliance|axis|debate|duo|ticket|clash|showdown"
_PAIR = compiled(rf"([A-Z][a-z]+)-([A-Z][a-z]+)(?= (?:phone |peace |trade |nuclear )?(?:{_BETWEEN_TWO})\b)")  # the Trump-Putin call
_INCORPORATED = re.compile(rf" (?:{'|'.join(w for w in words('company_suffixes') if w.isalpha() and len(w) > 2)})\Z")
_PARTY = compiled(r"(?!(?:AMLO|MBS|MBZ|JFK|FDR|LBJ|RFK|MLK)\b)[A-Z]{2,5}(?=['’]s? [A-Z][a-z]+ [A-Z][a-z]+)")
_UNSURE = 0.7
_CROWNED = re.compile(r"\b(?:King|Queen|Pope|Sultan|Emperor|Tsar|Emir|Prince|Princess|Patriarch|Shah|KING|QUEEN|POPE) \Z")
_REGNAL = re.compile(rf" {names.NUMBER}(?![\w.'’-])")
_KING = compiled(rf"(?P<name>[A-Z][a-z]+){_REGNAL.pattern}")
_BETWEEN_COMMAS = re.compile(r"(?:(?!, ).)+", re.S)
_ONE_OF_TWO = compiled(r"(?:(?! & | née? | [bc] | st (?=[A-Z]\w+ b )| lbw ).)+", re.S)  # Blair & Brown, Gwen née Pugh, Ijaz Ahmad c Spearman b Vaughan


def _possessed(text: str, s: Span) -> list[Span]:
    """A place and the one within it, where the owner is listed: "Nakhon Pathom's Bang Len", not "Hawke's Bay"."""
    m = _POSSESSED.fullmatch(text, s.start, s.end)
    if not m or gazetteer.lookup(m.group()) or not (gazetteer.lookup(m[1]) or geonames(m[1])):
        return [s]
    return [replace(s, end=m.end(1)), replace(s, start=m.start(2))]


_POSSESSED = compiled(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})'s ([A-Z].*)")


_PERIOD = re.compile(r"(?:[QH][1-4])?[ /-]?(?:FY ?\d{2,4})?")  # of a fiscal year
_PARTY_WING = compiled(r"(?:\([A-Z]{1,4}\)|-[A-Z]{1,2})(?![\w-])")  # JD(S), CPI(M), PML-N
_SLUG = compiled(r"[A-Z]{4,}(?: [A-Z]+)?(?: ?- (?=[A-Z])|-(?=[A-Z]+ [A-Z]+ ))")  # SOCCER - NIGERIA EDGE GHANA
_IN_TABLE = compiled(r"(?:Group|GROUP|Pool|POOL) [A-H]\d?|(?:[A-Z]{1,3} ){2,}[A-Z]{1,3}")  # Group A, W L PCT GB
_FROM_DISTRICT = compiled(r"[DRI]-(?=[A-Z][a-z])")  # Nick Scutari, D-Union
_ARTICLE_BEFORE = re.compile(r"\b(?:(?:Al|El|Ul|As|An|Ad|Ash|Ar|At|Az)-|Al )\Z")  # the model stopped within Al-Iman


_DESK = re.compile(r" (?:Politics|Business|World|Opinion|Weather|Entertainment|Travel|Health|Style|Money|Tech)\Z")  # CNN Politics
_PARTISAN = compiled(r"(?:Democratic|Republican|Conservative|Tory|Labour|Liberal) (?=[A-Z]{2,6}\b)")  # the Democratic FCC commissioner
_TITLED_AFTER = compiled(r"(?:['’]s?)? (?P<title>(?:[A-Z][a-z]+ )?[A-Z][a-z]+)\Z")


def _trim(text: str, s: Span) -> Span | None:
    """Drop quotes, a leading article, a trailing possessive; None for what can't be a name."""
    a, b = s.start, s.end
    while a < b and text[a] in " \n\t\"“”'‘(<-—–*,.:;/":
        a += 1
    while b > a and text[b - 1] in " \n\t\"“”'‘’>-—–*,:;/":
        b -= 1
    if text.startswith("'s ", max(0, a - 1), b):
        a += 2  # what the model took of its owner: "Emery's Villa"
    if text[a:b].endswith("'s") and not any(e.kind == "org" for e in gazetteer.lookup(text[a:b])):
        b -= 2
    if text[a:b].lower().startswith("the ") and not any(e.kind == "org" and e.name.startswith("The ") for e in gazetteer.lookup(text[a:b])):
        a += 4
    if text[a:b].startswith(("of ", "in ")):
        a += 3
    if text[a:b].endswith((" and", " of", " the", " in", " for")):
        b = a + text[a:b].rindex(" ")
    if s.label == "ORG" and " " in text[a:b] and text[a:b].split()[-1].lower() in words("headline_verbs"):
        b = a + text[a:b].rindex(" ")  # Siemens Backs Berlin Fund
    if s.label == "ORG" and (m := _DESK.search(text, a, b)) and not gazetteer.lookup(text[a:b]) and gazetteer.is_sure(text[a : m.start()]):
        b = m.start()
    if s.label == "ORG" and (m := _PARTISAN.match(text, a, b)) and not gazetteer.lookup(text[a:b]):
        a = m.end()
    if s.label == "ORG" and (m := _TITLED_AFTER.search(text, a, b)) and is_title(m["title"].lower()):
        b = m.start() if names.NAME_NEXT.match(text, b + text.startswith(".", b)) else b  # DILG Sec. Jonvic Remulla, PAS' Tan Sri Abdul Hadi
    for mark in (" / ", " – ", " - "):
        at = text[a:b].find(mark)
        if at > 0 and (mark != " - " or text[a : a + at].isupper()):  # not Council on American - Islamic Relations
            b = a + at
    if ")" in text[a:b] and "(" not in text[a:b]:
        b = a + text[a:b].index(")")  # what the model took of "(MK) Party"
    if "(" in text[a:b] and ")" not in text[a:b]:
        b = a + text[a:b].index("(")
    while b > a and text[b - 1] in " (":
        b -= 1
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
    if surface[1:].islower() and surface.split()[-1].lower() in words("row_labels"):
        return None  # Net income, in a table
    if _SLUG.match(text, a) and text[a - 1 : a] in ("", "\n") and not gazetteer.lookup(surface):
        return None
    title = kinds().get(surface.lower()) if surface.isupper() else None
    styled = title in ("courtesy", "honorific") and not names.NAME_NEXT.match(text, b)  # the SRI, not Sri Aurobindo
    if surface in words("post_nominals") or _REGNAL.fullmatch(f" {surface}") or (title and not styled):
        return None  # Femi Falana (SAN), Charles II, DIG Asad Raza
    if "@" in surface:
        return None  # an address of mail
    if surface in words("peoples") or _IN_TABLE.fullmatch(surface):
        return None
    if surface in words("time_zones") or _PERIOD.fullmatch(surface):
        return None
    if surface.lower() in words("bare_places") or surface.lower() in words("calendar_words"):
        return None
    return replace(s, start=a, end=b)


def surnames_of(people: Sequence[Span], text: str) -> set[str]:
    """The last words of names of two words or more."""
    return {w[-1] for s in people if len(w := text[s.start : s.end].split()) > 1}

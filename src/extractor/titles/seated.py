"""What a title before a name is over, and the title that is left: "President of Belarus", "the Speaker of the House", "head of the State Security Service"."""

from __future__ import annotations

from itertools import pairwise

from extractor import gazetteer
from extractor.resources import compiled, geonames, toml, words
from extractor.titles.offices import EX, JOINTS, ONE_PHRASE, Tokens, codes_at_end, is_demonym, kinds


def land_of(text: str, tokens: Tokens) -> tuple[list[str], Tokens]:
    """The country that "of" leads in at the end of the tokens, and the title that is left before it; no tokens when there is none."""
    codes, n = codes_at_end(text, tokens, ("country",))
    rest = tokens[: len(tokens) - n]
    while n and len(rest) > 2 and rest[-1][2] == "of" and rest[-2][2] in ("Republic", "Kingdom", "State", "Federation", "Sultanate", "Emirate"):
        rest = rest[:-2]
        while len(rest) > 1 and rest[-1][2] in ("Islamic", "Federal", "Democratic", "People's", "Arab", "Bolivarian", "Socialist", "Hashemite", "United"):
            rest = rest[:-1]  # of the Federal Democratic Republic of Ethiopia
    if n and rest and rest[-1][2].lower() == "the":
        rest = rest[:-1]
    if not n or not rest or rest[-1][2].lower() != "of" or tokens[-1][2].endswith("'s"):
        return [], []
    rest = rest[:-1]
    return (codes, rest) if _at_end(rest, past=True)[1] else ([], [])


def seated_of(tokens: Tokens) -> Tokens:
    """The tokens up to a title before "of" and a name at their end: the former Governor of Kogi, the Speaker of the House; none when there is no such
    title."""
    for k in range(2, min(9, len(tokens))):
        if tokens[-k][2] not in ("of", "for", "to", "on"):
            continue  # deputy envoy to Afghanistan, spokesman on Home Affairs
        titled = _at_end(tokens[:-k])[0]
        over = [t[2] for t in tokens[len(tokens) - k + 1 :] if t[2] not in ("and", "the", "of", "for")]
        the = len(tokens) > k + titled and tokens[-k - titled - 1][2].lower() == "the"
        if len(over) == 3 and gazetteer.is_country(over[0]) and words("org_heads").isdisjoint(w.lower() for w in over[1:]):
            continue  # the President of Belarus Ivan Kozel, Ana Rua, said
        if titled and (all(w[0].isupper() for w in over) or (the and all(w[0].isupper() or _is_plain(w) for w in over))):
            return tokens[:-k]  # the head of the employers' federation
    return []


def _is_plain(word: str) -> bool:
    """A word in lower case that can be part of what somebody heads: no verb, and none that leads a clause in."""
    return word not in words("no_modifiers") and not word.endswith(("ed", "ing"))


_LEADS = ("of", "for", "to", "in")
ABROAD = ("ambassador", "envoy", "representative", "commissioner", "consul")
_SEAT = 3  # words of a seat in parliament, be it listed or not
_LONGEST = 10  # words of what somebody is over, with the "of" before it


def over_of(text: str, tokens: Tokens) -> tuple[list[str], Tokens]:
    """The country of the body or place that a title is over, named between it and its holder, and the tokens up to the title; none when there is none.

    The head of the State Security Service, Speaker of the Georgian parliament, US Ambassador to Georgia, Mayor of London.
    """
    for k in range(2, min(_LONGEST, len(tokens)) + 1):
        lead, rest = tokens[-k][2], tokens[:-k]
        if not ONE_PHRASE.fullmatch(text, tokens[-k][0], tokens[-1][1]):
            return [], []
        if lead == "to" and gazetteer.is_country(" ".join(t[2] for t in tokens[len(tokens) - k + 1 :])):
            home = land_of(text, rest)
            if home[1] and _at_end(home[1], past=True)[1] in ABROAD:
                return home  # Ambassador of Canada to Mongolia
        if lead not in _LEADS or not (kind := _at_end(rest, past=True)[1]):
            continue
        body = tokens[len(tokens) - k + 1 :]
        body = body[body[0][2] in ("the", "its", "his", "her", "their") :]
        if not body or (not (abroad := kind in ABROAD) and lead in ("to", "in")):
            continue
        if _is_body_or_place(text[body[0][0] : body[-1][1]], [t[2] for t in body]) or (
            kind == "legislator" and lead == "for" and len(body) <= _SEAT and all(t[2][0].isupper() for t in body)
        ):
            return ([] if abroad else _owner([t[2] for t in body])), rest
    return [], []


_STAFF = ("spokesperson", "adviser", "aide", "secretary", "chief-of-staff", "assistant")
_TWO_NAMES = compiled(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+, [A-Z][\w'’-]+ [A-Z]")


def staff_of(text: str, tokens: Tokens, start: int) -> Tokens:
    """The tokens up to the title of one who works for the office that they end in: press secretary of the President (of Russia) Dmitry Peskov; none when
    the name at `start` is that of the office's holder, as where another follows."""
    n, _ = _at_end(tokens)
    rest = tokens[: len(tokens) - n]
    if rest and rest[-1][2] == "the":
        rest = rest[:-1]
    staff = n and len(rest) > 1 and rest[-1][2] in ("of", "to") and _at_end(rest[:-1], past=True)[1] in _STAFF
    return rest[:-1] if staff and not _TWO_NAMES.match(text, start) else []


def _at_end(tokens: Tokens, past: bool = False) -> tuple[int, str]:
    """How many tokens at the end are a title without what it is for, and its kind; 0 when none are. `past`: one of the past, too, ex-President."""
    for n in range(min(4, len(tokens)), 0, -1):
        phrase = " ".join(t[2] for t in tokens[-n:]).lower()
        if kind := kinds().get(EX.sub("", phrase) if past else phrase):
            return n, kind
    return 0, ""


def _is_body_or_place(name: str, said: list[str]) -> bool:
    """A listed body, country, region or city, or a name or phrase with the head of one: the Georgian parliament, Kharkiv Oblast."""
    if " and the " in name:
        return False  # two of them
    if any(e.kind in ("org", "country", "capital", "region", "state") for e in gazetteer.lookup(name)):
        return True
    if name.lower() in toml("words")["bare_bodies"]:
        return True
    if said[0][0].isupper() and (geonames(name) or (is_demonym(said[0]) and gazetteer.listed_bodies(" ".join(said[1:])))):
        return True  # the Azerbaijani Milli Majlis
    head = said[-1].lower()
    if head in words("org_heads") or head in words("bare_places") or head in words("parts_of_bodies"):
        return all(w[0].isupper() or w in JOINTS for w in said[:-1])
    headed = any(b in ("of", "for", "on") and a.lower() in words("org_heads") for a, b in pairwise(said[:-1]))
    return headed and all(w[0].isupper() or w in JOINTS for w in said)  # the Communist Party of Vietnam, Commission for External Relations


def _owner(said: list[str]) -> list[str]:
    """The country that a body's name begins with, or ends in after "of", if it is one."""
    code = gazetteer.country_of(said[-1] if "of" in said[-3:-1] else said[0])
    return [code] if code else []


_OVER_REGIONS = ("governor", "head-of-government", "minister", "police")


def is_over(office: str, region: str) -> bool:
    """An office with the region right after it, before the holder's name: Governor Sindh Kamran Tessori."""
    over = kinds().get(office.lower()) in _OVER_REGIONS or office == "Police"
    return office[0].isupper() and over and gazetteer.is_region(region)

"""Listed names in text: one scan, longest match first, linear in the text whatever the size of the tables. Nothing fuzzy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractor import resources
from extractor.resources import cells, table, unaccented
from extractor.types import Span

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_INVARIABLE = ("ese", "ss", "sh", "ch", "x", "s")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listed name can be. `kind`: country, demonym, capital, seat, region, state, org, drop."""

    kind: str
    name: str
    code: str | None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A row of organizations.tsv."""

    name: str
    acronym: str | None
    kind: str
    country: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryRow:
    code: str
    alpha3: str
    name: str
    capitals: tuple[str, ...]


@cache
def countries() -> dict[str, CountryRow]:
    """ISO 3166-1 alpha-2 (XK for Kosovo) and ISO 3166-3 alpha-4 codes to their rows."""
    return {r["code"]: CountryRow(r["code"], r["alpha3"], r["name"], tuple(cells(r["capitals"]))) for r in table("countries")}


@cache
def country_codes() -> dict[str, str]:
    """Three letters to a country's code: those of ISO 3166-1, and those of sport where they differ (KEN, GER)."""
    return {c.alpha3: c.code for c in countries().values()} | {r["code"]: r["country"] for r in table("codes")}


_CODE = re.compile(r" ?\((?P<code>[A-Z]{3})(?:,? ?x?\d{1,3})?\)")  # Karolina Pliskova (CZE x1)


def code_after(text: str, end: int) -> tuple[int, str] | None:
    """Where three letters in brackets begin right after a name, as in results of sport, and the country that they are: Faith Kipyegon (KEN)."""
    m = _CODE.match(text, end)
    country = country_codes().get(m["code"]) if m else None
    return (m.start("code"), country) if m and country else None


@cache
def bodies() -> dict[str, Body]:
    """Listed organizations by canonical name; a question mark in the table marks a weak name."""
    out = {}
    for r in table("organizations"):
        aliases = tuple(a.rstrip("?") for a in cells(r["aliases"]))
        acronym = r["acronym"].rstrip("?") or None
        name = r["name"].rstrip("?")
        out[name] = Body(name, acronym, r["kind"], r["country"] or None, aliases)
    return out


@cache
def cities() -> frozenset[str]:
    """Cities that are listed beside the regions, for what they are called in short: NYC."""
    return frozenset(r["name"] for r in table("regions") if r["kind"] == "city")


def key(phrase: str) -> str:
    """A phrase as the index holds it: its tokens, straight apostrophes, single spaces."""
    if phrase.replace(" ", "").isalnum() and "  " not in phrase and phrase.strip() == phrase:
        return phrase  # as most are
    return " ".join(_TOKEN.findall(phrase.replace("’", "'")))


_ACRONYM = re.compile(r"[A-Z]{3,6}")
_CITED = re.compile(r"[a-z], (?:[A-Z]\.){3,6}(?=[;,)&]| [&(]| and [A-Z][a-z]+, [A-Z]\.)")  # initials of an author
_INITIALS = re.compile(r"[A-Z]\. ?(?:[A-Z]|Va)\.")  # N.J. is a state wherever it stands, Miss. only after a town


@cache
def _index() -> tuple[dict[str, tuple[Entry, ...]], dict[str, int], dict[str, str]]:
    entries: dict[str, list[Entry]] = {}

    def add(phrase: str, entry: Entry) -> None:
        for written in {phrase, phrase.replace(" & ", " and "), phrase.replace(" and ", " & "), phrase.replace("People's", "Peoples")}:
            row = entries.setdefault(key(written), [])
            if entry not in row:
                row.append(entry)

    for r in table("countries"):
        code = r["code"]
        for name in [r["name"], *cells(r["aliases"])]:
            add(name, Entry("country", name, code, name in resources.words("weak_countries")))
        for adjective in cells(r["adjectives"]):
            weak = adjective in resources.words("weak_demonyms")
            add(adjective, Entry("demonym", adjective, code, weak))
            if not adjective.endswith(_INVARIABLE) and " " not in adjective[:1]:
                add(adjective + "s", Entry("demonym", adjective, code, weak))
        for noun in cells(r["nouns"]):
            add(noun, Entry("demonym", noun, code, noun in resources.words("weak_demonyms")))
            if not noun.endswith(("men", "man", "s")):
                add(noun + "s", Entry("demonym", noun, code, noun in resources.words("weak_demonyms")))
        for capital in cells(r["capitals"]):
            add(capital, Entry("capital", capital, code))
    for r in table("seats"):
        add(r["name"], Entry("seat", r["name"], r["country"]))
    for r in table("regions"):
        for name in [r["name"], *(cells(r["abbreviations"]) if r["kind"] == "city" else [])]:
            add(name, Entry("region", r["name"], r["country"] or None))
    for r in table("us_states"):
        for name in [r["name"], *(a for a in cells(r["abbreviations"]) if _INITIALS.fullmatch(a))]:
            add(name, Entry("state", r["name"], "US"))
    for r in table("lookalikes"):
        add(r["phrase"], Entry("place" if r["what"] == "place" else "drop", r["phrase"], None))
    for r in table("organizations"):
        name = r["name"].rstrip("?")
        for alias in [r["name"], r["acronym"], *cells(r["aliases"])]:
            if alias:
                entry = Entry("org", name, r["country"] or None, alias.endswith("?"))
                add(alias.rstrip("?"), entry)
                if _ACRONYM.fullmatch(alias.rstrip("?")):
                    add("".join(f"{letter}." for letter in alias.rstrip("?")), entry)  # S.E.C., as The New York Times does
                if alias.endswith(" Party"):
                    add(alias.removesuffix("Party") + "party", Entry("org", name, r["country"] or None))
    first: dict[str, int] = {}
    capitals: dict[str, str] = {}
    for phrase in entries:
        tokens = phrase.split(" ")
        first[tokens[0]] = max(first.get(tokens[0], 0), len(tokens))
        if len(phrase) >= 4 and not phrase.isupper():
            capitals.setdefault(phrase.upper(), phrase)
    for phrase in capitals:
        head = phrase.split(" ", 1)[0]
        first[head] = max(first.get(head, 0), phrase.count(" ") + 1)
    return {k: tuple(v) for k, v in entries.items()}, first, capitals


def lookup(phrase: str) -> tuple[Entry, ...]:
    """Entries of exactly this phrase, also when it is written in capitals."""
    entries, _, capitals = _index()
    k = key(phrase)
    return entries.get(k) or entries.get(capitals.get(k, ""), ())


def spelled(phrase: str) -> str | None:
    """How a listed phrase is written, whatever its case: IMF, Burkina Faso."""
    entries, _, capitals = _index()
    k = key(phrase.upper())
    return k if k in entries else capitals.get(k)


_SMALL = re.compile(r"(?<=[ -])(?:De|Du|Da|Do|Dos|Das|Del|Di|Of|And|Au|Aux|Sur|Upon|Am|An)(?=[ -])")


_NO_WORD = re.compile(r"\b(?!St\b|Mt\b|Ft\b|Dr\b)[BCDFGHJ-NP-TV-Z][bcdfghj-np-tv-z]{1,3}\b")  # NY Rangers: no vowel, no word


def written(place: str) -> str:
    """A place in capitals as it is written otherwise: Port-au-Prince, Rio de Janeiro."""
    listed = next((e.name for e in lookup(place) if e.name.upper() == place), None)
    if listed:
        return listed
    titled = _SMALL.sub(lambda m: m.group().lower(), place.title()).replace("'D", "'d")
    return _NO_WORD.sub(lambda m: m.group().upper(), titled)


def listed_bodies(phrase: str, sure: bool = False) -> list[Body]:
    """The listed bodies that have exactly this name; `sure`: not as a weak one."""
    return [bodies()[e.name] for e in lookup(phrase) if e.kind == "org" and not (sure and e.weak)]


def agency(name: str) -> Body | None:
    """The news agency of all that a name or acronym can mean."""
    return next((b for b in listed_bodies(name) if b.kind == "agency"), None)


def teams(said: Iterable[str]) -> int:
    """How many teams and leagues some names are of that can mean nothing else."""
    return len({b.name for name in set(said) for b in listed_bodies(name, sure=True) if b.kind == "sport"})


def spoken_bodies(name: str) -> list[Body]:
    """The listed bodies whose acronym is written as a word: Unrwa, as the British do."""
    return listed_bodies(name.upper(), sure=True) if name.istitle() and name.isalpha() and len(name) > 3 else []


def is_country(phrase: str) -> bool:
    """A phrase that is listed as the name of a country."""
    return any(e.kind == "country" for e in lookup(phrase))


def is_region(phrase: str) -> bool:
    """A phrase that is listed as a region of some country, here or by GeoNames."""
    return any(e.kind == "region" and e.code for e in lookup(phrase)) or any(g.kind == "region" for g in resources.geonames(phrase))


def country_of(phrase: str) -> str | None:
    """Code of a country name or demonym, possessive or not, when it can be only one."""
    return only_code(_POSSESSED.sub("", phrase), ("country", "demonym"))


_POSSESSED = re.compile(r"'s?\Z")


def only_code(name: str, kinds: tuple[str, ...]) -> str | None:
    """The code that all entries of these kinds for a name have; None when they have several, or there are none."""
    codes = {e.code for e in lookup(name) if e.kind in kinds and e.code}
    return next(iter(codes)) if len(codes) == 1 else None


def is_sure(phrase: str) -> bool:
    """A phrase that is listed, and not only as a weak name of a body."""
    return any(not (e.weak and e.kind == "org") for e in lookup(phrase))


def paragraphs(text: str, token: re.Pattern[str]) -> Iterator[list[tuple[str, int, int]]]:
    """The tokens (text, start, end) of each paragraph: no name goes over an empty line."""
    at = 0
    for paragraph in text.split("\n\n"):
        yield [(m.group(), m.start(), m.end()) for m in token.finditer(text, at, at + len(paragraph))]
        at += len(paragraph) + 2


def _goes_on(text: str, end: int) -> bool:
    """A word with a capital follows: The Independent National Electoral Commission is not The Independent."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def is_cited(text: str, start: int) -> bool:
    """Initials after the surname of an author: van der Maaten, L.J.P.; Hinton, G.E."""
    return start > 2 and _CITED.match(text, start - 3) is not None


def scan(text: str) -> list[Span]:
    """Non-overlapping listed names in order; `value` holds their entries, `label` the kind of the first."""
    entries, first, capitals = _index()
    out: list[Span] = []
    for tokens in paragraphs(text, _TOKEN):
        i = 0
        while i < len(tokens):
            longest = min(first.get(tokens[i][0], 0), len(tokens) - i)
            if tokens[i][0][:1].isdigit() and text[tokens[i][1] - 1 : tokens[i][1]] in (".", ",") and text[tokens[i][1] - 2 : tokens[i][1] - 1].isdigit():
                longest = 0  # 52.3M is no 3M
            for n in range(longest, 0, -1):
                phrase = " ".join(t for t, _, _ in tokens[i : i + n])
                hit = entries.get(phrase) or entries.get(capitals.get(phrase, ""))
                if hit and phrase[1:2] == "." and is_cited(text, tokens[i][1]):
                    hit = ()  # van der Maaten, L.J.P.; Hinton, G.E.
                if hit and not (phrase.startswith("The ") and all(e.weak for e in hit) and _goes_on(text, tokens[i + n - 1][2])):
                    out.append(Span(tokens[i][1], tokens[i + n - 1][2], hit[0].kind, f"gazetteer-{hit[0].kind}", hit))
                    i += n
                    break
            else:
                i += 1
    return out


_FOLD = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "þ": "th", "ð": "d", "ı": "i", "œ": "oe"})


def fold(text: str) -> str:
    """Lower case without accents or apostrophe shapes: what two spellings of one name share."""
    if text.isascii():
        return text.lower()
    return unaccented(text.translate(_FOLD), "NFKD").replace("’", "'").replace("ʼ", "'").lower()

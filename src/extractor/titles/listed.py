"""Titles in lists: shared by several names ("Senators Ana Rua, Bo Diaz and Cy Okri"), before each, or set apart: on a line with one ("Minister of
health – Ana Rua"), in brackets before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.resources import any_of, compiled, words
from extractor.titles.apposed import title_in
from extractor.titles.leading import STYLES, titles_before
from extractor.titles.offices import ASIDE, kinds
from extractor.types import Title

_REACH = 60  # characters before the title in which its status and country stand
_SHORT = {"sen.": "Sens.", "rep.": "Reps.", "dr.": "Drs.", "prof.": "Profs.", "gov.": "Govs.", "gen.": "Gens.", "MP": "MPs"}


@cache
def _plurals() -> dict[str, str]:
    """Plurals of titles, as they are written, to the title."""
    out = {plural: title for title, plural in _SHORT.items()}
    for title, kind in kinds().items():
        if kind in ("courtesy", "honorific") or not title.isascii() or title.endswith((".", "s")) or title in words("loose_titles"):
            continue
        several = title.removesuffix("man") + "men" if title.endswith("man") else title.removesuffix("y") + "ies" if title.endswith("ary") else title + "s"
        out |= dict.fromkeys((several, several[:1].upper() + several[1:], several.title()), title)
    return out


@cache
def _pattern() -> re.Pattern[str]:
    part = r"[\"“'‘]?(?:[A-Z]\.|[JS]r\.|[A-Z][\w'’-]*)[\"”'’]?"
    joint = rf"(?: {any_of(words('particles'))})?"
    name = rf"{part}(?:{joint} {part}){{0,3}}(?: \([^()]{{1,15}}\)| of (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}})?"
    return compiled(rf"(?<![\w-])[\w-]+(?:s|s\.|men) (?=(?P<names>{name}(?:, {name}){{0,12}}(?:,? and |,? & ){name}))")


_BETWEEN = re.compile(r"(?:, and |, | and | & )(?=[A-Z])")


@lru_cache(maxsize=2)
def _shared(text: str) -> dict[int, tuple[list[Title], list[str]]]:
    out: dict[int, tuple[list[Title], list[str]]] = {}
    for m in _pattern().finditer(text):
        begin, title = _title_before(text, m.start("names") - 1)
        if not title:
            continue
        said = f"{text[max(0, begin - _REACH) : begin]}{_singular(title)} "
        titles, countries, _ = titles_before(f"{said}{m['names']}", len(said))
        out |= dict.fromkeys((m.start("names"), *(m.start("names") + x.end() for x in _BETWEEN.finditer(m["names"]))), (titles, countries))
    return out


_MOST = 4  # words of a title in the plural


def _title_before(text: str, end: int) -> tuple[int, str]:
    """Where the longest title in the plural begins that ends here, and the title; an empty one when none does."""
    starts = [m.start() for m in re.finditer(r"\S+", text[max(0, end - _REACH) : end])][-_MOST:]
    base = max(0, end - _REACH)
    return next(((base + at, said) for at in starts if (said := text[base + at : end]) in _plurals()), (end, ""))


def _singular(plural: str) -> str:
    title = _plurals()[plural]
    return title.title() if plural.istitle() else title[:1].upper() + title[1:] if plural[0].isupper() else title


def shared_titles(text: str, start: int) -> tuple[list[Title], list[str]] | None:
    """The title in the plural before a list of names, one of which begins at `start`, and its countries; None when there is none."""
    return _shared(text).get(start)


_OFFICE = compiled(r"(?:\A|\n)[ \t•*\d.)-]{0,8}(?P<office>[A-Z][^\n:–—]{3,70}?)(?: ?:| [–—-]) \Z")
_LINE_ENDS = re.compile(r"[ \t.;,]*(?:\n|\Z)|, ")


def titles_on_line(text: str, start: int, end: int) -> tuple[list[Title], list[str]]:
    """The title that is all of a line before a name, as lists of offices have it, and its countries: "Minister of health – Ana Rua"."""
    m = _OFFICE.search(text, max(0, start - 90), start) if _LINE_ENDS.match(text, end) else None
    if not m:
        return [], []
    found, countries, begin = titles_before(f"{m['office']} {text[start:end]}", len(m["office"]) + 1)
    return (found, countries) if begin == 0 else ([], [])


_IN_BRACKETS = re.compile(r"[(\[](?P<office>(?:[A-Z][\w.’'-]* )*[A-Za-z][\w’'-]{2,30})[)\]] \Z")


def titles_in_brackets(text: str, start: int) -> tuple[list[Title], list[str]]:
    """The title that whoever quotes puts before a name, and its countries: (Slovak Foreign Minister) Ana Rua; [President] Rua."""
    m = _IN_BRACKETS.search(text, max(0, start - 60), start)
    found, countries, _ = titles_before(f"{m['office']} {text[start : start + 20]}", len(m["office"]) + 1) if m else ([], [], 0)
    return found, countries


_PART = re.compile(r" ?(?:and )?(?:the |The )?(?P<said>[^,;\n]+)")
_NAME = compiled(rf"[A-Z][\w'’.-]*(?: (?:{any_of(words('particles'))} )?[A-Z][\w'’-]+){{1,4}}")
_LONGEST = 110  # characters of an office
_FEWEST = 2  # offices, each before its holder, that make a list


@lru_cache(maxsize=2)
def _alternating(text: str) -> tuple[dict[int, list[Title]], frozenset[int]]:
    """In lists of offices and holders in turn, which an office begins: titles by where the holder's name begins, and where the parts before offices end.

    Present were the Speaker, Ana Rua, the Minister of Works, Dr Bo Diaz, and the Mayor of Orlan, Cy Okri.
    """
    held: dict[int, list[Title]] = {}
    ends: set[int] = set()
    for line in re.finditer(r"[^\n]+", text):
        parts = _parts(text, line.start(), line.end()) if line.group().count(",") > _FEWEST else []
        names = [_name_in(m) for m in parts]
        at = 0
        while at < len(parts) - 1:
            offices = _offices_from(text, parts, names, at)
            stop = at + 2 * len(offices)
            led = at and (names[at - 1] or _ends_in_name(parts[at - 1].said))
            if len(offices) >= _FEWEST and not led and not (stop < len(parts) and _office_in(parts[stop])):
                held |= offices
                ends |= {parts[i - 1].end for i in range(at, stop, 2) if i}
            at = max(stop, at + 1)
    return held, frozenset(ends)


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas, or an office whose portfolios stand on both sides of one."""

    at: int
    end: int
    said: str


def _parts(text: str, start: int, end: int) -> list[_Part]:
    out: list[_Part] = []
    for m in _PART.finditer(text, start, end):
        if out and _is_portfolio(m["said"]) and out[-1].said.rpartition(" ")[2].lower() in words("portfolios"):
            out[-1] = _Part(out[-1].at, m.end(), text[out[-1].at : m.end("said")])  # the Minister of Transport, Communications and Works
        else:
            out.append(_Part(m.start("said"), m.end(), m["said"]))
    return out


def _is_portfolio(said: str) -> bool:
    return all(w in words("portfolios") or w in ("and", "&") for w in said.lower().split())


def _offices_from(text: str, parts: Sequence[_Part], names: Sequence[int], at: int) -> list[tuple[int, list[Title]]]:
    """Where the holder's name begins and the titles, of each office that a holder follows, in turn from a part on; words may lead the first one in."""
    out: list[tuple[int, list[Title]]] = []
    for i in range(at, len(parts) - 1, 2):
        if names[i] or not names[i + 1] or len(parts[i].said) >= _LONGEST or text.startswith(";", parts[i].end):
            break  # what stands before a semicolon is not the next name's office
        found = _office_in(parts[i]) or ([] if out else titles_before(text, names[i + 1])[0])
        if not found:
            break
        out.append((names[i + 1], found))
    return out


def _office_in(part: _Part) -> list[Title]:
    return title_in(part.said, ", the ")[0]


def _name_in(part: _Part) -> int:
    """Where the name begins in a part that is nothing but a name and its styles; 0 in others."""
    said = ASIDE.sub(lambda m: " " * len(m.group()), _OTHERS.sub("", part.said).rstrip(" ."))
    styles = 0
    for m in re.finditer(r"\S+ +", said):
        if kinds().get(m.group().strip().lower()) not in STYLES:
            break
        styles = m.end()
    name = said[styles:]
    tokens = name.lower().split()
    offices = any(t in kinds() or t in words("portfolios") or t in words("org_heads") for t in tokens)
    return part.at + styles if _NAME.fullmatch(name) and not offices else 0


_OTHERS = re.compile(r" (?:and|or|as well as) [a-z].*\Z")  # Bo Diaz and other guests


def _ends_in_name(said: str) -> bool:
    """A part goes over into a name without a title: Present were Ana Rua."""
    m = _NAME_AT_END.search(said)
    return m is not None and m["first"].lower() not in kinds()


_NAME_AT_END = compiled(r"[a-z] (?P<first>[A-Z][\w'’.-]*)(?: [A-Z][\w'’-]+){1,4}\Z")


def titles_in_turn(text: str, start: int, end: int) -> tuple[list[Title], bool]:
    """The office before a name in a list of offices and holders, and whether what follows the name is the next one's office."""
    held, ends = _alternating(text)
    return held.get(start, []), end in ends

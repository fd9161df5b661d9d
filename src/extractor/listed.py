"""Titles in lists: shared by several names ("Senators Ana Rua, Bo Diaz and Cy Okri"), or on a line with one ("Minister of health – Ana Rua")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.offices import kinds
from extractor.resources import any_of, compiled, words
from extractor.titles import titles_before
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
    name = rf"{part}(?:{joint} {part}){{0,3}}(?: \([^()]{{1,15}}\))?"
    return compiled(rf"(?<![\w-])(?P<title>{any_of(_plurals())}) (?P<names>{name}(?:, {name}){{0,12}}(?:,? and |,? & ){name})")


_BETWEEN = re.compile(r"(?:, and |, | and | & )(?=[A-Z])")


@lru_cache(maxsize=2)
def _shared(text: str) -> dict[int, tuple[list[Title], list[str]]]:
    out: dict[int, tuple[list[Title], list[str]]] = {}
    for m in _pattern().finditer(text):
        said = f"{text[max(0, m.start() - _REACH) : m.start()]}{_singular(m['title'])} "
        titles, countries, _ = titles_before(f"{said}{m['names']}", len(said))
        out |= dict.fromkeys((m.start("names"), *(m.start("names") + x.end() for x in _BETWEEN.finditer(m["names"]))), (titles, countries))
    return out


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

"""Titles that several names share: "Senators Bong Go, Ronald Dela Rosa and Robin Padilla"."""

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


def shared_titles(text: str, start: int) -> tuple[list[Title], list[str]]:
    """The title in the plural before a list of names, one of which begins at `start`, and its countries."""
    return _shared(text).get(start, ([], []))

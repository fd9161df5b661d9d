"""Who signed: names in bylines, closing credits and photo credits."""

from __future__ import annotations

import re

from extractor import gazetteer
from extractor.article.lines import ROLE, source_of
from extractor.resources import any_of, compiled, geonames, words
from extractor.types import Section

_NAME = r"[A-Z][\w'.-]*(?:\s(?:[A-Z][\w'.-]*|de|del|da|van|von|der|den|bin|al|el|la)){1,3}"

_IN_TOWN = r"(?:\sin\s[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,2})?"
_BY = compiled(rf"\b(?:(?i:by):?|Reporters?:?|Correspondents?)\s(?P<names>{_NAME}{_IN_TOWN}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s){_NAME}{_IN_TOWN})*)")
_TOWN = compiled(rf"{_IN_TOWN}\Z")

_SAYS_BY = re.compile(r"\bby\b", re.I)
_FROM_LINE = re.compile(r"\s*from:?\s", re.I)
_FROM = compiled(rf"(?:(?<=[Ff]rom )|(?<=, )|(?<=and ))(?P<name>{_NAME})(?=,? |\s*\Z)")
_ONE = compiled(rf"\s*(?:(?i:opinion|comment(?:ary)?|column|analysis|editorial|viewpoint|perspective|interview|words|text)\s*[|/:–—-]\s*)?(?P<name>{_NAME})")

_PAPER = compiled(rf"-{any_of(words('newspapers'))}\Z")  # Ana Rua-Herald Reporter

_GLUED = compiled(r"\s*(?P<one>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3})\s*(?P<two>(?P=one))\s*\Z")

_LABELLED = compiled(
    r"\s*(?i:(?:copy |web |night |video )?editors?|translator|translated by|interpreter|reporter|writer|camera(?:man)?|producer)\s*:\s*"
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'.-]*){0,3})\s*\Z"
)  # Editor: Huaxia

_REACHED = compiled(rf"\s*(?P<one>{_NAME}) (?:may|can) be (?:reached|contacted) ")

_AGO = compiled(rf"\s*\d{{1,2}} \w+ [Aa]go (?P<one>{_NAME})\s*\Z")

_CREDITED = compiled(
    rf"(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Vv]ideo)s?(?: (?:by|[Cc]redit:)|:|: [\w ]+/)\s?[^\n.]{{0,60}}"
    rf"|(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA)\s?/\s?{_NAME}|{_NAME}\s?/\s?(?:AFP|AP|Reuters|REUTERS|EPA|Getty|(?i:file photo))"
    rf"|\((?:AFP|AP|Reuters|REUTERS|EPA|ABC News|[Ss]upplied): {_NAME}\)"  # (AFP: Ana Rua)
    rf"|\({_NAME}/[A-Z][\w’.& -]{{2,30}}\)\s*\Z"
)


def signatures(text: str, sections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Names in bylines and credit lines: "By X and Y", "Ali TopchiAli Topchi", "From X, Kaduna", "Reporting by X; Editing by Y"."""
    out: list[tuple[int, int]] = []
    for s in sections:
        if s.kind not in ("byline", "credit"):
            continue
        at = s.start
        for line in text[s.start : s.end].splitlines(keepends=True):
            out += [(at + a, at + b) for a, b in _signed(line, s.kind == "byline")]
            at += len(line)
    return out


def _signed(line: str, byline: bool) -> list[tuple[int, int]]:
    """The names that sign in one line."""
    if whole := _GLUED.match(line) or _AGO.match(line) or _REACHED.match(line):
        return [whole.span(g) for g in whole.groupdict()]
    if labelled := _LABELLED.match(line):
        return [] if _is_body(labelled["name"]) or geonames(labelled["name"]) else [labelled.span("name")]
    if byline and source_of(line):
        return []
    if byline and _FROM_LINE.match(line):
        return [m.span("name") for m in _FROM.finditer(line) if not geonames(m["name"])]
    if byline and not _SAYS_BY.search(line) and (m := _ONE.match(_PAPER.sub("", ROLE.sub("", line.rstrip())))):
        ordinary = _is_body(m["name"]) or any(w in words("common_words") or w in words("determiners") for w in m["name"].lower().split())
        return [] if ordinary else [m.span("name")]
    out = []
    for m in _BY.finditer(line):
        base = m.start("names")
        for part in re.split(r",\s(?:and\s)?|\s(?:and|&)\s", m["names"]):
            at = line.index(part, base)
            base = at + len(part)
            name = ROLE.sub("", _TOWN.sub("", part)).rstrip(" ,.")
            if name and not _is_body(name) and name.split()[0].lower() not in words("unnamed_writers"):
                out.append((at, at + len(name)))
    return out


def _is_body(name: str) -> bool:
    first, _, rest = name.partition(" ")
    if rest and (geonames(rest) or first.isupper()) and any(e.kind == "org" and not e.weak for e in gazetteer.lookup(first)):  # "PTI London", "RNZ Pacific"
        return True
    return any(t in words("org_heads") for t in name.lower().split()) or any(e.kind in ("org", "country", "capital") for e in gazetteer.lookup(name))


def photo_credits(text: str, sections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Ranges of captions and credits that name who took a picture."""
    return [(s.start + m.start(), s.start + m.end()) for s in sections if s.kind in ("caption", "credit") for m in _CREDITED.finditer(text[s.start : s.end])]

"""Who signed: names in bylines, closing credits and photo credits."""

from __future__ import annotations

import re

from extractor import gazetteer
from extractor.article.lines import ROLE
from extractor.resources import geonames, words
from extractor.types import Section

_NAME = r"[A-Z][\w'.-]*(?:\s(?:[A-Z][\w'.-]*|de|del|da|van|von|der|den|bin|al|el|la)){1,3}"

_BY = re.compile(rf"\b(?i:by):?\s(?P<names>{_NAME}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s){_NAME})*)")

_ONE = re.compile(rf"\s*(?:(?i:opinion|comment(?:ary)?|column|analysis|editorial|viewpoint|perspective|interview|words|text)\s*[|/:–—-]\s*)?(?P<name>{_NAME})")

_GLUED = re.compile(r"\s*(?P<one>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3})\s*(?P<two>(?P=one))\s*\Z")

_AGO = re.compile(rf"\s*\d{{1,2}} \w+ [Aa]go (?P<one>{_NAME})\s*\Z")

_CREDITED = re.compile(
    rf"(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Vv]ideo)s?(?: by|:|: [\w ]+/)\s?[^\n.]{{0,60}}"
    rf"|(?:Getty Images|AFP|AP|Reuters|EPA)\s?/\s?{_NAME}|{_NAME}\s?/\s?(?:AFP|AP|Reuters|EPA|Getty)"
)


def signatures(text: str, sections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Names in bylines and credit lines: "By X and Y", "Ali TopchiAli Topchi", "Reporting by X; Editing by Y"."""
    out: list[tuple[int, int]] = []
    for s in sections:
        if s.kind not in ("byline", "credit"):
            continue
        at = s.start
        for line in text[s.start : s.end].splitlines(keepends=True):
            whole = _GLUED.match(line) or _AGO.match(line)
            if whole:
                out += [(at + whole.start(g), at + whole.end(g)) for g in whole.groupdict()]
            elif s.kind == "byline" and not re.search(r"\b(?i:by)\b", line) and (m := _ONE.match(ROLE.sub("", line.rstrip()))):
                if _is_body(m["name"]) or any(w in words("common_words") for w in m["name"].lower().split()):
                    at += len(line)
                    continue
                out.append((at + m.start("name"), at + m.end("name")))
            for m in _BY.finditer(line):
                parts = re.split(r",\s(?:and\s)?|\s(?:and|&)\s", m["names"])
                base = at + m.start("names")
                for part in parts:
                    k = text.index(part, base)
                    base = k + len(part)
                    name = ROLE.sub("", part).rstrip(" ,.")
                    if name and not _is_body(name) and name.split()[0].lower() not in words("unnamed_writers"):
                        out.append((k, k + len(name)))
            at += len(line)
    return out


def _is_body(name: str) -> bool:
    first, _, rest = name.partition(" ")
    if rest and geonames(rest) and any(e.kind == "org" for e in gazetteer.lookup(first)):  # "PTI London"
        return True
    return any(t in words("org_heads") for t in name.lower().split()) or any(e.kind in ("org", "country", "capital") for e in gazetteer.lookup(name))


def photo_credits(text: str, sections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Ranges of captions and credits that name who took a picture."""
    return [(s.start + m.start(), s.start + m.end()) for s in sections if s.kind in ("caption", "credit") for m in _CREDITED.finditer(text[s.start : s.end])]

"""Government bodies with the country that owns them, in any word order: "Ukraine's foreign ministry", "Ministry of Defence of Kenya"."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import any_of, table
from extractor.types import Span


@cache
def _body_pattern() -> re.Pattern[str]:
    said = {r["said"] for r in table("bodies")}
    forms = any_of(said | {s[:1].upper() + s[1:] for s in said} | {s.title().replace(" Of ", " of ").replace(" The ", " the ") for s in said})
    return re.compile(
        rf"(?<!\w)(?:(?P<owner>[A-Z][\w.'-]*(?:\s(?:of|the|and|[A-Z][\w.'-]*)){{0,4}}?)\s)?(?P<body>{forms})(?P<extra>\s(?:Press|Information)\s(?:Service|Office|Department))?(?:\sof\s(?:the\s)?(?P<of>[A-Z][\w'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w'-]+){{0,4}}))?(?![\w-])"
    )


@cache
def _canonical_bodies() -> dict[str, str]:
    return {r["said"]: r["canonical"] for r in table("bodies")}


def country_of(phrase: str) -> str | None:
    """Code of a country name or demonym, possessive or not, when it can be only one."""
    p = re.sub(r"'s?\Z", "", phrase)
    codes = {e.code for e in gazetteer.lookup(p) if e.kind in ("country", "demonym") and e.code}
    return next(iter(codes)) if len(codes) == 1 else None


def find_bodies(text: str) -> list[Span]:
    """Government bodies with their owner in any word order; value is (canonical type, country code, extra)."""
    out = []
    for m in _body_pattern().finditer(text):
        start, end = m.start("body"), m.end("extra") if m["extra"] else m.end("body")
        code = None
        if m["owner"]:
            parts = list(re.finditer(r"\S+", m["owner"]))
            for k in range(len(parts)):
                phrase = m["owner"][parts[k].start() :]
                code = country_of(phrase)
                if code:
                    start = m.start("owner") + parts[k].start()
                    break
        if m["of"] and not code:
            parts = list(re.finditer(r"\S+", m["of"]))
            for k in range(len(parts), 0, -1):
                code = country_of(m["of"][: parts[k - 1].end()])
                if code:
                    end = m.start("of") + parts[k - 1].end()
                    break
        body = re.sub(r"\s+", " ", m["body"])
        if not code and not body[0].isupper():
            continue  # "the foreign ministry" without a country: an anaphor, resolved later
        if not code and body.islower():
            continue
        out.append(Span(start, end, "BODY", "body-owner" if code else "body-name", (_canonical_bodies()[body.lower()], code, (m["extra"] or "").strip())))
    return out

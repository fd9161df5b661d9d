"""Government bodies with the country that owns them, in any word order: "Ukraine's foreign ministry", "Ministry of Defence of Kenya"."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import any_of, table, words
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


_MINISTRY = re.compile(
    r"(?<!\w)(?P<owner>(?:[A-Z][\w.'-]*\s){0,4}?)(?:Ministry|(?P<us>Department))\s(?:of|for)\s"
    r"(?P<first>[A-Z]\w+(?:\s[A-Z]\w+){0,2})(?P<more>(?:,\s[A-Z]\w+(?:\s[A-Z]\w+){0,2}){0,3},?\sand(?P<last>(?:\s[A-Z]\w+){1,3}))?(?![\w-])"
    r"(?:\sof\s(?:the\s)?(?P<of>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}))?"
)


def _ministries(text: str) -> list[Span]:
    """Ministries with a portfolio of their own, or several: "Bangladesh's Ministry of Labour and Employment". They keep their own name."""
    out = []
    for m in _MINISTRY.finditer(text):
        end = _portfolio_end(m, "last") or (None if m["us"] or m["last"] else _portfolio_end(m, "first"))
        start, code = m.end("owner"), None
        name = re.sub(r"\s+", " ", text[start:end]) if end else ""
        if not end or name.lower() in _canonical_bodies():
            continue
        for part in re.finditer(r"\S+", m["owner"]):
            if code := country_of(m["owner"][part.start() :].rstrip()):
                start = m.start("owner") + part.start()
                break
        if m["of"] and not code and m.start("of") - end < 9 and (code := country_of(m["of"])):
            end = m.end("of")
        out.append(Span(start, end, "BODY", "body-owner" if code else "body-name", (name, code, "")))
    return out


def _portfolio_end(m: re.Match[str], group: str) -> int | None:
    """Where the last portfolio in a group ends."""
    found = [w.end() for w in re.finditer(r"\w+", m[group] or "") if w.group().lower() in words("portfolios")]
    return m.start(group) + found[-1] if found else None


def find_bodies(text: str) -> list[Span]:
    """Government bodies with their owner in any word order; value is (canonical type, country code, extra)."""
    out = _ministries(text)
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

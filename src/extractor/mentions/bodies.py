"""Government bodies with the country that owns them, in any word order: "Ukraine's foreign ministry", "Ministry of Defence of Kenya"."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import any_of, geonames, table, toml, words
from extractor.types import Span

# words of a name are bounded, so that a page of one long word is not searched anew at each of its hyphens


@cache
def _body_pattern() -> re.Pattern[str]:
    said = {r["said"] for r in table("bodies")}
    titled = {s.title().replace(" Of ", " of ").replace(" The ", " the ").replace("'S", "'s") for s in said}
    forms = any_of(said | {s[:1].upper() + s[1:] for s in said} | titled)
    return re.compile(
        rf"(?<!\w)(?:(?P<owner>[A-Z][\w.'-]{{0,40}}(?:\s(?:of|the|and|[A-Z][\w.'-]{{0,40}})){{0,4}}?)\s)??(?P<body>{forms})(?P<extra>\s(?:Press|Information)\s(?:Service|Office|Department))?(?:\sof\s(?:the\s)?(?P<of>[A-Z][\w'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w'-]+){{0,4}}))?(?![\w-])"
    )


@cache
def _canonical_bodies() -> dict[str, str]:
    return {r["said"]: r["canonical"] for r in table("bodies")}


@cache
def kind_of_body(canonical: str) -> str:
    """The kind of a body of the table, "" for another: the General Staff is of the military, a ministry of the government."""
    return next((r["kind"] for r in table("bodies") if r["canonical"] == canonical), "")


def owner_at_end(phrase: str) -> tuple[int, str] | None:
    """Where the longest name or demonym of a country begins that a phrase ends with, and its code: "Last week Peru's"."""
    return next(((part.start(), code) for part in re.finditer(r"\S+", phrase) if (code := gazetteer.country_of(phrase[part.start() :]))), None)


def _with_country(m: re.Match[str], start: int, end: int, adjacent: bool = True) -> tuple[int, int, str | None]:
    """A body from the country in `owner` before it, or to the one in `of` after it, and that country's code; as it was when there is none."""
    if owner := owner_at_end(m["owner"] or ""):
        return m.start("owner") + owner[0], end, owner[1]
    for part in reversed([*re.finditer(r"\S+", m["of"] or "")] if adjacent else []):
        if code := gazetteer.country_of(m["of"][: part.end()]):
            ends = m.start("of") + part.end()
            return start, ends if gazetteer.is_country(m["of"][: part.end()]) or ends == m.end("of") else end, code  # of the Ukrainian Armed Forces
    return start, end, None


_IN_CAPITAL = re.compile(r" in (?:the capital,? )?(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")


def _capital_after(text: str, end: int) -> str | None:
    """The country of the capital that a body is said to be in: "the Interior Ministry in Rabat"."""
    m = _IN_CAPITAL.match(text, end)
    return (gazetteer.only_code(m["place"], ("capital",)) or gazetteer.only_code(m["place"].split()[0], ("capital",))) if m else None


_CITY = 250_000  # people of a place whose body has its name: there are towns called Union and Independence


def _place_before(m: re.Match[str]) -> int | None:
    """Where the place begins that has this body: "Oklahoma" Supreme Court."""
    for part in re.finditer(r"\S+", m["owner"] or ""):
        place = m["owner"][part.start() :]
        listed = any(e.kind in ("state", "region", "capital") for e in gazetteer.lookup(place))
        if listed or any(g.kind == "region" or g.population >= _CITY for g in geonames(place)):
            return m.start("owner") + part.start()
    return None


_MINISTRY = re.compile(
    r"(?<!\w)(?:(?P<owner>[A-Z][\w.'-]{0,40}(?:\s[A-Z][\w.'-]{0,40}){0,3}?)\s)?(?P<body>(?:(?:Coordinating\s)?Ministry|(?P<us>Department))\s(?:of|for)\s"
    r"(?P<first>[A-Z]\w+(?:\s[A-Z]\w+){0,2})(?:(?:,\s[A-Z]\w+(?:\s[A-Z]\w+){0,2}){0,3},?\sand(?P<last>(?:\s[A-Z]\w+){1,3}))?)(?![\w-])"
    r"(?:\sof\s(?:the\s)?(?P<of>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}))?"
)


def _ministries(text: str) -> list[Span]:
    """Ministries with a portfolio of their own, or several: "Bangladesh's Ministry of Labour and Employment". They keep their own name."""
    out = []
    for m in _MINISTRY.finditer(text):
        start = m.start("body")
        end = _portfolio_end(m, "last") or (None if m["us"] or m["last"] else _portfolio_end(m, "first"))
        name = re.sub(r"\s+", " ", text[start:end]) if end else ""
        if end and name.lower() not in _canonical_bodies():
            start, end, code = _with_country(m, start, end, end == m.end("body"))
            out.append(Span(start, end, "BODY", "body-owner" if code else "body-name", (name, code, "")))
    return out


def _portfolio_end(m: re.Match[str], group: str) -> int | None:
    """Where the last portfolio in a group ends."""
    found = [w.end() for w in re.finditer(r"\w+", m[group] or "") if w.group().lower() in words("portfolios")]
    return m.start(group) + found[-1] if found else None


_LOCAL = re.compile(r"(?:(?!The\b)[A-Z]\S* )*(?:State|Provincial|County|District|Municipal|Divisional|Regional|City)\Z")  # Kerala State Election Commission


def find_bodies(text: str) -> list[Span]:
    """Government bodies with their owner in any word order; value is (canonical type, country code, extra)."""
    out = _ministries(text)
    for m in _body_pattern().finditer(text):
        start, end, code = _with_country(m, m.start("body"), m.end("extra") if m["extra"] else m.end("body"))
        if not code and m["body"][0].isupper() and (local := _LOCAL.search(m["owner"] or "")):
            out.append(Span(m.start("owner") + local.start(), end, "BODY", "body-place", (m["body"], None, "place")))
            continue
        if not code and m["body"][0].isupper() and (place := _place_before(m)) is not None:
            out.append(Span(place, end, "BODY", "body-place", (m["body"], None, "place")))
            continue
        code = code or _capital_after(text, end)
        body = re.sub(r"\s+", " ", m["body"])
        if body.islower() and body in toml("words")["capital_bodies"]:
            continue  # Kenya's armed forces
        if not code and not body[0].isupper():
            continue  # "the foreign ministry" without a country: an anaphor, resolved later
        if not code and (body.islower() or body.lower() in toml("words")["owned_bodies"]):
            continue  # there are a Delhi High Court and a Texas Attorney General's Office
        out.append(Span(start, end, "BODY", "body-owner" if code else "body-name", (_canonical_bodies()[body.lower()], code, (m["extra"] or "").strip())))
    return out

"""Records to one self-contained HTML page: marked articles, lists that filter and jump, a timeline, bars of countries.

Nothing comes from elsewhere, and a content security policy that names the one script by its hash keeps it so.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from extractor.render.entities import Entity, entities_of, mentions_of, titles_of
from extractor.render.marked import Close, Open, pieces
from extractor.types import Country, CountryMention, DateEntity, Mention, Person, Record

Mentions = Sequence[tuple[Mention, Entity]]

KINDS = {"person": "People", "country": "Countries", "organization": "Organizations", "date": "Dates", "place": "Places"}
TICKS = 600  # width of the timeline in its own units


def render_html(records: Iterable[Record]) -> Iterator[str]:
    """The page: its head, the index when there is more than one article, then article by article."""
    style, script = _asset("page.css"), _asset("page.js")
    sha = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    articles = [_view(r, n) for n, r in enumerate(records)]
    # the stylesheet and the script are ours: they go in as they are
    yield from _template().stream(articles=articles, kinds=KINDS, style=Markup(style), script=Markup(script), sha=sha, ticks=TICKS)


@cache
def _template() -> Any:
    from jinja2 import Environment

    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_asset("page.html.j2"))


def _asset(name: str) -> str:
    return files("extractor.render").joinpath("page", name).read_text(encoding="utf-8")


def _view(r: Record, n: int) -> dict[str, Any]:
    """What the template shows of one record, as plain values; ids are unique on the page."""
    spots: dict[str, list[int]] = {}
    mentions = mentions_of(r)
    for number, (_, e) in enumerate(mentions):
        spots.setdefault(e.id, []).append(number)
    entities = entities_of(r)
    return {
        "n": n,
        "id": r.id,
        "title": r.article.title.text if r.article.title else r.id,
        "article": r.article,
        "has_text": bool(r.text),
        "sections": [{"kind": s.kind, "marked": _marks(r.text, mentions, n, s.start, s.end)} for s in r.article.sections] if r.text else [],
        "lists": [
            (kind, label, [_row(e, n, spots[e.id]) for e in entities if e.kind == kind])
            for kind, label in KINDS.items()
            if any(e.kind == kind for e in entities)
        ],
        "timeline": _timeline([e.source for e in entities if isinstance(e.source, DateEntity)], spots),
        "bars": _bars([e.source for e in entities if isinstance(e.source, Country)], spots),
        "unresolved": r.unresolved,
        "warnings": r.warnings,
        "producer": r.producer,
    }


def _marks(text: str, mentions: Mentions, n: int, start: int, end: int) -> Markup:
    """The section's text, escaped, with a mark a mention: built here, since a template takes three times as long."""
    out: list[str] = []
    for piece in pieces(text, mentions, start, end):
        if isinstance(piece, str):
            out.append(escape(piece))
        elif isinstance(piece, Open):
            m, e = piece.mention, piece.entity
            how = f", {m.how}" if isinstance(m, CountryMention) else ""
            title = escape(f"{e.kind}: {e.name}{how} ({m.rule})")
            out.append(f'<mark id="a{n}m{piece.number}" class="k-{e.kind}" data-entity="{escape(e.id)}" title="{title}">')
        elif isinstance(piece, Close):
            out.append("</mark>")
    return Markup("".join(out))  # every part that isn't ours went through escape


def _row(e: Entity, n: int, spots: list[int]) -> Markup:
    """An entity's line in its list: what the filter reads, its name, facts and aliases, a link to each mention. Built here for speed, too."""
    detail = titles_of(e.source) if isinstance(e.source, Person) else e.type
    facts = [f for f in (detail, " ".join(e.countries), "credit" if e.role == "credit" else "") if f]
    aliases = [a for a in e.aliases if a != e.name]
    name = escape(e.name)
    out = [f'<li data-entity="{escape(e.id)}" data-words="{escape(" ".join([e.name, *aliases, *facts]).lower())}">']
    out.append(f'<a class="name" href="#a{n}m{spots[0]}">{name}</a>')
    out += [f" <small>{escape(f)}</small>" for f in facts]
    if aliases:
        out.append(f' <small class="aliases">{escape(", ".join(aliases))}</small>')
    links = [f'<a href="#a{n}m{s}" aria-label="{name}, mention {k}">{k}</a> ' for k, s in enumerate(spots, 1)]
    out.append(f'<span class="spots">{"".join(links)}</span></li>')
    return Markup("".join(out))  # every part that isn't ours went through escape


def _timeline(dates: list[DateEntity], spots: dict[str, list[int]]) -> dict[str, Any] | None:
    """Dates with bounds on a line: x and width of each in 0..TICKS. None when fewer than two have bounds."""
    bound = sorted((d for d in dates if d.start_date and d.end_date), key=lambda d: (d.start_date or "", d.end_date or "", d.value))
    if len(bound) < 2:
        return None
    days = [(date.fromisoformat(d.start_date or "").toordinal(), date.fromisoformat(d.end_date or "").toordinal() + 1) for d in bound]
    first, last = min(a for a, _ in days), max(b for _, b in days)
    scale = TICKS / max(last - first, 1)
    rows = [
        {
            "x": round((a - first) * scale, 1),
            "w": max(round((b - a) * scale, 1), 3),
            "value": d.value,
            "text": " ".join(d.mentions[0].text.split()),
            "spot": spots[d.id][0],
        }
        for d, (a, b) in zip(bound, days, strict=True)
    ]
    return {"rows": rows, "first": str(date.fromordinal(first)), "last": str(date.fromordinal(last - 1))}


def _bars(countries: list[Country], spots: dict[str, list[int]]) -> list[dict[str, Any]]:
    """The twelve countries said most, each as a bar of its mentions by how; lengths in percent of the longest."""
    most = sorted(countries, key=lambda c: (-len(c.mentions), c.name))[:12]
    longest = max((len(c.mentions) for c in most), default=1)
    out = []
    for c in most:
        x, parts = 0.0, []
        for how, k in Counter(m.how for m in c.mentions).most_common():
            parts.append({"how": how, "x": round(x, 2), "w": round(100 * k / longest, 2), "count": k})
            x += 100 * k / longest
        out.append({"name": c.name, "code": c.code, "count": len(c.mentions), "parts": parts, "spot": spots[c.id][0]})
    return out

"""Records to tables for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from extractor.render.entities import titles_of
from extractor.terminal import printable
from extractor.types import Record


def render_table(records: Iterable[Record], width: int = 100, color: bool = False) -> Iterator[str]:
    """One block of tables a record; `width` in columns."""
    for r in records:
        out = StringIO()
        console = Console(
            file=out,
            width=max(60, min(width, 200)),
            force_terminal=color,
            no_color=not color,
            highlight=False,
            emoji=False,
            color_system="standard" if color else None,
        )
        _print(console, r)
        yield out.getvalue()


def _print(console: Console, r: Record) -> None:
    title = r.article.title.text if r.article.title else r.id
    console.rule(_safe(title[: console.width - 8]), align="left")
    published = f"published {r.article.published.value} ({r.article.published.basis})" if r.article.published.value else "no publication date"
    facts = [
        published,
        *([f"from {r.article.dateline.place}"] if r.article.dateline else []),
        *([f"by {', '.join(r.article.authors)}"] if r.article.authors else []),
    ]
    console.print(_safe(" · ".join(facts)))
    if r.people:
        t = _table("People", "title", "countries", "mentions")
        for p in r.people:
            t.add_row(_safe(p.name) + (" [dim](credit)[/dim]" if p.role == "credit" else ""), _safe(titles_of(p)), " ".join(p.countries), str(len(p.mentions)))
        console.print(t)
    if r.countries:
        t = _table("Countries", "code", "how", "mentions")
        for c in sorted(r.countries, key=lambda c: -len(c.mentions)):
            how = ", ".join(f"{h} {n}" for h, n in Counter(m.how for m in c.mentions).most_common())
            t.add_row(("[bold]" if c.focus else "") + _safe(c.name), c.code, how, str(len(c.mentions)))
        console.print(t)
    if r.organizations:
        t = _table("Organizations", "acronym", "kind", "mentions")
        for o in r.organizations:
            t.add_row(_safe(o.name) + (" [dim](credit)[/dim]" if o.role == "credit" else ""), _safe(o.acronym or ""), o.kind, str(len(o.mentions)))
        console.print(t)
    if r.dates:
        t = _table("Dates", "type", "as said", "mentions")
        for d in sorted(r.dates, key=lambda d: (d.start_date is None, d.start_date or "", d.value)):
            t.add_row(_safe(d.value), d.type, _safe(" ".join(d.mentions[0].text.split())), str(len(d.mentions)))
        console.print(t)
    if r.places:
        t = _table("Places", "kind", "country", "mentions")
        for x in r.places:
            t.add_row(_safe(x.name), x.kind, x.country or "", str(len(x.mentions)))
        console.print(t)
    for u in r.unresolved:
        either = f": {' or '.join(u.candidates)}" if u.candidates else ""
        console.print(f"[yellow]unresolved[/yellow] {_safe(u.text)} ({u.reason}{_safe(either)})")
    for w in r.warnings:
        console.print(f"[yellow]{w.code}[/yellow] {_safe(w.message)}")
    console.print()


def _safe(text: str) -> str:
    """Text as it is: no markup, no escape sequences."""
    return escape(printable(text))


def _table(first: str, *rest: str) -> Table:
    t = Table(box=None, pad_edge=False, header_style="bold")
    t.add_column(first, no_wrap=True, min_width=22)
    for name in rest:
        t.add_column(name, justify="right" if name == "mentions" else "left", overflow="fold")
    return t

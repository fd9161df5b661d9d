"""Records to CSV (RFC 4180, LF): one row a mention, or one an entity. Cells that a spreadsheet would run are made text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from extractor.render.entities import entities_of, mentions_of, titles_of
from extractor.types import Country, CountryMention, DateEntity, DateMention, Person, Record

MENTION = ("article", "kind", "entity", "name", "text", "start", "end", "section", "rule", "how", "anchor", "mod", "confidence")
ENTITY = ("article", "kind", "entity", "name", "type", "countries", "titles", "aliases", "role", "focus", "edtf", "start_date", "end_date", "mentions", "first")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # OWASP's list for CSV injection, and their full-width forms


def render_csv(records: Iterable[Record], per: str = "mention") -> Iterator[str]:
    """The header, then the rows of each record; `per` is "mention" or "entity"."""
    header, rows = (MENTION, _mentions) if per == "mention" else (ENTITY, _entities)
    yield csv_lines([header])
    for r in records:
        yield csv_lines(rows(r))


def _mentions(r: Record) -> Iterator[tuple[object, ...]]:
    for m, e in mentions_of(r):
        how = m.how if isinstance(m, CountryMention) else ""
        anchor, mod = (m.anchor, m.mod) if isinstance(m, DateMention) else ("", "")
        yield r.id, e.kind, e.id, e.name, m.text, m.start, m.end, m.section, m.rule, how, anchor, mod, m.confidence
    for u in r.unresolved:
        yield r.id, "unresolved", "", "; ".join(u.candidates), u.text, u.start, u.end, "", u.reason, "", "", "", ""


def _entities(r: Record) -> Iterator[tuple[object, ...]]:
    for e in entities_of(r):
        titles = titles_of(e.source) if isinstance(e.source, Person) else ""
        focus = str(e.source.focus).lower() if isinstance(e.source, Country) else ""
        bounds = (e.source.edtf, e.source.start_date, e.source.end_date) if isinstance(e.source, DateEntity) else ("", "", "")
        kind = "" if focus else e.type
        yield (
            r.id,
            e.kind,
            e.id,
            e.name,
            kind,
            " ".join(e.countries),
            titles,
            "; ".join(e.aliases),
            e.role,
            focus,
            *bounds,
            len(e.mentions),
            e.mentions[0].start,
        )


def csv_lines(rows: Iterable[tuple[object, ...]]) -> str:
    """Rows as CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = StringIO()
    write: Callable[[list[object]], object] = csv.writer(out, lineterminator="\n").writerow
    for row in rows:
        write([_safe(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def cell_text(cell: str) -> str:
    """What a cell of `csv_lines` said before it was made harmless."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell

"""Records to tables for a terminal. Widths are counted in terminal cells: a Chinese character takes two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click
from rich.cells import cell_len, chop_cells, set_cell_size

from extractor.render.entities import titles_of
from extractor.terminal import printable
from extractor.types import Record

GAP = 2
NAME = 22  # cells that a name has when others fold, and those others at least
LEAST = 8
Row = tuple[str, ...]


def render_table(records: Iterable[Record], width: int = 100, color: bool = False) -> Iterator[str]:
    """One block of tables a record; `width` in columns, from 60 to 200."""
    width = max(60, min(width, 200))
    for r in records:
        yield "\n".join(line.rstrip() for line in _lines(r, width, color)) + "\n\n"


def _lines(r: Record, width: int, color: bool) -> Iterator[str]:
    title = _fold(r.article.title.text if r.article.title else r.id, width - 8)[0]
    yield f"{title} {'─' * (width - cell_len(title) - 1)}"
    yield from _fold(" · ".join(_facts(r)), width)
    for head, rows in _tables(r):
        yield from _grid(head, rows, width, color)
    for u in r.unresolved:
        either = f": {' or '.join(u.candidates)}" if u.candidates else ""
        yield from _note("unresolved", f"{u.text} ({u.reason}{either})", width, color)
    for w in r.warnings:
        yield from _note(w.code, w.message, width, color)


def _facts(r: Record) -> Iterator[str]:
    published = r.article.published
    yield f"published {published.value} ({published.basis})" if published.value else "no publication date"
    if r.article.dateline:
        yield f"from {r.article.dateline.place}"
    if r.article.authors:
        yield f"by {', '.join(r.article.authors)}"


def _tables(r: Record) -> Iterator[tuple[Row, list[Row]]]:
    """Header and rows of each kind of entity; the last column is a number."""
    yield (
        ("People", "title", "countries", "mentions"),
        [(p.name + _note_of("credit", p.role == "credit"), titles_of(p), " ".join(p.countries), str(len(p.mentions))) for p in r.people],
    )
    yield (
        ("Countries", "code", "how", "mentions"),
        [
            (c.name + _note_of("focus", c.focus), c.code, _counts(m.how for m in c.mentions), str(len(c.mentions)))
            for c in sorted(r.countries, key=lambda c: -len(c.mentions))
        ],
    )
    yield (
        ("Organizations", "acronym", "kind", "mentions"),
        [(o.name + _note_of("credit", o.role == "credit"), o.acronym or "", o.kind, str(len(o.mentions))) for o in r.organizations],
    )
    yield (
        ("Dates", "type", "as said", "mentions"),
        [
            (d.value, d.type, d.mentions[0].text, str(len(d.mentions)))
            for d in sorted(r.dates, key=lambda d: (d.start_date is None, d.start_date or "", d.value))
        ],
    )
    yield ("Places", "kind", "country", "mentions"), [(x.name, x.kind, x.country or "", str(len(x.mentions))) for x in r.places]


def _counts(words: Iterable[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in Counter(words).most_common())


def _note_of(word: str, holds: bool) -> str:
    return f" ({word})" if holds else ""


def _grid(head: Row, rows: Sequence[Row], width: int, color: bool) -> Iterator[str]:
    """Aligned columns. Where they are too wide, the widest after the first fold; only then is a name cut."""
    if not rows:
        return
    rows = [tuple(_one_line(cell) for cell in row) for row in rows]
    wide = [max(cell_len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    wide[0] = max(NAME, wide[0])
    over = sum(wide) + GAP * (len(head) - 1) - width
    while over > 0 and max(wide[1:-1]) > LEAST:
        widest = max(range(1, len(head) - 1), key=lambda k: wide[k])
        wide[widest] -= 1
        over -= 1
    wide[0] = max(NAME, wide[0] - max(0, over))
    yield _paint("".join(_row(head, wide)), color, bold=True)
    for name, *rest in rows:
        whole = name if cell_len(name) <= wide[0] else set_cell_size(name, wide[0] - 1) + "…"
        folded = [[whole], *(_fold(cell, w) for cell, w in zip(rest, wide[1:], strict=True))]
        for n in range(max(map(len, folded))):
            yield "".join(_row([cell[n] if n < len(cell) else "" for cell in folded], wide))


def _row(cells: Sequence[str], wide: Sequence[int]) -> Iterator[str]:
    for cell, w in zip(cells[:-1], wide[:-1], strict=True):
        yield cell + " " * (w - cell_len(cell) + GAP)
    yield " " * (wide[-1] - cell_len(cells[-1])) + cells[-1]


def _note(code: str, text: str, width: int, color: bool) -> Iterator[str]:
    first, *rest = _fold(f"{code} {text}", width)
    yield _paint(first[: len(code)], color, fg="yellow") + first[len(code) :]
    yield from rest


def _fold(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken between words, within one only where it is longer."""
    text = _one_line(text)
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
            continue
        lines += chop_cells(word, width)
    return lines[1:]


def _one_line(text: str) -> str:
    """Text as it is, without what drives a terminal or breaks a line."""
    return " ".join(printable(text).split())


def _paint(text: str, color: bool, **look: Any) -> str:
    return click.style(text, **look) if color else text

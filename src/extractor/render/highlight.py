"""The article on a terminal with its mentions coloured by kind; without colour, as [text](kind)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from extractor.render.entities import mentions_of
from extractor.render.marked import Close, Open, pieces
from extractor.terminal import printable
from extractor.types import Record

STYLES = {"person": "bold yellow", "country": "bold green", "organization": "bold cyan", "date": "magenta", "place": "green"}


def render_highlight(records: Iterable[Record], width: int = 100, color: bool = False) -> Iterator[str]:
    """The text of each record that holds one, wrapped at `width` columns when coloured, as it is otherwise."""
    for r in records:
        if not color:
            yield _plain(r)
            continue
        out = StringIO()
        console = Console(file=out, width=max(60, min(width, 200)), force_terminal=True, highlight=False, color_system="standard", emoji=False)
        console.print(*(Text(f" {kind} ", style + " reverse") for kind, style in STYLES.items()))
        console.print(_coloured(r), soft_wrap=False)
        console.print()
        yield out.getvalue()


def _plain(r: Record) -> str:
    out: list[str] = []
    kinds: list[str] = []
    for piece in pieces(r.text or "", mentions_of(r), 0, len(r.text or "")):
        if isinstance(piece, Open):
            kinds.append(piece.entity.kind)
            out.append("[")
        elif isinstance(piece, Close):
            out.append(f"]({kinds.pop()})")
        else:
            out.append(printable(piece))
    return "".join(out).rstrip("\n") + "\n\n"


def _coloured(r: Record) -> Text:
    out = Text()
    styles: list[str] = []
    for piece in pieces(r.text or "", mentions_of(r), 0, len(r.text or "")):
        if isinstance(piece, Open):
            styles.append(STYLES[piece.entity.kind])
        elif isinstance(piece, Close):
            styles.pop()
        else:
            out.append(printable(piece), style=styles[-1] if styles else None)
    return out

"""Records to standard output, a file or a database: streaming there, all or nothing in a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.types import Record

FORMATS = ("jsonl", "json", "table", "csv", "html", "ftm", "ninjs", "sqlite")
SUFFIXES = {".csv": "csv", ".html": "html", ".htm": "html", ".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite"}
WITH_TEXT = {"html", "sqlite"}  # they show or search the article, not only what was found in it


def format_for(fmt: str | None, output: str | None, highlight: bool = False) -> str:
    """The format asked for, or that of the file's suffix, or table on a terminal and jsonl elsewhere. UsageError for options that exclude each other."""
    suffix = Path(output).suffix.lower() if output else ""
    chosen = fmt or ("table" if highlight else SUFFIXES.get(suffix)) or ("table" if sys.stdout.isatty() and not output else "jsonl")
    if highlight and chosen != "table":
        raise UsageError(f"--highlight goes with -f table, not {chosen}; for a page with marked mentions take -f html")
    if chosen == "sqlite" and not output:
        raise UsageError("sqlite needs a file to write into; add -o news.db")
    return chosen


def write(records: Iterable[Record], fmt: str, output: str | None, per: str = "mention", highlight: bool = False, resume: bool = False) -> None:
    """Write records in a format to a file, or as they come to standard output. UsageError when the file can't be written."""
    if fmt == "sqlite":
        from extractor.render.sqlite import write_sqlite

        write_sqlite(records, output or "")
        return
    render = _renderer(fmt, per, highlight)
    if output is None:
        out = sys.stdout.buffer
        for piece in render(records):
            out.write(piece.encode("utf-8"))
            out.flush()
        return
    with growing(output, resume) if fmt == "jsonl" else replacing(output) as f:
        for piece in render(records):
            f.write(piece)


def _renderer(fmt: str, per: str, highlight: bool) -> Callable[[Iterable[Record]], Iterator[str]]:
    """render_FORMAT of the module of that name, imported now."""
    if fmt == "table":
        return _on_terminal(highlight)
    module = import_module(f"extractor.render.{'jsonl' if fmt == 'json' else fmt}")
    render: Callable[..., Iterator[str]] = getattr(module, f"render_{fmt}")
    return partial(render, per=per) if fmt == "csv" else render


def _on_terminal(highlight: bool) -> Callable[[Iterable[Record]], Iterator[str]]:
    import shutil

    from extractor.render.highlight import render_highlight
    from extractor.render.table import render_table

    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return partial(render_highlight if highlight else render_table, width=shutil.get_terminal_size((100, 24)).columns, color=color)


@contextmanager
def growing(output: str, resume: bool) -> Iterator[TextIO]:
    """FILE.part, which takes the place of FILE when all is written. An interrupted run leaves it for --resume; an empty one is removed."""
    from extractor.run.resume import part_of

    part, target = part_of(output), Path(output)
    if _special(target):
        with target.open("w", encoding="utf-8") as f:
            yield f
        return
    try:
        mode = os.O_APPEND if resume else os.O_TRUNC
        fd = os.open(part, os.O_WRONLY | os.O_CREAT | mode | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as e:
        raise UsageError(f"{output}: can't be written ({e.strerror}); choose a folder that exists and is yours") from e
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="", buffering=1) as f:
            yield f
        part.replace(target)
    except OSError as e:
        raise UsageError(f"{output}: can't be written ({e.strerror}); what was done is in {part}: go on with --resume") from e
    except KeyboardInterrupt:
        left = f"; what was done is in {part}: go on with --resume" if part.stat().st_size else ""
        raise KeyboardInterrupt(f"interrupted{left}") from None
    finally:
        if part.exists() and not part.stat().st_size:
            part.unlink()


def _special(target: Path) -> bool:
    """A device or a pipe, which must be written into and not replaced."""
    return target.exists() and not target.is_file()


@contextmanager
def replacing(output: str) -> Iterator[TextIO]:
    """A file that takes the place of `output` when all is written: a crash leaves no half file and keeps the old one."""
    import tempfile

    target = Path(output)
    if _special(target):
        with target.open("w", encoding="utf-8") as f:
            yield f
        return
    try:
        fd, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    except OSError as e:
        raise UsageError(f"{output}: can't be written ({e.strerror}); choose a folder that exists and is yours") from e
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="") as f:
            yield f
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as e:
        raise UsageError(f"{output}: can't be written ({e.strerror}); choose another file") from e
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

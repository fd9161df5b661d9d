"""Records to standard output or to a file: streaming there, all or nothing here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.types import Record


def _renderer(fmt: str) -> Callable[[Iterable[Record]], Iterator[str]]:
    from extractor.render import jsonl

    if fmt == "table":
        import shutil

        from extractor.render.table import render_table

        color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return lambda records: render_table(records, shutil.get_terminal_size((100, 24)).columns, color)
    return jsonl.render_json if fmt == "json" else jsonl.render_jsonl


def write(records: Iterable[Record], fmt: str, output: str | None) -> None:
    """Write records in a format to a file, or as they come to standard output. UsageError when the file can't be written."""
    if output is None:
        out = sys.stdout.buffer
        for piece in _renderer(fmt)(records):
            out.write(piece.encode("utf-8"))
            out.flush()
        return
    _write_file(_renderer(fmt)(records), output)


def _write_file(pieces: Iterable[str], output: str) -> None:
    """Write beside the target and rename, so that a crash leaves no half file and keeps the old one."""
    import tempfile
    from pathlib import Path

    target = Path(output)
    try:
        fd, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    except OSError as e:
        raise UsageError(f"{output}: can't be written ({e.strerror}); choose a folder that exists and is yours") from e
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="") as f:
            for piece in pieces:
                f.write(piece)
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

"""How far a long run is, on standard error, when somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: Callable[[], int | None], visible: bool) -> Iterator[tuple[Callable[[int], object], Callable[[], object]]]:
    """Two functions: bytes read, and an article done. `total` says how many bytes there are.

    Shows articles, rate and time left while standard error is a terminal.
    """
    if not (visible and sys.stderr.isatty()):
        yield (lambda size: None), (lambda: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("{task.fields[articles]} articles"), BarColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task("", total=total(), articles=0, rate="")
        articles = 0

        def read(size: int) -> None:
            bar.advance(task, size)

        def done() -> None:
            nonlocal articles
            articles += 1
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(task, articles=articles, rate=f"{articles / elapsed:.1f}/s" if elapsed else "")

        yield read, done

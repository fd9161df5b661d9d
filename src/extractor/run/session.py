"""How a command ends: errors as one line each, an exit code, quiet on a closed pipe or Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from extractor.errors import ExitCode, ExtractorError, InputError, UsageError
from extractor.terminal import printable


class Session:
    """Turn errors into one line and an exit code; a closed pipe and Ctrl-C end quietly."""

    def __init__(self) -> None:
        self.failed = 0

    def __enter__(self) -> Session:
        return self

    def good(self, sources: Iterable[Any], finished: Callable[[], object] = lambda: None) -> Iterator[Any]:
        """Pass articles or records on; say what is wrong with the others. `finished` is called for each."""
        for s in sources:
            finished()
            if isinstance(s, InputError):
                self.failed += 1
                say(str(s))
            else:
                yield s

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, UsageError):
            say(str(error))
            sys.exit(ExitCode.USAGE)
        if isinstance(error, ExtractorError):
            say(str(error))
            sys.exit(ExitCode.FAILED)
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(ExitCode.OK)
        if isinstance(error, KeyboardInterrupt):
            say(str(error) or "interrupted")
            sys.exit(128 + signal.SIGINT)
        if kind is None and self.failed:
            sys.exit(ExitCode.FAILED)


def say(message: str) -> None:
    """One line on standard error."""
    one_line = printable(" ".join(message.split()))
    click.echo(f"extractor: {one_line}", err=True)

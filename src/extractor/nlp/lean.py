"""spaCy without its command line: `import spacy` brings its commands along, and with them typer, requests, httpx and weasel: a quarter of its start."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def without_commands() -> Iterator[None]:
    """While it lasts, `import spacy` finds an empty `spacy.cli`; afterwards whoever asks for it, or calls `spacy.info`, gets the real one."""
    if not sys.modules.keys().isdisjoint(("spacy", *_COMMANDS)):
        yield
        return
    for name in _COMMANDS:
        stand_in = ModuleType(name)
        stand_in.__path__ = []
        stand_in.info = _info  # type: ignore[attr-defined]
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
        if spacy := sys.modules.get("spacy"):
            spacy.__getattr__ = _later  # type: ignore[method-assign]


def _info(*args: Any, **options: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def _later(name: str) -> Any:
    if name == "cli":
        return importlib.import_module("spacy.cli")
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")

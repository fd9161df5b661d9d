"""What several test modules share: the shipped pipeline, loaded once, and a pile of articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.config import Config
from extractor.pipeline import Engine, load
from extractor.types import Raw, Record

from .test_cli import ARTICLE, run


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load(Config())


@pytest.fixture(scope="session")
def read(engine: Engine):
    """Text and publication date to a record."""
    from extractor.pipeline import extract

    def read(text: str, published: str | None = None) -> Record:
        return extract(Raw("test", text, published=published), engine)

    return read


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pile") / "pile.jsonl"
    rows = [{"id": str(n % 70), "text": ARTICLE + f"Kenya met envoy number {n % 90}.\n" * 20} for n in range(120)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows[:60]) + "{broken\n" + "".join(json.dumps(r) + "\n" for r in rows[60:]))
    return path


@pytest.fixture(scope="module")
def unbroken(pile: Path) -> bytes:
    return run("run", str(pile), "-f", "jsonl").stdout

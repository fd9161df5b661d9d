"""What several test modules share: the shipped pipeline, loaded once, and a pile of articles."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.config import Config
from extractor.nlp.engine import Engine, load
from extractor.types import Raw, Record

from .test_cli import ARTICLE, run


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor it takes: a machine that stands still for a while is no slow code."""
    began = time.process_time()
    work()
    return time.process_time() - began


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


@pytest.fixture(scope="session")
def corpus() -> Callable[[str], list[dict[str, Any]]]:
    """Articles of a corpus beside the project, by its name; "*" for all. A user's machine has none, so the test is skipped there."""

    def corpus(name: str) -> list[dict[str, Any]]:
        files = sorted((Path(__file__).parents[2] / "shared" / "corpora").glob(f"{name}.jsonl"))
        if not files:
            pytest.skip("the corpora aren't beside the project")
        return [json.loads(row) for f in files for row in f.read_text(encoding="utf-8").split("\n") if row]

    return corpus


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pile") / "pile.jsonl"
    rows = [{"id": str(n % 70), "text": ARTICLE + f"Kenya met envoy number {n % 90}.\n" * 20} for n in range(120)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows[:60]) + "{broken\n" + "".join(json.dumps(r) + "\n" for r in rows[60:]))
    return path


@pytest.fixture(scope="module")
def unbroken(pile: Path) -> bytes:
    return run("run", str(pile), "-f", "jsonl").stdout

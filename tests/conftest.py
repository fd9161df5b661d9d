"""The shipped pipeline, loaded once for all tests that need a model."""

from __future__ import annotations

import pytest

from extractor.config import Config
from extractor.pipeline import Engine, load
from extractor.types import Raw, Record


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load(Config())


@pytest.fixture(scope="session")
def read(engine: Engine):
    """Text and publication date to a record."""
    from extractor.pipeline import extract

    def run(text: str, published: str | None = None) -> Record:
        return extract(Raw("test", text, published=published), engine)

    return run

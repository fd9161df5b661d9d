"""The Python interface: text in, Record out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.config import Config
from extractor.errors import InputError
from extractor.types import Raw, Record

if TYPE_CHECKING:
    from extractor.nlp.engine import Engine


@cache
def load(config: Config | None = None) -> Engine:
    """Load the pipeline once for a configuration; later calls return the same one. Raises ModelError, DataError."""
    from extractor.nlp import engine

    return engine.load(config)


def extract(text: str, published: str | None = None, config: Config | None = None) -> Record:
    """The record of one article. `published` is an ISO 8601 date. Raises InputError for empty text or a date that isn't one."""
    return next(iter(extract_many([text], published, config)))


def extract_many(texts: Iterable[str], published: str | None = None, config: Config | None = None) -> Iterator[Record]:
    """Records of many articles, streaming, in order."""
    from extractor import pipeline
    from extractor.article.sources import iso_date

    engine = load(config)
    if published:
        engine = replace(engine, config=replace(engine.config, published=iso_date(published, "published")))
    return pipeline.extract_many((_raw(t) for t in texts), engine)


def _raw(text: str) -> Raw:
    if not text.strip():
        raise InputError("text: empty; paste the article's text")
    sha = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    return Raw(sha[:16], text, sha256=sha)

"""The articles of a check: read and extracted, and their expected files brought up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extractor.article.sources import read_sources
from extractor.check.expected import SUFFIX, pairs, read_expected, updated, write_expected
from extractor.check.score import Case
from extractor.errors import InputError
from extractor.nlp.engine import Engine
from extractor.pipeline import extract
from extractor.types import Raw


def read_cases(
    paths: tuple[str, ...], engine: Engine, create: bool, good: Callable[[Iterable[Raw | InputError]], Iterator[Raw]]
) -> tuple[list[Case], list[Case]]:
    """The articles that have an expected file, and with `create` those that have none yet; `good` reports what can't be read and leaves it out."""
    cases: list[Case] = []
    new: list[Case] = []
    for article, expected in pairs(paths, create):
        for raw in good(read_sources((str(article),), sys.stdin.buffer, engine.config)):
            known = expected.is_file()
            case = Case(str(article), raw.text, extract(raw, engine), read_expected(expected) if known else {})
            (cases if known else new).append(case)
    return cases, new


def bring_up_to_date(cases: list[Case], new: list[Case], lost: list[str], allow_regression: bool) -> None:
    """Write what is found as expected. InputError, and nothing is written, when something expected would be given up."""
    if lost and not allow_regression:
        raise InputError(f"--update would give up what is expected of {', '.join(lost)}; mend it, or add --allow-regression")
    for case, expected in [*((c, c.expected) for c in cases), *((c, None) for c in new)]:
        write_expected(Path(case.file).with_suffix(SUFFIX), updated(case.record, expected))

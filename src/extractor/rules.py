"""All rules that a mention can name, with what they say and an example: tables and the time grammar."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.resources import TABLES, table
from extractor.temporal.grammar import rules


def tables() -> Iterator[tuple[str, str, str]]:
    """(table, number of rows and columns' names, first row) of every table."""
    for name in TABLES:
        rows = table(name)
        yield f"data/{name}.tsv", f"{len(rows)} rows: {', '.join(rows[0])}", " | ".join(v for v in rows[0].values() if v)


def describe() -> Iterator[tuple[str, str, str]]:
    """(rule, what it says, example) of every rule, names first, then time."""
    for r in table("rules"):
        yield r["rule"], r["what"], r["example"]
    for rule in rules():
        said, _, want = (rule.examples[0] + " ").partition(" => ")
        text = " ".join(said.split())  # one of two lines, on one
        yield rule.id, f"a time expression like {text!r}" if want.strip() else "looks like a time expression and is none", text

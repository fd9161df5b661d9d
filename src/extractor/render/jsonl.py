"""Records to JSON: one object a line, one pretty object, or an array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from extractor.serialize import to_dict, to_json
from extractor.types import Record


def render_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """One line a record."""
    for r in records:
        yield to_json(r) + "\n"


def render_json(records: Iterable[Record]) -> Iterator[str]:
    """One pretty record, or an array when there are more."""
    yield from json_array(to_dict(r) for r in records)


def json_array(objects: Iterable[object]) -> Iterator[str]:
    """One pretty JSON object, or an array when there are more or none; streams."""
    opened = False
    held: str | None = None
    for o in objects:
        if held is not None:
            yield (",\n" if opened else "[\n") + held
            opened = True
        held = json.dumps(o, ensure_ascii=False, indent=2)
    if held is None:
        yield "[]\n"
    else:
        yield f",\n{held}\n]\n" if opened else f"{held}\n"

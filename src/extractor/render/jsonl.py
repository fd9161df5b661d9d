"""Records to JSON: one object a line, one pretty object, or an array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from extractor.types import Record


def to_dict(value: Any) -> Any:
    """A record as JSON types; optional fields that are None are left out."""
    if is_dataclass(value):
        out = {f.name: to_dict(getattr(value, f.name)) for f in fields(value)}
        for optional in ("confidence", "text"):
            if optional in out and out[optional] is None:
                del out[optional]
        return out
    return [to_dict(v) for v in value] if isinstance(value, (list, tuple)) else value


def render_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """One line a record."""
    for r in records:
        yield json.dumps(to_dict(r), ensure_ascii=False) + "\n"


def render_json(records: Iterable[Record]) -> Iterator[str]:
    """One pretty record, or an array when there are more."""
    source = iter(records)
    first = next(source, None)
    if first is None:
        yield "[]\n"
        return
    one = json.dumps(to_dict(first), ensure_ascii=False, indent=2)
    second = next(source, None)
    if second is None:
        yield one + "\n"
        return
    yield "[\n" + one
    yield ",\n" + json.dumps(to_dict(second), ensure_ascii=False, indent=2)
    for r in source:
        yield ",\n" + json.dumps(to_dict(r), ensure_ascii=False, indent=2)
    yield "\n]\n"

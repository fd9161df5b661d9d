"""The record as JSON types and back, without loss."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from extractor.errors import InputError
from extractor.types import Record

OPTIONAL = frozenset({"confidence", "text", "nominal_mentions"})
"""Fields that are left out when they are None."""


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def to_dict(value: Any) -> Any:
    """A record, or a part of one, as JSON types; optional fields that are None are left out."""
    if isinstance(value, list):
        return [to_dict(v) for v in value]
    if not is_dataclass(value):
        return value
    out = {}
    for name in _names(value.__class__):
        v = getattr(value, name)
        if v is None and name in OPTIONAL:
            continue
        out[name] = v if v is None or type(v) in (str, int, bool, float) else to_dict(v)
    return out


def to_json(record: Record) -> str:
    """One line, without its end."""
    return json.dumps(to_dict(record), ensure_ascii=False)


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


def from_dict(data: Any, where: str = "record") -> Record:
    """The record that `to_dict` made these JSON types of. InputError names `where` and the first field that is wrong."""
    from pydantic import ValidationError

    try:
        record: Record = _adapter().validate_python(data)
    except ValidationError as e:
        first = e.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(f"{where}: not a record ({field}: {first['msg']}); write it with extractor run -f jsonl") from None
    return record


def from_json(line: str | bytes, where: str = "record") -> Record:
    """The record of one JSON line. InputError when the line isn't one."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{where}: not JSON; write it with extractor run -f jsonl") from None
    return from_dict(data, where)

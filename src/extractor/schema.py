"""The JSON Schema (draft 2020-12) of the record, made from the types."""

from __future__ import annotations

from typing import Any


def record_schema() -> dict[str, Any]:
    """Schema that every written record validates against. Fields that a record may leave out are not required."""
    from pydantic import TypeAdapter

    from extractor.serialize import OPTIONAL
    from extractor.types import Record

    schema = TypeAdapter(Record).json_schema(mode="serialization")
    for name, definition in {"Record": schema, **schema.get("$defs", {})}.items():
        left_out = OPTIONAL if name == "Record" else OPTIONAL - {"text"}
        definition["required"] = [k for k in definition["properties"] if k not in left_out]
    schema["properties"]["schema"] = {"const": "1"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "extractor record", **schema}

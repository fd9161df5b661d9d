"""The user's own rules: JSONL in spaCy's EntityRuler form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractor import gazetteer
from extractor.errors import DataError

_SYNTAX = {"POS", "TAG", "DEP", "LEMMA", "MORPH"}


def read_patterns(path: str) -> tuple[dict[str, Any], ...]:
    """The user's rules: JSONL in EntityRuler form, plus optional name, country, kind. DataError names file and row."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as e:
        raise DataError(f"{path}: can't be read ({e}); check the path") from e
    out = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as e:
            raise DataError(f"{path} row {n}: not JSON ({e.msg}); each line is one pattern") from e
        if not isinstance(row, dict) or not isinstance(row.get("label"), str) or not isinstance(row.get("pattern"), (str, list)) or not row["pattern"]:
            raise DataError(f'{path} row {n}: needs "label" and "pattern", as in {{"label": "ORG", "pattern": "Wagner"}}')
        if row.get("country") and row["country"] not in gazetteer.countries():
            raise DataError(f"{path} row {n}: country {row['country']!r} is not an ISO 3166 code; write RU, say")
        out.append(row)
    return tuple(out)


def needs_syntax(patterns: tuple[dict[str, Any], ...]) -> bool:
    """Some token pattern asks for what only a tagger or parser gives."""
    return any(isinstance(t, dict) and _SYNTAX & set(t) for p in patterns if isinstance(p["pattern"], list) for t in p["pattern"])

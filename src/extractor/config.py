"""One frozen Config: defaults < extractor.toml < EXTRACTOR_* < options."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.nlp.shipped import DEFAULT

KINDS = ("people", "countries", "organizations", "dates", "places")


@dataclass(frozen=True, slots=True)
class Config:
    """What changes a record: nothing else does."""

    model: str = DEFAULT
    patterns: str | None = None
    published: str | None = None
    only: tuple[str, ...] = ()
    include_text: bool = False
    include_boilerplate: bool = False
    min_confidence: float = 0.0
    encoding: str | None = None
    text_field: str = "text"
    date_field: str = "published"
    id_field: str = "id"


def load_config(folder: Path | None = None, environ: dict[str, str] | None = None, **options: Any) -> Config:
    """Build the Config for a run in `folder` (default: the current one). Raises UsageError for unknown keys or wrong types."""
    file = (folder or Path()) / "extractor.toml"
    known = {f.name for f in fields(Config)}
    values = dict(_table(file, "run"))
    env = os.environ if environ is None else environ
    values |= {k: env[f"EXTRACTOR_{k.upper()}"] for k in known if f"EXTRACTOR_{k.upper()}" in env}
    values |= {k: v for k, v in options.items() if v not in (None, (), False)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise UsageError(f"{file}: unknown key {unknown[0]!r} under [run]; known: {', '.join(sorted(known))}")
    for k, v in values.items():
        default = getattr(Config(), k)
        if isinstance(default, bool) and isinstance(v, str):
            values[k] = v.lower() in {"1", "true", "yes", "on"}
        elif isinstance(default, tuple):
            values[k] = tuple(v.split(",")) if isinstance(v, str) else tuple(v)
        elif isinstance(default, float):
            values[k] = _share(v, f"{file}: {k}")
        elif isinstance(default, bool) is not isinstance(v, bool):
            raise UsageError(f"{file}: {k} is {v!r}; expected {'true or false' if isinstance(default, bool) else 'text'}")
    wrong = sorted(set(values.get("only", ())) - set(KINDS))
    if wrong:
        raise UsageError(f"only: {wrong[0]!r} is not a kind; choose from {', '.join(KINDS)}")
    if encoding := values.get("encoding"):
        try:
            # not empty, or Python doesn't even look the name up; a high byte sends off codecs that aren't for text, as idna
            b"a\xff".decode(encoding, errors="replace")
        except (LookupError, ValueError):
            raise UsageError(f"encoding {encoding!r} is not one that Python knows; windows-1251, gb18030, shift_jis, say") from None
    return replace(Config(), **values)


def _share(value: Any, where: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(f"{where} is {value!r}; expected a number from 0 to 1, as 0.9")
    return number


def load_floors(kinds: tuple[str, ...], options: tuple[str, ...], folder: Path | None = None) -> dict[str, float]:
    """F1 floors by kind: `[check.floors]` of extractor.toml, then KIND=F1 options over it. UsageError for what is neither."""
    file = (folder or Path()) / "extractor.toml"
    floors = [(f"{file}: floor {k}", k, v) for k, v in _table(_table(file, "check"), "floors").items()]
    floors += [(f"--min {o}", o.partition("=")[0], o.partition("=")[2]) for o in options]
    out = {}
    for where, kind, value in floors:
        if kind not in kinds:
            raise UsageError(f"{where}: unknown kind {kind!r}; choose from {', '.join(kinds)}")
        out[kind] = _share(value, where)
    return out


def _table(source: Path | dict[str, Any], name: str) -> dict[str, Any]:
    """A table of a TOML file (or of one of its tables); empty when there is none. UsageError when it can't be read."""
    if isinstance(source, Path):
        if not source.is_file():
            return {}
        try:
            data = tomllib.loads(source.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as e:
            raise UsageError(f"{source}: {e}; mend the file or run elsewhere") from e
    else:
        data = source
    table = data.get(name, {})
    if not isinstance(table, dict):
        raise UsageError(f"extractor.toml: {name} is {table!r}; make it a table, as [{name}]")
    return table

"""Rule and named captures to an expression. The rules themselves are data/timex.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor import resources
from extractor.errors import DataError
from extractor.resources import any_of
from extractor.temporal.builders import BUILDERS
from extractor.temporal.expr import Expr
from extractor.temporal.feasts import in_text
from extractor.temporal.triggers import checked


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar. Its pattern is compiled when a text first needs it: the most take longer to compile than to search an article."""

    id: str
    order: int
    source: str
    expr: str
    needs: tuple[str, ...]
    before: re.Pattern[str] | None
    constants: dict[str, Any]
    examples: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern; DataError when it is broken."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    try:
        return re.compile(source)
    except re.error as e:
        raise DataError(f"data/timex.toml: {e} in {source[:100]!r}") from e


@dataclass(frozen=True, slots=True)
class Match:
    """A recognized expression, not yet resolved."""

    start: int
    end: int
    rule: Rule
    expr: Expr


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the file; DataError names the one that is broken."""
    data = resources.toml("timex")
    macros = {"FEAST": in_text()}
    for name, body in data["phrases"].items():
        macros[name] = any_of(form for phrase in body.split("|") for form in (phrase, phrase.capitalize(), phrase.upper()))  # IGNORECASE takes twice the time
    for name, body in data["macros"].items():
        macros[name] = any_of(body.split("|")) if _PLAIN.fullmatch(body) else _expand(body, macros)
    out = []
    for n, row in enumerate(data["rule"]):
        constants = {k: v for k, v in row.items() if k not in ("id", "pattern", "needs", "before", "expr", "examples")}
        try:
            source = _expand(row["pattern"], macros)
            before = re.compile(rf"(?:{_expand(row['before'], macros)})\Z", re.IGNORECASE) if "before" in row else None
        except (re.error, KeyError) as e:
            raise DataError(f"data/timex.toml rule {row.get('id', n)}: {e}") from e
        if row["expr"] not in BUILDERS and row["expr"] != "none":
            raise DataError(f"data/timex.toml rule {row['id']}: unknown expr {row['expr']!r}")
        out.append(Rule(row["id"], n, source, row["expr"], checked(row["id"], tuple(row.get("needs", ()))), before, constants, tuple(row.get("examples", ()))))
    return tuple(out)


_PLAIN = re.compile(r"[\w |-]+")


def _expand(body: str, macros: dict[str, str]) -> str:
    return re.sub(r"\{([A-Z]+)\}", lambda m: f"(?:{macros[m[1]]})", body)


def build(rule: Rule, m: re.Match[str]) -> Expr | None:
    """The expression that a match says, or None when its captures make no sense together."""
    caps = {k: v for k, v in m.groupdict().items() if v is not None}
    for k in list(caps):
        caps.setdefault(k.rstrip("0123456789"), caps[k])
    caps = {**{k: str(v) for k, v in rule.constants.items()}, **caps}
    return BUILDERS[rule.expr](caps)

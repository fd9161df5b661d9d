"""Short names that a place goes by at home (KZN, UP, NSW): each stands for it only where the article speaks of its country otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from extractor.gazetteer import Entry
from extractor.resources import any_of, compiled, table, words
from extractor.types import Span


@cache
def _rows() -> dict[str, Entry]:
    return {r["short"]: Entry(r["kind"], r["name"], r["country"], weak=True) for r in table("shorts")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.&$@#/-])(?<!\d )(?<!Washington )(?<!Washington, )(?:{any_of(_rows())})(?![\w&$@]|\.\w|-\d)")  # Washington DC, DC-8


_NAME_BEFORE = compiled(r"[a-z] ?[A-Z][\w'’.-]* \Z|[A-Z][\w'’.-]+ [A-Z][\w'’.-]* \Z")


def short_names(text: str, spoken_of: Collection[str | None]) -> list[Span]:
    """The short names in a text that speaks of the countries `spoken_of`; SA as the legal form of a company is none."""
    out = []
    for m in _pattern().finditer(text):
        entry = _rows()[m.group()]
        a_company = m.group() in words("company_suffixes") and _NAME_BEFORE.search(text, max(0, m.start() - 40), m.start())
        if entry.code in spoken_of and not a_company:
            out.append(Span(*m.span(), entry.kind, f"gazetteer-{entry.kind}", (entry,)))
    return out

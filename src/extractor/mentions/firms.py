"""Companies by the legal form at the end of their names, and what an article calls them after that: Emerson, of Emerson Electric Co."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractor import gazetteer
from extractor.resources import geonames, words
from extractor.types import Span

INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")  # E.F. Hutton Group Inc is Hutton, too
FORMS = frozenset(w.replace(".", "").lower() for w in words("company_suffixes")) - {"group", "holdings"}


def has_form(name: str) -> bool:
    """A name of two words or more whose last is a legal form."""
    return " " in name and _is_form(name.rsplit(None, 1)[-1])


def without_form(tokens: list[str]) -> list[str]:
    """The words of a name without the legal forms at their end; one word at least is left."""
    n = len(tokens)
    while n > 1 and _is_form(tokens[n - 1]):
        n -= 1
    return tokens[:n]


def _is_form(token: str) -> bool:
    return token.replace(".", "").lower() in FORMS


def short_names(names: Iterable[str]) -> set[str]:
    """The first words of the companies among those names, where no table knows them as something else."""
    firms = {tuple(t.strip(",") for t in without_form(n.split())) for n in names if has_form(n) or _is_listed(n)}
    firms |= {firm[1:] for firm in firms if INITIALS.fullmatch(firm[0])}
    return {" ".join(firm[:n]) for firm in firms for n in range(1, len(firm) + 1) if _stands_alone(firm[:n])}


def _is_listed(name: str) -> bool:
    """A listed company of several words that has nobody's first name: Security Pacific, not Charles Schwab."""
    given = name.split()[0].lower() in words("given_names")
    return " " in name and not given and any(b.kind == "company" for b in gazetteer.listed_bodies(name, sure=True))


def _stands_alone(tokens: tuple[str, ...]) -> bool:
    """Not American, Bank, South, or Bank of."""
    name = " ".join(tokens)
    last = tokens[-1].lower()
    common = len(tokens) == 1 and (last in words("common_words") or last in words("org_heads"))
    return len(name) > 2 and tokens[-1][:1].isalnum() and last not in ("of", "and", "for", "the") and not common and not gazetteer.is_sure(name)


def brands_of_countries(text: str, places: Sequence[Span]) -> dict[str, int]:
    """A country and a word that is no town, region or site, said more than once, and how often: Korea Zinc is no part of Korea."""
    return {name: times for name, times in Counter(text[s.start : s.end] for s in places).items() if times > 1 and _is_brand(name)}


def _is_brand(name: str) -> bool:
    country, _, rest = name.partition(" ")
    unknown = rest.istitle() and not words("bare_places") & {*rest.lower().split()} and not (gazetteer.lookup(name) or geonames(name))
    return unknown and gazetteer.is_country(country)

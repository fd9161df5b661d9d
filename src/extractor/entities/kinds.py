"""What kind of body a name is of: by the words in it, else by what the article calls it where it stands."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.article.lines import line_around, source_of
from extractor.mentions import firms
from extractor.resources import compiled, toml
from extractor.types import OrgKind, Span

_HOUSE = compiled(r"(?:National )?(?:Congress|Parliament|Assembly|Senate) of (?:the )?(?P<land>[A-Z].*)")
_BEFORE, _AFTER = 40, 80  # characters looked at on both sides


def kind_of_name(name: str) -> OrgKind:
    """The kind by the words in a name; "other" when none says it."""
    if firms.has_form(name) and not name.endswith("Broadcasting Corporation"):
        return "company"
    if name.startswith("Bank of ") and gazetteer.country_of(name[8:]):
        return "government"  # a central bank; the others of this form are listed
    if (house := _HOUSE.fullmatch(name)) and gazetteer.country_of(house["land"]):
        return "government"  # the Congress of El Salvador
    if name.endswith(" Post") and gazetteer.country_of(name[:-5]):
        return "company"  # Canada Post; papers are listed, or a city's
    return next((kind for kind, pattern in _in_name() if pattern.search(name)), "other")


def kind_said(text: str, s: Span) -> OrgKind | None:
    """The kind that the words beside a mention say: the Tisza party; the charity Kestrel; Kestrel, a London-based charity; [Kestrel] before a story."""
    if opens_in_brackets(text, s) or source_of(line_around(text, s.start, s.end, _AFTER)):
        return "media"
    for kind, after, before in _beside():
        if after.match(text, s.end, s.end + _AFTER) or before.search(text, max(0, s.start - _BEFORE), s.start):
            return kind
    return None


def opens_in_brackets(text: str, s: Span) -> bool:
    """A line begins with this name in brackets: the source of a story that is carried from elsewhere."""
    return text[s.end : s.end + 2] == "] " and text[max(0, s.start - 2) : s.start] in ("[", "\n[")


@cache
def _in_name() -> tuple[tuple[OrgKind, re.Pattern[str]], ...]:
    return tuple((k["name"], re.compile(rf"\b(?:{'|'.join(k['words'])})\b(?!-operation)", re.IGNORECASE)) for k in toml("cues")["kind"])


@cache
def _beside() -> tuple[tuple[OrgKind, re.Pattern[str], re.Pattern[str]], ...]:
    out = []
    for kind, nouns in ((k["name"], "|".join(k["nouns"])) for k in toml("cues")["kind"] if "nouns" in k):
        apposed = rf", (?:an?|the|one of) (?:[\w'’-]+ ){{0,4}}?(?:{nouns})s?(?= (?:that|which|based|of|in|for|with|said)\b|[,.;:)]|\Z)"
        out.append((kind, compiled(rf" (?:{nouns})(?:['’]s\b|(?![\w'’-]))|{apposed}"), compiled(rf"\b(?:{nouns}),? \Z")))
    return tuple(out)

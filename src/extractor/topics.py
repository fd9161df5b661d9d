"""What an article is on, by the words of its first pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor import gazetteer
from extractor.resources import any_of, cues, words

_PAGE = 20_000  # characters in which the words are looked for
_TEAMS = 2
_SPORT = re.compile(rf"\b{cues('sport')}\b", re.I)
_MARKETS = re.compile(rf"\b(?i:{any_of(words('market_words'))})\b")


def is_on_sport(text: str, bodies: Iterable[str] = ()) -> bool:
    """Matches, leagues, players; or several of the `bodies` that it names are teams and leagues."""
    return _speaks_of(_SPORT, text) or gazetteer.teams(bodies) >= _TEAMS


_PERIOD = re.compile(
    r"\b(?:first|second|third|fourth|final|opening)[ -](?:quarter|half)\b(?!-?finals?|,? of (?:the|this|last|next|fiscal)? ?(?:year\b|\d{4}))", re.I
)


def periods_of_play(text: str, bodies: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Where quarters and halves of a match are spoken of, which are none of the year."""
    found = [m.span() for m in _PERIOD.finditer(text)]
    return found if found and is_on_sport(text, bodies) and not is_on_markets(text) else []


def is_on_markets(text: str) -> bool:
    """Shares, traders, dividends."""
    return _speaks_of(_MARKETS, text)


def _speaks_of(topic: re.Pattern[str], text: str) -> bool:
    """Two different words of it are said."""
    first = topic.search(text, 0, _PAGE)
    return first is not None and any(m.group().lower() != first.group().lower() for m in topic.finditer(text, first.end(), _PAGE))

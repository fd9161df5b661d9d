"""Where the time grammar has to look: the words that its rules need, found in one pass, and the stretches of text around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.errors import DataError
from extractor.resources import toml
from extractor.temporal.feasts import beginnings

_BEFORE, _AFTER = 60, 90  # no rule reaches further than this from the start of its trigger
_TOKEN = re.compile(r"1/2\b|\d{1,12}|[A-Za-z]{1,20}")  # bounded, for they are kept


class Triggers:
    """Where the words of each kind start in a text, and what stands around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = {}
        self._around: dict[str, list[tuple[int, int]]] = {}
        for m in _TOKEN.finditer(text):
            for kind in _kinds_of(m[0]):
                self._starts.setdefault(kind, []).append(m.start())

    def stretches(self, needs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """The stretches of text that have all of these kinds, around the words of the rarest."""
        words = [kind for kind in needs if kind not in _signs()]
        if any(kind not in self._starts for kind in words):
            return
        rarest = min(words, key=lambda kind: len(self._starts[kind]))
        if rarest not in self._around:
            self._around[rarest] = [*_around(self._text, self._starts[rarest])]
        others = [self._starts[kind] for kind in words if kind != rarest]
        signs = [_signs()[kind] for kind in needs if kind in _signs()]
        for a, b in self._around[rarest]:
            if _are_in(others, a, b) and all(sign.search(self._text, a, b) for sign in signs):
                yield a, b


def _are_in(kinds: list[list[int]], a: int, b: int) -> bool:
    for starts in kinds:
        i = bisect_left(starts, a)
        if i == len(starts) or starts[i] >= b:
            return False
    return True


def _around(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    begin, stop = -1, -1
    for at in starts:
        a, b = max(0, at - _BEFORE), min(len(text), at + _AFTER)
        if a > stop:
            if begin >= 0:
                yield begin, stop
            begin = a
            while begin and (text[begin - 1].isalnum() or text[begin].isalnum()) and a - begin < 30:
                begin -= 1
        stop = b
        while stop < len(text) and text[stop].isalnum() and stop - b < 30:
            stop += 1
    if begin >= 0:
        yield begin, stop


@lru_cache(maxsize=1 << 16)
def _kinds_of(token: str) -> tuple[str, ...]:
    """The kinds of a word in any case of letters, or of a number."""
    if token.isdigit():
        return ("digit", "year") if len(token) == 4 else ("digit",)
    said, digit = token.lower(), ("digit",) if token[0].isdigit() else ()
    return (*digit, *(kind for kind, (whole, begun) in _words().items() if said in whole or said.startswith(begun)))


@cache
def _words() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Kind to its words: whole ones, and beginnings of words."""
    out: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {"feast": (frozenset(beginnings()), ())}
    for kind, listed in toml("timex")["kinds"].items():
        words = listed.split()
        out[kind] = (frozenset(w for w in words if w[-1] != "*"), tuple(w[:-1] for w in words if w[-1] == "*"))
    return out


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(pattern) for kind, pattern in toml("timex")["signs"].items()}


def checked(rule: str, needs: tuple[str, ...]) -> tuple[str, ...]:
    """What a rule needs, with the words to look around; DataError when it would be searched everywhere, or for what nobody lists."""
    words = {"digit", "year", *_words()}
    if not needs or any(kind not in words and kind not in _signs() for kind in needs):
        known = ", ".join(sorted({*words, *_signs()}))
        raise DataError(f"data/timex.toml rule {rule}: it needs at least one of {known}, or it would be searched everywhere")
    return needs if any(kind in words for kind in needs) else ("digit", *needs)

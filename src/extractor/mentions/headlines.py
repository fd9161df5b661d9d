"""Names in headlines, where a capital on every word hides which are no part of them: "Clinton Cancels", "Ranil Wickremesinghe Declared Victory"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extractor.mentions import names
from extractor.mentions.trim import REGNAL
from extractor.resources import compiled, words
from extractor.types import Span


def as_called_elsewhere(text: str, people: Sequence[Span]) -> list[Span]:
    """People, those in headlines without the words that the model took with a full name said elsewhere: "Ranil Wickremesinghe Declared Victory"."""
    called = Counter(text[a:b].lower() for a, b in {(s.start, s.end) for s in people})
    borne = Counter(w for name in called for w in name.split())
    out = []
    for s in people:
        ends = [m.end() for m in re.finditer(r"\S+", text[s.start : s.end])][1:-1]
        cut = next((b for b in reversed(ends) if called[text[s.start : s.start + b].lower()]), 0)
        rest = text[s.start + cut : s.end].lower().split() if cut else []
        is_led = cut and _in_headline(text, s.start, s.end) and not (_JUNIOR.search(text, s.start, s.end) or REGNAL.match(text, s.end))
        out.append(replace(s, end=s.start + cut) if is_led and all(borne[w] == 1 for w in rest) else s)
    return out


_JUNIOR = re.compile(r" (?:[JS]r\.?|I[IV]+|V)\Z")


def _in_headline(text: str, start: int, end: int) -> bool:
    """Two thirds of the words of a line begin with a capital."""
    line = text[max(0, start - 200) : start].rpartition("\n")[2] + text[start : end + 200].partition("\n")[0]
    return sum(w[0].isupper() for w in line.split()) * 3 >= len(line.split()) * 2


_TWO = compiled(r"([A-Z][a-z'’-]+) ([A-Z][a-z'’-]+)")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
_WORD = re.compile(r"[\w'’-]+")
_FINITE = re.compile(r"[A-Z][a-z]+(?:ens|ects|ies|shes|ches|nds|cts|its|ses|ves|ates|ises|izes)")
_ENDING = re.compile(r"(?:ing|e[sd]|s|d)\Z")


def without_verb(text: str, start: int, end: int, surnames: set[str]) -> tuple[int, int]:
    """Half of what looks like two names in a title, where the other half is a verb that the article says, too: "Clinton Cancels", "Advise Trump"."""
    two = _TWO.fullmatch(text, start, end)
    if not two:
        return start, end
    name = 1 if two[1] in surnames else 2
    verb = two[3 - name]
    if two[name] not in surnames or (name == 2 and names.is_given(verb)):
        return start, end
    if name == 1 and _FINITE.fullmatch(verb) and not names.is_given(verb) and _said(text)[1][two[1], two[2]] == 1 and _in_headline(text, start, end):
        return two.span(name)  # Plot To Impeach Gov Amaechi Thickens
    stems, pairs = _said(text)
    gerund = name == 2 and verb.endswith("ing") and verb.lower() not in words("given_names")  # Opposing Trudeau
    if not (gerund or _ENDING.sub("", verb.lower()) in stems) or pairs[two[1], two[2]] > 1 or not _in_headline(text, start, end):
        return start, end
    return two.span(name)


def is_common_word(text: str, start: int, end: int) -> bool:
    """A word of a headline that the article has in small letters, too, and nobody is called: "Mayor Guilty of Corruption"."""
    word = text[start:end]
    common = word.isalpha() and not names.is_given(word) and _ENDING.sub("", word.lower()) in _said(text)[0]
    return common and _in_headline(text, start, end)


@lru_cache(maxsize=2)
def _said(text: str) -> tuple[frozenset[str], Counter[tuple[str, str]]]:
    """The words in lower case of a text, without the endings of verbs, and how often each two words with capitals stand together."""
    return frozenset(_ENDING.sub("", w) for w in _LOWER.findall(text)), Counter(pairwise(_WORD.findall(text)))

"""A capital that stands for its government, told from the city by the words around it."""

from __future__ import annotations

import re

from extractor.resources import cues, words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_RELATION = re.compile(rf"\b{cues('metonym_relation')}\s(?:both )?\Z|\bbetween (?:[A-Z]\w+ ){{1,3}}and \Z")

_CITY_BEFORE = re.compile(rf"\b{cues('city_before')}(?: of| in|,|) \Z")

_CITY_AFTER = re.compile(rf"(?:'s)? (?:{cues('city_after')}\b|on [A-Z])| \([A-Z]")


def metonym_rule(before: str, after: str) -> str | None:
    """The rule by which a capital stands for its government here, None when it is the city."""
    left = [w.lower() for w in _WORD.findall(re.split(r"[.!?\n;:]\s", before)[-1])]
    right = _WORD.findall(after[:60])
    last = left[-1] if left else ""
    if _CITY_BEFORE.search(before) or _CITY_AFTER.match(after):
        return None
    if _RELATION.search(before):
        return "metonym-relation"
    if last in words("place_prepositions"):
        return None
    first = right[0].lower() if right else ""
    if last in words("metonym_verbs") or (last == "and" and left[-3:-2] and left[-3] in words("metonym_verbs")):
        return "metonym-object"
    if re.match(r"'s ", after):
        return "metonym-possessive" if len(right) > 1 and right[1].lower() in words("metonym_nouns") else None
    acts = (
        first in words("speech")
        or (first in words("past_verbs") and first not in ("was", "were", "been"))
        or (first.endswith("ed") and first not in words("place_verbs"))
    )
    subject = acts or (
        first in ("also", "still", "now", "then", "later", "has", "repeatedly", "never", "again", "and", "immediately", "quickly", "previously")
        and len(right) > 1
        and right[1].lower() in words("speech")
    )
    if subject and after[:1] == " ":
        return "metonym-subject"
    if last in ("that", "if", "whether", "because", "but", "while") and after[:1] == " " and first.endswith("ed"):
        return "metonym-subject"
    if re.match(r"(?: and|,) [A-Z][a-z]+ (?:\w+ed|say|said|blame|accuse|agree|signed?|have|are|were)\b", after):
        return "metonym-pair"
    if left[-2:-1] and last == "and" and subject:
        return "metonym-pair"
    return None

"""A capital that stands for its government, told from the city by the words around it."""

from __future__ import annotations

import re

from extractor import gazetteer
from extractor.resources import compiled, cues, words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_RELATION = compiled(rf"\b{cues('metonym_relation')}\s(?:both )?\Z|\b(?:between|ties linking|with both) (?:(?-i:[A-Z])\w+ ){{1,3}}and \Z", re.IGNORECASE)

_BETWEEN_CITIES = compiled(rf"\b{cues('between_cities')} between (?:[A-Z]\w+ (?:[A-Z]\w+ )?and )?\Z", re.IGNORECASE)

_CITY_BEFORE = compiled(rf"\b{cues('city_before')}(?: of| in|,|) \Z|\b(?:in|at|near|to|from) (?:both )?[A-Z]\w+ (?:[A-Z]\w+ )?and \Z")

_CITY_AFTER = compiled(rf"(?:'s)? (?:{cues('city_after')}\b|on [A-Z])| \([A-Z]")

_STATE_AFTER = compiled(
    r" and its (?:allies|partners|proxies|backers)\b"
    r"| (?:government|administration|regime|authorities|leadership|parliament)\b|-[A-Z]\w+ (?:relations|ties|talks|alliance|axis|deal|tensions)\b"
    r"|-(?:backed|led|controlled|appointed|installed|aligned|friendly|linked|funded|brokered|sponsored|imposed|allied|run)\b"
)

_SIDE_BEFORE = re.compile(r"\b(?:[Pp]ro|[Aa]nti)-\Z")

_ASIDE = re.compile(
    r",? (?:meanwhile|however|though|too|for its part|in turn|in response|also|still|now|then|later|first|even|long|repeatedly|never|again|[a-z]+ly),? "
)

_NAME_BEFORE = re.compile(r"\b[A-Z]\w+,? \Z")  # the High Court, Abuja: no verb

_PAIR = compiled(r"(?:(?:, [A-Z]\w+){1,3},? and [A-Z][a-z]+|(?: and|,) [A-Z][a-z]+) (?=[a-z])")  # Moscow and Kyiv agreed; Washington, Cairo and Doha would

_BREAK = re.compile(r"[.!?,;:\n]|\b(?:in|at|of|for|from|on)\b")


def metonym_rule(before: str, after: str) -> str | None:
    """The rule by which a capital stands for its government here, None when it is the city; of two that "and" joins, by what follows both."""
    joined = _AND_CAPITAL.match(after)
    if joined and any(e.kind == "capital" for e in gazetteer.lookup(joined["other"])):
        after = after[joined.end() :]
    return _rule(before, after)


_WHICH = re.compile(r", which (?:(?:also|still|now|long|[a-z]+ly) )?(?:ha[sd] (?:[a-z]+ly )?(?P<past>(?!hosted|based|located)[a-z]+ed)|(?P<verb>[a-z]+))\b")
_AND_CAPITAL = compiled(r" and (?P<other>[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20})?)(?![\w-])(?! [A-Z])")


def _rule(before: str, after: str) -> str | None:
    left = [w.lower() for w in _WORD.findall(re.split(r"[.!?\n;:]\s", before)[-1])]
    last = left[-1] if left else ""
    if re.match(r"'s ", after) and not _CITY_AFTER.match(after):
        owned = _WORD.findall(_BREAK.split(after[3:80])[0])[:4]
        return "metonym-possessive" if any(w.lower() in words("metonym_nouns") for w in owned) else None
    if _STATE_AFTER.match(after) or _SIDE_BEFORE.search(before):
        return "metonym-state"
    is_city = _CITY_BEFORE.search(before) or _CITY_AFTER.match(after) or _BETWEEN_CITIES.search(before)
    if (not is_city or after.startswith(" on ")) and _RELATION.search(before):
        return "metonym-relation"  # a step against Budapest on Tuesday
    if is_city:
        return None
    if (last == "with" or left[-2:] == ["with", "both"]) and words("joining").isdisjoint(left[-5:]):
        return "metonym-with"
    if last in words("place_prepositions") or (last == "to" and not words("movement").isdisjoint(left[-4:-1])):
        return None
    if (last in words("metonym_verbs") and not _NAME_BEFORE.search(before)) or (last == "and" and left[-3:-2] and left[-3] in words("metonym_verbs")):
        return "metonym-object"
    if after[:1] not in (" ", ","):
        return None
    if clause := _WHICH.match(after):
        return "metonym-subject" if clause["past"] or clause["verb"] in words("speech") - words("of_cities") else None
    aside = _ASIDE.match(after)
    right = [w.lower() for w in _WORD.findall(after[aside.end() if aside else 0 :][:60])]
    acts = (aside is not None or after[0] == " ") and _acts(right)
    if acts:
        return "metonym-pair" if last == "and" else "metonym-subject"
    if (pair := _PAIR.match(after)) and _acts([w.lower() for w in _WORD.findall(after[pair.end() :][:60])]):
        return "metonym-pair"
    return None


_MODALS = frozenset({"may", "might", "will", "would", "could", "can", "must", "should"})


def _acts(right: list[str]) -> bool:
    """Whether the words after a name are what a government says or does, not what becomes of a city."""
    right = right[1:] if right[:1] in (["both"], ["each"], ["all"]) else right
    first, second = (*right[:2], "", "")[:2]
    if first in ("is", "was", "were", "are"):
        return second.endswith("ing") and second not in ("looking", "facing", "going", "having", "being", "bracing", "sinking", "growing")
    if first in _MODALS and second in ("see", "witness", "experience", "get", "become"):
        return False  # Dhaka may see rain
    if first in ("attacks", "protests"):
        return second in ("the", "a", "an", "its", "his", "to")  # Paris attacks: what we know
    if first in ("and", "also") and second:
        return second in words("speech")
    if first in words("speech") or first in words("metonym_present"):
        return not (first in ("has", "have", "had") and second == "been" and (right[2:3] or [""])[0].endswith("ed"))
    return (first in words("past_verbs") and first != "been") or (first.endswith("ed") and first not in words("place_verbs"))

"""What one word of a sentence says of its tense: a past verb, a modal, the plural of "polls open"."""

from __future__ import annotations

import re

from extractor.resources import compiled, words

_WORD = compiled(r"[A-Za-z][\w-]*|['’][a-z]+|[12]\d{3}(?=,)")
_ATTRIBUTIVE = frozenset({"a", "an", "the", "its", "his", "her", "their", "still", "this", "that", "another", "further", "any", "rate"})
_PLURAL = re.compile(r"[a-z-]{3,30}(?<![sui'])s")
MODALS = frozenset({"might", "may", "could", "would"})
_SURMISES = MODALS | {"must", "should"}
_BEFORE_INFINITIVE = MODALS | {"to", "will", "'ll", "shall", "should", "must", "can"}
_THEY = frozenset({"who", "they", "we", "which"})
_ADVERBS = frozenset({"now", "also", "then", "first", "only", "still", "never", "always", "just", "soon", "later", "again"})
_LOOKS_BACK = frozenset({"after", "since", "following", "over", "about", "from"})  # urged him to resign after Monday's vote
_NOT_PRESENT = _BEFORE_INFINITIVE | {"did", "not", "n't", "t", "let", "make", "made", "help", "helped"}


def tokens_of(text: str) -> list[str]:
    """The words of a text in small letters; months and names that are spelled like verbs are empty, and years before a comma."""
    return ["" if w in ("May", "Will", "WILL", "Fed", "Met") or w[0].isdigit() else w.lower().replace("’", "'") for w in _WORD.findall(text)]


def is_past(w: str) -> bool:
    """A form like "said", "called"."""
    return w in words("past_verbs") or (len(w) > 3 and w.endswith("ed") and w not in words("no_past"))


def _is_noun(tokens: list[str], i: int) -> bool:
    """A form like "plans" or "votes" that no subject precedes: "cast their votes", "unveiled rail plans", not "said the group plans"."""
    if not tokens[i].endswith("s") or i == 0:
        return False
    if tokens[i - 1] in ("'s", "’s"):
        return True  # had summoned Wall Street's heads
    if tokens[i - 1] in words("no_subject") or is_past(tokens[i - 1]):
        return True
    return i > 1 and is_past(tokens[i - 2]) and tokens[i - 2] not in words("speech")


def _is_to_be(tokens: list[str]) -> bool:
    """Something is expected to be done, or will be."""
    at = tokens.index("be") if "be" in tokens else 0
    led = tokens[at - 1] if 0 < at < len(tokens) - 1 and is_past(tokens[at + 1]) else ""
    return led in ("will", "shall") or (led == "to" and at > 1 and tokens[at - 2] in words("future_infinitive"))


def _are_two(tokens: list[str], i: int) -> bool:
    """Two subjects of a verb at i: "she and Rua meet"."""
    subject = tokens[i - 1]
    return "and" in tokens[max(0, i - 4) : i - 1] and not (subject in _NOT_PRESENT | _ATTRIBUTIVE or subject in words("no_subject") or is_past(subject))


def cue_of(tokens: list[str], i: int) -> str | None:
    """Return "past", "future" or None for the word at i, from it and those beside it."""
    w = tokens[i]
    due = i if w == "due" else i - 1
    if due >= 0 and tokens[due : due + 2] == ["due", "to"] and not words("due_to").intersection(tokens[due + 2 : due + 4]):
        return None  # due to losses
    if (w in words("future_verbs") and not _is_noun(tokens, i)) or (w == "forecast" and i and tokens[i - 1] in ("is", "are")):
        return "future"
    if w in words("future_plurals") and i and (_PLURAL.fullmatch(tokens[i - 1]) or tokens[i - 1] in _THEY or _are_two(tokens, i)):
        return "future"  # "polls open Sunday", not "the plan to open"
    plays = w in words("team_plurals") or tokens[i : i + 2] == ["take", "on"]
    if plays and i and tokens[i - 1] not in words("no_subject") and tokens[i - 1] not in _NOT_PRESENT:
        return "future"  # City travel to Anfield on Sunday, City take on United
    if w in words("saying") and i and tokens[i - 1] in ("for", "after"):
        return "past"  # "under fire for saying in late June that the age should be raised"
    if w == "steps" and tokens[i + 1 : i + 2] in (["down"], ["aside"]):
        return "future"
    if w == "seen" and tokens[i + 1 : i + 2] and tokens[i + 1].endswith("ing"):
        return "future"  # ECB seen extending its programme
    if w == "to" and tokens[i + 1 : i + 2] == ["have"] and i + 2 < len(tokens) and tokens[-1] != "by":
        return "past"  # is expected to have risen in September
    if w == "to" and i + 1 < len(tokens):
        if i and i + 4 > len(tokens) and tokens[i + 1] in words("beginnings") and (tokens[i - 1] in ("was", "were") or not is_past(tokens[i - 1])):
            return "future"  # an offer to begin Thursday, were to resume on Friday
        asked = not words("requests").isdisjoint(tokens[max(0, i - 9) : i]) and _LOOKS_BACK.isdisjoint(tokens[i:])
        return "future" if asked or any(t in words("future_infinitive") for t in tokens[max(0, i - 2) : i]) else None
    if is_past(w):
        led = next((t for t in reversed(tokens[max(0, i - 3) : i]) if t not in _ADVERBS and not t.endswith("ly")), "")
        if not w.endswith("ed") and led in _BEFORE_INFINITIVE:
            return None if led == "to" else "future"  # "to hit late Friday", "will cut on Monday", "must now beat"
        back = tokens[max(0, i - 4) : i]
        if back and back[-1] in _ATTRIBUTIVE and (w.endswith("ed") or w in words("unsure_past")):
            return None  # "a still unspecified date", "another cut"
        if "have" in back and not _SURMISES.isdisjoint(back):
            return "past"  # may have been buried by Friday's landslide
        if back[-3:-1] == ["to", "have"] or back[-2:] == ["to", "have"]:
            before = tokens[max(0, i - 5) : i]
            if tokens[-1] != "by" or words("thought").intersection(before[: before.index("to")][-2:]):
                return "past"  # is thought to have entered in August
        if any(t in ("will", "'ll", "to", "shall", "may", "could", "would") for t in back) and any(t in ("be", "have") for t in back[-2:]):
            return "future"
        if ("and" in back or "or" in back) and _is_to_be(tokens[max(0, i - 9) : i]):
            return "future"  # expected to be finalised and formally adopted
        if i and tokens[i - 1] == "is" and w in ("expected", "scheduled", "set", "planned"):
            return "future"
        return "past"
    return None

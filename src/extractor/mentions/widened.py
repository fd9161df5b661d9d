"""Names of which the model read a part: the surname, first name, initials or style beside it that belong to them."""

from __future__ import annotations

import re

from extractor import gazetteer
from extractor.mentions.names import OFFICE, is_capitalized, is_given, is_of_title, is_verb
from extractor.resources import compiled, toml, words
from extractor.titles.leading import titles_before
from extractor.titles.offices import is_demonym, is_title, kinds

_NEXT = compiled(r" (?P<word>[A-Z][\w'’-]*[a-z])(?![\w])")
_TWO_INITIALS = re.compile(r"(?<![\w.&'’-])([A-Z]{2}) \Z")
_DOTTED_INITIALS = re.compile(r"(?<![\w.&'’-])(?:[A-Z]\. ?){1,3}\Z")
_INITIAL = re.compile(r"(?<=[a-z,] )(?<!plan )(?<!part )(?<!group )(?<!grade )(?<!vitamin )[A-Z]\. \Z")  # owed to E. Jean Carroll
_PREVIOUS = re.compile(r"(?:(?P<lead>[\w,;]) |^|[\n.\"“] ?)(?P<word>[^\W\d_][\w'’-]*) \Z")


def widen(text: str, start: int, end: int, given: bytearray, taken: bytearray) -> tuple[int, int]:
    """A one-word name that is half of one, or a longer one without its initial: "Michael" Jordan, Tô "Lâm", E. "Jean Carroll". `taken` marks what the
    model gave to anything, `given` what it gave to neither a person nor a place."""
    word = text[start:end]
    if " " in word:
        initial = _INITIAL.search(text, max(0, start - 5), start)
        return initial.start() if initial else start, end
    m = _NEXT.match(text, end)
    surname = m and (not _is_ordinary(m["word"]) or (m["word"].lower() in kinds() and not re.match(r",? [A-Z]", text[m.end() :][:3])))  # Aaron Judge
    if m and surname and is_given(word) and not any(given[m.start("word") : m.end("word")]):
        return start, m.end("word") - (2 if m["word"].endswith("'s") else 0)
    left = text[max(0, start - 40) : start]
    m = _TWO_INITIALS.search(left)
    if m and not ((m[1].lower() in kinds() and m[1] != "MS") or m[1] in words("no_initials") or gazetteer.lookup(m[1]) or word.isupper()):
        return start - 3, end  # edited by HV Seshadri
    m = _DOTTED_INITIALS.search(left)
    if m and not taken[start - 2] and not gazetteer.lookup(m[0].strip()):
        return start - len(m[0]), end  # says V.D. Satheesan
    m = _PREVIOUS.search(left)
    if m and is_capitalized(m["word"]) and not _is_ordinary(m["word"]) and m["word"].lower() not in words("no_names_begin"):
        first = start - len(left) + m.start("word")
        if m["word"].lower() in words("portfolios") and OFFICE.search(text, max(0, first - 20), first):
            return start, end  # Minister of Tourism Usi
        if is_of_title(text, first, m["word"]):
            return start, end  # Chief of Staff Moeldoko
        if not gazetteer.lookup(m["word"]) and titles_before(text, first)[0]:
            return first, end  # chairman Debretsion Gebremichael, whatever the model makes of Debretsion
        if any((given if is_given(m["word"]) else taken)[first:start]):
            return start, end  # Santiago Bayas, though Santiago is a place
        inside = m["lead"] is not None and m["lead"] not in ",;" and not m["word"].isupper()
        if is_given(m["word"]) or (inside and not gazetteer.lookup(m["word"])):
            return first, end
    return start, end


def with_style(text: str, start: int, end: int) -> int:
    """Where a name begins whose bearers have a title for a first name: Sheikh Hasina, Lady Gaga."""
    first = text[start:end].split()[0].lower()
    firsts = {first, first.partition("-")[0]}  # Sultan Al-Jaber
    style = next((s for s, known in toml("words")["styled_names"].items() if text.endswith(f"{s} ", 0, start) and not firsts.isdisjoint(known.split())), "")
    return start - len(style) - 1 if style else start


def _is_ordinary(word: str) -> bool:
    low = re.sub(r"'s\Z", "", word.lower())
    if low in words("common_words") or low in words("org_heads") or low in words("determiners") or low in words("pronouns") or is_verb(word):
        return True
    return is_title(low) or low in words("prefix_words") or low in words("calendar_words") or is_demonym(word)

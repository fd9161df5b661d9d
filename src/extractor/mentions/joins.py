"""Halves of names that the model read as two: "Guðni Th" and "Jóhannesson", "Kedibone Diale" and "Tlabela"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor import gazetteer
from extractor.mentions import firms, names
from extractor.resources import compiled, geonames, words
from extractor.types import Span

PLACE_LABELS = frozenset({"GPE", "LOC"})
UNSURE = 0.7  # what the model gives a name that other evidence may overrule
_SHORT_NAME = re.compile(rf"\b(?:{'|'.join(names.INITIALS)})\Z")
_LINKED = compiled(r"(?<!\w)[A-Z][\w'’]+-(?:[aeu]l|[au][drsz]|an)-[A-Z][\w'’]+")  # Inzamam-ul-Haq
_NICK = compiled(r""" (?:"[A-Z][\w' -]{1,20}"|“[A-Z][\w’ -]{1,20}”|['‘][A-Z][\w -]{1,20}['’]) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+""")
_BRACKETED = compiled(r"(?P<given>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)? \((?:(?:[A-Z]\. ?){1,3}|(?P<nick>[A-Z][a-z]+))\) [A-Z][\w'’-]+")  # Richard (R.J.) Eskow
SURNAME = compiled(r"[A-Z]\w+(?:d[oó]ttir|shvili|oğlu|[oe]vi[ćc]|opoulos|zadeh|nejad)")  # no body or place ends so
_QUOTED = compiled(r" [\"“][A-Z][\w'-]{1,20}[\"”] \Z")
_INITIAL = compiled(r"(?:[A-Z]\.){1,3}")
_FULL_STOP = re.compile(r"\. ?")
_NAMED = ("PERSON", "GPE", "ORG")
_OPENING_LETTER = re.compile(r" ['‘’ʻ]")  # Crown Prince Tupouto'a 'Ulukalala


def _is_nick(whole: re.Match[str]) -> bool:
    """What stands in brackets between a first name and a surname is what its bearer is called: Mary (Nellie) O'Brien."""
    return whole["nick"] is None or (names.is_given(whole["nick"]) and names.is_given(whole["given"]))


def joined(text: str, model: Sequence[Span]) -> list[Span]:
    """The model's entities, those joined that it ended within a name: "Guðni Th" and "Jóhannesson", "Kedibone Diale" and "Tlabela"."""
    out: list[Span] = []
    doubles: set[str] = set()
    for s in model:
        before = out[-1] if out else None
        if before and before.start <= s.start and s.end <= before.end:
            continue
        linked = _LINKED.search(text, before.start, min(before.start + 60, len(text))) if before else None
        if before and linked and linked.start() < before.end and s.start < linked.end() and not geonames(linked.group()):
            out[-1] = replace(before, end=max(linked.end(), before.end), label="PERSON")
        elif before and text[before.end : s.start] in names.OWNS and geonames(text[before.start : s.end].replace("’", "'")):
            out[-1] = replace(s, start=before.start, label="GPE")  # Mohale's Hoek
        elif before and before.label == "PERSON" and s.label == "ORG" and _is_named_for(text, before, s):
            out[-1] = replace(s, start=before.start)  # "Donald J. Trump" and "Foundation", "Donald J." and "Trump Foundation"
        elif before and s.label == before.label == "ORG" and (_is_compound(text, before, s) or _is_rest(text, before, s)):
            out[-1] = replace(before, end=s.end)
        elif before and before.label == "PERSON" and (nick := _NICK.match(text, before.end)) and nick.start() < s.start < nick.end():
            out[-1] = replace(before, end=max(nick.end(), s.end))
        elif before and before.label == "PERSON" and s.label in _NAMED and _QUOTED.search(text, before.start, s.start):
            out[-1] = replace(before, end=s.end)  # 'Jimmy "Barbecue"' and "Chérizier"
        elif before and before.label == "PERSON" and (whole := _BRACKETED.match(text, before.start)) and before.end < s.start < whole.end() and _is_nick(whole):
            out[-1] = replace(before, end=max(whole.end(), s.end))
        elif before and s.label == before.label == "PERSON" and _goes_on(text, before, s, doubles):
            out[-1] = replace(before, end=s.end)
            doubles.add(text[before.start : s.end].split()[-1])
        elif before and s.label != "PERSON" and SURNAME.fullmatch(text, s.start, s.end) and _is_half(text, before, s):
            out[-1] = replace(s, start=before.start, label="PERSON")  # "Svandís" and "Svavarsdóttir"
        elif before and s.label == "PERSON" and _is_half(text, before, s):
            out[-1] = replace(s, start=before.start)
        elif before and before.label == "PERSON" and _is_surname(text, before, s):
            out[-1] = replace(before, end=s.end)
        else:
            out.append(s)
    return out


def _is_named_for(text: str, before: Span, s: Span) -> bool:
    """A body named for somebody, of whom the model read an own name."""
    name, head = text[before.start : before.end], text[s.start : s.end].split()
    at_initial = bool(_ENDS_IN_INITIAL.search(name)) and len(head) == 2
    return text[before.end : s.start] == " " and head[-1].lower() in words("named_for") and (len(head) == 1 or at_initial)


_ENDS_IN_INITIAL = compiled(r" [A-Z]\.\Z")


def _is_surname(text: str, before: Span, s: Span) -> bool:
    """What follows a first name ("Elon" and "Musk"), or what the model is not sure of after a name ("Ackson Kalaile" and "Banda"), is the surname."""
    unsure = s.score is not None and s.score < UNSURE
    lone = replace(before, start=max(before.start, text.rfind(" ", 0, before.end) + 1))
    return (unsure or names.is_given(text[before.start : before.end])) and _is_half(text, s, lone, s.end)


def _is_half(text: str, half: Span, s: Span, end: int = 0) -> bool:
    """What the model read as a body or place right beside a lone name is its other half: "Nabih" and "Berri"."""
    other, name = text[half.start : half.end], text[s.start : s.end]
    gap = text[min(half.end, s.end) : max(half.start, s.start)]
    if half.label not in ("ORG", *PLACE_LABELS) or gap != " " or " " in name or not other.replace(" ", "").isalpha():
        return False
    if end and (" " in other or re.match(r" [A-Z]", text[end : end + 2])):
        return False
    words_of = other.lower().split()
    ordinary = any(w in words("org_heads") or w in words("bare_places") or w in words("common_words") for w in words_of)
    return not ordinary and not any(w.isupper() for w in other.split()) and not gazetteer.lookup(other) and not geonames(other)


def _is_compound(text: str, before: Span, s: Span) -> bool:
    """Two acronyms that the model read are one: M5-RFP, not NATO-EU."""
    both = (text[before.start : before.end], text[s.start : s.end])
    firm = both[0].isalpha() and firms.has_form(both[1]) and not gazetteer.lookup(both[0])  # Oversea-Chinese Banking Corp
    acronyms = all(x.isupper() for x in both) and not all(gazetteer.is_sure(x) for x in both)
    return text[before.end : s.start] == "-" and (firm or acronyms)


def _is_rest(text: str, before: Span, s: Span) -> bool:
    """Two words side by side that the model read as two bodies: "Champion" and "Iron", neither of which is listed."""
    both = (text[before.start : before.end], text[s.start : s.end])
    return text[before.end : s.start] == " " and " " not in both[0] and both[0].istitle() and not any(gazetteer.lookup(n) for n in both)


def _goes_on(text: str, before: Span, s: Span, doubles: set[str]) -> bool:
    """Two people that the model read are one name: the first ends at an initial, at the hyphen of a double name, or at a letter like an opening quote."""
    if text[before.end : s.start] == "-":
        first, second = text[before.start : before.end], text[s.start : s.end]
        return (" " in first and " " not in second) or f"{first}-{second}" in doubles  # not in "the Trump-Putin summit"
    if text[before.end : s.start] == " " and _INITIAL.fullmatch(text, before.start, before.end):
        return True  # A. Stewart
    if _FULL_STOP.fullmatch(text, before.end, s.start):
        return bool(_SHORT_NAME.search(text, before.start, before.end))
    return bool(_OPENING_LETTER.fullmatch(text, before.end, s.start)) and text[s.end : s.end + 1] not in ("'", "’")

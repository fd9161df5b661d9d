"""Acronyms and short forms that an article explains itself: "Economic Community of West African States (ECOWAS)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.entities.canonical import is_another
from extractor.entities.common import View
from extractor.gazetteer import fold, is_sure, listed_bodies
from extractor.mentions.spelled import initials, letters
from extractor.resources import compiled, cues, words
from extractor.types import Span


def _is_acronym_of(acronym: str, name: str) -> bool:
    """Initials with or without small words, or letters of the name in order starting with its initial."""
    a = acronym.replace(".", "").upper()
    every = letters(name).upper()
    if a in (initials(name), every):
        return True
    it = iter(fold(name).upper())
    return len(a) > 2 and a[0] == name[0].upper() and all(c in it for c in a) and len(a) <= len(every) + 2


_OWNER = re.compile(r"\A[^'’]{3,40}['’]s (?=\S+ \S)")  # Brunei's Ministry of Religious Affairs (MoRA)


def _is_agency(acronym: str) -> bool:
    """An agency, which carries what stands before it: TODAY NICARAGUA (EFE)."""
    return any(b.kind in ("agency", "media") for b in listed_bodies(acronym, sure=True))


_ACRONYM_AFTER = compiled(
    rf"\A\.?,? ?(?:\(|{cues('known_as')} |or (?:the )?|called (?:the )?|the )(?:the )?\"?(?P<a>[A-Z][A-Za-z0-9&.-]{{1,9}})\"?(?=[),.;\s])"
)
_SAYS_SHORT = re.compile(r"\.? \(|,? (?:\w+ )?known ")  # in whatever language the acronym is
_BESIDE = compiled(r"(?P<long>[A-Z].* [A-Z][\w'’-]*[a-z]['’]?) (?P<a>[A-Z]{2,6})")
_NEXT = compiled(r"[ -](?P<a>[A-Z]{2,6})(?![\w-]| [A-Z])")


def _beside(view: View, s: Span, alone: frozenset[str]) -> tuple[str, str] | None:
    """A long name and the acronym that stands after it as in northern Europe, where the article has that alone, too: Finnish Environment Institute SYKE."""
    name = view.name(s)
    m = _BESIDE.fullmatch(name) or (_NEXT.match(view.flat, s.end) if " " in name and not name.isupper() else None)
    if not m or m["a"] not in alone or is_sure(m["a"]):
        return None
    if view.flat[s.end : s.end + 1] == "-" and name.split()[-1].lower() not in words("org_heads"):
        return None  # Hindu Mahasabha-RSS are two
    return m.groupdict().get("long") or name, m["a"]


_SHORT_AFTER = compiled(r" \((?:the )?[\"“']?(?P<short>[A-Z][^()\n\"”']{2,60})[\"”']?\)")


def definitions(view: View, spans: Sequence[Span], codes: Sequence[str] = ()) -> dict[str, tuple[str, str | None]]:
    """Folded acronym, short or long form to (long form, acronym), from "Long Name (LN)" and "LN (the Long Name)", or from the only name of those
    initials where that is not the listed one. `codes` are the countries that the article names."""
    out: dict[str, tuple[str, str | None]] = {}
    ordered = sorted(spans, key=lambda s: s.start)
    alone = frozenset(view.name(s) for s in spans)
    for i, s in enumerate(ordered):
        name = view.name(s)
        if (told := _beside(view, s, alone)) and out.get(fold(told[1]), told) == told:
            out |= dict.fromkeys((fold(told[1]), fold(told[0]), fold(name)), told)
            continue
        short = _SHORT_AFTER.match(view.flat, s.end, s.end + 80)
        if short and " " in short["short"]:  # no acronym: "Beh Joule Pars Trading Company (Beh Joule Pars)"
            if name.startswith(short["short"] + " "):
                out[fold(short["short"])] = (name, None)
            continue
        if m := _ACRONYM_AFTER.match(view.flat[s.end : s.end + 40]):
            a = m["a"].rstrip(".")
            if " " in name and (
                _is_acronym_of(a, name)
                or _is_acronym_of(a, _OWNER.sub("", name))
                or (a.isupper() and not _is_agency(a) and _SAYS_SHORT.match(view.flat, s.end) and len(a) <= len(name.split()) + 2)
            ):
                out[fold(a)] = (name, a)
                out[fold(name)] = (name, a)
                continue
        if i + 1 < len(ordered):
            after = ordered[i + 1]
            between = view.flat[s.end : after.start]
            word = view.name(after)
            if between == " (" and view.flat[after.end : after.end + 1] == ")" and word.istitle() and word.isalpha() and not is_sure(word):
                if " " in name and len(word) <= len(name.split()) + 3:  # Terrorism Confinement Center (Cecot)
                    out[fold(word)] = (name, word)
                    out[fold(name)] = (name, word)
                continue
            other = view.name(after)
            if between in (" (", " (the ", ", the ", ", or the ", ", or ", " - ") and name.isupper() and " " not in name and _is_acronym_of(name, other):
                out[fold(name)] = (other, name)
                out[fold(other)] = (other, name)
    return out | _implied(alone, out, codes)


_MIXED = re.compile(r"[A-Z][a-z]{1,2}[A-Z]{1,4}")


def _implied(said: frozenset[str], defined: Mapping[str, tuple[str, str | None]], codes: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """The acronyms that are listed for bodies that the article does not name, with the one that it names by a name of those initials: the ZEC, after
    the Zanzibar Electoral Commission, is not Zimbabwe's; and those in mixed case, with the body that their letters spell."""
    longs: dict[str, list[str]] = {}
    every: dict[str, list[str]] = {}
    for name in said:
        if " " in name and not name.isupper() and (i := initials(name)):
            longs.setdefault(i, []).append(name)
            every.setdefault(letters(name), []).append(name)
    out: dict[str, tuple[str, str | None]] = {}
    for a in said:
        if _MIXED.fullmatch(a) and fold(a) not in defined and len(spelled := every.get(a, [])) == 1:  # BoG, of the Bank of Ghana
            out[fold(a)] = out[fold(spelled[0])] = (spelled[0], a)
            continue
        full = longs.get(a, []) if len(a) > 2 and a.isupper() and fold(a) not in defined else []
        listed = listed_bodies(a) if len(full) == 1 else []
        if listed and all(is_another(full[0], b, codes) for b in listed):
            out[fold(a)] = out[fold(full[0])] = (full[0], a)
    return out

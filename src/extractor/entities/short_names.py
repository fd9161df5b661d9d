"""Whom a one-word name stands for, when two or more in the article can bear it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractor.entities.bearers import core
from extractor.entities.called import THRONES, by_name, known_as, leads_with
from extractor.entities.forms import Cluster, Form
from extractor.resources import any_of, compiled, first_names, words

NEAR = 600  # characters: a bearer that much nearer than all others is the one meant


def bearers_of(text: str, f: Form, by_key: Mapping[str, Sequence[Cluster]]) -> list[Cluster]:
    """The clusters that a one-word name can stand for in flattened `text`: none, the one that is meant, or all that are left.

    Call it in the order of the text: whom the name stood for before is part of the answer.
    """
    bearers = known_as(text, f, by_key)
    if not bearers:
        before = _before(text, f)
        bearers = [c for c in by_name(f, by_key) if not _is_another(text, f, before, c)]
    in_office = not _SHARED_NAMES.isdisjoint(t.kind for t in f.titles)
    by_place = (_in_office_before,) if in_office else (_called_so_before, _just_introduced, _nearest)
    for narrow in (_titled, _of_its_administration, _not_the_writer, _of_its_gender, _not_introduced_as_kin, *by_place):
        if len(bearers) < 2:
            break
        bearers = narrow(text, f, bearers) or bearers
    return bearers


def is_nobody_named(text: str, f: Form, by_key: Mapping[str, Sequence[Cluster]]) -> bool:
    """None of those who bear the name can be meant: "President Trump", where the article only names "his daughter Ivanka Trump"."""
    enthroned, before = any(t.kind in THRONES for t in f.titles), _before(text, f)
    if not enthroned and not any(before):
        return False
    named = by_name(f, by_key)
    if enthroned and not named:
        return core(f.tokens)[0] in by_key
    return bool(named) and all(_is_another(text, f, before, c) for c in named)


_SHARED_NAMES = frozenset({"president", "vice-president", "prime-minister", "governor", "head-of-state"})
_THEIR_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:father|mother|son|daughter|brother|sister|grandfather|grandmother),? \Z")
_CONSORT = re.compile(r"\b(?:[Ff]irst|[Ss]econd) (?:[Ll]ady|[Gg]entleman)\b")


class _Before(NamedTuple):
    """What stands before a short name and can exclude a bearer: Mr. or Ms. ("m", "f"), "her father", an office."""

    sex: str | None
    kin: bool
    offices: frozenset[str]


def _before(text: str, f: Form) -> _Before:
    at = f.span.start
    courtesy = _COURTESY.search(text, max(0, at - 10), at)
    kin = len(f.tokens) > 1 and _THEIR_KIN.search(text, max(0, at - 20), at) is not None  # Laiba Abdul Basit's father, Abdul Basit
    return _Before(courtesy.lastgroup if courtesy else None, kin, _SHARED_NAMES & {t.kind for t in f.titles})


def _is_another(text: str, f: Form, before: _Before, c: Cluster) -> bool:
    """A bearer whom the words before the name exclude: by Mr. or Ms., by an office that a first lady does not hold, nor one who comes in later as kin."""
    if not c.full:
        return False
    if before.kin or (before.sex and _gender(text, c) not in (before.sex, None)):
        return True
    if not before.offices or before.offices & c.kinds:
        return False
    if "first-lady" in c.kinds or (_gender(text, c) == "f" and _has_consort(text)):
        return True
    return f.span.start < c.full[0][0] and _is_kin(text, c)


@lru_cache(maxsize=2)
def _has_consort(text: str) -> bool:
    return _CONSORT.search(text) is not None


def _titled(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one that has the title in front of the name."""
    kinds = {t.kind for t in f.titles}
    fits = [c for c in bearers if kinds & c.kinds]
    if not fits and "minister" in kinds:  # Kim, the minister, is the defence minister
        fits = [c for c in bearers if any(k.endswith("-minister") for k in c.kinds)]
    if not fits and kinds & _SHARED_NAMES:  # President Yoon, after the Yoon Suk-yeol administration
        fits = [c for c in bearers if any(_ADMINISTRATION.match(text, b) for _, b in c.full[:_SAID])]
    return fits if len(fits) == 1 else []


_ADMINISTRATION = re.compile(
    r"(?:['’]s)? (?:administration|presidency|government|cabinet|ally|allies|aides?|advisers?|advisors?|loyalists?|supporters|voters|era)\b"
)


def _of_its_administration(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one who governs or did, before "administration" or "ally"."""
    if not _ADMINISTRATION.match(text, f.span.end):
        return []
    fits = [c for c in bearers if c.kinds & _SHARED_NAMES]
    return fits if len(fits) == 1 else []


def _not_the_writer(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one who did not sign the article."""
    fits = [c for c in bearers if all(x.role != "credit" for x in c.forms)]
    return fits if len(fits) == 1 and f.role != "credit" else []


_COURTESY = re.compile(rf"\b(?:(?P<m>{any_of(words('courtesy_male'))})|(?P<f>{any_of(words('courtesy_female'))}))\.? \Z")
_SAID_SO = re.compile(r" (?:said|says|added|told [a-z]+|insisted|confirmed) (?:that )?(?:(?P<m>he)|(?P<f>she))\b")
_MAN, _WOMAN = any_of(words("kin_male")), any_of(words("kin_female"))
_RELATIVE = re.compile(rf"\b(?:(?P<m>{_MAN})|(?P<f>{_WOMAN}))\b,?(?: (?!of\b)[^\s.!?,;:]+){{0,3}} ?\Z")  # not the man whom the wife is of


def _of_its_gender(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one who can be Mr., Mrs., he or she, when the name is said so."""
    said = _COURTESY.search(text, max(0, f.span.start - 10), f.span.start) or _SAID_SO.match(text, f.span.end)
    if not said:
        return []
    return [c for c in bearers if _gender(text, c) in (said.lastgroup, None)]


_SAID = 5  # mentions of one in which Mr. or Ms., or "administration", is looked for


def _gender(text: str, c: Cluster) -> str | None:
    """ "m", "f" or None for a bearer, by a courtesy title, kinship or first name."""
    if c.gender is None:
        starts = [a for a, _ in c.full] or [x.span.start for x in c.forms[:_SAID]]
        before = (m.lastgroup for a in starts if (m := _COURTESY.search(text, max(0, a - 10), a) or _RELATIVE.search(text, max(0, a - 50), a)))
        c.gender = next(before, None) or first_names().get(c.best.tokens[0], "")
    return c.gender or None


_KIN = re.compile(
    rf"(?<!\band )(?<!\band (?:his|her) )(?<!\band their )\b(?:(?:{_MAN}|{_WOMAN}|{any_of(words('kin_other'))})(?:,| of)?|married(?: to)?|marrying)"
    r"(?: [^\s.!?,;:]+){0,6} ?\Z"
)


_KIN_AFTER = compiled(
    rf", (?:his|her|their|[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s?) (?:[a-z-]+ )?(?:{_MAN}|{_WOMAN}|{any_of(words('kin_other'))})\b"
)  # Ivanka, Jared's wife
_KIN_OF = compiled(rf"['’]s (?:[a-z-]+ )?(?:{_MAN}|{_WOMAN}|{any_of(words('kin_other'))})\b")  # Kushner's father is Charles, or his
_NAMESAKES = any_of(words("kin_namesakes"))
_HEIR = re.compile(rf"\b(?:{_NAMESAKES})(?:,| of)?(?: [^\s.!?,;:]+){{0,4}} ?\Z")
_RELATIVES_NAME = compiled(r",? [A-Z][\w'-]+(?: [A-Z][\w'-]+)* (?P<last>[A-Z][\w'-]+)")
_OWN = re.compile(rf"['’]s? (?:[a-z]+ ){{0,2}}(?:{_NAMESAKES})\b")


def is_related(text: str, start: int, end: int) -> bool:
    """A name said with a relative who may bear nearly the same one: "the father of the striker Luis Díaz", "Luis Díaz's father"."""
    own = _OWN.match(text, end)
    relative = _RELATIVES_NAME.match(text, own.end()) if own else None
    if relative and relative["last"] != text[start:end].split()[-1]:
        return False  # Suu Kyi's son Kim Aris
    return bool(own or _HEIR.search(text, max(0, start - 60), start))


def _not_introduced_as_kin(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The only one who was not brought in as somebody's relative ("Wang Sicong, son of the tycoon Wang Jianlin"), not beside them ("and his sister")."""
    own = [c for c in bearers if not _is_kin(text, c)]
    at = f.span.start
    if len(own) != 1 or f.titles:
        return []
    introduced = not own[0].full or own[0].full[0][0] < at
    of_a_headline = all(c.full and c.full[0][0] > at for c in bearers) and not _KIN_OF.match(text, f.span.end)
    return own if introduced or of_a_headline else []


def _is_kin(text: str, c: Cluster) -> bool:
    """A bearer who is somebody's relative wherever the full name stands."""
    if c.kin is None:
        c.kin = bool(c.full) and all(_KIN.search(text, max(0, a - 90), a) or _KIN_AFTER.match(text, b) for a, b in c.full)
    return c.kin


def _in_office_before(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The only one whom the name stood for before, or who was spoken of: who holds a high office is not just anybody near it."""
    said = [c for c in bearers if c.last_short >= 0] or [c for c in bearers if c.last_before(f.span.start) >= 0]
    return said if len(said) == 1 else []


def _called_so_before(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one whom the name stood for before, as long as no other one has been the subject of a sentence."""
    taken = [c for c in bearers if c.last_short >= 0]
    return taken if len(taken) == 1 and not any(_subject_at(text, c) < f.span.start for c in bearers if c not in taken) else []


def _subject_at(text: str, c: Cluster) -> int:
    """Where a full name is first the subject of a sentence; the end of the text when nowhere."""
    if c.subject_at is None:
        c.subject_at = next((a for a, b in c.full if _subject(text, a, b)), len(text))
    return c.subject_at


_NEXT = re.compile(r"(?:\([^()]{1,30}\)|[\s,]|'s)*(?P<word>[^\W\d_]+)")


def _subject(text: str, start: int, end: int) -> bool:
    """Whether a name looks like the subject of its sentence: it stands at its start, or a verb of speech or of the past follows."""
    lead = text[max(start - 120, _sentence_at(text, start)) : start]
    after = _NEXT.match(text, end, end + 60)
    word = after["word"] if after else ""
    return sum(w[:1].islower() for w in lead.split()) < 3 or word in words("speech") or word in words("past_verbs")


_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]* |\n")


_SENTENCE = 300  # characters in which a sentence begins


def _sentence_at(text: str, at: int) -> int:
    """Where the sentence begins that `at` is in; 0 when that is too far off to be looked for."""
    return max((m.end() for m in _SENTENCE_ENDS.finditer(text, max(0, at - _SENTENCE), at)), default=0)


def _just_introduced(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one whose full name was last the subject of a sentence, since which no other was spoken of: "Kim Na spoke. Kim left."

    Only of those whose surname comes first, as strangers share it; elsewhere it is their family who may be meant.
    """
    at, surname = f.span.start, core(f.tokens)[0]
    c = max(bearers, key=lambda x: x.last_before(at))
    introduced = c.last_full_before(at)
    if introduced is None or not _subject(text, *introduced) or not all(leads_with(x, surname) for x in bearers):
        return []
    begins = _sentence_at(text, introduced[0])
    return [c] if all(x.last_before(at) < begins for x in bearers if x is not c) else []


def _nearest(text: str, f: Form, bearers: list[Cluster]) -> list[Cluster]:
    """The one spoken of just before, when the others were not."""
    last = {c: c.last_before(f.span.start) for c in bearers}
    said = sorted((c for c in bearers if last[c] >= 0), key=lambda c: -last[c])
    return said[:1] if len(said) == 1 or (len(said) > 1 and last[said[0]] - last[said[1]] > NEAR) else []

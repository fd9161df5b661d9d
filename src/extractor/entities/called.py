"""What a bearer can be called by: a surname, of two the first, too, any other part of the name, and what somebody is known as."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.entities.bearers import core, fathers, skeleton
from extractor.entities.forms import Cluster, Form
from extractor.mentions.names import is_surname_first
from extractor.resources import compiled, first_names, words

_KNOWN_AS = re.compile(
    r"(?P<last>[^\W\d_]+)(?:['’]s)?(?:,? or [\"“']|(?:,? (?:(?:who )?(?:is|was) )?| \()(?:also |better |best |mostly |commonly |popularly |widely )?"
    r"(?:known|nicknamed|dubbed|aka|a\.k\.a\.|alias|née|nee|né|born)(?: simply)?(?: as)? [\"']?)\Z"
)


def is_alias(text: str, f: Form) -> bool:
    """A name right after "known as"."""
    return _led_in(text, f) is not None


def _led_in(text: str, f: Form) -> re.Match[str] | None:
    """What leads a name in that somebody goes by, too."""
    return _KNOWN_AS.search(text, max(0, f.span.start - 80), f.span.start)


_AS_KNOWN = compiled(
    r",? as (?:[A-Z][\w.'’-]* ){0,4}(?P<last>[A-Z][\w'’-]*) is (?:[a-z]+ ){0,2}(?:known|called|nicknamed)\b"
)  # Prachanda, as Pushpa Dahal is known
_BRACKETED = re.compile(r"(?P<last>[^\W\d_]+) \(\Z")


def known_as(text: str, f: Form, by_key: Mapping[str, Sequence[Cluster]]) -> list[Cluster]:
    """The bearer right before "known as" and this name: "López Obrador, known as AMLO", "Gwen (née Pugh)", "Balendra Shah (Balen)"."""
    m = _led_in(text, f)
    shortened = None if m or text[f.span.end : f.span.end + 1] != ")" else _BRACKETED.search(text, max(0, f.span.start - 60), f.span.start)
    after = None if m or shortened else _AS_KNOWN.match(text, f.span.end)
    m = m or shortened or after
    named = by_key.get(skeleton(m["last"]), ()) if m else ()
    near = [c for c in named if m and (after or c.last_before(f.span.start) > m.start() - 60)]
    return [c for c in near if not shortened or skeleton(c.best.tokens[0]).startswith(skeleton(f.name))]


_OFFICES = frozenset({"minister", "foreign-minister", "secretary-general", "legislator", "senator", "mayor", "governor", "spokesperson", "ambassador"})
THRONES = frozenset({"monarch", "prince", "princess", "crown-prince", "crown-princess", "pope"})  # who sits on one is called by a first name


def by_name(f: Form, by_key: Mapping[str, Sequence[Cluster]]) -> list[Cluster]:
    """By surname, else by first name or any other part; those with another accent or spelling when none has it letter by letter."""
    k = core(f.tokens)[0]
    led = len(f.tokens) > 1  # bin Salman
    variants = [c for c in dict.fromkeys(by_key.get(k, [])) if led or k not in fathers(c.best.tokens)]
    if any(t.kind in THRONES for t in f.titles):  # Sultan Ibrahim is no Anwar Ibrahim, Pope Francis no Robert Francis Prevost
        variants = [c for c in variants if not c.kinds.isdisjoint(THRONES) or (skeleton(c.best.tokens[0]) == k and not _is_in_office(c))]
    found = next((same for said in (f.name, f.tokens[0]) if (same := [c for c in variants if said in c.spellings])), variants)
    last = [c for c in found if (k in _surnames(c) or leads_with(c, k)) and (skeleton(c.best.tokens[-1]) not in c.called or k in c.called)]
    first = [c for c in found if skeleton(c.best.tokens[0]) == k and len(c.best.tokens) > 1]
    return last if last and not (first and len(first) > len(last)) else first or found


def _surnames(c: Cluster) -> tuple[str, ...]:
    """What a bearer is called by: the last part of the full name, the one before it that is no first name (Edmundo González Urrutia), and in Hong Kong the
    one after the first name (Carrie Lam Cheng Yuet-ngor)."""
    *rest, last = c.best.tokens
    double = len(core(c.best.tokens)) > 2 and rest[-1] not in first_names() and rest[-1] not in words("particles")
    more = (rest[-1],) if double else ()
    return tuple(map(skeleton, (last, *more, *(rest[1:2] if "-" in last else ()))))


def _is_in_office(c: Cluster) -> bool:
    """A bearer by first name and surname, as royals are not called, who has an office: Crown Prince Hussein is no Hussein Sheikh, Secretary General."""
    return len(c.best.tokens) == 2 and not c.kinds.isdisjoint(_OFFICES)


def leads_with(c: Cluster, surname: str) -> bool:
    """Whether this is a surname before a given name, as in China, Korea or Vietnam: Kim Dae-ki, Wang Yi, Kevin So Kam-wai."""
    first, *rest = c.best.tokens
    if skeleton(first) == surname:
        return (first in words("leading_surnames") and len(rest) > 1) or is_surname_first(c.best.tokens)
    return len(rest) == 2 and skeleton(rest[0]) == surname and "-" in rest[1]

"""Weak names of bodies: words that are more often something else (Celtic, Orange, ICE), and when they stand for their body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractor import gazetteer
from extractor.mentions import names
from extractor.mentions.clubs import plays
from extractor.resources import cues
from extractor.topics import is_on_sport
from extractor.types import Span

_BODY_AFTER = re.compile(rf"(?:'s)? {cues('body_after')}\b")
_BODY_BEFORE = re.compile(rf"\b{cues('body_before')} \Z")


def is_weak(s: Span) -> bool:
    """A listed name all of whose bodies have it as a weak one."""
    return s.label == "org" and all(e.weak for e in s.value if e.kind == "org")


def said_names(text: str, listed: Sequence[Span], org_cover: bytearray) -> set[str]:
    """The weak names that stand for their body somewhere in the article: the model reads a body there (`org_cover`), or the words around say so; for
    teams, those of sport."""
    weak = [s for s in listed if is_weak(s)]
    said = {text[s.start : s.end] for s in weak if all(org_cover[s.start : s.end]) or (not _is_team(text, s) and _is_cued(text, s))}
    playing = {text[s.start : s.end] for s in weak if _is_team(text, s) and plays(text, s) and not names.NAME_NEXT.match(text, s.end)}
    return said | playing if playing and is_on_sport(text, (text[s.start : s.end] for s in listed if s.label == "org")) else said


def is_unsaid(text: str, s: Span, said: Collection[str], codes: set[str | None]) -> bool:
    """A weak name that neither the model nor the words around it take for the body: "Celtic music". An acronym is said by its capitals where the
    article speaks of the body's country, and that of a company or paper anywhere."""
    surface = text[s.start : s.end]
    at_home = any(e.code in codes or not e.code for e in s.value)
    return surface not in said and not (surface.isupper() and (at_home or any(b.kind in ("company", "media") for b in gazetteer.listed_bodies(surface))))


def _is_team(text: str, s: Span) -> bool:
    return all(b.kind == "sport" for b in gazetteer.listed_bodies(text[s.start : s.end]))


def _is_cued(text: str, s: Span) -> bool:
    """What follows or precedes says that the body is meant here."""
    after, before = text[s.end : s.end + 24], text[max(0, s.start - 24) : s.start]
    return bool(_BODY_AFTER.match(after) or (_BODY_BEFORE.search(before) and re.match(r"[\s,.]", after)))

"""What an article is about: the countries that its title, its lead or most of its mentions speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.entities.common import View
from extractor.entities.namesakes import Hit
from extractor.resources import words

_FEW = 2  # countries that an article can be about where it names each of them once
_ONCE = 1.0  # the weight of one mention in the body: no article is about it, where it is about another country
_LEADS = {"title": 3.0, "standfirst": 2.0, "lead": 1.5}
_WEIGHTS = _LEADS | {"body": 1.0, "caption": 0.5}


def focus(view: View, hits: Sequence[Hit], by: Mapping[str, Sequence[Hit]]) -> set[str]:
    """The codes in focus among those of `by`, the hits of each country; `hits` are all."""
    abroad = any(h.rule == "dateline" and h.place and h.place[0] in words("international_seats") for h in hits)
    at_home = not abroad and not any(h.rule != "dateline" and h.code and _part(view, h) in _LEADS for h in hits)  # news of a country for those who live there
    scores = {code: sum(_weight(view, h, at_home) for h in hs) for code, hs in by.items()}
    top = max(scores.values(), default=0.0)
    tied = sum(s == top for s in scores.values())
    return {code for code, score in scores.items() if score >= 0.5 * top and (score > _ONCE or (score == top and tied <= _FEW))}


def _part(view: View, h: Hit) -> str:
    """The section that a mention stands in, the beginning of the body apart as the lead."""
    section = view.section(h.span.start)
    return "lead" if section == "body" and h.span.start < len(view.flat) * 0.15 else section


def _weight(view: View, h: Hit, at_home: bool) -> float:
    return _WEIGHTS.get(_part(view, h), 0.3) * (1.0 if h.rule != "dateline" else 2.0 if at_home else 0.3)

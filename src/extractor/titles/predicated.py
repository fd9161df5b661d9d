"""Titles that a verb gives somebody or takes from him: "was sworn in as the first female president of Mexico", "succeeds Fumio Kishida as prime minister"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.resources import cues
from extractor.titles.apposed import title_in
from extractor.types import Status, Title

_REACH = 150  # characters after a name in which its verb and title stand
_BEFORE = 40  # characters before a name in which a verb of others stands
_WHEN = r"(?:,? (?:on|last|this|late|early) (?:\w+ )?\w+(?: (?:night|morning|evening|afternoon))?,?| (?:today|yesterday|again|earlier|here),?)?"
_AS = r"(?:,? (?:by|in|at|for) [^,.;:()\n\"“”]{2,40}?)??(?: (?:in )?as| to be| to serve as| to become)? (?:the |its |his |her |their |an? )?"
_REST = r"(?P<rest>[A-Za-z][^,.;:()\n\"“”]{2,80})"
_IS = r"(?:(?:has|had|have) been|was|were|is|been|being|got|gets)(?: (?:officially|formally|unanimously|also|then|later))?"
_HIMSELF = re.compile(
    rf"(?:, \d{{1,3}},)?,?(?: who)?(?: (?:has|had))?(?: (?:also|then|later))? (?:(?P<gives>{_IS} {cues('is_given')}|{cues('gets')})"
    rf"|(?P<takes>{_IS} {cues('is_rid')}|{cues('gives_up')})){_WHEN}{_AS}{_REST}"
)
_BY_OTHERS = re.compile(rf"\b(?:(?P<gives>{cues('gives')})|(?P<takes>{cues('takes')})) (?:[\w.'’-]+ ){{0,3}}\Z")
_OF_OTHERS = re.compile(rf" as (?:the |its |his |her |their |an? )?{_REST}")
_PAST = re.compile(r"\b(?:in|from|since|until|till|between|of the) (?:[A-Z][a-z]+ )?(?:\d{4}\b|[Yy]ear\b|\d{4}s\b)")

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b(?:(?!\. [A-Z])[^\n])*\Z")  # in the sentence, before the name


def titles_said(text: str, start: int, end: int) -> tuple[list[Title], list[str]]:
    """The title that the verb after a name, or before it, says its bearer has now or has no more, and the countries; none that is dated by a year."""
    m, said = _HIMSELF.match(text, end, end + _REACH), None
    if not m and (said := _BY_OTHERS.search(text, max(0, start - _BEFORE), start)):
        m = _OF_OTHERS.match(text, end, end + _REACH)
    if not m or _PAST.search(text, m.start("rest"), m.end() + 30) or _YEAR.search(text, max(0, start - _REACH), start):
        return [], []
    found, countries = title_in(m["rest"], m.group()[: m.start("rest") - m.start()])
    status: Status = "former" if (said or m)["takes"] else "current"
    return [t if t.status == "acting" else replace(t, status=status) for t in found], countries

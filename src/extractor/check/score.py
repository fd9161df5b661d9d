"""Score records against what is expected of them: counts by kind, and a fault for each thing missing or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractor.check.expected import KINDS, article_facts, said_as, values
from extractor.positions import Lines
from extractor.types import Mention, Record


@dataclass(frozen=True, slots=True)
class Case:
    """An article that was checked: its file, raw text, record and expected content."""

    file: str
    text: str
    record: Record
    expected: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, and where in the article; line and column are 0 when it stands nowhere."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a kind over all articles."""

    right: int = 0
    missing: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """Right among what was found; 1.0 when nothing was."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Right among what was expected; 1.0 when nothing was."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1.0 when nothing is expected and nothing found."""
        total = 2 * self.right + self.missing + self.extra
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Scores by kind over all articles, and the faults in the order of the articles."""

    scores: dict[str, Score]
    faults: tuple[Fault, ...]

    def below(self, floors: dict[str, float]) -> list[str]:
        """The kinds whose F1 is under their floor."""
        return [k for k, floor in floors.items() if self.scores[k].f1 < floor]


def judge(cases: list[Case]) -> Verdict:
    """Compare every case's record with what is expected of it."""
    scores = {k: Score() for k in KINDS}
    faults: list[Fault] = []
    for case in cases:
        got, lines = values(case.record), Lines(case.text)
        known = set(case.expected.get("known_misses", ()))
        for kind in KINDS:
            if kind not in case.expected:
                continue
            found = set(got[kind])
            want = set(case.expected[kind]) - (known - found)
            missing = want - found
            extra = set() if kind in case.expected.get("partial", ()) else found - want
            s = scores[kind]
            scores[kind] = Score(s.right + len(want & found), s.missing + len(missing), s.extra + len(extra))
            faults += [_fault(case, lines, got[kind][v], f"{kind}: {v} is found now; take it from known_misses") for v in sorted(known & found)]
            faults += [_fault(case, lines, case.text.find(v), f"{kind}: missing {v}") for v in sorted(missing)]
            faults += [_fault(case, lines, got[kind][v], f"{kind}: extra {v}") for v in sorted(extra)]
        faults += _single(case, lines, got)
    return Verdict(scores, tuple(faults))


def _fault(case: Case, lines: Lines, at: Mention | int, message: str) -> Fault:
    offset = at if isinstance(at, int) else at.start
    return Fault(case.file, *(lines.at(offset) if offset >= 0 else (0, 0)), message)


def _single(case: Case, lines: Lines, got: dict[str, dict[str, Mention]]) -> Iterator[Fault]:
    record, expected = case.record, case.expected
    for key, found in article_facts(record).items():
        if key in expected and expected[key] != found:
            yield _fault(case, lines, -1, f"{key} is {found!r}, not {expected[key]!r}")
    for code, hows in expected.get("how", {}).items():
        if (said := said_as(record, code)) != hows:
            at = got["countries"].get(code, -1)
            yield _fault(case, lines, at, f"{code} is said as {said}, not {hows}")
    for kind in ("people", "countries", "organizations", "dates"):
        for v in sorted(set(expected.get(f"not_{kind}", ())) & set(got[kind])):
            yield _fault(case, lines, got[kind][v], f"{kind}: {v} should not be there")
    for text in expected.get("unresolved", ()):
        if text not in {u.text for u in record.unresolved}:
            yield _fault(case, lines, case.text.find(text), f"{text!r} is not under unresolved")

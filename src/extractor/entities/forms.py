"""The forms of people's names in one article, and the cluster of one bearer's forms while it is gathered."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from extractor.entities.bearers import core
from extractor.types import Role, Span, Title


@dataclass(frozen=True, slots=True)
class Form:
    """One located name: its span, its name and its folded tokens without particles' hyphens, initials kept."""

    span: Span
    name: str
    tokens: tuple[str, ...]
    suffix: str
    titles: tuple[Title, ...]
    countries: tuple[str, ...]
    role: Role
    order: int
    related: bool = False  # named as somebody's father, son…, who may have nearly the same name


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one bearer while they are gathered; `best` is the fullest form so far."""

    best: Form
    forms: list[Form] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    last_short: int = -1
    called: set[str] = field(default_factory=set)  # skeletons of the short names that stood for it so far
    full: list[tuple[int, int]] = field(default_factory=list)  # where full names stand, sorted
    spellings: set[str] = field(default_factory=set)  # folded and as they stand
    names: set[tuple[tuple[str, ...], str]] = field(default_factory=set)  # tokens and suffix of each form
    gender: str | None = None  # "m", "f" or "" for unknown; None: not looked at yet
    kin: bool | None = None  # brought in as a relative; None: not looked at yet
    subject_at: int | None = None  # where its full name first is a subject
    roles: list[Span] = field(default_factory=list)

    def add(self, f: Form) -> None:
        """Take a form in; full ones come in any order, short ones in the order of the text."""
        self.forms.append(f)
        self.kinds |= {t.kind for t in f.titles}
        self.spellings.update(f.tokens, f.name.split())
        self.names.add((f.tokens, f.suffix))
        if _fullness(f) > _fullness(self.best):
            self.best = f
        if len(core(f.tokens)) > 1:
            insort(self.full, (f.span.start, f.span.end))
        else:
            self.last_short = f.span.start
            self.called |= {*core(f.tokens)}

    def last_before(self, at: int) -> int:
        """Where this bearer was spoken of last before `at`; -1 when never."""
        full = self.last_full_before(at)
        return max(full[0] if full else -1, self.last_short)

    def last_full_before(self, at: int) -> tuple[int, int] | None:
        """Where the full name stood last before `at`."""
        i = bisect_left(self.full, (at, at))
        return self.full[i - 1] if i else None


def _fullness(f: Form) -> tuple[int, bool, int, int]:
    return len(f.tokens), not f.name.isupper(), len(f.name), -f.order

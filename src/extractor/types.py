"""The record and what leads to it: frozen, slotted, standard library only.

Offsets are half-open code points. In `Span` they count in the cleaned text; from `Mention` on they count in the raw text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

SectionKind = Literal["header", "title", "standfirst", "byline", "caption", "body", "related", "boilerplate", "credit"]
How = Literal["name", "demonym", "metonym", "place", "code"]
Role = Literal["subject", "credit"]
Status = Literal["current", "former", "acting", "elect", "late"]
OrgKind = Literal["government", "military", "armed-group", "company", "media", "agency", "intergovernmental", "ngo", "party", "university", "sport", "other"]
PlaceKind = Literal["capital", "city", "region", "other"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]

SILENT: frozenset[str] = frozenset({"related", "boilerplate"})
"""Section kinds that give no entities unless asked to."""


@dataclass(frozen=True, slots=True)
class Span:
    """A recognized stretch of the cleaned text, before it is resolved."""

    start: int
    end: int
    label: str
    rule: str
    value: Any = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Beaten:
    """What another mention was chosen over: raw offsets, what it would have said, its rule, and a raw offset inside the winner."""

    start: int
    end: int
    text: str
    label: str
    rule: str
    winner: int


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved time expression (TIMEX3 value and type) and the inclusive days it covers."""

    start: int
    end: int
    type: DateType
    value: str
    mod: str | None
    rule: str
    anchor: str | None
    edtf: str | None = None
    start_date: str | None = None
    end_date: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the article; sections cover the text in order without overlap."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it came in: decoded text and what the caller knows about it."""

    id: str
    text: str
    path: str | None = None
    encoding: str = "utf-8"
    invalid_bytes: int = 0
    sha256: str = ""
    published: str | None = None
    title: str | None = None
    url: str | None = None
    html: bool = False
    site: str | None = None  # what a page calls the site it is on
    authors: tuple[str, ...] = ()  # and who wrote it


@dataclass(frozen=True, slots=True)
class Found:
    """A located piece of text, in the raw text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    value: str | None
    basis: Literal["option", "field", "header", "dateline", "url", "none"]
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    place: str
    country: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Source:
    path: str | None
    sha256: str
    encoding: str
    chars: int
    repairs: list[Repair]
    url: str | None


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    title: Found | None
    published: Published
    dateline: Dateline | None
    authors: list[str]
    outlet: str | None
    language: str
    sections: list[Section]


@dataclass(frozen=True, slots=True)
class Mention:
    """A located mention: `raw[start:end] == text`, always."""

    start: int
    end: int
    text: str
    section: SectionKind
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class CountryMention(Mention):
    how: How = "name"


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    anchor: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    text: str
    kind: str
    status: Status = "current"


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    aliases: list[str]
    titles: list[Title]
    countries: list[str]
    role: Role
    mentions: list[Mention]
    nominal_mentions: list[Mention] | None = None


@dataclass(frozen=True, slots=True)
class Country:
    id: str
    code: str
    alpha3: str
    name: str
    focus: bool
    mentions: list[CountryMention]


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str
    acronym: str | None
    aliases: list[str]
    kind: OrgKind
    countries: list[str]
    role: Role
    mentions: list[Mention]
    nominal_mentions: list[Mention] | None = None


@dataclass(frozen=True, slots=True)
class DateEntity:
    id: str
    type: DateType
    value: str
    edtf: str | None
    start_date: str | None
    end_date: str | None
    mentions: list[DateMention]


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    kind: PlaceKind
    country: str | None
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class Unresolved:
    text: str
    start: int
    end: int
    reason: str
    candidates: list[str]


@dataclass(frozen=True, slots=True)
class Notice:
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Producer:
    version: str
    model: str
    data: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything said about one article (schema version 1)."""

    id: str
    source: Source
    article: ArticleInfo
    people: list[Person]
    countries: list[Country]
    organizations: list[Organization]
    dates: list[DateEntity]
    places: list[Place]
    unresolved: list[Unresolved]
    warnings: list[Notice]
    producer: Producer
    schema: str = "1"
    text: str | None = field(default=None)


Evidence = Iterator[tuple[str, str, float]]
"""Surface, kind (PERSON, ORG, PLACE, OTHER) and weight of what the text says of a name."""

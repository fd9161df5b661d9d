"""The lines of a pasted page, and what one line alone looks like: a headline, a name, a bullet, the first line of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor import resources
from extractor.gazetteer import lookup
from extractor.temporal.quantity import MONTHS
from extractor.types import SectionKind

Kinds = list[SectionKind | None]
"""What is known of each line so far."""

ENDS = re.compile(r"[.!?…:;,][\"”’')\]]*(?:\[\d{1,3}\])*\s*\Z|[\"”]\s*\Z")
LOWER = re.compile(r"\b[a-z]{2,}\b")
LONG = 600  # characters of a line that cues look at: bounds the work on one-line megabytes
NAME_LINE = resources.compiled(r"\s*(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: (?:[A-Z][\w'’.-]*|(?:de|van|von|der|bin|al|el|la|da|dos|and)\b)){1,4}\s*\Z")
_DESK, _WRITES = (resources.any_of(resources.words(group)) for group in ("desks", "desk_roles"))
ROLE = resources.compiled(rf"(?:,?\s*\b(?i:{_DESK}))*,?\s*\b(?i:{_WRITES})\b(?:,? (?:in )?[A-Z][\w ,]{{2,40}})?\s*\Z")
FIXTURE = resources.compiled(r"[A-Z][\w.' -]{2,25} (?:at|vs?\.?|AT|VS?\.?) [A-Z][\w.' -]{2,25}")  # New York at Seattle
BULLET = re.compile(r"\s*(?:[-•*·▪►–—]|\d{1,2}[.)])\s+\S")
_NAMED = resources.compiled(r"\s*(?:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})?\Z")
_SENTENCE_INSIDE = resources.compiled(r"[a-z]{3,}[.!?][\"”]? [A-Z(]")
_WORDS = re.compile(r"\S+")
_DATE_PREFIX = re.compile(r"\s*date \d{4}-\d\d-\d\d\b")
_RUN_IN = resources.compiled(  # By Ana Rua The council met; Ana Rua-Herald Reporter THE council met; By Ana Rua BISHKEK: The council met
    r"\s*(?:By:? (?!Prime |President |Chief |Vice )(?:(?:[A-Z][\w'’-]*[a-z][\w'’.-]*|[A-Z]\.) ){2,3}"
    r"|By (?:A|Our|Staff) (?:Staff |Own )?(?:Correspondent|Reporter) "
    r"|(?:[A-Z][\w'’-]*[a-z] [A-Z][\w'’]*[a-z](?:-|, | ))?(?:[A-Z][a-z]+ ){0,2}(?:Reporters?|Correspondents?|Writers?) )"
    r"(?=(?:The|A|An|As|At|In|On|For|After|When|While|With|It|He|She|They|This|Some|More|Most|Two|Three|Former|President|Police|[A-Z]{4,}|ZANU|THE)\b[ :,-])"
)
_BRACKETED = re.compile(r"\s*\[[^\[\]\n]{0,60}\b(?:Reporters?|Correspondents?) [A-Z][^\[\]\n]{2,80}\]")  # [Example Daily Reporters Oh Ju, Kwon Hyun]
_CLOCKED = resources.compiled(r"[^\n]{4,90}\d{1,2}:\d\d ?[AP]M(?=[A-Z][a-z]+ [A-Z][a-z]+[/,])")  # 12:07 AMAna Rua/Herald Writer
_CLOCK = resources.compiled(r"\s*\d{1,2}[.:h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\s*\Z", re.I)
_OPENS = resources.compiled(r"[^\w]*[A-Z\d\W]")
_MONTH = f"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\\.?"
_FULL_DATE = re.compile(
    rf"\b(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?[ -]\d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})(?!\w)", re.I
)
_STAMPED = re.compile(r"\b(?:(?:last |first )?(?:updated?|published|posted|modified|created|issued)|\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?)|[|•·]", re.I)
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty, with the white space after it, in offsets of the text."""

    start: int
    end: int
    text: str
    blank_before: bool


def split_lines(text: str) -> list[Line]:
    """The lines of a text; a machine's date or a byline run together with a long line is one of its own."""
    out: list[Line] = []
    start, blank = 0, True
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        if raw.strip():
            clock = _CLOCKED.match(raw)
            m = clock or _DATE_PREFIX.match(raw) or _RUN_IN.match(raw) or _BRACKETED.match(raw)
            if m and (clock or len(raw) - m.end() > 40):
                out.append(Line(start, start + m.end(), raw[: m.end()], blank))
                out.append(Line(start + m.end(), end, raw[m.end() :].rstrip("\r\n"), False))
            else:
                out.append(Line(start, end, raw.rstrip("\r\n"), blank))
            blank = False
        else:
            blank = True
            if out:
                out[-1] = Line(out[-1].start, end, out[-1].text, out[-1].blank_before)
        start = end
    return out


def rows(text: str) -> Iterator[tuple[int, str]]:
    """Where each line begins, and the line: blank ones too, as line feeds alone divide them."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


@cache
def cues(section: str, key: str = "cues") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The cues of data/layout.toml for a section: those for the start of a line, to be matched, and those for anywhere in it, to be searched."""
    rows = resources.toml("layout")[section].get(key, ())
    groups = ([r for r in rows if r.startswith("^")], [r for r in rows if not r.startswith("^")])
    at_start, anywhere = (resources.compiled("|".join(f"(?:{r})" for r in g) or "(?!)", re.IGNORECASE) for g in groups)
    return at_start, anywhere


def cued(text: str, section: str, key: str = "cues") -> bool:
    """A cue of the section matches within the first LONG characters."""
    at_start, anywhere = cues(section, key)
    t = text[:LONG]
    return at_start.match(t) is not None or anywhere.search(t) is not None


def is_stamp(text: str) -> bool:
    """A line that only says when, and who carries it: "Example News | Updated: 2025-11-20 23:27", "07:00, 22 NOV 2026 | Updated 23 NOV 2026"."""
    if len(text) > 140 or not _FULL_DATE.search(text):
        return False
    bare = _FULL_DATE.sub(" ", text)
    rest = [w for w in _WORD.findall(_STAMPED.sub(" ", bare)) if w.lower() not in ("at", "on")]
    return _STAMPED.search(bare) is not None and len(rest) <= 6 and all(w[0].isupper() for w in rest) and not ENDS.search(text)


def count_words(text: str) -> int:
    """Words of a line, as far as cues look at it."""
    return len(_WORDS.findall(text[:LONG]))


def is_signed(text: str) -> bool:
    """A name and what the bearer writes, or that alone: "Rosa Lehmann Health editor", "Political Editor"."""
    m = ROLE.search(text) if len(text) < 120 else None
    name = text[: m.start()] if m else ""
    ordinary = resources.words("common_words") | resources.words("determiners")
    return m is not None and _NAMED.match(name) is not None and ordinary.isdisjoint(name.lower().split())


_SOURCE = resources.compiled(r"\s*(?P<name>(?:The )?[A-Z][\w’'&.-]+(?: [A-Z][\w’'&.-]+){0,3}) \((?P<city>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\)\s*")


def source_of(text: str) -> str | None:
    """The paper that a line names with its city, as collections of stories from many do: "Premium Times (Abuja)"."""
    m = _SOURCE.fullmatch(text[:LONG])
    return m["name"] if m and resources.geonames(m["city"]) else None


def line_around(text: str, start: int, end: int, most: int) -> str:
    """The line that holds text[start:end]; "" when it goes on for `most` characters or more before or after that."""
    left = text[max(0, start - most) : start].rpartition("\n")
    right = text[end : end + most].partition("\n")
    whole = (left[1] or start < most) and (right[1] or len(text) - end < most)
    return left[2] + text[start:end] + right[0] if whole else ""


_PLACE_AND_DATE = resources.compiled(r"\s*(?P<place>[A-Z][a-z][\w’-]*(?: [A-Z][\w’-]+){0,3})(?:, [A-Z][\w. ]{2,30})? \d{4}-\d\d-\d\d\s*")


def is_dateline(text: str) -> bool:
    """A line of its own that says where and when; one in small letters, as a wire in capitals is recased, names a place of the tables."""
    if cued(text, "dateline"):
        return True
    m = _PLACE_AND_DATE.fullmatch(text[:LONG])
    return m is not None and bool(resources.geonames(m["place"]) or any(e.kind in ("capital", "state", "region") for e in lookup(m["place"])))


def is_item(text: str) -> bool:
    """What a list of links is made of: short, no sentence."""
    return len(text) < 200 and count_words(text) <= 24 and not ENDS.search(text)


def is_headline(text: str) -> bool:
    """Three words or more, no end of a sentence."""
    return is_item(text) and count_words(text) > 2 and _OPENS.match(text) is not None


def asks_or_quotes(text: str) -> bool:
    """A headline that is a question, or ends with somebody's words."""
    bare = text.rstrip()
    return bare.endswith(("?", "”", '"', "’", "?”", '?"')) and is_headline(bare.rstrip('?”"’'))


def tells(text: str) -> bool:
    """A headline that tells something, not a row of a table: several lower-case words, few numbers, no bullet."""
    found = _WORDS.findall(text[:LONG])
    numbers = sum(any(c.isdigit() for c in w) for w in found)
    return is_headline(text) and not BULLET.match(text) and len(found) >= 5 and len(LOWER.findall(text)) >= 2 and numbers <= len(found) * 0.2


def begins_story(lines: list[Line], i: int) -> bool:
    """Line `i` can be the first of the body: a sentence, a clock time of a live blog, hard-wrapped prose."""
    t = lines[i].text
    if BULLET.match(t) or (i == 0 and len(lines) > 1 and asks_or_quotes(t)):
        return False
    if _CLOCK.match(t):
        return True
    ends = bool(ENDS.search(t) or _SENTENCE_INSIDE.search(t[:LONG]))
    if ends and count_words(t) >= 6:
        return True
    # hard-wrapped prose: a long line that goes on in the next one
    under = lines[i + 1].text if i + 1 < len(lines) and not lines[i + 1].blank_before else ""
    return len(t) > 45 and under[:1].islower() and not under.startswith("http")

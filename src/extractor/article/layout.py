"""Lines of a pasted article to sections: what is the story, what surrounds it, and which line breaks are only wrapping."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor import resources
from extractor.types import SILENT, Section, SectionKind

_APPEAL_LINES = 40
_LONG = 600  # characters of a line that cues look at: bounds the work on one-line megabytes
_GLUED = re.compile(r"\s*([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})\s*\1\s*\Z")
_NAME_LINE = re.compile(r"\s*[A-Z][\w'’-]+(?: (?:[A-Z][\w'’.-]*|(?:de|van|von|der|bin|al|el|la|da|dos|and)\b)){1,4}\s*\Z")
_BULLET = re.compile(r"\s*(?:[-•*·▪►–—]|\d{1,2}[.)])\s+\S")
_ENDS = re.compile(r"[.!?…:;,][\"”’')\]]*\s*\Z|[\"”]\s*\Z")
_SENTENCE_INSIDE = re.compile(r"[a-z]{3,}[.!?][\"”]? [A-Z(]")
_WORDS = re.compile(r"\S+")
_DATE_PREFIX = re.compile(r"\s*date \d{4}-\d\d-\d\d\b")
_LOWER = re.compile(r"\b[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    blank_before: bool


@cache
def _cues(section: str, key: str = "cues") -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in resources.toml("layout")[section].get(key, ())) or "(?!)", re.IGNORECASE)


def _cued(text: str, section: str, key: str = "cues") -> bool:
    return _cues(section, key).search(text) is not None


def layout(text: str) -> tuple[Section, ...]:
    """Sections that cover `text` in order without overlap; white space between lines belongs to the one before."""
    lines = _lines(text)
    if not lines:
        return (Section("body", 0, len(text)),) if text else ()
    kinds = _by_cue(lines)
    _mark_tails(lines, kinds)
    _mark_top(lines, kinds)
    out: list[Section] = []
    for line, kind in zip(lines, kinds, strict=True):
        for k, end in _split(line, kind or "body"):
            start = out[-1].end if out else 0
            if out and out[-1].kind == k:
                out[-1] = Section(k, out[-1].start, end)
            else:
                out.append(Section(k, start, end))
    out[-1] = Section(out[-1].kind, out[-1].start, len(text))
    return tuple(out)


def _lines(text: str) -> list[_Line]:
    out: list[_Line] = []
    start, blank = 0, True
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        if raw.strip():
            m = _DATE_PREFIX.match(raw)
            if m and len(raw) - m.end() > 40:
                out.append(_Line(start, start + m.end(), raw[: m.end()], blank))
                out.append(_Line(start + m.end(), end, raw[m.end() :].rstrip("\r\n"), False))
            else:
                out.append(_Line(start, end, raw.rstrip("\r\n"), blank))
            blank = False
        else:
            blank = True
            if out:
                out[-1] = _Line(out[-1].start, end, out[-1].text, out[-1].blank_before)
        start = end
    return out


def _by_cue(lines: list[_Line]) -> list[SectionKind | None]:
    kinds: list[SectionKind | None] = []
    for i, line in enumerate(lines):
        t = line.text[:_LONG]
        kind: SectionKind | None = None
        if _cued(t, "related") and len(line.text) < 250:
            kind = "related"
        elif _cued(t, "boilerplate") and len(line.text) < 400:
            kind = "boilerplate"
        elif _cued(t, "credit") and (len(line.text) < 350):
            kind = "credit"
        elif _GLUED.match(t) or (_cued(t, "byline") and not _ENDS.search(line.text) and i < 15):
            kind = "byline"
        elif _cued(t, "caption"):
            kind = "caption"
        elif _cued(t, "header") and len(line.text) < 220:
            kind = "header"
        kinds.append(kind)
    for i in range(1, len(lines)):  # a label, and the headline under it
        if kinds[i] is None and kinds[i - 1] == "related" and _cued(lines[i - 1].text[:_LONG], "related", "labels") and _headline(lines[i].text):
            kinds[i] = "related"
    return kinds


def _headline(text: str) -> bool:
    return 2 < len(_WORDS.findall(text[:_LONG])) <= 24 and len(text) < 200 and not _ENDS.search(text)


def _told_headline(text: str) -> bool:
    """A headline that tells something, not a row of a table: several lower-case words, few numbers, no bullet."""
    found = _WORDS.findall(text[:_LONG])
    numbers = sum(any(c.isdigit() for c in w) for w in found)
    return _headline(text) and not _BULLET.match(text) and len(found) >= 5 and len(_LOWER.findall(text)) >= 2 and numbers <= len(found) * 0.2


def _mark_tails(lines: list[_Line], kinds: list[SectionKind | None]) -> None:
    n = len(lines)
    sentences = [i for i in range(n) if kinds[i] is None and len(lines[i].text) > 80 and _ENDS.search(lines[i].text)]
    tails = [i for i in range(n // 3, n) if _cued(lines[i].text[:_LONG], "related", "tails")]
    headlines, first = 0, n
    for i in range(n - 1, min(tails, default=n) - 1, -1):  # counted from below, once for all
        if tails[-1] == i:
            tails.pop()
            first = i if headlines >= max(1, (n - i - 1) * 0.6) else first
        headlines += _headline(lines[i].text)
    kinds[first:] = ["related"] * (n - first)
    for i in range(n):
        if _cued(lines[i].text[:_LONG], "boilerplate", "appeal") and i > 0:
            end = _appeal_end(lines, i)
            if end:
                kinds[i:end] = ["boilerplate"] * (end - i)
                break
    tail = n
    while tail > 0 and (kinds[tail - 1] in ("related", "boilerplate") or (kinds[tail - 1] is None and _told_headline(lines[tail - 1].text))):
        tail -= 1
    run = [i for i in range(tail, n) if kinds[i] is None]
    if len(run) >= 4 and len(sentences) >= 3 and sentences[-1] < tail:
        for i in run:
            kinds[i] = "related"


def _appeal_end(lines: list[_Line], start: int) -> int | None:
    """The line after an appeal for money or readers that starts here; None when too little speaks of either."""
    asking = resources.toml("layout")["boilerplate"]["appeal_words"]
    said, end = 0, start
    for i in range(start, min(len(lines), start + _APPEAL_LINES)):
        found = sum(lines[i].text.lower().count(w) for w in asking)
        if found:
            end = i + 1
        elif i - end >= 3:
            break
        said += found
    return end if said >= 3 else None


def _mark_top(lines: list[_Line], kinds: list[SectionKind | None]) -> None:
    """Title, standfirst and names before the first paragraph of the body."""
    n = len(lines)
    body = next((i for i in range(n) if kinds[i] is None and _body_start(lines, i)), n)
    if body == n and n == 1:
        return
    title: int | None = None
    for i in range(body):
        t = lines[i].text
        if kinds[i] is not None:
            continue
        if _BULLET.match(t):
            kinds[i] = "standfirst"
        elif title is None and _headline(t) and not _NAME_LINE.match(t):
            title, kinds[i] = i, "title"
        elif title is not None and t.strip() == lines[title].text.strip():
            kinds[i] = "title"
        elif _NAME_LINE.match(t) and (title is not None or i > 0):
            kinds[i] = "byline"
        elif title is not None:
            kinds[i] = "standfirst"
        elif _headline(t) and n > 1:
            title, kinds[i] = i, "title"
    if title is not None:
        again = [i for i in range(title + 1, min(n, title + 8)) if lines[i].text.strip() == lines[title].text.strip()]
        for i in range(title + 1, again[-1] if again else title + 1):
            kinds[i] = kinds[i] or "standfirst"
        for i in again:
            kinds[i] = "title"


def _body_start(lines: list[_Line], i: int) -> bool:
    t = lines[i].text
    if _BULLET.match(t):
        return False
    ends = bool(_ENDS.search(t) or _SENTENCE_INSIDE.search(t[:_LONG]))
    if ends and len(_WORDS.findall(t[:_LONG])) >= 6:
        return True
    # hard-wrapped prose: a long line that goes on in the next one
    return len(t) > 45 and i + 1 < len(lines) and not lines[i + 1].blank_before and lines[i + 1].text[:1].islower()


def _split(line: _Line, kind: SectionKind) -> list[tuple[SectionKind, int]]:
    """A closing credit at the end of a paragraph is a section of its own."""
    if kind == "body":
        m = _cues("credit", "tails").search(line.text, max(0, len(line.text) - _LONG))
        if m and m.start() > 0:
            return [("body", line.start + m.start()), ("credit", line.end)]
    return [(kind, line.end)]


def without_addresses(text: str) -> str:
    """Web addresses blanked, character for character: their words name nothing in the story."""
    return _URL.sub(lambda m: " " * len(m.group()), text)


def flatten(text: str, sections: tuple[Section, ...], include_silent: bool) -> str:
    """The text that recognizers read, character for character as long: straight apostrophes, soft line breaks as spaces,
    silent sections blanked."""
    out = without_addresses(text.translate(_PLAIN))
    parts: list[str] = []
    for s in sections:
        chunk = out[s.start : s.end]
        parts.append("\n" * len(chunk) if s.kind in SILENT and not include_silent else chunk)
    return _SOFT.sub(_joined, "".join(parts))


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "′": "'", "\r": "\n", "\u2028": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n", "″": '"'})
_SOFT = re.compile(r"(?<=\S)[ \t]*\n(?=[^\s])")
_CONTINUES = re.compile(r"[a-z0-9(“\"'’–—-]|[A-Z][\w'’.-]*,? (?:[a-z]|[A-Z][\w'’-]* [a-z])")
_FRESH = re.compile(r"(?:The|A|An|In|On|At|By|It|He|She|They|But|And|This|That|For|From|With|After|As|When|If|While)\b")
_LAST_WORD = re.compile(r"(\S+)\s*\Z")


def _joined(m: re.Match[str]) -> str:
    s, gap = m.string, m.group()
    left = s[s.rfind("\n", 0, m.start()) + 1 : m.start()][-_LONG:]
    right = s[m.end() : m.end() + 80].split("\n")[0]
    if _ENDS.search(left) or not _CONTINUES.match(right) or _FRESH.match(right):
        return gap
    last = _LAST_WORD.search(left)
    word = last.group(1) if last else ""
    if not _LOWER.search(left):
        return gap  # a headline or a label in capitals
    if right[:1].islower() or (word[:1].isupper() and _LOWER.search(left)) or word in resources.words("particles"):
        return " " * len(gap)
    return gap

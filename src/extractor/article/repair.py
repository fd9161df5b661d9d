"""Mojibake, invisible characters, entities and tags: cleaned text, and a map from each of its characters to the raw text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractor.types import Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Repaired text; `starts[i]`, `ends[i]` bound in the raw text what character i was made of (None: nothing was changed)."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    repairs: tuple[Repair, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open range of the cleaned range [start, end)."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def repair(raw: str, plain_tags: bool = True) -> Cleaned:
    """Clean `raw` for recognition. Clean text comes back as it is, with no map and no repairs."""
    cleaned = Cleaned(raw)
    counts: Counter[str] = Counter()
    steps = [s for s in _steps() if plain_tags or s[0] not in ("tag", "entity")]
    for kind, pattern, fix in steps:
        for _ in range(3 if kind == "mojibake" else 1):  # text may be broken twice over
            cleaned, n = _rewrite(cleaned, pattern, fix)
            counts[kind] += n
            if not n:
                break
    return replace(cleaned, repairs=tuple(Repair(k, n) for k, n in sorted(counts.items()) if n))


def _rewrite(source: Cleaned, pattern: re.Pattern[str], fix: Callable[[re.Match[str]], str | None]) -> tuple[Cleaned, int]:
    edits = [(m.start(), m.end(), new) for m in pattern.finditer(source.text) if (new := fix(m)) is not None and new != m.group()]
    if not edits:
        return source, 0
    starts = source.starts or list(range(len(source.text)))
    ends = source.ends or list(range(1, len(source.text) + 1))
    text: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for a, b, new in [*edits, (len(source.text), len(source.text), "")]:
        text.append(source.text[at:a])
        new_starts += starts[at:a]
        new_ends += ends[at:a]
        text.append(new)
        n, k = b - a, len(new)
        for j in range(k):  # spread the new characters evenly over what they were made of
            new_starts.append(starts[a + j * n // k])
            new_ends.append(ends[a + max((j + 1) * n // k, j * n // k + 1) - 1])
        at = b
    return replace(source, text="".join(text), starts=new_starts, ends=new_ends), len(edits)


# -- UTF-8 read as a one-byte encoding -------------------------------------------------------------------------------

_CP1252 = {bytes([b]).decode("cp1252", errors="replace") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b): b for b in range(0x80, 0x100)}
_TAIL = "[" + "".join(re.escape(c) for c, b in _CP1252.items() if b < 0xC0) + "\x80-\xbf]"
_ONE_BYTE = re.compile(
    f"(?:[\xc2-\xc5]{_TAIL})+|(?:[\xce-\xd1\xd7-\xdb]{_TAIL}){{3,}}|(?:[\xe1\xe2]{_TAIL}{{2}})+|(?:[\xe3-\xef]{_TAIL}{{2}}){{2,}}|\xf0{_TAIL}{{3}}"
    "|â€(?=[\\s.,;:!?)]|$)|\xc2(?=[ \xa0])"
)


def _from_one_byte(m: re.Match[str]) -> str | None:
    s = m.group()
    if s == "â€":  # the last byte of a closing quotation mark has no Windows-1252 character and is often lost
        return "”"
    before = m.string[max(0, m.start() - 2) : m.start()]
    if s[0] in "ÂÃÄÅ" and len(s) == 2 and s[1] in "”“’‘»«–—…" and len(before) == 2 and before.isupper():
        return None  # "MAÇÃ”": a capital in its own right before a closing mark
    if s == "Â":
        return ""
    try:
        return bytes(_CP1252.get(c, ord(c)) for c in s).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None


# -- UTF-8 read as GBK ---------------------------------------------------------------------------------------------

_GBK = re.compile("[鈥鈧][�?]|[\u2460-\uffee�€]*[\u3400-\u9fff\ue000-\uf8ff][\u2460-\uffee�€]*")


def _from_gbk(m: re.Match[str]) -> str | None:
    s, text = m.group(), m.string
    if len(s) > 12:
        return None
    after, before = text[m.end() : m.end() + 1], text[max(0, m.start() - 1) : m.start()]
    if s == "鈧�":
        return "€"
    if s in ("鈥�", "鈥?"):
        return _lost_quote(text, m.start(), before, after)
    tail = ""
    if s.endswith("鈥�"):
        s, tail = s[:-2], _lost_quote(text, m.end() - 2, "x", after)
    elif s.endswith("�"):
        return None
    try:
        fixed = s.encode("gb18030").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    if not all(c.isascii() or "\xa0" <= c <= "ɏ" or " " <= c <= "⁯" or c in "€™" for c in fixed):
        return None
    touches_latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    if not ("鈥" in s or "鈧" in s or touches_latin):
        return None
    return fixed + tail


def _lost_quote(text: str, at: int, before: str, after: str) -> str:
    """Which mark stood here, of those whose third byte GBK could not pair."""
    if after and after.isalpha() and (not before or before.isspace()):
        return "“"
    paragraph = text[text.rfind("\n", 0, at) + 1 : at]
    opened = sum(paragraph.count(c) for c in ("“", "鈥淲", "鈥渢")) + len(re.findall("鈥[\u6d00-\u6fff]", paragraph))
    if before.isspace() and after.isspace():
        return "—"
    if before.isdigit() and after.isdigit():
        return "–"
    if opened > paragraph.count("”") or (before and before in ".,!?"):
        return "”"
    return "’" if before.isalpha() else "”"


# -- the rest ----------------------------------------------------------------------------------------------------------

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufe0e\ufe0f\x00-\x08\x0b\x0c\x0e-\x1f]+")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES = re.compile("[ﬀ-ﬆ！-～]")
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")
_TAGS = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|b|i|em|strong|a|span|img|td|tr|table|blockquote|figure|figcaption|section|article|header|footer)(?:\s[^<>]{0,400})?/?>",
    re.I,
)
_ENTITIES = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|table|blockquote|figure|section|article)\b", re.I)


def _steps() -> list[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str | None]]]:
    return [
        ("tag", _TAGS, lambda m: "\n" if _BLOCK.match(m.group()) else ""),
        ("entity", _ENTITIES, lambda m: html.unescape(m.group())),
        ("mojibake", _GBK, _from_gbk),
        ("mojibake", _ONE_BYTE, _from_one_byte),
        ("invisible", _INVISIBLE, lambda m: ""),
        ("space", _SPACES, lambda m: " "),
        ("compatibility", _LIGATURES, lambda m: unicodedata.normalize("NFKC", m.group())),
        ("composed", _DECOMPOSED, lambda m: unicodedata.normalize("NFC", m.group())),
    ]

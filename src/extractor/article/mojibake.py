"""UTF-8 that was read in another encoding: what of a text is so, and what it was before.

One-byte encodings show a lead byte of UTF-8 and its tails as characters of their own ("â€™", "‚Äô", "ΓÇÖ"). Two-byte ones pair the bytes anew,
across the end of the broken character, and lose one where no pair exists ("鈥檚", "鈥�", "窶冱"). A line all of which goes back is repaired whole:
no other text is valid UTF-8 by chance. Else patterns find the parts that do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial

Edit = tuple[int, int, str]  # start, end, what belongs there


def edits(text: str) -> list[Edit]:
    """What to put where, in order. To be asked again until there is nothing: text may be broken twice."""
    if text.isascii():
        return []
    out: list[Edit] = []
    end = -1
    while m := _FOREIGN.search(text, end + 1):
        start = text.rfind("\n", end + 1, m.start()) + 1 or end + 1
        end = text.find("\n", m.end())
        end = len(text) if end < 0 else end
        line = text[start:end]
        whole = next((e for encoding in _ENCODINGS if (e := _whole(line, encoding))), None)
        out += [(start + x, start + y, new) for x, y, new in whole] if whole else _parts(text, start, end)
    return out


# every sign that was read wrong became two or more, of which only a last one looks like a quotation mark or a dash; or one of those that lost their tail
_FOREIGN = re.compile("(?![“”‘’–—…]{2})[^\x00-\x7f]{2}|[ÂÃ\u2460-\U0010ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # nobody wrote these: another encoding's bytes
_SURE = 3  # broken characters in a line that goes back whole; fewer may be signs in their own right
_SURE_DOUBLE = 6  # the same where a sign is a whole syllable: 小学 is valid Cyrillic, too


def _whole(line: str, encoding: str) -> list[Edit]:
    """The edits of a line all of which was UTF-8 read in one encoding."""
    one_byte = encoding in _ONE_BYTE
    try:
        data = line.translate(_AS_LATIN[encoding]).encode("latin-1") if one_byte else line.encode(encoding)
        fixed = data.decode("utf-8")
    except ValueError:
        return []
    if _PRIVATE.search(fixed):
        return []
    if sum(c >= "\x80" for c in fixed) < (_SURE if one_byte else _SURE_DOUBLE) or (not one_byte and any("\x80" <= c < "\xa0" for c in fixed)):
        return []
    places: Sequence[int] = range(len(data) + 1)
    if not one_byte:
        places = [i for i, c in enumerate(line) for _ in c.encode(encoding)] + [len(line)]
    return list(_aligned(line, fixed, places))


def _aligned(line: str, fixed: str, places: Sequence[int]) -> Iterator[Edit]:
    """Changed characters, each with those of the line that hold its bytes; several together where they share one."""
    at, start, new = 0, 0, ""
    for c in fixed:
        at += len(c.encode())
        new += c
        if places[at] == places[at - 1]:
            continue  # the next character's bytes begin inside this one of the line
        end = places[at]
        if new != line[start:end]:
            yield start, end, new
        start, new = end, ""


def _parts(text: str, start: int, end: int) -> list[Edit]:
    """The edits of matches in text[start:end], each of which goes back alone; the earlier pattern wins where two touch."""
    taken: list[Edit] = []
    used = bytearray(end - start)
    for pattern, fix in _patterns():
        for m in pattern.finditer(text, start, end):
            a, b = m.start() - start, m.end() - start
            if not any(used[a:b]) and (new := fix(m)) is not None and new != m.group():
                used[a:b] = b"\x01" * (b - a)
                taken.append((*m.span(), new))
    return sorted(taken)


Fix = Callable[[re.Match[str]], str | None]


@cache
def _patterns() -> list[tuple[re.Pattern[str], Fix]]:
    doubles: list[tuple[re.Pattern[str], Fix]] = [(pattern, partial(_from_two_bytes, encoding, mark)) for encoding, mark, pattern in _TWO_BYTES]
    return doubles + [(_pattern(encoding), partial(_from_one_byte, encoding)) for encoding in _ONE_BYTE]


# -- one byte a character ----------------------------------------------------------------------------------------------


def _table(encoding: str) -> dict[str, int]:
    """Character → byte of the upper half; Windows-1252's holes are the control characters that Latin-1 has there."""
    controls = {chr(b): b for b in range(0x80, 0xA0)} if encoding == "cp1252" else {}
    return controls | {bytes([b]).decode(encoding, errors="ignore") or chr(b): b for b in range(0x80, 0x100)}


_ONE_BYTE = {e: _table(e) for e in ("cp1252", "mac_roman", "cp437", "cp850")}
_AS_LATIN = {e: {ord(c): b for c, b in t.items()} | {b: 0xFFFF for b in range(0x80, 0x100) if chr(b) not in t} for e, t in _ONE_BYTE.items()}
_LOST_TAIL = {"cp1252": ["â€(?:�|(?=[\\s.,;:!?)]|$))", "\xc2(?=[ \xa0])"]}  # the last byte of ” has no Windows-1252 character and is often lost
_ALONE = "àÀéÉèÈóíáâêôúñ"  # accented letters that stand alone or begin and end words


def _pattern(encoding: str) -> re.Pattern[str]:
    table = _ONE_BYTE[encoding]

    def group(*ranges: tuple[int, int]) -> str:
        chars = "".join(re.escape(c) for c, b in table.items() if any(x <= b <= y for x, y in ranges))
        controls = "\x80-\xbf" if encoding == "cp1252" and ranges[0][0] == 0x80 else ""
        return f"[{chars}{controls}]"

    tail = group((0x80, 0xBF))
    parts = [
        f"(?:{group((0xC2, 0xC5))}{tail})+",
        f"(?:{group((0xCE, 0xD1), (0xD7, 0xDB))}{tail}){{3,}}",
        f"(?:{group((0xE1, 0xE2))}{tail}{{2}})+",
        f"(?:{group((0xE0, 0xE0), (0xE3, 0xEF))}{tail}{{2}}){{2,}}",
        f"{group((0xF0, 0xF0))}{tail}{{3}}",
    ]
    return re.compile("|".join(parts + _LOST_TAIL.get(encoding, [])))


def _from_one_byte(encoding: str, m: re.Match[str]) -> str | None:
    s, table = m.group(), _ONE_BYTE[encoding]
    before, after = m.string[max(0, m.start() - 2) : m.start()], m.string[m.end() : m.end() + 1]
    if encoding == "cp1252":
        if s.rstrip("�") == "â€":
            return "”"
        if s == "Â":
            return ""
        if s[0] in "ÂÃÄÅ" and len(s) == 2 and s[1] in "”“’‘»«–—…" and len(before) == 2 and before.isupper():
            return None  # "MAÇÃ”": a capital in its own right before a closing mark
    try:
        fixed = bytes(table.get(c, ord(c)) for c in s).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None
    if encoding != "cp1252" and len(s) == 2 and fixed not in _ALONE and not before[-1:].isalpha() and not after.isalpha():
        return None  # "√π", "├─": signs in their own right
    return fixed


# -- two bytes a character ---------------------------------------------------------------------------------------------

_TWO_BYTES = [
    ("gb18030", "鈥", re.compile("[鈥鈧][�?]|[\u2460-\uffee�€]{0,200}[\u3400-\u9fff\ue000-\uf8ff][\u2460-\uffee�€]{0,200}")),
    ("cp932", "窶", re.compile("窶[�?]|[^\x00-\x7f]{0,8}[窶ﾂ-ﾅﾎ-ﾑ][^\x00-\x7f]*")),
]
_ENCODINGS = (*_ONE_BYTE, *(e for e, _, _ in _TWO_BYTES))
_NEAR = 200  # characters within which a sure sign makes a doubtful one sure
_LONGEST = 12  # characters of a Latin run: accents and marks among letters
_OWN_SCRIPT = re.compile(r"[\u0400-\u052f\u0370-\u03ff\u0600-\u06ff]{4,}")  # what a longer run may turn into: a word of Russian, Greek, Arabic


def _from_two_bytes(encoding: str, mark: str, m: re.Match[str]) -> str | None:
    s, text = m.group(), m.string
    after, before = text[m.end() : m.end() + 1], text[max(0, m.start() - 1) : m.start()]
    if s == "鈧�":
        return "€"
    if s in (mark + "�", mark + "?"):
        return _lost_mark(text, m.start(), before, after, encoding, mark)
    tail = ""
    if s.endswith(mark + "�"):
        s, tail = s[:-2], _lost_mark(text, m.end() - 2, "x", after, encoding, mark)
    elif "�" in s or len(s) > 200:
        return None
    try:
        fixed = s.encode(encoding).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    if _OWN_SCRIPT.fullmatch(fixed) and len(s) >= 5:
        return fixed + tail
    if mark in fixed:
        return fixed + tail  # broken twice
    if len(s) > _LONGEST or not all(c.isascii() or "\xa0" <= c <= "ɏ" or " " <= c <= "⁯" or c in "€™" for c in fixed):
        return None
    near = text[max(m.pos, m.start() - _NEAR) : min(m.endpos, m.end() + _NEAR)]
    touches_latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    return fixed + tail if mark in near or "鈧" in s or touches_latin else None


def _lost_mark(text: str, at: int, before: str, after: str, encoding: str, mark: str) -> str:
    """Which mark stood here, of those whose third byte could not be paired."""
    if after and after.isalpha() and (not before or before.isspace()):
        return "“"
    if before.isspace() and after.isspace():
        return "—"
    if before.isdigit() and after.isdigit():
        return "–"
    paragraph = text[max(text.rfind("\n", 0, at) + 1, at - 1000) : at]
    opened = paragraph.count("“") + paragraph.count("„") + sum(_opens(c, encoding) for c in re.findall(f"{mark}(.)", paragraph))
    if opened > paragraph.count("”") or (before and before in ".,!?"):
        return "”"
    return "’" if before.isalpha() else "”"


@lru_cache(maxsize=4096)
def _opens(char: str, encoding: str) -> bool:
    """The third byte of “ is 9C and that of „ is 9E; the letter after it was paired with it."""
    return char.encode(encoding, errors="replace")[:1] in (b"\x9c", b"\x9e")

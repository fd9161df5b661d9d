"""Bytes to text: byte order marks, strict UTF-8, a legacy encoding where it is sure, else Windows-1252. Invalid bytes are replaced and counted."""

from __future__ import annotations

import codecs
import re

from extractor.article.detect import legacy_encoding
from extractor.errors import InputError

# longest first: the UTF-32 mark begins with the UTF-16 one
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, where: str = "input", encoding: str | None = None) -> tuple[str, str, int]:
    """Return (text, encoding, number of invalid bytes replaced), by the encoding given or by what the bytes are. InputError when they are empty or not text."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{where}: empty; paste the article's text into it")
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"{where}: {what}, not text; export it as text first")
    if encoding:
        return _counted(data.decode(encoding, errors="replace"), encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _counted(data.decode(name, errors="replace"), name)
    head = data[:4096]
    if b"\x00" in head:
        # UTF-16 without a mark: ASCII letters leave every other byte empty
        for name, zeros in (("utf-16-le", head[1::2].count(0)), ("utf-16-be", head[0::2].count(0))):
            if zeros > len(head) // 2 * 0.6:
                return _counted(data.decode(name, errors="replace"), name)
        raise InputError(f"{where}: binary, not text; export it as text first")
    controls = sum(b < 9 or 13 < b < 27 for b in head)
    if controls > len(head) * 0.1:
        raise InputError(f"{where}: binary, not text; export it as text first")
    try:
        return data.decode("utf-8"), "utf-8", 0
    except UnicodeDecodeError:
        pass
    if found := legacy_encoding(data):
        return _counted(data.decode(found, errors="replace"), found)
    high = sum(len(m.group()) for m in _HIGH.finditer(data))
    if sum(len(m.group()) for m in _MULTIBYTE.finditer(data)) >= high * 0.5:
        return _counted(data.decode("utf-8", errors="replace"), "utf-8")
    return _counted(data.decode("cp1252", errors="replace"), "windows-1252")


def _counted(text: str, encoding: str) -> tuple[str, str, int]:
    clean, n = without_surrogates(text)
    return clean, encoding, n + text.count("�")


def without_surrogates(text: str) -> tuple[str, int]:
    """Replace lone surrogates, which no encoder accepts, one for one; return the text and how many."""
    return _SURROGATE.subn("�", text)

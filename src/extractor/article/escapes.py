"""Text that was copied out of a program's strings: "S\\u00e3o Paulo.\\nThe mayor said \\"no\\""."""

from __future__ import annotations

import re

from extractor.article.mojibake import Edit

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[nrt\"'/])")
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\\w")
_BREAKS = 2  # line breaks that make it sure; one may be anything
_SIGNS = {"n": "\n", "r": "\n", "t": "\t"}


def edits(text: str) -> list[Edit]:
    """The signs that the escapes of JSON stand for, where a text has some that nothing else can be and no path of Windows."""
    if "\\" not in text or _PATH.search(text):
        return []
    found = list(_ESCAPE.finditer(text))
    if not any(m[0][1] == "u" for m in found) and sum(m[0] == r"\n" for m in found) < _BREAKS:
        return []
    return [(m.start(), m.end(), _sign(m[0][1:])) for m in found]


def _sign(escape: str) -> str:
    if escape[0] != "u":
        return _SIGNS.get(escape, escape)
    units = b"".join(int(hexa, 16).to_bytes(2, "big") for hexa in escape.replace("\\", "").split("u")[1:])
    return units.decode("utf-16-be", errors="replace")

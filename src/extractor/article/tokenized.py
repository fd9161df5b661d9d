"""Text that a tokenizer cut: "WASHINGTON ( Reuters ) - The Fed 's chairman , ...". What to take out so that it reads as it was written."""

from __future__ import annotations

import re

from extractor.article.lines import rows
from extractor.article.mojibake import Edit

_DETACHED = re.compile(r"(?<=[\w)\"'%]) [,.](?=\s|\Z)")
_ATTACHED = re.compile(r"(?<=[^\W\d]),(?=\s)")
_SURE = 2  # commas and full stops that stand alone; one is a slip of the hand
_RARE = 10  # times as many as commas that don't

# the bracket names and quotation marks are those of the Penn Treebank (Bies et al. 1995)
_NAMED = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}
_SIGNS = re.compile(r"(?<!\S)-[LR][RSC]B-(?!\S)|``|''")
_SPACES = re.compile(
    r"""(?<=\S)[ ](?=(?:[,;:!?%)\]}”.]|\.\.\.)(?!\S))   # before what closes
      |(?<=\S)[ ](?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)(?!\S))
      |(?:(?<=\s[(\[{“$£€])|(?<=\A[(\[{“])|(?<=US[$]))[ ](?=\S)          # after what opens""",
    re.X | re.I,
)
_QUOTE = re.compile(r"(?<!\S)\"(?!\S)")
_PLURAL = re.compile(r"(?<=\ws)[ ](?=['’] [^\W\d_])")
_SINGLE = re.compile(r"(?<!\S)['’](?!\S)")


def _is_tokenized(text: str) -> bool:
    """Commas and full stops stand alone, but for a few."""
    if " ," not in text and " ." not in text:
        return False
    detached = len(_DETACHED.findall(text))
    return detached >= _SURE and len(_ATTACHED.findall(text)) * _RARE <= detached


def signs(text: str) -> list[Edit]:
    """What stands for brackets and quotation marks, as these."""
    if not any(sign in text for sign in _NAMED):
        return []
    return [(m.start(), m.end(), _NAMED[m.group()]) for m in _SIGNS.finditer(text)]


def spaces(text: str) -> list[Edit]:
    """The spaces between a word and its signs, where commas and full stops stand alone."""
    if not _is_tokenized(text):
        return []
    found = {m.start() for m in _SPACES.finditer(text)}
    for start, line in rows(text):
        end = start + len(line)
        found |= _around_quotes(text, start, end)
        if len(_SINGLE.findall(line)) == 1:  # no pair of quotation marks: a plural's owner
            found |= {m.start() for m in _PLURAL.finditer(text, start, end)}
    return [(i, i + 1, "") for i in sorted(found)]


def _around_quotes(text: str, start: int, end: int) -> set[int]:
    """Straight quotation marks of a line, where they come in pairs."""
    marks = [m.start() for m in _QUOTE.finditer(text, start, end)]
    if len(marks) % 2:
        return set()
    out = {i + 1 for i in marks[::2] if text[i + 1 : i + 2] == " "}
    return out | {i - 1 for i in marks[1::2] if i > start and text[i - 1] == " "}

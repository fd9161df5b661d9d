"""Which legacy encoding text is in, where its bytes make that sure; else None. The evidence is in data/encodings.toml.

Detectors that must always answer read English in Windows-1252 as something else; this one says nothing unless a language's commonest
characters fill the text in one encoding and in no other.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.resources import toml

SAMPLE = 100_000  # bytes looked at
_FOREIGN = 0.25  # share of bytes beyond ASCII from which the script is not Latin
_MARGIN = 1.3  # how much better the best encoding must fit than the second best
_FEWEST = 20  # characters beyond ASCII that can say anything


def legacy_encoding(data: bytes) -> str | None:
    """Python's name of the encoding of bytes that are no UTF-8, or None."""
    sample = data[:SAMPLE]
    high = sum(b > 127 for b in sample)
    if high >= max(_FEWEST, _FOREIGN * (len(sample) - sample.count(b" "))):
        return _by_script(sample)
    return next((codec for codec, pattern, refuse, count in _latin() if len(pattern.findall(sample)) >= count and not refuse.search(sample)), None)


def _by_script(sample: bytes) -> str | None:
    fits = sorted(((_share(sample, s["codec"], s["common"]) / s["share"], s["codec"]) for s in toml("encodings")["script"]), reverse=True)
    (best, codec), (second, _) = fits[:2]
    return codec if best >= 1 and best > second * _MARGIN else None


def _share(sample: bytes, codec: str, common: str) -> float:
    """Share of the characters beyond ASCII that are common ones; 0 when the bytes are none of this encoding (their end may be cut)."""
    text = sample.decode(codec, errors="replace")
    if "�" in text[:-2]:
        return 0.0
    beyond = [c for c in text if c > "\x7f"]
    return sum(c in common for c in beyond) / max(1, len(beyond))


@cache
def _latin() -> tuple[tuple[str, re.Pattern[bytes], re.Pattern[bytes], int], ...]:
    rows = toml("encodings")["latin"]
    return tuple((r["codec"], re.compile(r["pattern"].encode("ascii"), re.M), re.compile(r["refuse"].encode("ascii")), r["count"]) for r in rows)

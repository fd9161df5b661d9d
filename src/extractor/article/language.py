"""Which language an article is in: by script, then by its small words. English unless another is plain."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from extractor.resources import toml

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "DEVANAGARI": "hi",
}


_NOT_LATIN = re.compile(r"[^\x00-\u024f]")


def language(text: str) -> str:
    """ISO 639-1 code of the text's language, from its first 4,000 characters."""
    sample = text[:4000]
    letters = [c for c in sample if c.isalpha()] if any(c.isalpha() for c in _NOT_LATIN.findall(sample)) else []
    scripts = Counter(unicodedata.name(c, "?").split(" ")[0].split("-")[0] for c in letters[:1000] if ord(c) > 0x24F)
    if scripts and sum(scripts.values()) > min(len(letters), 1000) * 0.5:
        if scripts.keys() & {"HIRAGANA", "KATAKANA"}:
            return "ja"
        return _SCRIPTS.get(scripts.most_common(1)[0][0], "en")
    found = Counter(w.lower() for w in _WORD.findall(sample))
    scores = {code: sum(found[w] for w in small.split()) for code, small in toml("words")["small_words"].items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > max(4, 2 * scores["en"]) else "en"

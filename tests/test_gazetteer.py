"""The tables: every row finds itself, shared names are listed with what decides, nothing matches inside a word."""

from __future__ import annotations

import pytest

from extractor import gazetteer, resources
from extractor.gazetteer import cells

COUNTRIES = resources.table("countries")
SHARED = {r["name"] for r in resources.table("shared")}


@pytest.mark.parametrize("row", COUNTRIES, ids=[r["code"] for r in COUNTRIES])
def test_every_name_and_demonym_of_a_country_finds_it(row: dict[str, str]) -> None:
    for phrase in [row["name"], *cells(row["aliases"]), *cells(row["adjectives"]), *cells(row["nouns"])]:
        spans = gazetteer.scan(f"so {phrase} said")
        assert [s.start for s in spans] == [3], phrase
        assert row["code"] in {e.code for e in spans[0].value}, phrase
        assert spans[0].end == 3 + len(phrase), phrase


def test_those_of_a_country_are_found_in_the_plural() -> None:
    for phrase in ("Czechs", "Danes", "Thais", "Greeks", "Frenchmen", "Swiss", "Iraqis", "Hong Kongers"):
        assert [s.end for s in gazetteer.scan(f"Most {phrase} voted")] == [5 + len(phrase)], phrase


def test_names_that_two_countries_share_are_listed_with_what_decides_between_them() -> None:
    owners: dict[str, set[str]] = {}
    for row in COUNTRIES:
        for phrase in [row["name"], *cells(row["aliases"]), *cells(row["adjectives"]), *cells(row["nouns"])]:
            owners.setdefault(phrase, set()).add(row["code"])
    assert {p for p, codes in owners.items() if len(codes) > 1} <= SHARED


def test_codes_are_those_of_iso_3166_1_with_kosovo_and_former_states() -> None:
    codes = [r["code"] for r in COUNTRIES]
    assert len(codes) == len(set(codes))
    assert sum(len(c) == 2 for c in codes) == 250
    assert {"XK", "SUHH", "YUCS", "CSHH", "DDDE"} <= set(codes)


@pytest.mark.parametrize("row", resources.table("lookalikes"), ids=lambda r: r["phrase"])
def test_a_look_alike_wins_over_the_country_in_it(row: dict[str, str]) -> None:
    start = row["example"].index(row["phrase"])
    covering = [s for s in gazetteer.scan(row["example"]) if s.start <= start < s.end]
    assert [s.end for s in covering] == [start + len(row["phrase"])]
    assert not {e.kind for e in covering[0].value} & {"country", "demonym"}


@pytest.mark.parametrize("text", ["Romania", "Malindi", "Indianapolis", "Nigerian", "chinaware", "turkey", "us"])
def test_no_name_is_found_inside_another_word(text: str) -> None:
    assert not {c for s in gazetteer.scan(f"in {text} now") for c in (e.code for e in s.value)} & {"OM", "ML", "IN", "NE", "CN", "TR", "US"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Guinea-Bissau", {"GW"}),
        ("Equatorial Guinea", {"GQ"}),
        ("Papua New Guinea", {"PG"}),
        ("South Sudan", {"SS"}),
        ("Dominican Republic", {"DO"}),
        ("D.P.R. of Korea", {"KP"}),
        ("American Samoa", {"AS"}),
    ],
)
def test_the_longest_name_wins(text: str, codes: set[str]) -> None:
    (span,) = gazetteer.scan(text)
    assert {e.code for e in span.value if e.kind == "country"} == codes


@pytest.mark.parametrize("table", resources.TABLES)
def test_every_table_reads_and_has_unique_first_cells_or_pairs(table: str) -> None:
    rows = [tuple(r.values())[:2] for r in resources.table(table)]
    assert rows and len(rows) == len(set(rows))


def test_organizations_have_known_kinds_and_countries() -> None:
    from typing import get_args

    from extractor.types import OrgKind

    for r in resources.table("organizations"):
        assert r["kind"] in get_args(OrgKind), r["name"]
        assert not r["country"] or r["country"] in gazetteer.countries(), r["name"]


def test_geonames_are_found_by_bisection_biggest_first() -> None:
    london = resources.geonames("London")
    assert [g.country for g in london] == ["GB", "CA"]
    assert resources.geonames("Nowhereville-upon-Thames") == ()


@pytest.mark.parametrize("file", ["places.tsv", "towns.tsv"])
def test_files_that_are_searched_by_bisection_are_sorted_by_bytes(file: str) -> None:
    names = [line.split(b"\t")[0] + b"\t" for line in resources.read_bytes(file).splitlines()]
    assert names == sorted(names)
    assert len(names) > 50_000


def test_small_towns_have_their_countries() -> None:
    assert resources.towns("Kugluktuk") == {"CA"}
    assert resources.towns("Ballina") == {"AU", "IE"}
    assert resources.towns("Nowhereville-upon-Thames") == frozenset()


@pytest.mark.parametrize(("said", "name"), [("NY RANGERS", "NY Rangers"), ("ST MARYS", "St Marys"), ("RIO DE JANEIRO", "Rio de Janeiro"), ("KYIV", "Kyiv")])
def test_a_place_in_capitals_gets_the_case_that_it_has_otherwise(said: str, name: str) -> None:
    assert gazetteer.written(said) == name

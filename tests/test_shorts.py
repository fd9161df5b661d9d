"""Short names that places go by at home."""

from __future__ import annotations

import pytest

from extractor import gazetteer
from extractor.mentions.shorts import short_names
from extractor.resources import table
from tests.test_mentions import marked


@pytest.mark.parametrize("row", table("shorts"), ids=lambda row: row["short"])
def test_a_short_name_is_the_place_where_its_country_is_spoken_of_and_nothing_elsewhere(row: dict[str, str]) -> None:
    (found,) = short_names(f"They met in {row['short']} on Monday.", {row["country"]})
    assert (found.label, found.value[0].name, found.value[0].code) == (row["kind"], row["name"], row["country"])
    assert short_names(f"They met in {row['short']} on Monday.", {"XX"}) == []
    assert row["kind"] != "country" or gazetteer.countries()[row["country"]].name == row["name"]


@pytest.mark.parametrize(
    "text", ["Tabeke Steel SA grew.", "Washington DC is far.", "A DC-8 landed.", "He drove 20 KL home.", "The NT$5 note.", "Visit nsw.gov/NSW."]
)
def test_a_legal_form_or_a_sign_is_no_short_name(text: str) -> None:
    assert short_names(text, {"ZA", "US", "MY", "AU"}) == []


def test_a_short_name_needs_its_country_and_beats_what_the_model_reads() -> None:
    assert marked("The [KZN](ORG) premier said South Africa was ready.")["listed"] == ["KZN", "South Africa"]
    assert marked("LUCKNOW, India - The BJP won in [UP](ORG).")["orgs"] == ["BJP"]
    assert marked("The BJP won in [J&K](ORG).")["listed"] == ["J&K"]  # a party speaks for its country
    assert marked("Kenya and the [KZN](ORG) met.")["orgs"] == ["KZN"]
    assert marked("INDIA WAKE UP AMERICA SAYS")["listed"] == ["INDIA", "AMERICA"]

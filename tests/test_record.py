"""Invariants of every record, over the samples and over text that nobody would write."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import parts
from extractor.article.sources import read_sources
from extractor.check.expected import read_expected
from extractor.check.score import Case, judge
from extractor.config import Config
from extractor.nlp.engine import Engine
from extractor.pipeline import extract, extract_many
from extractor.serialize import to_dict
from extractor.types import Raw, Record

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def spans(value: Any) -> list[tuple[int, int, str]]:
    """All (start, end, text) in a record, wherever they stand."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"], value["text"])] if {"start", "end", "text"} <= value.keys() else []
        return own + [s for v in value.values() for s in spans(v)]
    return [s for v in value for s in spans(v)] if isinstance(value, list) else []


def check_invariants(raw: str, record: Record) -> None:
    d = to_dict(record)
    for start, end, text in spans(d):
        assert raw[start:end] == text and text.strip(), (start, end, text)
    for kind in ("people", "countries", "organizations", "dates", "places"):
        for e in d[kind]:
            ranges = sorted((m["start"], m["end"]) for m in e["mentions"])
            assert ranges and all(b <= c for (_, b), (c, _) in itertools.pairwise(ranges)), (kind, e)
        assert len({e["id"] for e in d[kind]}) == len(d[kind])
        assert all(e["id"].isascii() for e in d[kind])
    sections = d["article"]["sections"]
    if raw.strip():
        assert "".join(raw[s["start"] : s["end"]] for s in sections) == raw


def sample(path: Path) -> Raw:
    raw = next(iter(read_sources((str(path),), io.BytesIO(), Config())))
    assert isinstance(raw, Raw)
    return raw


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_gives_its_expected_record(path: Path, engine: Engine) -> None:
    raw = sample(path)
    record = extract(raw, engine)
    check_invariants(raw.text, record)
    assert judge([Case(path.name, raw.text, record, read_expected(path.with_suffix(".expected.json")))]).faults == ()


def test_every_rule_that_a_mention_names_is_explained(engine: Engine) -> None:
    from extractor.render.entities import mentions_of
    from extractor.rules import describe

    named = {m.rule for path in SAMPLES for m, _ in mentions_of(extract(sample(path), engine))}
    assert len(named) > 20
    assert named <= {rule for rule, _, _ in describe()}


def test_there_are_ten_samples_and_more() -> None:
    assert len(SAMPLES) >= 10


def test_records_come_in_the_order_of_their_articles(engine: Engine) -> None:
    raws = [Raw(str(i), f"Number {i} of Kenya left on 3 May 20{i:02d}.") for i in range(10, 80)]
    assert [r.id for r in extract_many(raws, engine)] == [r.id for r in raws]


def test_long_articles_are_read_whole(engine: Engine) -> None:
    text = "Nothing was said here on that matter. " * 4_000 + "President William Ruto of Kenya spoke."
    record = extract(Raw("long", text), engine)
    assert "William Ruto" in {p.name for p in record.people}


PIECES = [
    "Kenya",
    "Moscow said ",
    "Sergey Lavrov",
    "Lavrov's ",
    "“no” ",
    "鈥檚 ",
    "Maliâ€™s ",
    "\u200b",
    "&amp;",
    "<p>",
    "\r\n",
    "\n\n",
    "U.S. ",
    "(AP) — ",
    "By ",
    "Monday ",
    "31/02/2021 ",
    "The Ministry of Defence of ",
    "president ",
    "President (Ibrahim) Traore",
    "🙂",
    "é",
    "\u202e",
    ", ",
    ". ",
    "© 2020",
    "Related: ",
    "MACRON",
    "\x00",
    "中国",
    "the ",
    "Jr.",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join) | st.text(min_size=1, max_size=80))
def test_offsets_slice_the_raw_text_whatever_is_pasted(text: str, engine: Engine) -> None:
    from extractor.article.decode import without_surrogates

    text = without_surrogates(text)[0]
    record = extract(Raw("x", text), engine)
    check_invariants(text, record)
    assert to_dict(record) == to_dict(extract(Raw("x", text), engine))


def test_both_halves_of_a_glued_byline_are_the_reporter(read) -> None:
    story = "Kenya will plant a million trees, President William Ruto said on Saturday in a long speech.\n"
    text = f"Trees for Kenya\n\nSara BekeleSara Bekele\nFebruary 17, 2024\n\n{story}"
    (reporter,) = [p for p in read(text).people if p.role == "credit"]
    assert [m.text for m in reporter.mentions] == ["Sara Bekele", "Sara Bekele"]


def test_an_unlisted_outlet_is_its_address_where_the_article_begins_with_it(engine: Engine) -> None:
    story = "The mayor quit on Wednesday, see https://other.example.org/b for more.\n"
    assert extract(Raw("x", "https://www.kestrel-times.example/2023/quits\n\n" + story), engine).article.outlet == "kestrel-times.example"
    assert extract(Raw("x", "https://economist.com.na/72106/quits\n\n" + story), engine).article.outlet == "economist.com.na"  # not London's
    assert extract(Raw("x", story), engine).article.outlet is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Gates on Russia | CNN Politics\n\nThe former secretary defended it on Sunday, and said that more would follow soon.\n", "CNN"),
        ("Roads are clear\n\n(CNN) -- The official was calm on Wednesday, and said that more would follow soon.\n", "CNN"),
        ("Roads are clear\nBBC News\nPosted at Jan 23 2024 04:31 PM\n\nThe official was calm on Tuesday, and said more would follow soon.\n", "BBC News"),
        ("Roads are clear | Politics\n\nThe official was calm on Wednesday, and said that more would follow soon.\n", None),
    ],
)
def test_the_end_of_a_title_or_an_agency_alone_is_the_outlet(text: str, outlet: str | None, engine: Engine) -> None:
    record = extract(Raw("x", text), engine)
    assert (record.article.outlet, [o.role for o in record.organizations if o.kind == "media"]) == (outlet, ["credit"] if outlet else [])


def test_whose_picture_it_is_and_whom_to_write_to_are_credits(engine: Engine) -> None:
    text = "The city empties its shelters\n\nThe basement is cold and dark. (Scott Heins/Gothamist)\n\nThe shelters are empty, said Ann Poe of the city.\n\n"
    record = extract(Raw("x", text + "Rajeev Dhir may be reached at rdhir@example.com. Follow him on X @dhir.\n"), engine)
    assert {p.name: p.role for p in record.people} == {"Scott Heins": "credit", "Ann Poe": "subject", "Rajeev Dhir": "credit"}
    assert record.article.authors == ["Rajeev Dhir"]


def test_a_picture_above_the_credits_hides_no_author(engine: Engine) -> None:
    text = "Rain falls again\n\nRain fell on Monday, police said.\n\nA street under water. (Photo: REUTERS/Gleb Orlov)\n\n"
    text += "(Reporting by Jane Doe; Editing by John Roe)\n"
    assert extract(Raw("x", text), engine).article.authors == ["Jane Doe"]


def test_a_title_word_after_a_given_name_is_its_surname(read) -> None:
    assert [p.name for p in read("Aaron Judge hit two home runs, and the wind had helped.").people] == ["Aaron Judge"]


def test_focus_says_what_thirty_articles_are_about(engine: Engine) -> None:
    chunks = (Path(__file__).parent / "focus.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    about = [(set(codes.split()), Raw("x", text)) for codes, text in (c.split("\n", 1) for c in chunks)]
    found = [{c.code for c in r.countries if c.focus} for r in extract_many([raw for _, raw in about], engine)]
    assert len(about) == 30
    right = sum(len(want & got) for (want, _), got in zip(about, found, strict=True))
    missed = sum(len(want ^ got) for (want, _), got in zip(about, found, strict=True))
    assert 2 * right / (2 * right + missed) >= 0.95


STORIES = (
    "ABUJA, Nigeria, May 3, 2023 (Example Wire) - President Bola Tinubu met Kenya's President William Ruto on Tuesday.\nTinubu thanked Ruto.\n\n",
    "The World Bank will lend Ghana 300 million dollars, Finance Minister Ken Ofori-Atta said on Friday. The bank said so too.\n\n",
    "“Mali’s leaders didn’t come,” said Moussa Faki of the African Union on May 2. The path was long and the road was dry.\n\n",
)


def test_a_long_text_is_one_record_with_offsets_into_the_whole(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(STORIES) * 8
    whole = extract(Raw("x", text), engine)
    monkeypatch.setattr("extractor.parts.LONGEST", 700)
    record = extract(Raw("x", text), engine)
    check_invariants(text, record)
    assert record.article.published == whole.article.published
    assert record.source == whole.source
    for kind in ("countries", "organizations", "people"):
        found, wanted = ({e.name: len(e.mentions) for e in getattr(r, kind)} for r in (record, whole))
        assert found == wanted, kind
    assert {d.value for d in record.dates} == {d.value for d in whole.dates}


@pytest.mark.parametrize("text", ["a" * 50, "a b " * 20, "a\nb " * 20, "a\n\nb" * 20, ""])
def test_parts_make_up_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONGEST", 16)
    found = list(parts.split(text))
    assert "".join(part for _, part in found) == text
    assert [at for at, _ in found] == [sum(len(p) for _, p in found[:i]) for i in range(len(found))]
    assert all(len(p) <= 16 for _, p in found)


def test_signs_without_end_are_no_word_and_hide_nothing(engine: Engine) -> None:
    """spaCy's tokenizer alone would take hours for them."""
    record = extract(Raw("x", f"Kenya paid Togo. {chr(34) * 300_000} Ghana thanked Kenya's President William Ruto."), engine)
    assert [c.code for c in record.countries] == ["KE", "TG", "GH"]
    assert [p.name for p in record.people] == ["William Ruto"]

"""One story in the shapes that it is pasted in: what is found is the same."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.article.repair import repair
from extractor.nlp.engine import Engine
from extractor.types import Record, Span

STORY = (Path(__file__).parents[1] / "samples" / "wire-dateline.txt").read_text(encoding="utf-8")


def wrapped(text: str, width: int = 66, indent: str = "") -> str:
    lines = [textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False, initial_indent=indent) for p in text.splitlines()]
    return ("\n" if indent else "\n\n").join(line for line in lines if line.strip())


def tokenized(text: str) -> str:
    text = re.sub(r"(?<=\w)([,;:?!)”]|'s|’s|\.(?=\s|\Z))(?!\d)", r" \1", text)
    return re.sub(r"(?<=\s)([(“])(?=\w)", r"\1 ", text)


def justified(text: str) -> str:
    return text.replace(" ", "  ")


SHAPES: dict[str, Callable[[str], str]] = {
    "wrapped at a width": wrapped,
    "wrapped, paragraphs indented": lambda t: wrapped(t, indent="    "),
    "quoted in mail": lambda t: "\n".join(f"> {line}" for line in wrapped(t).splitlines()),
    "cut by a tokenizer": tokenized,
    "out of a program's string": lambda t: json.dumps(t)[1:-1],
    "justified": justified,
    "names in bold": lambda t: re.sub(r"\b((?:[A-Z][a-z]+ )+[A-Z][a-z]+)\b", r"**\1**", t),
    "names linked": lambda t: re.sub(r"\b((?:[A-Z][a-z]+ )+[A-Z][a-z]+)\b", r"[\1](https://example.com/topic/x)", t),
    "with references": lambda t: re.sub(r"(?<=[a-z]\.)(?= [A-Z])", "[12]", t),
    "apostrophes lost": lambda t: re.sub(r"['’](?=s\b)", "?", t),
    "marks lost": lambda t: re.sub("['\"]", "\ufffd", t),
}


def found(record: Record) -> dict[str, int]:
    """What is in a record, and how often it is mentioned."""
    entities = [*record.people, *record.countries, *record.organizations, *record.dates]
    return {f"{type(e).__name__} {getattr(e, 'name', '') or getattr(e, 'value', '')}": len(e.mentions) for e in entities}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_the_page_changes_nothing(shape: str, read: Callable[..., Record]) -> None:
    text = SHAPES[shape](STORY)
    assert text != STORY
    record = read(text)
    assert found(record) == found(read(STORY))
    assert all(text[m.start : m.end] == m.text for p in record.people for m in p.mentions)


def titled(text: str) -> str:
    return re.sub(r"(?<![\w'’])[a-z]", lambda m: m.group().upper(), text)


@pytest.mark.parametrize("case", [str.lower, str.upper, titled], ids=["small letters", "capitals", "a capital on every word"])
def test_names_are_found_and_spelled_in_text_without_case(case: Callable[[str], str], read: Callable[..., Record]) -> None:
    record = read(case("President Bola Tinubu met Emmanuel Macron in Paris on Monday, May 5. " + STORY.split("\n\n", 2)[2]))
    assert {p.name for p in record.people} >= {"Bola Tinubu", "Emmanuel Macron", "Garry Conille"}
    assert {c.code for c in record.countries} >= {"FR", "HT", "KE", "US"}
    assert {o.name for o in record.organizations} >= {"African Union", "U.N. Security Council"}
    assert any(d.value and d.value.endswith("-05-05") for d in record.dates)
    assert all(m.text == case(m.text) for p in record.people for m in p.mentions)
    assert "case" in {r.kind for r in record.source.repairs}


def test_a_letter_whose_capital_is_two_stays_as_it_is() -> None:
    from extractor.nlp.casing import _spelled

    assert _spelled("er kam zu ß", [Span(10, 11, "ORG", "model")]) == "Er kam zu ß"


def test_a_model_that_finds_nothing_leaves_small_letters_alone(engine: Engine) -> None:
    from extractor.nlp.casing import cased

    plain = repair("we went home and had some soup.")
    assert cased([plain], engine)[0].text == "We went home and had some soup."
    chinese = repair("他们下载了这个 app 并在商店里使用它。")
    assert cased([chinese], engine) == [chinese]


@pytest.mark.parametrize(
    "text",
    [
        "We will talk to him\nThree held after the vote\nWhere the money went to\nThe mayor who would not go\nFour more held in the north",
        "Roses by the gate\nAnd the summer late,\nBirds across the bay\nAt the end of day,\nAll the world a song\nAnd the night is long",
        "Chelsea  10  5  3  2\nArsenal  9  6  1  2\nBurnley  10  4  2  4",
        r"It lay in C:\news\nairobi\notes, she said.",
        "He came , she said, and went. Then he, too, left.",
        "f**k and 4*5*6 and a**** hotel",
        "a list [of] things (see below) and [1] above",
        "Why? See page?s=1",
    ],
)
def test_what_only_looks_like_a_shape_is_left_alone(text: str) -> None:
    assert repair(text).repairs == ()


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        ("-LRB- Reuters -RRB- He said , `` no , '' and left .", "(Reuters) He said, “no,” and left."),
        ("The players ' union , he said .", "The players' union, he said."),
        ('" Yes , " he said .', '"Yes," he said.'),
        ("It costs $ 5 , or 10 % .", "It costs $5, or 10%."),
        (r"S\u00e3o Paulo \ud83d\ude00", "São Paulo 😀"),
        (r"Half: \ud83d", "Half: \ufffd"),
        (r"One.\n\n\"Two\"", 'One.\n\n"Two"'),
        ("# Mali\n**Niger** and [Chad](https://example.com/a_b)", "Mali\nNiger and Chad"),
        ("in Mali.[12][13] Then", "in Mali. Then"),
        ("Mali\ufffds \ufffdfirst\ufffd vote \ufffd today", "Mali’s “first” vote – today"),
        ("Mali?s, don`t, we??re", "Mali’s, don’t, we’re"),
    ],
)
def test_a_shape_is_undone(raw: str, read_as: str) -> None:
    cleaned = repair(raw)
    assert cleaned.text == read_as
    where = [cleaned.to_raw(i, i + 1) for i in range(len(cleaned.text))]
    assert where == sorted(where)

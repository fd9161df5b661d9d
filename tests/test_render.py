"""Every format is made from the record alone, whole and harmless."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from rich.cells import cell_len

from extractor.config import Config
from extractor.errors import InputError, UsageError
from extractor.nlp.engine import Engine
from extractor.pipeline import extract
from extractor.render.csv import cell_text, render_csv
from extractor.render.entities import entities_of, mentions_of
from extractor.render.explain import render_explain
from extractor.render.ftm import render_ftm
from extractor.render.highlight import render_highlight
from extractor.render.html import render_html
from extractor.render.jsonl import render_json, render_jsonl
from extractor.render.ninjs import render_ninjs
from extractor.render.sqlite import write_sqlite
from extractor.render.table import render_table
from extractor.serialize import from_json, to_json
from extractor.types import Raw, Record

from . import ninjs

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
NASTY = '=HYPERLINK("http://x")\n\nNAIROBI (AP) - <script>alert(1)</script> Kenya\'s President William Ruto said \x1b[31mon 3 May 2023\x1b[0m & left.\n'
STREAMS = [render_jsonl, render_json, render_csv, render_ftm, render_ninjs, render_table, render_highlight, render_html]


@pytest.fixture(scope="module")
def records(engine: Engine) -> list[Record]:
    own = replace(engine, config=replace(engine.config, include_text=True))
    return [extract(Raw(p.stem, p.read_text(encoding="utf-8"), sha256=p.stem), own) for p in SAMPLES]


@pytest.fixture(scope="module")
def nasty(engine: Engine) -> Record:
    own = replace(engine, config=Config(include_text=True))
    return extract(Raw("=1+1|<b>", NASTY, sha256="n"), own)


def test_a_record_comes_back_from_json_as_it_went(records: list[Record]) -> None:
    assert [from_json(to_json(r)) for r in records] == records


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"schema": "1"}', "[" * 100_000])
def test_json_that_is_no_record_is_one_line_of_error(line: str) -> None:
    with pytest.raises(InputError, match=r"line 3: not .* extractor run -f jsonl"):
        from_json(line, "old.jsonl line 3")


@pytest.mark.parametrize("render", STREAMS)
def test_a_format_of_no_records_is_still_whole(render) -> None:
    text = "".join(render(iter([])))
    if render in (render_json, render_ninjs):
        assert json.loads(text) == []


@pytest.mark.parametrize("render", [r for r in STREAMS if r is not render_html])
def test_a_format_streams(render, records: list[Record]) -> None:
    given = []

    def source():
        for r in records:
            given.append(r)
            yield r

    pieces = render(source())
    while len(next(pieces)) < 200:
        pass
    assert len(given) <= 3


def test_csv_has_a_row_for_each_mention_or_each_entity(records: list[Record]) -> None:
    rows = list(csv.DictReader(StringIO("".join(render_csv(records)))))
    assert len(rows) == sum(len(mentions_of(r)) for r in records)
    texts = {r.id: r.text or "" for r in records}
    assert all(texts[row["article"]][int(row["start"]) : int(row["end"])] == cell_text(row["text"]) for row in rows)
    assert {row["how"] for row in rows if row["kind"] == "country"} >= {"name", "demonym", "metonym", "place"}
    per = list(csv.DictReader(StringIO("".join(render_csv(records, per="entity")))))
    assert len(per) == sum(len(entities_of(r)) for r in records)
    assert sum(int(row["mentions"]) for row in per) == len(rows)


def test_no_csv_cell_is_a_formula(nasty: Record) -> None:
    for per in ("mention", "entity"):
        for row in csv.reader(StringIO("".join(render_csv([nasty], per=per)))):
            assert not any(re.match(r"[=+@\t\r\n-]", cell) for cell in row)
    assert cell_text("'=1+1|<b>") == "=1+1|<b>" and cell_text("'s") == "'s"


def test_ftm_holds_articles_mentions_and_only_full_names(records: list[Record]) -> None:
    entities = [json.loads(line) for line in "".join(render_ftm(records)).splitlines()]
    by_schema: dict[str, list[dict]] = {}
    for e in entities:
        by_schema.setdefault(e["schema"], []).append(e)
    assert set(by_schema) == {"Article", "Mention", "Person", "Organization", "PublicBody"}
    assert len(by_schema["Article"]) == len(records)
    assert all(" " in e["properties"]["name"][0] for e in by_schema["Person"])
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    assert all({*e["properties"]["document"], *e["properties"].get("resolved", [])} <= ids for e in by_schema["Mention"])
    codes = {c for e in entities for k in ("country", "contextCountry", "detectedCountry") for c in e["properties"].get(k, [])}
    assert codes and all(c == c.lower() for c in codes)


def test_ftm_is_what_followthemoney_takes(records: list[Record], read) -> None:
    pytest.importorskip("followthemoney")
    from followthemoney import model

    kosovo = read("PRISTINA (AP) - Kosovo's Prime Minister Albin Kurti met the Ministry of Foreign Affairs of Kosovo.")
    for line in "".join(render_ftm([*records, kosovo])).splitlines():
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        entity.schema.validate(data)
        kept, given = entity.to_dict()["properties"], data["properties"]
        assert kept.keys() == given.keys()
        assert all(sorted(kept[k]) == sorted(set(given[k])) for k in given if k != "bodyText")  # it takes soft hyphens out of texts


def test_ninjs_is_valid(records: list[Record], nasty: Record, read) -> None:
    check = Draft202012Validator(ninjs.SCHEMA, format_checker=validator_for(ninjs.SCHEMA, Draft202012Validator).FORMAT_CHECKER)
    objects = json.loads("".join(render_ninjs([*records, nasty])))
    for o in objects:
        check.validate(o)
    places = {p["name"]: p for o in objects for p in o["places"] if "uri" in p}
    assert places["Kenya"]["uri"] == "http://cvx.iptc.org/iso3166-1a3/KEN"
    assert {p["rel"] for o in objects for p in o["places"]} == {"about", "mentions"}
    assert isinstance(json.loads("".join(render_ninjs([nasty]))), dict)


def test_highlight_marks_every_mention_and_lets_no_escape_through(nasty: Record) -> None:
    plain = "".join(render_highlight([nasty]))
    assert "[William Ruto](person)" in plain and "[3 May 2023](date)" in plain
    assert "\x1b" not in plain
    coloured = "".join(render_highlight([nasty], color=True))
    assert "\x1b[31mon" not in coloured and "\x1b[1;33mWilliam Ruto" in coloured


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_page_is_whole_in_itself_and_escapes_all(records: list[Record], nasty: Record) -> None:
    text = "".join(render_html([*records, nasty]))
    page = Page(text)
    assert [t for t, _ in page.tags].count("script") == 1
    assert not [a for _, a in page.tags if a.get("src") or (a.get("href") or "#")[0] != "#"]
    assert "&lt;script&gt;alert(1)" in text and "<script>alert" not in text and "|<b>" not in text
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for t, a in page.tags if t == "a"} <= set(ids)
    assert sum(t == "mark" for t, _ in page.tags) == sum(len(mentions_of(r)) for r in [*records, nasty])


def test_tables_fit_their_width_and_keep_names_whole(records: list[Record]) -> None:
    for width in (60, 100, 200):
        text = "".join(render_table(records, width))
        assert max(map(cell_len, text.splitlines())) <= width
        if width >= 100:
            assert all(e.name in text for r in records for e in entities_of(r) if e.kind == "person")


def test_a_narrow_table_folds_what_stands_after_the_names_between_words(engine: Engine) -> None:
    story = "Deputy Minister for Regional Development and Public Works Tadesse Kebede met the 习近平 delegation in Addis Ababa on Monday, he said.\n"
    text = "".join(render_table([extract(Raw("x", story * 2), engine)], 60))
    assert max(map(cell_len, text.splitlines())) <= 60
    name = next(line for line in text.splitlines() if "Tadesse Kebede" in line)
    assert name.endswith("2") and "Deputy Minister" in name and "Public Works" not in name
    assert "Ethiopia (focus)" in text


def test_a_database_holds_the_records_once_and_finds_their_text(records: list[Record], nasty: Record, tmp_path: Path) -> None:
    path = str(tmp_path / "a?#%.db")
    write_sqlite(records, path)
    write_sqlite([*records[:3], nasty], path)
    assert [p.name for p in tmp_path.iterdir()] == ["a?#%.db"]
    with sqlite3.connect(tmp_path / "a?#%.db") as db:

        def one(query: str) -> int:
            return db.execute(query).fetchone()[0]

        everything = [*records, nasty]
        assert one("SELECT count(*) FROM articles") == len(everything)
        assert one("SELECT count(*) FROM entities") == sum(len(entities_of(r)) for r in everything)
        assert one("SELECT count(*) FROM mentions") == sum(len(mentions_of(r)) for r in everything)
        assert one("SELECT count(*) FROM sections") == sum(len(r.article.sections) for r in everything)
        assert (
            one("""SELECT count(*) FROM mentions m JOIN entities e ON e.id = m.entity JOIN articles a ON a.id = e.article
                      WHERE substr(a.text, m."start" + 1, m."end" - m."start") <> m.text""")
            == 0
        )
        assert one("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'traore'") >= 1
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO articles_fts(articles_fts) VALUES ('integrity-check')")
        plan = " ".join(r[3] for r in db.execute("EXPLAIN QUERY PLAN SELECT * FROM mentions WHERE entity = 3"))
        assert "mentions_entity" in plan


def test_a_file_that_is_no_database_of_ours_is_left_alone(tmp_path: Path) -> None:
    other, text = tmp_path / "o.db", tmp_path / "t.txt"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    text.write_text("hello " * 200)
    for f in (other, text, tmp_path / "nowhere" / "n.db"):
        before = f.read_bytes() if f.exists() else None
        with pytest.raises(UsageError, match=re.escape(str(f))):
            write_sqlite([], str(f))
        assert (f.read_bytes() if f.exists() else None) == before


@pytest.mark.parametrize("color", [False, True])
def test_what_was_pasted_cannot_drive_the_terminal(engine: Engine, color: bool) -> None:
    story = "President William Ruto of Kenya \x1b[2J said on Monday that :warning: [bold]Nairobi[/bold] was safe.\n"
    record = extract(Raw("x", f"Storm \x1b]0;owned\x07hits the :smile: coast of Kenya\n\n{story}"), engine)
    text = "".join(render_table([record], 100, color))
    assert "\x1b]" not in text and "\x1b[2J" not in text and "\x07" not in text
    assert ":smile:" in text
    explained = "".join(render_explain(record, [], f"Storm \x1b]0;owned\x07hits the :smile: coast of Kenya\n\n{story}"))
    assert "\x1b" not in explained and "\x07" not in explained

"""check: what is missing and extra, where; floors; updates that lose nothing; reports for CI; changes since another run."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .test_cli import ARTICLE, one_line_error, run

EXPECTED = {"people": ["William Ruto", "Raila Odinga"], "countries": ["KE", "SO"], "not_people": ["Kenya"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("\n" + ARTICLE + "Somali and Ethiopian envoys came.\n")
    (tmp_path / "a.expected.json").write_text(json.dumps(EXPECTED))
    return tmp_path


def out(p) -> str:
    return p.stdout.decode() + p.stderr.decode()


def test_faults_name_file_line_and_column(folder: Path) -> None:
    p = run("check", str(folder))
    assert p.returncode == 1
    assert "a.txt: people: missing Raila Odinga" in out(p)
    assert "a.txt:3:12: countries: extra ET" in out(p)
    assert "people         P 1.000  R 0.500  F1 0.667" in out(p)


def test_floors_come_from_the_configuration_and_options_win(folder: Path) -> None:
    (folder / "extractor.toml").write_text("[check.floors]\npeople = 0.9\ncountries = 0.5\n")
    assert run("check", ".", cwd=folder).returncode == 1
    assert run("check", ".", "--min", "people=0.6", cwd=folder).returncode == 0
    (folder / "extractor.toml").write_text('[check.floors]\nghosts = 0.9\n"')
    one_line_error(run("check", ".", cwd=folder), 2, "extractor.toml")
    (folder / "extractor.toml").write_text("[check.floors]\npeople = 9\n")
    one_line_error(run("check", ".", cwd=folder), 2, "extractor.toml", "from 0 to 1")


def test_update_refuses_to_lose_and_writes_what_is_found(folder: Path) -> None:
    (folder / "new.txt").write_text(ARTICLE)
    expected = folder / "a.expected.json"
    p = run("check", str(folder), "--update")
    assert p.returncode == 1 and b"--allow-regression" in p.stderr
    assert json.loads(expected.read_text()) == EXPECTED and not (folder / "new.expected.json").exists()
    assert run("check", str(folder), "--update", "--allow-regression").returncode == 0
    assert json.loads(expected.read_text()) == {"people": ["William Ruto"], "countries": ["KE", "SO", "ET"], "not_people": ["Kenya"]}
    assert json.loads((folder / "new.expected.json").read_text())["people"] == ["William Ruto"]
    assert run("check", str(folder)).returncode == 0


def test_update_leaves_known_misses_and_partial_kinds(folder: Path) -> None:
    expected = folder / "a.expected.json"
    before = {"people": ["William Ruto", "Raila Odinga"], "known_misses": ["Raila Odinga"], "countries": ["KE"], "partial": ["countries"]}
    expected.write_text(json.dumps(before))
    assert run("check", str(folder), "--update").returncode == 0
    assert json.loads(expected.read_text()) == before


def test_github_annotations(folder: Path) -> None:
    lines = run("check", "a.txt", "--format", "github", cwd=folder).stdout.decode().splitlines()
    assert "::error file=a.txt,line=3,col=12::countries: extra ET" in lines
    assert (
        "::warning file=a.txt::people: missing Raila Odinga" in run("check", "a.txt", "--format", "github", "--min", "people=0.1", cwd=folder).stdout.decode()
    )


def test_junit_has_a_case_an_article_and_a_floor(folder: Path) -> None:
    run("check", ".", "--junit", "out.xml", "--min", "people=0.9", "--min", "countries=0.5", cwd=folder)
    suite = ElementTree.parse(folder / "out.xml").getroot()
    assert [(c.get("classname"), c.get("name"), c.find("failure") is not None) for c in suite] == [
        ("article", "a.txt", False),
        ("floor", "people", True),
        ("floor", "countries", False),
    ]
    run("check", ".", "--junit", "out.xml", cwd=folder)
    suite = ElementTree.parse(folder / "out.xml").getroot()
    assert suite.get("failures") == "1" and "Raila Odinga" in suite[0].find("failure").text


def test_baseline_shows_what_changed(folder: Path) -> None:
    run("run", "a.txt", "-o", "old.jsonl", cwd=folder)
    record = json.loads((folder / "old.jsonl").read_text())
    assert "new" not in run("check", ".", "--baseline", "old.jsonl", cwd=folder).stdout.decode()
    record["people"][0]["name"] = "William Samoei Ruto"
    record["countries"].pop()
    (folder / "old.jsonl").write_text(json.dumps(record))
    text = run("check", ".", "--baseline", "old.jsonl", cwd=folder).stdout.decode()
    assert "a.txt: people: new William Ruto" in text and "a.txt: people: gone William Samoei Ruto" in text and "a.txt: countries: new ET" in text
    one_line = run("check", ".", "--baseline", "a.txt", "--min", "people=0.1", cwd=folder)
    assert one_line.returncode == 1 and b"extractor run -f jsonl" in one_line.stderr


def test_a_broken_article_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "0.expected.json").write_text("{}")
    p = run("check", str(folder), "--min", "people=0.1")
    assert p.returncode == 1 and b"0.txt" in p.stderr and b"people " in p.stdout

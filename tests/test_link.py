"""Identities over articles: suggested with evidence, made only by decision, decided once."""

from __future__ import annotations

import csv
import json
import sqlite3
from io import StringIO
from pathlib import Path

import pytest

from extractor.link import suggest
from extractor.render.sqlite import database

from .test_cli import one_line_error, run

ARTICLES = [
    "MOSCOW (AP) - Russian Foreign Minister Sergey Lavrov met Kenyan President William Ruto on Friday.",
    "MOSCOW (AP) - Russian Foreign Minister Sergei Lavrov met President William Samoei Ruto. Actor Sergei Ivanov was there.",
    "PARIS (AP) - Sergey Lavrov left. Maria Lavrova and Vladimir Lavrov stayed.",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("link")
    (folder / "pile.jsonl").write_text("".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(ARTICLES)))
    assert run("run", "pile.jsonl", "-o", "news.db", cwd=folder).returncode == 0
    return folder / "news.db"


@pytest.fixture
def news(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    path.write_bytes(made.read_bytes())
    return path


def pairs(news: Path) -> dict[tuple[str, str], dict[str, str]]:
    p = run("link", str(news))
    assert p.returncode == 0, p.stderr
    return {(r["left"], r["right"]): r for r in csv.DictReader(StringIO(p.stdout.decode())) if r["kind"] == "person"}


def decide(news: Path, answers: dict[tuple[str, str], str]):
    found = list(pairs(news).values())
    file = news.with_suffix(".csv")
    with file.open("w", newline="") as f:
        w = csv.DictWriter(f, list(found[0]))
        w.writeheader()
        w.writerows(r | {"decision": answers.get((r["left"], r["right"]), "")} for r in found)
    return run("link", str(news), "--apply", str(file))


def test_spellings_are_suggested_with_evidence_and_other_people_are_not(news: Path) -> None:
    found = pairs(news)
    assert set(found) == {("Sergey Lavrov", "Sergei Lavrov"), ("Sergey Lavrov", "Sergey Lavrov"), ("William Ruto", "William Samoei Ruto")}
    assert found["Sergey Lavrov", "Sergei Lavrov"]["evidence"] == "spelling; country RU; title foreign minister"


def test_nothing_is_one_before_it_is_decided_and_decisions_stay(news: Path) -> None:
    with sqlite3.connect(news) as db:
        assert db.execute("SELECT count(*) FROM named WHERE identity IS NOT NULL").fetchone() == (0,)
    assert decide(news, {("Sergey Lavrov", "Sergei Lavrov"): "yes", ("William Ruto", "William Samoei Ruto"): "no"}).returncode == 0
    assert set(pairs(news)) == {("Sergey Lavrov", "Sergey Lavrov")}
    with sqlite3.connect(news) as db:
        named = db.execute("SELECT name, identity FROM named WHERE identity IS NOT NULL ORDER BY article").fetchall()
    assert named == [("Sergey Lavrov", "Sergey Lavrov"), ("Sergei Lavrov", "Sergey Lavrov"), ("Sergey Lavrov", "Sergey Lavrov")]
    run("run", "-i", "jsonl", "-o", str(news), stdin=json.dumps({"id": "0", "text": ARTICLES[0]}).encode())
    assert set(pairs(news)) == {("Sergey Lavrov", "Sergey Lavrov")}


def test_decisions_that_contradict_change_nothing(news: Path) -> None:
    p = decide(news, {("Sergey Lavrov", "Sergei Lavrov"): "yes", ("Sergey Lavrov", "Sergey Lavrov"): "no"})
    one_line_error(p, 1, "refused")
    assert len(pairs(news)) == 3


def test_a_bad_list_names_its_row(news: Path, tmp_path: Path) -> None:
    one_line_error(decide(news, {("Sergey Lavrov", "Sergei Lavrov"): "perhaps"}), 1, "row 2", "yes or no")
    one_line_error(run("link", str(tmp_path / "none.db")), 2, "none.db")


def test_the_work_grows_with_the_names_and_not_with_their_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import extractor.link as link

    calls = 0
    real = link._evidence

    def counted(a, b):
        nonlocal calls
        calls += 1
        return real(a, b)

    monkeypatch.setattr(link, "_evidence", counted)
    with database(str(tmp_path / "n.db"), create=True) as db:
        db.execute("INSERT INTO articles (sha256, name, published_basis, authors, language, warnings, producer) VALUES ('', '', '', '', '', '', '')")
        rows = [(f"Ali {chr(97 + n % 26)}{n} Khan",) for n in range(2000)]
        db.executemany("INSERT INTO entities (article, kind, key, name, countries, titles, aliases) VALUES (1, 'person', ?1, ?1, '', '', '[]')", rows)
        suggest(db)
    assert calls <= 2000 * link.WINDOW

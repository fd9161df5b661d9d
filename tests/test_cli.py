"""The command line as users meet it: inputs, outputs, one-line errors, exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ARTICLE = "NAIROBI (AP) - Kenya will plant a million trees, President William Ruto said on Thursday.\n"
COMMAND = [sys.executable, "-m", "extractor"]


def hears_ctrl_c() -> None:
    """For `preexec_fn`: what a shell starts in the background, tests too, ignores it, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*args: str, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **env}, timeout=120, check=False)


def records(p: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(line) for line in p.stdout.decode().splitlines()]


def one_line_error(p: subprocess.CompletedProcess[bytes], code: int, *words: str) -> None:
    lines = p.stderr.decode().strip().splitlines()
    assert p.returncode == code, lines
    assert len(lines) == 1 and "Traceback" not in lines[0], lines
    assert all(w in lines[0] for w in words), lines


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    d = tmp_path_factory.mktemp("news")
    (d / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (d / "deep").mkdir()
    (d / "deep" / "b.md").write_text("Mali and Niger signed on 3 May 2023.", encoding="utf-8")
    (d / "pile.jsonl").write_text(
        json.dumps({"id": "one", "text": ARTICLE, "published": "2023-02-09"})
        + "\n"
        + "{broken\n"
        + json.dumps({"id": "none"})
        + "\n"
        + json.dumps({"id": "bad", "text": "x", "published": "soon"})
        + "\n[1]\n"
        + json.dumps({"id": "two", "text": "Chad spoke to Togo."})
        + "\n",
        encoding="utf-8",
    )
    (d / "empty.txt").write_bytes(b"")
    (d / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (d / "nothing").mkdir()
    (d / "rules.jsonl").write_text('{"label": "ORG", "pattern": "Green Belt Movement", "name": "GBM", "country": "KE", "kind": "ngo"}\n', encoding="utf-8")
    (d / "bad-rules.jsonl").write_text('{"label": "ORG", "pattern": "ok"}\n{"label": 3}\n', encoding="utf-8")
    return d


def test_version_and_help_answer_without_loading_anything_heavy() -> None:
    out = subprocess.run([sys.executable, "-X", "importtime", "-m", "extractor", "--help"], capture_output=True, text=True, timeout=60, check=True)
    assert "extractor article.txt" in out.stdout
    assert not re.search(r"\| +(?:spacy|pydantic|numpy|rich\.table)\b", out.stderr)
    assert re.match(rb"extractor, version \d", run("--version").stdout)


@pytest.mark.parametrize("command", ["run", "check", "explain", "link", "rules", "schema", "info"])
def test_help_of_every_command_shows_an_example(command: str) -> None:
    assert re.search(r"\n {2,4}extractor ", run(command, "--help").stdout.decode())


def test_a_file_gives_a_record_by_the_default_command(folder: Path) -> None:
    p = run(str(folder / "a.txt"))
    (r,) = records(p)
    assert p.returncode == 0 and p.stderr == b""
    assert r["id"] == "a.txt" and [x["name"] for x in r["people"]] == ["William Ruto"]


def test_standard_input_gives_a_record() -> None:
    (r,) = records(run("-", stdin=ARTICLE.encode()))
    assert r["id"] == r["source"]["sha256"][:16] and r["countries"][0]["code"] == "KE"


def test_a_folder_is_read_to_its_depth_and_bad_inputs_do_not_stop_the_rest(folder: Path) -> None:
    p = run("run", str(folder), "-f", "jsonl")
    assert p.returncode == 1
    assert {"a.txt", "b.md", "one", "two"} <= {r["id"] for r in records(p)}
    errors = p.stderr.decode().splitlines()
    assert any("empty.txt: empty" in e for e in errors) and any("picture.txt: a PNG" in e for e in errors)


def test_each_broken_jsonl_line_is_named_with_its_number_and_the_others_are_written(folder: Path) -> None:
    p = run("run", str(folder / "pile.jsonl"), "-i", "jsonl")
    assert [r["id"] for r in records(p)] == ["one", "two"]
    assert p.returncode == 1
    lines = p.stderr.decode().splitlines()
    assert [re.search(r"line (\d)", x)[1] for x in lines] == ["2", "3", "4", "5"]
    assert "not JSON" in lines[0] and "no text" in lines[1] and "not a date" in lines[2] and "not a JSON object" in lines[3]


def test_renamed_jsonl_fields() -> None:
    row = json.dumps({"key": "k7", "body": "He left on Monday.", "day": "2023-02-09"}).encode()
    (r,) = records(run("run", "-i", "jsonl", "--text-field", "body", "--date-field", "day", "--id-field", "key", stdin=row))
    assert (r["id"], r["dates"][0]["value"]) == ("k7", "2023-02-06")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["no-such-file.txt"], 1, ["no-such-file.txt", "no such file"]),
        (["nothing"], 1, ["nothing", "no articles"]),
        (["empty.txt"], 1, ["empty"]),
        (["picture.txt"], 1, ["PNG"]),
        (["a.txt", "--published", "soon"], 2, ["--published", "2023-02-09"]),
        (["a.txt", "--model", "no_such_model"], 1, ["no_such_model", "--model"]),
        (["a.txt", "--patterns", "bad-rules.jsonl"], 1, ["bad-rules.jsonl row 2", "label"]),
        (["a.txt", "--patterns", "missing.jsonl"], 1, ["missing.jsonl"]),
        (["a.txt", "-o", "no/such/folder/x.json"], 2, ["no/such/folder"]),
        (["a.txt", "-f", "sqlite"], 2, ["-o news.db"]),
        (["a.txt", "--highlight", "-f", "csv"], 2, ["-f table"]),
        (["a.txt", "--encoding", "klingon"], 2, ["klingon", "windows-1251"]),
        (["a.txt", "--encoding", "idna"], 2, ["idna", "windows-1251"]),
        (["a.txt", "--encoding", "hex"], 2, ["hex", "windows-1251"]),
        (["check", "nothing"], 1, ["expected.json"]),
        (["explain", "a.txt", "--at", "3"], 2, ["--at", "LINE:COL"]),
        (["rules", "--check", "bad-rules.jsonl"], 1, ["bad-rules.jsonl row 2"]),
        (["check", ".", "--min", "people=high"], 2, ["people=high", "as 0.9"]),
    ],
)
def test_errors_are_one_line_that_says_what_to_try(folder: Path, args: list[str], code: int, words: list[str]) -> None:
    one_line_error(run(*args, cwd=folder), code, *words)


def test_an_unreadable_file_is_an_error(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)  # the system refuses it to everybody, root too
    one_line_error(run(str(loop)), 1, "can't be read", "permissions")


def test_wrong_usage_exits_with_2(folder: Path) -> None:
    assert run("run", "--no-such-option").returncode == 2
    assert run("run", "-f", "yaml", str(folder / "a.txt")).returncode == 2
    (folder / "conf").mkdir(exist_ok=True)
    (folder / "conf" / "extractor.toml").write_text("[run]\nmodle = 'x'\n")
    one_line_error(run(str(folder / "a.txt"), cwd=folder / "conf"), 2, "modle")


def test_output_file_is_written_whole_and_an_old_one_survives_a_failure(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run(str(folder / "a.txt"), "--model", "no_such_model", "-o", str(target)).returncode == 1
    assert target.read_text() == "old" and [x.name for x in tmp_path.iterdir()] == ["out.json"]
    assert run(str(folder / "a.txt"), "-f", "json", "-o", str(target)).returncode == 0
    assert json.loads(target.read_text())["id"] == "a.txt"


def test_json_is_one_object_or_an_array_and_table_holds_the_names(folder: Path) -> None:
    one = run(str(folder / "a.txt"), "-f", "json")
    two = run(str(folder / "a.txt"), str(folder / "deep"), "-f", "json")
    assert json.loads(one.stdout)["id"] == "a.txt" and [r["id"] for r in json.loads(two.stdout)] == ["a.txt", "b.md"]
    table = run(str(folder / "a.txt"), "-f", "table", NO_COLOR="1", COLUMNS="60").stdout.decode()
    assert "William Ruto" in table and "\x1b" not in table
    assert max(map(len, table.splitlines())) <= 60


def test_only_keeps_the_kinds_asked_for(folder: Path) -> None:
    (r,) = records(run(str(folder / "a.txt"), "--only", "people", "--only", "dates"))
    assert r["people"] and r["dates"] and r["countries"] == r["organizations"] == r["places"] == []


def test_published_beats_the_text_and_include_text_gives_it_back(folder: Path) -> None:
    (r,) = records(run(str(folder / "a.txt"), "--published", "2023-02-09", "--include-text"))
    assert r["dates"][0]["value"] == "2023-02-09" and r["article"]["published"] == {"value": "2023-02-09", "basis": "option", "start": None, "end": None}
    assert r["text"] == ARTICLE


def test_related_lines_are_read_only_when_asked(tmp_path: Path) -> None:
    f = tmp_path / "x.txt"
    f.write_text("Rebels seized the airport on Monday, General Ahmed Gaid said.\n\nRelated: Togo visits Kenya\n")
    codes = [{c["code"] for c in records(run(str(f), *more))[0]["countries"]} for more in ([], ["--include-boilerplate"])]
    assert codes == [set(), {"TG", "KE"}]


def test_the_users_patterns_name_bodies(folder: Path) -> None:
    (r,) = records(run("run", "--patterns", str(folder / "rules.jsonl"), stdin=b"The Green Belt Movement planted trees."))
    o = next(o for o in r["organizations"] if o["name"] == "GBM")
    assert (o["kind"], o["countries"], o["mentions"][0]["rule"]) == ("ngo", ["KE"], "pattern-user")


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    assert run(str(folder / "a.txt")).stdout == run(str(folder / "a.txt")).stdout


def test_every_record_validates_against_the_schema(folder: Path) -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    for r in records(run("run", str(folder), "--include-text")):
        Draft202012Validator(schema).validate(r)
    broken = {**records(run(str(folder / "a.txt")))[0], "people": [{"name": "x"}]}
    assert list(Draft202012Validator(schema).iter_errors(broken))


def test_info_names_versions_and_model() -> None:
    out = run("info").stdout.decode()
    assert all(k in out for k in ("extractor", "python", "spacy", "model", "data"))


def test_the_first_record_comes_before_the_last_input_is_read() -> None:
    p = subprocess.Popen([*COMMAND, "run", "-i", "jsonl", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert p.stdin and p.stdout
    p.stdin.write(json.dumps({"id": "first", "text": ARTICLE}).encode() + b"\n")
    p.stdin.flush()
    assert json.loads(p.stdout.readline())["id"] == "first"  # standard input is still open
    p.stdin.write(json.dumps({"id": "second", "text": ARTICLE}).encode() + b"\n")
    p.stdin.close()
    assert json.loads(p.stdout.readline())["id"] == "second"
    assert p.wait(60) == 0


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    pile = "\n".join(json.dumps({"id": str(i), "text": ARTICLE}) for i in range(300))
    p = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m extractor run -i jsonl -f jsonl | head -1"], input=pile.encode(), capture_output=True, timeout=120, check=False
    )
    assert p.returncode == 0 and p.stderr == b"" and json.loads(p.stdout)["id"] == "0"


def test_ctrl_c_leaves_no_half_written_output(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    p = subprocess.Popen([*COMMAND, "run", "-i", "jsonl", "-o", str(target)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hears_ctrl_c)
    assert p.stdin and p.stderr
    p.stdin.write(json.dumps({"text": ARTICLE}).encode() + b"\n")
    p.stdin.flush()
    part = tmp_path / "out.jsonl.part"
    for _ in range(600):
        if part.exists() and part.stat().st_size:
            break
        time.sleep(0.05)
    p.send_signal(signal.SIGINT)
    assert p.wait(60) == 130
    error = p.stderr.read().decode()
    assert "Traceback" not in error and error.endswith("out.jsonl.part: go on with --resume\n")
    assert json.loads(part.read_text())["people"][0]["name"] == "William Ruto"
    assert list(tmp_path.iterdir()) == [part]


def test_check_gives_a_verdict_by_exit_code(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    expected = tmp_path / "a.expected.json"
    expected.write_text(json.dumps({"people": ["William Ruto"], "countries": ["KE"], "dates": ["XXXX-WXX-4"], "not_people": ["Kenya"]}))
    assert run("check", str(tmp_path)).returncode == 0
    expected.write_text(json.dumps({"people": ["William Ruto", "Raila Odinga"], "not_countries": ["KE"]}))
    failed = run("check", str(tmp_path))
    assert failed.returncode == 1
    assert b"missing Raila Odinga" in failed.stderr and b"KE should not be there" in failed.stderr
    assert run("check", str(tmp_path), "--min", "people=0.6").returncode == 0
    assert run("check", str(tmp_path), "--min", "people=0.7").returncode == 1


PAGE = """<html><head><title>Trees for Kenya</title><meta name="date" content="2023-02-09"></head><body><nav><a href="/x">Chile wins</a></nav>
<article><h1>Trees for Kenya</h1><p>NAIROBI (AP) - Kenya will plant a million trees, President William Ruto said on Thursday. The plan was drawn up in Nairobi
last year and will take ten years, he told reporters, who had come in great numbers to hear him.</p><p>Officials in Nairobi said that the first trees will be
planted in the west of the country, where the forests have suffered most from charcoal burners and from the long drought.</p></article></body></html>"""


def test_html_gives_its_article_with_text_that_offsets_index(tmp_path: Path) -> None:
    f = tmp_path / "page.html"
    f.write_text(PAGE, encoding="utf-8")
    (r,) = records(run(str(f)))
    assert r["article"]["published"]["value"] == "2023-02-09"
    assert {c["code"] for c in r["countries"]} == {"KE"}
    assert all(r["text"][m["start"] : m["end"]] == m["text"] for p in r["people"] for m in p["mentions"])


def test_html_says_who_wrote_it_and_where_it_stands(tmp_path: Path) -> None:
    f = tmp_path / "page.html"
    head = '<meta property="og:site_name" content="Gothamist"><meta name="author" content="Ann Lee; USA TODAY"></head>'
    page = PAGE.replace("(AP) ", "")
    f.write_text(page.replace("</head>", head), encoding="utf-8")
    article = json.loads(run(str(f), "-f", "json").stdout)["article"]
    assert (article["authors"], article["outlet"]) == (["Ann Lee"], "Gothamist")
    f.write_text(page.replace("</head>", head.replace("Gothamist", "cnn.com").replace("Ann Lee; USA TODAY", "Sign In")), encoding="utf-8")
    article = json.loads(run(str(f), "-f", "json").stdout)["article"]
    assert (article["authors"], article["outlet"]) == ([], "CNN")


def test_a_line_of_sources_names_no_outlet() -> None:
    text = "Mayor quits\n\nThe mayor quit on Wednesday, the council said, after a long day of talks.\n\nSources: Great Again, Washington Examiner\n"
    assert json.loads(run("-f", "json", stdin=text.encode()).stdout)["article"]["outlet"] is None


def test_a_page_is_of_the_day_that_it_has_in_full(tmp_path: Path) -> None:
    f = tmp_path / "page.html"
    page = PAGE.replace('<meta name="date" content="2023-02-09">', "").replace("<p>NAIROBI", '<p class="date">10/04/23</p><p>NAIROBI')
    f.write_text(page.replace("</article>", '</article><a href="/2023/10/04/trees">more</a>'), encoding="utf-8")
    (r,) = records(run(str(f)))
    assert r["article"]["published"]["value"] == "2023-10-04"


def test_html_without_the_extra_says_what_to_install(tmp_path: Path) -> None:
    f = tmp_path / "page.html"
    f.write_text(PAGE, encoding="utf-8")
    (tmp_path / "trafilatura.py").write_text("raise ImportError")
    one_line_error(run(str(f), PYTHONPATH=str(tmp_path)), 1, "extractor[html]")


def test_explain_says_where_what_and_why(folder: Path) -> None:
    lines = [x.split("\t") for x in run("explain", str(folder / "a.txt"), "--published", "2023-02-09").stdout.decode().splitlines()]
    assert ["1:16", "Kenya", "country KE", "country-name: the name of a country", "body, name"] in lines
    day = next(x for x in lines if x[1] == "Thursday")
    assert day[2] == "date 2023-02-09" and day[3] == "weekday: a time expression like 'Monday'" and "publication 2023-02-09" in day[4]


def test_explain_says_what_a_mention_was_chosen_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("KABUL (AP) - Staff of the Kabul University Press met in London, Ontario, and ate Brazil nuts. Guinea pigs ran.\n")
    lines = run("explain", str(tmp_path / "a.txt")).stdout.decode().splitlines()
    over = [x.split("\t")[1] + ":" + x.split(", over ")[1] for x in lines if ", over " in x]
    assert any(x.startswith("Kabul University") and "'Kabul' as capital (gazetteer-capital)" in x for x in over)
    assert not any(" as GPE (model)" in x and x.split(":")[0] == x.split("'")[1] for x in over)  # agreeing is not losing


def test_explain_refuses_a_text_that_it_could_not_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana left. " * 100_001)
    done = run("explain", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert "cut out the passage" in done.stderr.decode() and done.stderr.count(b"\n") == 1


def test_explain_at_a_position_says_only_what_stands_there(folder: Path) -> None:
    out = run("explain", str(folder / "a.txt"), "--at", "1:18").stdout.decode().splitlines()
    assert [x.split("\t")[1] for x in out] == ["Kenya"]
    assert run("explain", str(folder / "a.txt"), "--at", "99:1").stdout == b""


def test_rules_lists_each_rule_once_and_validates_the_users_own(folder: Path) -> None:
    rows = [x.split("\t") for x in run("rules").stdout.decode().splitlines()]
    assert len(rows) == len({r[0] for r in rows}) > 100 and all(len(r) == 3 and r[1] for r in rows)
    assert any(r[0] == "data/countries.tsv" and int(r[1].split()[0]) >= 250 and "Afghanistan" in r[2] for r in rows)
    ok = run("rules", "--check", str(folder / "rules.jsonl"))
    assert ok.returncode == 0 and b"1 patterns" in ok.stdout

"""What the README says is so."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line.split("#")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
ON_SAMPLES = [c for c in SHELL if c.startswith("extractor") and ("samples/" in c or "schema" in c)]


def test_every_option_of_run_is_in_the_table_and_no_other() -> None:
    table = README.split("## Options of `run`")[1].split("## The record")[0]
    rows = "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    assert set(re.findall(r"--[a-z][a-z-]*", rows)) == {o for p in run.params for o in p.opts if o.startswith("--")}


@pytest.mark.parametrize("command", ON_SAMPLES)
def test_a_command_on_the_samples_runs(command: str, tmp_path: Path) -> None:
    words = shlex.split(command.split(">")[0])[1:]
    p = subprocess.run([sys.executable, "-m", "extractor", *words], cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert p.returncode == 0, p.stderr.decode()
    assert p.stdout


def test_the_python_snippet_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    p = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=False)
    assert p.returncode == 0, p.stderr.decode()


def test_the_pattern_in_the_readme_is_one_that_loads(tmp_path: Path) -> None:
    from extractor.nlp.patterns import read_patterns

    (line,) = re.findall(r'```json\n(\{"label".*?)\n```', README, re.DOTALL)
    f = tmp_path / "rules.jsonl"
    f.write_text(line)
    assert read_patterns(str(f)) == (json.loads(line),)


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert "make test" in README
    assert re.search(r"^make test$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)
    assert re.search(r"^test:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_the_table_in_the_readme_is_what_is_printed() -> None:
    shown = README.split("```\n$ extractor samples/no-date.txt\n")[1].split("```")[0].splitlines()
    p = subprocess.run([sys.executable, "-m", "extractor", "samples/no-date.txt", "-f", "table"], cwd=ROOT, capture_output=True, timeout=120, check=False)
    printed = [line.rstrip() for line in p.stdout.decode().splitlines()]
    assert [line for line in shown if line not in printed] == []

"""Several processes: order, bad articles, dying workers, interrupts; runs that go on where they stopped."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.config import Config
from extractor.errors import InputError
from extractor.nlp.engine import Engine
from extractor.pipeline import attempt
from extractor.run.parallel import BATCH, QUEUED, Processes, spread
from extractor.types import Raw

from .test_cli import ARTICLE, COMMAND, hears_ctrl_c, one_line_error, run


class Death(Exception):
    """What a future of the pool below raises when its worker died."""


class Here:
    """A pool that works in this process; `kills` are ids whose batch kills a worker, so many times."""

    broken = (Death,)
    size = 2

    def __init__(self, engine: Engine, kills: dict[str, int]) -> None:
        self.engine, self.kills, self.submitted, self.closed = engine, dict(kills), 0, False

    def submit(self, batch: list[Raw]) -> Future:
        self.submitted += 1
        future: Future = Future()
        deadly = next((r.id for r in batch if self.kills.get(r.id, 0) > 0), None)
        if deadly:
            self.kills[deadly] -= 1
            future.set_exception(Death())
        else:
            future.set_result(attempt(batch, self.engine))
        return future

    def renew(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


def articles(count: int) -> list[Raw]:
    return [Raw(str(n), f"Number {n}: Kenya met Mali on 3 May 2023.", sha256=str(n)) for n in range(count)]


def names(outcomes) -> list[str]:
    return [str(o) if isinstance(o, InputError) else o.id for o in outcomes]


@pytest.mark.parametrize("ordered", [True, False])
def test_all_come_once_and_in_order_if_asked(engine: Engine, ordered: bool) -> None:
    pool = Here(engine, {})
    out = names(spread(articles(100), pool, ordered))
    assert (out if ordered else sorted(out, key=int)) == [str(n) for n in range(100)]
    assert pool.closed


@pytest.mark.parametrize("ordered", [True, False])
def test_what_a_dead_worker_had_is_done_again(engine: Engine, ordered: bool) -> None:
    out = names(spread(articles(100), Here(engine, {"40": 1, "7": 2}), ordered))
    assert sorted(out, key=int) == [str(n) for n in range(100)]


def test_an_article_that_always_kills_is_an_error_and_no_other_is(engine: Engine) -> None:
    out = names(spread(articles(100), Here(engine, {"40": 99})))
    assert [o for o in out if not o.isdigit()] == ["40: its worker died (killed, or out of memory); try it alone, or with more memory"]
    assert len(out) == 100 and out[40].startswith("40: ")


def test_only_so_many_are_read_ahead(engine: Engine) -> None:
    given = 0

    def endless():
        nonlocal given
        while True:
            given += 1
            yield Raw(str(given), "Kenya.")

    stream = spread(endless(), Here(engine, {}))
    for _ in range(200):
        next(stream)
    assert given <= 200 + (Here.size * QUEUED + 1) * BATCH
    stream.close()


def test_a_crash_of_one_article_is_its_error_only(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline._prepare

    def crashing(raw, cleaned, config):
        if raw.id == "3":
            raise RecursionError("too\ndeep")
        return real(raw, cleaned, config)

    monkeypatch.setattr(pipeline, "_prepare", crashing)
    out = names(pipeline.outcomes(articles(8), engine))
    assert out[3] == "3: can't be extracted (RecursionError: too deep); please report it with what extractor info says"
    assert [o for o in out if o.isdigit()] == ["0", "1", "2", "4", "5", "6", "7"]


def test_processes_give_the_same_bytes_and_the_same_errors(pile: Path, unbroken: bytes) -> None:
    p = run("run", str(pile), "-f", "jsonl", "-j", "2")
    assert p.stdout == unbroken
    assert p.returncode == 1 and p.stderr.decode().count("\n") == 1 and b"line 61" in p.stderr


def children(pid: int) -> list[int]:
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    found = [int(x) for x in out.split()]
    return found + [c for f in found for c in children(f)]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs ps")
def test_nothing_of_a_pool_is_left_when_it_is_closed() -> None:
    pool = Processes(Config(model="en_news_fast"), 2)
    pool.submit(articles(1))
    before = set(threading.enumerate())
    pool.close()
    assert multiprocessing.active_children() == []
    assert [t for t in before & set(threading.enumerate()) if type(t).__name__ == "_ExecutorManagerThread"] == []


def test_a_killed_worker_is_replaced(pile: Path, unbroken: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    p = subprocess.Popen([*COMMAND, "run", str(pile), "-o", str(target), "-j", "2"], stderr=subprocess.PIPE)
    part = Path(f"{target}.part")
    wait_for(lambda: part.exists() and part.stat().st_size > 0)
    workers = [c for c in children(p.pid) if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()]
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    assert p.wait(120) == 1
    assert target.read_bytes() == unbroken
    assert p.stderr and p.stderr.read().count(b"\n") == 1


DEAD_WITH_FULL_PIPES = """
import multiprocessing, time
from extractor.config import Config
from extractor.run.parallel import Processes
from extractor.types import Raw

if __name__ == "__main__":
    pool = Processes(Config(), 2)
    futures = [pool.submit([Raw(str(n), "Kenya. " * 60_000)]) for n in range(4)]
    while not (children := multiprocessing.active_children()):
        time.sleep(0.01)
    time.sleep(0.1)
    for child in children:
        child.kill()
    try:
        futures[0].result()
    except pool.broken:
        pool.renew()
    pool.close()
    print("ended")
"""


def test_a_run_ends_though_workers_died_while_they_were_written_to(tmp_path: Path) -> None:
    script = tmp_path / "dead.py"
    script.write_text(DEAD_WITH_FULL_PIPES)
    p = subprocess.run([sys.executable, str(script)], capture_output=True, timeout=60)
    assert (p.returncode, p.stdout) == (0, b"ended\n")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs ps")
def test_ctrl_c_ends_every_process(pile: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "run", str(pile), "-o", str(tmp_path / "o.jsonl"), "-j", "2"]
    p = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hears_ctrl_c)
    wait_for(lambda: (tmp_path / "o.jsonl.part").exists() and (tmp_path / "o.jsonl.part").stat().st_size > 0)
    workers = children(p.pid)
    os.killpg(p.pid, signal.SIGINT)
    assert p.wait(30) == 130
    assert p.stderr and p.stderr.read().decode().strip().endswith("o.jsonl.part: go on with --resume")
    wait_for(lambda: not any(Path(f"/proc/{w}/cmdline").exists() and Path(f"/proc/{w}/cmdline").read_bytes() for w in workers))


def wait_for(condition, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_run_killed_again_and_again_ends_as_if_it_had_not_been(pile: Path, unbroken: bytes, tmp_path: Path) -> None:
    target, part, rng = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part", random.Random(3)
    for n in range(10):
        p = subprocess.Popen([*COMMAND, "run", str(pile), "-o", str(target), "--resume", *(["-j", "2"] if n % 3 == 2 else [])], stderr=subprocess.DEVNULL)
        goal = len(unbroken) * (n + rng.random()) / 10
        while p.poll() is None and not (part.exists() and part.stat().st_size >= goal):
            time.sleep(0.002)
        p.kill()
        p.wait()
        if target.exists():
            break
        assert part.exists()
    p = run("run", str(pile), "-o", str(target), "--resume")
    assert p.returncode == 1 and b"line 61" in p.stderr
    assert target.read_bytes() == unbroken and not part.exists()


def test_a_torn_line_is_done_again(pile: Path, unbroken: bytes, tmp_path: Path) -> None:
    part = tmp_path / "o.jsonl.part"
    part.write_bytes(unbroken[: len(unbroken) // 2])
    run("run", str(pile), "-o", str(tmp_path / "o.jsonl"), "--resume")
    assert (tmp_path / "o.jsonl").read_bytes() == unbroken


def test_resume_takes_only_what_the_same_version_wrote(pile: Path, unbroken: bytes, tmp_path: Path) -> None:
    record = json.loads(unbroken.splitlines()[0])
    record["producer"]["version"] = "0.0.0"
    part = tmp_path / "o.jsonl.part"
    for content, word in [(json.dumps(record) + "\n", "written by 0.0.0"), ("[]\n", "not the records")]:
        part.write_text(content)
        one_line_error(run("run", str(pile), "-o", str(tmp_path / "o.jsonl"), "--resume"), 2, word, "without --resume")
    one_line_error(run("run", str(pile), "--resume"), 2, "-o news.jsonl")
    one_line_error(run("run", str(pile), "--resume", "-o", str(tmp_path / "o.html")), 2, "jsonl or sqlite")


def test_resume_into_a_database_does_only_what_is_missing(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(ARTICLE + str(n))
    run("run", "0.txt", "1.txt", "-o", "n.db", cwd=tmp_path)
    import sqlite3

    def rows() -> list[tuple[int, str]]:
        with sqlite3.connect(tmp_path / "n.db") as db:
            return db.execute("SELECT id, name FROM articles").fetchall()

    before = rows()
    run("run", ".", "-o", "n.db", "--resume", cwd=tmp_path)
    assert rows()[:2] == before and [name for _, name in rows()] == ["0.txt", "1.txt", "2.txt"]


def test_a_device_is_written_into_and_stays_one(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    p = subprocess.Popen([*COMMAND, "run", "-", "-o", str(fifo), "-f", "jsonl"], stdin=subprocess.PIPE)
    assert p.stdin
    p.stdin.write(ARTICLE.encode())
    p.stdin.close()
    assert json.loads(fifo.read_bytes())["people"][0]["name"] == "William Ruto"
    assert p.wait(60) == 0 and fifo.is_fifo()

"""The same run on a Dask cluster, a worker of which is killed; articles behind URLs."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.article.sources import read_sources
from extractor.config import Config
from extractor.errors import InputError, UsageError

from .test_cli import ARTICLE, one_line_error, run

distributed = pytest.importorskip("distributed", reason="make peers installs it")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    folder = tmp_path_factory.mktemp("dask")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(folder), silence_logs=50) as c:
        yield c


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cluster, pile: Path, unbroken: bytes, tmp_path: Path) -> None:
    pids = [w.pid for w in cluster.workers.values()]
    part = tmp_path / "o.jsonl.part"

    def kill() -> None:
        while not (part.exists() and part.stat().st_size):
            time.sleep(0.02)
        os.kill(pids[0], signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    p = run("run", str(pile), "-o", str(tmp_path / "o.jsonl"), "--scheduler", cluster.scheduler_address)
    killer.join(10)
    assert not killer.is_alive()
    assert (tmp_path / "o.jsonl").read_bytes() == unbroken
    assert p.returncode == 1 and b"line 61" in p.stderr and p.stderr.count(b"\n") == 1


def test_what_dask_mends_by_itself_is_not_said_on_standard_error(cluster) -> None:
    """A key that was lost with its worker is a warning of Dask's client, a stream that closed an INFO with a traceback; whether one comes is chance."""
    code = f"""if True:
        import logging
        from extractor.run.cluster import Cluster
        from extractor.config import Config

        pool = Cluster(Config(), {cluster.scheduler_address!r})
        for name in ("distributed.client", "distributed.batched", "distributed.core"):
            logging.getLogger(name).warning("Couldn't gather 1 keys, rescheduling")
        logging.getLogger("distributed.client").error("Failed to reconnect")
        pool.close()
    """
    p = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert p.stderr.count("\n") == 1 and "Failed to reconnect" in p.stderr


def test_no_scheduler_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    one_line_error(run("run", "a.txt", "--scheduler", "tcp://127.0.0.1:9", cwd=tmp_path), 2, "tcp://127.0.0.1:9", "dask scheduler")


def test_urls_are_read_as_paths_are(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(ARTICLE)
    found = list(read_sources((f"file://{tmp_path}/*.txt",), io.BytesIO(), Config()))
    assert [r.id for r in found if not isinstance(r, InputError)] == ["0.txt", "1.txt", "2.txt"]
    for url in (f"file://{tmp_path}/none-*.txt", f"file://{tmp_path}/none.txt", "nosuch://x/y.txt"):
        (error,) = read_sources((url,), io.BytesIO(), Config())
        assert isinstance(error, InputError) and url in str(error)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.run.cluster import Cluster

    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"pip install 'extractor\[cluster\]'"):
        Cluster(Config(), "tcp://127.0.0.1:9")
    (error,) = read_sources(("s3://bucket/a.txt",), io.BytesIO(), Config())
    assert "pip install 'extractor[cluster]'" in str(error)

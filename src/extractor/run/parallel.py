"""Articles over several processes: each loads the model once, queues are bounded, and a worker that dies costs nothing but time.

Batches go to a pool and come back in order, or as they are done. When a worker dies the pool is made anew and what it had is done again;
a batch that was there at TRIES deaths is taken apart, and an article that kills its worker alone becomes an InputError.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Protocol

from extractor.config import Config
from extractor.errors import InputError
from extractor.nlp.engine import BATCH, Engine, load
from extractor.pipeline import attempt
from extractor.types import Raw, Record

TRIES = 3
CHARS = 400_000  # of text a batch: bounds what a queue and a death can cost
CLOSING = 5  # seconds at most for the end of a pool
QUEUED = 3  # batches a process that are read ahead

Outcomes = list[Record | InputError]


class Pool(Protocol):
    """Where batches are done. `broken` is what a future raises when its worker died."""

    broken: tuple[type[Exception], ...]
    size: int

    def submit(self, batch: list[Raw]) -> Future[Outcomes]:
        """Do a batch some time."""

    def renew(self) -> None:
        """Make ready again after a death."""

    def close(self) -> None:
        """End all at once, whatever is not done."""


class Processes:
    """A pool of processes on this machine."""

    broken: tuple[type[Exception], ...] = (BrokenProcessPool,)

    def __init__(self, config: Config, jobs: int) -> None:
        self.config = config
        self.size = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
        self.executor = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.size, multiprocessing.get_context("spawn"), initializer=_quiet)

    def submit(self, batch: list[Raw]) -> Future[Outcomes]:
        """Do a batch some time; a pool that is already broken says so through the future."""
        try:
            return self.executor.submit(work, self.config, batch)
        except BrokenProcessPool as e:
            future: Future[Outcomes] = Future()
            future.set_exception(e)
            return future

    def renew(self) -> None:
        """Start fresh processes; they load the model with their first batch."""
        _unblock(self.executor)
        self.executor = self._fresh()

    def close(self) -> None:
        """Kill the processes: what is not yielded yet is of no use to anybody."""
        for child in multiprocessing.active_children():
            child.kill()
        _unblock(self.executor)
        # its own thread must be gone before the interpreter ends, which would wake it through a pipe that it may be closing
        closing = threading.Thread(target=self.executor.shutdown, kwargs={"cancel_futures": True}, daemon=True)
        closing.start()
        closing.join(CLOSING)


def _unblock(executor: ProcessPoolExecutor) -> None:
    """Fail what a thread of ours is still writing to dead processes: Python before 3.11.5 waits for it at its end, for ever (python/cpython#94777)."""
    if sys.version_info < (3, 11, 5) and (queue := getattr(executor, "_call_queue", None)):
        queue._reader.close()


def _quiet() -> None:
    """Ctrl-C is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _engine(config: Config) -> Engine:
    return load(config)


_ONE_AT_A_TIME = threading.Lock()  # a cluster's worker may have several threads, a spaCy pipeline must not


def work(config: Config, batch: list[Raw]) -> Outcomes:
    """What a worker does with a batch; the model is loaded with the first."""
    with _ONE_AT_A_TIME:
        return attempt(batch, _engine(config))


@dataclass(slots=True, eq=False)
class _Job:
    batch: list[Raw]
    future: Future[Outcomes]
    deaths: int = 0


def spread(raws: Iterable[Raw], pool: Pool, ordered: bool = True) -> Iterator[Record | InputError]:
    """Records, or the errors in their places, in the order of the articles or as they are done. Closes the pool."""
    batches = _batches(raws)
    jobs: deque[_Job] = deque()
    try:
        while True:
            jobs.extend(_Job(b, pool.submit(b)) for b in islice(batches, max(0, pool.size * QUEUED - len(jobs))))
            if not jobs:
                return
            if not ordered:
                wait([j.future for j in jobs], return_when=FIRST_COMPLETED)
            job = jobs[0] if ordered else next(j for j in jobs if j.future.done())
            try:
                done = job.future.result()
            except pool.broken:
                _again(jobs, pool)
                continue
            jobs.remove(job)
            yield from done
    finally:
        pool.close()


def _again(jobs: deque[_Job], pool: Pool) -> None:
    """After a death: hand in again all that was lost; what was there too often is done first, article by article."""
    pool.renew()
    lost = [j for j in jobs if not _finished(j, pool)]
    for j in lost:
        j.deaths += 1
    worst = max(lost, key=lambda j: j.deaths)
    if worst.deaths >= TRIES:
        worst.future = Future()
        worst.future.set_result([o for raw in worst.batch for o in _alone(raw, pool)])
        lost.remove(worst)
    for j in lost:
        j.future = pool.submit(j.batch)


def _finished(job: _Job, pool: Pool) -> bool:
    return job.future.done() and not job.future.cancelled() and not isinstance(job.future.exception(), pool.broken)


def _alone(raw: Raw, pool: Pool) -> Outcomes:
    try:
        return pool.submit([raw]).result()
    except pool.broken:
        pool.renew()
        return [InputError(f"{raw.path or raw.id}: its worker died (killed, or out of memory); try it alone, or with more memory")]


def _batches(raws: Iterable[Raw]) -> Iterator[list[Raw]]:
    """Batches of at most BATCH articles and about CHARS characters, small ones first so that all processes start at once."""
    batch: list[Raw] = []
    size, limit = 0, 2
    for raw in raws:
        batch.append(raw)
        size += len(raw.text)
        if len(batch) >= limit or size >= CHARS:
            yield batch
            batch, size, limit = [], 0, min(limit * 2, BATCH)
    if batch:
        yield batch

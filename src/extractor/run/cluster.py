"""A Dask cluster as the pool that articles are spread over. Needs the extra `cluster`; its workers need extractor, too."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import Any

from extractor.config import Config
from extractor.errors import UsageError
from extractor.run.parallel import Outcomes, work
from extractor.types import Raw


class Cluster:
    """The workers behind a scheduler's address. Dask gives what a dead worker had to others; a batch that kills several is handed back."""

    broken: tuple[type[Exception], ...]

    def __init__(self, config: Config, address: str) -> None:
        """UsageError without the extra, or when nobody answers at the address."""
        try:
            import distributed
            from distributed.scheduler import KilledWorker
        except ImportError as e:
            raise UsageError(f"--scheduler needs {e.name}; pip install 'extractor[cluster]'") from None
        for name in ("distributed", "distributed.client"):  # what Dask mends by itself ("Couldn't gather 1 keys, rescheduling") is no line of ours
            logging.getLogger(name).setLevel(logging.ERROR)
        connect: Any = distributed.Client
        try:
            self.client: Any = connect(address, timeout="10s")
        except (OSError, ValueError, TimeoutError) as e:
            raise UsageError(f"--scheduler {address}: no Dask scheduler answers ({' '.join(str(e).split())[:120]}); start one: dask scheduler") from None
        self.config, self.broken = config, (KilledWorker,)
        self.size = max(1, sum(self.client.nthreads().values()))
        self.executor = self.client.get_executor(pure=False)

    def submit(self, batch: list[Raw]) -> Future[Outcomes]:
        """Do a batch some time."""
        future: Future[Outcomes] = self.executor.submit(work, self.config, batch)
        return future

    def renew(self) -> None:
        """Nothing: the scheduler finds other workers."""

    def close(self) -> None:
        """Take back what is not done and leave; the cluster stays."""
        self.executor.shutdown(wait=False)
        self.client.close(timeout=5)

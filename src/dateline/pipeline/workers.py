"""Who does the language work: this process, or several on this machine."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Protocol, TypeVar

from dateline.errors import StageError
from dateline.pipeline.chain import Chain
from dateline.settings import Settings

Batch = TypeVar("Batch")
Result = TypeVar("Result")

WORTH_A_PROCESS = 500_000
"""Characters of text: starting a second process and loading its model costs about what reading half of this does."""


class Workers(Protocol):
    """Runs a function of a chain and a batch over many batches; results come in the order of the batches."""

    def map(self, work: Callable[[Chain, Batch], Result], batches: Iterable[Batch]) -> Iterator[Result]: ...


class ThisProcess:
    """Does the work here, one batch after the other."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def map(self, work: Callable[[Chain, Batch], Result], batches: Iterable[Batch]) -> Iterator[Result]:
        """Yield the result for each batch."""
        for batch in batches:
            yield work(self._chain, batch)


class LocalProcesses:
    """Does the work in processes of this machine, each with its own model; a few batches are in flight at a time."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_start, initargs=(settings,)
        )

    def __enter__(self) -> LocalProcesses:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=error is None, cancel_futures=True)

    def map(self, work: Callable[[Chain, Batch], Result], batches: Iterable[Batch]) -> Iterator[Result]:
        """Yield the result for each batch; raises StageError when a process dies."""
        waiting: deque[Future[Result]] = deque()
        try:
            for batch in batches:
                waiting.append(self._pool.submit(_work, work, batch))
                if len(waiting) > self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise StageError(
                "a process died while reading (out of memory?); what was committed is safe: run the same command again, "
                "with fewer --jobs"
            ) from error


def jobs_for(settings: Settings, characters: int) -> int:
    """Return how many processes *characters* of text deserve: what the settings say, or what the machine has."""
    if settings.jobs:
        return settings.jobs
    return max(1, min(os.cpu_count() or 1, characters // WORTH_A_PROCESS))


_chain: Chain | None = None


def _start(settings: Settings) -> None:
    global _chain
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _chain = Chain(settings)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone: killed, it cannot tell its workers to stop."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Callable[[Chain, Batch], Result], batch: Batch) -> Result:
    if _chain is None:
        raise StageError("this process was not started as a worker")
    return work(_chain, batch)

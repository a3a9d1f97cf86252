"""Who does the language work: this process, or several on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Protocol, TypeVar

from dateline.errors import StageError
from dateline.pipeline.chain import Chain
from dateline.pipeline.garbage import collect_seldom
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
        context = multiprocessing.get_context("spawn")
        told, self._tell = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(settings, told))

    def __enter__(self) -> LocalProcesses:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._tell.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tell.close()

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
    return max(1, min(_processors(), characters // WORTH_A_PROCESS))


def _processors() -> int:
    # What this process may use, where the system says; a container often has fewer than the machine.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_chain: Chain | None = None


def _start(settings: Settings, told: Connection) -> None:
    global _chain
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches every process of a terminal; only the first one answers
    threading.Thread(target=_end_with_parent, args=(told,), daemon=True).start()
    collect_seldom()
    _chain = Chain(settings)


def _end_with_parent(told: Connection) -> None:
    """End this process when the other end of the pipe is closed: by the one who started it, or by its death."""
    try:
        told.recv()
    except (EOFError, OSError):
        os._exit(1)


def _work(work: Callable[[Chain, Batch], Result], batch: Batch) -> Result:
    if _chain is None:
        raise StageError("this process was not started as a worker")
    return work(_chain, batch)

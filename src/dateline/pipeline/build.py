"""From paths to a record: read and enter the reports, analyse those not analysed yet, link those not linked yet.

Each of the three steps commits batch by batch and finds its own work in the store, so a build that was cut off at any moment
goes on where it stopped, and a build with nothing new to do does nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.documents import DocumentReader
from dateline.model import Document, Failure
from dateline.pipeline.batches import in_batches
from dateline.pipeline.chain import Chain, Task, paragraph_digests
from dateline.pipeline.garbage import collecting_seldom
from dateline.pipeline.linking import link_documents
from dateline.pipeline.progress import Progress, now, silent
from dateline.pipeline.reading import read_documents
from dateline.pipeline.workers import LocalProcesses, ThisProcess, Workers, jobs_for
from dateline.resources.tables import tables_digest
from dateline.settings import Settings
from dateline.store import Store, Worklist, Writer

SMALLEST_BATCH = 20_000
"""Characters: a smaller batch costs more to commit than it is worth."""

BATCHES_EACH = 6
"""Batches that each process is to have at the least, while they are no smaller than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build did: reports read and new, documents analysed and linked, failures met."""

    read: int = 0
    new: int = 0
    analysed: int = 0
    linked: int = 0
    failures: int = 0


def build(
    paths: Sequence[str | Path], store: Store, settings: Settings, *, version: str, progress: Progress | None = None
) -> BuildSummary:
    """Bring the store up to date with the reports under *paths*, and with the stages as they are now.

    Raises StoreBusyError when another process is writing to the store.
    """
    with store.lock(), collecting_seldom():
        builder = _Builder(store, settings, progress or silent)
        return builder.run(paths, version)


class _Builder:
    def __init__(self, store: Store, settings: Settings, progress: Progress) -> None:
        self._store = store
        self._settings = settings
        self._progress = progress
        self._run = f"run:{secrets.token_hex(8)}"
        self._reader = DocumentReader(settings)
        self._read_by = f"{self._reader.name} {self._reader.version} {tables_digest()}"

    def run(self, paths: Sequence[str | Path], version: str) -> BuildSummary:
        with self._store.transaction() as connection:
            Writer(connection, run=self._run).begin_run(at=now(), version=version, settings=self._settings.digest)
        summary = self._enter(paths)
        self._read_again()
        analysed, failed = self._analyse()
        linked, unlinked = link_documents(self._store, self._settings, run=self._run, progress=self._progress)
        with self._store.transaction() as connection:
            Writer(connection, run=self._run).end_run(at=now())
        return replace(summary, analysed=analysed, linked=linked, failures=summary.failures + failed + unlinked)

    def _enter(self, paths: Sequence[str | Path]) -> BuildSummary:
        read = new = failed = 0
        cleared: set[str] = set()
        for batch in in_batches(read_documents(paths, self._settings), self._settings.batch_characters):
            documents = [item for item in batch if isinstance(item, Document)]
            failures = [item for item in batch if isinstance(item, Failure)]
            with self._store.transaction() as connection:
                writer = Writer(connection, run=self._run)
                for path in {_path(item) for item in batch} - cleared:
                    writer.clear_failures(path)
                    cleared.add(path)
                new += writer.add_documents(documents, reader=self._read_by, at=now())
                writer.add_failures(failures)
            read, failed = read + len(documents), failed + len(failures)
            self._progress("Reading", read, None)
        return BuildSummary(read=read, new=new, failures=failed)

    def _read_again(self) -> None:
        """Let today's reader read what an earlier one read; a report it would refuse stays as it was."""
        while True:
            with self._store.transaction() as connection:
                found = Worklist(connection).to_read(self._read_by)
                writer = Writer(connection, run=self._run)
                for document in found:
                    again = self._reader.again(document)
                    if isinstance(again, Document) and again.id == document.id:
                        writer.add_documents([again], reader=self._read_by, at=now())
                    else:
                        writer.keep_reading(document, reader=self._read_by)
            if not found:
                return

    def _analyse(self) -> tuple[int, int]:
        chain = Chain(self._settings)
        with self._store.reading() as connection:
            total, characters = Worklist(connection).size(chain.key)
        if not total:
            return 0, 0
        done = failed = 0
        with ExitStack() as stack:
            workers: Workers = ThisProcess(chain)
            if (jobs := jobs_for(self._settings, characters)) > 1:
                workers = stack.enter_context(LocalProcesses(self._settings, jobs))
            ids: dict[int, str] = {}
            # Small enough that every process has several, so that none waits long for the last one.
            size = min(self._settings.batch_characters, max(SMALLEST_BATCH, characters // (jobs * BATCHES_EACH)))
            for analyses in workers.map(Chain.analyse, self._tasks(chain, ids, size)):
                with self._store.transaction() as connection:
                    writer = Writer(connection, run=self._run)
                    for analysis in analyses:
                        writer.save_analysis(analysis, document_id=ids.pop(analysis.pk), key=chain.key)
                        failed += len(analysis.failures)
                done += len(analyses)
                self._progress("Analysing", done, total)
        return done, failed

    def _tasks(self, chain: Chain, ids: dict[int, str], characters: int) -> Iterator[list[Task]]:
        after = 0
        while True:
            with self._store.reading() as connection:
                work = Worklist(connection)
                found = work.to_analyse(chain.key, after=after, characters=characters)
                tasks = [
                    Task(
                        pk=pk,
                        document=document,
                        parses=work.parses(paragraph_digests(document), chain.parser.version),
                        outputs=work.outputs(pk),
                    )
                    for pk, document in found
                ]
            if not tasks:
                return
            after = tasks[-1].pk
            ids.update((task.pk, task.document.id) for task in tasks)
            yield tasks


def _path(item: Document | Failure) -> str:
    where = (item.source if isinstance(item, Document) else item.path) or ""
    path, _, line = where.rpartition(":")
    return path if isinstance(item, Document) and line.isdigit() else where

"""Timelines of few days: from report files or a store to the days that matter and the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import NotFoundError
from dateline.links.timelines import ReadReport, assemble_timeline, read_report
from dateline.model import Document, Failure, Layers, Sentence, Span, TimeExpression
from dateline.pipeline.batches import in_batches
from dateline.pipeline.chain import Chain, Task, dated, paragraph_digests
from dateline.pipeline.progress import Progress
from dateline.pipeline.reading import read_documents
from dateline.pipeline.workers import LocalProcesses, ThisProcess, Workers, jobs_for
from dateline.settings import Settings
from dateline.store import Store, Worklist, end_of
from dateline.views.timelines import render_entry

TIMES = "times"
"""What the names of the annotators begin with that find time expressions: a timeline needs no other."""

SMALLEST_BATCH = 20_000
"""Characters: of smaller batches there is more to send than to do."""

BATCHES_EACH = 6
TASKS_AT_ONCE = 64

Read = tuple[Document, ReadReport, list[Failure]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """How long a timeline is to be, and what it may be made of.

    Only reports published by `as_of` count. `since` and `until` bound its days; without them they are the days that the
    reports span, and a little before. `about` are words of which a sentence must have one.
    """

    dates: int
    sentences: int = 1
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    about: str | None = None


def summarise_reports(
    paths: Sequence[str | Path], scope: Scope, settings: Settings, *, progress: Progress
) -> Iterator[dict[str, Any] | Failure]:
    """Yield a Failure for each report under *paths* that could not be read, then the timeline of the others, day by day.

    Raises NotFoundError when no report is left or none is about what is asked.
    """
    documents: dict[str, Document] = {}
    for item in read_documents(paths, settings):
        if isinstance(item, Failure):
            yield item
        elif scope.as_of is None or item.order <= end_of(scope.as_of):
            documents.setdefault(item.id, item)
    found: list[Read] = []
    for read in read_for_timelines(list(documents.values()), settings):
        found.append(read)
        progress("Reading", len(found), len(documents))
    yield from (failure for _, _, failures in found for failure in failures)
    yield from _timeline(((document, report) for document, report, _ in found), scope)


def summarise_store(
    store: Store,
    chosen: Iterable[tuple[Document, Sequence[Span] | None]],
    scope: Scope,
    settings: Settings,
    *,
    progress: Progress,
) -> Iterator[dict[str, Any]]:
    """Yield the timeline of documents in a store; of those with spans, only what the sentences at these spans say.

    What the store has parsed is not parsed again. Raises NotFoundError when nothing is left to tell.
    """
    wanted = {document.id: (document, spans) for document, spans in chosen}
    documents = [document for document, _ in wanted.values()]
    chain = Chain(_needed(settings))
    found: list[tuple[Document, ReadReport]] = []
    for first in range(0, len(documents), TASKS_AT_ONCE):
        for document, report, _ in _read_tasks(chain, _tasks(store, chain, documents[first : first + TASKS_AT_ONCE])):
            found.append((document, _narrowed(report, wanted[document.id][1])))
            progress("Reading", len(found), len(documents))
    yield from _timeline(found, scope)


def read_for_timelines(documents: Sequence[Document], settings: Settings) -> Iterator[Read]:
    """Yield each document, dated by its words where nothing else dates it, as a timeline needs it, and what failed."""
    characters = sum(len(document.text) for document in documents)
    jobs = jobs_for(settings, characters)
    # Small enough that every process has several, and that what is done can be told.
    size = min(settings.batch_characters, max(SMALLEST_BATCH, characters // (jobs * BATCHES_EACH)))
    needed = _needed(settings)
    # Made here whoever does the work, so that what is wrong with the settings or the model is said once and plainly.
    chain = Chain(needed)
    with ExitStack() as stack:
        workers: Workers = ThisProcess(chain)
        if jobs > 1:
            workers = stack.enter_context(LocalProcesses(needed, jobs))
        for batch in workers.map(_read_batch, in_batches(documents, size)):
            yield from batch


def _needed(settings: Settings) -> Settings:
    annotators = tuple(name for name in settings.annotators if name.partition(".")[0] == TIMES)
    return settings.model_copy(update={"annotators": annotators, "finders": ()})


def _read_batch(chain: Chain, batch: Sequence[Document | Failure]) -> list[Read]:
    return _read_tasks(chain, [Task(pk=0, document=item) for item in batch if isinstance(item, Document)])


def _read_tasks(chain: Chain, tasks: Sequence[Task]) -> list[Read]:
    read = chain.read_tasks(tasks)
    return [_as_read(task.document, *found) for task, found in zip(tasks, read, strict=True)]


def _as_read(document: Document, layers: Layers, failures: list[Failure]) -> Read:
    told = dated(document, layers)
    return told, read_report(told, layers.get(Sentence), layers.get(TimeExpression)), failures


def _tasks(store: Store, chain: Chain, documents: Sequence[Document]) -> list[Task]:
    with store.reading() as connection:
        work = Worklist(connection)
        return [
            Task(pk=0, document=document, parses=work.parses(paragraph_digests(document), chain.parser.version))
            for document in documents
        ]


def _narrowed(report: ReadReport, spans: Sequence[Span] | None) -> ReadReport:
    if spans is None:
        return report
    kept = (passage for passage in report.passages if any(passage.span.overlaps(span) for span in spans))
    return replace(report, passages=tuple(kept))


def _timeline(read: Iterable[tuple[Document, ReadReport]], scope: Scope) -> Iterator[dict[str, Any]]:
    documents: dict[str, Document] = {}
    reports: list[ReadReport] = []
    for document, report in read:
        told = report.about(scope.about) if scope.about is not None else report
        if told.passages:
            documents[document.id] = document
            reports.append(told)
    if not reports:
        raise NotFoundError(_nothing(scope))
    entries = assemble_timeline(
        reports,
        documents,
        dates=scope.dates,
        sentences=scope.sentences,
        since=scope.since,
        until=scope.until,
    )
    yield from (render_entry(entry, documents) for entry in entries)


def _nothing(scope: Scope) -> str:
    about = f" about {scope.about!r}" if scope.about is not None else ""
    known = f" published by {scope.as_of}" if scope.as_of is not None else ""
    return f"no report{known} has a sentence{about} to make a timeline of"

"""Annotating without a store: reports in, public JSON out, in the same order, with bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dateline.documents import DocumentReader
from dateline.model import Document, Failure, RawReport
from dateline.pipeline.batches import in_batches
from dateline.pipeline.chain import Chain
from dateline.pipeline.workers import LocalProcesses, ThisProcess, Workers
from dateline.settings import Settings
from dateline.sources import find_reports
from dateline.views.annotation import render_annotations, render_report

Annotated = dict[str, Any] | Failure


def annotate_reports(paths: Sequence[str | Path], settings: Settings, *, jobs: int = 1) -> Iterator[Annotated]:
    """Yield the annotations of each report under *paths*, in order, and a Failure where no report could be read."""
    reader = DocumentReader(settings)
    documents = (raw if isinstance(raw, Failure) else reader(raw) for raw in find_reports(paths, settings))
    with ExitStack() as stack:
        workers: Workers = (
            stack.enter_context(LocalProcesses(settings, jobs)) if jobs > 1 else ThisProcess(Chain(settings))
        )
        for annotated in workers.map(_annotate, in_batches(documents, settings.batch_characters)):
            yield from annotated


def extract_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[Annotated]:
    """Yield each report under *paths* in the public input format, in order, and a Failure where no report could be read."""
    reader = DocumentReader(settings)
    for raw in find_reports(paths, settings):
        document = raw if isinstance(raw, Failure) else reader(raw)
        yield document if isinstance(document, Failure) else render_report(document)


def annotate_text(raw: RawReport, settings: Settings, chain: Chain) -> Annotated:
    """Return the annotations of one report, or the Failure when it is none."""
    return _annotate(chain, [DocumentReader(settings)(raw)])[0]


def _annotate(chain: Chain, batch: Iterable[Document | Failure]) -> list[Annotated]:
    items = list(batch)
    read = iter(chain.read([item for item in items if isinstance(item, Document)]))
    return [item if isinstance(item, Failure) else render_annotations(item, *next(read)) for item in items]

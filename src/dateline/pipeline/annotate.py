"""Annotating without a store: reports in, public JSON out, in the same order, with bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dateline.documents import DocumentReader
from dateline.model import Document, Failure, RawReport, TimeBasis
from dateline.pipeline.batches import in_batches
from dateline.pipeline.chain import Chain, dated
from dateline.pipeline.reading import read_documents, read_report
from dateline.pipeline.workers import LocalProcesses, ThisProcess, Workers
from dateline.settings import Settings
from dateline.views.annotation import render_annotations, render_report

Annotated = dict[str, Any] | Failure


def annotate_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[Annotated]:
    """Yield the annotations of each report under *paths*, in order, and a Failure where no report could be read."""
    documents = read_documents(paths, settings)
    # Made here whoever does the work, so that what is wrong with the settings or the model is said once and plainly.
    chain = Chain(settings)
    with ExitStack() as stack:
        workers: Workers = ThisProcess(chain)
        if settings.jobs > 1:
            workers = stack.enter_context(LocalProcesses(settings, settings.jobs))
        for annotated in workers.map(_annotate, in_batches(documents, settings.batch_characters)):
            yield from annotated


def date_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[Document | Failure]:
    """Yield each report under *paths* with the time that its metadata, address, dateline or words give it, in order.

    Only an undated report is parsed, and no stage but the dater reads it.
    """
    chain = Chain(settings.model_copy(update={"annotators": (), "finders": ()}))
    for item in read_documents(paths, settings):
        if isinstance(item, Document) and item.time.basis is TimeBasis.UNKNOWN:
            ((layers, failures),) = chain.read([item])
            yield from failures
            yield dated(item, layers)
        else:
            yield item


def extract_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[Annotated]:
    """Yield each report under *paths* in the public input format, in order, and a Failure where no report could be read."""
    for document in read_documents(paths, settings):
        yield document if isinstance(document, Failure) else render_report(document)


def annotate_text(raw: RawReport, settings: Settings, chain: Chain) -> Annotated:
    """Return the annotations of one report, or the Failure when it is none."""
    return _annotate(chain, [read_report(raw, DocumentReader(settings))])[0]


def _annotate(chain: Chain, batch: Iterable[Document | Failure]) -> list[Annotated]:
    items = list(batch)
    read = iter(chain.read([item for item in items if isinstance(item, Document)]))
    return [item if isinstance(item, Failure) else render_annotations(item, *next(read)) for item in items]

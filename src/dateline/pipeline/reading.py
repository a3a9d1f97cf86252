"""From paths to documents, one at a time; what cannot be read is a Failure in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.documents import DocumentReader
from dateline.model import Document, Failure, RawReport
from dateline.settings import Settings
from dateline.sources import find_reports


def read_documents(paths: Sequence[str | Path], settings: Settings) -> Iterator[Document | Failure]:
    """Yield the documents under *paths*, in order, each as its reader reads it."""
    reader = DocumentReader(settings)
    for raw in find_reports(paths, settings):
        yield raw if isinstance(raw, Failure) else read_report(raw, reader)


def read_report(raw: RawReport, reader: DocumentReader) -> Document | Failure:
    """Return the document that a report is, or the failure that says why it is none; never raises."""
    try:
        return reader(raw)
    except Exception as error:  # noqa: BLE001  one odd report must not cost the run
        return Failure(
            stage=reader.name,
            version=reader.version,
            error=type(error).__name__,
            message=str(error),
            path=raw.path,
            line=raw.line,
        )

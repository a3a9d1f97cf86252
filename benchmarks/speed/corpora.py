"""Samples of the throughput corpora, and the paragraphs in them that the product parses."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.documents import DocumentReader
from dateline.model import Document, RawReport
from dateline.pipeline.chain import PARSED
from dateline.settings import Settings
from dateline.sources import find_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Reports written to a file of their own."""

    corpus: str
    path: Path
    reports: int
    words: int
    megabytes: float


def read_corpus(path: Path) -> list[str]:
    """Return the lines of a gzipped corpus, one report each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line for line in lines if line.strip()]


def spread(lines: Sequence[str], number: int) -> list[str]:
    """Return *number* lines spread evenly over all of them."""
    number = min(number, len(lines))
    return [lines[index * len(lines) // number] for index in range(number)]


def write_sample(corpus: str, lines: Sequence[str], path: Path) -> Sample:
    """Write reports to *path* and count them."""
    path.write_text("".join(lines), encoding="utf-8")
    texts = [json.loads(line)["text"] for line in lines]
    return Sample(
        corpus=corpus,
        path=path,
        reports=len(texts),
        words=sum(len(text.split()) for text in texts),
        megabytes=sum(len(text.encode()) for text in texts) / 1e6,
    )


def paragraphs(path: Path, settings: Settings) -> list[str]:
    """Return the different paragraphs of the reports in a file that a build parses, each once, as a build does."""
    return list(dict.fromkeys(_paragraphs(path, settings)))


def _paragraphs(path: Path, settings: Settings) -> Iterator[str]:
    reader = DocumentReader(settings)
    for found in find_reports([path], settings):
        document = reader(found) if isinstance(found, RawReport) else found
        if isinstance(document, Document) and document.annotated:
            yield from (part.span.of(document.text) for part in document.parts if part.role in PARSED)

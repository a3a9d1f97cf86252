"""Reports in batches of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Document, Failure

FAILURE_SIZE = 100
"""Characters that a failure counts for."""


def in_batches(items: Iterable[Document | Failure], characters: int) -> Iterator[list[Document | Failure]]:
    """Yield the items in lists of about *characters* of text each, in order."""
    batch: list[Document | Failure] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else FAILURE_SIZE
        if size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

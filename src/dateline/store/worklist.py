"""What is still to be done: documents that the stages of today have not analysed or linked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement, Connection, func, or_, select

from dateline.model import Document
from dateline.store.analysis import StageOutput
from dateline.store.rows import IDS_AT_ONCE, parse_key, to_document
from dateline.store.schema import documents

DOCUMENTS_AT_ONCE = 256
"""Documents in one batch at the most, however short they are."""


class Worklist:
    """Finds work by the key of those who would do it: a document whose work bears another key is still to be done.

    Both sides of the inequality are ranges of an index, so finding nothing to do costs the same in any record.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def to_read(self, reader: str, *, limit: int = DOCUMENTS_AT_ONCE) -> list[Document]:
        """Return documents that another reader read: what this one makes of them may differ."""
        query = select(documents).where(_differs(documents.c.reader, reader)).order_by(documents.c.pk).limit(limit)
        return [to_document(row) for row in self._connection.execute(query)]

    def size(self, key: str) -> tuple[int, int]:
        """Return how many documents are to be analysed, and how many characters they have."""
        query = select(func.count(), func.coalesce(func.sum(func.length(documents.c.text)), 0))
        row = self._connection.execute(query.where(_differs(documents.c.analysed_by, key))).one()
        return row[0], row[1]

    def to_analyse(self, key: str, *, after: int, characters: int) -> list[tuple[int, Document]]:
        """Return the next documents to analyse beyond row *after*, in order of entry, up to *characters* of text."""
        stale = _differs(documents.c.analysed_by, key)
        query = select(documents).where(stale, documents.c.pk > after).order_by(documents.c.pk).limit(DOCUMENTS_AT_ONCE)
        found: list[tuple[int, Document]] = []
        size = 0
        for row in self._connection.execute(query):
            if found and size + len(row.text) > characters:
                break
            size += len(row.text)
            found.append((row.pk, to_document(row)))
        return found

    def parses(self, digests: Sequence[str], parser: str) -> dict[str, bytes]:
        """Return those parses that are known already, by the digest of their paragraph."""
        digest_of = {parse_key(digest, parser): digest for digest in digests}
        keys = list(digest_of)
        found: dict[str, bytes] = {}
        for first in range(0, len(keys), IDS_AT_ONCE):
            part = keys[first : first + IDS_AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self._connection.exec_driver_sql(f"SELECT key, data FROM parses WHERE key IN ({marks})", tuple(part))
            found.update((digest_of[row[0]], row[1]) for row in rows)
        return found

    def outputs(self, pk: int) -> dict[str, StageOutput]:
        """Return what each stage has said of a document, by stage."""
        rows = self._connection.exec_driver_sql("SELECT stage, key, data FROM layers WHERE document_pk = ?", (pk,))
        return {row[0]: StageOutput(stage=row[0], key=row[1], blob=row[2]) for row in rows}

    def first_to_link(self, key: str) -> str | None:
        """Return when the earliest document to be linked became known; None when all are linked."""
        query = select(func.min(documents.c.known_from)).where(_differs(documents.c.linked_by, key))
        return self._connection.execute(query).scalar()

    def count_to_link(self, key: str) -> int:
        """Return how many documents are to be linked."""
        query = select(func.count()).select_from(documents).where(_differs(documents.c.linked_by, key))
        return self._connection.execute(query).scalar_one()

    def to_link(self, key: str, *, limit: int) -> list[tuple[int, Document]]:
        """Return the next documents to link, in the order in which they became known."""
        query = select(documents).where(_differs(documents.c.linked_by, key))
        query = query.order_by(documents.c.known_from, documents.c.id).limit(limit)
        return [(row.pk, to_document(row)) for row in self._connection.execute(query)]


def _differs(column: Column[str], key: str) -> ColumnElement[bool]:
    return or_(column < key, column > key)

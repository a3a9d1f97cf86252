"""What is still to be done: documents that the stages of today have not analysed or linked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement, Connection, func, or_, select

from dateline.model import Document
from dateline.store.analysis import StageOutput
from dateline.store.rows import IDS_AT_ONCE, parse_key, to_document, whole_documents
from dateline.store.schema import documents, texts

DOCUMENTS_AT_ONCE = 256
"""Documents in one batch at the most, however short they are."""


_OTHER_KEYS = (
    "WITH RECURSIVE keys (key) AS (SELECT min({0}) FROM documents UNION ALL"
    " SELECT (SELECT min({0}) FROM documents WHERE {0} > key) FROM keys WHERE key IS NOT NULL)"
    " SELECT key FROM keys WHERE key <> ?"
)
"""The keys that documents bear, each found from the one before by one look into the index."""

# SQLite must not choose: with few keys it thinks little of these indexes and walks the whole table in order instead.
_DUE = {
    "reader": "SELECT pk, pk FROM documents INDEXED BY documents_to_read"
    " WHERE reader = ? AND pk > ? ORDER BY pk LIMIT ?",
    "analysed_by": "SELECT pk, pk FROM documents INDEXED BY documents_to_analyse"
    " WHERE analysed_by = ? AND pk > ? ORDER BY pk LIMIT ?",
    "linked_by": "SELECT pk, known_from, id FROM documents INDEXED BY documents_to_link"
    " WHERE linked_by = ? AND pk > ? ORDER BY known_from, id LIMIT ?",
}


class Worklist:
    """Finds work by the key of those who would do it: a document whose work bears another key is still to be done.

    The keys that documents bear are few; what bears another one is found by the index of that key, in the order in which it
    is done, so finding work costs the same in any record.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def to_read(self, reader: str, *, limit: int = DOCUMENTS_AT_ONCE) -> list[Document]:
        """Return documents that another reader read: what this one makes of them may differ."""
        return [document for _, document in self._documents(self._due("reader", reader, limit=limit))]

    def size(self, key: str) -> tuple[int, int]:
        """Return how many documents are to be analysed, and how many characters they have."""
        query = select(func.count(), func.coalesce(func.sum(func.length(texts.c.text)), 0))
        query = query.select_from(documents.join(texts, texts.c.document_pk == documents.c.pk))
        row = self._connection.execute(query.where(_differs(documents.c.analysed_by, key))).one()
        return row[0], row[1]

    def to_analyse(self, key: str, *, after: int, characters: int) -> list[tuple[int, Document]]:
        """Return the next documents to analyse beyond row *after*, in order of entry, up to *characters* of text."""
        due = self._due("analysed_by", key, after=after, limit=DOCUMENTS_AT_ONCE)
        found: list[tuple[int, Document]] = []
        size = 0
        for pk, document in self._documents(due):
            if found and size + len(document.text) > characters:
                break
            size += len(document.text)
            found.append((pk, document))
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
        return next((document.order for _, document in self._documents(self._due("linked_by", key, limit=1))), None)

    def count_to_link(self, key: str) -> int:
        """Return how many documents are to be linked."""
        query = select(func.count()).select_from(documents).where(_differs(documents.c.linked_by, key))
        return self._connection.execute(query).scalar_one()

    def to_link(self, key: str, *, limit: int) -> list[tuple[int, Document]]:
        """Return the next documents to link, in the order in which they became known."""
        return self._documents(self._due("linked_by", key, limit=limit))

    def _due(self, column: str, key: str, *, limit: int, after: int = 0) -> list[int]:
        """Return the rows of the next documents that bear another key, in the order in which they are due."""
        others = self._connection.exec_driver_sql(_OTHER_KEYS.format(column), (key,)).scalars().all()
        query = _DUE[column]
        rows = [row for other in others for row in self._connection.exec_driver_sql(query, (other, after, limit))]
        return [row[0] for row in sorted(rows, key=lambda row: tuple(row[1:]))[:limit]]

    def _documents(self, pks: Sequence[int]) -> list[tuple[int, Document]]:
        found = {
            row.pk: to_document(row)
            for row in self._connection.execute(whole_documents().where(documents.c.pk.in_(pks)))
        }
        return [(pk, found[pk]) for pk in pks]


def _differs(column: Column[str], key: str) -> ColumnElement[bool]:
    return or_(column < key, column > key)

"""What the store's readers share: rows to records, and the condition of an as-of view."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dateline.model import END_OF_TIME, Document, decode
from dateline.store.schema import documents, texts

IDS_AT_ONCE = 500
"""Ids in one query: well under SQLite's limit on parameters."""


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection under an open one: a short statement costs a third there, and linking has very many."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"expected an open connection to SQLite, got {driver!r}")
    return driver


def parse_key(digest: str, parser: str) -> bytes:
    """Return the key of the parse that this version of a parser made of the paragraph with this digest."""
    return blake2b(f"{parser}\n{digest}".encode(), digest_size=16).digest()


def link_key(kind: str, key: str) -> int:
    """Return the number under which links of a kind are found by a key: 63 bits of a hash, as SQLite's integers are signed."""
    return int.from_bytes(blake2b(f"{kind}\n{key}".encode(), digest_size=8).digest()) >> 1


def whole_documents() -> Select[Any]:
    """Return the query for documents with their texts; `to_document` reads its rows."""
    columns = (column for column in (*documents.c, *texts.c) if column is not texts.c.document_pk)
    return select(*columns).select_from(documents.join(texts, texts.c.document_pk == documents.c.pk))


def to_document(row: Row[Any]) -> Document:
    """Return the document of a row that holds the columns of `whole_documents`."""
    return replace(decode(Document, json.loads(row.data)), text=row.text, title=row.title, source=row.source)


def known_by(query: Select[Any], as_of: date | None) -> Select[Any]:
    """Return *query* without the documents that could not be known at the end of the day *as_of*."""
    return query if as_of is None else query.where(documents.c.known_from <= end_of(as_of))


def end_of(day: date | None) -> str:
    """Return the last second of a day, as `Document.order` writes it."""
    return f"{day.isoformat()}T23:59:59Z" if day else END_OF_TIME


def canonical_entities(connection: Connection, pk: int) -> dict[str, str]:
    """Return the canonical entity of each reading of a document that has been linked."""
    rows = connection.exec_driver_sql(
        "SELECT reading, entity FROM readings WHERE document_pk = ? AND entity IS NOT NULL", (pk,)
    )
    return {row[0]: row[1] for row in rows}

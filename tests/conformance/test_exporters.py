"""The kit for exporters: whoever registers one keeps to this."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from dateline import api
from dateline.errors import DatelineError
from dateline.views.record import Record
from dateline.views.tables import Table
from tests.views.exports.events_told import told

FORMATS = api.export_formats()
TABLES: dict[str, Callable[[Record], Table[Any]]] = {
    "events": lambda record: record.events(),
    "reports": lambda record: record.reports(),
    "quotations": lambda record: record.quotations(),
    "entities": lambda record: record.entities(),
}
BINARY = ("arrow", "parquet")
formats = pytest.mark.parametrize("name", FORMATS)
tables = pytest.mark.parametrize("table", TABLES)


def written(name: str, table: str) -> bytes | None:
    """Return what an exporter writes of a table of a record with hostile words; None where the format has no place for it."""
    stream = io.BytesIO()
    with told() as record:
        try:
            api.exporter(name)(TABLES[table](record), stream)
        except DatelineError:
            return None
    assert not stream.closed
    return stream.getvalue()


@formats
def test_format_writes_one_of_the_tables(name: str) -> None:
    assert any(written(name, table) for table in TABLES)


@formats
@tables
def test_same_table_is_written_the_same_twice(name: str, table: str) -> None:
    assert written(name, table) == written(name, table)


@formats
@tables
def test_text_formats_are_utf_8_without_a_byte_order_mark(name: str, table: str) -> None:
    content = written(name, table)
    if content is not None and name not in BINARY:
        assert not content.decode("utf-8").startswith("\ufeff")

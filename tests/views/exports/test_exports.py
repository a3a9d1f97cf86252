"""Exports: what is written is read back as it was."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any, BinaryIO

import pyarrow.ipc
import pyarrow.parquet
import pytest

from dateline import registry
from dateline.views.tables import Table
from tests.views.test_tables import COLUMNS, NOWHERE, OSLO, make_table

AWKWARD = {**OSLO, "name": 'He said: "Oslo",\nthen — “Тбилиси” 🇳🇴, =1+1', "aliases": ["a | b", "c,d"]}
ROWS = [OSLO, NOWHERE, AWKWARD]


def written(format_: str, *rows: dict[str, Any]) -> bytes:
    export: Callable[[Table[Any], BinaryIO], None] = registry.load(registry.EXPORTERS, format_)
    stream = io.BytesIO()
    export(make_table(*rows), stream)
    assert not stream.closed
    return stream.getvalue()


def test_json_lines_come_back_with_days_as_iso_strings() -> None:
    lines = written("jsonl", *ROWS).decode("utf-8").splitlines()
    expected = [{**row, "day": row["day"].isoformat() if row["day"] else None} for row in ROWS]
    assert [json.loads(line) for line in lines] == expected


def test_json_lines_keep_every_row_on_one_line_and_letters_as_they_are() -> None:
    content = written("jsonl", AWKWARD)
    assert content.count(b"\n") == 1
    assert "Тбилиси".encode() in content


def test_csv_comes_back_with_lists_joined_and_nothing_as_nothing() -> None:
    text = written("csv", *ROWS).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["name"] for row in rows] == ["Oslo", "", AWKWARD["name"]]
    assert rows[0] == {
        "name": "Oslo",
        "day": "2023-03-20",
        "count": "3",
        "score": "0.5",
        "aliases": "Kristiania | Christiania",
    }


def test_csv_has_crlf_ends_and_a_header_even_without_rows() -> None:
    assert written("csv") == b"name,day,count,score,aliases\r\n"


@pytest.mark.parametrize("rows", [(), tuple(ROWS)], ids=["none", "three"])
def test_parquet_comes_back_with_its_types(rows: tuple[dict[str, Any], ...]) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written("parquet", *rows)))
    assert table.schema.equals(make_table().to_arrow().schema)
    assert table.to_pylist() == list(rows)


@pytest.mark.parametrize("rows", [(), tuple(ROWS)], ids=["none", "three"])
def test_arrow_comes_back_with_its_types(rows: tuple[dict[str, Any], ...]) -> None:
    table = pyarrow.ipc.open_stream(written("arrow", *rows)).read_all()
    assert table.schema.equals(make_table().to_arrow().schema)
    assert table.to_pylist() == list(rows)


@pytest.mark.parametrize("format_", ["arrow", "csv", "jsonl", "parquet"])
def test_format_for_any_table_writes_the_same_bytes_twice_and_survives_no_rows(format_: str) -> None:
    assert written(format_, *ROWS) == written(format_, *ROWS)
    assert isinstance(written(format_), bytes)
    assert len(COLUMNS) == 5

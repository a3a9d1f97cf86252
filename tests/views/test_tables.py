"""Tables: looked up once, on first use; the same types however many rows; safe to show."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas
import polars
import pyarrow
import pytest

from dateline.views.tables import SHOWN, Column, Table

COLUMNS = [Column("name"), Column("day", "date32"), Column("count", "int64"), Column("score", "float64")]
COLUMNS += [Column("aliases", "list<string>")]
OSLO = {"name": "Oslo", "day": date(2023, 3, 20), "count": 3, "score": 0.5, "aliases": ["Kristiania", "Christiania"]}
NOWHERE = {"name": None, "day": None, "count": None, "score": None, "aliases": []}
TYPES = {
    "name": pyarrow.string(),
    "day": pyarrow.date32(),
    "count": pyarrow.int64(),
    "score": pyarrow.float64(),
    "aliases": pyarrow.list_(pyarrow.string()),
}


def make_table(*rows: dict[str, Any]) -> Table[dict[str, Any]]:
    return Table("places", COLUMNS, lambda: rows, lambda row: dict(row))


def test_nothing_is_looked_up_before_the_first_use_and_then_once() -> None:
    asked = []

    def fetch() -> list[dict[str, Any]]:
        asked.append(1)
        return [OSLO]

    table = Table("places", COLUMNS, fetch, lambda row: row)
    assert asked == []
    assert (len(table), list(table), table.rows(), len(table)) == (1, [OSLO], [OSLO], 1)
    assert asked == [1]


def test_table_is_a_sequence_of_its_records() -> None:
    table = make_table(OSLO, NOWHERE)
    assert (table[0], table[-1], list(table[:1])) == (OSLO, NOWHERE, [OSLO])
    assert OSLO in table
    with pytest.raises(IndexError):
        table[2]


@pytest.mark.parametrize("rows", [(), (NOWHERE,), (OSLO,), (OSLO, NOWHERE)], ids=["none", "empty", "one", "two"])
def test_arrow_types_are_the_same_however_many_rows_there_are(rows: tuple[dict[str, Any], ...]) -> None:
    arrow = make_table(*rows).to_arrow()
    assert {field.name: field.type for field in arrow.schema} == TYPES
    assert arrow.to_pylist() == list(rows)


@pytest.mark.parametrize("rows", [(), (OSLO, NOWHERE)], ids=["none", "two"])
def test_arrow_capsule_is_read_by_another_library(rows: tuple[dict[str, Any], ...]) -> None:
    assert pyarrow.table(make_table(*rows)).to_pylist() == list(rows)


@pytest.mark.parametrize("rows", [(), (OSLO, NOWHERE)], ids=["none", "two"])
def test_data_frames_have_the_rows_and_the_columns(rows: tuple[dict[str, Any], ...]) -> None:
    table = make_table(*rows)
    frame, polar = table.to_pandas(), table.to_polars()
    assert isinstance(frame, pandas.DataFrame)
    assert isinstance(polar, polars.DataFrame)
    assert (len(frame), list(frame.columns)) == (len(rows), list(TYPES))
    assert polar.to_dicts() == list(rows)
    assert polar.schema["day"] == polars.Date


def test_html_escapes_what_reports_say() -> None:
    html = make_table({**OSLO, "name": "<script>alert('x')</script> & Co"})._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "&amp; Co" in html
    assert "Kristiania, Christiania" in html


def test_html_shows_the_first_rows_and_counts_the_rest() -> None:
    html = make_table(*[OSLO] * (SHOWN + 7))._repr_html_()
    assert html.count("<tr>") == SHOWN + 1
    assert "7 more rows" in html


def test_html_of_nothing_is_a_table_with_a_head() -> None:
    html = make_table()._repr_html_()
    assert "places: 0" in html
    assert "<th>name</th>" in html


def test_repr_says_what_it_is_and_how_many_rows() -> None:
    assert repr(make_table(OSLO)) == "<places: 1 rows of name, day, count, score, aliases>"

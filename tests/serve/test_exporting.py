"""Tables as files: nothing that a spreadsheet would obey."""

from __future__ import annotations

import csv
import io
import json

import pytest
from fastapi import HTTPException

from dateline.serve.exporting import Twin, as_csv, exported

TWIN = Twin("a/b=c", ("name", "number"), [{"name": "=1+1", "number": -1}, {"name": 'He said "no"', "number": None}])


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"], ids=repr)
def test_cell_that_begins_like_a_formula_is_text(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(("a",), [{"a": cell}]), newline="")))
    assert rows[1][0].startswith("'")


def test_numbers_and_lists_stay_what_they_are() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(("a", "b", "c"), [{"a": -1, "b": ["x", "y"], "c": None}]), newline="")))
    assert rows[1] == ["-1", "x | y", ""]


def test_json_has_every_column_and_a_plain_file_name() -> None:
    answer = exported(TWIN, "json", most=1)
    assert json.loads(bytes(answer.body)) == [{"name": "=1+1", "number": -1}]
    assert answer.headers["content-disposition"] == 'attachment; filename="abc.json"'


def test_other_forms_are_refused() -> None:
    with pytest.raises(HTTPException):
        exported(TWIN, "exe", most=1)

"""The table behind a view: shown beside it, and given as a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import HTTPException
from starlette.responses import Response

from dateline.views.exports.jsonl import json_line
from dateline.views.paged import Headed
from dateline.views.tables import Column

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take the text of a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A view as a table: what it is called, its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[dict[str, Any]]

    @classmethod
    def of(
        cls, name: str, columns: Sequence[Column], row: Callable[[Any], dict[str, Any]], records: Iterable[Any]
    ) -> Twin:
        """Return the table of records, each as a row."""
        return cls(name, tuple(column.name for column in columns), [row(record) for record in records])


def headed(report: Headed, columns: Iterable[str]) -> dict[str, Any]:
    """Return a report of a list as a row of these columns; what matches in its snippet is no longer marked."""
    cells = {
        "id": report.id,
        "report": report.name,
        "published_at": str(report.dated) if report.dated else None,
        "outlet": report.outlet,
        "agency": report.agency,
        "title": report.title,
        "snippet": report.snippet.replace("\x01", "").replace("\x02", ""),
    }
    return {column: cells[column] for column in columns}


def exported(twin: Twin, form: str, *, most: int) -> Response:
    """Return a table as a file: csv or json."""
    rows = twin.rows[:most]
    if form == "csv":
        return _file(as_csv(twin.columns, rows), "text/csv; charset=utf-8", f"{twin.name}.csv")
    if form == "json":
        lines = ",\n".join(json_line({name: row.get(name) for name in twin.columns}) for row in rows)
        return _file(f"[{lines}]\n", "application/json", f"{twin.name}.json")
    raise HTTPException(400, f"expected format csv or json, got {json.dumps(form[:20])}")


def as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as CSV whose cells no spreadsheet takes for formulas: what begins like one begins with an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row.get(name)) for name in columns])
    return written.getvalue()


def harmless(value: Any) -> Any:
    """Return a value as the cell of a spreadsheet.

    >>> harmless("=1+1"), harmless(-1), harmless(["a", "b"])
    ("'=1+1", -1, 'a | b')
    """
    if value is None or isinstance(value, (int, float)):
        return value
    text = " | ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _file(content: str, media_type: str, name: str) -> Response:
    plain = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_."))
    return Response(content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{plain}"'})

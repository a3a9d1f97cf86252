"""The forms of an answer: JSON, CSV or an Arrow stream, by `format` or else by what the asker accepts."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import Any

from fastapi import HTTPException, Request

from dateline.serve.exporting import as_csv
from dateline.views.exports import arrow
from dateline.views.exports.jsonl import json_line
from dateline.views.tables import Table


class Form(StrEnum):
    """A form of a table."""

    JSON = "json"
    CSV = "csv"
    ARROW = "arrow"

    @property
    def media_type(self) -> str:
        """The form as HTTP names it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Form.JSON: "application/json",
    Form.CSV: "text/csv",
    Form.ARROW: "application/vnd.apache.arrow.stream",
}


def wanted_form(request: Request) -> Form:
    """Return the form that a request asks for; raises HTTPException for one that there is not."""
    named = request.query_params.get("format")
    if named:
        if named not in list(Form):
            raise HTTPException(422, f"format: expected json, csv or arrow, got {named[:20]!r}")
        return Form(named)
    accepted = _accepted(request.headers.get("accept", ""))
    for media_range in accepted:
        for form in Form:
            kind = form.media_type.partition("/")[0]
            if media_range in (form.media_type, f"{kind}/*", "*/*"):
                return form
    if accepted:
        raise HTTPException(406, f"expected to be asked for one of {', '.join(form.media_type for form in Form)}")
    return Form.JSON


def as_json(content: object) -> bytes:
    """Return an answer as JSON, days as ISO 8601."""
    return json_line(content).encode("utf-8", "replace")


def as_file(table: Table[Any], form: Form) -> bytes:
    """Return a table as CSV, no cell of which a spreadsheet takes for a formula, or as an Arrow stream."""
    if form is Form.CSV:
        return as_csv([column.name for column in table.columns], table.rows()).encode("utf-8", "replace")
    stream = io.BytesIO()
    arrow.export(table, stream)
    return stream.getvalue()


def _accepted(header: str) -> list[str]:
    """Return the media ranges of an Accept header, those that are wanted most first."""
    weighed = []
    for number, part in enumerate(header.lower().split(",")[:40]):
        media_range, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((_weight(one[2:]) for one in parameters if one.startswith("q=")), 1.0)
        if media_range and weight > 0:
            weighed.append((-weight, number, media_range))
    return [media_range for _, _, media_range in sorted(weighed)]


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0

"""Events in the layouts of other event data sets, so that ours can be set beside theirs and read by the same programs."""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from typing import Any, BinaryIO

from dateline.errors import StageError
from dateline.model import Event
from dateline.resources.exchange import layouts
from dateline.views.exchange.fields import rows_of
from dateline.views.tables import Table

WITHOUT_HEADER = frozenset({"gdelt"})
"""Layouts whose files have no header line."""


def export(layout: str, table: Table[Any], stream: BinaryIO) -> int:
    """Write a table of events, tab-separated, one line for each actor and recipient; return how many had no day, and no line.

    Raises StageError for a table of anything else.
    """
    left_out = 0
    columns = layouts()[layout]
    if layout not in WITHOUT_HEADER:
        stream.write(_line(name for name, _ in columns))
    for event in table:
        if not isinstance(event, Event):
            raise StageError(f"the format {layout} is for events, not for {table.name}")
        dated = [row for row in rows_of(event) if row.day is not None and event.status is not None]
        left_out += not dated
        for row in dated:
            fields = {**row.fields(), "version": version("dateline")}
            stream.write(_line(fields.get(field) for _, field in columns))
    return left_out


def _line(values: Any) -> bytes:
    cells = ("" if value is None else str(value) for value in values)
    return "\t".join(cell.replace("\t", " ").replace("\n", " ").replace("\r", " ") for cell in cells).encode() + b"\n"


gdelt = partial(export, "gdelt")
icews = partial(export, "icews")
plover = partial(export, "plover")
cameo = partial(export, "cameo")

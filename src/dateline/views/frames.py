"""Rows to Arrow and Polars. The libraries are imported on use: pyarrow takes a fifth of a second, polars is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars
    import pyarrow


def to_arrow(rows: Sequence[dict[str, Any]], columns: Sequence[tuple[str, str]]) -> pyarrow.Table:
    """Return rows as a table with the given column names and types."""
    import pyarrow  # noqa: PLC0415

    types = {
        "string": pyarrow.string(),
        "int64": pyarrow.int64(),
        "float64": pyarrow.float64(),
        "date32": pyarrow.date32(),
        "list<string>": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns])
    return pyarrow.Table.from_pylist([{name: row[name] for name, _ in columns} for row in rows], schema=schema)


def to_polars(table: pyarrow.Table) -> polars.DataFrame:
    """Return an Arrow table as a Polars DataFrame."""
    import polars  # noqa: PLC0415

    frame = polars.from_arrow(table)
    if not isinstance(frame, polars.DataFrame):
        raise TypeError(f"expected a data frame, got {type(frame).__name__}")
    return frame

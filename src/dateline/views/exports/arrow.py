"""The Arrow IPC streaming format, with the table's own column types. pyarrow takes a fifth of a second and is imported on use."""

from __future__ import annotations

from typing import Any, BinaryIO

from dateline.views.tables import Table


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the table as one Arrow stream."""
    import pyarrow.ipc  # noqa: PLC0415

    found = table.to_arrow()
    with pyarrow.ipc.new_stream(stream, found.schema) as writer:
        writer.write_table(found)

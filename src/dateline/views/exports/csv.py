"""CSV as RFC 4180 has it, UTF-8, with a header; lists are joined by `` | ``."""

from __future__ import annotations

import csv
import io
from typing import Any, BinaryIO

from dateline.views.tables import Table


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the table with a header line."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, [column.name for column in table.columns])
    writer.writeheader()
    for row in table.rows():
        writer.writerow({name: " | ".join(value) if isinstance(value, list) else value for name, value in row.items()})
    text.flush()
    text.detach()

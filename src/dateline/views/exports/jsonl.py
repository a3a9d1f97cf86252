"""JSON Lines: one object a row, UTF-8, days as ISO 8601."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from dateline.views.tables import Table


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the table, one JSON object a line."""
    for row in table.rows():
        stream.write(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")

"""JSON Lines: one object a row, UTF-8, days as ISO 8601."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO

from dateline.views.tables import Table

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON leaves as it is, beyond ASCII's own controls: C1 controls and the line ends of Unicode."""


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the table, one JSON object a line."""
    for row in table.rows():
        stream.write(json_line(row).encode() + b"\n")


def json_line(value: object) -> str:
    """Return *value* as JSON on one line, whatever a reader or terminal takes for the end of a line or for a command.

    >>> json_line({"text": "one\u2028two"})
    '{"text": "one\\\\u2028two"}'
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, default=str))

"""Apache Parquet, with the table's own column types."""

from __future__ import annotations

from typing import Any, BinaryIO

import pyarrow.parquet

from dateline.views.tables import Table


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the table as one Parquet file."""
    pyarrow.parquet.write_table(table.to_arrow(), stream)

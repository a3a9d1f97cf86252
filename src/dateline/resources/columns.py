"""Which column of a table holds which field of a report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.resources.tables import cells, read_table


def fields_of(header: Sequence[str]) -> dict[str, int]:
    """Return the position of each report field that a header names; a field's own name goes before its synonyms.

    >>> fields_of(["Date", "Source", "Body"])
    {'text': 2, 'published_at': 0, 'outlet': 1}
    """
    positions: dict[str, int] = {}
    for position, column in enumerate(header):
        positions.setdefault(column.strip().lower().replace(" ", "_").replace("-", "_"), position)
    found = {}
    for field, names in _columns().items():
        name = next((name for name in names if name in positions), None)
        if name is not None:
            found[field] = positions[name]
    return found


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    return {row["field"]: (row["field"], *cells(row["names"])) for row in read_table("report_columns.tsv")}

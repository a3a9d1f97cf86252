"""Newer office holders from Wikidata into a file of additions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from platformdirs import user_cache_path

from dateline.resources.holders import additions_of, written
from dateline.sources.wikidata import Waiting, fetch_holders

FIRST = date(2000, 1, 1)
"""The day from which holders are asked for where none is given: that from which the tables know them."""


def update_resources(
    path: Path, since: date | None, *, cache: Path | None = None, waiting: Waiting | None = None
) -> int:
    """Write the holders since a day to *path* and return the number of rows; nothing is written where Wikidata cannot be asked."""
    folder = cache if cache is not None else user_cache_path("dateline")
    rows = additions_of(fetch_holders((since or FIRST).isoformat(), folder, waiting))
    path.write_text(written(rows), encoding="utf-8")
    return len(rows)

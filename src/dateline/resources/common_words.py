"""The words that say little by themselves."""

from __future__ import annotations

from functools import cache

from dateline.resources.tables import read_table


@cache
def common_words() -> frozenset[str]:
    """Return words such as "the", "was" and "dont", in small letters and without apostrophes."""
    return frozenset(row["word"] for row in read_table("common_words.tsv"))

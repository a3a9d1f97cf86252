"""What makes a day matter, and a sentence tell it well: the weights of their traits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.resources.tables import read_table


@cache
def day_weights() -> Mapping[str, float]:
    """Return what each trait of a vote adds to the logarithm of its weight."""
    return _weights("day")


@cache
def sentence_weights() -> Mapping[str, float]:
    """Return what each trait of a sentence adds to its rank."""
    return _weights("sentence")


def _weights(use: str) -> Mapping[str, float]:
    return {row["trait"]: float(row["weight"]) for row in read_table("timeline_weights.tsv") if row["use"] == use}

"""Quotation marks: which there are, which of them open and close, and whether a place in a text lies between two."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.resources.tables import read_table

STRAIGHT = '"'


@cache
def mark_styles() -> Mapping[str, str]:
    """Return the style of each quotation mark: double, guillemet or single."""
    return {row["mark"]: row["style"] for row in read_table("quotation_marks.tsv")}


@cache
def marks_that(side: str) -> frozenset[str]:
    """Return the marks that stand on one side only: "opening" or "closing"."""
    return frozenset(row["mark"] for row in read_table("quotation_marks.tsv") if row["side"] == side)


def is_between_marks(before: str) -> bool:
    """Say whether what follows some words of a paragraph stands inside double quotation marks.

    >>> is_between_marks('He said: "Yes, '), is_between_marks("“Yes,” he said")
    (True, False)
    """
    opened, closed = (sum(before.count(mark) for mark in curly(side)) for side in ("opening", "closing"))
    return opened > closed or before.count(STRAIGHT) % 2 == 1


@cache
def curly(side: str) -> tuple[str, ...]:
    """Return the single characters among the double marks and guillemets that stand on one side only."""
    return tuple(mark for mark in marks_that(side) if mark_styles()[mark] != "single" and len(mark) == 1)

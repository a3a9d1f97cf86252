"""The tables that quantities are read with: number words, words that say how far a number is meant, and units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import cells, read_table


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that is a number; `kind` is number, scale, half or vague, as the table tells."""

    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Approximator:
    """Words beside a number: which of its ends the number bounds, and whether it is not meant exactly."""

    words: tuple[str, ...]
    low: bool
    high: bool
    approximate: bool


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Return the words that are numbers, in lower case."""
    return {
        word: NumberWord(row["kind"], float(row["low"]), float(row["high"]))
        for row in read_table("quantities_numbers.tsv")
        for word in cells(row["words"])
    }


@cache
def approximators(side: str) -> Mapping[str, tuple[Approximator, ...]]:
    """Return the approximators that stand "before" or "after" a number, by the word next to it, the longest first."""
    found: dict[str, list[Approximator]] = defaultdict(list)
    for row in read_table("quantities_approximators.tsv"):
        for phrase in cells(row["words"]) if row["side"] == side else ():
            words = tuple(phrase.split())
            flags = (row["low"] == "yes", row["high"] == "yes", row["approximate"] == "yes")
            found[words[-1 if side == "before" else 0]].append(Approximator(words, *flags))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}


@cache
def units() -> Mapping[str, tuple[str, str]]:
    """Return the name and the kind of each unit by the words for it, in lower case and the singular.

    >>> units()["euro"]
    ('EUR', 'money')
    """
    return {
        word: (row["unit"], row["kind"]) for row in read_table("quantities_units.tsv") for word in cells(row["words"])
    }


@cache
def currencies() -> frozenset[str]:
    """Return the names of the units that are money."""
    return frozenset(unit for unit, kind in units().values() if kind == "money")

"""The words that state the order of events, those that their days are read with, and the acts whose day everybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.errors import ResourceError
from dateline.model import TemporalRelation
from dateline.resources.tables import cells, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What words between two events state: how the one they belong to lies to the other, and what they need for it."""

    relation: TemporalRelation
    needs: str


@cache
def signals(kind: str) -> Mapping[str, Signal]:
    """Return the signals of one kind (preposition, conjunction, adverb, verb) by their words."""
    return {
        words: _signal(row)
        for row in read_table("events_order.tsv")
        if row["kind"] == kind
        for words in cells(row["words"])
    }


@cache
def order_words(name: str) -> frozenset[str]:
    """Return the words of a named set; raises ResourceError when there is none of that name."""
    found = [cells(row["words"]) for row in read_table("events_order_words.tsv") if row["name"] == name]
    if not found:
        raise ResourceError(f"events_order_words.tsv: expected a set called {name!r}")
    return frozenset(found[0])


@cache
def known_acts() -> Mapping[tuple[str, str, str], date]:
    """Return the day on which a well-known act began, by the lemma that tells it and the countries of its two sides."""
    return {
        (word, row["actor"], row["recipient"]): date.fromisoformat(row["day"])
        for row in read_table("events_known.tsv")
        for word in cells(row["words"])
    }


@cache
def acts_named(noun: str) -> frozenset[str]:
    """Return what the acts are called that a noun may refer to again ("the talks"); none for most nouns."""
    return _acts_by_noun().get(noun, frozenset())


@cache
def _acts_by_noun() -> Mapping[str, frozenset[str]]:
    rows = read_table("events_order_names.tsv")
    return {noun: frozenset(cells(row["acts"])) for row in rows for noun in cells(row["nouns"])}


def _signal(row: Mapping[str, str]) -> Signal:
    try:
        return Signal(relation=TemporalRelation(row["relation"]), needs=row["needs"])
    except ValueError as error:
        raise ResourceError(f"events_order.tsv, {row['words']!r}: {error}") from error

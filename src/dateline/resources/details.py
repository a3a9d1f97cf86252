"""The tables that details of events are read with: which kinds of event have which, and the words that give them a value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import ResourceError
from dateline.model import AttributeName, EventType
from dateline.resources.tables import cells, read_table

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases with their values, by their first word, the longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailKind:
    """A kind of event that has details of its own; empty sets leave the act open in that respect."""

    name: str
    types: frozenset[EventType]
    modes: frozenset[str]
    words: frozenset[str]
    attributes: frozenset[AttributeName]


@cache
def details_of(types: frozenset[EventType], mode: str | None) -> tuple[DetailKind, ...]:
    """Return the kinds of event that an act of these types and this mode may be."""
    return tuple(kind for kind in _kinds() if kind.types & types and (not kind.modes or (mode or "") in kind.modes))


@cache
def phrases(attribute: AttributeName, where: str) -> Phrases:
    """Return the phrases that give a detail its value, of those that stand *where* the table says."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in read_table("event_attributes.tsv"):
        if row["attribute"] == attribute and row["where"] == where:
            for phrase in cells(row["words"]):
                words = tuple(phrase.split())
                found[words[0]].append((words, row["value"]))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def values(attribute: AttributeName, where: str) -> Mapping[str, str]:
    """Return the value of each whole phrase."""
    return {" ".join(words): value for rows in phrases(attribute, where).values() for words, value in rows}


@cache
def detail_words(name: str) -> frozenset[str]:
    """Return the lemmas of a named set; raises ResourceError when there is none of that name."""
    found = {row["name"]: row["words"] for row in read_table("event_attributes_words.tsv")}
    if name not in found:
        raise ResourceError(f"event_attributes_words.tsv: expected a set called {name!r}")
    return frozenset(cells(found[name]))


@cache
def _kinds() -> tuple[DetailKind, ...]:
    return tuple(_kind(row) for row in read_table("event_attributes_kinds.tsv"))


def _kind(row: Mapping[str, str]) -> DetailKind:
    try:
        return DetailKind(
            name=row["kind"],
            types=frozenset(map(EventType, cells(row["types"]))),
            modes=frozenset(cells(row["modes"])),
            words=frozenset(cells(row["words"])),
            attributes=frozenset(map(AttributeName, cells(row["attributes"]))),
        )
    except (KeyError, ValueError) as error:
        raise ResourceError(f"event_attributes_kinds.tsv, row {row.get('kind')!r}: {error}") from error

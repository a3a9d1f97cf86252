"""The layouts of other coders' event tables, and the codes they write countries in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from dateline.model import EventType
from dateline.resources.tables import read_table


@cache
def layouts() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, for each layout, its columns in order, each with the field of ours that goes into it ("" for none).

    >>> layouts()["cameo"][0]
    ('date', 'day')
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("exchange_columns.tsv"):
        found[row["layout"]].append((row["column"], row["field"]))
    return {layout: tuple(columns) for layout, columns in found.items()}


@cache
def type_of_cameo(code: str) -> EventType | None:
    """Return the PLOVER type of an event with this CAMEO code, or None for a statement and for no code.

    >>> type_of_cameo("0811"), type_of_cameo("010")
    (<EventType.CONCEDE: 'CONCEDE'>, None)
    """
    types = {row["prefix"]: EventType(row["type"]) for row in read_table("exchange_types.tsv")}
    return next((types[code[:length]] for length in range(len(code), 0, -1) if code[:length] in types), None)


@cache
def fips() -> Mapping[str, str]:
    """Return the FIPS 10-4 code of each country, by its ISO 3166-1 alpha-3 code."""
    return {row["iso3"]: row["fips"] for row in read_table("fips.tsv")}


@cache
def cameo_names() -> Mapping[str, str]:
    """Return the name of each CAMEO code."""
    return {row["code"]: row["name"] for row in read_table("events_cameo.tsv")}

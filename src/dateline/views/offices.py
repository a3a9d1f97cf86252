"""The offices that the tables know a person to have held, for a reader: "president of Peru, 2016-07-28 to 2018-03-23"."""

from __future__ import annotations

from functools import cache

from dateline.model import Entity
from dateline.resources.tables import read_table


def offices_of(entity: Entity) -> list[str]:
    """Return the offices of a person in order of time; none for whom the tables do not know."""
    return list(_by_wikidata().get(entity.wikidata or "", ()))


@cache
def _by_wikidata() -> dict[str, tuple[str, ...]]:
    keys = {row["key"]: row["wikidata"] for row in read_table("people.tsv") if row["wikidata"]}
    bodies = {row["iso3"]: row["name"] for row in read_table("states.tsv")}
    bodies.update((row["key"], row["name"]) for row in read_table("organizations.tsv"))
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("offices.tsv"):
        if row["person"] in keys:
            until = f"to {row['until']}" if row["until"] else "on"
            held = f"{row['title']}, {bodies.get(row['body'], row['body'])}, {row['from'] or 'before'} {until}"
            found.setdefault(keys[row["person"]], []).append((row["from"], held))
    return {wikidata: tuple(held for _, held in sorted(offices)) for wikidata, offices in found.items()}

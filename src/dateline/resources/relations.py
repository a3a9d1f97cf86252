"""How events may be related, from event_relations.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dateline.errors import ResourceError
from dateline.model import LinkKind
from dateline.resources.tables import cells, read_table


class Sides(StrEnum):
    """Whether the same side acts in both events."""

    SAME = "same"
    TURNED = "turned"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRule:
    """A row of the table; `within` is None for events that must overlap."""

    kind: LinkKind
    one: frozenset[str]
    other: frozenset[str]
    sides: Sides
    within: int | None


@cache
def relation_rules() -> tuple[RelationRule, ...]:
    """Return the rules in the order of the table; raises ResourceError for a row that cannot be."""
    return tuple(_rule(row) for row in read_table("event_relations.tsv"))


def _rule(row: dict[str, str]) -> RelationRule:
    try:
        return RelationRule(
            kind=LinkKind(row["relation"]),
            one=frozenset(cells(row["one"])),
            other=frozenset(cells(row["other"])),
            sides=Sides(row["sides"]),
            within=int(row["within"]) if row["within"] else None,
        )
    except ValueError as error:
        raise ResourceError(f"event_relations.tsv, row {row['one']!r} {row['relation']}: {error}") from error

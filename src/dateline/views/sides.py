"""The two sides of a relation, and the events between them: of a state everybody who is of it, of anybody else only himself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import EntityRef, EntityType, Event
from dateline.store import Reader
from dateline.views.exchange.fields import rows_of


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its name, the ids it goes by, and for a state its country, whose people and bodies all belong to the side."""

    name: str
    ids: frozenset[str]
    country: str | None = None

    def has(self, party: EntityRef | None) -> bool:
        """Say whether a party of an event belongs to the side."""
        if party is None:
            return False
        return party.id in self.ids or (self.country is not None and party.country == self.country)


def side_of(reader: Reader, ids: Sequence[str]) -> Side:
    """Return the side that entities with these ids are."""
    known = reader.entity_names(ids)
    states = [known[entity] for entity in ids if entity in known and known[entity].type is EntityType.STATE]
    country = next((state.country for state in states if state.country), None)
    name = next((entity.name for entity in states or known.values()), ids[0])
    return Side(name=name, ids=frozenset(ids), country=country)


def events_of_both(reader: Reader, one: Side, other: Side, *, as_of: date | None) -> list[str]:
    """Return the ids of the events that have parties of both sides."""
    first, second = (
        set(reader.events_of_parties(sorted(side.ids), country=side.country, as_of=as_of)) for side in (one, other)
    )
    return sorted(first & second)


def is_between(event: Event, one: Side, other: Side) -> bool:
    """Say whether the event is what one side did to the other or both did together."""
    return any(
        (one.has(row.actor) and other.has(row.recipient)) or (other.has(row.actor) and one.has(row.recipient))
        for row in rows_of(event)
    )

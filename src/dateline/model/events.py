"""What the record assembles from linked findings: events with a status, entities with their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.annotations import EntityRef, EntityType, Place
from dateline.model.clocks import Interval, Moment
from dateline.model.corroboration import Corroboration
from dateline.model.details import Attribute
from dateline.model.findings import EventMention, EventType, HappenedBasis
from dateline.model.links import Judgement


class Status(StrEnum):
    """How an event stands, always as of a date."""

    EXPECTED = "expected"
    UNDER_WAY = "under way"
    HAPPENED = "happened"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event mention with the report that tells it, and why it is taken to tell of this event."""

    mention: EventMention
    judgement: Judgement
    document: str
    outlet: str | None
    agency: str | None
    published_at: Moment | None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening as its tellings put it together, as of a date (None: all that is known).

    `happened` is None when no telling says when. `status` is None when nobody
    tells it as done or planned. `status_basis` are the ids of the mentions from which the status follows.
    `reports` counts the documents that tell of it.
    """

    id: str
    act: EventType
    event_type: EventType
    mode: str | None
    actors: tuple[EntityRef, ...]
    recipients: tuple[EntityRef, ...]
    place: Place | None
    happened: Interval | None
    happened_basis: HappenedBasis | None
    status: Status | None
    status_basis: tuple[str, ...]
    headline: str
    tellings: tuple[Telling, ...]
    corroboration: Corroboration = Corroboration()
    as_of: date | None = None

    @property
    def deciding(self) -> Telling:
        """The first telling from which the status follows: the one to show when there is room for one."""
        return next((told for told in self.tellings if told.mention.id in self.status_basis), self.tellings[0])

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """What its tellings say of it beyond who, what, when and where, each detail once, as it was first told."""
        found: dict[object, Attribute] = {}
        for telling in self.tellings:
            for attribute in telling.mention.attributes:
                entity = attribute.entity.id if attribute.entity else None
                found.setdefault((attribute.name, attribute.value, entity), attribute)
        return tuple(found.values())

    @property
    def reports(self) -> int:
        """The number of documents that tell of the event."""
        return len({telling.mention.document_id for telling in self.tellings})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, state, organisation or place, as its mentions in many documents put it together."""

    id: str
    name: str
    type: EntityType
    country: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    documents: int = 0
    first_seen: Moment | None = None
    last_seen: Moment | None = None

"""What a feed follows: the events of a story, a search, an entity or the whole record that were told or changed last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import END_OF_TIME, Event
from dateline.views.changes import Change
from dateline.views.paged import PagedRecord

MOST_REPORTS = 100
"""Reports of a search whose events a feed has: the best."""

DAYS = 14
"""How many days back the changes of the whole record go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What is followed, the narrowest thing that is named: a story, a search, an entity; nothing for the whole record."""

    story: str | None = None
    query: str | None = None
    entity: str | None = None

    @property
    def title(self) -> str:
        """What the feed is called."""
        return f"dateline: {self.story or self.query or self.entity or 'what is new'}"


def follow(record: PagedRecord, followed: Followed, *, as_of: date | None, limit: int) -> list[Event | Change]:
    """Return the events told last, or of the whole record what changed in the last days, the newest first."""
    if followed.story or followed.query or followed.entity:
        events = [event for event in _events(record, followed, as_of) if event.status is not None and event.actors]
        return list(sorted(events, key=_last_told, reverse=True)[:limit])
    bounds = record.bounds()
    until = as_of or (bounds[1] if bounds else None)
    if until is None or until.toordinal() <= DAYS:
        return []
    changes = record.changes(since=until - timedelta(days=DAYS), until=until)
    return list(sorted(changes, key=lambda change: _last_told(change.after), reverse=True)[:limit])


def expected_by(record: PagedRecord, *, entity: str | None, as_of: date | None, days: int) -> list[Event]:
    """Return what is or was announced for the days around a day, whatever has become of it: what a calendar shows."""
    bounds = record.bounds()
    day = as_of or (bounds[1] if bounds else None)
    if day is None or not days < day.toordinal() < date.max.toordinal() - 2 * days:
        return []
    name = record.entity_called(entity, as_of=as_of).id if entity else None
    found = record.due(as_of=day, first=day - timedelta(days=days), last=day + timedelta(days=days))
    return [event for event in found if name is None or name in {one.id for one in (*event.actors, *event.recipients)}]


def _events(record: PagedRecord, followed: Followed, as_of: date | None) -> list[Event]:
    if followed.story:
        return record.story_told(followed.story, as_of=as_of)[1]
    if followed.query:
        hits = record.found(followed.query, as_of=as_of, limit=MOST_REPORTS).hits
        told = record.events_told_in([hit.id for hit in hits], as_of=as_of)
        return record.events_by_id(told, as_of=as_of)
    entity = record.entity_called(followed.entity or "", as_of=as_of)
    return record.newest_events(as_of=as_of, entities=(entity.id,))


def _last_told(event: Event) -> tuple[str, str]:
    """Return by what events are sorted that were told last; an undated report tells no time."""
    return max((told.order for told in event.tellings if told.order != END_OF_TIME), default=""), event.id

"""New and changed events as the entries of a feed, whatever the feed's format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import StageError
from dateline.model import Event, Telling
from dateline.views.changes import Change
from dateline.views.exports.texts import cited, first_known, iri, last_known, one_line
from dateline.views.wording import when

NO_INSTANT = "1970-01-01T00:00:00Z"
"""When an event was updated of which only undated reports tell; a feed requires an instant."""

SHOWN_TELLINGS = 5
"""Tellings that an entry quotes; it counts the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: an event as it stands. An event whose status changes is a new entry; one told by more is an updated one."""

    id: str
    event: str
    title: str
    lines: tuple[str, ...]
    published: str
    updated: str
    tags: tuple[str, ...]
    reports: tuple[str, ...]


def entries_of(records: Iterable[object], *, format_: str) -> list[Entry]:
    """Return the entries of events or changes, the last updated first; events without a status are left out.

    Raises StageError for records of another kind.
    """
    found = []
    for record in records:
        if isinstance(record, Change):
            found.append(_entry(record.after, record.line, record.told or record.after.tellings[-1:]))
        elif isinstance(record, Event):
            if record.status is not None:
                title = f"{record.headline} ({record.status}; {when(record)})"
                found.append(_entry(record, title, record.tellings))
        else:
            raise StageError(f"the format {format_} is for events and changes, not for {type(record).__name__}")
    found.sort(key=lambda entry: entry.id)
    return sorted(found, key=lambda entry: entry.updated, reverse=True)


def updated(entries: Iterable[Entry]) -> str:
    """Return when the last of these was updated."""
    return max((entry.updated for entry in entries), default=NO_INSTANT)


def _entry(event: Event, title: str, told: tuple[Telling, ...]) -> Entry:
    more = len(told) - SHOWN_TELLINGS
    deciding = [telling for telling in event.tellings if telling.mention.id in event.status_basis]
    return Entry(
        id=iri(f"{event.id}:{str(event.status).replace(' ', '-')}"),
        event=event.id,
        title=one_line(title),
        lines=(*map(cited, told[:SHOWN_TELLINGS]), *([f"… and {more} more"] if more > 0 else [])),
        published=first_known(tuple(deciding)) or first_known(event.tellings) or NO_INSTANT,
        updated=last_known(event.tellings) or NO_INSTANT,
        tags=(str(event.status), str(event.act)),
        reports=tuple(dict.fromkeys(telling.document for telling in event.tellings)),
    )

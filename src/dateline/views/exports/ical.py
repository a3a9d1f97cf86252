"""Events as an iCalendar (RFC 5545, with the names of RFC 7986): whole days, one entry an event.

An entry keeps its UID for as long as its event; SEQUENCE grows with the reports that tell of it, so that a calendar that
subscribes to an export takes over what has changed. Nothing depends on the clock: DTSTAMP is when the last report was known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any, BinaryIO

from dateline.errors import StageError
from dateline.model import Event, Interval, Status
from dateline.views.exports.texts import cited, first_known, last_known, printable
from dateline.views.tables import Table
from dateline.views.wording import when

LONGEST_LINE = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""

NO_INSTANT = "19700101T000000Z"
"""The DTSTAMP of an event of which only undated reports tell; the format requires one."""

SHOWN_TELLINGS = 5
"""Tellings that a description quotes; it counts the others."""

_STATUS = {
    Status.EXPECTED: "TENTATIVE",
    Status.UNCONFIRMED: "TENTATIVE",
    Status.DISPUTED: "TENTATIVE",
    Status.HAPPENED: "CONFIRMED",
    Status.UNDER_WAY: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "CANCELLED",
}
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def export(table: Table[Any], stream: BinaryIO) -> int:
    """Write a table of events as a calendar; return how many had no status or no day, and no entry.

    Raises StageError for a table of anything else.
    """
    calendar = render(table, name=f"dateline: {table.name}")
    stream.write(calendar)
    return len(table) - calendar.count(b"\nBEGIN:VEVENT\r\n")


def render(events: Iterable[object], *, name: str) -> bytes:
    """Return a calendar with this name."""
    return b"".join(map(folded, _calendar(events, name)))


def _calendar(events: Iterable[object], name: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//dateline//dateline {version('dateline')}//EN")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}")
    for event in events:
        if not isinstance(event, Event):
            raise StageError(f"the format ical is for events, not for {type(event).__name__}")
        window = _window(event.happened)
        if event.status is not None and window is not None:
            yield from _entry(event, event.status, *window)
    yield "END:VCALENDAR"


def folded(line: str) -> bytes:
    """Return a content line with its end, folded so that no line is longer than 75 octets and no letter is split.

    >>> folded("SUMMARY:Talks")
    b'SUMMARY:Talks\\r\\n'
    """
    parts, room = [bytearray()], LONGEST_LINE
    for letter in line:
        octets = letter.encode()
        if len(parts[-1]) + len(octets) > room:
            parts.append(bytearray(b" "))
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"


def _entry(event: Event, status: Status, first: date, last: date) -> Iterator[str]:
    known = _instant(last_known(event.tellings))
    yield from ("BEGIN:VEVENT", f"UID:{event.id}@dateline", f"DTSTAMP:{known}")
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"  # the day after, as DTEND is not part of it
    yield f"SUMMARY:{_text(event.headline)}"
    yield f"DESCRIPTION:{_text(_description(event))}"
    if event.place is not None:
        yield f"LOCATION:{_text(event.place.name)}"
        if event.place.latitude is not None and event.place.longitude is not None:
            yield f"GEO:{event.place.latitude:.6f};{event.place.longitude:.6f}"
    yield f"CATEGORIES:{_text(str(event.act))},{_text(str(status))}"
    yield from (f"STATUS:{_STATUS[status]}", "TRANSP:TRANSPARENT", "CLASS:PUBLIC")
    yield f"SEQUENCE:{event.reports - 1}"
    yield f"CREATED:{_instant(first_known(event.tellings))}"
    yield f"LAST-MODIFIED:{known}"
    yield f"X-DATELINE-STATUS:{_text(str(status))}"
    yield "END:VEVENT"


def _window(happened: Interval | None) -> tuple[date, date] | None:
    """Return the first and last day to show; of an interval with an open end, the day that is known."""
    first = happened.earliest or happened.latest if happened else None
    last = happened.latest or happened.earliest if happened else None
    return (first, last) if first and last else None


def _description(event: Event) -> str:
    shown = [cited(telling) for telling in event.tellings[:SHOWN_TELLINGS]]
    more = len(event.tellings) - len(shown)
    return "\n".join([f"{event.status}: {when(event)}", *shown, *([f"… and {more} more"] if more > 0 else [])])


def _text(value: str) -> str:
    """Return a TEXT value (RFC 5545, 3.3.11)."""
    return printable(value).translate(_ESCAPED)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _instant(order: str | None) -> str:
    return order.replace("-", "").replace(":", "") if order else NO_INSTANT

"""The calendar of what has been announced, month by month."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

from dateline.model import Event
from dateline.serve.asking import DayText, Question
from dateline.serve.exporting import Twin
from dateline.serve.rendering import long_day
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.exports import ical
from dateline.views.record import to_day

router = APIRouter(route_class=TaggedRoute)

LONG = 7
"""Days from which a span is listed beside the month rather than in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month with what is due on it; `inside` is False for days of the months beside."""

    day: date
    inside: bool
    events: tuple[Event, ...]


@router.get("/calendar")
def calendar(asked: Question, month: DayText = None) -> Response:
    """Show a month: that of today, where none is named."""
    first = (to_day(month or None, first=True) or _today(asked)).replace(day=1)
    if not 1900 <= first.year <= 2200:
        raise HTTPException(400, f"expected a month between 1900 and 2200, got {first:%Y-%m}")
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    events = asked.record.due(as_of=asked.as_of, first=weeks[0][0], last=weeks[-1][-1])
    if asked.state.get("format") == "ics":
        name = "Expected"
        headers = {"content-disposition": 'attachment; filename="expected.ics"'}
        return Response(ical.render(events, name=name), media_type="text/calendar; charset=utf-8", headers=headers)
    beside = () if events else asked.record.due_beside(as_of=asked.as_of, first=weeks[0][0], last=weeks[-1][-1])
    short, longer = [e for e in events if _length(e) <= LONG], [e for e in events if _length(e) > LONG]
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    return asked.show(
        "calendar.html",
        title=f"Calendar, {long_day(f'{first:%Y-%m}')}",
        twin=Twin.of("expected", rows.EVENT, rows.event, events),
        month_name=long_day(f"{first:%Y-%m}"),
        before=f"{before:%Y-%m}",
        before_name=long_day(f"{before:%Y-%m}"),
        after=f"{after:%Y-%m}",
        after_name=long_day(f"{after:%Y-%m}"),
        weeks=[[Cell(day, day.month == first.month, _due_on(day, short)) for day in week] for week in weeks],
        longer=longer[:40],
        events=events,
        beside=[(day, f"{day:%Y-%m}") for day in beside if day],
    )


def _today(asked: Question) -> date:
    return asked.today if asked.bounds else date(2000, 1, 1)


def _length(event: Event) -> int:
    return (event.happened.days if event.happened else None) or 1


def _due_on(day: date, events: list[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if event.happened and _first(event) <= day <= _last(event))


def _first(event: Event) -> date:
    found = event.happened.earliest or event.happened.latest if event.happened else None
    return found or date.max


def _last(event: Event) -> date:
    found = event.happened.latest or event.happened.earliest if event.happened else None
    return found or date.min

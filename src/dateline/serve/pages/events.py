"""Events: the timeline, one event with all that it rests on, and what lies between two actors."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from dateline.errors import NotFoundError
from dateline.model import Event, EventMention, EventType, Moment, Telling
from dateline.serve.asking import DayText, Question, Words
from dateline.serve.drawing.bars import chart_of
from dateline.serve.drawing.days import day_of, strip_of
from dateline.serve.exporting import Twin
from dateline.serve.rendering import address, long_day
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.dyads import Length
from dateline.views.rows import Mentioned

router = APIRouter(route_class=TaggedRoute)

SHOWN = 50
"""Events of a list on the page."""

EXPLAINED = 8
"""Tellings up to which each of an event's is explained; of more, only the one that its status follows from."""

LISTED = 300
"""Events of a list as a table or file."""

MOST_DAYS = 8
"""Days in the table of who tells an event when."""


@router.get("/events")
def events(asked: Question, since: DayText = None, until: DayText = None, kind: Words = "") -> Response:
    """Show the events of a period, the latest first."""
    first, last = asked.period(since, until)
    chosen = kind.upper() if kind.upper() in EventType.__members__ else None
    limit = LISTED if asked.as_table else SHOWN + 20
    found = asked.record.newest_events(as_of=asked.as_of, first=first, last=last, event_type=chosen, limit=limit)
    shown = found[:SHOWN]
    more = len(found) > SHOWN
    earlier = day_of(shown[-1]) if more else None
    return asked.show(
        "events.html",
        title="Timeline",
        twin=Twin.of("timeline", rows.EVENT, rows.event, found),
        events=shown,
        by_day=[(day, list(told)) for day, told in groupby(shown, key=_day_name)],
        strip=strip_of(found),
        first=first,
        last=last,
        kind=chosen,
        kinds=[str(one) for one in EventType],
        more=more and earlier is not None,
        earlier=earlier,
    )


def _day_name(event: Event) -> str:
    day = day_of(event)
    return long_day(day) if day else "On a day not given"


@dataclass(frozen=True, slots=True)
class Step:
    """How an event stood from a day on, and the telling that made the difference."""

    day: Moment | None
    event: Event
    telling: Telling


@router.get("/events/{name:path}")
def event(asked: Question, name: str) -> Response:
    """Show one event; the id of a mention leads to the event that it tells of."""
    found = asked.record.find(name, as_of=asked.as_of)
    if isinstance(found, Mentioned):
        return RedirectResponse(f"{asked.go(address('events', found.stored.event))}#{found.id}", status_code=303)
    if not isinstance(found, Event):
        raise NotFoundError(f"{name!r} is no event")
    relations, disagreements = asked.record.beside(found)
    in_full = found.id if len(found.tellings) <= EXPLAINED else found.deciding.mention.id
    explained = asked.record.explain(in_full, as_of=asked.as_of)
    return asked.show(
        "event.html",
        title=found.headline,
        twin=Twin("tellings", TELLING_COLUMNS, [_telling_row(telling) for telling in found.tellings]),
        event=found,
        history=_history(asked, found),
        disagreements=disagreements,
        explained={one.mention.id: one for one in explained},
        sentences={telling.mention.id: pieces_of(telling.mention) for telling in found.tellings[:SHOWN]},
        relations=relations,
        grid=grid_of(found),
        codes=[str(one) for one in EventType],
    )


TELLING_COLUMNS = (
    "mention",
    "report",
    "outlet",
    "published_at",
    "modality",
    "type",
    "earliest",
    "latest",
    "quote",
    "judgement",
)


def _telling_row(telling: Telling) -> dict[str, object]:
    mention = telling.mention
    happened = mention.happened.interval if mention.happened else None
    return {
        "mention": mention.id,
        "report": mention.document_id,
        "outlet": telling.outlet,
        "published_at": str(telling.published_at) if telling.published_at else None,
        "modality": str(mention.modality),
        "type": str(mention.event_type),
        "earliest": happened.earliest if happened else None,
        "latest": happened.latest if happened else None,
        "quote": mention.evidence.quote,
        "judgement": telling.judgement.explanation,
    }


def _history(asked: Question, found: Event) -> list[Step]:
    """Return the days on which the event came to stand otherwise, each with the first telling of that day."""
    days = sorted({telling.published_at.latest for telling in found.tellings if telling.published_at})[:40]
    steps: list[Step] = []
    for stood in asked.record.stood(found.id, days):
        telling = next(t for t in reversed(stood.tellings))
        if not steps or (steps[-1].event.status, steps[-1].event.happened) != (stood.status, stood.happened):
            steps.append(Step(telling.published_at, stood, telling))
    return steps or [Step(found.deciding.published_at, found, found.deciding)]


@dataclass(frozen=True, slots=True)
class Grid:
    """How often each outlet told an event on each day."""

    days: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def grid_of(found: Event) -> Grid:
    """Return who told an event when: its first days."""
    told = [(telling.outlet or telling.document, telling.published_at) for telling in found.tellings]
    days = sorted({str(moment.latest) for _, moment in told if moment})[:MOST_DAYS]
    outlets = sorted({outlet for outlet, _ in told})
    counted = [
        (outlet, tuple(sum(who == outlet and str(when.latest) == day for who, when in told if when) for day in days))
        for outlet in outlets[:20]
    ]
    return Grid(tuple(days), tuple(counted))


def pieces_of(mention: EventMention) -> list[tuple[str, str]]:
    """Return the sentence of a mention in pieces, each with what it is: the act, who acts, who is acted upon, or nothing."""
    quote, within = mention.evidence.quote, mention.evidence.span
    if within is None:
        return [(quote, "")]
    marks = [(mention.anchor, "event"), *((party.span, "actor") for party in mention.actors)]
    marks += [(party.span, "recipient") for party in mention.recipients]
    marks = sorted((mark for mark in marks if within.covers(mark[0])), key=lambda mark: mark[0].start)
    pieces, at = [], within.start
    for span, kind in marks:
        if span.start >= at:
            pieces += [
                (quote[at - within.start : span.start - within.start], ""),
                (quote[span.start - within.start : span.end - within.start], kind),
            ]
            at = span.end
    return [piece for piece in (*pieces, (quote[at - within.start :], "")) if piece[0]]


@router.get("/pairs")
def pair(asked: Question, one: Words, other: Words, by: Words = "week") -> Response:
    """Show what two actors did for and against one another."""
    length = Length.MONTH if by == "month" else Length.WEEK
    left, right = (asked.record.entity_called(name, as_of=asked.as_of) for name in (one, other))
    found = asked.record.newest_events(
        as_of=asked.as_of, entities=(left.id, right.id), limit=LISTED if asked.as_table else 60
    )
    periods = asked.record.periods(found, by=length)
    return asked.show(
        "pair.html",
        title=f"{left.name} and {right.name}",
        twin=Twin.of("timeline", rows.EVENT, rows.event, found),
        one=left,
        other=right,
        by=str(length),
        chart=chart_of(periods),
        events=found,
        shown=SHOWN,
    )

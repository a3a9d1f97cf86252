"""Lists: each in pages, newest first unless asked otherwise, as JSON, CSV or Arrow."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from dateline.model import EntityType, EventType, Status
from dateline.serve.exporting import headed
from dateline.serve.rest import examples
from dateline.serve.rest.asking import (
    AsOf,
    Cursor,
    EntityName,
    Limit,
    Order,
    OrderName,
    Paged,
    Question,
    Since,
    Text,
    Until,
    in_a_form,
    moved,
)
from dateline.serve.rest.describing import described
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.answers import is_within
from dateline.views.dyads import Length, render_period
from dateline.views.paged import MOST_EVENTS, Narrowing, Printed
from dateline.views.tables import Column, Table
from dateline.views.walking import ENTITY, entity_row

router = APIRouter(route_class=TaggedRoute, default_response_class=Response, dependencies=[Depends(in_a_form)])

SOURCE = (Column("outlet"), Column("reports", "int64"), Column("copies", "int64"), Column("copied", "int64"))
HIT_COLUMNS = tuple(column.name for column in rows.HIT)
DAYS = 30
"""How many days a period has that is not given."""

Days = Annotated[int, Query(ge=1, le=366, description="How many days to look ahead, or back.")]
MostEvents = Annotated[int, Query(ge=1, le=300, description="Rows at the most.")]


@router.get("/reports", responses=described(rows.REPORT, examples.REPORT))
def reports(
    page: Paged,
    outlet: Annotated[Text, Query(description="Only of this outlet, as `sources` names it.")] = None,
) -> Response:
    """List the reports."""
    return page.give(page.walks.reports(page.walk, outlet=outlet))


@router.get("/events", responses=described(rows.EVENT, examples.EVENT))
def events(
    page: Paged,
    entity: EntityName = None,
    since: Since = None,
    until: Until = None,
    status: Annotated[list[Status] | None, Query(description="How the events stand on that day.")] = None,
    act: Annotated[EventType | None, Query(description="The PLOVER type of the act.")] = None,
) -> Response:
    """List events, each where it was first told of. `since` and `until` bound when they happened or are due.

    A page may have few rows or none and still say where the next begins: what a page looks at is bounded.
    """
    part = page.walks.events(page.walk, entity=entity, since=since, until=until, act=act, statuses=status or ())
    return page.give(part)


@router.get("/timeline", responses=described(rows.EVENT, examples.EVENT))
def timeline(
    asked: Question,
    entity: EntityName = None,
    story: Annotated[Text, Query(description="The id of a story, instead of an entity.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: MostEvents = 100,
) -> Response:
    """Give the newest events of an entity, a story or a period in order of time: what happened, is going on, is to come."""
    if story is not None:
        told = asked.record.story_told(story, as_of=as_of)[1]
    else:
        of = (asked.record.entity_called(entity, as_of=as_of).id,) if entity else ()
        # Some are left out below: events without a known party or status, and of an entity those of other days.
        enough = MOST_EVENTS if of and (since or until) else min(MOST_EVENTS, 2 * limit)
        told = asked.record.newest_events(as_of=as_of, first=since, last=until, entities=of, limit=enough)
    kept = [event for event in told if is_within(event, since, until)]
    shown = sorted(kept, key=rows.event_order)[-limit:]
    return asked.rows(Table("timeline", rows.EVENT, lambda: shown, rows.event), as_of=as_of, limit=limit)


@router.get("/expected", responses=described(rows.EVENT, {**examples.EVENT, "status": "expected"}))
def expected(
    asked: Question,
    overdue: Annotated[bool, Query(description="What was due and nobody has reported, instead.")] = False,
    days: Days = DAYS,
    as_of: AsOf = None,
    limit: Limit = 100,
) -> Response:
    """List what is announced and due within so many days, in order of time."""
    day = as_of or asked.last_day
    told = []
    if day is not None:
        first, last = (moved(day, -days), moved(day, 0)) if overdue else (moved(day, 0), moved(day, days))
        wanted = Status.UNCONFIRMED if overdue else Status.EXPECTED
        told = [event for event in asked.record.due(as_of=day, first=first, last=last) if event.status is wanted]
    return asked.rows(Table("expected", rows.EVENT, lambda: told, rows.event), as_of=as_of, limit=limit)


@router.get("/changes", responses=described(rows.CHANGE, examples.CHANGE))
def changes(
    asked: Question,
    since: Annotated[
        Since, Query(description="The day after whose end changes count; a week before, if none is given.")
    ] = None,
    as_of: AsOf = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """List what became known between two days: disputed, called off, happened, new, expected, overdue, told by more.

    Where very many events are concerned, it is of the 300 that most reports told of.
    """
    last = as_of or asked.last_day
    first = since or (moved(last, -7) if last else None)
    found = asked.record.newest_changes(since=first, until=last) if first and last and first < last else []
    table = Table("changes", rows.CHANGE, lambda: found, rows.change)
    return asked.rows(table, as_of=as_of, limit=limit, offset=asked.offset(cursor))


@router.get("/entities", responses=described(ENTITY, examples.ENTITY))
def entities(
    page: Paged,
    q: Annotated[Text, Query(description="Only those with these words in their name, the closest first.")] = None,
    type: Annotated[EntityType | None, Query(description="Only those of this type.")] = None,
    country: Annotated[Text, Query(description="Only those of this state, as ISO 3166-1 alpha-3.")] = None,
) -> Response:
    """List who and what the reports name. With `q` there is one page, by name and in order of fit."""
    if q:
        as_of, limit = page.walk.as_of, page.walk.limit
        named = page.asked.record.named(q, as_of=as_of, limit=limit)
        kept = [one for one in named if type in (None, one.type) and country in (None, one.country)]
        return page.asked.rows(Table("entities", ENTITY, lambda: kept, entity_row), as_of=as_of, limit=limit)
    return page.give(page.walks.entities(page.walk, kind=type, country=country))


@router.get("/pair", responses=described(rows.RELATION, examples.RELATION))
def pair(
    asked: Question,
    one: Annotated[str, Query(max_length=300, openapi_examples={"a name": {"value": "Norway"}})],
    other: Annotated[str, Query(max_length=300, openapi_examples={"a name": {"value": "Peru"}})],
    by: Annotated[Length, Query(description="The length of a period.")] = Length.MONTH,
    as_of: AsOf = None,
    limit: Limit = 500,
) -> Response:
    """Tell the relation of two sides over time: what they did for and against one another, from their newest events."""
    parties = [asked.record.entity_called(name, as_of=as_of).id for name in (one, other)]
    told = asked.record.newest_events(as_of=as_of, entities=parties)
    periods = asked.record.periods(told, by=by)
    return asked.rows(Table("pair", rows.RELATION, lambda: periods, render_period), as_of=as_of, limit=limit)


@router.get("/quotations", responses=described(rows.QUOTATION, examples.QUOTATION))
def quotations(
    page: Paged,
    speaker: EntityName = None,
    about: Annotated[Text, Query(description="A word, its beginning, or a phrase of what was said.")] = None,
) -> Response:
    """List who said what, in their words."""
    return page.give(page.walks.quotations(page.walk, speaker=speaker, about=about))


@router.get("/positions", responses=described(rows.POSITION, examples.POSITION))
def positions(
    page: Paged,
    about: Annotated[
        Text, Query(description="A matter.", openapi_examples={"a matter": {"value": "ceasefire"}})
    ] = None,
    holder: EntityName = None,
    concerning: EntityName = None,
) -> Response:
    """List who stands where on a matter; `concerning` is a state whom the matter concerns."""
    return page.give(page.walks.positions(page.walk, about=about, holder=holder, concerning=concerning))


@router.get("/utterances", responses=described(rows.UTTERANCE, examples.UTTERANCE))
def utterances(
    page: Paged,
    about: Annotated[Text, Query(description="A word or phrase of what was said.")] = None,
) -> Response:
    """List what several reports quote of one occasion, and how their wordings differ."""
    return page.give(page.walks.utterances(page.walk, about=about))


@router.get("/stories", responses=described(rows.STORY, examples.STORY))
def stories(
    asked: Question,
    about: Annotated[Text, Query(description="Words that a story tells of.")] = None,
    as_of: AsOf = None,
    order: OrderName = Order.NEWEST,
    limit: Annotated[int, Query(ge=1, le=100, description="Rows of the page at the most.")] = 20,
    cursor: Cursor = None,
) -> Response:
    """List which reports tell of one unfolding affair, each story where its first report stands."""
    walk = asked.walk(as_of=as_of, limit=limit, cursor=cursor, order=order)
    return asked.page(asked.walks.stories(walk, about=about), as_of=as_of)


@router.get("/search", responses=described(rows.HIT, examples.HIT))
def search(
    asked: Question,
    q: Annotated[str, Query(min_length=1, max_length=500, openapi_examples={"words": {"value": "visit"}})],
    since: Since = None,
    outlet: Annotated[Text, Query(description="Only of this outlet.")] = None,
    entity: EntityName = None,
    act: Annotated[EventType | None, Query(description="Only those that tell of an act of this PLOVER type.")] = None,
    as_of: AsOf = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """Find reports by the words in them, best first: words are all required; "a phrase", OR, NOT and a trailing * work."""
    offset = asked.offset(cursor)
    named = asked.record.entity_called(entity, as_of=as_of).id if entity else None
    narrowing = Narrowing(since=since, outlet=outlet, entity=named, act=act)
    found = asked.record.found(q, as_of=as_of, narrowing=narrowing, limit=limit + 1, offset=offset).hits
    table = Table("search", rows.HIT, lambda: found[:limit], lambda hit: headed(hit, HIT_COLUMNS))
    return asked.fitting(table, as_of=as_of, following=offset + limit if len(found) > limit else None)


@router.get("/sources", responses=described(SOURCE, examples.SOURCE))
def sources(asked: Question, since: Since = None, as_of: AsOf = None, limit: Limit = 100) -> Response:
    """List the outlets of a period with how many reports they had, how many of these were copies, and how often they were
    copied.
    """
    last = as_of or asked.last_day
    first = since or (moved(last, -365) if last else None)
    found = asked.record.outlets(since=first, until=last) if first and last else []
    return asked.rows(Table("sources", SOURCE, lambda: found, _source), as_of=as_of, limit=limit)


@router.get("/disagreements", responses=described(rows.DISAGREEMENT, examples.DISAGREEMENT))
def disagreements(
    asked: Question,
    event: Annotated[Text, Query(description="Only of this event: its id.")] = None,
    since: Since = None,
    as_of: AsOf = None,
    limit: Limit = 50,
) -> Response:
    """List where independent reports cannot both be right: of an event, or of the newest events since a day."""
    if event:
        found = asked.record.beside(asked.event(event, as_of))[1]
    else:
        last = as_of or asked.last_day
        first = since or (moved(last, -DAYS) if last else None)
        found = asked.record.newest_disagreements(as_of=as_of, first=first, last=last)
    return asked.rows(
        Table("disagreements", rows.DISAGREEMENT, lambda: found, rows.disagreement), as_of=as_of, limit=limit
    )


@router.get("/judgements", responses=described(rows.JUDGEMENT, examples.JUDGEMENT))
def judgements(
    asked: Question,
    retracted: Annotated[bool, Query(description="Also what was taken back.")] = False,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """List what people have judged and put right, the oldest first."""
    table = asked.record.judgements(retracted=retracted)
    return asked.rows(table, as_of=None, limit=limit, offset=asked.offset(cursor))


@router.get("/failures", responses=described(rows.FAILURE, examples.FAILURE))
def failures(asked: Question, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """List what could not be read or found, and why."""
    return asked.rows(asked.record.failures(), as_of=None, limit=limit, offset=asked.offset(cursor))


def _source(found: Printed) -> dict[str, object]:
    return {"outlet": found.outlet, "reports": found.reports, "copies": found.copies, "copied": found.copied}

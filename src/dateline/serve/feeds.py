"""What is new as feeds, and what is expected as a calendar, for programs that look again and again.

A program that cannot send a header gives the application's token in the address, as `token`.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.serve.asking import AskedRecord
from dateline.serve.rest.asking import AsOf, EntityName, Text
from dateline.serve.rest.describing import REFUSALS, described_file, described_whole
from dateline.serve.rest.examples import JSON_FEED
from dateline.serve.rest.forms import as_json
from dateline.serve.tagging import TaggedRoute
from dateline.views.exports import atom, ical, jsonfeed
from dateline.views.exports.entries import entries_of
from dateline.views.following import Followed, expected_by, follow

ATOM = "application/atom+xml"
JSON = "application/feed+json"
CALENDAR = "text/calendar"

router = APIRouter(prefix="/feeds", route_class=TaggedRoute, responses=REFUSALS, default_response_class=Response)

Story = Annotated[Text, Query(description="Only the events of this story, by its id.")]
Search = Annotated[Text, Query(description="Only the events of the reports that best match this search.")]
Entries = Annotated[int, Query(ge=1, le=200, description="Entries at the most.")]


@router.get("/events.atom", responses=described_file(ATOM))
def events_as_atom(
    request: Request,
    record: AskedRecord,
    story: Story = None,
    q: Search = None,
    entity: EntityName = None,
    as_of: AsOf = None,
    limit: Entries = 50,
) -> Response:
    """Give new and changed events as an Atom feed, the last told first."""
    followed = Followed(story=story, query=q, entity=entity)
    entries = entries_of(follow(record, followed, as_of=as_of, limit=limit), format_="atom")
    content = atom.render(entries, title=followed.title, self_url=_address(request), base=_pages(request))
    return Response(content, media_type=ATOM)


@router.get("/events.json", responses=described_whole(JSON_FEED, media_type=JSON))
def events_as_json_feed(
    request: Request,
    record: AskedRecord,
    story: Story = None,
    q: Search = None,
    entity: EntityName = None,
    as_of: AsOf = None,
    limit: Entries = 50,
) -> Response:
    """Give new and changed events as a JSON Feed, the last told first."""
    followed = Followed(story=story, query=q, entity=entity)
    entries = entries_of(follow(record, followed, as_of=as_of, limit=limit), format_="jsonfeed")
    content = jsonfeed.render(entries, title=followed.title, self_url=_address(request), base=_pages(request))
    return Response(as_json(content), media_type=JSON)


@router.get("/expected.ics", responses=described_file(CALENDAR))
def expected_as_calendar(
    record: AskedRecord,
    entity: EntityName = None,
    days: Annotated[int, Query(ge=1, le=1000, description="How many days back and ahead.")] = 120,
    as_of: AsOf = None,
) -> Response:
    """Give what is or was announced as a calendar to subscribe to; what came of it is in the status of each entry."""
    found = expected_by(record, entity=entity, as_of=as_of, days=days)
    name = f"dateline: expected{f', {entity}' if entity else ''}"
    return Response(ical.render(found, name=name), media_type=CALENDAR)


def _address(request: Request) -> str:
    """Return the address of a feed, without the token, which is nobody's business."""
    return str(request.url.remove_query_params("token"))


def _pages(request: Request) -> str:
    return f"{request.base_url}events/"

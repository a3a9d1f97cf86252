"""What is new as feeds, and what is expected as a calendar, for programs that look again and again.

A program that cannot send a header gives the application's token in the address, as `token`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
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


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed has to tell, its title, and the addresses of the feed and of the pages that it leads to."""

    told: Sequence[object]
    title: str
    address: str
    pages: str


def feeding(
    request: Request,
    record: AskedRecord,
    story: Story = None,
    q: Search = None,
    entity: EntityName = None,
    as_of: AsOf = None,
    limit: Entries = 50,
) -> Feed:
    """Return the feed that a request asks for."""
    followed = Followed(story=story, query=q, entity=entity)
    told = follow(record, followed, as_of=as_of, limit=limit)
    # The token is nobody's business, and stays out of what a feed says of itself.
    return Feed(told, followed.title, str(request.url.remove_query_params("token")), f"{request.base_url}events/")


Fed = Annotated[Feed, Depends(feeding)]


@router.get("/events.atom", responses=described_file(ATOM))
def events_as_atom(feed: Fed) -> Response:
    """Give new and changed events as an Atom feed, the last told first."""
    entries = entries_of(feed.told, format_="atom")
    return Response(atom.render(entries, title=feed.title, self_url=feed.address, base=feed.pages), media_type=ATOM)


@router.get("/events.json", responses=described_whole(JSON_FEED, media_type=JSON))
def events_as_json_feed(feed: Fed) -> Response:
    """Give new and changed events as a JSON Feed, the last told first."""
    entries = entries_of(feed.told, format_="jsonfeed")
    content = jsonfeed.render(entries, title=feed.title, self_url=feed.address, base=feed.pages)
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

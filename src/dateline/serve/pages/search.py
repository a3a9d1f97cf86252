"""Search: reports with some words, and how they are spread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import EventType, Status
from dateline.serve.asking import DayText, Number, Question, Words
from dateline.serve.exporting import Twin, headed
from dateline.serve.tagging import TaggedRoute
from dateline.views.paged import Found, Narrowing
from dateline.views.record import to_day

router = APIRouter(route_class=TaggedRoute)

COLUMNS = ("id", "report", "published_at", "outlet", "title", "snippet")
PER_PAGE = 20


@router.get("/search")
def search(
    asked: Question,
    q: Words = "",
    outlet: Words = "",
    since: DayText = None,
    entity: Words = "",
    act: Words = "",
    status: Words = "",
    page: Number = 1,
) -> Response:
    """Show the reports that match, best first; what they are narrowed by is taken from how the best are spread."""
    words = q.strip()
    narrowing = Narrowing(
        since=to_day(since or None, first=True),
        outlet=outlet or None,
        entity=entity or None,
        act=act if act in EventType.__members__ else None,
        status=Status(status) if status in set(Status) else None,
    )
    found, people, more = Found(), [], False
    if words:
        skipped = (page - 1) * PER_PAGE
        found = asked.record.found(
            words, as_of=asked.as_of, narrowing=narrowing, limit=PER_PAGE + 1, offset=skipped, facets=True
        )
        people = asked.record.called(words, as_of=asked.as_of, limit=5)
        more = len(found.hits) > PER_PAGE
        found = replace(found, hits=found.hits[:PER_PAGE])
    return asked.show(
        "search.html",
        title=f"Search: {words}" if words else "Search",
        twin=Twin("search", COLUMNS, [headed(hit, COLUMNS) for hit in found.hits]) if words else None,
        q=words,
        found=found,
        people=people,
        facets=_facets(found, narrowing, asked.record.names_of([entity]) if entity else {}),
        since=since,
        number=page,
        more=more,
    )


Facet = tuple[str, str, list[tuple[str, str, int]], str]


def _facets(found: Found, chosen: Narrowing, named: Mapping[str, str]) -> list[Facet]:
    """Return what a search can be narrowed by: heading, name in the address, values (shown, given, reports), the chosen one.

    What is chosen stays, also where it is none of the most frequent; `named` has the name of an entity that is.
    """
    facets: list[Facet] = [
        ("Outlet", "outlet", [(name, name, number) for name, number in found.outlets[:10]], chosen.outlet or ""),
        ("Names in them", "entity", [(one.name, one.id, one.reports) for one in found.entities], chosen.entity or ""),
        ("Acts they tell of", "act", [(a.capitalize(), a, number) for a, number in found.acts[:10]], chosen.act or ""),
        (
            "How these stand",
            "status",
            [(str(status).capitalize(), str(status), number) for status, number in found.statuses],
            chosen.status or "",
        ),
    ]
    for _, _, values, value in facets:
        if value and value not in [given for _, given, _ in values]:
            values.append((named.get(value, value), value, 0))
    return [facet for facet in facets if facet[2]]

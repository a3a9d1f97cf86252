"""The front page: what is new, changed, disputed and due since a day, and the stories of the week."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

from dateline.serve.asking import DayText, Question
from dateline.serve.exporting import Twin
from dateline.serve.pages.stories import families_of
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.briefs import HEADINGS
from dateline.views.record import to_day

router = APIRouter(route_class=TaggedRoute)

SHOWN = 8
"""Changes of one kind on the page."""


FEWEST = 10
"""Reports that the days should have, of which the page tells unless a day is given."""


@router.get("/")
def home(asked: Question, since: DayText = None) -> Response:
    """Show what changed since a day: since the last ones that brought some reports, where none is given."""
    if asked.bounds is None:
        return asked.show("home.html", title="Front page", front=None, store=asked.request.app.state.store)
    first = to_day(since or None) or asked.days_of(FEWEST, asked.today, least=1)
    if first >= asked.today:
        raise HTTPException(400, f"expected a day before {asked.today}, got {first}")
    front = asked.record.front(since=first, until=asked.today)
    groups = [(kind, list(found)) for kind, found in groupby(front.changes, key=lambda change: change.kind)]
    twin = Twin.of("changes", rows.CHANGE, rows.change, front.changes)
    return asked.show(
        "home.html",
        title="Front page",
        twin=twin,
        front=front,
        groups=groups,
        headings=HEADINGS,
        shown=SHOWN,
        families=families_of(asked, front.stories),
    )

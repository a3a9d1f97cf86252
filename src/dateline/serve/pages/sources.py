"""Sources: what each outlet writes itself, copies, and cites."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.asking import DayText, Question
from dateline.serve.exporting import Twin
from dateline.serve.tagging import TaggedRoute

router = APIRouter(route_class=TaggedRoute)

COLUMNS = ("outlet", "reports", "own", "copies", "copied", "cites")


@router.get("/sources")
def sources(asked: Question, since: DayText = None, until: DayText = None) -> Response:
    """Show the outlets of a period."""
    first, last = asked.period(since, until)
    found = asked.record.outlets(since=first, until=last)
    cited = asked.record.cited_by(since=first, until=last)
    cells = [
        {
            "outlet": one.outlet,
            "reports": one.reports,
            "own": one.reports - one.copies,
            "copies": one.copies,
            "copied": one.copied,
            "cites": [f"{name} ({number})" for name, number in cited.get(one.outlet, ())],
        }
        for one in found
    ]
    return asked.show(
        "sources.html",
        title="Sources",
        twin=Twin("sources", COLUMNS, cells),
        outlets=found[:100],
        cited=cited,
        first=first,
        last=last,
    )

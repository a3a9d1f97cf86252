"""Search: reports with some words, and how they are spread."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.asking import DayText, Number, Question, Words
from dateline.serve.exporting import Twin
from dateline.views.paged import Found, Headed
from dateline.views.record import to_day

router = APIRouter()

COLUMNS = ("id", "report", "published_at", "outlet", "title", "snippet")
PER_PAGE = 20


@router.get("/search")
def search(asked: Question, q: Words = "", outlet: Words = "", since: DayText = None, page: Number = 1) -> Response:
    """Show the reports that match, best first."""
    words = q.strip()
    found, people = Found(hits=(), outlets=(), months=(), entities=()), []
    if words:
        found = asked.record.found(
            words,
            as_of=asked.as_of,
            since=to_day(since or None, first=True),
            outlet=outlet or None,
            limit=PER_PAGE + 1,
            offset=(page - 1) * PER_PAGE,
        )
        people = asked.record.called(words, as_of=asked.as_of, limit=5)
    shown = Found(hits=found.hits[:PER_PAGE], outlets=found.outlets, months=found.months, entities=found.entities)
    return asked.show(
        "search.html",
        title=f"Search: {words}" if words else "Search",
        twin=Twin("search", COLUMNS, [_row(hit) for hit in shown.hits]) if words else None,
        q=words,
        found=shown,
        people=people,
        chosen=outlet,
        since=since,
        number=page,
        more=len(found.hits) > PER_PAGE,
    )


def _row(hit: Headed) -> dict[str, object]:
    return {
        "id": hit.id,
        "report": hit.name,
        "published_at": str(hit.dated) if hit.dated else None,
        "outlet": hit.outlet,
        "title": hit.title,
        "snippet": hit.snippet.replace("\x01", "").replace("\x02", ""),
    }

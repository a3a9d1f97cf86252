"""The network of actors: who has events of a period in common."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.asking import DayText, Question
from dateline.serve.drawing.network import joined, network_of
from dateline.serve.exporting import Twin
from dateline.serve.tagging import TaggedRoute

router = APIRouter(route_class=TaggedRoute)

MOST_TIES = 600
COLUMNS = ("one", "other", "events", "conflict", "tone", "one_id", "other_id")


@router.get("/network")
def network(asked: Question, since: DayText = None, until: DayText = None) -> Response:
    """Show who has events of a period in common with whom."""
    first, last = asked.period(since, until)
    ties, names = asked.record.ties(first=first, last=last, as_of=asked.as_of, limit=MOST_TIES)
    pairs = joined(ties)
    cells = [
        {
            "one": names[pair.one].name,
            "other": names[pair.other].name,
            "events": pair.events,
            "conflict": pair.conflict,
            "tone": pair.tone,
            "one_id": pair.one,
            "other_id": pair.other,
        }
        for pair in pairs
        if pair.one in names and pair.other in names
    ]
    return asked.show(
        "network.html",
        title="Network",
        twin=Twin("network", COLUMNS, cells),
        drawing=network_of(pairs, names),
        shown=cells[:25],
        first=first,
        last=last,
    )

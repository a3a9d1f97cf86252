"""What the pages are, what their signs mean, and what they use of others."""

from __future__ import annotations

import json

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import Status
from dateline.serve.asking import Question
from dateline.serve.rendering import STATIC
from dateline.serve.tagging import TaggedRoute

router = APIRouter(route_class=TaggedRoute)

STATES = (
    (Status.HAPPENED, "a report tells it as done"),
    (Status.UNDER_WAY, "it goes on"),
    (Status.EXPECTED, "it is announced, and its day has not passed"),
    (Status.UNCONFIRMED, "its day has passed, and no report tells that it happened"),
    (Status.POSTPONED, "it was put off"),
    (Status.CANCELLED, "it was called off"),
    (Status.DISPUTED, "one report tells it as done, a later one denies it"),
)


@router.get("/about")
def about(asked: Question) -> Response:
    """Show what a reader may want to know of these pages."""
    vendored = json.loads((STATIC / "vendor" / "manifest.json").read_text("utf-8"))
    return asked.show("about.html", title="About these pages", states=STATES, vendored=vendored)

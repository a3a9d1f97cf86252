"""Corrections: what people have judged, entered and taken back through the same functions as `dateline judge`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from dateline import api
from dateline.serve.asking import Question
from dateline.serve.exporting import Twin
from dateline.serve.rendering import link
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows

router = APIRouter(route_class=TaggedRoute)

Text = Annotated[str, Form(max_length=500)]
Name = Annotated[str, Form(max_length=120)]

VERDICTS = {"same": "positive", "different": "negative"}
DONE = {"entered": "Entered. What follows from it was linked again.", "undone": "Taken back. It stays on record."}


@router.get("/corrections")
def corrections(asked: Question, done: str = "") -> Response:
    """Show what people have judged, also what was taken back."""
    judged = list(asked.record.judgements(retracted=True))
    cells = [rows.judgement(one) for one in judged][-asked.options.most_rows :]
    return asked.show(
        "corrections.html",
        title="Corrections",
        twin=Twin.of("judgements", rows.JUDGEMENT, rows.judgement, judged),
        judged=cells,
        left_names=_names(asked, {cell["left"] for cell in cells if cell["left"]}),
        done=DONE.get(done),
    )


def _names(asked: Question, ids: set[str]) -> dict[str, str]:
    """Return what to call the left-hand side of judgements: an entity's name, else the id."""
    known = asked.record.names_of(sorted(one for one in ids if one.startswith("ent:")))
    return {one: known.get(one, one) for one in ids}


@router.post("/corrections")
def correct(
    request: Request,
    left: Name = "",
    right: Name = "",
    verdict: Name = "",
    within: Name = "",
    finding: Name = "",
    field: Name = "",
    value: Name = "",
    why: Text = "",
    author: Annotated[str, Form(max_length=80)] = "user",
) -> Response:
    """Enter a judgement or a correction of one finding, and go to the list."""
    store, who = request.app.state.store, author.strip() or "user"
    if finding:
        api.amend(field, finding, value.strip(), store=store, author=who, why=why.strip())
    elif verdict in VERDICTS and left:
        other, document = right.strip() or None, within.strip() or None
        api.judge(VERDICTS[verdict], left, other, store=store, within=document, author=who, why=why.strip())
    else:
        raise HTTPException(
            400, "expected a verdict (same or different) of something, or a finding with a field to put right"
        )
    return RedirectResponse(link("/corrections", done="entered"), status_code=303)


@router.post("/corrections/undo")
def undo(request: Request, judgement: Name) -> Response:
    """Take a judgement back, and go to the list."""
    api.retract(judgement, store=request.app.state.store)
    return RedirectResponse(link("/corrections", done="undone"), status_code=303)

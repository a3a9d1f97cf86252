"""Corrections: what people have judged, entered and taken back through the same functions as `dateline judge`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from dateline import api
from dateline.errors import DatelineError
from dateline.serve.asking import Question
from dateline.serve.exporting import Twin
from dateline.serve.rendering import link
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.quoted import Quoted
from dateline.views.rows import Mentioned

router = APIRouter(route_class=TaggedRoute)

Text = Annotated[str, Form(max_length=500)]
Name = Annotated[str, Form(max_length=120)]

VERDICTS = {"same": "positive", "different": "negative"}
DONE = {"entered": "Entered. What follows from it was linked again.", "undone": "Taken back. It stays on record."}


@router.get("/corrections")
def corrections(asked: Question, done: str = "") -> Response:
    """Show what people have judged, also what was taken back."""
    judged = list(asked.record.judgements(retracted=True))
    cells = [rows.judgement(one) for one in judged][-asked.options.page_rows :]
    ids = {cell[side] for cell in cells for side in ("left", "right") if (cell[side] or "").startswith("ent:")}
    return asked.show(
        "corrections.html",
        title="Corrections",
        twin=Twin.of("judgements", rows.JUDGEMENT, rows.judgement, judged),
        judged=cells,
        older=len(judged) - len(cells),
        names=asked.record.names_of(sorted(ids)),
        words={cell["left"]: _words(asked, cell["left"]) for cell in cells if cell["left"] not in ids},
        done=DONE.get(done),
    )


def _words(asked: Question, finding: str) -> str:
    """Return the sentence of what was put right; empty where it is no finding, or is not found any more."""
    try:
        found = asked.record.find(finding)
    except DatelineError:
        return ""
    if isinstance(found, Mentioned):
        return found.stored.mention.evidence.quote
    return found.words if isinstance(found, Quoted) else ""


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

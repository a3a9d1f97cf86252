"""Quotations: who said what, of whom and with which words."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.asking import Number, Question, Words
from dateline.serve.exporting import Twin
from dateline.serve.reading import SAID
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows

router = APIRouter(route_class=TaggedRoute)


@router.get("/quotations")
def quotations(asked: Question, speaker: Words = "", about: Words = "", page: Number = 1) -> Response:
    """Show the newest quotations, of one speaker or with some words in them."""
    speaker, about = speaker.strip(), about.strip()
    who = asked.record.entity_called(speaker, as_of=asked.as_of) if speaker else None
    size = asked.options.page_rows
    found = asked.record.newest_quotations(
        as_of=asked.as_of,
        speaker=who.id if who else None,
        about=about or None,
        limit=size + 1,
        offset=(page - 1) * size,
    )
    return asked.show(
        "quotations.html",
        title=f"Quotations of {who.name}" if who else "Quotations",
        twin=Twin.of("quotations", rows.QUOTATION, rows.quotation, found[:size]),
        quotations=found[:size],
        more=len(found) > size,
        number=page,
        speaker_name=who.name if who else "",
        about=about,
        said=SAID,
    )

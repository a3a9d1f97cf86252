"""People, states and bodies: who is named most, and one of them with offices, acts, words and stances."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import EntityType, QuotationKind
from dateline.serve.asking import DayText, Question, Words
from dateline.serve.drawing.days import strip_of
from dateline.serve.exporting import Twin
from dateline.serve.pages.positions import Sign, sign_for
from dateline.serve.pages.stories import parties_of
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.positions import Held

router = APIRouter(route_class=TaggedRoute)

SHOWN = 20
NAMED_COLUMNS = ("id", "name", "type", "country", "reports")


@router.get("/entities")
def entities(
    asked: Question, name: Words = "", kind: Words = "", since: DayText = None, until: DayText = None
) -> Response:
    """Show whom most reports of a period name, or who goes by a name."""
    first, last = asked.period(since, until)
    chosen = kind if kind in [str(one) for one in EntityType] else None
    size = asked.options.page_rows * 2
    if name.strip():
        found = asked.record.named(name.strip(), as_of=asked.as_of, limit=size)
        found = [one for one in found if not chosen or one.type == chosen]
    else:
        found = asked.record.most_named(since=first, until=last, type=chosen, limit=size)
    cells = [{column: getattr(one, column) for column in NAMED_COLUMNS} for one in found]
    return asked.show(
        "entities.html",
        title="People & states",
        twin=Twin("entities", NAMED_COLUMNS, cells),
        entities=found,
        name=name.strip(),
        kind=chosen,
        kinds=[str(one) for one in EntityType],
        first=first,
        last=last,
    )


@router.get("/entities/{name:path}")
def entity(asked: Question, name: str) -> Response:
    """Show one of them."""
    found = asked.record.entity_called(name, as_of=asked.as_of)
    events = asked.record.newest_events(
        as_of=asked.as_of, entities=(found.id,), limit=300 if asked.as_table else 2 * SHOWN + 4
    )
    # A word or two that a report tells in its own words say nothing here ("said that").
    said = asked.record.newest_quotations(as_of=asked.as_of, speaker=found.id, limit=12)
    return asked.show(
        "entity.html",
        title=found.name,
        twin=Twin.of("timeline", rows.EVENT, rows.event, events),
        entity=found,
        offices=asked.record.offices_of(found),
        events=events,
        shown=SHOWN,
        strip=strip_of(events),
        partners=parties_of(events, without=found.id)[:12],
        quotations=[one for one in said if one.quotation.kind is QuotationKind.DIRECT or len(one.words.split()) > 2][
            :6
        ],
        positions=_stances(asked.record.newest_positions(as_of=asked.as_of, holder=found.id, limit=60)),
    )


def _stances(found: list[Held]) -> list[tuple[str, Sign]]:
    by_topic = sorted(found, key=lambda held: held.position.topic)
    return [(topic, sign_for(held)) for topic, held in groupby(by_topic, key=lambda held: held.position.topic)]

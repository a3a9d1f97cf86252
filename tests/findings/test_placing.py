"""Where an act happened, when its clause does not name the place but the report has a dateline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.findings.events import EventFinder
from dateline.model import (
    Dateline,
    EntityMention,
    EventMention,
    Place,
    PlaceBasis,
    PlaceMention,
    Predicate,
    Quotation,
    Span,
    TimeExpression,
)
from dateline.settings import Settings
from tests.factories import make_document, parse
from tests.findings.events_marked import marked, mention

LIMA = Place(name="Lima", country="PER", latitude=-12.05, longitude=-77.04)


def events_from_lima(sentence: str) -> list[EventMention]:
    """Return the events of a marked sentence that stands behind the dateline "LIMA:"."""
    read, head = marked(sentence), "LIMA: "
    document = make_document(head + read.text, published_at="2023-03-20")
    document = replace(document, dateline=Dateline(span=Span(0, 4), place="LIMA"))
    mentions = [mention(document.id, document.text, *(end + len(head) for end in span)) for span in read.mentions]
    place = PlaceMention(document_id=document.id, span=Span(0, 4), text="LIMA", place=LIMA)
    layers = parse(document).with_records([EntityMention], mentions).with_records([PlaceMention], [place])
    layers = layers.with_records([TimeExpression, Predicate, Quotation], [])
    return list(EventFinder(Settings())(document, layers))


THERE = {
    "a meeting of that country's people": "<Peru> met <Chile>.",
    "here": "<Norway> condemned {Chile} here.",
    "here, of a noun": "<Norway> held talks here with <Chile>.",
}
ELSEWHERE = {
    "nobody is at home": "<Norway> met <Chile>.",
    "by telephone": "<Peru> phoned {Chile}.",
    "a plan": "<Peru> will meet <Chile>.",
    "an act that is no meeting": "<Peru> condemned {Chile}.",
    "here is said of others": "<Norway> condemned {Chile}, the envoys here said.",
    "somebody went elsewhere": "<Boric> visited {Norway}. <Peru> met <Norway>.",
}


@pytest.mark.parametrize("sentence", THERE.values(), ids=THERE.keys())
def test_act_happened_where_the_report_was_written(sentence: str) -> None:
    assert [(event.place, event.place_basis) for event in events_from_lima(sentence)] == [(LIMA, PlaceBasis.DATELINE)]


@pytest.mark.parametrize("sentence", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_dateline_says_nothing_of_other_acts(sentence: str) -> None:
    events = events_from_lima(sentence)
    assert events
    assert PlaceBasis.DATELINE not in {event.place_basis for event in events}

"""Sentences that have no end: the parser cuts them, and what is left may hang on itself."""

from __future__ import annotations

import pytest

from dateline.findings.events import EventFinder
from dateline.model import EntityMention, EventMention, PlaceMention, Predicate, Quotation, TimeExpression
from dateline.settings import Settings
from tests.factories import make_document, parse


def events_of(text: str) -> list[EventMention]:
    document = make_document(text)
    layers = parse(document)
    for kind in (EntityMention, PlaceMention, TimeExpression, Predicate, Quotation):
        layers = layers.with_records([kind], [])
    return list(EventFinder(Settings())(document, layers))


@pytest.mark.parametrize(
    "phrase",
    ["attacks on Peru by 12 soldiers, ", "bombed, shelled and attacked, ", "killed 12 of ", "who met who met "],
    ids=["nouns", "participles", "numbers", "relatives"],
)
def test_list_without_an_end_is_read_without_fail(phrase: str) -> None:
    text = phrase * 250
    assert all(event.anchor.of(text) for event in events_of(text))

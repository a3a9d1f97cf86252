"""PLOVER's types fall in four quad classes; the codes of the model are those of the public format."""

from __future__ import annotations

import pytest

from dateline.model import QUAD_OF, Derivation, EventMention, EventType, Evidence, Quad, Span


def test_every_type_has_a_quad_class() -> None:
    assert set(QUAD_OF) == set(EventType)
    assert len(EventType) == 16


@pytest.mark.parametrize(
    ("event_type", "quad"),
    [
        ("CONSULT", "verbal cooperation"),
        ("AID", "material cooperation"),
        ("REQUEST", "verbal conflict"),
        ("PROTEST", "material conflict"),
        ("CONCEDE", "verbal cooperation"),
        ("THREATEN", "verbal conflict"),
    ],
)
def test_quad_class_is_the_one_the_public_format_gives(event_type: str, quad: str) -> None:
    assert QUAD_OF[EventType(event_type)] == Quad(quad)


def test_quad_of_a_mention_follows_its_coded_type_not_the_act() -> None:
    mention = EventMention(
        id="men:1",
        document_id="doc:1",
        event_type=EventType.REJECT,
        act=EventType.CONSULT,
        anchor=Span(0, 1),
        evidence=Evidence.cite("doc:1", "Talks were refused.", Span(0, 19)),
        derivation=Derivation(stage="test", version="1"),
    )
    assert mention.quad is Quad.VERBAL_CONFLICT


def test_evidence_quotes_the_words_of_its_span() -> None:
    evidence = Evidence.cite("doc:1", "Leaders met in Oslo.", Span(15, 19))
    assert (evidence.quote, evidence.span) == ("Oslo", Span(15, 19))

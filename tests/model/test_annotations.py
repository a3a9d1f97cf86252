"""The mention index gives what a scan over all mentions would; modality knows fact from plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import (
    EntityMention,
    EntityType,
    Form,
    MentionIndex,
    Modality,
    Place,
    PlaceIndex,
    PlaceKind,
    PlaceMention,
    Span,
)

short_spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair)))


def mention(span: Span) -> EntityMention:
    return EntityMention(document_id="doc:1", span=span, text="x", form=Form.NAME, type=EntityType.OTHER)


@given(st.lists(short_spans, max_size=12), short_spans)
def test_within_gives_the_mentions_wholly_inside(spans: list[Span], asked: Span) -> None:
    found = MentionIndex(map(mention, spans)).within(asked)
    assert sorted(m.span for m in found) == sorted(span for span in spans if asked.covers(span))
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)


@given(st.lists(short_spans, max_size=12), short_spans)
def test_at_gives_a_shortest_mention_that_covers(spans: list[Span], asked: Span) -> None:
    found = MentionIndex(map(mention, spans)).at(asked)
    covering = [span for span in spans if span.covers(asked)]
    assert (found is None) == (not covering)
    if found is not None:
        assert found.span.covers(asked)
        assert len(found.span) == min(map(len, covering))


def test_index_of_nothing_finds_nothing() -> None:
    assert MentionIndex([]).within(Span(0, 99)) == ()
    assert MentionIndex([]).at(Span(0, 1)) is None


@pytest.mark.parametrize("modality", Modality, ids=str)
def test_only_what_occurred_or_goes_on_is_told_as_fact(modality: Modality) -> None:
    assert modality.real == (modality.value in ("occurred", "ongoing"))


def place(start: int, kind: PlaceKind | None) -> PlaceMention:
    span = Span(start, start + 3)
    return PlaceMention(document_id="doc:1", span=span, text="x", place=Place(name="x"), kind=kind)


def test_narrowest_place_of_a_span_is_the_one_of_the_smallest_kind() -> None:
    country, city, other = place(0, PlaceKind.COUNTRY), place(10, PlaceKind.CITY), place(20, PlaceKind.CITY)
    index = PlaceIndex([other, country, city, place(30, None)])
    assert index.narrowest(Span(0, 40)) is city
    assert index.narrowest(Span(0, 12)) is country
    assert index.narrowest(Span(14, 19)) is None

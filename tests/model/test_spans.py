"""Spans: half-open, in order, never negative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span, hull
from tests.strategies import spans


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)], ids=["negative start", "end before start"])
def test_span_that_cannot_be_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="expected 0 <= start <= end"):
        Span(start, end)


@given(st.text(max_size=30), st.data())
def test_words_of_a_span_are_the_slice_and_as_long_as_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).of(text) == text[start:end]
    assert len(Span(start, end)) == len(text[start:end])


@given(spans, spans)
def test_spans_overlap_exactly_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = max(one.start, other.start) < min(one.end, other.end)
    apart = one.end <= other.start or other.end <= one.start
    assert one.overlaps(other) == (not apart)
    if one and other:
        assert one.overlaps(other) == shared


@given(spans, spans)
def test_overlap_is_symmetric(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@pytest.mark.parametrize(
    ("inner", "covered"),
    [(Span(2, 5), True), (Span(3, 4), True), (Span(5, 5), True), (Span(1, 3), False), (Span(4, 6), False)],
    ids=["itself", "inside", "empty at the end", "begins before", "ends after"],
)
def test_span_covers_what_lies_wholly_inside(inner: Span, covered: bool) -> None:
    assert Span(2, 5).covers(inner) is covered


@given(spans, st.integers(0, 1000))
def test_shifting_keeps_the_length(span: Span, offset: int) -> None:
    assert span.shifted(offset) == Span(span.start + offset, span.end + offset)


def test_shifting_before_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 0 <= start"):
        Span(2, 3).shifted(-3)


@given(st.lists(spans, min_size=1, max_size=5))
def test_hull_covers_all_and_touches_both_ends(many: list[Span]) -> None:
    whole = hull(many)
    assert all(whole.covers(span) for span in many)
    assert whole.start in {span.start for span in many}
    assert whole.end in {span.end for span in many}


def test_hull_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one span"):
        hull([])


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]

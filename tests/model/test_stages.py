"""Layers show a stage what it requires, and take from it what it declares."""

from __future__ import annotations

import pytest

from dateline.errors import StageError
from dateline.model import (
    EntityMention,
    EntityType,
    Form,
    Layers,
    Predicate,
    Quotation,
    Sentence,
    Span,
    TimeExpression,
    TimeType,
)

MENTION = EntityMention(document_id="doc:1", span=Span(0, 4), text="Oslo", form=Form.NAME, type=EntityType.STATE)
TIME = TimeExpression(document_id="doc:1", span=Span(5, 9), text="2023", type=TimeType.DATE, value="2023")


def test_records_are_found_by_type_in_the_order_they_came() -> None:
    layers = Layers().with_records([EntityMention, TimeExpression], [TIME, MENTION, TIME])
    assert layers[TimeExpression] == (TIME, TIME)
    assert layers[EntityMention] == (MENTION,)


def test_declared_type_is_present_even_if_nothing_was_found() -> None:
    layers = Layers().with_records([Predicate], [])
    assert layers[Predicate] == ()
    assert Predicate in layers


def test_type_that_no_stage_yielded_raises_and_is_named() -> None:
    with pytest.raises(StageError, match="Predicate is not at hand"):
        Layers()[Predicate]


def test_get_gives_nothing_for_a_type_that_no_stage_yielded() -> None:
    assert Layers().get(Predicate) == ()


def test_record_of_an_undeclared_type_raises_and_is_named() -> None:
    with pytest.raises(StageError, match="yielded EntityMention, which it does not declare"):
        Layers().with_records([TimeExpression], [MENTION])


def test_adding_gives_new_layers_and_leaves_the_old() -> None:
    before = Layers()
    after = before.with_records([EntityMention], [MENTION])
    assert EntityMention not in before
    assert EntityMention in after


def test_adding_a_type_again_replaces_its_records() -> None:
    layers = Layers().with_records([EntityMention], [MENTION]).with_records([EntityMention], [])
    assert layers[EntityMention] == ()


def test_only_shows_what_is_required_and_no_more() -> None:
    layers = Layers().with_records([EntityMention, TimeExpression, Sentence], [MENTION, TIME])
    seen = layers.only([TimeExpression])
    assert list(seen) == [TimeExpression]
    with pytest.raises(StageError, match="EntityMention"):
        seen[EntityMention]


def test_only_of_a_type_that_is_missing_raises_a_stage_error() -> None:
    with pytest.raises(StageError, match="Quotation is not at hand"):
        Layers().only([Quotation])

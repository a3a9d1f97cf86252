"""The codec: every record to JSON and back, nothing lost, nothing said that goes without saying."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import (
    Document,
    DocumentTime,
    Entity,
    EntityMention,
    EntityRef,
    EntityType,
    Event,
    EventMention,
    Evidence,
    Failure,
    Form,
    Interval,
    Judgement,
    Link,
    Moment,
    Parse,
    Place,
    PlaceMention,
    Predicate,
    Quotation,
    Sentence,
    Span,
    Telling,
    TimeExpression,
    decode,
    encode,
)
from tests.strategies import records

KINDS = [
    Document,
    DocumentTime,
    Entity,
    EntityMention,
    EntityRef,
    Event,
    EventMention,
    Evidence,
    Failure,
    Interval,
    Judgement,
    Link,
    Parse,
    Place,
    PlaceMention,
    Predicate,
    Quotation,
    Sentence,
    Telling,
    TimeExpression,
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_record_survives_json(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    assert decode(kind, json.loads(json.dumps(encode(record)))) == record


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_json_holds_plain_values_only(kind: type[Any], data: st.DataObject) -> None:
    def check(value: object) -> None:
        assert type(value) in (dict, list, str, int, float, bool, type(None))
        assert not isinstance(value, StrEnum)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(inner)

    check(encode(data.draw(records(kind))))


MENTION = EntityMention(document_id="doc:1", span=Span(3, 7), text="Oslo", form=Form.NAME, type=EntityType.STATE)
WRITTEN: dict[str, Any] = {"document_id": "doc:1", "span": [3, 7], "text": "Oslo", "form": "name", "type": "state"}


def test_spans_are_pairs_enums_their_values_and_defaults_left_out() -> None:
    assert encode(MENTION) == WRITTEN


def test_nested_default_is_left_out_and_comes_back() -> None:
    document = Document(id="doc:1", text="Leaders met.")
    assert encode(document) == {"id": "doc:1", "text": "Leaders met."}
    assert decode(Document, encode(document)) == document


def test_value_that_equals_no_default_is_kept_even_if_empty() -> None:
    assert encode(Place(name="")) == {"name": ""}
    assert encode(Interval(earliest=date(2023, 3, 1))) == {"earliest": "2023-03-01"}


def test_none_that_is_no_default_is_kept() -> None:
    assert encode(Evidence(document_id="doc:1", span=None, quote="x"))["span"] is None


def test_moment_keeps_its_precision() -> None:
    document = Document(id="doc:1", text="", published_at=Moment("2023-03"))
    assert encode(document)["published_at"] == "2023-03"
    assert decode(Document, encode(document)).published_at == Moment("2023-03")


def test_key_that_is_not_known_is_passed_over() -> None:
    assert decode(EntityMention, {**WRITTEN, "colour": "blue"}) == MENTION


@pytest.mark.parametrize(
    "change",
    [
        {"form": "shout"},
        {"span": [7, 3]},
        {"span": [3]},
        {"span": "ab"},
        {"span": None},
        {"entity": "ent:1"},
        {"entity": {"name": "no id"}},
    ],
    ids=["no such form", "span backwards", "half a span", "span of letters", "no span", "entity no object", "no id"],
)
def test_wrong_data_is_a_value_error_that_names_the_class(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected a EntityMention"):
        decode(EntityMention, {**WRITTEN, **change})


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_missing_field_is_a_value_error_that_names_the_class(name: str) -> None:
    with pytest.raises(ValueError, match="expected a EntityMention"):
        decode(EntityMention, {key: value for key, value in WRITTEN.items() if key != name})


@pytest.mark.parametrize("data", [None, [], "text", 5], ids=["none", "list", "text", "number"])
def test_what_is_no_object_is_a_value_error(data: Any) -> None:
    with pytest.raises(ValueError, match="expected a Place"):
        decode(Place, data)


@pytest.mark.parametrize("thing", [{"a": 1}, "text", Place], ids=["dict", "text", "a class"])
def test_only_records_can_be_encoded(thing: object) -> None:
    with pytest.raises(TypeError, match="expected a record"):
        encode(thing)

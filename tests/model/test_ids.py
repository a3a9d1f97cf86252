"""Ids: the same content, the same id; other content, another id."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Document, EventMention, EventType, Failure, Party, Quotation, Span, content_id, text_digest

parts = st.lists(st.none() | st.text(max_size=5), max_size=4)


@given(parts)
def test_id_is_a_prefix_and_sixteen_hex_digits(content: list[str | None]) -> None:
    assert re.fullmatch(r"doc:[0-9a-f]{16}", content_id("doc", *content))


@given(parts, parts)
def test_ids_are_equal_exactly_when_their_content_is(one: list[str | None], other: list[str | None]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), ((None,), ("",)), ((None,), ("None",)), (("a",), ("a", None))],
    ids=["parts do not run together", "none is not empty", "none is not its name", "a further none counts"],
)
def test_contents_that_look_alike_have_different_ids(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert content_id("x", *one) != content_id("x", *other)


def test_lone_surrogate_has_an_id_and_a_digest() -> None:
    assert content_id("x", "\ud800").startswith("x:")
    assert len(text_digest("\ud800")) == 32


def test_digest_of_a_text_never_changes() -> None:
    """A store finds its parses by this digest: were it to change, every paragraph would be parsed anew."""
    assert text_digest("Leaders met.") == "48e743a622a58c2248798c4c480d9414"
    assert content_id("doc", "Leaders met.", None) == "doc:1777119644a6c6f7"


@pytest.mark.parametrize("field", ["text", "given_id", "title", "published_at", "outlet", "url"])
def test_each_field_of_a_report_is_part_of_its_id(field: str) -> None:
    fields: dict[str, str | None] = {
        "given_id": "a",
        "title": "b",
        "published_at": "2023",
        "outlet": "c",
        "url": "d",
        "text": "e",
    }
    changed = fields | {field: "other"}
    assert _document_id(fields) != _document_id(changed)


def _document_id(fields: dict[str, str | None]) -> str:
    keywords = {name: value for name, value in fields.items() if name != "text"}
    return Document.make_id(str(fields["text"]), **keywords)  # type: ignore[arg-type]


def test_quotation_id_tells_contents_apart() -> None:
    assert Quotation.make_id("doc:1", (Span(0, 9),)) != Quotation.make_id("doc:1", (Span(0, 4), Span(5, 9)))
    assert Quotation.make_id("doc:1", (Span(0, 9),)) != Quotation.make_id("doc:2", (Span(0, 9),))


def test_event_mention_id_tells_acts_and_parties_apart() -> None:
    party = Party(span=Span(0, 4), text="Peru")
    base = EventMention.make_id("doc:1", Span(5, 8), EventType.CONSULT, (party,), ())
    assert base != EventMention.make_id("doc:1", Span(5, 8), EventType.AGREE, (party,), ())
    assert base != EventMention.make_id("doc:1", Span(5, 8), EventType.CONSULT, (), ())
    assert base != EventMention.make_id("doc:1", Span(5, 9), EventType.CONSULT, (party,), ())
    assert base != EventMention.make_id("doc:1", Span(5, 8), EventType.CONSULT, (), (party,))
    assert base == EventMention.make_id("doc:1", Span(5, 8), EventType.CONSULT, (party,), ())


def test_same_failure_met_again_has_the_same_id_and_another_line_another() -> None:
    first = Failure(stage="s", version="1", error="E", message="m", path="a", line=1)
    later = Failure(stage="s", version="2", error="E", message="m", path="a", line=1)
    elsewhere = Failure(stage="s", error="E", message="m", path="a", line=2)
    assert first.id == later.id
    assert first.id != elsewhere.id

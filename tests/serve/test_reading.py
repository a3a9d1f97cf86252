"""A report for the reader: nothing lost, nothing added, whatever is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import EntityMention, Part, Role, Span
from dateline.serve.reading import Block, blocks_of, span_of
from dateline.serve.rendering import link
from dateline.views.paged import Marked
from tests.records import NORWAY, PERU, naming, quoting, report
from tests.serve.stores import time_at

TEXT = "Norway said on Monday: “Peru will come on Monday.”"
DOCUMENT = report(TEXT)


def marked(*mentions: EntityMention, **layers: object) -> Marked:
    empty = {"places": (), "times": (), "quotations": (), "mentions": (), "canonical": {}, "story": None, "copies": ()}
    return Marked(**{"document": DOCUMENT, "entities": mentions, **empty, **layers})  # type: ignore[arg-type]


def shown(blocks: list[Block]) -> str:
    return "".join(piece.text for block in blocks for piece in block.pieces)


def looks(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(piece.text, piece.classes) for block in blocks for piece in block.pieces if piece.classes]


def test_nested_marks_are_both_shown_and_the_inner_one_leads_to_its_note() -> None:
    said = quoting(DOCUMENT, Span(24, 49), speaker=NORWAY)
    blocks = blocks_of(marked(naming(DOCUMENT, Span(24, 28), PERU), quotations=(said,)), go=link, point=None)
    (peru,) = [piece for piece in blocks[0].pieces if piece.text == "Peru"]
    assert set(peru.classes.split()) == {"m", "m-quote", "m-person"}
    assert next(note for note in blocks[0].notes if note.id == peru.target).head == "Peru"


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    times = (time_at(DOCUMENT.id, Span(12, 21), "on Monday"),)
    said = quoting(DOCUMENT, Span(15, 28), speaker=NORWAY)
    blocks = blocks_of(marked(times=times, quotations=(said,)), go=link, point=None)
    assert looks(blocks) == [("on ", "m m-time"), ("Monday", "m m-quote m-time"), (": “Peru", "m m-quote")]


def test_passage_that_is_pointed_out_has_the_anchor() -> None:
    blocks = blocks_of(marked(), go=link, point=Span(0, 6))
    assert [(piece.text, piece.anchors) for piece in blocks[0].pieces if piece.anchors] == [("Norway", ("marked",))]


def test_heading_and_furniture_look_different() -> None:
    parts = (
        Part(span=Span(0, 6), role=Role.HEADING, paragraph=0),
        Part(span=Span(7, 11), role=Role.FURNITURE, paragraph=1),
    )
    document = replace(DOCUMENT, text="Norway said", parts=parts)
    blocks = blocks_of(replace(marked(), document=document), go=link, point=None)
    assert [(block.heading, block.aside) for block in blocks] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3-7", Span(3, 7)),
        ("3-999", Span(3, 50)),
        ("7-3", None),
        ("-1-4", None),
        ("x", None),
        ("", None),
        ("60-70", None),
    ],
)
def test_passage_in_an_address_is_one_of_the_text_or_none(written: str, expected: Span | None) -> None:
    assert span_of(written, 50) == expected


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=4), st.none() | spans)
def test_text_is_the_same_whatever_is_marked(names: list[Span], said: list[Span], point: Span | None) -> None:
    mentions = [naming(DOCUMENT, span, NORWAY) for span in names]
    quotations = tuple(quoting(DOCUMENT, span, speaker=PERU) for span in said)
    assert shown(blocks_of(marked(*mentions, quotations=quotations), go=link, point=point)) == TEXT

"""Words that are like those of the event lexicon."""

from __future__ import annotations

import pytest

from dateline.resources.events import FrameKind, frames_by_lemma
from dateline.resources.similar import similar_words
from dateline.resources.tables import read_table

LIKENESSES = [(word, likeness) for word, found in similar_words().items() for likeness in found]


def test_every_row_leads_to_a_frame_of_its_type() -> None:
    assert [(word, likeness.nearest) for word, likeness in LIKENESSES if not likeness.entries] == []


def test_frames_of_a_likeness_need_no_word_beside() -> None:
    assert {beside for _, likeness in LIKENESSES for _, beside in likeness.entries} == {frozenset({""})}


def test_no_word_of_the_lexicon_is_merely_similar() -> None:
    assert [word for word in similar_words() if word in frames_by_lemma()] == []


@pytest.mark.parametrize(("kind", "least"), [(FrameKind.VERB, 0.7), (FrameKind.NOUN, 0.8)])
def test_similarity_is_at_least_what_the_tool_asks_for(kind: FrameKind, least: float) -> None:
    found = [float(row["similarity"]) for row in read_table("events_similar.tsv") if row["kind"] == kind]
    assert found
    assert least <= min(found) <= max(found) <= 1

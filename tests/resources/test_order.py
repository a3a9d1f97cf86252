"""The tables of order: every row can be used, and says what it is for."""

from __future__ import annotations

import pytest

from dateline.errors import ResourceError
from dateline.resources.events import frames
from dateline.resources.gazetteer import gazetteer
from dateline.resources.headlines import name_of_act
from dateline.resources.order import acts_named, known_acts, order_words, signals
from dateline.resources.tables import cells, read_table

KINDS = {"preposition", "conjunction", "adverb", "verb"}
NEEDS = {"", "perfect", "progressive", "past", "day"}


def test_every_signal_is_of_a_known_kind_and_need_and_stands_once_in_it() -> None:
    rows = read_table("events_order.tsv")
    assert {row["kind"] for row in rows} == KINDS
    assert {row["needs"] for row in rows} <= NEEDS
    for kind in KINDS:
        words = [word for row in rows if row["kind"] == kind for word in cells(row["words"])]
        assert len(words) == len(set(words))
        assert set(signals(kind)) == set(words)


def test_every_signal_is_written_as_it_is_looked_up() -> None:
    for kind in KINDS:
        assert all(words == " ".join(words.lower().split()) and "the" not in words.split() for words in signals(kind))


def test_unknown_set_of_words_raises() -> None:
    with pytest.raises(ResourceError, match="tides"):
        order_words("tides")


def test_every_act_that_a_noun_may_refer_to_is_one_that_the_lexicon_has() -> None:
    names = {name_of_act(frame.event_type, mode=frame.mode, rule=frame.key) for frame in frames()}
    rows = read_table("events_order_names.tsv")
    assert {act for row in rows for act in cells(row["acts"])} <= names
    assert acts_named("call") == {"call"}
    assert acts_named("harvest") == frozenset()


def test_every_well_known_act_is_between_two_states_and_on_a_day() -> None:
    codes = set(gazetteer().states)
    assert known_acts()
    assert {code for _, *sides in known_acts() for code in sides} <= codes

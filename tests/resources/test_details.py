"""The tables of details and quantities: every row can be read, and names what the model knows."""

from __future__ import annotations

import pytest

from dateline.errors import ResourceError
from dateline.model import AttributeName, EventType
from dateline.resources.details import detail_words, details_of, phrases, values
from dateline.resources.quantities import approximators, currencies, number_words, units
from dateline.resources.tables import read_table


def test_every_detail_that_a_kind_of_event_has_is_one_of_the_model() -> None:
    kinds = details_of(frozenset(EventType), None)
    assert {kind.name for kind in kinds} >= {"meeting", "strike", "aid"}
    assert {row["attribute"] for row in read_table("event_attributes.tsv")} <= set(AttributeName)


def test_a_kind_of_event_is_told_by_type_and_mode() -> None:
    named = {kind.name for kind in details_of(frozenset({EventType.CONSULT}), "visit")}
    assert "visit" in named
    assert "call" not in named


def test_longest_phrase_comes_first() -> None:
    rows = phrases(AttributeName.LEVEL, "parties")["prime"]
    assert rows[0][0] == ("prime", "minister")
    assert values(AttributeName.VOTE, "act")["vote against"] == "against"


@pytest.mark.parametrize("word", ["dozen", "thousands", "several", "half"])
def test_number_words_have_a_range(word: str) -> None:
    assert 0 < number_words()[word].low <= number_words()[word].high


def test_approximators_are_found_by_the_word_next_to_the_number() -> None:
    (least, *_) = approximators("before")["least"]
    assert (least.words, least.low, least.high, least.approximate) == (("at", "least"), True, False, False)
    assert any(found.words == ("or", "more") for found in approximators("after")["or"])


def test_currencies_have_their_iso_code_or_stay_the_word() -> None:
    assert "EUR" in currencies()
    assert all((len(unit) == 3 and unit.isupper()) or units()[unit][0] == unit for unit in currencies())


def test_set_of_words_that_is_not_there_is_refused() -> None:
    assert "treaty" not in detail_words("papers")
    with pytest.raises(ResourceError, match="no such"):
        detail_words("no such")

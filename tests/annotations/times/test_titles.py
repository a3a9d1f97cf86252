"""Names with a word of time in them."""

from __future__ import annotations

import pytest

from tests.annotations.times.found import times_in, values_in


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The senator told the programme “This Week” that he would not run.", id="programme"),
        pytest.param("The singer plays songs from The Next Day with a large band.", id="record"),
        pytest.param("The studio Twentieth Century bought the rights to the novel.", id="firm"),
        pytest.param("The actor was seen in Kiss Tomorrow Goodbye, a film about thieves.", id="film"),
    ],
)
def test_words_with_capitals_inside_a_sentence_are_a_name(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("“Last week was hard,” she said to the workers.", ["2021-W22"], id="opening-a-quotation"),
        pytest.param("President To Visit Norway Next Week", ["2021-W24"], id="headline"),
        pytest.param("LAST WEEK the ministers met in secret.", ["2021-W22"], id="capitals-throughout"),
        pytest.param("Shops close early on Christmas Eve in most towns.", ["2020-12-24"], id="holiday"),
    ],
)
def test_capitals_that_stand_for_something_else_make_no_name(text: str, values: list[str]) -> None:
    assert values_in(text) == values

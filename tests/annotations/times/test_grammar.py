"""Matches in a text: which row wins, what belongs to an expression, what is a name."""

from __future__ import annotations

import pytest

from dateline.annotations.times.grammar import find_matches


def test_longest_match_wins() -> None:
    assert [match.row.name for match in find_matches("on 3 May 1998")] == ["day_month"]


def test_first_row_wins_where_two_match_the_same_words() -> None:
    assert [match.row.name for match in find_matches("in today's world")] == ["today_generic"]


@pytest.mark.parametrize(
    ("text", "words", "modifier"),
    [
        ("in early June", "early June", "early"),
        ("it took over a week", "over a week", "over"),
        ("it grew over three years", "three years", None),
        ("in the first half of May", "the first half of May", "first_half"),
        ("for a week or so", "a week or so", "or_so"),
    ],
)
def test_modifier_belongs_to_the_expression(text: str, words: str, modifier: str | None) -> None:
    (match,) = find_matches(text)
    assert (match.span.of(text), match.modifier.name if match.modifier else None) == (words, modifier)


def test_modifier_takes_no_words_of_the_expression_before_it() -> None:
    text = "in June 2020 or late 2021"
    assert [match.span.of(text) for match in find_matches(text)] == ["June 2020", "late 2021"]


@pytest.mark.parametrize(
    "text",
    ["Black Monday", "Super Tuesday", "Sunday Times", "Sheffield Wednesday", "resolution 1441", "Six-Day War"],
)
def test_name_that_holds_a_word_of_time_is_blocked(text: str) -> None:
    assert find_matches(text) == []


def test_text_without_a_word_of_time_has_no_match() -> None:
    assert find_matches("They met in the hall and left.") == []


def test_letters_that_grow_in_lower_case_shift_nothing() -> None:
    text = "İİİ met on Monday"
    assert [match.span.of(text) for match in find_matches(text)] == ["Monday"]

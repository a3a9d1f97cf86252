from __future__ import annotations

import pytest

from dateline.annotations.places.boundaries import (
    Clues,
    body_roles,
    has_idle_article,
    is_labelled,
    is_ordinary,
    is_part_of_other_name,
    is_written_as_name,
)
from tests.annotations.places.naming import toponym


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("They live on Lima Street now.", "Lima", True, id="street"),
        pytest.param("The coach of Perth Glory resigned.", "Perth", True, id="club"),
        pytest.param("George Paris spoke first.", "Paris", True, id="last-name"),
        pytest.param("She shops at Wal-Mart daily.", "Mart", True, id="after-a-hyphen"),
        pytest.param("He runs the Lima City Council now.", "Lima", False, id="body-of-the-town"),
        pytest.param("It snowed in northern Iraq.", "Iraq", False, id="after-a-direction"),
        pytest.param("He studied at the University of Leeds.", "Leeds", False, id="after-university-of"),
    ],
)
def test_name_inside_another_name_is_told(text: str, words: str, expected: bool) -> None:
    assert is_part_of_other_name(toponym(text, words)) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("Hall", True), ("Reading", True), ("Police", True), ("Lima", False), ("Cuzco", False)]
)
def test_ordinary_word_is_told_from_a_name(words: str, expected: bool) -> None:
    assert is_ordinary(toponym(f"We saw {words} there.", words)) is expected


def test_name_of_two_words_is_never_ordinary() -> None:
    assert not is_ordinary(toponym("We saw Mexico City there.", "Mexico City"))


def test_model_s_own_place_is_labelled_and_its_part_is_not() -> None:
    assert is_labelled(toponym("He lives in Berlin now.", "Berlin"))
    assert not is_labelled(toponym("They live on Lima Street now.", "Lima"))


def test_word_that_the_report_also_writes_small_is_not_written_as_a_name() -> None:
    name = toponym("We asked Split about it.", "Split")
    assert is_written_as_name(name, Clues())
    assert not is_written_as_name(name, Clues(uncapitalised=frozenset(("split",))))


def test_acronym_is_no_name_but_a_state_s() -> None:
    assert not is_written_as_name(toponym("The HIV test was done.", "HIV"), Clues())
    assert is_written_as_name(toponym("The UK left.", "UK"), Clues())


def test_article_before_a_single_word_is_idle() -> None:
    assert has_idle_article(toponym("She drove the Durango away.", "Durango"))
    assert not has_idle_article(toponym("She left Durango early.", "Durango"))


def test_body_is_known_by_the_next_word_or_by_its_last() -> None:
    assert list(body_roles(toponym("The Lima Police came.", "Lima"))) == ["local body"]
    assert not list(body_roles(toponym("He left Lima.", "Lima")))


def test_surname_is_a_single_word() -> None:
    clues = Clues(surnames=frozenset(("lima",)))
    assert clues.is_surname(toponym("We met Lima.", "Lima"))
    assert not clues.is_surname(toponym("We saw Mexico City there.", "Mexico City"))

"""Which words are names, and where names begin and end."""

from __future__ import annotations

import pytest

from dateline.model import Form
from tests.annotations.entities.asking import last, named, names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was seen with Veikko Zzyzx in May.", ["Veikko Zzyzx"]),
        ("They played for the Oulu Wolves.", ["Oulu Wolves"]),
        ("The CEO resigned after the TV show.", []),
        ("He resigned in Sept. and left.", []),
    ],
    ids=["person", "team", "no names", "month"],
)
def test_capitals_inside_a_sentence_are_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_word_that_the_report_writes_small_is_no_name_where_it_opens_a_sentence() -> None:
    text = "The mines are old. Mines have a year to close."
    assert names(text) == []


def test_an_adjective_describes_a_state_and_does_not_name_it() -> None:
    assert last("The Chilean minister resigned.", "Chilean").form is Form.NOMINAL


def test_an_adjective_and_a_state_run_together_are_neither() -> None:
    assert "Chile" not in {named("He flew to American Samoa.", words) for words in names("He flew to American Samoa.")}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sarah Palin spoke. Palin's speech was long.", "Palin", "Sarah Palin"),
        ("Volodymir Zelenskij of Ukraine spoke.", "Volodymir Zelenskij", "Volodymyr Zelenskyy"),
        ("Dmitri Kovalskiy spoke. Kovalsky smiled.", "Kovalsky", "Dmitri Kovalskiy"),
        ("Juan Ruiz Castro was elected. Ruiz thanked his voters.", "Ruiz", "Juan Ruiz Castro"),
        ("Karim bin Hamad al-Zahiri spoke. Al-Zahiri smiled.", "Al-Zahiri", "Karim bin Hamad al-Zahiri"),
        ("Zhang Wei opened a shop. Zhang was pleased.", "Zhang", "Zhang Wei"),
    ],
    ids=["like a place", "of the tables", "two spellings", "first surname", "article", "family name first"],
)
def test_a_surname_and_another_spelling_mean_the_person(text: str, words: str, name: str) -> None:
    assert named(text, words) == name

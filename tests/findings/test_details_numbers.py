"""Numbers in a sentence: value, range, approximation, unit and words."""

from __future__ import annotations

import pytest

from dateline.findings.events.details_numbers import Numbers
from dateline.model import Quantity, Sentence, Span
from tests.factories import make_document, parse


def quantities(text: str, *times: str) -> list[Quantity]:
    document = make_document(text)
    spans = [Span(text.index(time), text.index(time) + len(time)) for time in times]
    found: list[Quantity] = []
    for sentence in parse(document)[Sentence]:
        numbers = Numbers(text, sentence, spans)
        found.extend(numbers.quantity(number) for number in numbers.all)
    return found


@pytest.mark.parametrize(
    ("text", "told", "words"),
    [
        ("12 soldiers died.", "12 soldier", "12"),
        ("Twenty-six people changed planes.", "26 person", "Twenty-six"),
        ("One hundred and forty-one members voted.", "141 member", "One hundred and forty-one"),
        ("Two million three hundred thousand people fled.", "2300000 person", "Two million three hundred thousand"),
        ("Peru sent 1,200 tanks.", "1200 tank", "1,200"),
        ("Some 3.5 million people fled.", "about 3500000 person", "Some 3.5 million"),
        ("At least 12 soldiers died.", "at least 12 soldier", "At least 12"),
        ("More than 1,000 civilians died.", "at least 1000 civilian", "More than 1,000"),
        ("Peru will hand over 30 tents.", "30 tent", "30"),
        ("Peru sent up to 50 more observers.", "at most 50 observer", "up to 50"),
        ("Nearly 100,000 soldiers left.", "about 100000 soldier", "Nearly 100,000"),
        ("Peru freed 20 or more hostages.", "at least 20 hostage", "20 or more"),
        ("Thousands of troops left.", "about 2000 to 9999 soldier", "Thousands"),
        ("Tens of thousands of teachers marched.", "about 20000 to 99999 teacher", "Tens of thousands"),
        ("Several hundred people gathered.", "about 300 to 999 person", "Several hundred"),
        ("A few hundred people gathered.", "about 200 to 999 person", "A few hundred"),
        ("Peru gave a dozen guns.", "12 gun", "a dozen"),
        ("Peru gave half a million dollars.", "500000 USD", "half a million"),
        ("One and a half million donors gave.", "1500000 donor", "One and a half million"),
        ("Peru gave 20 to 30 tanks.", "20 to 30 tank", "20 to 30"),
        ("Peru gave 12 or 13 tanks.", "12 to 13 tank", "12 or 13"),
        ("Peru gave between 20 and 30 million dollars.", "20000000 to 30000000 USD", "between 20 and 30 million"),
        ("Peru gave $30 million.", "30000000 USD", "$30 million"),
        ("Peru gave a $1-billion loan.", "1000000000 USD", "$1-billion"),
        ("Peru gave €50bn.", "50000000000 EUR", "€50bn"),
        ("Peru gave 200,000 Egyptian pounds.", "200000 EGP", "200,000"),
        ("Peru paid 5,000 rupees.", "5000 rupee", "5,000"),
        ("Prices rose by 10 percent.", "10 percent", "10 percent"),
        ("Two others were hurt.", "2", "Two"),
    ],
    ids=lambda case: case,
)
def test_number_has_its_value_and_its_words(text: str, told: str, words: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.told, quantity.text) == (told, words)
    assert quantity.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Few people came.",
        "One of the ships sank.",
        "Half of the people left.",
        "A number of soldiers left.",
        "The first soldier left.",
        "Peru freed a 20-year-old man.",
        "a",
        "Peru sent tanks to the F-16's base 🚀.",
    ],
    ids=["empty", "few", "one of", "half of", "a number of", "ordinal", "age", "one word", "odd"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert quantities(text) == []


def test_votes_for_and_against_are_no_range() -> None:
    assert [quantity.told for quantity in quantities("The vote was 143 to 5.")] == ["143", "5"]


def test_numbers_in_times_are_left_out() -> None:
    text = "Peru sent 12 tanks in 2023."
    assert [quantity.told for quantity in quantities(text, "2023")] == ["12 tank"]

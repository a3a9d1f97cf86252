"""Numbers as news texts write them."""

from __future__ import annotations

import pytest

from dateline.annotations.times.numbers import parse_number, parse_year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("two hundred and ten", 210),
        ("two thousand", 2000),
        ("1,500", 1500),
        ("2.5 million", 2_500_000),
        ("several", "X"),
        ("a dozen", 12),
        ("couple of", 2),
        ("nonsense", None),
    ],
)
def test_number_is_read(text: str, number: int | str | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(("text", "year"), [("nineteen forty-five", 1945), ("two thousand and three", 2003)])
def test_year_in_words_is_read(text: str, year: int) -> None:
    assert parse_year(text) == year

"""The days that datelines write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.addresses import day_in
from dateline.documents.dateline import read_dateline
from dateline.documents.days import read_day
from dateline.model import Moment


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("March 20", "--03-20"),
        ("20th Mar, 2023", Moment("2023-03-20")),
        ("Mon Apr 27, 2009", Moment("2009-04-27")),
        ("2023-03-20", Moment("2023-03-20")),
        ("Feb. 29", "--02-29"),
    ],
)
def test_day_is_read_with_or_without_its_year(words: str, day: Moment | str) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(
    "words", ["Feb. 30", "2023-02-30", "March 32, 2023", "0 March 2023", "March 3, 0023", "3 May 9999"]
)
def test_day_that_no_report_can_be_of_is_none(words: str) -> None:
    assert read_day(words) is None


@given(st.integers(0, 99), st.sampled_from(["March", "Feb.", "Sept"]), st.integers(0, 9999))
def test_nonsense_in_a_dateline_or_address_is_no_day_and_no_error(day: int, month: str, year: int) -> None:
    line = f"OSLO, {month} {day}, {year:04} (Reuters) - Envoys met on Monday to talk about the river and its bridges."
    found = read_dateline(line)
    assert found is None or found.published_at is None or found.published_at.value.startswith(f"{year:04}-")
    assert day_in(f"https://oslo.example/{year:04}/{day:02}/{day:02}/river") is None or 1900 <= year < 2100

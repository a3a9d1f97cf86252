"""Quotation marks: their table, and whether a place lies between two."""

import pytest

from dateline.resources.marks import curly, is_between_marks, mark_styles, marks_that


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("“Yes, ", True),
        ("“Yes,” he said, ", False),
        ('He said: "Yes, ', True),
        ('"Yes," he said. "No, ', True),
        ("«Oui, ", True),
        ("It's the port's ", False),
        ("", False),
    ],
    ids=["opened", "closed", "straight", "opened again", "guillemets", "apostrophes", "nothing"],
)
def test_place_lies_between_marks_when_one_is_open(before: str, between: bool) -> None:
    assert is_between_marks(before) is between


def test_no_mark_stands_on_both_sides() -> None:
    assert marks_that("opening").isdisjoint(marks_that("closing"))
    assert set(curly("opening")) == {"“", "„", "«"}
    assert set(mark_styles().values()) == {"double", "guillemet", "single"}

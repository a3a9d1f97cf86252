"""What an undated report tells of its day by the offices that it gives to people."""

from __future__ import annotations

import pytest

from tests.annotations.test_dating import ends

TRUSS = ("2022-08-07", "2022-11-24")
"""The term, with a month on both sides."""


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Liz Truss spoke in the Commons.",
        "Liz Truss, the British prime minister, spoke in the Commons.",
        "In Britain, PM Truss spoke in the Commons.",
        "The Truss government spoke to the British press.",
        "British Premier Liz Truss spoke in the Commons.",
        "Since then, Prime Minister Liz Truss spoke in the Commons.",
    ],
)
def test_holder_who_acts_bounds_both_ends_with_a_month_of_grace(text: str) -> None:
    assert ends(text) == TRUSS


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        pytest.param(
            "It rained.\nIt snowed.\nIt froze.\nIt thawed.\nThe law is that of Prime Minister Liz Truss.",
            "2022-08-07",
            id="aside",
        ),
        pytest.param("Prime Minister Liz Truss took it up in 2022.", "2022-08-07", id="with a year"),
        pytest.param("A law was passed under Prime Minister Liz Truss.", "2022-08-07", id="looking back"),
        pytest.param("Former prime minister Liz Truss spoke.", "2022-09-25", id="former"),
        pytest.param(
            "Prime Minister Liz Truss spoke.\nLater the former prime minister Liz Truss sang.", "2022-09-25", id="both"
        ),
    ],
)
def test_holder_of_the_past_bounds_the_beginning_only(text: str, earliest: str) -> None:
    assert ends(text) == (earliest, None)


def test_of_two_holders_of_one_office_the_last_is_in_office() -> None:
    text = "President George W. Bush began what President Barack Obama ended."
    assert ends(text) == ("2008-12-21", "2017-02-19")


def test_one_who_is_to_take_office_bounds_both_ends() -> None:
    assert ends("President-elect Barack Obama flew to Chicago.") == ("2008-09-22", "2009-02-19")


def test_name_with_a_hyphen_is_found() -> None:
    assert ends("UN Secretary-General Ban Ki-moon spoke.") == ("2006-12-02", "2017-01-30")


def test_former_holder_who_came_back_had_left_in_between() -> None:
    assert ends("Former president Donald Trump spoke.") == ("2020-12-21", "2025-02-19")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Deputy Foreign Minister Truss spoke.", id="another office"),
        pytest.param("President Michel spoke in the hills.", id="surname without its country"),
        pytest.param("The prime minister, Liza Trusson, spoke.", id="name not known"),
        pytest.param("Liz Truss, a candidate for prime minister, spoke.", id="candidate"),
    ],
)
def test_no_office_of_that_person_tells_nothing(text: str) -> None:
    assert ends(text) == (None, None)

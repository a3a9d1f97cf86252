"""Periods: weeks to centuries, quarters of a company's reports, and what is told apart by a clause."""

from __future__ import annotations

import pytest

from dateline.model import TimeType
from tests.annotations.times.found import only_time_in, times_in, values_in


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("They met last week.", "2021-W22", None, id="last-week"),
        pytest.param("They met the week before last.", "2021-W21", None, id="week-before-last"),
        pytest.param("They will meet again next month.", "2021-07", None, id="next-month"),
        pytest.param("They met late last month.", "2021-05", "END", id="late-last-month"),
        pytest.param("They had met earlier this year.", "2021", "START", id="earlier-this-year"),
        pytest.param("They will meet later this year.", "2021", "END", id="later-this-year"),
        pytest.param("They met over the weekend.", "2021-W22-WE", None, id="weekend-past"),
        pytest.param("They will meet at the weekend.", "2021-W23-WE", None, id="weekend-ahead"),
        pytest.param("It ends by the end of the decade.", "202", "END", id="end-of-the-decade"),
        pytest.param("It must be done by year-end.", "2021-12-31", None, id="year-end"),
        pytest.param("It must be done by the year's end.", "2021", "END", id="years-end"),
        pytest.param("The accord was signed in the spring of 1998.", "1998-SP", None, id="season-of-a-year"),
        pytest.param("They met in the summer of ’69.", "1969-SU", None, id="season-and-short-year"),
        pytest.param("They met last autumn.", "2020-FA", None, id="last-autumn"),
        pytest.param("It announced plans for a sale in the autumn.", "2021-FA", None, id="plans-for-the-autumn"),
        pytest.param("Exports fell in the third quarter of 2019.", "2019-Q3", None, id="quarter-of-a-year"),
        pytest.param("Exports fell in the last quarter of 2019.", "2019-Q4", None, id="last-quarter-of-a-year"),
        pytest.param("Exports fell in Q3 2019.", "2019-Q3", None, id="quarter-code"),
        pytest.param("Exports fell in the first half of 2019.", "2019-H1", None, id="half-of-a-year"),
        pytest.param("Exports fell in the second half.", "2020-H2", None, id="half-that-is-over"),
        pytest.param("Exports fell in fiscal 2019.", "2019", None, id="fiscal-year"),
        pytest.param("The border was closed in the early 1970s.", "197", "START", id="decade"),
        pytest.param("The border was closed in the ’70s.", "197", None, id="decade-of-two-figures"),
        pytest.param("The border was closed in the late 60s.", "196", "END", id="decade-without-apostrophe"),
        pytest.param("The border was closed in the seventies.", "197", None, id="decade-in-words"),
        pytest.param("It boomed in the first half of the 1990s.", "199", "START", id="half-of-a-decade"),
        pytest.param("The fort dates from the 19th century.", "18", None, id="century"),
    ],
)
def test_period_gets_its_timex_value(text: str, value: str, mod: str | None) -> None:
    found = only_time_in(text)
    assert (found.type, found.value, found.mod) == (TimeType.DATE, value, mod)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She recalled the year her son was born.", id="clause"),
        pytest.param("They fast in the month of Ramadan.", id="name"),
    ],
)
def test_period_that_the_sentence_tells_apart_is_not_the_reports_own(text: str) -> None:
    assert times_in(text) == []


def test_month_is_the_one_told_before() -> None:
    assert values_in("The army left in May 1998. At the end of the month it was back.") == ["1998-05", "1998-05"]


def test_following_year_counts_from_the_year_told_before() -> None:
    assert values_in("He left in 1998. The following year he returned.") == ["1998", "1999"]


def test_quarter_is_known_by_the_day_it_ended() -> None:
    assert values_in("Sales fell in the quarter ended March 31.") == ["2021-Q1", "2021-03-31"]


def test_quarter_ended_is_the_companys_own_where_it_was_told() -> None:
    text = "Sales rose in the second quarter. In the quarter ended January 31, costs fell."
    assert values_in(text)[:2] == ["2021-Q2", "2021-Q2"]


def test_latest_quarter_is_over() -> None:
    text = "The firm expects a charge in the second quarter. In the latest quarter it earned less."
    assert values_in(text) == ["2021-Q2", "2021-Q1"]


def test_quarter_of_the_year_before_does_not_become_the_quarter_told() -> None:
    text = "Sales in the first quarter beat those of the first quarter of 2020. The quarter was good."
    assert values_in(text) == ["2021-Q1", "2020-Q1", "2021-Q1"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        pytest.param("In the first quarter", "2020-Q1", id="quarter"),
        pytest.param("In the first six months", "2020", id="half-year"),
    ],
)
def test_year_earlier_is_of_the_length_told_before(told: str, value: str) -> None:
    assert values_in(f"{told} the firm earned more than a year earlier.")[1] == value


def test_what_figures_are_compared_with_is_not_what_the_text_goes_on_from() -> None:
    text = "It earned 5 million in 2019, up from 4 million a year earlier, and 3 million a year earlier."
    assert values_in(text) == ["2019", "2018", "2018"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Exports fell from the same period last year.", "2020", id="period-last-year"),
        pytest.param("Exports fell from the same period of 2018.", "2018", id="period-of-a-year"),
        pytest.param(
            "Profit in the first quarter beat that of the year-earlier quarter.", "2020-Q1", id="year-earlier"
        ),
        pytest.param("Profit in the first quarter beat last year's quarter.", "2020-Q1", id="last-years-quarter"),
    ],
)
def test_same_period_of_another_year(text: str, value: str) -> None:
    assert values_in(text)[-1] == value


def test_same_period_of_an_undated_report_has_no_value() -> None:
    assert values_in("Exports fell from the same period last year.", published_at=None) == [None]


def test_year_that_ended_on_a_day_is_a_duration() -> None:
    found = times_in("Sales fell in the year ended March 31.")
    assert [(time.type, time.value) for time in found] == [(TimeType.DURATION, "P1Y"), (TimeType.DATE, "2021-03-31")]

"""Arithmetic on days, weekdays, months and holidays."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times.calendar import (
    easter,
    holiday,
    make_date,
    shift_days,
    shift_months,
    shift_quarter,
    weekday_by,
    weekday_from,
)


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2021, date(2021, 4, 4))]
)
def test_easter_is_as_the_church_keeps_it(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        pytest.param("12-25", 2021, date(2021, 12, 25), id="fixed"),
        pytest.param("05-1#-1", 2021, date(2021, 5, 31), id="last-monday"),
        pytest.param("11-4#4", 2021, date(2021, 11, 25), id="fourth-thursday"),
        pytest.param("11-1#1+1", 2024, date(2024, 11, 5), id="tuesday-after-the-first-monday"),
        pytest.param("easter-2", 2021, date(2021, 4, 2), id="before-easter"),
        pytest.param("orthodox-easter+0", 2022, date(2022, 4, 24), id="orthodox-easter"),
        pytest.param("orthodox-easter+0", 2025, date(2025, 4, 20), id="orthodox-easter-with-the-western"),
        pytest.param("2021-02-12|2022-02-01", 2022, date(2022, 2, 1), id="day-of-each-year"),
        pytest.param("2021-02-12|2022-02-01", 2023, None, id="year-that-is-not-told"),
        pytest.param("02-29", 2021, None, id="no-leap-day"),
        pytest.param("12-25", 10000, None, id="beyond-the-calendar"),
    ],
)
def test_holiday_has_its_day_by_rule(rule: str, year: int, day: date | None) -> None:
    assert holiday(rule, year) == day


def test_weekday_counts_the_day_itself() -> None:
    wednesday = date(2021, 6, 9)
    assert (weekday_by(wednesday, 3), weekday_from(wednesday, 3)) == (wednesday, wednesday)


def test_month_on_from_a_long_month_is_its_last_day() -> None:
    assert shift_months(date(2021, 1, 31), 1) == date(2021, 2, 28)


def test_quarter_before_the_first_is_of_the_year_before() -> None:
    assert shift_quarter(2021, 1, -1) == (2020, 4)


def test_days_beyond_the_calendar_are_none() -> None:
    assert (shift_days(date.max, 1), shift_months(date.max, 1), make_date(2021, 2, 30)) == (None, None, None)

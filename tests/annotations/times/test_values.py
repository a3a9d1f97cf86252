"""TIMEX3 values as intervals of days, and the parts of an interval."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times.values import interval_of, narrowed
from dateline.model import Interval


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-06-09", date(2021, 6, 9), date(2021, 6, 9)),
        ("2021-06-09TEV", date(2021, 6, 9), date(2021, 6, 9)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-W01", date(2021, 1, 4), date(2021, 1, 10)),
        ("2021-W23-WE", date(2021, 6, 12), date(2021, 6, 13)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021-WI", date(2021, 12, 1), date(2022, 2, 28)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("197", date(1970, 1, 1), date(1979, 12, 31)),
        ("18", date(1800, 1, 1), date(1899, 12, 31)),
    ],
)
def test_value_names_its_days(value: str, first: date, last: date) -> None:
    assert interval_of(value) == Interval(earliest=first, latest=last)


@pytest.mark.parametrize("value", [None, "P3D", "PAST_REF", "XXXX-WXX-1", "XXXX-06", "2021-W60", "2021-13", "9999-WI"])
def test_value_without_days_gives_none(value: str | None) -> None:
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("start", date(2021, 6, 1), date(2021, 6, 10)),
        ("mid", date(2021, 6, 11), date(2021, 6, 20)),
        ("end", date(2021, 6, 21), date(2021, 6, 30)),
        ("first", date(2021, 6, 1), date(2021, 6, 15)),
        ("second", date(2021, 6, 16), date(2021, 6, 30)),
        ("past", date(2021, 6, 1), date(2021, 6, 9)),
        ("rest", date(2021, 6, 9), date(2021, 6, 30)),
    ],
)
def test_part_of_a_month_narrows_its_days(part: str, first: date, last: date) -> None:
    june = Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30))
    assert narrowed(june, part, date(2021, 6, 9)) == Interval(earliest=first, latest=last)


def test_interval_without_an_end_is_not_narrowed() -> None:
    since = Interval(earliest=date(2021, 6, 1))
    assert narrowed(since, "start", None) == since

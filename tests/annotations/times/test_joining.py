"""Times of day with their days, and weekdays of a range in order."""

from __future__ import annotations

import pytest

from tests.annotations.times.found import only_time_in, times_in, values_in


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It landed at 9 p.m. on Monday.", "9 p.m. on Monday", "2021-06-07T21:00", id="weekday"),
        pytest.param("It landed at 9 p.m. Monday night.", "9 p.m. Monday night", "2021-06-07T21:00", id="night"),
        pytest.param("It lands at 9 p.m. tonight.", "9 p.m. tonight", "2021-06-09T21:00", id="tonight"),
        pytest.param("It landed at 9 p.m. ET on 3 May.", "9 p.m. ET on 3 May", "2021-05-03T21:00", id="zone-and-date"),
    ],
)
def test_day_beside_a_time_belongs_to_it(text: str, words: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.text, found.value) == (words, value)


def test_day_before_a_time_stands_apart_and_dates_it() -> None:
    assert values_in("On Monday at 9 p.m. it landed.") == ["2021-06-07", "2021-06-07T21:00"]


def test_night_before_a_time_dates_it() -> None:
    assert values_in("Watch it tomorrow night at 9 p.m.") == ["2021-06-10TNI", "2021-06-10T21:00"]


def test_time_of_day_without_a_day_is_of_the_day_told_before() -> None:
    found = times_in("The army left on 3 May 1998. It rained at 9 p.m.")
    assert [(time.value, time.anchor) for time in found] == [("1998-05-03", None), ("1998-05-03T21:00", "told")]


def test_time_at_which_something_happened_is_of_the_reports_day_where_none_was_told() -> None:
    found = only_time_in("The shelling began at 16:30 GMT.")
    assert (found.text, found.value, found.anchor) == ("16:30 GMT", "2021-06-09T16:30", "document")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The monks eat at 8 p.m. in silence.", id="habit"),
        pytest.param("They watched the 8 p.m. news.", id="name-of-a-thing"),
    ],
)
def test_time_that_may_be_of_any_day_has_none(text: str) -> None:
    found = only_time_in(text)
    assert (found.value or "").startswith("XXXX-XX-XXT")
    assert found.interval is None


def test_time_of_day_in_an_undated_report_has_no_day() -> None:
    assert values_in("The shelling began at 16:30 GMT.", published_at=None) == ["XXXX-XX-XXT16:30"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("They worked Monday through Friday.", ["2021-05-31", "2021-06-04"], id="past"),
        pytest.param("They worked Monday night to Friday morning.", ["2021-05-31TNI", "2021-06-04TMO"], id="nights"),
        pytest.param("They will work Wednesday to Tuesday.", ["2021-06-09", "2021-06-15"], id="future"),
    ],
)
def test_range_of_weekdays_ends_after_it_begins(text: str, days: list[str]) -> None:
    assert values_in(text) == days

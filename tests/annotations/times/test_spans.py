"""Distances, durations, sets, times of day, and words for past, present and future."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Interval, TimeType
from tests.annotations.times.found import only_time_in, times_in, values_in


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        pytest.param("She left on a three-day visit.", "three-day", "P3D", None, id="hyphenated"),
        pytest.param("They talked for four and a half hours.", "four and a half hours", "PT4H30M", None, id="halves"),
        pytest.param("They talked for an hour and a half.", "an hour and a half", "PT1H30M", None, id="and-a-half"),
        pytest.param("It lasted about twenty-four days.", "about twenty-four days", "P24D", "APPROX", id="about"),
        pytest.param("It lasted over a week.", "over a week", "P1W", "MORE_THAN", id="over-a"),
        pytest.param("The talks will last one day.", "one day", "P1D", None, id="last-as-a-verb"),
        pytest.param("He has ruled for several decades.", "several decades", "PXE", None, id="vague-decades"),
        pytest.param("It was ruled from afar for centuries.", "centuries", "PXC", None, id="vague-centuries"),
        pytest.param("He ruled for two decades.", "two decades", "P20Y", None, id="counted-decades"),
        pytest.param("They waited for weeks.", "weeks", "PXW", None, id="bare-plural"),
        pytest.param("They waited a day or two.", "a day or two", "PXD", None, id="one-or-two"),
        pytest.param("They waited for weeks or months.", "weeks or months", "PXW", None, id="two-vague-units"),
        pytest.param("It took two to three weeks.", "two to three weeks", "P2W", "EQUAL_OR_MORE", id="range"),
    ],
)
def test_duration_gets_its_timex_value(text: str, words: str, value: str, mod: str | None) -> None:
    found = only_time_in(text)
    assert (found.type, found.text, found.value, found.mod) == (TimeType.DURATION, words, value, mod)


def test_days_of_old_are_no_duration() -> None:
    assert times_in("He longs for the days of the empire.") == []


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        pytest.param("Prices rose over the past three months.", "P3M", date(2021, 3, 9), date(2021, 6, 9), id="past"),
        pytest.param(
            "They leave over the next couple of weeks.", "P2W", date(2021, 6, 9), date(2021, 6, 23), id="next"
        ),
    ],
)
def test_duration_beside_the_report_has_an_interval(text: str, value: str, first: date, last: date) -> None:
    found = only_time_in(text)
    assert (found.value, found.interval) == (value, Interval(earliest=first, latest=last))


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("They met three days ago.", "2021-06-06", None, id="days-ago"),
        pytest.param("They met two weeks ago.", "2021-W21", None, id="weeks-ago"),
        pytest.param("They met three months ago.", "2021-03", None, id="months-ago"),
        pytest.param("They met five years ago.", "2016", None, id="years-ago"),
        pytest.param("They met nearly five years ago.", "2016", "LESS_THAN", id="nearly"),
        pytest.param("They met a week or so ago.", "2021-W22", None, id="or-so"),
        pytest.param("They met a quarter-century ago.", "1996", None, id="quarter-century"),
        pytest.param("They met a few years ago.", "PAST_REF", None, id="a-few"),
        pytest.param("They met a long time ago.", "PAST_REF", None, id="a-long-time"),
        pytest.param("They will meet three days from now.", "2021-06-12", None, id="from-now"),
    ],
)
def test_distance_is_as_fine_as_its_unit(text: str, value: str, mod: str | None) -> None:
    found = only_time_in(text)
    assert (found.type, found.value, found.mod) == (TimeType.DATE, value, mod)


def test_hours_ago_lie_on_the_day_or_the_one_before() -> None:
    found = only_time_in("They met three hours ago.")
    assert (found.type, found.value) == (TimeType.TIME, None)
    assert found.interval == Interval(earliest=date(2021, 6, 8), latest=date(2021, 6, 9))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "The accord was signed on 3 May 1998. Two days later the army withdrew.", "1998-05-05", id="later"
        ),
        pytest.param("The accord was signed on 3 May 1998. The day before, it rained.", "1998-05-02", id="day-before"),
        pytest.param("The accord was signed in May 1998. Two months later it failed.", "1998-07", id="months-later"),
        pytest.param(
            "The accord was signed in 1998. Two years earlier a first one failed.", "1996", id="years-earlier"
        ),
        pytest.param("Twenty years later, it stands.", None, id="nothing-told"),
    ],
)
def test_distance_counts_from_the_date_told_before(text: str, value: str | None) -> None:
    assert values_in(text)[-1] == value


def test_distance_from_a_date_long_past_in_the_text_has_no_value() -> None:
    text = "The accord was signed on 3 May 1998.\nThe army stayed.\nNobody moved.\nTwo days later the army withdrew."
    assert values_in(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The cabinet meets every Tuesday.", "XXXX-WXX-2", id="every-weekday"),
        pytest.param("The cabinet meets on Tuesdays.", "XXXX-WXX-2", id="weekdays"),
        pytest.param("Inspectors return every two weeks.", "P2W", id="every-two-weeks"),
        pytest.param("Inspectors return every other week.", "P2W", id="every-other-week"),
        pytest.param("The council meets twice a year.", "P1Y", id="twice-a-year"),
        pytest.param("It costs $40 a year.", "P1Y", id="rate"),
        pytest.param("The council meets every second Tuesday.", "XXXX-WXX-2", id="every-second-weekday"),
        pytest.param("The museum is closed on weekends.", "XXXX-WXX-WE", id="weekends"),
        pytest.param("The fair is held every June.", "XXXX-06", id="every-month-of-a-name"),
        pytest.param("They meet daily.", "P1D", id="daily"),
    ],
)
def test_set_gets_its_timex_value(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.value) == (TimeType.SET, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Ties have grown in recent years.", "PAST_REF", id="recent-years"),
        pytest.param("In the past, ties were close.", "PAST_REF", id="the-past"),
        pytest.param("We met the other day.", "PAST_REF", id="the-other-day"),
        pytest.param("In those days ties were close.", "PAST_REF", id="those-days"),
        pytest.param("The two states are now allies.", "PRESENT_REF", id="now"),
        pytest.param("It does not fit today's world.", "PRESENT_REF", id="todays-world"),
        pytest.param("Some day they will meet.", "FUTURE_REF", id="some-day"),
        pytest.param("They hope to return one day.", "FUTURE_REF", id="one-day"),
        pytest.param("Ties will grow in the near future.", "FUTURE_REF", id="the-near-future"),
    ],
)
def test_vague_time_refers_to_past_present_or_future(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.value, found.interval) == (TimeType.DATE, value, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They fixed the past mistakes.", id="the-past-before-a-noun"),
        pytest.param("It came at the moment when all slept.", id="the-moment-when"),
    ],
)
def test_words_for_past_and_present_may_mean_something_else(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The plane landed at 9:30 p.m. on Monday.", "2021-06-07T21:30", id="half-past"),
        pytest.param("The plane landed at 9.30pm on Monday.", "2021-06-07T21:30", id="with-a-dot"),
        pytest.param("The plane landed at noon on Monday.", "2021-06-07T12:00", id="noon"),
        pytest.param("The plane landed at 0900 GMT on Monday.", "2021-06-07T09:00", id="four-figures-and-zone"),
        pytest.param("The plane landed at 09:00 GMT on Monday.", "2021-06-07T09:00", id="colon-and-zone"),
        pytest.param("The plane landed at 10 a.m. local time on Monday.", "2021-06-07T10:00", id="local-time"),
        pytest.param("The raid began at dawn on Sunday.", "2021-06-06TMO", id="edge-of-a-day"),
        pytest.param("She rose at 6 o'clock in the evening on Sunday.", "2021-06-06T18:00", id="oclock"),
    ],
)
def test_time_of_day_is_one_expression_with_its_day(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.value) == (TimeType.TIME, value)

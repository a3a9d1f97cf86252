"""Days by name: weekdays beside what was told, parts of days, holidays."""

from __future__ import annotations

import pytest

from dateline.model import TimeType
from tests.annotations.times.found import only_time_in, times_in, values_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met two Fridays ago.", "2021-05-28", id="weekdays-ago"),
        pytest.param("They met Tuesday last week.", "2021-06-01", id="weekday-of-last-week"),
        pytest.param("They met the day before yesterday.", "2021-06-07", id="before-yesterday"),
        pytest.param("They meet the day after tomorrow.", "2021-06-11", id="after-tomorrow"),
        pytest.param("They met on Christmas Day.", "2020-12-25", id="christmas"),
        pytest.param("They will meet on Christmas Eve.", "2021-12-24", id="christmas-eve"),
        pytest.param("They met on Easter Monday.", "2021-04-05", id="easter-monday"),
        pytest.param("They met on Good Friday 2019.", "2019-04-19", id="good-friday-of-a-year"),
        pytest.param("They met on Remembrance Sunday.", "2020-11-08", id="second-sunday"),
        pytest.param("They voted on Election Day.", "2020-11-03", id="day-after-the-first-monday"),
        pytest.param("Shops were full on Black Friday.", "2020-11-27", id="day-after-thanksgiving"),
        pytest.param("They met on Orthodox Easter.", "2021-05-02", id="orthodox-easter"),
        pytest.param("They met before the Lunar New Year.", "2021-02-12", id="lunar-new-year"),
        pytest.param("They met last Thanksgiving.", "2020-11-26", id="last-thanksgiving"),
        pytest.param("They met in Christmas week.", "2020-W52", id="week-of-a-holiday"),
        pytest.param("They met over Labor Day weekend.", "2020-W36-WE", id="weekend-before-a-monday"),
        pytest.param("They met over Thanksgiving weekend.", "2020-W48-WE", id="weekend-after-a-thursday"),
    ],
)
def test_day_gets_its_timex_value(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.value) == (TimeType.DATE, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("The plane landed on Monday evening.", "Monday evening", "2021-06-07TEV", id="weekday-evening"),
        pytest.param("They met this morning.", "this morning", "2021-06-09TMO", id="this-morning"),
        pytest.param("They met late last night.", "late last night", "2021-06-08TNI", id="late-last-night"),
        pytest.param("They meet tonight.", "tonight", "2021-06-09TNI", id="tonight"),
        pytest.param("They meet tomorrow night.", "tomorrow night", "2021-06-10TNI", id="tomorrow-night"),
        pytest.param("Rain fell overnight.", "overnight", "2021-06-08TNI", id="overnight"),
        pytest.param("They met two nights ago.", "two nights ago", "2021-06-07TNI", id="nights-ago"),
        pytest.param(
            "They met late afternoon on Monday.", "late afternoon on Monday", "2021-06-07TAF", id="part-before-the-day"
        ),
        pytest.param("By mid-afternoon yesterday it fell.", "mid-afternoon yesterday", "2021-06-08TAF", id="mid"),
        pytest.param(
            "It fell on the morning of 6 May 1998.", "the morning of 6 May 1998", "1998-05-06TMO", id="of-a-date"
        ),
    ],
)
def test_part_of_a_day_is_a_time(text: str, words: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.text, found.value) == (TimeType.TIME, words, value)


def test_next_day_counts_from_the_day_told_before() -> None:
    assert values_in("The army left the port on 3 May 1998. The next day the rebels came.") == [
        "1998-05-03",
        "1998-05-04",
    ]


def test_next_morning_counts_from_the_day_told_before() -> None:
    assert values_in("He left on 3 May 1998. The next morning it rained.")[1] == "1998-05-04TMO"


def test_earlier_in_the_day_is_of_the_day_told_before() -> None:
    found = times_in("Police arrested him on Monday. He had fled earlier in the day.")[1]
    assert (found.text, found.value, found.mod) == ("earlier in the day", "2021-06-07", "START")

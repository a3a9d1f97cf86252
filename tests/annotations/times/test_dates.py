"""Calendar dates: days, months and years, with and without what a writer leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Interval, TimeType
from tests.annotations.times.found import only_time_in, times_in, values_in


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("The treaty was signed in late December.", "2020-12", "END", id="past-month-of-last-year"),
        pytest.param("The treaty will be signed in early September.", "2021-09", "START", id="future-month"),
        pytest.param("Voters go to the polls in mid-July.", "2021-07", "MID", id="middle-of-a-month"),
        pytest.param("The accord was signed last June.", "2020-06", None, id="last-june-in-june"),
        pytest.param("The accord was signed on 30 March.", "2021-03-30", None, id="day-and-month"),
        pytest.param("The accord was signed on March 30th, 1998.", "1998-03-30", None, id="month-day-year"),
        pytest.param("It was signed on Monday, 30 March 1998.", "1998-03-30", None, id="weekday-day-month-year"),
        pytest.param("They met on Sat, 5 June.", "2021-06-05", None, id="short-weekday"),
        pytest.param("Trade is planned to double by 2035.", "2035", None, id="year"),
        pytest.param("It was founded in the year 610.", "0610", None, id="year-of-three-figures"),
        pytest.param("It was founded in nineteen forty-five.", "1945", None, id="year-in-words"),
        pytest.param("They met at the end of May.", "2021-05", "END", id="end-of-a-month"),
        pytest.param("They met in the second half of May.", "2021-05", "END", id="half-of-a-month"),
        pytest.param("They met last May.", "2020-05", None, id="last-may-in-june-is-not-last-month"),
        pytest.param("They met on June 2 last year.", "2020-06-02", None, id="day-of-last-year"),
        pytest.param("They met on the 5th.", "2021-06-05", None, id="day-without-month"),
        pytest.param("They met on the first Monday of May.", "2021-05-03", None, id="nth-weekday"),
        pytest.param("They met on the last Friday in May 2019.", "2019-05-31", None, id="last-weekday-of-a-month"),
        pytest.param("They met in the first week of May.", "2021-W18", None, id="week-of-a-month"),
        pytest.param("They met in the last week of May.", "2021-W21", None, id="last-week-of-a-month"),
        pytest.param("They met in the week of May 3.", "2021-W18", None, id="week-of-a-day"),
        pytest.param("They met in March ’13.", "2013-03", None, id="month-and-short-year"),
        pytest.param("They met on 2013/03/15.", "2013-03-15", None, id="year-first-with-slashes"),
        pytest.param("She was born on 19-08-1983.", "1983-08-19", None, id="figures-with-hyphens"),
        pytest.param("The mid-May vote was held.", "2021-05", "MID", id="hyphenated-part-of-a-month"),
    ],
)
def test_date_gets_its_timex_value(text: str, value: str, mod: str | None) -> None:
    found = only_time_in(text)
    assert (found.type, found.value, found.mod) == (TimeType.DATE, value, mod)


def test_half_of_a_month_is_its_days() -> None:
    found = only_time_in("They met in the second half of May.")
    assert found.interval == Interval(earliest=date(2021, 5, 16), latest=date(2021, 5, 31))


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        pytest.param(
            "The summit will be held on 12-14 June.",
            "12-14 June",
            "2021-06-12/2021-06-14",
            date(2021, 6, 12),
            date(2021, 6, 14),
            id="days",
        ),
        pytest.param(
            "The fair ran from March 3 to 5.",
            "March 3 to 5",
            "2021-03-03/2021-03-05",
            date(2021, 3, 3),
            date(2021, 3, 5),
            id="days-after-the-month",
        ),
        pytest.param(
            "The war of 2014-16 left the region poor.",
            "2014-16",
            "2014/2016",
            date(2014, 1, 1),
            date(2016, 12, 31),
            id="years",
        ),
        pytest.param(
            "They won the league in the 2020/21 season.",
            "2020/21",
            "2020/2021",
            date(2020, 1, 1),
            date(2021, 12, 31),
            id="season-of-two-years",
        ),
    ],
)
def test_range_is_one_expression(text: str, words: str, value: str, first: date, last: date) -> None:
    found = only_time_in(text)
    assert (found.text, found.value, found.interval) == (words, value, Interval(earliest=first, latest=last))


def test_two_years_with_a_slash_that_do_not_follow_one_another_are_no_range() -> None:
    assert times_in("They won the bids of 2018/22.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was signed on 31 February.", id="no-such-day"),
        pytest.param("It was signed on 29 February 2023.", id="no-leap-year"),
        pytest.param("It was signed on the 32nd of May.", id="day-beyond-any-month"),
        pytest.param("It was signed on 30-31 February.", id="no-such-days"),
        pytest.param("It was signed on the fifth Monday of February 2021.", id="no-fifth-monday"),
        pytest.param("It was signed on the ninth Monday of May.", id="no-ninth-monday"),
        pytest.param("It was signed on the night of 31 June.", id="night-of-no-day"),
        pytest.param("It was signed on 2021-13-45.", id="no-such-month"),
        pytest.param("It was signed on 45/13/2021.", id="no-such-figures"),
        pytest.param("It began at 25:70.", id="no-such-hour"),
        pytest.param("It began at 2959 GMT.", id="no-such-hour-in-four-figures"),
    ],
)
def test_nonsense_date_is_tagged_without_value_or_days(text: str) -> None:
    found = only_time_in(text)
    assert found.interval is None
    assert found.value is None or found.value.startswith("XXXX")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may agree.", id="may"),
        pytest.param("Troops march to the border.", id="march"),
        pytest.param("Theresa May resigned.", id="a-person"),
        pytest.param("A second betrayal followed.", id="second"),
        pytest.param("The Sun printed it.", id="sun"),
        pytest.param("The Sunday Times printed it.", id="a-newspaper"),
        pytest.param("Some 2000 troops left.", id="a-round-count"),
        pytest.param("The party won 1999 votes.", id="a-count-of-votes"),
        pytest.param("They cited resolution 1973 again.", id="a-resolution"),
        pytest.param("The index closed at 1987.5 points.", id="a-decimal"),
        pytest.param("It cost $1990.", id="money"),
        pytest.param("The 52-year-old general left.", id="an-age"),
        pytest.param("Turkey imports three-quarters of its gas.", id="three-quarters"),
        pytest.param("He was in his early twenties.", id="twenties-of-a-life"),
        pytest.param("She is in her early 60s.", id="sixties-of-a-life"),
        pytest.param("No matter what, it was high noon for the party.", id="high-noon"),
        pytest.param("She lives on the 5th floor.", id="a-floor"),
        pytest.param("They cheered the fall of the regime.", id="a-fall"),
        pytest.param("He covers the Winter Olympics.", id="games"),
        pytest.param("The clinic is open 24 hours a day.", id="without-a-pause"),
    ],
)
def test_words_that_are_no_time_are_left_alone(text: str) -> None:
    assert times_in(text) == []


def test_year_before_what_it_dates_is_a_year() -> None:
    assert values_in("The 2019 elections were fair.") == ["2019"]

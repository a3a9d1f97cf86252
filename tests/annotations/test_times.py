"""Time expressions in sentences: what is found, its TIMEX3 value, and which days it means."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times import TimeAnnotator
from dateline.model import Document, DocumentTime, Interval, TimeBasis, TimeExpression, TimeType
from dateline.settings import Settings
from tests.factories import make_document, parse


def times_in(text: str, *, published_at: str | None = "2021-06-09", date_order: str = "auto") -> list[TimeExpression]:
    """Return the time expressions of a report published on a Wednesday unless told otherwise."""
    document = make_document(text, published_at=published_at)
    return list(TimeAnnotator(Settings(date_order=date_order))(document, parse(document)))


def only_time_in(text: str, *, published_at: str | None = "2021-06-09", date_order: str = "auto") -> TimeExpression:
    (found,) = times_in(text, published_at=published_at, date_order=date_order)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The minister resigned on Monday.", "2021-06-07", id="past-tense"),
        pytest.param("The minister resigned on Wednesday.", "2021-06-09", id="past-tense-on-the-day-itself"),
        pytest.param("The minister will resign on Monday.", "2021-06-14", id="will"),
        pytest.param("The minister is due to meet his counterpart on Monday.", "2021-06-14", id="is-due-to"),
        pytest.param("The two ministers are expected to meet on Friday.", "2021-06-11", id="are-expected-to"),
        pytest.param(
            "The two are set to hold talks before a dinner on Friday.", "2021-06-11", id="dated-noun-under-a-plan"
        ),
        pytest.param("The parties agreed to extend the truce until Friday.", "2021-06-11", id="until"),
        pytest.param("The army has held the town since Friday.", "2021-06-04", id="since"),
        pytest.param("Crowds gathered ahead of Friday's vote.", "2021-06-11", id="ahead-of"),
        pytest.param("Talks planned for Monday were moved to Geneva.", "2021-06-14", id="planned-for"),
        pytest.param("The election begins on Sunday.", "2021-06-13", id="scheduled-present"),
        pytest.param("The minister met him last Wednesday.", "2021-06-02", id="last-never-means-the-day-itself"),
        pytest.param("The minister will meet him next Wednesday.", "2021-06-16", id="next-never-means-the-day-itself"),
        pytest.param("The truce had been due to expire on Friday.", "2021-06-04", id="had-been-due-to"),
        pytest.param("Until Tuesday, they had not named a suspect.", "2021-06-08", id="until-under-the-pluperfect"),
        pytest.param("He will look for ways around Friday's ruling.", "2021-06-04", id="ruling-that-has-been-made"),
        pytest.param("The sale is scheduled to close Monday.", "2021-06-14", id="close-as-a-verb"),
    ],
)
def test_weekday_follows_the_tense_and_cues_around_it(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.value, found.interval) == (value, Interval.on(date.fromisoformat(value)))


def test_weekdays_of_a_range_lie_on_the_same_side() -> None:
    found = times_in("The president will visit Norway from Monday to Wednesday.", published_at="2021-06-04")
    assert [time.value for time in found] == ["2021-06-07", "2021-06-09"]


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("The treaty was signed in February.", "2021-02", None, id="past-month-of-this-year"),
        pytest.param("The treaty was signed in late December.", "2020-12", "END", id="past-month-of-last-year"),
        pytest.param("The treaty will be signed in early September.", "2021-09", "START", id="future-month"),
        pytest.param("The court will sit in April.", "2022-04", None, id="will-is-never-past"),
        pytest.param("Voters go to the polls in mid-July.", "2021-07", "MID", id="middle-of-a-month"),
        pytest.param("The accord was signed last June.", "2020-06", None, id="last-june-in-june"),
        pytest.param("The accord was signed on 30 March.", "2021-03-30", None, id="day-and-month"),
        pytest.param("The accord was signed on March 30th, 1998.", "1998-03-30", None, id="month-day-year"),
        pytest.param("The accord was signed in the spring of 1998.", "1998-SP", None, id="season-of-a-year"),
        pytest.param("Exports fell in the third quarter of 2019.", "2019-Q3", None, id="quarter-of-a-year"),
        pytest.param("Exports fell in the first half of 2019.", "2019-H1", None, id="half-of-a-year"),
        pytest.param("The border was closed in the early 1970s.", "197", "START", id="decade"),
        pytest.param("The fort dates from the 19th century.", "18", None, id="century"),
        pytest.param("Trade is planned to double by 2035.", "2035", None, id="year"),
        pytest.param("They met last week.", "2021-W22", None, id="last-week"),
        pytest.param("They will meet again next month.", "2021-07", None, id="next-month"),
        pytest.param("They had met earlier this year.", "2021", "START", id="earlier-this-year"),
        pytest.param("They met three days ago.", "2021-06-06", None, id="days-ago"),
        pytest.param("They met five years ago.", "2016", None, id="years-ago"),
        pytest.param("They met on Christmas Day.", "2020-12-25", None, id="holiday"),
        pytest.param("They met at the end of May.", "2021-05", "END", id="end-of-a-month"),
        pytest.param("They met last May.", "2020-05", None, id="last-may-in-june-is-not-last-month"),
        pytest.param("They met on June 2 last year.", "2020-06-02", None, id="day-of-last-year"),
        pytest.param("They met on the 5th.", "2021-06-05", None, id="day-without-month"),
        pytest.param("They met on the first Monday of May.", "2021-05-03", None, id="nth-weekday"),
        pytest.param("They met on the last Friday in May 2019.", "2019-05-31", None, id="last-weekday-of-a-month"),
        pytest.param("They met in the first week of May.", "2021-W18", None, id="week-of-a-month"),
        pytest.param("They met in the last week of May.", "2021-W21", None, id="last-week-of-a-month"),
        pytest.param("They met the week before last.", "2021-W21", None, id="week-before-last"),
        pytest.param("They met two Fridays ago.", "2021-05-28", None, id="weekdays-ago"),
        pytest.param("They met in March ’13.", "2013-03", None, id="month-and-short-year"),
        pytest.param("They met in the summer of ’69.", "1969-SU", None, id="season-and-short-year"),
        pytest.param("They met on 2013/03/15.", "2013-03-15", None, id="year-first-with-slashes"),
        pytest.param("The mid-May vote was held.", "2021-05", "MID", id="hyphenated-part-of-a-month"),
        pytest.param("Some day they will meet.", "FUTURE_REF", None, id="some-day"),
        pytest.param("The fort was built a quarter-century ago.", "1996", None, id="quarter-century-ago"),
        pytest.param("Ties have grown in recent years.", "PAST_REF", None, id="recent-years"),
        pytest.param("The two states are now allies.", "PRESENT_REF", None, id="now"),
    ],
)
def test_date_gets_its_timex_value(text: str, value: str, mod: str | None) -> None:
    found = only_time_in(text)
    assert (found.type, found.value, found.mod) == (TimeType.DATE, value, mod)


def test_month_under_an_invitation_is_the_nearest_when_the_next_is_far() -> None:
    found = only_time_in("The king invited her to visit Oslo in late December.", published_at="2021-03-10")
    assert (found.value, found.mod, found.direction) == ("2020-12", "END", "past")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("She left on a three-day visit.", "three-day", "P3D", id="hyphenated"),
        pytest.param(
            "They talked for four and a half hours.", "four and a half hours", "PT4H30M", id="hours-and-a-half"
        ),
        pytest.param(
            "The siege lasted about twenty-four days.", "about twenty-four days", "P24D", id="number-in-words"
        ),
        pytest.param("He has ruled for several decades.", "several decades", "PXY", id="vague-number"),
        pytest.param("They waited for weeks.", "weeks", "PXW", id="bare-plural"),
        pytest.param("They waited a day or two.", "a day or two", "PXD", id="one-or-two"),
        pytest.param("They waited for weeks or months.", "weeks or months", "PXW", id="two-vague-units"),
    ],
)
def test_duration_gets_its_timex_value(text: str, words: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.text, found.value) == (TimeType.DURATION, words, value)


def test_duration_that_ends_at_the_report_has_an_interval() -> None:
    found = only_time_in("Prices rose over the past three months.")
    assert (found.value, found.interval) == ("P3M", Interval(earliest=date(2021, 3, 9), latest=date(2021, 6, 9)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The cabinet meets every Tuesday.", "XXXX-WXX-2", id="every-weekday"),
        pytest.param("Inspectors return every two weeks.", "P2W", id="every-two-weeks"),
        pytest.param("The council meets twice a year.", "P1Y", id="twice-a-year"),
        pytest.param("The council meets every second Tuesday.", "XXXX-WXX-2", id="every-second-weekday"),
        pytest.param("The museum is closed on weekends.", "XXXX-WXX-WE", id="weekends"),
    ],
)
def test_set_gets_its_timex_value(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.value) == (TimeType.SET, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param(
            "The plane landed at 9:30 p.m. on Monday.", "9:30 p.m. on Monday", "2021-06-07T21:30", id="joined"
        ),
        pytest.param("The shelling began at 16:30 GMT.", "16:30 GMT", "XXXX-XX-XXT16:30", id="day-unknown"),
        pytest.param("The plane landed on Monday evening.", "Monday evening", "2021-06-07TEV", id="part-of-a-day"),
        pytest.param("The raid began at dawn on Sunday.", "dawn on Sunday", "2021-06-06TMO", id="edge-of-a-day"),
        pytest.param(
            "It fell on the morning of 6 May 1998.",
            "the morning of 6 May 1998",
            "1998-05-06TMO",
            id="morning-of-a-date",
        ),
        pytest.param(
            "She rose at 6 o'clock in the evening.", "6 o'clock in the evening", "XXXX-XX-XXT18:00", id="oclock"
        ),
    ],
)
def test_time_of_day_takes_the_day_that_its_sentence_names(text: str, words: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.type, found.text, found.value) == (TimeType.TIME, words, value)


def test_yesterday_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    found = times_in("“We signed the accord yesterday,” the minister said on Monday.")
    assert [(time.text, time.value, time.anchor) for time in found] == [
        ("yesterday", "2021-06-06", "quotation"),
        ("Monday", "2021-06-07", "document"),
    ]


def test_yesterday_outside_the_quotation_counts_from_the_report() -> None:
    found = times_in("Yesterday the minister repeated what he said on Monday: “We signed.”")
    assert found[0].value == "2021-06-08"


def test_range_of_days_is_one_expression() -> None:
    found = only_time_in("The summit will be held on 12-14 June.")
    assert (found.text, found.value) == ("12-14 June", "2021-06-12/2021-06-14")
    assert found.interval == Interval(earliest=date(2021, 6, 12), latest=date(2021, 6, 14))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "They met on 24 and 25 April.", [("24", "2021-04-24"), ("25 April", "2021-04-25")], id="days-before-a-month"
        ),
        pytest.param(
            "They met on April 24 and 25.", [("April 24", "2021-04-24"), ("25", "2021-04-25")], id="days-after-a-month"
        ),
        pytest.param("On April 24 and 25 people left.", [("April 24", "2021-04-24")], id="a-count-after-a-date"),
        pytest.param(
            "He sat in March and May 1998.", [("March", "1998-03"), ("May 1998", "1998-05")], id="months-of-one-year"
        ),
        pytest.param(
            "He sat from December to March 1998.",
            [("December", "1997-12"), ("March 1998", "1998-03")],
            id="months-over-a-new-year",
        ),
        pytest.param(
            "He sat from March 1998 to May.", [("March 1998", "1998-03"), ("May", "1998-05")], id="year-named-first"
        ),
        pytest.param(
            "They worked Monday through Friday.",
            [("Monday", "2021-05-31"), ("Friday", "2021-06-04")],
            id="weekdays-of-a-range-in-order",
        ),
    ],
)
def test_neighbouring_dates_share_month_and_year(text: str, told: list[tuple[str, str]]) -> None:
    assert [(time.text, time.value) for time in times_in(text)] == told


def test_range_of_years_is_one_expression() -> None:
    found = only_time_in("The war of 2014-16 left the region poor.")
    assert (found.text, found.value) == ("2014-16", "2014/2016")
    assert found.interval == Interval(earliest=date(2014, 1, 1), latest=date(2016, 12, 31))


def test_quarter_is_known_by_the_day_it_ended() -> None:
    found = times_in("Sales fell in the quarter ended March 31.")
    assert [time.value for time in found] == ["2021-Q1", "2021-03-31"]


def test_year_that_ended_on_a_day_is_a_duration() -> None:
    found = times_in("Sales fell in the year ended March 31.")
    assert [(time.type, time.value) for time in found] == [(TimeType.DURATION, "P1Y"), (TimeType.DATE, "2021-03-31")]


def test_time_of_day_without_a_day_is_of_the_day_told_before() -> None:
    found = times_in("The army left on 3 May 1998. It rained at 9 p.m.")
    assert [(time.value, time.anchor) for time in found] == [("1998-05-03", None), ("1998-05-03T21:00", "told")]


def test_quarter_of_the_year_before_does_not_become_the_quarter_told() -> None:
    text = "Sales in the first quarter beat those of the first quarter of 2020. The quarter was good."
    assert [time.value for time in times_in(text)] == ["2021-Q1", "2020-Q1", "2021-Q1"]


def test_distance_ahead_of_nothing_told_has_no_value() -> None:
    assert only_time_in("Twenty years later, it stands.").value is None


def test_next_day_counts_from_the_day_told_before() -> None:
    found = times_in("The army left the port on 3 May 1998. The next day the rebels came.")
    assert [time.value for time in found] == ["1998-05-03", "1998-05-04"]


def test_earlier_in_the_day_is_of_the_day_told_before() -> None:
    found = times_in("Police arrested him on Monday. He had fled earlier in the day.")
    assert (found[1].text, found[1].interval) == ("earlier in the day", Interval.on(date(2021, 6, 7)))


def test_distance_counts_from_the_date_told_before() -> None:
    found = times_in("The accord was signed on 3 May 1998. Two days later the army withdrew.")
    assert [time.value for time in found] == ["1998-05-03", "1998-05-05"]


def test_distance_from_a_date_long_past_in_the_text_has_no_value() -> None:
    text = "The accord was signed on 3 May 1998.\nThe army stayed.\nNobody moved.\nTwo days later the army withdrew."
    assert times_in(text)[-1].value is None


@pytest.mark.parametrize(
    ("order", "value"),
    [
        pytest.param("dmy", "2021-04-03", id="day-first"),
        pytest.param("mdy", "2021-03-04", id="month-first"),
        pytest.param("auto", None, id="nothing-decides"),
    ],
)
def test_numeric_date_is_read_in_the_order_that_is_set(order: str, value: str | None) -> None:
    assert only_time_in("It was signed on 3/4/2021.", date_order=order).value == value


def test_numeric_date_with_one_possible_order_needs_no_setting() -> None:
    assert only_time_in("It was signed on 25/4/2021.").value == "2021-04-25"


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
        pytest.param("It began at 25:70.", id="no-such-hour"),
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
        pytest.param("Some 2000 troops left.", id="a-count"),
        pytest.param("The index closed at 1987.5 points.", id="a-decimal"),
        pytest.param("It cost $1990.", id="money"),
        pytest.param("The 52-year-old general left.", id="an-age"),
        pytest.param("Turkey imports three-quarters of its gas.", id="three-quarters"),
        pytest.param("He was in his early twenties.", id="twenties-of-a-life"),
        pytest.param("No matter what, it was high noon for the party.", id="high-noon"),
        pytest.param("She lives on the 5th floor.", id="a-floor"),
    ],
)
def test_words_that_are_no_time_are_left_alone(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("published_at", "values"),
    [
        pytest.param("2021-06", [None, "2021-05", "2021", "XXXX-WXX-1"], id="only-the-month-is-known"),
        pytest.param("2021", [None, None, "2021", "XXXX-WXX-1"], id="only-the-year-is-known"),
        pytest.param(None, [None, None, None, "XXXX-WXX-1"], id="nothing-is-known"),
    ],
)
def test_coarse_document_time_gives_no_false_precision(published_at: str | None, values: list[str | None]) -> None:
    text = "They met yesterday, last month and earlier this year, and again on Monday."
    assert [time.value for time in times_in(text, published_at=published_at)] == values


def test_document_time_that_is_an_interval_within_a_year_fixes_the_year() -> None:
    made = make_document("They met this year.", published_at=None)
    interval = Interval(earliest=date(2021, 10, 7), latest=date(2021, 12, 31))
    document = Document(
        id=made.id,
        text=made.text,
        language="en",
        time=DocumentTime(interval=interval, basis=TimeBasis.TEXT),
        parts=made.parts,
    )
    (found,) = TimeAnnotator(Settings())(document, parse(document))
    assert found.value == "2021"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "Monday",
        "2021",
        "…",
        "in 99999999999 days",
        "９ June",
        "٣ May ٢٠٢١",
        "the 0th of May",
        "\u200bMonday\u200b",
    ],
    ids=repr,
)
def test_odd_text_never_raises_and_offsets_slice_back(text: str) -> None:
    assert all(time.span.of(text) == time.text for time in times_in(text))


def test_very_long_list_of_dates_is_read() -> None:
    assert len(times_in("On " + "Monday, 3 May 1998, 9:30 p.m., " * 300 + "they met.")) >= 300


def test_reading_twice_gives_the_same() -> None:
    text = "They met on Monday, two days later and in late May."
    assert times_in(text) == times_in(text)

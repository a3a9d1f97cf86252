"""When an undated report can have been written, by its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.annotations.dating import TextDater
from dateline.model import Clue, Dateline, DocumentTime, Interval, Span, TimeBasis, weigh
from dateline.settings import Settings
from tests.factories import make_document, parse


def told(text: str, *, day: str | None = None) -> DocumentTime:
    document = make_document(text, published_at=None)
    if day:
        document = replace(document, dateline=Dateline(span=Span(0, 0), day=day))
    (time,) = TextDater(Settings())(document, parse(document))
    return time


def ends(text: str, *, day: str | None = None) -> tuple[str | None, str | None]:
    interval = told(text, day=day).interval
    return (
        interval.earliest.isoformat() if interval.earliest else None,
        interval.latest.isoformat() if interval.latest else None,
    )


def between(earliest: str | None, latest: str | None) -> Interval:
    return Interval(
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
    )


def clue(*intervals: Interval, reason: str) -> Clue:
    return Clue(intervals=intervals, reason=reason)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("The envoys met in Oslo on 5 May 2015.", "2015-05-05", None, id="past day"),
        pytest.param("The treaty was signed in March 2011.", "2011-03-01", None, id="past month"),
        pytest.param("The fair will open in Lima on 9 June 2019.", None, "2019-06-09", id="day to come"),
        pytest.param("The firm plans to deliver the ships in 2019.", None, None, id="planned year"),
        pytest.param("They pledged to cut emissions by 2050.", None, None, id="far goal"),
        pytest.param("Officials condemned the annexation of Crimea.", "2014-03-18", None, id="event told as past"),
        pytest.param("Diplomats feared a possible Russian invasion of Ukraine.", None, None, id="event only feared"),
        pytest.param("The clinic treats patients with Covid-19.", "2020-02-11", None, id="word coined"),
        pytest.param("It rained in the hills.", None, None, id="nothing told"),
        pytest.param("14 March 2011\nIt rained in the hills.", "2011-03-14", "2011-03-14", id="a line with the date"),
        pytest.param("Chancellor Angela Merkel, 60, spoke.", "2014-07-14", "2015-07-20", id="age"),
        pytest.param("Former president Barack Obama spoke.", None, None, id="office no longer held"),
    ],
)
def test_words_bound_the_day_of_writing(text: str, earliest: str | None, latest: str | None) -> None:
    assert ends(text) == (earliest, latest)


def test_office_bounds_both_ends_with_a_month_of_grace() -> None:
    assert ends("Prime Minister Theresa May spoke in the Commons.") == ("2016-06-13", "2019-08-23")


def test_holder_called_former_anywhere_tells_nothing() -> None:
    assert ends("Prime Minister Theresa May spoke.\nThe former prime minister Theresa May has a garden.") == (
        None,
        None,
    )


def test_last_months_summit_falls_in_the_one_month_that_the_rest_allows() -> None:
    text = "Prime Minister Theresa May spoke of last month's NATO summit.\nShe signed the pact on 3 February 2018."
    assert ends(text) == ("2018-08-01", "2018-08-31")


def test_dateline_without_a_year_takes_the_year_that_the_words_allow() -> None:
    time = told("Prime Minister Liz Truss spoke to reporters on Tuesday.", day="--10-04")
    assert str(time.value) == "2022-10-04"
    assert time.interval == Interval.on(date(2022, 10, 4))


def test_dateline_without_a_year_and_nothing_else_gives_no_day() -> None:
    assert told("It rained in the hills.", day="--10-04").value is None


def test_upcoming_election_bounds_the_latest_day() -> None:
    text = "Prime Minister Gordon Brown spoke.\nTraders fear the upcoming US presidential election."
    assert ends(text) == ("2007-05-28", "2008-11-04")


def test_reasons_name_what_narrowed_the_interval() -> None:
    time = told("Officials condemned the annexation of Crimea.")
    assert time.basis is TimeBasis.TEXT
    assert time.reasons == ("tells of Russia's annexation of Crimea (2014-03-18): not before that day",)


def test_undated_report_without_clues_says_so() -> None:
    time = told("It rained in the hills.")
    assert (time.basis, time.value, time.interval) == (TimeBasis.UNKNOWN, None, Interval())
    assert time.reasons


def test_dated_report_is_left_alone() -> None:
    document = make_document("Officials condemned the annexation of Crimea.", published_at="2015-01-02")
    assert list(TextDater(Settings())(document, parse(document))) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "İstanbul ’ “", "31 February 2015", "9" * 400])
def test_odd_text_is_dated_by_nothing(text: str) -> None:
    assert ends(text) == (None, None)


def test_days_that_most_clues_allow_are_the_answer() -> None:
    verdict = weigh(
        [
            clue(between("2014-01-01", None), reason="a"),
            clue(between("2013-01-01", None), reason="b"),
            clue(between(None, "2016-12-31"), reason="c"),
            clue(between(None, "2010-12-31"), reason="wrong"),
        ]
    )
    assert verdict is not None
    assert verdict.interval == between("2014-01-01", "2016-12-31")
    assert [each.reason for each in verdict.against] == ["wrong"]


def test_clues_that_disagree_give_no_answer() -> None:
    assert weigh([clue(between("2014-01-01", None), reason="a"), clue(between(None, "2010-12-31"), reason="b")]) is None


def test_the_same_words_twice_are_one_clue() -> None:
    early = clue(between(None, "2010-12-31"), reason="again")
    assert weigh([early, early, early, clue(between("2014-01-01", None), reason="a")]) is None


def test_one_occasion_of_several_is_chosen_by_the_others() -> None:
    occasions = clue(between("2017-05-01", "2017-05-31"), between("2019-04-01", "2019-04-30"), reason="a forum")
    verdict = weigh([occasions, clue(between("2018-01-01", None), reason="later")])
    assert verdict is not None
    assert verdict.interval == between("2019-04-01", "2019-04-30")
    assert occasions.told_within(verdict.interval) == "a forum: 2019-04-01 to 2019-04-30"

"""When an undated report can have been written, by its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.quality.tasks import bench_folder
from dateline import api
from dateline.annotations.dating import TextDater
from dateline.model import Dateline, Document, DocumentTime, Interval, Moment, Span, TimeBasis
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


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("The envoys met in Oslo in 2015.", "2015-01-01", None, id="past year"),
        pytest.param("The envoys met in Oslo on 5 May 2015.", "2015-05-05", "2020-12-31", id="past day"),
        pytest.param("The treaty was signed in March 2011.", "2011-03-01", "2016-12-31", id="past month"),
        pytest.param(
            "The treaty of March 2011 is in force.", "2011-03-01", "2016-12-31", id="month of a treaty in force"
        ),
        pytest.param("Envoys have come here since 2011.", "2011-01-01", None, id="since a year"),
        pytest.param("If elected in 2016, she would be the first.", None, None, id="year only supposed"),
        pytest.param("She spoke of her hopes for the 2016 race.", None, None, id="year of a race to come"),
        pytest.param("The firm plans to deliver the ships in 2019.", None, None, id="planned year"),
        pytest.param("They pledged to cut emissions by 2050.", None, None, id="far goal"),
        pytest.param("Peter left in 1994 and came back in 1998.", "1998-01-01", "2006-12-31", id="two years"),
        pytest.param("He led them in 1995, 1996, 1997 and 1998.", "1995-01-01", "2002-12-31", id="four years"),
        pytest.param("It began in May 1942.", "1942-05-01", None, id="history"),
        pytest.param("It rained in the hills.", None, None, id="nothing told"),
    ],
)
def test_dates_bound_the_day_of_writing(text: str, earliest: str | None, latest: str | None) -> None:
    assert ends(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("14 March 2011\nIt rained in the hills.", "2011-03-14", "2011-03-14", id="a line with the date"),
        pytest.param(
            "It rained.\nThis article appeared on p4 of the Weekend section on Friday 9 December 2005.",
            "2005-12-08",
            "2005-12-09",
            id="printed",
        ),
        pytest.param("It rained.\nThis article was amended on 9 March 2016.", None, "2016-03-09", id="amended"),
        pytest.param("It rained.\nThis article was amended on 39 March 2016.", None, None, id="no such day"),
    ],
)
def test_what_a_page_says_of_itself_bounds_the_day(text: str, earliest: str | None, latest: str | None) -> None:
    assert ends(text) == (earliest, latest)


def test_report_is_not_younger_than_its_retrieval() -> None:
    document = replace(make_document("It rained.", published_at=None), retrieved_at=Moment("2016-03-09T10:00:00Z"))
    (time,) = TextDater(Settings())(document, parse(document))
    assert time.interval == between(None, "2016-03-09")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("Officials condemned the annexation of Crimea.", "2014-03-18", None, id="told as past"),
        pytest.param("Diplomats feared a possible Russian invasion of Ukraine.", None, None, id="only feared"),
        pytest.param("The clinic treats patients with Covid-19.", "2020-02-11", None, id="word coined"),
        pytest.param("Ministers of the 28-nation EU met.", "2013-05-02", "2020-03-31", id="number of members"),
        pytest.param(
            "The Haiti earthquake struck on 12 January.", "2010-01-12", "2011-01-12", id="its day without the year"
        ),
        pytest.param("The Haiti earthquake struck two months ago.", "2010-02-24", "2010-04-14", id="so long ago"),
        pytest.param(
            "Two years after the Boston Marathon bombing, the city paused.",
            "2014-10-12",
            "2016-04-16",
            id="so long after",
        ),
        pytest.param(
            "She married him, two years after the Boston Marathon bombing.",
            "2013-04-15",
            None,
            id="so long after, then",
        ),
    ],
)
def test_public_events_bound_the_day_of_writing(text: str, earliest: str | None, latest: str | None) -> None:
    assert ends(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "Chancellor Angela Merkel, 60, spoke.",
        "Chancellor Angela Merkel, who is 60, spoke.",
        "The 60-year-old chancellor Angela Merkel spoke.",
        "Angela Merkel (60) spoke.",
    ],
)
def test_age_bounds_both_ends(text: str) -> None:
    assert ends(text) == ("2014-07-14", "2015-07-20")


def test_last_months_summit_falls_in_the_one_month_that_the_rest_allows() -> None:
    text = "Prime Minister Theresa May spoke of last month's NATO summit.\nShe signed the pact on 3 February 2018."
    assert ends(text) == ("2018-08-01", "2018-08-31")


def test_dateline_without_a_year_takes_the_year_that_the_words_allow() -> None:
    time = told("Prime Minister Liz Truss spoke to reporters on Tuesday.", day="--10-04")
    assert str(time.value) == "2022-10-04"
    assert time.interval == Interval.on(date(2022, 10, 4))


def test_dateline_without_a_year_takes_a_year_that_the_weekday_of_the_lead_allows() -> None:
    text = "Prime Minister David Cameron spoke to reporters on Tuesday."
    assert ends(text, day="--10-02") == ("2012-10-02", "2013-10-02")


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


@pytest.mark.shared
def test_undated_seed_is_dated_to_the_days_of_its_visit() -> None:
    seeds = bench_folder().parent / "seeds"
    if not seeds.is_dir():
        pytest.skip(f"no seeds at {seeds}")
    dated = [found.time for found in api.date_reports(seeds) if isinstance(found, Document)]
    (time,) = [time for time in dated if time.basis is TimeBasis.TEXT]
    assert time.interval.intersection(Interval.on(date(2023, 10, 17)))
    assert time.interval.days is not None
    assert time.interval.days <= 8
    assert len(time.reasons) > 5

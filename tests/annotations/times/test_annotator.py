"""The stage as a whole: datelines, document times known only roughly, odd texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.annotations.times import TimeAnnotator
from dateline.model import (
    Dateline,
    Document,
    DocumentTime,
    Interval,
    Layers,
    Part,
    Role,
    Sentence,
    Span,
    TimeBasis,
    TimeExpression,
)
from dateline.settings import Settings
from tests.annotations.times.found import times_in, values_in
from tests.factories import make_document, parse


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
    assert values_in(text, published_at=published_at) == values


def test_document_time_that_is_an_interval_within_a_year_fixes_the_year() -> None:
    made = make_document("They met this year.", published_at=None)
    interval = Interval(earliest=date(2021, 10, 7), latest=date(2021, 12, 31))
    document = replace(made, time=DocumentTime(interval=interval, basis=TimeBasis.TEXT))
    (found,) = TimeAnnotator(Settings())(document, parse(document))
    assert found.value == "2021"


def with_dateline(text: str, *, day: str) -> Document:
    """Return a report published on 9 June 2021 whose dateline is what stands before the dash."""
    end = text.index(" - ")
    document = make_document(text, published_at="2021-06-09")
    return replace(
        document,
        dateline=Dateline(span=Span(0, end), day=day),
        parts=(
            Part(span=Span(0, end), role=Role.DATELINE, paragraph=0),
            Part(span=Span(end + 3, len(text)), paragraph=0),
        ),
    )


def times_of(document: Document) -> list[TimeExpression]:
    """Return the time expressions of a document whose body alone is parsed."""
    body = replace(document, parts=document.parts[1:])
    return list(TimeAnnotator(Settings())(document, parse(body)))


def test_date_of_a_dateline_is_a_time_expression() -> None:
    found = times_of(with_dateline("OSLO, June 9 - Talks began.", day="--06-09"))
    assert [(time.text, time.value) for time in found] == [("June 9", "2021-06-09")]


def test_report_published_the_day_after_its_dateline_counts_from_the_dateline() -> None:
    found = times_of(with_dateline("OSLO, June 8 - Talks began today.", day="--06-08"))
    assert [(time.value, time.anchor) for time in found][1] == ("2021-06-08", "dateline")


@pytest.mark.parametrize("day", ["--05-09", "--06-30", "--12-31"])
def test_dateline_far_from_the_day_of_publication_is_no_anchor(day: str) -> None:
    found = times_of(with_dateline("OSLO, some day - Talks began today.", day=day))
    assert found[-1].value == "2021-06-09"


def test_dateline_of_the_last_day_of_a_year_is_the_day_before_new_year() -> None:
    document = replace(with_dateline("OSLO, Dec 31 - Talks began today.", day="--12-31"))
    new_year = make_document(document.text, published_at="2022-01-01")
    found = times_of(replace(document, published_at=new_year.published_at, time=new_year.time))
    assert [time.value for time in found] == ["2021-12-31", "2021-12-31"]


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
        "99/99/9999",
        "0000-00-00",
        "last January 32",
        "999999999999 years ago",
        "ten thousand centuries later",
        "İstanbul, Monday",
        "\u200bMonday\u200b",
        "Monday" * 500,
    ],
    ids=lambda text: ascii(text)[:30],
)
def test_odd_text_never_raises_and_offsets_slice_back(text: str) -> None:
    assert all(time.span.of(text) == time.text for time in times_in(text))


@pytest.mark.parametrize("published_at", ["0001-01-01", "9999-12-31"])
def test_ends_of_the_calendar_never_raise(published_at: str) -> None:
    text = "They met last week, next year, on Monday, two years ago, last spring, on Easter and in the last quarter."
    assert len(times_in(text, published_at=published_at)) == 7


def test_document_without_sentences_has_no_times() -> None:
    document = make_document("Monday.")
    assert list(TimeAnnotator(Settings())(document, Layers().with_records([Sentence], []))) == []


def test_very_long_list_of_dates_is_read() -> None:
    assert len(times_in("On " + "Monday, 3 May 1998, 9:30 p.m., " * 300 + "they met.")) >= 300


def test_reading_twice_gives_the_same() -> None:
    text = "They met on Monday, two days later and in late May."
    assert times_in(text) == times_in(text)

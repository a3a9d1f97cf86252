"""When a report was written."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.documents.time import document_time
from dateline.model import Dateline, DocumentTime, Interval, Moment, Span, TimeBasis


def dateline(day: str | None) -> Dateline:
    known = day is not None and not day.startswith("--")
    return Dateline(span=Span(0, 1), published_at=Moment(day) if known and day else None, day=None if known else day)


def time(published_at: str | None = None, day: str | None = None, url: str | None = None) -> DocumentTime:
    moment = Moment(published_at) if published_at else None
    return document_time(published_at=moment, dateline=dateline(day) if day else None, url=url)


URL = "https://harbour.example/2023/03/21/talks"

CASES: dict[str, tuple[DocumentTime, str | None, TimeBasis]] = {
    "dateline of the day before": (time("2023-03-22", "2023-03-20", URL), "2023-03-20", TimeBasis.DATELINE),
    "dateline of the day after": (time("2023-03-20T22:30:00Z", "--03-21"), "2023-03-21", TimeBasis.DATELINE),
    "dateline of the same day": (
        time("2023-03-22T01:30:00Z", "--03-22"),
        "2023-03-22T01:30:00Z",
        TimeBasis.PUBLISHED_AT,
    ),
    "publication before address": (time("2023-03-22", None, URL), "2023-03-22", TimeBasis.PUBLISHED_AT),
    "dateline before address": (time(None, "2023-03-20", URL), "2023-03-20", TimeBasis.DATELINE),
    "address": (time(None, None, URL), "2023-03-21", TimeBasis.URL),
    "dateline without a year": (time(None, "--03-20"), None, TimeBasis.UNKNOWN),
    "nothing": (time(), None, TimeBasis.UNKNOWN),
    "month with a dateline in it": (time("2023-03", "2023-03-20"), "2023-03-20", TimeBasis.DATELINE),
    "month with a day in it": (time("2023-03", "--03-20"), "2023-03-20", TimeBasis.DATELINE),
    "year with an address in it": (time("2023", None, URL), "2023-03-21", TimeBasis.URL),
    "month with an address outside": (time("2023-05", None, URL), "2023-05", TimeBasis.PUBLISHED_AT),
}


@pytest.mark.parametrize(("found", "value", "basis"), CASES.values(), ids=CASES)
def test_the_best_given_date_is_the_document_time(found: DocumentTime, value: str | None, basis: TimeBasis) -> None:
    assert (found.value.value if found.value else None, found.basis) == (value, basis)
    assert found.reasons


def test_the_interval_is_that_of_the_value_and_open_where_there_is_none() -> None:
    assert time("2023-03").interval == Interval(earliest=date(2023, 3, 1), latest=date(2023, 3, 31))
    assert time().interval == Interval()


@pytest.mark.parametrize(
    ("published_at", "day", "kept"),
    [
        pytest.param("2023-03-22", "2023-03-18", "dateline", id="4 days before"),
        pytest.param("2023-03-22", "2023-03-28", "dateline", id="6 days after"),
        pytest.param("2023-03", "2023-05-20", "dateline", id="outside the month"),
        pytest.param("2023-03-22", "2009-05-01", "dateline", id="years before"),
        pytest.param("2023-03-22", "--03-10", "publication", id="12 days before without a year"),
        pytest.param("2023-01-04", "2022-01-03", "publication", id="last year's number in January"),
        pytest.param("2022-12-31", "2023-12-30", "publication", id="next year's number in December"),
    ],
)
def test_a_contradiction_is_told_with_what_is_kept_and_why(published_at: str, day: str, kept: str) -> None:
    found = time(published_at, day)
    assert sum("disagrees" in reason for reason in found.reasons) == 1
    assert found.basis is (TimeBasis.DATELINE if kept == "dateline" else TimeBasis.PUBLISHED_AT)


@pytest.mark.parametrize(
    ("published_at", "day", "value"),
    [
        pytest.param("2023-03-22", "2023-03-19", "2023-03-19", id="3 days"),
        pytest.param("2023-01-01", "--12-31", "2022-12-31", id="over new year"),
        pytest.param("2022-12-31", "--01-01", "2023-01-01", id="before new year"),
        pytest.param("2024-03-01", "--02-29", "2024-02-29", id="leap day"),
        pytest.param("2023-03-01", "--02-29", "2023-03-01", id="no leap day"),
        pytest.param("2023-03-22", "--09-20", "2023-03-22", id="far from it without a year"),
    ],
)
def test_a_dateline_near_the_publication_is_no_contradiction(published_at: str, day: str, value: str) -> None:
    found = time(published_at, day)
    assert found.value == Moment(value)
    assert not any("disagrees" in reason for reason in found.reasons)


def test_the_day_of_a_report_is_that_of_the_clock_it_was_published_by() -> None:
    found = document_time(published_at=Moment.parse("2023-03-20T06:00+08:00"), dateline=None, url=None)
    assert found.interval == Interval.on(date(2023, 3, 20))
    assert found.reasons == ("published on 2023-03-20T06:00+08:00",)

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
    "publication before all else": (time("2023-03-22", "2023-03-20", URL), "2023-03-22", TimeBasis.PUBLISHED_AT),
    "dateline before address": (time(None, "2023-03-20", URL), "2023-03-20", TimeBasis.DATELINE),
    "address": (time(None, None, URL), "2023-03-21", TimeBasis.URL),
    "dateline without a year": (time(None, "--03-20"), None, TimeBasis.UNKNOWN),
    "nothing": (time(), None, TimeBasis.UNKNOWN),
    "month with a dateline in it": (time("2023-03", "2023-03-20"), "2023-03-20", TimeBasis.DATELINE),
    "month with a day in it": (time("2023-03", "--03-20"), "2023-03-20", TimeBasis.DATELINE),
    "year with an address in it": (time("2023", None, URL), "2023-03-21", TimeBasis.URL),
    "month with a dateline outside": (time("2023-03", "2023-05-20"), "2023-03", TimeBasis.PUBLISHED_AT),
    "instant": (time("2023-03-22T01:30:00Z", "--03-21"), "2023-03-22T01:30:00Z", TimeBasis.PUBLISHED_AT),
}


@pytest.mark.parametrize(("found", "value", "basis"), CASES.values(), ids=CASES)
def test_the_best_given_date_is_the_document_time(found: DocumentTime, value: str | None, basis: TimeBasis) -> None:
    assert (found.value.value if found.value else None, found.basis) == (value, basis)
    assert found.reasons


def test_the_interval_is_that_of_the_value_and_open_where_there_is_none() -> None:
    assert time("2023-03").interval == Interval(earliest=date(2023, 3, 1), latest=date(2023, 3, 31))
    assert time().interval == Interval()


@pytest.mark.parametrize(
    ("published_at", "day", "disagree"),
    [
        ("2023-03-22", "2023-03-18", True),
        ("2023-03-22", "2023-03-19", False),
        ("2023-03-22", "--03-10", True),
        ("2023-01-01", "--12-31", False),
        ("2022-12-31", "--01-01", False),
        ("2024-03-01", "--02-29", False),
        ("2023-03-01", "--02-29", False),
        ("2023-03-22", "--09-20", False),
        ("2023-03-22", "2013-03-22", True),
    ],
    ids=[
        "4 days",
        "3 days",
        "day 12 days off",
        "over new year",
        "before new year",
        "leap day",
        "no leap day",
        "far",
        "years",
    ],
)
def test_a_disagreement_with_the_dateline_is_told(published_at: str, day: str, disagree: bool) -> None:
    found = time(published_at, day)
    assert found.value == Moment(published_at)
    assert any("disagrees" in reason for reason in found.reasons) is disagree

"""Documents sort by when they can have been known, and say whether they can be read."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Document, DocumentTime, Interval, Moment, TimeBasis


def document(published_at: str | None = None, latest: date | None = None, language: str | None = "en") -> Document:
    return Document(
        id="doc:1",
        text="Leaders met.",
        published_at=Moment.parse(published_at) if published_at else None,
        time=DocumentTime(interval=Interval(latest=latest), basis=TimeBasis.TEXT),
        language=language,
    )


@pytest.mark.parametrize(
    ("published_at", "latest", "order"),
    [
        ("2023-03-20", None, "2023-03-20T23:59:59Z"),
        ("2023-03", None, "2023-03-31T23:59:59Z"),
        ("2023-03-20T09:30:00Z", None, "2023-03-20T09:30:00Z"),
        ("2023-03-20", date(2023, 3, 1), "2023-03-20T23:59:59Z"),
        (None, date(2023, 3, 1), "2023-03-01T23:59:59Z"),
        (None, None, "9999-12-31T23:59:59Z"),
        ("2023-03-20T06:00:00+08:00", None, "2023-03-19T22:00:00Z"),
    ],
    ids=["day", "month", "second", "publication before text", "by its text", "undated", "zone"],
)
def test_report_is_known_from_the_last_moment_it_may_be_of(
    published_at: str | None, latest: date | None, order: str
) -> None:
    assert document(published_at, latest).order == order


def test_reports_are_compared_by_their_day_in_utc() -> None:
    assert document("2023-03-20T06:00:00+08:00").reported_by == date(2023, 3, 19)


@pytest.mark.parametrize(("language", "read"), [("en", True), ("fr", False), (None, False)])
def test_only_english_is_annotated_so_far(language: str | None, read: bool) -> None:
    assert document(language=language).annotated is read


def test_report_goes_by_its_own_id_and_by_ours_when_it_has_none() -> None:
    assert document().name == "doc:1"
    assert Document(id="doc:1", external_id="monday-7", text="").name == "monday-7"

"""Moments keep the precision they were given; intervals know which days they share."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Interval, Moment, Precision
from tests.strategies import days, intervals, moments


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2023", "2023", Precision.YEAR),
        ("2023-03", "2023-03", Precision.MONTH),
        ("2023-03-20", "2023-03-20", Precision.DAY),
        ("20230320", "2023-03-20", Precision.DAY),
        (" 2023-03-20\n", "2023-03-20", Precision.DAY),
        ("2023-03-20T09:30", "2023-03-20T09:30Z", Precision.MINUTE),
        ("2023-03-20T09:30Z", "2023-03-20T09:30Z", Precision.MINUTE),
        ("2023-03-20 09:30:15 UTC", "2023-03-20T09:30:15Z", Precision.SECOND),
        ("2023-03-20T09:30:15.123Z", "2023-03-20T09:30:15Z", Precision.SECOND),
        ("2023-03-20T09:30:15,5+00:00", "2023-03-20T09:30:15Z", Precision.SECOND),
        ("2023-03-20T09:30:00+08:00", "2023-03-20T01:30:00Z", Precision.SECOND),
        ("2023-03-20T09:30:00+0800", "2023-03-20T01:30:00Z", Precision.SECOND),
        ("2023-03-20T22:30-05", "2023-03-21T03:30Z", Precision.MINUTE),
        ("20230320T093015Z", "2023-03-20T09:30:15Z", Precision.SECOND),
        ("0999-01-01T00:00Z", "0999-01-01T00:00Z", Precision.MINUTE),
    ],
)
def test_iso_form_is_read_at_its_precision(text: str, value: str, precision: Precision) -> None:
    moment = Moment.parse(text)
    assert (moment.value, moment.precision) == (value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "20 March 2023",
        "2023-13",
        "2023-00-10",
        "2023-02-30",
        "2023-3-2",
        "0000",
        "20230",
        "2023-03-20T25:00",
        "2023-03-20T09:61",
        "2023-03-20T09",
        "2023-03-20T09:30+99:00",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00+12:00",
        "2023-03-20; DROP TABLE",
        "2023-W12",
    ],
)
def test_nonsense_is_refused_and_said_back(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(text[:40]))):
        Moment.parse(text)


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_a_value_error(text: str) -> None:
    try:
        moment = Moment.parse(text)
    except ValueError:
        return
    assert moment.earliest <= moment.latest


@given(moments)
def test_a_moment_reads_itself_back(moment: Moment) -> None:
    assert Moment.parse(moment.local) == moment


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_time_with_a_zone_is_kept_as_the_same_instant_in_utc(at: datetime, minutes: int) -> None:
    given_at = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    kept = Moment.parse(given_at.isoformat()).value
    assert datetime.fromisoformat(kept.replace("Z", "+00:00")) == given_at.astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "day", "local"),
    [
        ("2023-03-20T06:00:00+08:00", date(2023, 3, 20), "2023-03-20T06:00:00+08:00"),
        ("2023-03-20T22:30-0545", date(2023, 3, 20), "2023-03-20T22:30-05:45"),
        ("2023-01-01T00:10+01", date(2023, 1, 1), "2023-01-01T00:10+01:00"),
        ("2023-03-20T22:30Z", date(2023, 3, 20), "2023-03-20T22:30Z"),
    ],
    ids=["ahead of UTC", "behind UTC", "over new year", "in UTC"],
)
def test_days_are_those_of_the_clock_that_the_time_was_written_by(text: str, day: date, local: str) -> None:
    moment = Moment.parse(text)
    assert moment.interval == Interval.on(day)
    assert moment.local == local


def test_moments_of_different_zones_are_ordered_by_the_instant() -> None:
    east, west = Moment.parse("2023-03-20T06:00+08:00"), Moment.parse("2023-03-19T20:00-05:00")
    assert east < west
    assert east.end < west.end


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-03-20", date(2023, 3, 20), date(2023, 3, 20)),
        ("2023-03-20T09:30Z", date(2023, 3, 20), date(2023, 3, 20)),
    ],
)
def test_moment_may_lie_on_every_day_its_precision_leaves_open(value: str, earliest: date, latest: date) -> None:
    assert Moment(value).interval == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("value", "end"),
    [
        ("2023", "2023-12-31T23:59:59Z"),
        ("2023-02", "2023-02-28T23:59:59Z"),
        ("2023-03-20", "2023-03-20T23:59:59Z"),
        ("2023-03-20T09:30Z", "2023-03-20T09:30:59Z"),
        ("2023-03-20T09:30:15Z", "2023-03-20T09:30:15Z"),
    ],
)
def test_end_is_the_last_second_the_moment_may_be(value: str, end: str) -> None:
    assert Moment(value).end == end


@given(moments, moments)
def test_ends_sort_as_the_instants_they_write(one: Moment, other: Moment) -> None:
    def at(moment: Moment) -> datetime:
        return datetime.fromisoformat(moment.end.removesuffix("Z"))

    assert (one.end < other.end) == (at(one) < at(other))


@given(moments)
def test_end_is_never_before_the_moment_itself(moment: Moment) -> None:
    assert moment.end[:10] == Moment(moment.value).latest.isoformat()
    assert moment.end >= Moment(moment.value).earliest.isoformat()


def test_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="expected earliest <= latest"):
        Interval(earliest=date(2023, 3, 2), latest=date(2023, 3, 1))


@pytest.mark.parametrize(
    ("interval", "count"),
    [
        (Interval.on(date(2023, 3, 20)), 1),
        (Interval(earliest=date(2024, 2, 28), latest=date(2024, 3, 1)), 3),
        (Interval(earliest=date(2024, 2, 28)), None),
        (Interval(latest=date(2024, 2, 28)), None),
        (Interval(), None),
    ],
    ids=["one day", "over a leap day", "open end", "open beginning", "open"],
)
def test_days_are_counted_with_both_ends(interval: Interval, count: int | None) -> None:
    assert interval.days == count


@given(intervals, intervals)
def test_intervals_overlap_exactly_when_they_have_days_in_common(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == (one.intersection(other) is not None)
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals, intervals, days)
def test_intersection_holds_the_days_that_lie_in_both(one: Interval, other: Interval, day: date) -> None:
    both = one.intersection(other)
    assert (both is not None and _holds(both, day)) == (_holds(one, day) and _holds(other, day))


def _holds(interval: Interval, day: date) -> bool:
    return (interval.earliest or date.min) <= day <= (interval.latest or date.max)


@pytest.mark.parametrize(("gap", "shared"), [(0, True), (1, True), (2, True), (3, False)])
def test_slack_bridges_that_many_days(gap: int, shared: bool) -> None:
    first = Interval.on(date(2023, 3, 1))
    second = Interval.on(date(2023, 3, 1) + timedelta(days=gap))
    assert first.overlaps(second, slack=2) is shared
    assert second.overlaps(first, slack=2) is shared


@pytest.mark.parametrize("day", [date.min, date.max], ids=["first day", "last day"])
def test_slack_at_the_end_of_the_calendar_does_not_fall_off_it(day: date) -> None:
    edge, other = Interval.on(day), Interval.on(date(2023, 3, 1))
    assert not edge.overlaps(other, slack=1)
    assert not other.overlaps(edge, slack=1)
    assert edge.overlaps(edge, slack=1)

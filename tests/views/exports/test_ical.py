"""Calendars: valid by a strict reading of RFC 5545, whatever a report says; the same entry however often it is exported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import StageError
from dateline.model import Interval
from dateline.views.exports.ical import _text, _window, folded
from dateline.views.record import Record
from tests.views.exports.events_told import GONE, OTHER, VISIT, told, written
from tests.views.test_tables import OSLO, make_table

ONCE = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE", "CREATED", "LAST-MODIFIED"}
TEXT = re.compile(r"(?:[^\x00-\x08\x0a-\x1f\x7f\\;,]|\\[\\;,n])*")
"""A TEXT value: no bare separator, no control, no unknown escape (RFC 5545, 3.3.11)."""


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with told() as record:
        yield record


def unfolded(content: bytes) -> list[str]:
    """Return the content lines of a calendar, checking all that the format says of lines."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    for line in physical:
        line.decode()  # no letter is split between two lines
    return content[:-2].replace(b"\r\n ", b"").decode().split("\r\n")


def entries(content: bytes) -> dict[str, dict[str, str]]:
    """Return the events of a calendar by UID, checking structure, required properties and value types."""
    lines = unfolded(content)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    found: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    for line in lines[1:-1]:
        name, separator, value = line.partition(":")
        assert separator
        assert re.fullmatch(r"[A-Z-]+(;VALUE=DATE)?", name)
        if line == "BEGIN:VEVENT":
            assert current is None
            current = {}
        elif line == "END:VEVENT":
            assert current is not None
            found[current["UID"]], current = current, None
        elif current is not None:
            assert name.partition(";")[0] not in current
            current[name.partition(";")[0]] = value
    for entry in found.values():
        check(entry)
    return found


def check(entry: dict[str, str]) -> None:
    assert set(entry) >= ONCE
    assert all(TEXT.fullmatch(entry.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION"))
    assert entry["STATUS"] in ("TENTATIVE", "CONFIRMED", "CANCELLED")
    assert int(entry["SEQUENCE"]) >= 0
    first = datetime.strptime(entry["DTSTART"], "%Y%m%d")
    assert datetime.strptime(entry["DTEND"], "%Y%m%d") > first
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        datetime.strptime(entry[name], "%Y%m%dT%H%M%SZ")
    if "GEO" in entry:
        assert re.fullmatch(r"-?\d+\.\d+;-?\d+\.\d+", entry["GEO"])


def uid(event: str) -> str:
    return f"{event}@dateline"


def calendar(record: Record, **question: Any) -> dict[str, dict[str, str]]:
    return entries(written("ical", record.events(**question)))


def test_hostile_words_stay_words(record: Record) -> None:
    entry = calendar(record)[uid(OTHER)]
    plain = entry["DESCRIPTION"].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert "<script>alert(1)</script> {soon}" in plain
    assert "BEGIN:VEVENT" in plain
    assert "visit \\Peru\\" in plain


def test_days_are_whole_and_the_last_one_is_exclusive(record: Record) -> None:
    entry = calendar(record)[uid(OTHER)]
    assert (entry["DTSTART"], entry["DTEND"]) == ("20231230", "20240103")
    assert (entry["LOCATION"], entry["GEO"]) == ("Lima\\; a\\,b", "-12.043000;-77.028300")


def test_visit_that_was_announced_and_made_keeps_its_uid_and_is_revised(record: Record) -> None:
    before, after = calendar(record, as_of="2023-03-17")[uid(VISIT)], calendar(record)[uid(VISIT)]
    assert (before["STATUS"], before["SEQUENCE"]) == ("TENTATIVE", "0")
    assert (after["STATUS"], after["SEQUENCE"]) == ("CONFIRMED", "1")
    assert before["DTSTAMP"] == "20230317T235959Z"
    assert after["DTSTAMP"] == "20230320T093000Z"
    assert after["CREATED"] == before["CREATED"]


def test_what_was_called_off_is_cancelled(record: Record) -> None:
    entry = calendar(record)[uid(GONE)]
    assert (entry["STATUS"], entry["X-DATELINE-STATUS"]) == ("CANCELLED", "cancelled")


def test_expected_events_without_a_day_are_left_out(record: Record) -> None:
    expected = record.expected()
    assert len(expected) == 2
    assert list(entries(written("ical", expected))) == [uid(OTHER)]


def test_same_record_gives_the_same_bytes(record: Record) -> None:
    assert written("ical", record.events()) == written("ical", record.events())


def test_table_of_anything_else_is_refused() -> None:
    with pytest.raises(StageError, match="for events"):
        written("ical", make_table(OSLO))


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (None, None),
        (Interval(), None),
        (Interval(latest=date(2023, 3, 20)), (date(2023, 3, 20), date(2023, 3, 20))),
        (Interval(earliest=date(2023, 3, 20)), (date(2023, 3, 20), date(2023, 3, 20))),
    ],
    ids=["none", "open", "by a day", "since a day"],
)
def test_open_interval_is_shown_on_the_day_that_is_known(interval: Interval | None, shown: object) -> None:
    assert _window(interval) == shown


@given(st.text())
def test_any_text_is_a_text_value_and_folds_back(text: str) -> None:
    value = _text(text)
    assert TEXT.fullmatch(value)
    assert unfolded(folded(f"X:{value}")) == [f"X:{value}"]

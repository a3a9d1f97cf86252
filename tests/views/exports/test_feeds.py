"""Atom and JSON Feed: well-formed and complete whatever a report says, newest first, an entry for each new status."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from dateline.errors import StageError
from dateline.views.exports import atom
from dateline.views.exports.entries import entries_of
from dateline.views.record import Record
from tests.views.exports.events_told import GONE, HOSTILE, OTHER, VISIT, told, written
from tests.views.test_tables import OSLO, make_table

A = f"{{{atom.ATOM}}}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with told() as record:
        yield record


def feed_of(content: bytes) -> ElementTree.Element:
    """Return a feed, checking what RFC 4287 requires of it and its entries."""
    feed = ElementTree.fromstring(content)
    assert feed.tag == f"{A}feed"
    assert feed.find(f"{A}author/{A}name") is not None
    for element in (feed, *feed.findall(f"{A}entry")):
        for required in ("id", "title", "updated"):
            (found,) = element.findall(f"{A}{required}")
            assert found.text
        assert INSTANT.fullmatch(element.findtext(f"{A}updated") or "")
    ids = [entry.findtext(f"{A}id") for entry in feed.findall(f"{A}entry")]
    assert len(ids) == len(set(ids))
    return feed


def json_feed(content: bytes) -> list[dict[str, Any]]:
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert all(item["id"] and item["content_text"] for item in feed["items"])
    items: list[dict[str, Any]] = feed["items"]
    return items


def test_both_feeds_hold_the_same_entries_newest_first(record: Record) -> None:
    entries = feed_of(written("atom", record.events())).findall(f"{A}entry")
    items = json_feed(written("jsonfeed", record.events()))
    assert [entry.findtext(f"{A}id") for entry in entries] == [item["id"] for item in items]
    assert [entry.findtext(f"{A}content") for entry in entries] == [item["content_text"] for item in items]
    updated = [item["date_modified"] for item in items]
    assert updated == sorted(updated, reverse=True)


def test_hostile_words_stay_words(record: Record) -> None:
    content = written("atom", record.events())
    assert b"<script" not in content
    (entry,) = [e for e in feed_of(content).findall(f"{A}entry") if OTHER in (e.findtext(f"{A}id") or "")]
    told_words = entry.findtext(f"{A}content") or ""
    assert " ".join(HOSTILE.split()) in told_words
    assert entry.find(f"{A}content").get("type") == "text"  # type: ignore[union-attr]


def test_new_status_is_a_new_entry_and_another_report_an_update(record: Record) -> None:
    before = {
        item["_dateline"]["event"]: item for item in json_feed(written("jsonfeed", record.events(as_of="2023-03-17")))
    }
    after = {item["_dateline"]["event"]: item for item in json_feed(written("jsonfeed", record.events()))}
    assert before[VISIT]["id"].endswith(f"{VISIT}:expected")
    assert after[VISIT]["id"].endswith(f"{VISIT}:happened")
    assert (after[VISIT]["date_published"], after[VISIT]["_dateline"]["reports"]) == (
        "2023-03-20T09:30:00Z",
        ["friday", "monday"],
    )


def test_changes_are_told_as_a_person_would(record: Record) -> None:
    items = json_feed(written("jsonfeed", record.changes(since="2023-03-17", until="2023-03-23")))
    titles = {item["_dateline"]["event"]: item["title"] for item in items}
    assert set(titles) == {VISIT, OTHER, GONE}
    assert titles[VISIT] == "Norway: visit to Peru (2023-03-20), told by Andes Post. It had been expected (2023-03-20)."


def test_undated_reports_do_not_stand_at_the_head_of_a_feed(record: Record) -> None:
    items = json_feed(written("jsonfeed", record.events()))
    assert items[-1]["date_modified"] == "1970-01-01T00:00:00Z"


def test_entry_leads_to_the_page_of_its_event_where_there_is_one(record: Record) -> None:
    entries = entries_of(record.events(), format_="atom")
    rendered = atom.render(entries, title="x", self_url="http://h/feeds/a?b=1&c=2", base="http://h/events/")
    feed = feed_of(rendered)
    assert feed.find(f"{A}link").get("href") == "http://h/feeds/a?b=1&c=2"  # type: ignore[union-attr]
    assert f"http://h/events/{VISIT}" in [link.get("href") for link in feed.findall(f"{A}entry/{A}link")]


@pytest.mark.parametrize("format_", ["atom", "jsonfeed"])
def test_same_record_gives_the_same_bytes_and_another_table_is_refused(record: Record, format_: str) -> None:
    assert written(format_, record.events()) == written(format_, record.events())
    with pytest.raises(StageError, match="events and changes"):
        written(format_, make_table(OSLO))

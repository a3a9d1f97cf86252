"""Feeds and calendars over HTTP: what they follow, where their links lead, and that no token is told in them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from dateline.serve import ServeOptions, create_app
from dateline.views.exports.atom import ATOM
from tests.serve.conftest import ADDRESS
from tests.serve.rest.conftest import DUE, VISIT, api, full_store
from tests.views.exports.test_feeds import feed_of
from tests.views.exports.test_ical import entries

__all__ = ["api", "full_store"]

A = f"{{{ATOM}}}"


def events(feed: ElementTree.Element) -> list[str]:
    return ["".join((entry.findtext(f"{A}id") or "").partition("evt:")[1:])[:20] for entry in feed.findall(f"{A}entry")]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, {VISIT, DUE}),
        ({"entity": "Chile"}, {DUE}),
        ({"q": "glad"}, {VISIT}),
        ({"story": "sto:00000000000000aa"}, {VISIT}),
        ({"as_of": "2023-03-18"}, {VISIT}),
        ({"q": "nothing like it"}, set()),
    ],
    ids=["all", "entity", "search", "story", "as of", "nothing"],
)
def test_feed_has_the_events_of_what_it_follows(api: TestClient, given: dict[str, str], found: set[str]) -> None:
    feed = feed_of(api.get("/feeds/events.atom", params=given).content)
    assert set(events(feed)) == found
    items = api.get("/feeds/events.json", params=given).json()["items"]
    assert [item["_dateline"]["event"] for item in items] == events(feed)


def test_entries_lead_to_pages_and_the_feed_to_itself(api: TestClient) -> None:
    feed = feed_of(api.get("/feeds/events.atom", params={"entity": "Chile"}).content)
    assert feed.find(f"{A}link").get("href") == f"{ADDRESS}/feeds/events.atom?entity=Chile"  # type: ignore[union-attr]
    leads = feed.find(f"{A}entry/{A}link")
    assert leads is not None
    assert api.get(str(leads.get("href"))).status_code == 200


def test_token_in_the_address_opens_a_feed_and_is_not_told_in_it(full_store: Path) -> None:
    with TestClient(create_app(full_store, options=ServeOptions(token="sesame")), base_url=ADDRESS) as guarded:
        assert guarded.get("/feeds/events.atom").status_code == 401
        opened = guarded.get("/feeds/events.atom", params={"token": "sesame"})
        assert opened.status_code == 200
        assert "sesame" not in opened.text


def test_calendar_has_what_was_announced_and_what_came_of_it(api: TestClient) -> None:
    found = entries(api.get("/feeds/expected.ics").content)
    assert set(found) == {f"{VISIT}@dateline", f"{DUE}@dateline"}
    assert found[f"{DUE}@dateline"]["STATUS"] == "TENTATIVE"
    assert set(entries(api.get("/feeds/expected.ics", params={"entity": "Chile"}).content)) == {f"{DUE}@dateline"}
    assert entries(api.get("/feeds/expected.ics", params={"as_of": "2000-01-01"}).content) == {}


def test_feed_that_has_not_changed_is_not_sent_again(api: TestClient) -> None:
    first = api.get("/feeds/events.json")
    again = api.get("/feeds/events.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_time_are_answered(api: TestClient, as_of: str) -> None:
    for path in ("events.atom", "events.json", "expected.ics"):
        assert api.get(f"/feeds/{path}", params={"as_of": as_of}).status_code == 200

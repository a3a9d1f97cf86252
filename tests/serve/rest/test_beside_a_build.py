"""Readers beside a writer: no question fails while a build commits, and each answer is of one committed state."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from dateline.serve import create_app
from dateline.store import Store, Writer
from tests.records import AT, report
from tests.serve.conftest import ADDRESS
from tests.serve.rest.conftest import VISIT, write

COMMITS = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "r.db", create=True) as store:
        write(store)
    return tmp_path / "r.db"


def build(path: Path, done: Event) -> None:
    """Add reports two at a time, each two in one commit."""
    try:
        with Store(path, create=True) as store:
            for number in range(COMMITS):
                two = [report(f"Talks {number} {side}.", id=f"t{number}{side}") for side in ("a", "b")]
                with store.transaction() as connection:
                    Writer(connection, run="run:1").add_documents(two, reader="documents 1", at=AT)
    finally:
        done.set()


def asked(api: TestClient, done: Event) -> Iterator[tuple[str, str]]:
    """Yield what reports were told, by JSON and by CSV, and check all other answers, until the build is done."""
    while not done.is_set():
        for address in (f"/api/v1/events/{VISIT}", "/api/v1/search?q=Norway", "/feeds/events.json", "/"):
            response = api.get(address)
            assert response.status_code == 200, response.text
        listed = api.get("/api/v1/reports", params={"limit": 1000})
        assert listed.status_code == 200, listed.text
        yield "json", "".join(row["report"] + " " for row in listed.json()["items"])
        table = api.get("/api/v1/reports", params={"limit": 1000, "format": "csv"})
        rows = csv.DictReader(io.StringIO(table.content.decode(), newline=""))
        yield "csv", "".join(row["report"] + " " for row in rows)


@pytest.mark.slow
def test_no_question_fails_beside_a_build_and_no_answer_is_of_two_states(path: Path) -> None:
    done = Event()
    with TestClient(create_app(path), base_url=ADDRESS) as api, ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(lambda: list(asked(api, done))) for _ in range(3)]
        pool.submit(build, path, done).result()
        answers = [answer for reader in readers for answer in reader.result()]
        last = api.get("/api/v1/reports", params={"limit": 1000}).json()["items"]
    assert answers
    for _, told in answers:
        names = [name for name in told.split() if name.startswith("t")]
        assert {name[:-1] for name in names if name.endswith("a")} == {
            name[:-1] for name in names if name.endswith("b")
        }
    assert len([row for row in last if row["report"].startswith("t")]) == 2 * COMMITS


def test_pages_asked_beside_a_build_lose_nothing_that_was_there(path: Path) -> None:
    with TestClient(create_app(path), base_url=ADDRESS) as api:
        before = [row["id"] for row in api.get("/api/v1/reports").json()["items"]]
        page = api.get("/api/v1/reports", params={"limit": 1}).json()
        seen = [row["id"] for row in page["items"]]
        build(path, Event())
        while page["next"]:
            page = api.get("/api/v1/reports", params={"limit": 20, "cursor": page["next"]}).json()
            seen += [row["id"] for row in page["items"]]
    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in before] == before

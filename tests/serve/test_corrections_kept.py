"""Corrections on a record that was built: entered by the forms of the pages, shown, kept through a rebuild, taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline import api
from dateline.serve import create_app
from tests.serve.conftest import ADDRESS

pytestmark = pytest.mark.slow
OURS = {"sec-fetch-site": "same-origin"}
REPORTS = (
    {"id": "a", "published_at": "2023-03-20", "outlet": "Post", "text": "Norway's king visited Peru on Sunday."},
    {"id": "b", "published_at": "2023-03-21", "outlet": "Herald", "text": '"We agree," Chilean officials said.'},
)
LATER = {"id": "c", "published_at": "2023-03-18", "outlet": "Post", "text": "Norway's king will visit Peru on Sunday."}


class Forms(HTMLParser):
    """The forms of a page, each as a browser would send it if nothing was filled in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append({})
        if tag == "input" and self.found and given.get("name") and (given.get("type") != "radio" or "checked" in given):
            self.found[-1][given["name"] or ""] = given.get("value") or ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    api.read(tmp_path / "reports.jsonl", store=tmp_path / "r.db").close()
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(folder / "r.db"), base_url=ADDRESS) as made:
        yield made


def form_of(client: TestClient, path: str, **given: str) -> dict[str, str]:
    """Return the form of a page that has all these fields, filled in with them."""
    for form in Forms(client.get(path).text).found:
        if set(given) <= set(form):
            return {**form, **given}
    raise AssertionError(f"{path} has no form with {sorted(given)}")


def rebuild(folder: Path) -> None:
    """Add a report that comes late, so that what follows it is linked anew."""
    (folder / "later.jsonl").write_text(json.dumps(LATER), encoding="utf-8")
    api.read(folder / "later.jsonl", store=folder / "r.db").close()


def event_of(client: TestClient) -> str:
    items = client.get("/api/v1/events").json()["items"]
    return next(f"/events/{item['id']}" for item in items if "visit" in item["headline"].lower())


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [("date", "2023-03-17", "17 March 2023"), ("code", "AID:financial", "Event · aid, financial")],
)
def test_act_that_is_put_right_stays_so_until_it_is_taken_back(
    folder: Path, client: TestClient, field: str, value: str, shown: str
) -> None:
    event = event_of(client)
    assert shown not in client.get(event).text
    mention = client.get(event, params={"format": "json"}).json()[0]["mention"]
    form = form_of(client, event, finding=mention, field=field, value=value, why="the palace says so", author="Ada")
    listed = client.post("/corrections", data=form, headers=OURS)
    assert all(words in listed.text for words in ("Entered", value, "the palace says so", "Ada", "visited Peru"))
    rebuild(folder)
    assert shown in client.get(f"/events/{mention}").text
    undo = form_of(client, "/corrections", judgement=api_judgement(client))
    assert "taken back" in client.post("/corrections/undo", data=undo, headers=OURS).text
    assert shown not in client.get(f"/events/{mention}").text


def test_speaker_that_is_put_right_stays_so_until_it_is_taken_back(folder: Path, client: TestClient) -> None:
    assert "Norway says" not in client.get("/reports/b").text
    form = form_of(client, "/reports/b", field="speaker", value="Norway")
    listed = client.post("/corrections", data=form, headers=OURS)
    assert "Speaker of what was said: Norway" in listed.text
    rebuild(folder)
    assert "Norway says" in client.get("/reports/b").text
    assert [one["speaker"] for one in client.get("/api/v1/quotations").json()["items"]] == ["Norway"]
    undo = form_of(client, "/corrections", judgement=api_judgement(client))
    client.post("/corrections/undo", data=undo, headers=OURS)
    assert "Norway says" not in client.get("/reports/b").text


def test_two_that_are_one_are_one_until_it_is_taken_back(folder: Path, client: TestClient) -> None:
    form = form_of(client, "/entities/Peru", left="", right="Norway", why="for once")
    form["left"] = client.get("/api/v1/entities", params={"q": "Peru"}).json()["items"][0]["id"]
    assert "Entered" in client.post("/corrections", data=form, headers=OURS).text
    rebuild(folder)
    assert named(client, "Peru") == named(client, "Norway")
    undo = form_of(client, "/corrections", judgement=api_judgement(client))
    client.post("/corrections/undo", data=undo, headers=OURS)
    assert named(client, "Peru") != named(client, "Norway")


def test_value_that_cannot_be_is_refused_and_enters_nothing(client: TestClient) -> None:
    event = event_of(client)
    refused = client.post("/corrections", data=form_of(client, event, field="code", value="NONSENSE"), headers=OURS)
    assert refused.status_code == 400
    assert client.get("/api/v1/judgements").json()["items"] == []


def api_judgement(client: TestClient) -> str:
    (item,) = client.get("/api/v1/judgements").json()["items"]
    return str(item["id"])


def named(client: TestClient, name: str) -> str:
    return str(client.get(f"/api/v1/entities/{name}").json()["id"])

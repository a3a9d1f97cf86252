"""Corrections by form: what is entered goes where `dateline judge` goes, and only from a page of ours."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline import api

OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Return the calls that would enter something, which takes the language model and is tested with the pipeline."""
    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    for name in ("judge", "amend", "retract"):
        monkeypatch.setattr(api, name, lambda *given, _name=name, **named: calls.append((_name, given, named)))
    return calls


def test_judgement_is_entered_with_author_and_reason(
    client: TestClient, entered: list[Any], small_store: object
) -> None:
    form = {"left": "ent:NOR", "right": "ent:PER", "verdict": "different", "why": "two states", "author": "Ada"}
    answer = client.post("/corrections", data=form, headers=OURS, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections?done=entered")
    ((name, given, named),) = entered
    assert (name, given) == ("judge", ("negative", "ent:NOR", "ent:PER"))
    assert named == {"store": str(small_store), "author": "Ada", "why": "two states", "within": None}


def test_finding_is_put_right(client: TestClient, entered: list[Any]) -> None:
    form = {"finding": "men:1", "field": "date", "value": " 2023-03-20 "}
    assert client.post("/corrections", data=form, headers=OURS, follow_redirects=False).status_code == 303
    ((name, given, named),) = entered
    assert (name, given) == ("amend", ("date", "men:1", "2023-03-20"))
    assert named["author"] == "user"


def test_judgement_is_taken_back(client: TestClient, entered: list[Any]) -> None:
    client.post("/corrections/undo", data={"judgement": "jud:1"}, headers=OURS, follow_redirects=False)
    assert entered[0][:2] == ("retract", ("jud:1",))


@pytest.mark.parametrize(
    "form", [{}, {"left": "ent:NOR"}, {"verdict": "same"}, {"verdict": "perhaps", "left": "ent:NOR"}]
)
def test_form_that_says_nothing_enters_nothing(client: TestClient, entered: list[Any], form: dict[str, str]) -> None:
    assert client.post("/corrections", data=form, headers=OURS).status_code == 400
    assert entered == []


def test_another_site_enters_nothing(client: TestClient, entered: list[Any]) -> None:
    form = {"left": "ent:NOR", "right": "ent:PER", "verdict": "same"}
    assert client.post("/corrections", data=form, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert entered == []


def test_page_has_forms_for_what_can_be_corrected(pages: TestClient) -> None:
    event = pages.get("/events/evt:00000000000000aa").text
    assert 'name="verdict"' in event
    assert 'name="field" value="code"' in event
    assert 'name="field" value="speaker"' in pages.get("/reports/friday").text

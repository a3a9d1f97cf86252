"""The page and the answer for a story that has parts, and for one that is a part."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from dateline.serve import create_app
from tests.serve.conftest import ADDRESS
from tests.views.test_story_parts import write_siege


def test_story_and_its_parts_lead_to_each_other(tmp_path: Path) -> None:
    with TestClient(create_app(write_siege(tmp_path / "r.db")), base_url=ADDRESS) as client:
        items = client.get("/api/v1/stories").json()["items"]
        (part,) = [item for item in items if item["part_of"]]
        whole = client.get(f"/api/v1/stories/{part['part_of']}").json()
        assert whole["parts"] == [{"id": part["id"], "title": part["title"]}]
        assert whole["part_of"] is None
        below = client.get(f"/api/v1/stories/{part['id']}").json()
        assert (below["part_of"], below["parts"]) == ({"id": whole["id"], "title": whole["title"]}, [])
        assert f"/stories/{part['id']}" in client.get(f"/stories/{whole['id']}").text
        assert f"/stories/{whole['id']}" in client.get(f"/stories/{part['id']}").text


def test_parts_that_begin_later_are_not_shown_as_of_a_day(tmp_path: Path) -> None:
    with TestClient(create_app(write_siege(tmp_path / "r.db")), base_url=ADDRESS) as client:
        (whole,) = client.get("/api/v1/stories", params={"as_of": "2023-03-01"}).json()["items"]
        then = client.get(f"/api/v1/stories/{whole['id']}", params={"as_of": "2023-03-01"}).json()
        now = client.get(f"/api/v1/stories/{whole['id']}").json()
    assert (then["parts"], len(now["parts"])) == ([], 1)

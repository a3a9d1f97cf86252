"""Every route: what it answers is what the OpenAPI document says, as of a day, tagged, in every form, and refused in one shape."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pyarrow.ipc
import pytest
from fastapi.testclient import TestClient

from dateline.serve import create_app
from dateline.store import Store, Writer
from tests.records import report
from tests.serve.conftest import ADDRESS
from tests.serve.rest.conftest import DUE, FRIDAY, HOSTILE, MONDAY, VISIT, write

NAMES = {"reports": "friday", "events": VISIT, "entities": "Norway", "stories": "sto:00000000000000aa"}
ASKED = {
    "/timeline": {"entity": "Norway"},
    "/pair": {"one": "Norway", "other": "Peru"},
    "/search": {"q": "Norway"},
    "/changes": {"since": "2023-03-16"},
    "/brief": {"since": "2023-03-16"},
}
"""What routes are asked that must, or had better, be asked something."""

LISTS = [
    "/reports",
    "/events",
    "/timeline",
    "/expected",
    "/changes",
    "/entities",
    "/pair",
    "/quotations",
    "/positions",
    "/utterances",
    "/stories",
    "/search",
    "/sources",
    "/disagreements",
    "/judgements",
    "/failures",
]
PAGED = ["/reports", "/events", "/entities", "/quotations", "/positions", "/utterances", "/stories"]


def ask(api: TestClient, path: str, **given: Any) -> Any:
    address = path if path.startswith("/feeds/") else f"/api/v1{path}"
    response = api.get(address, params={**ASKED.get(path, {}), **given})
    assert response.status_code == 200, response.text
    return response


def filled(api: TestClient, path: str) -> str:
    """Return a path of the document with a name in it."""
    kind = path.removeprefix("/api/v1/").partition("/")[0]
    name = NAMES.get(kind) or api.get("/api/v1/quotations").json()["items"][0]["id"]
    return path.removeprefix("/api/v1").replace("{name}", quote(name))


def paths(api: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = api.get("/api/v1/openapi.json").json()
    return document["paths"]


def test_routes_are_those_of_the_design(api: TestClient) -> None:
    assert {f"/api/v1{path}" for path in LISTS} <= set(paths(api))
    assert {f"/api/v1/{kind}/{{name}}" for kind in (*NAMES, "quotations")} <= set(paths(api))


def test_every_route_answers_what_the_document_says_and_its_example_fits_too(api: TestClient) -> None:
    for path, operations in paths(api).items():
        response = ask(api, filled(api, path))
        told = operations["get"]["responses"]["200"]["content"]
        media_type = response.headers["content-type"].partition("; charset")[0]
        assert media_type in told, (path, media_type)
        if "json" in media_type and "citation" not in path:
            jsonschema.validate(response.json(), told[media_type]["schema"])
            jsonschema.validate(told[media_type]["example"], told[media_type]["schema"])


@pytest.mark.parametrize("path", LISTS)
def test_every_list_has_something_to_tell(api: TestClient, path: str) -> None:
    assert ask(api, path).json()["items"] or path == "/disagreements"


@pytest.mark.parametrize("path", LISTS)
def test_csv_and_arrow_tell_the_same_rows(api: TestClient, path: str) -> None:
    items = ask(api, path).json()["items"]
    rows = list(csv.DictReader(io.StringIO(ask(api, path, format="csv").content.decode(), newline="")))
    table = pyarrow.ipc.open_stream(ask(api, path, format="arrow").content).read_all()
    assert len(rows) == len(items) == table.num_rows
    for item, row, found in zip(items, rows, table.to_pylist(), strict=True):
        assert list(row) == list(found)
        assert set(row) == set(item)
        days = {name: str(value) for name, value in found.items() if hasattr(value, "isoformat")}
        assert {**found, **days} == item


@pytest.mark.parametrize("path", LISTS)
def test_no_cell_of_a_csv_file_is_a_formula(api: TestClient, path: str) -> None:
    rows = csv.reader(io.StringIO(ask(api, path, format="csv").content.decode(), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "+", "@", "\t", "\r")) or (cell.startswith("-") and not number(cell))
    ]


def number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()


def test_hostile_words_are_given_exactly(api: TestClient) -> None:
    assert ask(api, "/reports/friday").json()["text"] == HOSTILE
    quotation = next(one for one in ask(api, "/quotations").json()["items"] if one["report"] == "friday")
    evidence = ask(api, f"/quotations/{quotation['id']}").json()["evidence"][0]
    assert evidence["words"] == HOSTILE[evidence["start"] : evidence["end"]]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv"),
        ("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow.stream"),
        ("text/html, application/json;q=0.5, */*;q=0.1", "application/json"),
        ("application/json;q=0.1, text/csv;q=0.9", "text/csv"),
        ("*/*", "application/json"),
        ("", "application/json"),
    ],
)
def test_form_is_what_is_accepted(api: TestClient, accept: str, media_type: str) -> None:
    response = api.get("/api/v1/reports", headers={"accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert response.headers["vary"] == "Accept"


def test_form_that_there_is_not_is_refused(api: TestClient) -> None:
    assert api.get("/api/v1/reports", headers={"accept": "image/png"}).status_code == 406
    assert api.get("/api/v1/events/x", headers={"accept": "text/csv"}).status_code in (404, 406)
    assert api.get("/api/v1/reports", params={"format": "xml"}).status_code == 422


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("path", PAGED)
def test_pages_together_are_the_whole_answer(api: TestClient, path: str, order: str) -> None:
    whole = [row["id"] for row in ask(api, path, order=order, limit=100).json()["items"]]
    found, cursor = [], None
    for _ in range(20):
        page = ask(api, path, order=order, limit=1, **({"cursor": cursor} if cursor else {}))
        found += [row["id"] for row in page.json()["items"]]
        cursor = page.json()["next"]
        assert ("link" in page.headers) == (cursor is not None)
        if cursor is None:
            break
    assert found == whole


def test_next_page_is_led_to_in_every_form(api: TestClient) -> None:
    first = api.get("/api/v1/reports", params={"limit": 2, "order": "oldest", "format": "csv"})
    address = first.headers["link"].partition(">")[0].removeprefix("<")
    second = api.get(address)
    assert second.headers["content-type"].startswith("text/csv")
    assert "copy" in second.text.splitlines()[1]


def test_cursor_of_another_question_is_refused(api: TestClient) -> None:
    cursor = ask(api, "/reports", limit=1).json()["next"]
    for path, given in (("/reports", {"as_of": "2023-03-20"}), ("/events", {}), ("/reports", {"order": "oldest"})):
        assert api.get(f"/api/v1{path}", params={"cursor": cursor, **given}).status_code == 404
    assert api.get("/api/v1/reports", params={"cursor": cursor, "limit": 3, "format": "csv"}).status_code == 200


def test_nothing_is_told_that_was_published_after_the_day(api: TestClient) -> None:
    for path, operations in paths(api).items():
        if not any(parameter["name"] == "as_of" for parameter in operations["get"].get("parameters", ())):
            continue
        asked = filled(api, path)
        address = asked if asked.startswith("/feeds/") else f"/api/v1{asked}"
        response = api.get(address, params={**ASKED.get(path[7:], {}), "as_of": "2023-03-17"})
        assert response.status_code in (200, 404), response.text
        assert not [word for word in ("monday", "copy", "denial", "undated") if f'"{word}"' in response.text], path


def test_status_is_that_of_the_day(api: TestClient) -> None:
    assert ask(api, f"/events/{VISIT}", as_of="2023-03-18").json()["status"] == "expected"
    assert ask(api, f"/events/{VISIT}").json()["status"] != "expected"
    assert [row["id"] for row in ask(api, "/events", status="expected").json()["items"]] == [DUE]
    assert [row["id"] for row in ask(api, "/expected", as_of="2023-03-17").json()["items"]] == [VISIT]


# Tags


def test_answer_that_still_holds_is_not_sent_again(api: TestClient) -> None:
    first = api.get("/api/v1/reports")
    tag = first.headers["etag"]
    for known in (tag, f'"x", {tag}', f"W/{tag}"):
        again = api.get("/api/v1/reports", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_tag_is_another_for_another_question_form_or_revision(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(path, create=True) as store:
        write(store)
        with TestClient(create_app(path), base_url=ADDRESS) as api:
            asked = [{}, {"as_of": "2023-03-17"}, {"format": "csv"}, {"limit": 1}]
            tags = [api.get("/api/v1/reports", params=one).headers["etag"] for one in asked]
            with store.transaction() as connection:
                late = report("Chile spoke.", id="late", published_at="2023-03-25")
                Writer(connection, run="run:1").add_documents([late], reader="documents 1", at="2024-01-01T00:00:00Z")
            again = api.get("/api/v1/reports", headers={"if-none-match": tags[0]})
    assert len(set(tags)) == len(tags)
    assert again.status_code == 200
    assert [row["report"] for row in again.json()["items"]][:2] == ["undated", "late"]


# Refusals


def test_every_route_refuses_in_one_shape(api: TestClient) -> None:
    for path, operations in paths(api).items():
        names = [parameter["name"] for parameter in operations["get"].get("parameters", ())]
        asked = filled(api, path) if path.startswith("/feeds/") else f"/api/v1{filled(api, path)}"
        wrong = [api.get(asked, params={"as_of": "soon"})] if "as_of" in names else []
        wrong += [api.get(asked, params={"limit": 0})] if "limit" in names else []
        wrong += [api.get(path.replace("{name}", "nobody"))] if "{name}" in path else []
        wrong += [api.post(asked), api.delete(asked)]
        for response in wrong:
            assert response.status_code in (404, 405, 422), (path, response.status_code)
            assert response.headers["content-type"] == "application/problem+json"
            assert set(response.json()) == {"status", "title", "detail"}
            assert response.json()["status"] == response.status_code


@pytest.mark.parametrize(
    ("path", "given", "status", "detail"),
    [
        ("/reports", {"as_of": "2023-02-30"}, 422, "as_of"),
        ("/reports", {"as_of": "2023-03"}, 422, "expected a day such as 2023-03-18"),
        ("/events", {"entity": "Atlantis"}, 404, "no entity is called 'Atlantis'"),
        ("/events", {"limit": 1001}, 422, "limit"),
        ("/events/evt:ffff", {}, 404, "nothing goes by 'evt:ffff'"),
        ("/events/friday", {}, 404, "expected the id of an event"),
        ("/quotations/friday", {}, 404, "expected the id of a quotation"),
        ("/reports", {"cursor": "nonsense"}, 404, "cursor"),
        ("/search", {}, 422, "q"),
        ("/nowhere", {}, 404, ""),
    ],
)
def test_wrong_question_is_told_what_was_expected(
    api: TestClient, full_store: Path, path: str, given: dict[str, Any], status: int, detail: str
) -> None:
    response = api.get(f"/api/v1{path}", params=given)
    assert response.status_code == status
    assert detail in response.json()["detail"]
    assert str(full_store) not in response.text


def test_period_that_is_none_has_nothing_in_it(api: TestClient) -> None:
    assert ask(api, "/changes", since="2024-01-01").json()["items"] == []
    assert ask(api, "/brief", since="2024-01-01").json()["changes"] == []
    assert ask(api, "/events", since="2023-04-01", until="2023-03-01").json()["items"] == []
    assert ask(api, "/expected", as_of="9999-12-31").json()["items"] == []
    assert ask(api, "/expected", as_of="0001-01-01", overdue=True).json()["items"] == []


def test_record_without_reports_has_nothing_to_tell(tmp_path: Path) -> None:
    Store(tmp_path / "r.db", create=True).close()
    with TestClient(create_app(tmp_path / "r.db"), base_url=ADDRESS) as api:
        for path in LISTS:
            given = {key: value for key, value in ASKED.get(path, {}).items() if key not in ("entity", "one", "other")}
            response = api.get(f"/api/v1{path}", params=given)
            assert (response.status_code == 200 and response.json()["items"] == []) or path == "/pair"
        assert api.get("/api/v1/").json()["last_day"] is None


def test_report_can_be_asked_for_by_either_id(api: TestClient) -> None:
    assert ask(api, f"/reports/{MONDAY.id}").json()["report"] == "monday"
    assert ask(api, "/reports/friday/citation").text.startswith("@article{")
    assert ask(api, "/reports/friday/citation", style="csl").json()[0]["note"] == f"dateline: {FRIDAY.id}"


def test_every_route_is_documented_with_its_parameters(api: TestClient) -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "rest.md").read_text("utf-8")
    for path, operations in paths(api).items():
        section = page.partition(f"\n## GET {path}\n")[2].partition("\n## ")[0]
        assert section, path
        told = [parameter["name"] for parameter in operations["get"].get("parameters", ())]
        assert [name for name in told if f"`{name}`" not in section] == []

"""Who may ask, from where, and what a browser may do with an answer."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dateline.serve import ServeOptions

BEARER = {"authorization": "Bearer open sesame"}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8731", "127.0.0.1@evil.example", "", "[::1", "10.0.0.1"]
)
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8731", "localhost:8731", "localhost", "[::1]:8731"])
def test_this_machine_goes_by_its_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_nothing_is_shown_without_the_token(guarded: TestClient) -> None:
    assert guarded.get("/").status_code == 401
    assert guarded.get("/api/v1/openapi.json").status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer other"}).status_code == 401


def test_token_in_the_address_becomes_a_cookie_and_leaves_the_address(guarded: TestClient) -> None:
    welcome = guarded.get("/", params={"token": "open sesame", "as_of": "2023-03-18"})
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/?as_of=2023-03-18")
    cookie = welcome.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert guarded.get("/").status_code == 200


def test_token_leads_to_no_other_host(guarded: TestClient) -> None:
    welcome = guarded.get(f"{guarded.base_url}//evil.example/", params={"token": "open sesame"})
    assert welcome.headers["location"].startswith("/evil.example")


def test_program_sends_the_token_itself(guarded: TestClient) -> None:
    assert guarded.get("/", headers=BEARER).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
    ],
    ids=["image", "another port", "frame"],
)
def test_another_site_cannot_fetch(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).status_code == 403


def test_another_site_can_link(client: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 405),
        ({"origin": "http://127.0.0.1:8731"}, 405),
    ],
    ids=["nothing said", "cross site", "same site", "typed", "origin", "opaque", "own page", "own origin"],
)
def test_only_our_pages_may_post(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/", headers=headers).status_code == status


def test_more_than_may_be_sent_is_refused(client: TestClient) -> None:
    sent = client.post("/", content=b"x" * 100_000, headers={"sec-fetch-site": "same-origin"})
    assert sent.status_code == 413


def test_more_than_may_be_sent_is_refused_though_its_length_is_not_told(client: TestClient) -> None:
    pieces = (b"why=" + b"a" * 1000 for _ in range(100))
    headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/corrections", content=pieces, headers=headers)
    assert "content-length" not in answer.request.headers
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/v1/nowhere", "/static/nowhere"])
def test_every_answer_allows_our_files_only(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_address_that_others_reach_needs_a_token() -> None:
    with pytest.raises(ValueError, match="token"):
        ServeOptions(host="0.0.0.0")
    assert not ServeOptions(host="0.0.0.0", token="x").is_local

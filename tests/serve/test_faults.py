"""What is answered when a question cannot be."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dateline.errors import NotFoundError, StoreBusyError, StoreError, StoreSlowError
from dateline.serve.faults import refusal_of


def test_page_says_what_was_expected(client: TestClient) -> None:
    answer = client.get("/", params={"as_of": "<b>soon"})
    assert answer.status_code == 400
    assert "xpected a day such as 2023-03-18" in answer.text
    assert "<b>soon" not in answer.text


def test_program_gets_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/nowhere")
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == 404


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("/home/me/r.db: nothing goes by 'x'"), 404),
        (StoreSlowError("r.db: stopped"), 503),
        (StoreBusyError("r.db: busy"), 409),
        (StoreError("/home/me/r.db: several"), 400),
        (ZeroDivisionError("secret"), 500),
    ],
    ids=["not found", "slow", "busy", "store", "unforeseen"],
)
def test_error_tells_nothing_of_the_machine(error: Exception, status: int) -> None:
    refusal = refusal_of(error)
    assert refusal.status == status
    assert "/home" not in refusal.detail
    assert "secret" not in refusal.detail

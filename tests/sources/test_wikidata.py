"""Asking Wikidata, by answers that were recorded: no test opens an address."""

from __future__ import annotations

from email.message import Message
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request

import pytest

from dateline.errors import SourceError
from dateline.sources.wikidata import ENDPOINT, Answer, Waiting, fetch_holders

ANSWER = (Path(__file__).parents[1] / "fixtures" / "wikidata-answer.json").read_bytes()


class Recorded:
    """An answer with its ETag."""

    def __init__(self, body: bytes = ANSWER) -> None:
        self._body = BytesIO(body)
        self.headers = Message()
        self.headers["ETag"] = '"seven"'

    def read(self, amount: int, /) -> bytes:
        return self._body.read(amount)


def refusal(code: int, wait: str | None = None) -> HTTPError:
    headers = Message()
    if wait is not None:
        headers["Retry-After"] = wait
    return HTTPError(ENDPOINT, code, "refused", headers, BytesIO())


class Server:
    """Gives its answers one by one, and notes what it was asked and how long it was left in peace."""

    def __init__(self, *answers: Answer | Exception) -> None:
        self._answers = list(answers)
        self.asked: list[Request] = []
        self.waited: list[float] = []

    @property
    def waiting(self) -> Waiting:
        return Waiting(fetch=self._fetch, sleep=self.waited.append)

    def _fetch(self, request: Request) -> Answer:
        self.asked.append(request)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_one_question_is_asked_with_a_name_and_the_first_day(tmp_path: Path) -> None:
    server = Server(Recorded())
    found = fetch_holders("2031-01-01", tmp_path, server.waiting)
    (request,) = server.asked
    (query,) = parse_qs(urlsplit(request.full_url).query)["query"]
    assert len(found) == 8
    assert found[0]["personLabel"] == "Ingrid Example"
    assert '"2031-01-01T00:00:00Z"' in query
    assert str(request.get_header("User-agent")).startswith("dateline ")


def test_unchanged_answer_is_not_sent_again(tmp_path: Path) -> None:
    first = fetch_holders("2031-01-01", tmp_path, Server(Recorded()).waiting)
    server = Server(refusal(304))
    assert fetch_holders("2031-01-01", tmp_path, server.waiting) == first
    assert server.asked[0].get_header("If-none-match") == '"seven"'


def test_another_question_does_not_take_the_kept_answer(tmp_path: Path) -> None:
    fetch_holders("2031-01-01", tmp_path, Server(Recorded()).waiting)
    server = Server(Recorded())
    fetch_holders("2032-01-01", tmp_path, server.waiting)
    assert server.asked[0].get_header("If-none-match") is None


def test_busy_server_is_left_in_peace_for_as_long_as_it_asks(tmp_path: Path) -> None:
    server = Server(refusal(429, "17"), refusal(503), Recorded())
    assert fetch_holders("2031-01-01", tmp_path, server.waiting)
    assert server.waited == [17.0, 20.0]


@pytest.mark.parametrize(
    ("answers", "told", "waits"),
    [
        ([URLError("no route")], "could not be reached (no route)", 0),
        ([TimeoutError("slow")], "could not be reached (slow)", 0),
        ([refusal(400)], "got 400 refused", 0),
        ([refusal(429, "9999")], "got 429 refused", 0),
        ([refusal(503, "1") for _ in range(3)], "got 503 refused", 2),
        ([Recorded(b"<html>")], "expected SPARQL results", 0),
    ],
    ids=["offline", "slow", "refused", "asks for hours", "stays busy", "no answer"],
)
def test_what_is_no_answer_is_an_error_that_says_so(
    tmp_path: Path, answers: list[Answer | Exception], told: str, waits: int
) -> None:
    server = Server(*answers)
    with pytest.raises(SourceError) as raised:
        fetch_holders("2031-01-01", tmp_path, server.waiting)
    assert told in str(raised.value)
    assert len(server.waited) == waits

"""Who leads which state, asked of Wikidata: one question to its public query service, politely, and kept.

The only module that uses the network, and only when a user asks for it. The answer is kept with its ETag, so that the next time an
unchanged one is not sent again. Wikidata is CC0.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from dateline.errors import SourceError

ENDPOINT = "https://query.wikidata.org/sparql"
USER_AGENT = "dateline (reads news reports; asks once for a user who wants newer office holders) Python-urllib"
TRIES = 3
LONGEST_WAIT = 120.0
"""Seconds: a server that asks for a longer wait is left alone."""
SECONDS = 90.0
_BUSY = (429, 500, 502, 503, 504)
_NOT_CHANGED = 304
_MOST = 32 << 20
_QUERY = """
SELECT ?iso3 ?role ?officeLabel ?person ?personLabel ?gender ?start ?startPrecision ?end ?endPrecision WHERE {
  ?country wdt:P298 ?iso3 .
  { ?country wdt:P1313 ?office . BIND("head-of-government" AS ?role) }
  UNION { ?country wdt:P1906 ?office . BIND("head-of-state" AS ?role) }
  ?person p:P39 ?held .
  ?held ps:P39 ?office ; pqv:P580 ?from .
  ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision .
  FILTER(?start >= "%s"^^xsd:dateTime)
  OPTIONAL { ?held pqv:P582 ?to . ?to wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision . }
  OPTIONAL { ?person wdt:P21 ?gender }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en" . }
} ORDER BY ?iso3 ?role ?start
"""


class Answer(Protocol):
    """What a server sends back."""

    headers: Message

    def read(self, amount: int, /) -> bytes: ...


Fetch = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How a server is asked: by what opens an address, and what waits between two tries."""

    fetch: Fetch = lambda request: urlopen(request, timeout=SECONDS)
    sleep: Callable[[float], None] = time.sleep


def fetch_holders(since: str, cache: Path, waiting: Waiting | None = None) -> list[Mapping[str, str]]:
    """Return who took over a state's highest offices since a day, one mapping of the query's variables a holding.

    Raises SourceError where the service cannot be reached, stays busy, or answers what is no answer.
    """
    query = " ".join((_QUERY % f"{since}T00:00:00Z").split())
    kept = _Kept(cache)
    address = f"{ENDPOINT}?{urlencode({'query': query, 'format': 'json'})}"
    headers = {"User-Agent": USER_AGENT, "Accept": "application/sparql-results+json", **kept.condition(query)}
    answer = _asked(Request(address, headers=headers), waiting or Waiting())
    if answer is None:
        return _bindings(kept.body())
    body = answer.read(_MOST)
    found = _bindings(body)
    kept.keep(query, answer.headers.get("ETag"), body)
    return found


class _Kept:
    """The last answer, with the question that it answers and its ETag."""

    def __init__(self, folder: Path) -> None:
        self._about, self._body = folder / "wikidata.json", folder / "wikidata-answer.json"

    def condition(self, query: str) -> dict[str, str]:
        try:
            about = json.loads(self._about.read_text(encoding="utf-8"))
            same = about["query"] == query and self._body.is_file()
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return {"If-None-Match": str(about["etag"])} if same and about.get("etag") else {}

    def body(self) -> bytes:
        return self._body.read_bytes()

    def keep(self, query: str, etag: str | None, body: bytes) -> None:
        self._body.parent.mkdir(parents=True, exist_ok=True)
        self._body.write_bytes(body)
        self._about.write_text(json.dumps({"query": query, "etag": etag}), encoding="utf-8")


def _asked(request: Request, waiting: Waiting) -> Answer | None:
    """Return the answer, or None where it is the one kept; a busy server is asked again after the time that it names."""
    for tried in range(1, TRIES + 1):
        try:
            return waiting.fetch(request)
        except HTTPError as error:
            with error:
                if error.code == _NOT_CHANGED:
                    return None
                pause = _pause(error.headers.get("Retry-After"), tried)
                if error.code not in _BUSY or tried == TRIES or pause > LONGEST_WAIT:
                    raise SourceError(f"{ENDPOINT}: expected an answer, got {error.code} {error.reason}") from error
        except (URLError, OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise SourceError(
                f"{ENDPOINT}: could not be reached ({reason}); this is the only command that needs a network"
            ) from error
        waiting.sleep(pause)
    raise SourceError(f"{ENDPOINT}: no answer in {TRIES} tries")


def _pause(asked: str | None, tried: int) -> float:
    return float(asked) if asked and asked.isdigit() else 5.0 * 2.0**tried


def _bindings(body: bytes) -> list[Mapping[str, str]]:
    try:
        rows: list[dict[str, Any]] = json.loads(body)["results"]["bindings"]
        return [{name: str(cell["value"]) for name, cell in row.items()} for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"{ENDPOINT}: expected SPARQL results in JSON, got {body[:60]!r}") from error

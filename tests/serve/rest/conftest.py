"""A record with something of everything, told in hostile words, and a client of its routes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.model import (
    Correction,
    Failure,
    Judgement,
    KeyedLink,
    LinkKind,
    Modality,
    Position,
    Span,
    Stance,
    StorySoFar,
    Verdict,
    encode,
)
from dateline.serve import create_app
from dateline.store import Store, Writer
from tests.records import AT, CHILE, DERIVATION, NORWAY, PERU, days, fill, link, naming, quoting, report, telling
from tests.serve.conftest import ADDRESS

HOSTILE = '=HYPERLINK("x") Norway will visit Peru. “@SUM(1) <script>alert(1)</script> \u202e\U0001f1f3,” it said.'
FRIDAY = report(HOSTILE, id="friday", published_at="2023-03-17", outlet="=1+1", title="-2+3 <b>")
MONDAY = report("Norway visited Peru. “Glad to go, all of us,” it said.", id="monday", outlet="Andes Post")
COPY = report(
    "Norway, too. “Glad to go, all of them,” it said.", id="copy", published_at="2023-03-21", outlet="The Fjord"
)
DENIAL = report("Norway did not visit Peru.", id="denial", published_at="2023-03-22", outlet="Lima Times")
UNDATED = report("Peru may visit Norway.", id="undated", published_at=None)
DOCUMENTS = (FRIDAY, MONDAY, COPY, DENIAL, UNDATED)
VISIT, DUE = "evt:00000000000000aa", "evt:00000000000000ab"


@pytest.fixture(scope="session")
def full_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of five reports with events, quotations, a position, a story, an utterance, a judgement and a failure."""
    path = tmp_path_factory.mktemp("rest") / "r.db"
    with Store(path, create=True) as store:
        write(store)
    return path


@pytest.fixture(scope="session")
def api(full_store: Path) -> Iterator[TestClient]:
    """Return a client of the application."""
    with TestClient(create_app(full_store), base_url=ADDRESS) as made:
        yield made


def write(store: Store) -> None:
    """Write the record."""
    at = HOSTILE.index("@SUM")
    named = [naming(FRIDAY, Span(16, 22), NORWAY), naming(FRIDAY, Span(34, 38), PERU)]
    planned = telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED)
    said = quoting(FRIDAY, Span(at, HOSTILE.index(",”")), speaker=NORWAY)
    fill(store, FRIDAY, mentions=named, tellings=[planned], quotations=[said], events=[VISIT])
    glad = [quoting(one, Span(one.text.index("Glad"), one.text.index(",”")), speaker=NORWAY) for one in (MONDAY, COPY)]
    fill(store, MONDAY, tellings=[telling(MONDAY, happened=days("2023-03-20"))], quotations=[glad[0]], events=[VISIT])
    fill(store, COPY, tellings=[telling(COPY, happened=days("2023-03-20"))], quotations=[glad[1]], events=[VISIT])
    denied = telling(DENIAL, happened=days("2023-03-20"), modality=Modality.DENIED)
    due = telling(DENIAL, actors=[CHILE], happened=days("2023-03-30"), modality=Modality.PLANNED, at=3)
    fill(store, DENIAL, tellings=[denied, due], events=[VISIT, DUE])
    fill(
        store, UNDATED, tellings=[telling(UNDATED, actors=[PERU], recipients=[NORWAY], modality=Modality.HYPOTHETICAL)]
    )
    so_far = StorySoFar(reports=1, terms={"visit": 1.0}).written()
    with store.transaction() as connection:
        writer = Writer(connection, run="run:1")
        for row, document in enumerate((FRIDAY, MONDAY, COPY), start=1):
            told = KeyedLink(link=link(document.id, "sto:00000000000000aa", LinkKind.SAME_STORY), data=so_far)
            writer.save_link(row, told, order=document.order)
        for row, quotation in enumerate(glad, start=2):
            told = KeyedLink(link=link(quotation.id, "utt:00000000000000aa", LinkKind.SAME_UTTERANCE), data="")
            writer.save_link(row, told, order=DOCUMENTS[row - 1].order)
        writer.add_failures([Failure(stage="sources", error="SourceError", message="=no", path="a.csv", line=3)])
        writer.add_correction(_judged(), at=AT)
        held = _held()
        connection.exec_driver_sql(
            "INSERT INTO positions (id, document_pk, topic, holder, data) VALUES (?, 2, ?, ?, ?)",
            (held.id, held.topic, held.holder.id, json.dumps(encode(held))),
        )
        writer.mark_linked(2, "key")


def _held() -> Position:
    return Position(
        id="pos:00000000000000aa",
        document_id=MONDAY.id,
        holder=NORWAY,
        topic="ceasefire",
        scope=("PER",),
        stance=Stance.FOR,
        matter=Span(0, 6),
        word=Span(7, 14),
        evidence=telling(MONDAY).evidence,
        derivation=DERIVATION,
    )


def _judged() -> Correction:
    judgement = Judgement(verdict=Verdict.POSITIVE, author="+user", score=1.0, explanation="=why")
    return Correction(
        id="jud:00000000000000aa", kind=LinkKind.SAME_ENTITY, left=NORWAY.id, right=PERU.id, judgement=judgement
    )

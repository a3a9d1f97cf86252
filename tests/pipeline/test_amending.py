"""What a person puts right in a finding: in the record at once, kept through rebuilds, taken back without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import NotFoundError, StoreError
from dateline.model import AmendedField, Entity, EventType
from dateline.pipeline import amend, build, retract
from dateline.settings import Settings
from dateline.store import Store
from dateline.views.record import Record
from tests.pipeline.examples import SETTINGS, remember_parses, write_reports

REPORTS = [
    {"id": "r1", "published_at": "2023-05-01", "text": "Trade envoy Lina Marquand visited Norway on Monday."},
    {
        "id": "r2",
        "published_at": "2023-05-03",
        "text": 'Trade envoy Celina Markant praised Norway on Wednesday. "We support a ceasefire," she said.',
    },
]


@pytest.fixture(scope="module", autouse=True)
def _parses() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_parses(patch)
        yield


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    reports = write_reports(tmp_path / "r.jsonl", [{"language": "en", **report} for report in REPORTS])
    with Store() as made:
        build([reports], made, SETTINGS, version="0")
        yield made


def put_right(store: Store, field: AmendedField, finding: str, value: str) -> str:
    amended = amend(
        store, SETTINGS, field=field, finding=finding, value=value, author="ana", why="asked them", version="0"
    )
    return amended.id


def everything(store: Store) -> tuple[object, ...]:
    record = Record(store)
    return record.entities().rows(), record.events().rows(), record.quotations().rows(), record.positions().rows()


def visit(store: Store) -> str:
    return next(event for event in Record(store).events() if event.mode == "visit").tellings[0].mention.id


def quotation(store: Store) -> str:
    return next(found.id for found in Record(store).quotations() if found.quotation.kind == "direct")


def test_date_put_right_is_that_of_the_event_and_says_so(store: Store) -> None:
    put_right(store, AmendedField.DATE, visit(store), "2023-04-28/2023-04-30")
    row = next(row for row in Record(store).events().rows() if row["mode"] == "visit")
    assert [str(row[name]) for name in ("earliest", "latest")] == ["2023-04-28", "2023-04-30"]
    event = next(event for event in Record(store).events() if event.mode == "visit")
    assert event.happened_basis == "judgement"


def test_code_put_right_is_that_of_the_event(store: Store) -> None:
    mention = visit(store)
    judged = put_right(store, AmendedField.CODE, mention, "COOPERATE")
    (event,) = [found for found in Record(store).events() if found.tellings[0].mention.id == mention]
    assert (event.event_type, event.act, event.mode) == (EventType.COOPERATE, EventType.COOPERATE, None)
    assert event.tellings[0].mention.rule == judged


def test_speaker_put_right_speaks_and_holds_the_position(store: Store) -> None:
    put_right(store, AmendedField.SPEAKER, quotation(store), "Lina Marquand")
    lina = Record(store).find("Lina Marquand")
    assert isinstance(lina, Entity)
    (quoted,) = Record(store).quotations(speaker="Lina Marquand")
    assert quoted.entity == lina.id
    assert {position["holder"] for position in Record(store).positions().rows()} == {"Lina Marquand"}


@pytest.mark.parametrize("field", list(AmendedField))
def test_what_is_taken_back_leaves_the_record_as_it_was_and_stays_on_record(store: Store, field: AmendedField) -> None:
    before = everything(store)
    finding, value = {
        AmendedField.DATE: (visit(store), "2023-04-28"),
        AmendedField.CODE: (visit(store), "COOPERATE"),
        AmendedField.SPEAKER: (quotation(store), "Lina Marquand"),
    }[field]
    judged = put_right(store, field, finding, value)
    assert everything(store) != before
    retract(store, SETTINGS, judged, version="0")
    assert everything(store) == before
    (kept,) = Record(store).judgements(retracted=True).rows()
    assert (kept["verdict"], kept["author"], kept["why"]) == (str(field), "ana", "asked them")


def test_what_is_put_right_twice_is_what_was_said_last(store: Store) -> None:
    put_right(store, AmendedField.DATE, visit(store), "2023-04-28")
    last = put_right(store, AmendedField.DATE, visit(store), "")
    event = next(event for event in Record(store).events() if event.mode == "visit")
    assert event.happened is None
    assert [found.id for found in Record(store).judgements()] == [last]


def test_what_is_put_right_outlives_the_stages_running_anew(store: Store) -> None:
    put_right(store, AmendedField.DATE, visit(store), "2023-04-28")
    put_right(store, AmendedField.SPEAKER, quotation(store), "Lina Marquand")
    after = everything(store)
    build(
        [],
        store,
        Settings(jobs=1, finders=tuple(name for name in SETTINGS.finders if name != "order.rules")),
        version="0",
    )
    build([], store, SETTINGS, version="0")
    assert everything(store) == after


@pytest.mark.parametrize(
    ("field", "finding", "value", "message"),
    [
        (AmendedField.DATE, "men:", "March", "expected a day"),
        (AmendedField.CODE, "men:", "TALK", "expected TYPE"),
        (AmendedField.DATE, "quo:", "2023-04-28", "expected an event mention"),
        (AmendedField.SPEAKER, "men:", "Lina Marquand", "expected a quotation"),
        (AmendedField.DATE, "evt:", "2023-04-28", "it is told by men:"),
        (AmendedField.SPEAKER, "quo:", "r1", "expected a person"),
    ],
    ids=["no day", "no code", "a quotation's date", "a mention's speaker", "an event's date", "a report speaks"],
)
def test_what_cannot_be_put_right_is_refused(
    store: Store, field: AmendedField, finding: str, value: str, message: str
) -> None:
    ids = {"men:": visit(store), "quo:": quotation(store), "evt:": next(iter(Record(store).events())).id}
    with pytest.raises(StoreError, match=message):
        put_right(store, field, ids[finding], value)


def test_unknown_speaker_is_nothing_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        put_right(store, AmendedField.SPEAKER, quotation(store), "Nobody Known")

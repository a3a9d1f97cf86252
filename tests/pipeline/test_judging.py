"""Judgements by people: kept for good, respected by every rebuild, taken back without a trace in the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import api
from dateline.errors import NotFoundError, StoreError
from dateline.model import Entity, Verdict
from dateline.pipeline import build, judge, retract
from dateline.store import Store
from dateline.views.record import Record
from tests.pipeline.examples import SETTINGS, remember_parses, write_reports

REPORTS = [
    {"id": "r1", "published_at": "2023-05-01", "text": "Trade envoy Lina Marquand visited Norway on Monday."},
    {"id": "r2", "published_at": "2023-05-03", "text": "Trade envoy Celina Markant praised Norway on Wednesday."},
    {"id": "r3", "published_at": "2023-05-05", "text": "Film director Lina Marquand criticised Norway on Friday."},
    {"id": "r4", "published_at": "2023-05-09", "text": "Trade envoy Celina Markant criticised Norway on Tuesday."},
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


def said(store: Store, verdict: Verdict, left: str, right: str | None, within: str | None = None) -> str:
    judged = judge(
        store,
        SETTINGS,
        verdict=verdict,
        left=left,
        right=right,
        within=within,
        author="ana",
        why="seen the list",
        version="0",
    )
    return judged.id


def people(store: Store) -> dict[str, int]:
    return {entity.name: entity.documents for entity in Record(store).entities() if entity.type == "person"}


def everything(store: Store) -> tuple[object, ...]:
    record = Record(store)
    return record.entities().rows(), record.events().rows()


def test_two_names_judged_the_same_are_one_entity_with_the_second_name(store: Store) -> None:
    assert people(store) == {"Lina Marquand": 2, "Celina Markant": 2}
    said(store, Verdict.POSITIVE, "Celina Markant", "Lina Marquand")
    assert people(store) == {"Lina Marquand": 4}
    found = Record(store).find("Lina Marquand")
    assert isinstance(found, Entity)
    assert "Celina Markant" in found.aliases


def test_judgement_outlives_a_rebuild_and_meets_later_reports(store: Store, tmp_path: Path) -> None:
    said(store, Verdict.POSITIVE, "Celina Markant", "Lina Marquand")
    late = {
        "id": "r5",
        "published_at": "2023-05-02",
        "language": "en",
        "text": "Trade envoy Celina Markant visited Chile on Tuesday.",
    }
    build([write_reports(tmp_path / "late.jsonl", [late])], store, SETTINGS, version="0")
    assert people(store) == {"Lina Marquand": 5}


def test_record_judged_as_of_a_day_is_that_of_the_reports_of_that_day(store: Store) -> None:
    said(store, Verdict.POSITIVE, "Lina Marquand", "Celina Markant")
    (early,) = [entity for entity in Record(store).entities(as_of="2023-05-01") if entity.type == "person"]
    assert (early.name, early.documents) == ("Celina Markant", 1)


def test_name_judged_different_in_one_report_stands_by_itself_there(store: Store) -> None:
    said(store, Verdict.NEGATIVE, "Lina Marquand", None, within="r3")
    counts = [(entity.name, entity.documents) for entity in Record(store).entities() if entity.type == "person"]
    assert sorted(counts) == [("Celina Markant", 2), ("Lina Marquand", 1), ("Lina Marquand", 1)]


def test_name_judged_to_be_another_in_one_report_is_so_only_there(store: Store) -> None:
    said(store, Verdict.POSITIVE, "Lina Marquand", "Celina Markant", within="r3")
    assert people(store) == {"Lina Marquand": 1, "Celina Markant": 3}


def test_judgement_taken_back_leaves_the_record_as_it_was_and_stays_on_record(store: Store) -> None:
    before = everything(store)
    judged = said(store, Verdict.POSITIVE, "Celina Markant", "Lina Marquand")
    assert everything(store) != before
    retract(store, SETTINGS, judged[:9], version="0")
    assert everything(store) == before
    assert list(Record(store).judgements()) == []
    (kept,) = Record(store).judgements(retracted=True).rows()
    assert (kept["author"], kept["why"], kept["verdict"]) == ("ana", "seen the list", "same")
    assert kept["retracted_at"]


def test_what_was_judged_the_same_is_told_how_to_be_taken_apart(store: Store) -> None:
    judged = said(store, Verdict.POSITIVE, "Celina Markant", "Lina Marquand")
    with pytest.raises(StoreError, match=f"undo {judged}"):
        said(store, Verdict.NEGATIVE, "Celina Markant", "Lina Marquand")


def test_events_judged_the_same_are_one_and_a_telling_judged_different_leaves_it(store: Store) -> None:
    record = Record(store)
    visit, criticised, again = (
        next(event for event in record.events() if event.tellings[0].document == report)
        for report in ("r1", "r3", "r4")
    )
    said(store, Verdict.POSITIVE, criticised.id, again.id)
    joined = next(event for event in record.events() if event.id == again.id)
    assert {telling.document for telling in joined.tellings} == {"r3", "r4"}
    assert joined.tellings[0].judgement.author == "ana"
    moved = joined.tellings[0].mention.id
    said(store, Verdict.POSITIVE, moved, visit.id)
    assert {t.document for e in record.events() if e.id == visit.id for t in e.tellings} == {"r1", "r3"}


@pytest.mark.parametrize(
    ("verdict", "left", "right", "within", "message"),
    [
        (Verdict.POSITIVE, "Lina Marquand", "Lina Marquand", None, "are both"),
        (Verdict.POSITIVE, "Lina Marquand", "r1", None, "expected two entities"),
        (Verdict.NEGATIVE, "Lina Marquand", None, None, "the report in which"),
    ],
    ids=["same thing", "a report", "nowhere"],
)
def test_what_cannot_be_compared_is_refused(
    store: Store, verdict: Verdict, left: str, right: str | None, within: str | None, message: str
) -> None:
    with pytest.raises(StoreError, match=message):
        said(store, verdict, left, right, within)


def test_first_telling_cannot_be_judged_away_from_its_event(store: Store) -> None:
    event = next(iter(Record(store).events()))
    with pytest.raises(StoreError, match="first telling"):
        said(store, Verdict.NEGATIVE, event.tellings[0].mention.id, event.id)


def test_judging_an_unknown_name_is_nothing_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        said(store, Verdict.POSITIVE, "Nobody Known", "Lina Marquand")


def test_judgements_can_be_made_from_python(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "r.jsonl", [{"language": "en", **report} for report in REPORTS])
    path = tmp_path / "r.db"
    api.build(reports, path, settings=SETTINGS)
    judged = api.judge("positive", "Celina Markant", "Lina Marquand", store=path, why="two spellings")
    with api.open_record(path) as record:
        assert [found.id for found in record.judgements()] == [judged.id]
    api.retract(judged.id, store=path)
    with api.open_record(path) as record:
        assert not list(record.judgements())

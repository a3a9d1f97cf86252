"""An undated report is entered undated, and stands in the record where its words put it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline import api
from dateline.annotations.dating import TextDater
from dateline.model import Document, Interval, TimeBasis
from dateline.pipeline import build
from dateline.pipeline.chain import Chain
from dateline.settings import Settings
from dateline.store import Store
from dateline.views.record import Record
from tests.pipeline.examples import remember_parses, write_reports
from tests.pipeline.test_build import content

SETTINGS = Settings(jobs=1)
UNDATED = {"id": "undated", "text": "Prime Minister Liz Truss met the king in Oslo.", "language": "en"}
BEFORE = {"id": "before", "text": "Norway spoke.", "published_at": "2022-10-01", "language": "en"}
AFTER = {"id": "after", "text": "Peru spoke.", "published_at": "2023-03-01", "language": "en"}
LATEST = date(2022, 11, 24)
"""Thirty days after the prime minister of the undated report left office."""


@pytest.fixture(autouse=True)
def patched(monkeypatch: pytest.MonkeyPatch) -> None:
    remember_parses(monkeypatch)


def built(store: Store, folder: Path, *arrivals: list[dict[str, Any]]) -> Record:
    for number, reports in enumerate(arrivals):
        build([write_reports(folder / f"{number}.jsonl", reports)], store, SETTINGS, version="0")
    return Record(store)


def names(record: Record, as_of: date | None = None) -> list[str]:
    return [document.name for document in record.reports(as_of=as_of)]


def test_undated_report_becomes_known_on_the_last_day_its_words_allow(tmp_path: Path) -> None:
    with Store() as store:
        record = built(store, tmp_path, [AFTER, UNDATED, BEFORE])
        assert names(record) == ["before", "undated", "after"]
        assert names(record, date(2022, 11, 23)) == ["before"]
        assert names(record, LATEST) == ["before", "undated"]
        time = record.report("undated").time
        assert (time.basis, time.interval.latest) == (TimeBasis.TEXT, LATEST)
        assert time.reasons


@pytest.mark.parametrize(
    "arrivals",
    [[[UNDATED], [AFTER, BEFORE]], [[AFTER, BEFORE], [UNDATED]], [[AFTER], [UNDATED], [BEFORE]]],
    ids=["first", "last", "between"],
)
def test_place_of_an_undated_report_does_not_depend_on_when_it_arrives(
    tmp_path: Path, arrivals: list[list[dict[str, Any]]]
) -> None:
    with Store() as at_once, Store() as one_by_one:
        built(at_once, tmp_path, [UNDATED, BEFORE, AFTER])
        built(one_by_one, tmp_path, *arrivals)
        assert content(one_by_one) == content(at_once)


def test_record_as_of_a_day_is_the_record_of_the_reports_known_by_then(tmp_path: Path) -> None:
    with Store() as whole, Store() as prefix:
        full = built(whole, tmp_path, [AFTER, UNDATED, BEFORE])
        part = built(prefix, tmp_path, [BEFORE, UNDATED])
        assert names(part, LATEST) == names(full, LATEST)
        assert part.events(as_of=LATEST).rows() == full.events(as_of=LATEST).rows()
        assert part.entities(as_of=LATEST).rows() == full.entities(as_of=LATEST).rows()


def test_newer_dater_moves_a_report_and_what_was_linked_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [AFTER, UNDATED, BEFORE]
    with Store() as store, Store() as fresh:
        record = built(store, tmp_path, reports)
        monkeypatch.setattr(TextDater, "version", "later")
        monkeypatch.setattr("dateline.annotations.dating.dater.FINDERS", ())
        built(store, tmp_path, reports)
        assert names(record) == ["before", "after", "undated"]
        assert record.report("undated").time.basis is TimeBasis.UNKNOWN
        built(fresh, tmp_path, reports)
        assert content(store) == content(fresh)


def test_version_of_the_dater_is_part_of_every_stages_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Chain(SETTINGS)._keys
    monkeypatch.setattr(TextDater, "version", "later")
    after = Chain(SETTINGS)._keys
    assert {name for name in before if before[name] == after[name]} == {"spacy"}


def test_time_expressions_are_read_against_the_time_that_the_words_gave() -> None:
    text = "LONDON, Oct. 4 (Reuters) - Prime Minister Liz Truss met the king of Norway on Monday."
    annotated = api.annotate(text)
    assert annotated["document_time"]["value"] == "2022-10-04"
    assert annotated["document_time"]["basis"] == "text"
    assert annotated["times"][-1]["value"] == "2022-10-03"


def test_zone_of_publication_gives_the_words_their_day_and_utc_the_record_its_order(tmp_path: Path) -> None:
    monday = {"id": "monday", "text": "Xi Jinping met Vladimir Putin on Monday.", "language": "en"}
    monday["published_at"] = "2023-03-20T06:00:00+08:00"
    earlier = {"id": "earlier", "text": "Peru spoke.", "published_at": "2023-03-19T23:00:00Z", "language": "en"}
    with Store() as store:
        record = built(store, tmp_path, [earlier, monday])
        assert names(record) == ["monday", "earlier"]
        assert names(record, date(2023, 3, 19)) == ["monday", "earlier"]
        assert record.report("monday").time.interval == Interval.on(date(2023, 3, 20))
        assert [event.happened for event in record.events()] == [Interval.on(date(2023, 3, 20))]


def test_reports_are_dated_without_a_store(tmp_path: Path) -> None:
    path = write_reports(tmp_path / "reports.jsonl", [BEFORE, UNDATED])
    found = [document for document in api.date_reports(path) if isinstance(document, Document)]
    assert [document.time.basis for document in found] == [TimeBasis.PUBLISHED_AT, TimeBasis.TEXT]

"""The stories of a record as of a day are those of the record built from the reports published by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.pipeline import build
from dateline.settings import Settings
from dateline.store import Store
from dateline.views.record import Record
from tests.pipeline.examples import example_reports, remember_parses, write_reports
from tests.pipeline.test_stories import affair

pytestmark = pytest.mark.slow

SETTINGS = Settings(jobs=1, document_linkers=("stories.terms",))
DAYS = [date(2022, 11, 15), date(2023, 3, 21)]


def chosen() -> list[dict[str, Any]]:
    return [report for report in example_reports() if any(word in report["text"] for word in ("Xi ", "grain"))]


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    remember_parses(monkeypatch)


def built(store: Store, path: Path, reports: list[dict[str, Any]]) -> Record:
    build([write_reports(path, reports)], store, SETTINGS, version="0")
    return Record(store)


def test_record_of_a_prefix_has_the_stories_of_the_whole_as_of_its_last_day(tmp_path: Path) -> None:
    with Store() as store:
        whole = built(store, tmp_path / "whole.jsonl", chosen())
        assert any(len(story.reports) > 1 and story.events for story in whole.stories())
        for day in DAYS:
            known = {document.name for document in whole.reports(as_of=day)}
            assert 0 < len(known) < len(chosen())
            with Store() as other:
                kept = [report for report in chosen() if report["id"] in known]
                prefix = built(other, tmp_path / "prefix.jsonl", kept)
                assert prefix.stories(as_of=day).rows() == whole.stories(as_of=day).rows()


def test_reports_that_arrive_late_give_the_stories_that_all_at_once_give(tmp_path: Path) -> None:
    with Store() as late, Store() as at_once:
        for number, part in enumerate((chosen()[1::2], chosen()[::2])):
            built(late, tmp_path / f"{number}.jsonl", part)
        everything = built(at_once, tmp_path / "all.jsonl", chosen())
        assert Record(late).stories().rows() == everything.stories().rows()


@pytest.mark.parametrize("late", [slice(1, None, 2), slice(0, None, 2), slice(3, 20), slice(24, None)])
def test_affair_has_its_parts_in_whatever_order_its_reports_arrive(tmp_path: Path, late: slice) -> None:
    reports: list[dict[str, Any]] = list(affair())
    kept = [report for report in reports if report not in reports[late]]
    with Store() as store, Store() as at_once:
        built(store, tmp_path / "kept.jsonl", kept)
        rows = built(store, tmp_path / "late.jsonl", reports[late]).stories().rows()
        assert rows == built(at_once, tmp_path / "all.jsonl", reports).stories().rows()
    assert [row["part_of"] for row in rows] == [None, rows[0]["id"]]


@pytest.mark.parametrize("count", [20, 25])
def test_record_of_a_prefix_of_an_affair_has_the_parts_of_the_whole_as_of_its_last_day(
    tmp_path: Path, count: int
) -> None:
    reports: list[dict[str, Any]] = list(affair())
    day = date.fromisoformat(reports[count - 1]["published_at"])
    with Store() as whole, Store() as prefix:
        told = built(whole, tmp_path / "all.jsonl", reports).stories(as_of=day).rows()
        assert told == built(prefix, tmp_path / "prefix.jsonl", reports[:count]).stories().rows()
    assert len(told) == (1 if count <= 24 else 2)


def test_stories_about_words_are_those_that_tell_of_them(tmp_path: Path) -> None:
    with Store() as store:
        record = built(store, tmp_path / "r.jsonl", chosen())
        about = record.stories(about="grain").rows()
        assert 0 < len(about) < len(record.stories())

"""What was known on a day is the same, whether the reports of later days are in the record or not, and in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.store import Store
from dateline.views.record import Record
from tests.pipeline.examples import build_store, example_reports, remember_parses, write_reports
from tests.pipeline.test_build import content

pytestmark = pytest.mark.slow

DAYS = [date(2022, 11, 15), date(2023, 3, 17), date(2023, 3, 21), date(2023, 10, 20)]
WORDS = ("Xi ", "grain", "Saudi", "New Delhi", "Luhansk")
Question = Callable[[Record, date], Any]
QUESTIONS: dict[str, Question] = {
    "reports": lambda record, day: [{**row, "source": None} for row in record.reports(as_of=day).rows()],
    "events": lambda record, day: record.events(as_of=day).rows(),
    "timeline": lambda record, day: record.timeline(as_of=day).rows(),
    "tellings": lambda record, day: [event.tellings for event in record.events(as_of=day)],
    "expected": lambda record, day: record.expected(as_of=day).rows(),
    "overdue": lambda record, day: record.expected(as_of=day, overdue=True).rows(),
    "entities": lambda record, day: record.entities(as_of=day).rows(),
    "positions": lambda record, day: record.positions(as_of=day).rows(),
    "utterances": lambda record, day: record.utterances(as_of=day).rows(),
    "quotations": lambda record, day: record.quotations(as_of=day).rows(),
    "one state": lambda record, day: record.timeline(as_of=day, entity="Russia").rows(),
    "search": lambda record, day: sorted(row["report"] for row in record.search("Moscow", as_of=day, limit=999).rows()),
}


def chosen() -> list[dict[str, Any]]:
    """Return the example reports of a few affairs that cross one another, an undated one among them."""
    return [report for report in example_reports() if any(word in report["text"] for word in WORDS)]


@pytest.fixture(scope="module")
def patched() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_parses(patch)
        yield


@pytest.fixture(scope="module")
def whole(patched: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = write_reports(tmp_path_factory.mktemp("whole") / "r.jsonl", chosen())
    with Store() as store:
        yield build_store(store, [path])


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_record_of_a_prefix_answers_as_the_whole_record_as_of_its_last_day(
    whole: Store, tmp_path: Path, day: date
) -> None:
    full = Record(whole)
    known = {document.name for document in full.reports(as_of=day)}
    assert 0 < len(known) < len(chosen())
    path = write_reports(tmp_path / "prefix.jsonl", [report for report in chosen() if report["id"] in known])
    with Store() as store:
        prefix = Record(build_store(store, [path]))
        for name, ask in QUESTIONS.items():
            assert ask(prefix, day) == ask(full, day), name


def test_whole_record_has_something_to_tell(whole: Store) -> None:
    assert all(ask(Record(whole), DAYS[-1]) for name, ask in QUESTIONS.items() if name != "overdue")
    assert any(event.reports > 1 for event in Record(whole).events())


@pytest.mark.parametrize("order", ["later half first", "backwards", "interleaved"])
def test_reports_that_arrive_late_give_the_record_that_all_at_once_gives(
    whole: Store, tmp_path: Path, order: str
) -> None:
    reports = sorted(chosen(), key=lambda report: str(report["published_at"]))
    half = len(reports) // 2
    arrivals = {
        "later half first": [reports[half:], reports[:half]],
        "backwards": [reports[::-1]],
        "interleaved": [reports[1::3], reports[2::3], reports[::3]],
    }[order]
    with Store() as store:
        for number, part in enumerate(arrivals):
            build_store(store, [write_reports(tmp_path / f"{number}.jsonl", part)])
        assert content(store) == content(whole)
        assert Record(store).timeline().rows() == Record(whole).timeline().rows()


def test_building_one_report_at_a_time_gives_the_record_that_all_at_once_gives(patched: None, tmp_path: Path) -> None:
    reports = [report for report in example_reports() if "grain" in report["text"]]
    with Store() as one_by_one, Store() as at_once:
        for number, report in enumerate(reports):
            build_store(one_by_one, [write_reports(tmp_path / f"{number}.jsonl", [report])])
        build_store(at_once, [write_reports(tmp_path / "all.jsonl", reports)])
        assert content(one_by_one) == content(at_once)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_answer_as_of_a_day_rests_only_on_reports_published_by_then(whole: Store, day: date) -> None:
    for event in Record(whole).events(as_of=day):
        for telling in event.tellings:
            assert telling.order[:10] <= day.isoformat()

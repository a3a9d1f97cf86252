"""dateline date: when a report was written, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.printing import when_written
from dateline.model import DocumentTime, Interval, Moment
from tests.cli.conftest import Run
from tests.pipeline.fakes import World
from tests.records import days


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (DocumentTime(value=Moment("2023-03")), "2023-03"),
        (DocumentTime(interval=days("2023-03-20", "2023-03-22")), "2023-03-20 to 2023-03-22"),
        (DocumentTime(interval=Interval(earliest=days("2023-03-20", "2023-03-20").earliest)), "2023-03-20 or later"),
        (DocumentTime(interval=Interval(latest=days("2023-03-20", "2023-03-20").latest)), "2023-03-20 or earlier"),
        (DocumentTime(), "not known"),
    ],
    ids=["value", "interval", "open end", "open beginning", "unknown"],
)
def test_document_time_in_words(time: DocumentTime, words: str) -> None:
    assert when_written(time) == words


def test_report_of_a_store_is_dated_with_its_reasons(run: Run, store: Path) -> None:
    said = run("date", "friday", "--store", store)
    assert said.code == 0
    assert said.out.split("\n")[0].startswith("friday")
    assert "2023-03-17" in said.out


def test_unknown_report_of_a_store_is_no_crash(run: Run, store: Path) -> None:
    assert run("date", "nobody", "--store", store).code in (1, 4)


def test_reports_in_files_are_dated_in_order(run: Run, world: World, tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "Norway spoke.", "published_at": "2023-03"}\n{"id": "b", "text": "Peru spoke.", "url": "https://example.org/2023/03/20/x"}\n'
    (tmp_path / "reports.jsonl").write_text(lines)
    found = run("date", "reports.jsonl", "--json").objects
    assert [(each["id"], each["document_time"]["basis"]) for each in found] == [("a", "published_at"), ("b", "url")]
    assert found[1]["document_time"]["earliest"] == "2023-03-20"


def test_file_that_cannot_be_read_ends_with_partial(run: Run, world: World, tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text('{"id": "a", "text": 7}\n')
    said = run("date", "reports.jsonl")
    assert said.code == 3
    assert "reports.jsonl:1" in said.err


def test_report_file_is_dated_by_the_record_that_holds_it_and_by_its_words_otherwise(
    run: Run, world: World, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Norway spoke.", "published_at": "2023-03-20"}\n')
    (tmp_path / "out.jsonl").write_text('{"id": "b", "text": "Peru spoke."}\n')
    run("build", "in.jsonl", "--store", "r.db")
    found = run("date", "in.jsonl", "out.jsonl", "a", "--store", "r.db", "--json").objects
    assert [(each["id"], each["document_time"]["basis"]) for each in found] == [
        ("a", "published_at"),
        ("b", "unknown"),
        ("a", "published_at"),
    ]


def test_report_that_is_not_known_yet_is_not_found(run: Run, store: Path) -> None:
    said = run("date", "monday", "--store", store, "--as-of", "2023-03-18")
    assert said.code == 4
    assert "as of 2023-03-18" in said.err


def test_as_of_without_a_record_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Norway spoke.")
    said = run("date", "report.txt", "--as-of", "2023-03-18")
    assert said.code == 2
    assert "--store" in said.err


def test_day_is_printed_on_the_clock_of_the_report(run: Run, world: World, tmp_path: Path) -> None:
    line = '{"id": "a", "text": "Norway spoke.", "published_at": "2023-03-20T06:00:00+08:00"}\n'
    (tmp_path / "reports.jsonl").write_text(line)
    (found,) = run("date", "reports.jsonl", "--json").objects
    assert found["document_time"]["value"] == "2023-03-20T06:00:00+08:00"
    assert found["document_time"]["earliest"] == "2023-03-20"

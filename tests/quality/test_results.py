"""RESULTS.md: what a run writes, what it keeps, what it says has fallen."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import run
from benchmarks.quality.run import COLUMNS, merge, rows_of
from benchmarks.quality.tasks import Figure, Task
from benchmarks.results import read_section, read_table, table, write_section

TIMES = Task(name="times", command="annotate", gold="", scorer="", figures=(Figure(name="value F1", at=(), aim=85),))
PAGES = Task(name="pages", command="extract", gold="", scorer="", figures=(Figure(name="text F1", at=()),))


def test_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    write_section(path, "Quality", "old words")
    write_section(path, "Speed", "fast")
    write_section(path, "Quality", "new words")
    assert (read_section(path, "Quality"), read_section(path, "Speed")) == ("new words", "fast")
    assert "old words" not in path.read_text()


def test_section_of_a_missing_file_is_empty(tmp_path: Path) -> None:
    assert read_section(tmp_path / "RESULTS.md", "Quality") == ""


def test_table_survives_being_read_back() -> None:
    rows = rows_of(TIMES, {"value F1": 71.256}, on="all 3", previous=())
    assert read_table(f"Words before.\n\n{table(COLUMNS, rows)}") == rows


@pytest.mark.parametrize(
    ("now", "on", "said"),
    [(70.0, "all 3", "71.00 (fell)"), (71.0, "all 3", "71.00"), (72.0, "all 3", "71.00"), (70.0, "2 of 3", "")],
    ids=["fell", "same", "rose", "other rows are no comparison"],
)
def test_figure_is_set_beside_that_of_the_run_before(now: float, on: str, said: str) -> None:
    previous = rows_of(TIMES, {"value F1": 71.0}, on="all 3", previous=())
    assert rows_of(TIMES, {"value F1": now}, on=on, previous=previous)[0]["before"] == said


def test_tasks_not_run_keep_their_rows() -> None:
    previous = rows_of(TIMES, {"value F1": 71.0}, on="all 3", previous=())
    fresh = rows_of(PAGES, {"text F1": 90.0}, on="all 2", previous=())
    assert merge([TIMES, PAGES], fresh, previous) == previous + fresh


def test_task_never_run_is_listed_as_not_yet() -> None:
    (row,) = merge([TIMES], [], [])
    assert (row["ours"], row["on"], row["aim"]) == ("", "not yet", "85")


def test_absent_development_sets_are_said_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--bench", str(tmp_path / "nowhere")]) == 0
    assert "no development sets" in " ".join(capsys.readouterr().err.split())

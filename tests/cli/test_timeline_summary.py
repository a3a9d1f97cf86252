"""dateline timeline --dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pipeline.dam import PLANTED, write_reports


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "dam.jsonl")


def test_output_has_one_object_a_day(run: Run, dam: Path, tmp_path: Path) -> None:
    said = run("timeline", dam, "--dates", "3", "--sentences", "2", "-o", tmp_path / "out.jsonl")
    assert (said.code, said.out) == (0, "")
    lines = run("timeline", dam, "--dates", "3", "--sentences", "2", "--json").objects
    assert [line["date"] for line in lines] == list(PLANTED)
    assert {"id", "start", "end", "text"} <= set(lines[0]["sentences"][0])


def test_table_shows_each_day_with_its_sentences(run: Run, dam: Path) -> None:
    said = run("timeline", dam, "--dates", "3")
    assert said.code == 0
    assert all(day in said.out for day in PLANTED)


def test_store_is_asked_without_its_reports(run: Run, store: Path) -> None:
    said = run("timeline", "--store", store, "--dates", "2", "--pair", "Norway", "Peru", "--json")
    assert [line["date"] for line in said.objects][-1] == "2023-03-20"


def test_report_that_cannot_be_read_is_told_and_ends_with_3(run: Run, reports: Path, tmp_path: Path) -> None:
    said = run("timeline", reports, "--dates", "1", "-o", tmp_path / "out.jsonl")
    assert said.code == 3
    assert "reports.jsonl:2" in said.err


def test_nothing_to_tell_ends_with_4(run: Run, dam: Path) -> None:
    said = run("timeline", dam, "--dates", "3", "--about", "volcano")
    assert (said.code, said.out) == (4, "")


@pytest.mark.parametrize("options", [("--dates", "0"), ("--sentences", "2"), ("--about", "dam")], ids=" ".join)
def test_options_that_do_not_fit_are_usage_errors(run: Run, dam: Path, options: tuple[str, str]) -> None:
    assert run("timeline", dam, *options).code == 2


def test_pair_bounds_the_timeline_of_events(run: Run, store: Path) -> None:
    assert len(run("timeline", "--store", store, "--pair", "Norway", "Peru", "--json").objects) == 1
    assert run("timeline", "--store", store, "--pair", "Norway", "Chile").code == 4


def test_plot_of_events_is_written(run: Run, store: Path, tmp_path: Path) -> None:
    said = run("timeline", "--store", store, "--pair", "Norway", "Peru", "--plot", tmp_path / "t.svg")
    assert (said.code, said.out) == (0, "")
    assert b"Norway and Peru" in (tmp_path / "t.svg").read_bytes()


def test_events_are_written_as_the_name_of_the_file_asks(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("timeline", "--store", store, "-o", tmp_path / "t.csv").code == 0
    assert (tmp_path / "t.csv").read_bytes().startswith(b"id,when")


@pytest.mark.parametrize("options", [("--plot", "t.gif"), ("--dates", "2", "--plot", "t.svg")], ids=["kind", "summary"])
def test_plot_that_cannot_be_drawn_is_a_usage_error(run: Run, store: Path, options: tuple[str, ...]) -> None:
    assert run("timeline", "--store", store, *options).code == 2


def test_output_that_is_read_is_refused(run: Run, dam: Path) -> None:
    before = dam.read_bytes()
    assert run("timeline", dam, "--dates", "1", "-o", dam).code == 2
    assert dam.read_bytes() == before

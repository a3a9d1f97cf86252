"""dateline relation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import VISIT, Run


def test_relation_prints_each_period_with_its_events(run: Run, store: Path) -> None:
    said = run("relation", "Norway", "Peru", "--store", store)
    assert (said.code, said.err) == (0, "")
    assert "2023-03-20" in said.out
    assert "Norway" in said.out


def test_json_has_the_ids_of_the_events(run: Run, store: Path) -> None:
    (week,) = run("relation", "Norway", "Peru", "--store", store, "--json").objects
    assert (week["first"], week["event_ids"], week["conflict"]) == ("2023-03-20", [VISIT], 0)


def test_planned_visit_is_shown_as_not_counted(run: Run, store: Path) -> None:
    said = run("relation", "Norway", "Peru", "--store", store, "--as-of", "2023-03-18")
    assert "not counted: expected" in said.out


@pytest.mark.parametrize(("name", "head"), [("r.csv", b"first,last"), ("r.jsonl", b'{"first"')], ids=["csv", "jsonl"])
def test_output_is_written_as_its_name_asks(run: Run, store: Path, tmp_path: Path, name: str, head: bytes) -> None:
    said = run("relation", "Norway", "Peru", "--store", store, "-o", tmp_path / name)
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(head)


def test_plot_is_written(run: Run, store: Path, tmp_path: Path) -> None:
    said = run("relation", "Norway", "Peru", "--store", store, "--plot", tmp_path / "p.svg")
    assert (said.code, said.out) == (0, "")
    assert b"Norway and Peru" in (tmp_path / "p.svg").read_bytes()


def test_plot_of_another_kind_is_a_usage_error(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("relation", "Norway", "Peru", "--store", store, "--plot", tmp_path / "p.gif").code == 2
    assert not (tmp_path / "p.gif").exists()


def test_pair_without_events_is_nothing_found(run: Run, store: Path) -> None:
    said = run("relation", "Norway", "Chile", "--store", store)
    assert (said.code, said.out) == (4, "")
    assert "Norway and Chile" in said.err

"""dateline judge and judgements: what they do to a store, and what they refuse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def mine(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(store, tmp_path / "mine.db"))


def test_judged_names_are_one_until_that_is_undone(run: Run, mine: Path) -> None:
    (judged,) = run("judge", "same", "Norway", "Peru", "--why", "for a test", "--store", mine, "--json").objects
    assert (judged["verdict"], judged["name"], judged["why"]) == ("same", "Peru", "for a test")
    assert "Norway" not in {row["name"] for row in run("entities", "--store", mine, "--json").objects}
    assert judged["id"] in run("judgements", "--store", mine, "--json").out
    assert run("judge", "undo", judged["id"], "--store", mine).code == 0
    assert "Norway" in {row["name"] for row in run("entities", "--store", mine, "--json").objects}
    assert run("judgements", "--store", mine).code == 4
    assert run("judgements", "--retracted", "--store", mine, "--json").objects[0]["retracted_at"]


def test_same_needs_two_names(run: Run, mine: Path) -> None:
    said = run("judge", "same", "Norway", "--store", mine)
    assert said.code == 2
    assert "two ids or names" in said.err


def test_unknown_judgement_cannot_be_undone(run: Run, mine: Path) -> None:
    said = run("judge", "undo", "jud:none", "--store", mine)
    assert (said.code, "no judgement in force" in said.err) == (1, True)


def test_date_put_right_is_told_and_taken_back(run: Run, tmp_path: Path) -> None:
    report, built = tmp_path / "r.txt", tmp_path / "r.db"
    report.write_text("OSLO, 3 May 2023 - Norway's prime minister visited Peru on Monday.", encoding="utf-8")
    run("build", report, "--store", built)
    event = run("timeline", "--store", built, "--json").objects[0]["id"]
    refused = run("judge", "date", event, "2020-02-02", "--store", built).err
    mention = refused.partition("told by ")[2].strip()
    (judged,) = run("judge", "date", mention, "2020-02-02", "--why", "the diary", "--store", built, "--json").objects
    assert (judged["verdict"], judged["left"], judged["right"]) == ("date", mention, "2020-02-02")
    assert "2020-02-02 to 2020-02-02, by judgement" in run("explain", mention, "--store", built).out
    assert "the date of" in run("judge", "undo", judged["id"], "--store", built).out
    assert "by judgement" not in run("explain", mention, "--store", built).out


@pytest.mark.parametrize("field", ["date", "code", "speaker"])
def test_what_is_put_right_needs_a_value(run: Run, mine: Path, field: str) -> None:
    said = run("judge", field, "men:1", "--store", mine)
    assert said.code == 2
    assert "needs what it should be" in said.err

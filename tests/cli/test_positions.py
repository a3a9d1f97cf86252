"""dateline positions as somebody new to it asks: another word for a matter, a matter that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def reports(folder: Path) -> Path:
    file = folder / "report.txt"
    file.write_text("Peru supports a ceasefire in Chile.\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("words", ["ceasefire", "Truce", "a cease-fire"])
def test_matter_is_asked_for_by_any_of_its_names(run: Run, tmp_path: Path, words: str) -> None:
    assert "Peru" in run("positions", "--about", words, reports(tmp_path)).out


def test_side_of_an_undated_report_has_its_own_column(run: Run, tmp_path: Path) -> None:
    assert "undated" in run("positions", reports(tmp_path)).out


def test_columns_that_do_not_fit_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    told = [
        {"id": str(y), "published_at": f"{y}-03-17", "text": "Peru supports a ceasefire in Chile."}
        for y in range(1990, 2004)
    ]
    file.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    said = run("positions", file)
    assert "2 earlier columns left out, from 1990 to 1991" in " ".join(said.err.split())
    assert "1991" not in said.out
    assert "left out" not in run("positions", file, "--as-of", "2001-12-31").err


def test_matters_are_listed_for_whoever_asks_about_another(run: Run, tmp_path: Path) -> None:
    said = run("positions", "--about", "bananas", reports(tmp_path))
    assert said.code == 4
    assert "'bananas' is none of the matters" in said.err
    assert "ceasefire" in said.err

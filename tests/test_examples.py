"""The scripts under examples/ run, offline, and print what they promise."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline import Record

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("[0-9][0-9]_*.py"))
MOST_LINES = 60
PRINTED = {
    "01_read_and_ask": ["<dateline record", "as of 2023-06-14", "Antony Blinken"],
    "02_as_of": ["As of 2023-06-19", "No answer above rests on a report published after its day."],
    "03_annotate_one_text": ["'Tuesday' = 2024-05-14", "fisheries agreement", "event "],
    "04_data_frames": ["headline", "month", "actors"],
    "05_quotations": ["Quoted most often:", "Vladimir Putin"],
}


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with dateline.read(dateline.examples()) as read:
        yield read


def test_examples_are_numbered_without_a_gap() -> None:
    assert [script.stem[:2] for script in SCRIPTS] == [f"{number:02}" for number in range(1, len(PRINTED) + 1)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_example_is_short_enough_to_be_read_at_once(script: Path) -> None:
    assert len(script.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.slow
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_example_prints_what_it_promises(
    script: Path, record: Record, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # One record for all scripts: reading the reports is what takes the time, and other tests test it.
    monkeypatch.setattr(dateline, "read", lambda paths: record)
    monkeypatch.setattr(sys, "argv", [str(script)])
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr().out
    assert [words for words in PRINTED[script.stem] if words not in printed] == []

"""Timelines of few days from a collection and from a store: the planted days, what is known as of a day, what is asked for."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from dateline import api
from dateline.errors import NotFoundError
from dateline.model import Failure
from dateline.settings import Settings
from dateline.views.record import Record
from tests.pipeline.dam import PLANTED, REPORTS, write_reports

SETTINGS = Settings(jobs=1)
TEXTS = {name: text for name, _, text in REPORTS}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("dam") / "reports.jsonl")


@pytest.fixture(scope="module")
def record(reports: Path) -> Record:
    return api.read(reports, settings=SETTINGS)


def timeline(source: Path | Record, **asked: Any) -> list[dict[str, Any]]:
    found = api.summarise(source, settings=SETTINGS, **{"dates": 3, **asked})
    return [entry for entry in found if not isinstance(entry, Failure)]


def test_planted_days_are_found_each_with_the_sentence_that_tells_it(reports: Path) -> None:
    found = timeline(reports)
    assert [entry["date"] for entry in found] == list(PLANTED)
    assert all(words in entry["sentences"][0]["text"] for entry, words in zip(found, PLANTED.values(), strict=True))


def test_sentences_stand_in_their_reports_as_quoted(reports: Path) -> None:
    quoted = [sentence for entry in timeline(reports, dates=9, sentences=3) for sentence in entry["sentences"]]
    assert quoted
    assert all(TEXTS[told["id"]][told["start"] : told["end"]] == told["text"] for told in quoted)


def test_no_sentence_stands_twice(reports: Path) -> None:
    places = [
        (told["id"], told["start"]) for entry in timeline(reports, dates=9, sentences=3) for told in entry["sentences"]
    ]
    assert len(places) == len(set(places))


def test_days_are_in_order_and_no_more_than_asked(reports: Path) -> None:
    for dates in (1, 2, 5):
        found = [entry["date"] for entry in timeline(reports, dates=dates)]
        assert len(found) == dates
        assert found == sorted(found)


def test_order_of_the_reports_plays_no_part(reports: Path, tmp_path: Path) -> None:
    lines = reports.read_text().splitlines(keepends=True)
    random.Random(1).shuffle(lines)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("".join(lines))
    assert timeline(shuffled, dates=4, sentences=2) == timeline(reports, dates=4, sentences=2)


@pytest.mark.parametrize("day", ["2023-05-04", "2023-05-08", "2023-05-12"])
def test_as_of_a_day_is_the_timeline_of_what_was_published_by_then(reports: Path, tmp_path: Path, day: str) -> None:
    prefix = tmp_path / "prefix.jsonl"
    prefix.write_text(
        "".join(f"{line}\n" for line in reports.read_text().splitlines() if json.loads(line)["published_at"] <= day)
    )
    assert timeline(reports, as_of=day) == timeline(prefix)


def test_store_gives_the_same_timeline_as_its_reports(reports: Path, record: Record) -> None:
    assert timeline(record, sentences=2) == timeline(reports, sentences=2)
    assert timeline(record, as_of="2023-05-08") == timeline(reports, as_of="2023-05-08")


def test_words_bound_what_it_is_about(reports: Path) -> None:
    quoted = [told["text"] for entry in timeline(reports, about="mill") for told in entry["sentences"]]
    assert quoted
    assert all("mill" in text for text in quoted)


def test_since_and_until_bound_the_days(reports: Path) -> None:
    assert [entry["date"] for entry in timeline(reports, since="2023-05-03", until="2023-05-06", dates=1)] == [
        "2023-05-05"
    ]


def test_background_from_long_before_is_left_out_unless_asked_for(reports: Path) -> None:
    assert "2003-03-17" not in [entry["date"] for entry in timeline(reports, dates=50)]
    assert "2003-03-17" in [entry["date"] for entry in timeline(reports, dates=50, since="2003-01-01")]


@pytest.mark.parametrize(
    "asked", [{"about": "volcano"}, {"as_of": "2020-01-01"}, {"about": ""}], ids=["words", "day", "no words"]
)
def test_nothing_to_tell_is_said(reports: Path, asked: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match="to make a timeline of"):
        timeline(reports, **asked)


@pytest.mark.parametrize("wrong", [{"dates": 0}, {"sentences": 0}, {"pair": ("A", "B")}], ids=str)
def test_wrong_question_is_refused(reports: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"expected at least|asked of a record"):
        timeline(reports, **wrong)


def test_odd_reports_cost_nothing_but_themselves(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    rows = [
        {"id": "undated", "text": "The wall of the Orlo dam gave way on Thursday.", "language": "en"},
        {"id": "word", "text": "Flood", "published_at": "2023-05-11", "language": "en"},
        {"id": "odd", "text": "\u202eNO\u0301 \U0001f30a … ??", "published_at": "1600-01-01", "language": "en"},
        {"id": "last", "text": "It ends on Friday.", "published_at": "2199-12-31", "language": "en"},
        {"id": "whole", "text": REPORTS[0][2], "published_at": "2023-05-03", "language": "en"},
    ]
    path.write_text("{broken\n" + "".join(json.dumps(row) + "\n" for row in rows))
    found = list(api.summarise(path, dates=3, settings=SETTINGS))
    assert [item.line for item in found if isinstance(item, Failure)] == [1]
    assert any(entry["date"] == "2023-05-02" for entry in found if not isinstance(entry, Failure))

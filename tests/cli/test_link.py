"""dateline link: given mentions to events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXTS = {
    "one": "A ferry sank off the coast of Tarsa on Friday with 40 passengers, the Tarsa port authority said.",
    "two": "The Tarsa ferry sank on Friday off the coast; its 40 passengers were saved, the port authority said.",
    "three": "Parliament voted on a tax for fuel in May.",
}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Return a file of three reports, two of them of one happening."""
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS.items()))
    return path


def mention(name: str, report: str, word: str) -> str:
    start = TEXTS[report].index(word)
    return json.dumps({"mention": name, "id": report, "start": start, "end": start + len(word)}) + "\n"


SOUND = mention("a", "two", "sank") + mention("b", "three", "voted") + mention("c", "one", "sank")


def test_mentions_of_one_happening_have_one_event(run: Run, collection: Path) -> None:
    Path("m.jsonl").write_text(SOUND)
    said = run("link", collection, "--mentions", "m.jsonl", "-o", "out.jsonl")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()] == [
        {"mention": "a", "event": "event-1"},
        {"mention": "b", "event": "event-2"},
        {"mention": "c", "event": "event-1"},
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"mention": "x", "id": "nine", "start": 0, "end": 2}', "'nine'"),
        ('{"mention": "x", "id": "one", "start": 0, "end": 900}', "got 900"),
        ('{"mention": "x", "id": "one", "start": 4, "end": 4}', "start 4 and end 4"),
        ('{"mention": "x", "id": "one", "start": true, "end": 4}', "whole numbers"),
        ('{"mention": "a", "id": "one", "start": 0, "end": 4}', "'a' again"),
        ("[]", "got list"),
        ("{", "cannot be read"),
    ],
)
def test_bad_mention_costs_only_itself(run: Run, collection: Path, line: str, told: str) -> None:
    Path("m.jsonl").write_text(f"{SOUND}\n{line}\n")
    said = run("link", collection, "--mentions", "m.jsonl")
    assert said.code == 3
    assert "m.jsonl:5" in said.err
    assert told in said.err
    assert [found["mention"] for found in said.objects] == ["a", "b", "c"]


def test_mentions_that_are_not_there_are_an_error(run: Run, collection: Path) -> None:
    said = run("link", collection, "--mentions", "none.jsonl")
    assert (said.code, said.out) == (1, "")
    assert "none.jsonl" in said.err

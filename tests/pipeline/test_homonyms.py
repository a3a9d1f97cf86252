"""Persons of one name: the same one across reports, or two who act for different states."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import api

NAME = "Veikko Rantasalo"


def entities(folder: Path, *texts: str) -> list[tuple[str, int]]:
    """Return the entities of the name in a record of one report a day, each with the number of its reports."""
    path = folder / "reports.jsonl"
    days = range(1, len(texts) + 1)
    rows = [
        {"id": f"r{day}", "text": text, "published_at": f"2023-03-0{day}", "language": "en"}
        for day, text in zip(days, texts, strict=True)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with api.read(path) as record:
        return [(entity.id, entity.documents) for entity in record.entities() if entity.name == NAME]


@pytest.mark.parametrize(
    ("texts", "reports"),
    [
        ([f"Finnish Trade Minister {NAME} arrived.", f"Finnish Trade Minister {NAME} left."], [2]),
        ([f"{NAME} arrived.", f"Finnish Trade Minister {NAME} left."], [2]),
        ([f"Finnish Trade Minister {NAME} arrived.", f"Swedish Trade Minister {NAME} left."], [1, 1]),
        (
            [
                f"{NAME} arrived.",
                f"Finnish Trade Minister {NAME} spoke.",
                f"Swedish Trade Minister {NAME} left.",
                f"Swedish Trade Minister {NAME} slept.",
            ],
            [2, 2],
        ),
    ],
    ids=["one state", "state said later", "two states", "two states, the first said later"],
)
def test_persons_of_one_name_are_told_apart_by_their_states(
    tmp_path: Path, texts: list[str], reports: list[int]
) -> None:
    assert sorted(number for _, number in entities(tmp_path, *texts)) == sorted(reports)

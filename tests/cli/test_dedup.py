"""dateline dedup."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

TEXT = (
    "The ferry across the Orlo was held in port on Friday after 14 of its crew fell ill, the owner said. "
    "Two hundred passengers spent the night in a school while doctors of the district looked after them."
)


def line(name: str, text: str, day: int) -> str:
    return json.dumps({"id": name, "text": text, "published_at": f"2023-05-0{day}", "language": "en"}) + "\n"


def test_dedup_prints_one_object_a_report_in_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(line("copy", f"{TEXT} (AFP)", 6) + line("first", TEXT, 5))
    said = run("dedup", path)
    assert (said.code, said.err) == (0, "")
    keys = [
        "id",
        "group",
        "origin",
        "relation",
        "agency",
        "group_agency",
        "similarity",
        "shared",
        "kept",
        "changes",
        "why",
    ]
    assert [list(answer) for answer in said.objects] == [keys, keys]
    assert [(answer["id"], answer["origin"], answer["agency"]) for answer in said.objects] == [
        ("copy", "first", "AFP"),
        ("first", "first", None),
    ]
    assert [answer["group_agency"] for answer in said.objects] == ["AFP", "AFP"]


def test_copies_that_credit_two_agencies_leave_their_group_without_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(line("a", TEXT, 5) + line("b", f"{TEXT} (AFP)", 6) + line("c", f"{TEXT} (Reuters)", 6))
    said = run("dedup", path)
    assert [answer["group_agency"] for answer in said.objects] == [None, None, None]


def test_dedup_goes_on_after_a_report_that_cannot_be_read(run: Run, reports: Path, tmp_path: Path) -> None:
    said = run("dedup", reports, "-o", tmp_path / "origins.jsonl")
    assert (said.code, said.out) == (3, "")
    assert "reports.jsonl:2" in said.err
    assert len((tmp_path / "origins.jsonl").read_text().splitlines()) == 2

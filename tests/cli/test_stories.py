"""dateline stories."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

TEXT = "Engineers opened the spillway of the Orlo dam on Friday after cracks were found in its wall."


def line(name: str, text: str, day: int) -> str:
    return json.dumps({"id": name, "text": text, "published_at": f"2023-05-0{day}", "language": "en"}) + "\n"


def test_stories_prints_one_object_a_report_in_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(line("second", f"{TEXT} Families left the valley.", 6) + line("first", TEXT, 5))
    said = run("stories", path)
    assert (said.code, said.err) == (0, "")
    assert [list(answer) for answer in said.objects] == [["id", "story", "score", "why"]] * 2
    assert [answer["id"] for answer in said.objects] == ["second", "first"]
    assert said.objects[0]["story"] == said.objects[1]["story"]


def test_stories_goes_on_after_a_report_that_cannot_be_read(run: Run, reports: Path, tmp_path: Path) -> None:
    said = run("stories", reports, "-o", tmp_path / "stories.jsonl")
    assert (said.code, said.out) == (3, "")
    assert "reports.jsonl:2" in said.err


def test_record_without_stories_says_so(run: Run, store: Path) -> None:
    said = run("stories", "--store", store)
    assert (said.code, said.out) == (4, "")


def test_question_of_a_record_asked_of_files_is_a_usage_error(run: Run, reports: Path) -> None:
    assert run("stories", reports, "--about", "dam").code == 2
    assert run("stories", reports, "--as-of", "2023-05-05").code == 2

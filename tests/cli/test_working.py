"""The commands that work: build, annotate, extract, demo; and those that look after the installation."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.store import Store
from tests.cli.conftest import Run
from tests.pipeline.fakes import World


def dateline(*arguments: str | Path, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the installed command as a person does."""
    command = Path(sys.executable).parent / "dateline"
    return subprocess.run([command, *arguments], cwd=folder, input=given, capture_output=True, text=True, check=False)


def test_build_tells_what_was_done_and_ends_with_3_when_something_could_not_be_read(
    run: Run, world: World, reports: Path
) -> None:
    said = run("build", reports, "--store", "r.db")
    assert said.code == 3
    assert said.out == "2 reports read, 2 new; 2 analysed, 2 linked; 1 failures\n"
    assert "dateline failures --store r.db" in said.err
    again = run("build", reports, "--store", "r.db", "--json")
    assert again.objects == [{"read": 2, "new": 0, "analysed": 0, "linked": 0, "failures": 1}]


def test_build_without_trouble_ends_with_0(run: Run, world: World, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(" date 2023-03-20 Norway spoke to the press in Oslo.")
    said = run("build", "one.txt", "--store", "r.db")
    assert (said.code, said.err) == (0, "")


def test_build_without_reports_finishes_what_is_left(run: Run, world: World, reports: Path) -> None:
    run("build", reports, "--store", "r.db")
    world.versions["fake.words"] = "2"
    assert run("build", "--store", "r.db", "--json").objects[0]["analysed"] == 2


def test_build_into_a_store_in_use_is_one_line_and_1(run: Run, world: World, reports: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "r.db", create=True).lock():
        said = run("build", reports, "--store", "r.db")
    assert (said.code, said.out) == (1, "")
    assert "another process is writing" in said.err


@pytest.mark.parametrize("jobs", ["-1", "many", "1000"])
def test_impossible_number_of_jobs_is_a_usage_error(run: Run, world: World, reports: Path, jobs: str) -> None:
    assert run("build", reports, "--store", "r.db", "--jobs", jobs).code == 2


def test_missing_file_is_a_failure_on_record(run: Run, world: World) -> None:
    assert run("build", "missing.txt", "--store", "r.db").code == 3
    (failure,) = run("failures", "--store", "r.db", "--json").objects
    assert failure["path"] == "missing.txt"


def test_annotate_gives_one_object_a_report_in_order_and_tells_what_failed(
    run: Run, world: World, reports: Path
) -> None:
    said = run("annotate", reports)
    assert said.code == 3
    assert [found["id"] for found in said.objects] == ["one", "two"]
    assert "reports.jsonl:2" in said.err
    assert "2 reports written, 1 could not be read" in said.err


def test_annotate_keeps_the_order_of_its_arguments(run: Run, world: World, tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Norway spoke to {name} in Oslo on Monday.")
    said = run("annotate", "b.txt", "c.txt", "a.txt")
    assert [found["id"] for found in said.objects] == ["b", "c", "a"]


def test_annotate_reads_gzip(run: Run, world: World, tmp_path: Path) -> None:
    line = json.dumps({"id": "one", "text": "Norway spoke to the press.", "language": "en"}) + "\n"
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    assert [found["id"] for found in run("annotate", "r.jsonl.gz").objects] == ["one"]


def test_annotate_writes_a_file_and_nothing_to_stdout(run: Run, world: World, reports: Path, tmp_path: Path) -> None:
    said = run("annotate", reports, "-o", "out.jsonl")
    assert said.out == ""
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


def test_annotate_gives_the_same_on_every_run(run: Run, world: World, reports: Path) -> None:
    assert run("annotate", reports).out == run("annotate", reports).out


def test_annotate_of_a_missing_file_ends_with_3(run: Run, world: World) -> None:
    said = run("annotate", "missing.jsonl")
    assert (said.code, said.out) == (3, "")
    assert "missing.jsonl" in said.err


def test_report_that_a_stage_fails_on_is_annotated_with_its_failure(run: Run, world: World, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Norway spoke. BREAK fake.words")
    (found,) = run("annotate", "bad.txt").objects
    assert [failure["stage"] for failure in found["failures"]] == ["fake.words"]
    assert found["mentions"]


def test_extract_gives_reports_in_the_input_format(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(" date 2023-03-20 Norway spoke to the press in Oslo on Monday.")
    (found,) = run("extract", "one.txt").objects
    assert (found["id"], found["published_at"]) == ("one", "2023-03-20")
    assert found["text"].startswith("Norway spoke")
    assert run("extract", "one.txt", "missing.html").code == 3


def test_extracted_reports_can_be_extracted_again_unchanged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(" date 2023-03-20 Norway spoke to the press in Oslo on Monday.")
    first = run("extract", "one.txt", "-o", "one.jsonl")
    assert first.code == 0
    assert run("extract", "one.jsonl").out == (tmp_path / "one.jsonl").read_text()


def test_stages_lists_every_stage_and_which_are_used(run: Run) -> None:
    rows = run("stages", "--json").objects
    assert {row["group"] for row in rows} == {"sources", "parsers", "annotators", "finders", "linkers", "exporters"}
    assert all(row["used"] for row in rows if row["name"] == "spacy")
    assert "events.lexicon" in run("stages").out


def test_doctor_checks_model_stages_and_store(run: Run, store: Path) -> None:
    said = run("doctor", "--store", store, "--json")
    assert said.code == 0
    checks = {row["check"]: row for row in said.objects}
    assert all(row["ok"] for row in said.objects)
    assert "sound" in checks[f"store {store}"]["found"]


@pytest.mark.parametrize("content", [b"not a store", b""], ids=["text", "empty"])
def test_doctor_finds_a_store_that_is_none(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "[x].db").write_bytes(content)
    said = run("doctor", "--store", "[x].db")
    assert said.code == 1
    assert "!!" in said.out
    assert "store [x].db" in said.out


def test_doctor_finds_a_wrong_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_JOBS", "many")
    said = run("doctor", "--json")
    assert said.code == 1
    assert [row["ok"] for row in said.objects if row["check"] == "settings"] == [False]


@pytest.mark.slow
def test_installed_command_builds_asks_and_pipes(tmp_path: Path) -> None:
    line = json.dumps(
        {"id": "r", "text": "Norway's prime minister will visit Lima on Monday.", "published_at": "2023-03-17"}
    )
    piped = dateline("annotate", "-", folder=tmp_path, given=line + "\n")
    assert (piped.returncode, piped.stderr) == (0, "")
    assert json.loads(piped.stdout)["id"] == "r"
    wrong = dateline("timeline", "--store", "none.db", folder=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("error: ")
    assert "Traceback" not in wrong.stderr


@pytest.mark.slow
def test_demo_shows_reports_timeline_and_what_is_expected(run: Run, tmp_path: Path) -> None:
    said = run("demo", "--store", "demo.db")
    assert (said.code, said.err) == (0, "")
    for heading in ("The reports", "The timeline", "What is expected next", "What to type next"):
        assert heading in said.out
    assert run("doctor", "--store", "demo.db").code == 0
    assert run("timeline", "--store", "demo.db", "--as-of", "2023-03-18").code == 0


@pytest.mark.parametrize("name", ["reports.jsonl", "."], ids=["the file itself", "its folder"])
def test_output_never_overwrites_what_is_read(run: Run, tmp_path: Path, name: str) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"text": "Norway visited Peru on Monday."}\n', encoding="utf-8")
    said = run("extract", tmp_path / name, "-o", reports)
    assert (said.code, "not read as well" in said.err) == (2, True)
    assert reports.read_text(encoding="utf-8").startswith("{")

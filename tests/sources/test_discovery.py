"""Which files are read, in which order, and by which source."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import registry
from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources import find_reports
from dateline.sources.discovery import BUILT_IN


def names(*paths: Path) -> list[str]:
    return [Path(found.path or "").name for found in find_reports(paths, Settings())]


def test_the_suffixes_known_beforehand_are_those_of_the_registered_sources() -> None:
    declared = {
        suffix: name
        for name in set(BUILT_IN.values())
        for suffix in registry.load(registry.SOURCES, name)(Settings()).suffixes
    }
    assert declared == BUILT_IN


def test_a_folder_is_walked_in_sorted_order_and_other_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/2.txt", "b/1.TXT", "notes.md", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("The envoys met.")
    assert names(tmp_path) == ["a.txt", "1.TXT", "2.txt", "c.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.txt.gz", "The envoys met."),
        ("x.CSV.GZ", "text\nThe envoys met.\n"),
        ("x.tsv.gz", "text\tid\nThe envoys met.\t1\n"),
        ("x.htm.gz", "<html><body><article><p>The envoys met in Oslo on Monday.</p></article></body></html>"),
    ],
)
def test_every_kind_of_file_may_be_packed(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(content.encode()))
    (found,) = find_reports([tmp_path], Settings())
    assert isinstance(found, RawReport)


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("The envoys met.")
    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_a_named_file_of_another_kind_is_a_failure_that_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("The envoys met.")
    (failure,) = find_reports([tmp_path / "notes.md"], Settings())
    assert isinstance(failure, Failure)
    assert ".jsonl" in failure.message


def test_a_missing_path_is_a_failure(tmp_path: Path) -> None:
    (failure,) = find_reports([tmp_path / "none.txt"], Settings())
    assert isinstance(failure, Failure)
    assert (failure.error, failure.path) == ("FileNotFoundError", str(tmp_path / "none.txt"))


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", refuse)
    (failure,) = find_reports([tmp_path], Settings())
    assert isinstance(failure, Failure)
    assert failure.message == "expected a file that can be read, got: Permission denied"


def test_a_dash_is_json_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.BufferedReader(io.BytesIO(b'{"text": "The envoys met."}\n'))  # type: ignore[type-var]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stdin))
    (raw,) = find_reports(["-"], Settings())
    assert isinstance(raw, RawReport)
    assert (raw.path, raw.line) == ("-", 1)


@pytest.mark.slow
def test_reading_text_does_not_import_the_reader_of_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoys met.")
    code = (
        "import sys; from dateline.sources import find_reports; from dateline.settings import Settings\n"
        "found = list(find_reports([sys.argv[1]], Settings()))\n"
        "print(len(found), 'trafilatura' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False", "False"]

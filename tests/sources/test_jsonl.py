"""JSON Lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.model import REPORT_FIELDS, Failure, RawReport
from dateline.settings import Settings
from dateline.sources.jsonl import JsonLinesSource

REPORT: dict[str, object] = {
    "id": "r1",
    "text": "The envoys met.\nThey left.",
    "title": None,
    "published_at": "2023-03",
    "outlet": "Harbour Post",
    "url": "https://harbour.example/1",
    "language": "en",
}


def write(path: Path, *objects: object) -> str:
    content = "\n".join(json.dumps(found) for found in objects).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return str(path)


@pytest.mark.parametrize("name", ["reports.jsonl", "reports.jsonl.gz"])
def test_the_fields_of_each_line_come_as_given_with_its_number(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, REPORT, REPORT | {"id": "r2"})
    first, second = JsonLinesSource(Settings())(path)
    assert first == RawReport(path=path, line=1, media_type="application/json", fields=REPORT)
    assert isinstance(second, RawReport)
    assert (second.line, second.fields["id"]) == (2, "r2")


def test_keys_of_no_field_are_left_out(tmp_path: Path) -> None:
    (raw,) = JsonLinesSource(Settings())(write(tmp_path / "x.jsonl", REPORT | {"embedding": [0.5] * 9}))
    assert isinstance(raw, RawReport)
    assert tuple(raw.fields) == REPORT_FIELDS


def test_blank_lines_count_but_are_no_failures(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'\n  \r\n{"text": "The envoys met."}\r\n\n')
    (raw,) = JsonLinesSource(Settings())(str(path))
    assert isinstance(raw, RawReport)
    assert raw.line == 3


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "The envoys met."}\n' * 100_000 + b"broken")
    found = iter(JsonLinesSource(Settings())(str(path)))
    assert isinstance(next(found), RawReport)


def test_a_broken_line_says_what_was_expected_and_where(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "The envoys met."}\n{"text": }\n')
    _, failure = JsonLinesSource(Settings())(str(path))
    assert failure == Failure(
        stage="sources.jsonl",
        error="SourceError",
        message="expected a JSON object, got broken JSON (Expecting value, column 10)",
        path=str(path),
        line=2,
    )

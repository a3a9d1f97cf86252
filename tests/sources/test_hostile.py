"""Files that no one would call reports: each is a failure that says where, and the good reports beside it are still read."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.documents import DocumentReader
from dateline.model import Document, Failure
from dateline.settings import Settings
from dateline.sources import find_reports

GOOD = "The two ministers met in Vienna on Monday."
GOOD_LINE = json.dumps({"id": "good", "text": GOOD}).encode() + b"\n"
NOISE = random.Random(7).randbytes(20_000)
SETTINGS = Settings(max_report_characters=10_000)


def lines(*bad: bytes) -> bytes:
    return GOOD_LINE + b"".join(line + b"\n" for line in bad) + GOOD_LINE


def read(path: Path) -> tuple[list[Document], list[Failure]]:
    reader = DocumentReader(SETTINGS)
    found = [raw if isinstance(raw, Failure) else reader(raw) for raw in find_reports([path], SETTINGS)]
    documents = [record for record in found if isinstance(record, Document)]
    return documents, [record for record in found if isinstance(record, Failure)]


BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "noise as text": ("x.txt", NOISE, "binary"),
    "noise as a page": ("x.html", NOISE, "page"),
    "noise as a packed page": ("x.html.gz", gzip.compress(NOISE), "page"),
    "noise as a table": ("x.csv", NOISE, "binary"),
    "noise as packed lines": ("x.jsonl.gz", gzip.compress(NOISE), "text, got byte"),
    "an empty text": ("x.txt", b"", "empty"),
    "an empty page": ("x.html", b"", "page"),
    "a page without words": ("x.html", b"<html><body></body></html>", "page"),
    "an empty table": ("x.csv", b"", "text column"),
    "white space": ("x.txt", b" \r\n\t \n", "empty"),
    "a byte order mark alone": ("x.txt", b"\xef\xbb\xbf", "empty"),
    "a NUL in text": ("x.txt", b"The talks \0 were held in Vienna.", "NUL"),
    "UTF-16 without a mark": ("x.txt", GOOD.encode("utf-16-le"), "binary"),
    "half a UTF-16 character": ("x.txt", GOOD.encode("utf-16")[:-1], "utf-16"),
    "damaged UTF-8": ("x.txt", "Žofín, Šárka, Černín, Žižkov".encode() + b"\xff", "utf-8"),
    "text that is too long": ("x.txt", b"peace " * 10_000, "longer"),
    "text a little too long": ("x.txt", b"peace " * 2_000, "characters"),
    "a date that is none": ("x.txt", b" date 2023-02-30 The envoys met.", "date"),
    "a date and no text": ("x.txt", b" date 2023-03-20 ", "empty"),
    "gzip cut short": ("x.jsonl.gz", gzip.compress(GOOD_LINE * 500)[:60], "cut short"),
    "gzip that is damaged": ("x.jsonl.gz", gzip.compress(NOISE)[:200] + b"\0" * 300, "damaged"),
    "gzip of nothing but its mark": ("x.jsonl.gz", b"\x1f\x8b", "cut short"),
    "a table without text": ("x.csv", b"id,name\n1,Vienna\n", "text column"),
    "a page nested deeply": ("x.html", b"<div>" * 9_000, "page"),
    "a page that is too long": ("x.html", b"<p>peace</p>" * 10_000, "longer"),
    "brackets nested a million deep": ("x.jsonl", b"[" * 50_000 + b"\n", "deeply"),
}

BAD_LINES: dict[str, tuple[bytes, str]] = {
    "broken JSON": (b'{"text": "The envoys', "broken JSON"),
    "a list": (b'["The envoys met."]', "got list"),
    "a number": (b"7", "got int"),
    "a number of 5,000 digits": (b'{"text": "x", "id": ' + b"7" * 5_000 + b"}", "cannot be read"),
    "null": (b"null", "got NoneType"),
    "no text": (b'{"id": "a"}', "text: expected a string, got nothing"),
    "text that is null": (b'{"text": null}', "text: expected a string, got nothing"),
    "text that is a list": (b'{"text": ["The envoys met."]}', "text: expected a string, got list"),
    "text of white space": (b'{"text": " \\n "}', "empty"),
    "text that is too long": (b'{"text": "' + b"a" * 10_001 + b'"}', "10,001"),
    "a line that is too long": (b'{"text": "' + b"a" * 300_000 + b'"}', "a longer one"),
    "a lone surrogate": (b'{"text": "The \\ud800 envoys met."}', "U\\+D800"),
    "a lone surrogate in the title": (b'{"text": "The envoys met.", "title": "\\udfff"}', "title"),
    "an escaped NUL": (b'{"text": "The \\u0000 envoys met."}', "NUL"),
    "a NUL": (b'{"text": "The \0 envoys met."}', "broken JSON"),
    "bytes that are no UTF-8": (b'{"text": "The envoys \xff met."}', "utf-8"),
    "deep brackets": (b'{"text": "x", "a": ' + b"[" * 50_000 + b"}", "deeply|broken"),
    "a date that is none": (b'{"text": "The envoys met.", "published_at": "2023-02-30"}', "published_at"),
    "a date in words": (b'{"text": "The envoys met.", "published_at": "last week"}', "published_at"),
    "a date that is a number": (b'{"text": "The envoys met.", "published_at": 1679270400}', "published_at"),
    "a year before newspapers": (b'{"text": "The envoys met.", "published_at": "0001-01-01"}', "published_at"),
    "a title that is an object": (b'{"text": "The envoys met.", "title": {"a": 1}}', "title"),
    "an id that is true": (b'{"text": "The envoys met.", "id": true}', "id: expected"),
    "an outlet that is a list": (b'{"text": "The envoys met.", "outlet": []}', "outlet"),
    "a file separator": (b"\x1c", "broken JSON"),
}


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_a_failure_and_its_neighbours_are_read(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(GOOD)
    documents, failures = read(tmp_path)
    assert {document.external_id for document in documents} >= {"a", "z"}
    assert failures
    assert all(failure.path == str(tmp_path / name) for failure in failures)
    assert re.search(message, failures[0].message)


@pytest.mark.parametrize(("line", "message"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_a_failure_and_the_lines_around_it_are_read(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(lines(line))
    documents, (failure,) = read(path)
    assert [document.external_id for document in documents] == ["good", "good"]
    assert (failure.path, failure.line) == (str(path), 2)
    assert re.search(message, failure.message)


BAD_ROWS: dict[str, tuple[bytes, str]] = {
    "a mark that is never closed": (b'b,"The envoys', "expected after|end of data"),
    "a mark inside a value": (b'b,"The "envoys" met."', "expected after"),
    "too many values": (b"b,The envoys,met", "expected 2 values"),
    "too few values": (b"b", "expected 2 values"),
    "an empty text": (b"b,", "empty"),
    "bytes in no encoding of the file": ("b,The minister of Žofín ".encode() + b"\xff", "utf-8"),
    "a value that is too long": (b"b," + b"a" * 60_000, "longer"),
    "a NUL": (b"b,The \0 envoys", "NUL"),
}


@pytest.mark.parametrize(("row", "message"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_is_a_failure_and_the_rows_around_it_are_read(tmp_path: Path, row: bytes, message: str) -> None:
    path = tmp_path / "x.csv"
    good = ",".join(["{}", "The two ministers — old friends — met in Vienna."]) + "\n"
    path.write_bytes(b"id,text\n" + good.format("a").encode() + row + b"\n" + good.format("z").encode())
    documents, failures = read(path)
    assert [document.external_id for document in documents] == ["a", "z"]
    assert {(failure.path, failure.line) for failure in failures} == {(str(path), 3)}
    assert re.search(message, failures[0].message)


def test_rows_that_each_open_a_mark_are_not_read_again_without_end(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"id,text\n" + b'x","y\n' * 20_000)
    documents, failures = read(path)
    assert not documents
    assert 1 < len(failures) < 1_000


def test_reports_before_the_end_of_cut_gzip_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    noisy = b"".join(
        json.dumps({"id": str(n), "text": f"{GOOD} {NOISE[n * 9 : n * 9 + 9].hex()}"}).encode() + b"\n"
        for n in range(2000)
    )
    path.write_bytes(gzip.compress(noisy)[:-2_000])
    documents, (failure,) = read(path)
    assert len(documents) > 500
    assert failure.line == len(documents) + 1


def test_a_file_that_is_no_json_lines_is_given_up_after_a_hundred_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("The envoys met.\n" * 5_000)
    documents, failures = read(path)
    assert not documents
    assert len(failures) == 101


def test_utf_16_with_a_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(GOOD, encoding="utf-16")
    (tmp_path / "x.jsonl").write_text(GOOD_LINE.decode(), encoding="utf-16")
    (tmp_path / "x.csv").write_text(f"text\n{GOOD}\n", encoding="utf-16")
    documents, failures = read(tmp_path)
    assert not failures
    assert [document.text for document in documents] == [GOOD] * 3


def _broken_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    "make", [_broken_link, _link_to_itself, os.mkfifo], ids=["broken link", "link to itself", "pipe"]
)
def test_what_is_no_regular_file_is_a_failure(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "x.txt")
    (tmp_path / "z.txt").write_text(GOOD)
    documents, (failure,) = read(tmp_path)
    assert len(documents) == 1
    assert failure.path == str(tmp_path / "x.txt")


def test_a_folder_named_like_a_file_is_walked(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "y.txt").write_text(GOOD)
    documents, failures = read(tmp_path)
    assert (len(documents), failures) == (1, [])


def test_a_link_to_a_folder_above_does_not_loop(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "z.txt").write_text(GOOD)
    documents, failures = read(tmp_path)
    assert (len(documents), failures) == (1, [])


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"")
    Path(os.fsdecode(path + b".txt")).write_text(GOOD)
    (document,), (failure,) = read(tmp_path)
    assert failure.path is not None
    assert failure.path.encode("utf-8").endswith(b"\\xff.txt")
    assert document.source is not None
    assert document.source.encode("utf-8").endswith(b"\\xff.txt.txt")

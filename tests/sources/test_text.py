"""Plain text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources.text import TextSource


def fields(tmp_path: Path, content: bytes) -> dict[str, object]:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    (raw,) = TextSource(Settings())(str(path))
    assert isinstance(raw, RawReport), raw
    return dict(raw.fields)


def test_text_is_kept_as_read_with_its_line_ends_and_outer_blanks(tmp_path: Path) -> None:
    assert fields(tmp_path, b"  The envoys met.\r\n\r\nCafe\xcc\x81 talks.\n ") == {
        "text": "  The envoys met.\r\n\r\nCafe\u0301 talks.\n "
    }


def test_a_date_before_the_text_is_no_part_of_it(tmp_path: Path) -> None:
    found = fields(tmp_path, b" date 2023-03-20 The envoys met.\n")
    assert found == {"text": "The envoys met.\n", "published_at": "2023-03-20"}


def test_a_sentence_about_a_date_is_text(tmp_path: Path) -> None:
    assert fields(tmp_path, b"A date 2023-03-20 was named.") == {"text": "A date 2023-03-20 was named."}


def test_a_date_that_does_not_exist_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(" date 2023-02-29 The envoys met.")
    (failure,) = TextSource(Settings())(str(path))
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.path) == ("sources.text", str(path))
    assert "2023-02-29" in failure.message


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("\ufeffThe envoys met.".encode(), "The envoys met."),
        ("“Peace”, he said.".encode("utf-16"), "“Peace”, he said."),
        ("“Peace”, he said of the long talks that were held in Geneva.".encode("cp1252"), None),
        ("Министр приехал в Вену на переговоры с коллегами из соседних стран.".encode("cp1251"), None),
    ],
    ids=["utf-8 with mark", "utf-16", "windows-1252", "windows-1251"],
)
def test_the_encoding_is_told(tmp_path: Path, content: bytes, text: str | None) -> None:
    expected = text or content.decode("cp1251" if content[0] == 0xCC else "cp1252")
    assert fields(tmp_path, content)["text"] == expected


@pytest.mark.parametrize("name", ["none.txt", ""], ids=["no such file", "a folder"])
def test_what_cannot_be_opened_is_a_failure(tmp_path: Path, name: str) -> None:
    (failure,) = TextSource(Settings())(str(tmp_path / name))
    assert isinstance(failure, Failure)
    assert failure.error in ("FileNotFoundError", "IsADirectoryError")
    assert failure.message.startswith("expected a file that can be read")

"""Tables of reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources.csv import CsvSource


def read(tmp_path: Path, content: str, *, name: str = "x.csv", encoding: str = "utf-8") -> list[RawReport | Failure]:
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return list(CsvSource(Settings())(str(path)))


def fields(found: list[RawReport | Failure]) -> list[dict[str, object]]:
    assert all(isinstance(raw, RawReport) for raw in found), found
    return [dict(raw.fields) for raw in found if isinstance(raw, RawReport)]


@pytest.mark.parametrize(
    ("name", "delimiter"), [("x.csv", ","), ("x.csv", ";"), ("x.tsv", "\t")], ids=["comma", "semicolon", "tab"]
)
def test_columns_are_read_by_name_whatever_separates_them(tmp_path: Path, name: str, delimiter: str) -> None:
    content = "id,text,language\nr1,The envoys met.,en\n".replace(",", delimiter)
    assert fields(read(tmp_path, content, name=name)) == [{"id": "r1", "text": "The envoys met.", "language": "en"}]


def test_usual_other_names_of_columns_are_understood(tmp_path: Path) -> None:
    found = fields(read(tmp_path, "Headline,Body,Source,Publish Date,Link\nTalks,They met.,Post,2023-03-20,u\n"))
    assert found == [
        {"title": "Talks", "text": "They met.", "outlet": "Post", "published_at": "2023-03-20", "url": "u"}
    ]


def test_a_column_of_the_field_s_own_name_goes_before_another(tmp_path: Path) -> None:
    assert fields(read(tmp_path, "content,text\nraw,They met.\n")) == [{"text": "They met."}]


def test_a_quoted_value_keeps_its_line_ends_and_the_row_the_line_it_begins_on(tmp_path: Path) -> None:
    found = read(tmp_path, 'id,text\r\na,"They met.\r\n\r\n""Well"", he said."\r\nb,They left.\r\n')
    assert [row["text"] for row in fields(found)] == ['They met.\r\n\r\n"Well", he said.', "They left."]
    assert [found.line for found in found] == [2, 5]


def test_a_long_text_is_read_whole(tmp_path: Path) -> None:
    text = "peace " * 100_000
    assert fields(read(tmp_path, f'text\n"{text}"\n')) == [{"text": text}]


def test_windows_1252_is_told(tmp_path: Path) -> None:
    (row,) = fields(read(tmp_path, "text\n“We have time” was all the minister said.\n", encoding="cp1252"))
    assert row["text"] == "“We have time” was all the minister said."


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    assert len(read(tmp_path, "id,text\n\n,\na,They met.\n\n")) == 1


def test_a_table_without_a_text_column_is_one_failure_that_shows_the_header(tmp_path: Path) -> None:
    (failure,) = read(tmp_path, "name,capital\nAustria,Vienna\n")
    assert isinstance(failure, Failure)
    assert "name, capital" in failure.message

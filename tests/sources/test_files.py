"""Files as bytes and lines."""

from __future__ import annotations

import codecs
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.sources.files import Lines, open_unpacked, read_whole


@given(st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"")), max_size=20), st.booleans())
def test_lines_joined_are_what_was_read(pieces: list[bytes], ends: bool) -> None:
    content = b"\n".join(pieces) + (b"\n" if ends else b"")
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = b"-" + content
    lines = Lines(io.BytesIO(content), limit=100)
    assert b"".join(lines) == content
    assert lines.number == len(
        content.splitlines(keepends=True) if b"\r" not in content else io.BytesIO(content).readlines()
    )


@pytest.mark.parametrize("length", [200, 70_000, 400_000], ids=["in a chunk", "across two", "across many"])
def test_a_line_over_the_limit_raises_and_the_next_is_read(length: int) -> None:
    lines = Lines(io.BytesIO(b"first\n" + b"x" * length + b"\nlast\n"), limit=100)
    assert next(lines) == b"first\n"
    with pytest.raises(SourceError, match="longer"):
        next(lines)
    assert lines.number == 2
    assert list(lines) == [b"last\n"]
    assert lines.number == 3


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert list(Lines(io.BytesIO(b"\xef\xbb\xbfa\nb"), limit=100)) == [b"a\n", b"b"]


def test_utf_16_comes_out_as_utf_8() -> None:
    assert list(Lines(io.BytesIO("né\nб".encode("utf-16")), limit=100)) == ["né\n".encode(), "б".encode()]


def test_gzip_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    packed, plain = tmp_path / "packed.txt", tmp_path / "plain.gz"
    packed.write_bytes(gzip.compress(b"peace"))
    plain.write_bytes(b"peace")
    assert [read_whole(str(path), 100) for path in (packed, plain)] == [b"peace", b"peace"]


def test_a_file_over_the_limit_is_refused_even_when_packed_small(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt"
    path.write_bytes(gzip.compress(b"a" * 10_000_000))
    with pytest.raises(SourceError, match="at most 1,000 bytes"):
        read_whole(str(path), 1_000)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"peace\n"))))  # type: ignore[type-var]
    with open_unpacked("-") as stream:
        assert stream.read() == b"peace\n"

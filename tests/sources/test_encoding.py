"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.sources.encoding import decode, guess_encoding

WORDS = "The minister said that the talks had gone well. "


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    text = "“Peace”\r\nЗеленский"
    mark = "\ufeff" if encoding.endswith("e") else ""
    assert decode((mark + text).encode(encoding)) == text


def test_few_bytes_beyond_ascii_are_windows_1252() -> None:
    assert guess_encoding((WORDS + "“Naïve”, he said in São Paulo.").encode("cp1252")) == "cp1252"


def test_damaged_utf_8_is_refused_and_not_read_as_another_encoding() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode("Zelenskyy – “peace” – é".encode() + b"\xff")


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\x01\x02\x03\x04\x05\x06\x07"], ids=["png", "controls"]
)
def test_binary_data_is_refused(content: bytes) -> None:
    with pytest.raises((SourceError, UnicodeDecodeError)):
        decode(content)


def test_a_stray_control_character_is_kept() -> None:
    assert decode(b"The talks\x07 went well.") == "The talks\x07 went well."

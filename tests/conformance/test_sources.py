"""The kit for sources: whoever registers one keeps to this."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from dateline import registry
from dateline.documents import DocumentReader
from dateline.model import REPORT_FIELDS, Document, Failure, RawReport
from dateline.settings import Settings

SETTINGS = Settings()
KINDS = [
    (name, suffix)
    for name in registry.names(registry.SOURCES)
    for suffix in registry.load(registry.SOURCES, name)(SETTINGS).suffixes
]
kinds = pytest.mark.parametrize(("name", "suffix"), KINDS, ids=[suffix for _, suffix in KINDS])

ODD = {
    "empty": b"",
    "white space": b" \n\t\r\n",
    "zero bytes": b"\x00" * 300,
    "bytes that are no text": bytes(range(256)) * 4,
    "an archive": gzip.compress(b"\xff\xfe" * 40)[:30],
    "an open bracket": b'{"text": "Norway',
    "an open quotation mark": b'text,id\n"Norway',
    "an open element": b"<html><body><p>Norway",
    "only a byte order mark": b"\xef\xbb\xbf",
}


def made(name: str) -> Any:
    return registry.load(registry.SOURCES, name)(SETTINGS)


@kinds
def test_source_goes_by_the_name_it_is_registered_under(name: str, suffix: str) -> None:
    assert made(name).name == name
    assert suffix.startswith(".")
    assert suffix == suffix.lower()


@kinds
@pytest.mark.parametrize("content", ODD.values(), ids=ODD.keys())
def test_odd_file_costs_itself_and_says_where(name: str, suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"odd{suffix}"
    path.write_bytes(content)
    for found in made(name)(str(path)):
        assert found.path == str(path)
        if isinstance(found, Failure):
            assert found.message
            assert found.error
        else:
            assert set(found.fields) <= set(REPORT_FIELDS)


@kinds
@pytest.mark.parametrize("missing", ["none", "a folder"])
def test_file_that_cannot_be_opened_is_one_failure(name: str, suffix: str, missing: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    if missing == "a folder":
        path.mkdir()
    (found,) = made(name)(str(path))
    assert isinstance(found, Failure)
    assert found.path == str(path)


@kinds
def test_report_that_was_read_makes_a_document(name: str, suffix: str, tmp_path: Path) -> None:
    text = "Norway visited Peru on Monday and signed an accord."
    content = {
        "text": text,
        "jsonl": f'{{"text": "{text}"}}',
        "csv": f"text\n{text}\n",
        "html": f"<html><body><article><p>{text}</p></article></body></html>",
    }
    path = tmp_path / f"x{suffix}"
    path.write_text(content.get(name, text), encoding="utf-8")
    (raw,) = made(name)(str(path))
    assert isinstance(raw, RawReport)
    document = DocumentReader(SETTINGS)(raw)
    assert isinstance(document, Document)
    assert text in document.text

"""Text that no one wrote: it costs no more time than prose, and a fault in one report costs no other."""

from __future__ import annotations

import gzip
import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.annotations.parsing import LONGEST_SENTENCE
from dateline.findings.quotations.marks import regions
from dateline.model import Failure, RawReport, Span
from dateline.settings import Settings
from dateline.sources import find_reports
from dateline.sources.csv import CsvSource
from dateline.sources.html import HtmlSource
from dateline.sources.jsonl import JsonLinesSource
from tests.factories import parser

SETTINGS = Settings()


def failures(found: Iterator[RawReport | Failure]) -> list[Failure]:
    return [item for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("sign", ["[", '"', "…", "😀", "%", "a-", "/a", "🇷🇺"])
def test_row_of_signs_is_one_token_a_piece_and_is_parsed_at_once(sign: str) -> None:
    begun = time.process_time()
    (parse,) = parser()([sign * 30_000])
    assert time.process_time() - begun < 5
    assert sum(len(sentence.tokens) for sentence in parse.sentences) < 20


@pytest.mark.parametrize("text", ['" ' * 5_000, "1 " * 5_000, "- " * 5_000], ids=["marks", "figures", "dashes"])
def test_long_row_of_single_signs_has_no_sentences(text: str) -> None:
    (parse,) = parser()([text])
    assert parse.sentences == ()


def test_sentence_without_end_is_cut_into_sentences_whose_trees_are_whole() -> None:
    text = "the ministers of the coastal states talked about fishing and trade, " * 120
    (parse,) = parser()([text])
    assert len(parse.sentences) > 1
    for sentence in parse.sentences:
        assert len(sentence.tokens) <= LONGEST_SENTENCE
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
    starts = [sentence.span.start for sentence in parse.sentences]
    assert starts == sorted(starts)


def test_closing_marks_without_number_cost_linear_time() -> None:
    text = '"' * 100_000
    begun = time.process_time()
    assert regions(text, Span(0, len(text))) == ()
    assert time.process_time() - begun < 5


def test_header_that_breaks_the_rules_of_quoting_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b'"a"b,text\n1,2\n')
    (failure,) = failures(CsvSource(SETTINGS)(str(path)))
    assert failure.path == str(path)
    assert "expected a header" in failure.message


def test_table_without_a_readable_row_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"id,text\n" + b"x\n" * 5_000)
    found = failures(CsvSource(SETTINGS)(str(path)))
    assert len(found) == 101
    assert "first hundred" in found[-1].message


def test_tag_with_countless_attributes_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_bytes(b"<p " + b" ".join(b'a%d="<>"' % number for number in range(50_000)) + b">Peace.</p>")
    begun = time.process_time()
    (failure,) = failures(HtmlSource(SETTINGS)(str(path)))
    assert time.process_time() - begun < 5
    assert "attributes" in failure.message


def test_long_attribute_is_no_many(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    words = b"The ministers of the two countries talked about the border and about trade for a long time. " * 5
    path.write_bytes(b'<article><img src="data:' + b"A b " * 5_000 + b'"><p>' + words + b"</p></article>")
    assert not failures(HtmlSource(SETTINGS)(str(path)))


def test_gzip_that_unpacks_to_hundreds_of_times_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as stream:
        for _ in range(36):
            stream.write(b" " * ((1 << 20) - 1) + b"\n")
    path.write_bytes(packed.getvalue())
    found = failures(JsonLinesSource(SETTINGS)(str(path)))
    assert "packed" in found[-1].message


def test_fault_of_a_source_costs_its_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: CsvSource, _path: str) -> Iterator[RawReport]:
        raise KeyError("not foreseen")

    monkeypatch.setattr(CsvSource, "__call__", fail)
    (tmp_path / "a.csv").write_text("id,text\n")
    (tmp_path / "b.txt").write_text("The envoys met in Lima.")
    failure, report = find_reports([tmp_path], SETTINGS)
    assert isinstance(failure, Failure)
    assert failure.error == "KeyError"
    assert failure.path == str(tmp_path / "a.csv")
    assert isinstance(report, RawReport)

"""What a newer reader or parser makes of reports that are in the record already."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.documents import DocumentReader
from dateline.model import Dateline, Moment, Span
from dateline.store import Reader, Store
from tests.pipeline.fakes import World
from tests.pipeline.test_build import content, paths, run, store, write  # noqa: F401

FIRST = {"id": "one", "text": "Norway spoke.", "published_at": "2023-03-01", "language": "en"}
UNDATED = {"id": "two", "text": "Chile spoke.", "language": "en"}


def newer_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a reader in place that finds a dateline in every report that states no date."""
    found = Dateline(span=Span(0, 0), published_at=Moment("2023-02-01"))
    monkeypatch.setattr("dateline.documents.reading.read_dateline", lambda _text: found)
    monkeypatch.setattr(DocumentReader, "version", "newer")


def test_newer_reader_reads_what_is_in_the_record_without_the_files(
    world: World,
    store: Store,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(store, [write(tmp_path / "r.jsonl", [FIRST, UNDATED])])
    newer_reader(monkeypatch)
    assert run(store, []).analysed == 2
    with store.reading() as connection:
        dated = {document.name: document.dated for document in Reader(connection).documents()}
    assert dated == {"two": Moment("2023-02-01"), "one": Moment("2023-03-01")}


def test_record_that_is_read_again_is_the_one_that_the_newer_reader_builds(
    world: World,
    store: Store,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = [write(tmp_path / "r.jsonl", [FIRST, UNDATED])]
    run(store, reports)
    newer_reader(monkeypatch)
    run(store, [])
    with Store() as anew:
        run(anew, reports)
        assert content(store) == content(anew)


def test_paragraph_that_could_not_be_parsed_is_not_kept_as_nothing_found(
    world: World,
    store: Store,  # noqa: F811
    tmp_path: Path,
) -> None:
    report = {**FIRST, "text": "Norway spoke.\n\nPeru was UNPARSEABLE."}
    summary = run(store, [write(tmp_path / "r.jsonl", [report])])
    assert (summary.analysed, summary.failures) == (1, 1)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM layers").scalar_one() == 0

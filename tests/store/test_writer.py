"""Writing: reports once, analyses and links as often as what they rest on changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dateline.model import (
    Document,
    EntityMention,
    EventMention,
    Failure,
    Layers,
    Moment,
    Part,
    Quotation,
    Role,
    Span,
)
from dateline.store import Analysis, Reader, StageOutput, Store, Worklist, Writer
from tests.records import AT, NORWAY, PERU, fill, naming, quoting, report, telling, unfinished

TEXT = "Norway received Peru. “We agree,” it said."


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        with opened.transaction() as connection:
            Writer(connection, run="run:1").begin_run(at=AT, version="0", settings="abc")
        yield opened


def enter(store: Store, *documents: Document, reader: str = "documents 1") -> int:
    with store.transaction() as connection:
        return Writer(connection, run="run:1").add_documents(documents, reader=reader, at=AT)


def counts(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return Reader(connection).counts()


def ask(store: Store, sql: str) -> Any:
    with store.reading() as connection:
        return connection.exec_driver_sql(sql).scalar()


def test_report_comes_back_as_it_was_entered(store: Store) -> None:
    document = replace(
        report(TEXT, id="monday-1", outlet="The Fjord Times", title="Talks “over”"),
        agency="ANS",
        url="https://example.org/1",
        retrieved_at=Moment("2023-03-21T10:00:00Z"),
        parts=(Part(span=Span(0, 5), paragraph=0), Part(span=Span(5, 9), role=Role.CAPTION, paragraph=1)),
    )
    enter(store, document)
    with store.reading() as connection:
        assert Reader(connection).document(document.id) == document
        assert Reader(connection).document("monday-1") == document


def test_report_entered_twice_is_one_report(store: Store) -> None:
    assert enter(store, report(TEXT)) == 1
    assert enter(store, report(TEXT), report("Another one.")) == 1
    assert counts(store)["documents"] == 2


def test_same_report_twice_in_one_batch_is_one_report(store: Store) -> None:
    assert enter(store, report(TEXT), report(TEXT)) == 1


def test_newer_reader_replaces_what_the_older_made_and_the_work_is_done_again(store: Store) -> None:
    document = report(TEXT)
    fill(store, document, tellings=[telling(document)])
    assert unfinished(store) == (0, 0)
    again = replace(document, agency="ANS")
    assert enter(store, again, reader="documents 2") == 0
    with store.reading() as connection:
        assert Reader(connection).document(document.id) == again
    assert unfinished(store) == (1, 1)


def test_same_reader_leaves_a_known_report_alone(store: Store) -> None:
    document = report(TEXT)
    fill(store, document)
    enter(store, replace(document, agency="ANS"))
    with store.reading() as connection:
        assert Reader(connection).document(document.id) == document
    assert unfinished(store) == (0, 0)


def test_analysis_replaces_the_one_before_and_takes_its_links_along(store: Store) -> None:
    document = report(TEXT)
    mentions = [naming(document, Span(0, 6), NORWAY), naming(document, Span(16, 20), PERU)]
    fill(store, document, mentions=mentions, tellings=[telling(document)], quotations=[quoting(document, Span(23, 32))])
    before = counts(store)
    assert (before["event_mentions"], before["quotations"], before["entities"], before["events"]) == (1, 1, 2, 1)
    _analyse(store, document, Layers().with_records([EntityMention, EventMention, Quotation], []))
    after = counts(store)
    assert (after["event_mentions"], after["quotations"], after["events"]) == (0, 0, 0)
    assert ask(store, "SELECT count(*) FROM event_keys") == 0
    assert ask(store, "SELECT count(*) FROM event_parties") == 0
    assert unfinished(store, "other key") == (0, 1)


def _analyse(
    store: Store,
    document: Document,
    layers: Layers,
    *,
    outputs: list[StageOutput] | None = None,
    failures: list[Failure] | None = None,
    parses: dict[str, bytes] | None = None,
) -> int:
    with store.transaction() as connection:
        pk = connection.exec_driver_sql("SELECT pk FROM documents WHERE id = ?", (document.id,)).scalar_one()
        analysis = Analysis.of(
            pk, layers, parser="p 1", parses=parses or {}, outputs=outputs or [], failures=failures or []
        )
        Writer(connection, run="run:1").save_analysis(analysis, document_id=document.id, key="other key")
    return int(pk)


def test_stage_output_comes_back_under_its_key(store: Store) -> None:
    document = report(TEXT)
    enter(store, document)
    layers = Layers().with_records([EventMention, Quotation], [telling(document), quoting(document, Span(23, 32))])
    kinds = [EventMention, Quotation]
    pk = _analyse(store, document, layers, outputs=[StageOutput.of("finder", "key:1", kinds, layers)])
    with store.reading() as connection:
        outputs = Worklist(connection).outputs(pk)
    assert outputs["finder"].key == "key:1"
    assert outputs["finder"].records(kinds) == [telling(document), quoting(document, Span(23, 32))]


def test_parse_comes_back_by_digest_and_parser(store: Store) -> None:
    document = report(TEXT)
    enter(store, document)
    _analyse(store, document, Layers(), parses={"d1": b"parse one", "d2": b"parse two"})
    with store.reading() as connection:
        work = Worklist(connection)
        assert work.parses(["d1", "d2", "d3"], "p 1") == {"d1": b"parse one", "d2": b"parse two"}
        assert work.parses(["d1"], "p 2") == {}
        assert work.parses([], "p 1") == {}
        assert work.parses([str(number) for number in range(1200)] + ["d2"], "p 1") == {"d2": b"parse two"}


def test_failure_met_again_stays_one_and_goes_when_its_file_is_read_anew(store: Store) -> None:
    failure = Failure(stage="sources", error="SourceError", message="no text", path="a.csv", line=3)
    with store.transaction() as connection:
        writer = Writer(connection, run="run:1")
        writer.add_failures([failure])
        writer.add_failures([failure, replace(failure, path="b.csv")])
    with store.reading() as connection:
        assert list(Reader(connection).failures()) == [failure, replace(failure, path="b.csv")]
    with store.transaction() as connection:
        Writer(connection, run="run:1").clear_failures("a.csv")
    with store.reading() as connection:
        assert [found.path for found in Reader(connection).failures()] == ["b.csv"]


def test_failure_of_a_stage_goes_when_its_report_is_analysed_again(store: Store) -> None:
    document = report(TEXT)
    enter(store, document)
    failed = Failure(stage="finder", error="KeyError", message="x", document_id=document.id, path="a.csv")
    _analyse(store, document, Layers(), failures=[failed])
    assert counts(store)["failures"] == 1
    with store.transaction() as connection:
        Writer(connection, run="run:1").clear_failures("a.csv")
    assert counts(store)["failures"] == 1
    _analyse(store, document, Layers())
    assert counts(store)["failures"] == 0


def test_unlinking_takes_back_what_was_known_from_then_on_and_keeps_what_was_known_before(store: Store) -> None:
    early, late = report("Early.", published_at="2023-03-01"), report("Late.", published_at="2023-03-20")
    fill(store, early, mentions=[naming(early, Span(0, 5), NORWAY)], tellings=[telling(early)])
    fill(store, late, mentions=[naming(late, Span(0, 4), PERU)], tellings=[telling(late)])
    with store.transaction() as connection:
        Writer(connection, run="run:1").unlink_from(late.order)
    with store.reading() as connection:
        (kept,) = Reader(connection).event_mentions()
        assert kept.document.id == early.id
        rows = Reader(connection).entity_rows()
        assert [(row.id, row.documents) for row in rows] == [(NORWAY.id, 1), (PERU.id, 1)]
        assert Worklist(connection).first_to_link("key") == late.order
    assert unfinished(store) == (0, 1)


def test_run_is_entered_with_its_end(store: Store) -> None:
    assert ask(store, "SELECT finished_at FROM runs") is None
    with store.transaction() as connection:
        Writer(connection, run="run:1").end_run(at="2024-01-02T00:00:00Z")
    assert ask(store, "SELECT finished_at FROM runs") == "2024-01-02T00:00:00Z"

"""When an undated report was written, by what links it to the dated reports of a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import NotFoundError
from dateline.model import (
    CopyRelation,
    Document,
    DocumentTime,
    Interval,
    KeyedLink,
    LinkKind,
    Modality,
    Moment,
    Origin,
    Span,
    TimeBasis,
)
from dateline.pipeline import build
from dateline.settings import Settings
from dateline.store import Store, Writer
from dateline.views.record import Record
from tests.pipeline.examples import remember_parses, write_reports
from tests.records import days, fill, link, quoting, report, telling

TEXT = "The envoys said that the bridge over the river would be open to all by noon."
UNDATED = report(TEXT, id="undated", published_at=None)
WORDS = Span(21, 75)


def dated(day: str, text: str = TEXT) -> Document:
    return report(text, id=day, published_at=day)


def within(first: str, last: str) -> Document:
    time = DocumentTime(interval=days(first, last), basis=TimeBasis.TEXT, reasons=("its own words",))
    return replace(UNDATED, time=time)


def copied(store: Store, pk: int, copy: Document, origin: Document, relation: CopyRelation, shared: float) -> None:
    told = Origin(document_id=copy.id, origin=origin.id, group=origin.id, relation=relation, shared=shared, kept=shared)
    save(store, pk, KeyedLink(link=link(copy.id, origin.id, LinkKind.COPY_OF), data=told.written()), copy.order)


def save(store: Store, pk: int, keyed: KeyedLink, order: str) -> None:
    with store.transaction() as connection:
        Writer(connection, run="run:1").save_link(pk, keyed, order=order)


def told(store: Store, as_of: str | None = None) -> DocumentTime:
    return Record(store).dated("undated", as_of=as_of).time


def test_copy_of_a_dated_report_is_of_its_days() -> None:
    origin = dated("2023-03-20")
    with Store() as store:
        fill(store, origin)
        copied(store, fill(store, UNDATED), UNDATED, origin, CopyRelation.COPY, 1.0)
        time = told(store)
    assert time.interval == days("2023-03-17", "2023-03-23")
    assert (time.basis, time.value) == (TimeBasis.RECORD, None)
    assert time.reasons == ("shares most of its words with 2023-03-20, dated 2023-03-20",)


@pytest.mark.parametrize(
    ("shared", "expected"),
    [(0.3, days("2023-03-06", "2023-04-03")), (0.1, days("2023-01-19", "2023-05-19"))],
    ids=["a passage", "a little background"],
)
def test_passage_in_common_bounds_less_closely_than_a_copy(shared: float, expected: Interval) -> None:
    origin = dated("2023-03-20")
    with Store() as store:
        fill(store, origin)
        copied(store, fill(store, UNDATED), UNDATED, origin, CopyRelation.EXCERPT, shared)
        assert told(store).interval == expected


def test_report_that_is_copied_is_of_the_days_of_its_copy() -> None:
    copy, undated = dated("2023-03-20"), within("2023-03-01", "2023-03-18")
    with Store() as store:
        fill(store, undated)
        copied(store, fill(store, copy), copy, undated, CopyRelation.COPY, 1.0)
        assert told(store).interval == days("2023-03-17", "2023-03-18")


def quoted(store: Store, documents: Sequence[Document], words: Span = WORDS) -> None:
    """Write documents that all quote the same words."""
    for document in documents:
        quotation = quoting(document, words)
        pk = fill(store, document, quotations=[quotation])
        save(store, pk, KeyedLink(link=link(quotation.id, "utt:1", LinkKind.SAME_UTTERANCE)), document.order)


def test_words_that_dated_reports_quote_date_the_report() -> None:
    with Store() as store:
        quoted(store, [dated("2023-03-20"), dated("2023-03-22"), UNDATED])
        time = told(store)
    assert time.interval == days("2023-03-17", "2023-03-29")
    assert time.reasons == (
        "quotes “the bridge over the river would be open to all by noon”, as 2 dated reports of 2023-03-20 to 2023-03-22",
    )


def test_one_quotation_of_one_dated_report_bounds_less_closely() -> None:
    with Store() as store:
        quoted(store, [dated("2023-03-20"), UNDATED])
        assert told(store).interval == days("2023-02-27", "2023-06-18")


def test_few_words_are_quoted_for_years_and_date_nothing() -> None:
    with Store() as store:
        quoted(store, [dated("2023-03-20"), UNDATED], Span(21, 40))
        assert told(store) == UNDATED.time


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        pytest.param(Modality.OCCURRED, Interval(earliest=date(2023, 3, 20)), id="not before what it tells as done"),
        pytest.param(Modality.PLANNED, Interval(latest=date(2023, 3, 21)), id="hardly after what it announces"),
        pytest.param(Modality.HYPOTHETICAL, Interval(), id="what is only supposed tells nothing"),
    ],
)
def test_event_that_dated_reports_put_on_a_day_bounds_the_report(modality: Modality, expected: Interval) -> None:
    first = dated("2023-03-22", "Norway visited Peru.")
    with Store() as store:
        fill(store, first, tellings=[telling(first, happened=days("2023-03-20", "2023-03-21"))], events=["evt:1"])
        fill(store, UNDATED, tellings=[telling(UNDATED, modality=modality)], events=["evt:1"])
        assert told(store).interval == expected


def test_event_that_dated_reports_put_on_days_far_apart_tells_nothing() -> None:
    first, second = dated("2023-03-22", "Norway visited Peru."), dated("2023-06-22", "Norway visited Peru again.")
    with Store() as store:
        for document, day in ((first, "2023-03-20"), (second, "2023-06-20")):
            fill(store, document, tellings=[telling(document, happened=days(day))], events=["evt:1"])
        fill(store, UNDATED, tellings=[telling(UNDATED)], events=["evt:1"])
        assert told(store) == UNDATED.time


def test_link_that_the_report_contradicts_is_told_but_not_believed() -> None:
    origin, undated = dated("2023-03-20"), within("2011-01-01", "2012-12-31")
    with Store() as store:
        fill(store, origin)
        copied(store, fill(store, undated), undated, origin, CopyRelation.COPY, 1.0)
        time = told(store)
    assert (time.interval, time.basis) == (undated.time.interval, TimeBasis.TEXT)
    assert time.reasons[-1].startswith("not believed, as its own words speak against it")


def test_link_that_narrows_nothing_is_one_more_reason() -> None:
    origin, undated = dated("2023-03-20"), within("2023-03-19", "2023-03-20")
    with Store() as store:
        fill(store, origin)
        copied(store, fill(store, undated), undated, origin, CopyRelation.COPY, 1.0)
        time = told(store)
    assert (time.interval, time.basis) == (undated.time.interval, TimeBasis.TEXT)
    assert time.reasons == ("its own words", "shares most of its words with 2023-03-20, dated 2023-03-20")


def test_dated_report_keeps_its_time() -> None:
    first = dated("2023-03-20")
    with Store() as store:
        fill(store, first)
        assert Record(store).dated("2023-03-20").time == first.time


def test_as_of_a_day_only_what_was_published_by_then_dates_a_report() -> None:
    undated = within("2023-03-01", "2023-03-20")
    with Store() as store:
        quoted(store, [dated("2023-03-05"), dated("2023-03-06"), undated, dated("2023-03-25")])
        assert told(store, "2023-03-24").interval == days("2023-03-02", "2023-03-13")
        assert told(store, "2023-03-25").interval == days("2023-03-02", "2023-03-20")


def test_report_that_was_not_known_on_a_day_is_not_dated_as_of_it() -> None:
    with Store() as store:
        fill(store, within("2023-03-01", "2023-03-20"))
        with pytest.raises(NotFoundError, match="as of 2023-03-19"):
            told(store, "2023-03-19")


INVASION = {"id": "dated", "text": "Norway invaded Peru on 3 May 2015.", "published_at": "2015-05-04", "language": "en"}


def test_length_of_time_since_an_event_of_the_record_dates_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_parses(monkeypatch)
    undated = {"id": "undated", "text": "Two years after Norway's invasion of Peru, it rained.", "language": "en"}
    with Store() as store:
        build([write_reports(tmp_path / "r.jsonl", [INVASION, undated])], store, Settings(jobs=1), version="0")
        time = told(store)
    assert time.interval == days("2016-10-29", "2018-05-04")
    assert any(reason.startswith("was written Two years after what it tells of") for reason in time.reasons)


def test_view_never_moves_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_parses(monkeypatch)
    text = "The council of Oslo wrote a letter to the harbour about the lamps on the long pier, and asked for more of them."
    reports = [{"id": "dated", "text": text, "published_at": "2015-05-04", "language": "en"}]
    reports += [{"id": "undated", "text": f"{text} It rained.", "language": "en"}]
    with Store() as store:
        build([write_reports(tmp_path / "r.jsonl", reports)], store, Settings(jobs=1), version="0")
        record = Record(store)
        assert record.dated("undated").time.interval.overlaps(Interval.on(Moment("2015-05-04").latest))
        assert record.report("undated").time.basis is TimeBasis.UNKNOWN
        assert [found.name for found in record.reports(as_of="2020-01-01")] == ["dated"]

"""The record as its readers ask it: as of a day, by name, by the beginning of an id, by words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotFoundError, StoreError
from dateline.model import Document, Entity, Event, Failure, Modality, Span, Status
from dateline.store import Store, Writer
from dateline.views.quoted import Quoted
from dateline.views.record import Record, to_day
from dateline.views.rows import Mentioned
from tests.records import CHILE, NORWAY, PERU, days, fill, naming, quoting, report, telling

FRIDAY = report(
    "Norway will visit Peru on Monday. “Glad to go,” it said.",
    id="friday",
    published_at="2023-03-17",
    outlet="The Fjord Times",
    title="Off to Lima",
)
MONDAY = report("Norway visited Peru.", id="monday", published_at="2023-03-20", outlet="Andes Post")
TUESDAY = report("Chile might join <them>. [/red] :smile:", id="tuesday", published_at="2023-03-21")
UNDATED = report("Peru will visit Norway one day.", id="undated", published_at=None)
FAILURE = Failure(stage="sources", error="SourceError", message="no text", path="a.csv", line=3)
VISIT, MAYBE = "evt:00000000000000aa", "evt:00000000000000ab"


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Store() as store:
        planned = telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED)
        fill(
            store,
            FRIDAY,
            mentions=[naming(FRIDAY, Span(0, 6), NORWAY), naming(FRIDAY, Span(18, 22), PERU)],
            tellings=[planned],
            quotations=[quoting(FRIDAY, Span(35, 45), speaker=NORWAY)],
            events=[VISIT],
        )
        fill(store, MONDAY, tellings=[telling(MONDAY, happened=days("2023-03-20"))], events=[VISIT])
        conditional = telling(TUESDAY, actors=[CHILE], recipients=[], modality=Modality.HYPOTHETICAL)
        fill(store, TUESDAY, tellings=[conditional], events=[MAYBE])
        fill(store, UNDATED, tellings=[telling(UNDATED, actors=[PERU], recipients=[NORWAY], modality=Modality.PLANNED)])
        with store.transaction() as connection:
            Writer(connection, run="run:1").add_failures([FAILURE])
        yield Record(store)


def statuses(record: Record, **question: Any) -> list[tuple[str, str | None]]:
    return [(event.id, str(event.status) if event.status else None) for event in record.events(**question)]


def test_event_is_expected_until_it_is_told_as_done(record: Record) -> None:
    assert statuses(record, as_of="2023-03-16") == []
    assert statuses(record, as_of="2023-03-17") == [(VISIT, "expected")]
    assert statuses(record, as_of="2023-03-20") == [(VISIT, "happened")]


def test_event_carries_only_the_tellings_known_by_then(record: Record) -> None:
    (event,) = record.events(as_of="2023-03-17")
    assert [told.document for told in event.tellings] == ["friday"]
    assert event.as_of == date(2023, 3, 17)


def test_timeline_leaves_out_what_was_only_supposed(record: Record) -> None:
    assert MAYBE in {event.id for event in record.events()}
    assert MAYBE not in {event.id for event in record.timeline()}


def test_events_come_in_order_of_time_and_undated_ones_last(record: Record) -> None:
    assert [event.tellings[0].document for event in record.events()] == ["friday", "tuesday", "undated"]


def test_expected_gives_what_is_due_and_overdue_what_passed_unreported(record: Record) -> None:
    assert [event.id for event in record.expected(as_of="2023-03-18")] == [VISIT]
    assert list(record.expected(as_of="2023-03-18", overdue=True)) == []
    assert VISIT not in {event.id for event in record.expected()}
    with Store() as store:
        fill(store, FRIDAY, tellings=[telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED)])
        late = Record(store)
        assert [event.status for event in late.expected(as_of="2023-03-21", overdue=True)] == [Status.UNCONFIRMED]
        assert list(late.expected(as_of="2023-03-21")) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"entity": "Chile"}, {MAYBE}),
        ({"entity": "norway", "as_of": "2023-03-20"}, {VISIT}),
        ({"entity": "ent:CHL"}, {MAYBE}),
        ({"since": "2023-03-21", "until": "2023-03-21"}, {MAYBE}),
        ({"until": date(2023, 3, 20)}, {VISIT}),
        ({"since": "2023-03", "until": "2023-03"}, {VISIT, MAYBE}),
        ({"since": "2023", "until": "2023-03-20"}, {VISIT}),
        ({"until": "2023-03-16"}, set()),
    ],
    ids=["name", "any case", "id", "a day", "until", "a month", "a year", "before all"],
)
def test_events_can_be_asked_for(record: Record, question: dict[str, Any], found: set[str]) -> None:
    assert {event.id for event in record.events(**question)} == found


def test_event_chosen_by_one_telling_comes_with_all_of_them(record: Record) -> None:
    (event,) = record.events(since="2023-03-20", until="2023-03-20")
    assert len(event.tellings) == 2


@pytest.mark.parametrize("ask", ["events", "timeline", "expected"])
def test_unknown_entity_is_an_error_that_says_where_to_look(record: Record, ask: str) -> None:
    with pytest.raises(NotFoundError, match="no entity is called 'Atlantis'; see: dateline entities"):
        len(getattr(record, ask)(entity="Atlantis"))


def test_entity_that_became_known_later_is_unknown_as_of_an_earlier_day(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no entity is called 'Chile'"):
        len(record.events(as_of="2023-03-17", entity="Chile"))


def test_quotations_can_be_asked_by_speaker_words_and_day(record: Record) -> None:
    (quoted,) = record.quotations(speaker="Norway", about="GLAD", since="2023-03", as_of="2023-03-17")
    assert (quoted.words, quoted.entity, quoted.document) == ("Glad to go", NORWAY.id, FRIDAY)
    assert list(record.quotations(about="sorry")) == []
    assert list(record.quotations(since="2023-03-18")) == []
    assert list(record.quotations(as_of="2023-03-16")) == []


def test_entities_carry_their_names_and_days(record: Record) -> None:
    norway = next(entity for entity in record.entities() if entity.id == NORWAY.id)
    assert (norway.name, norway.country, norway.documents) == ("Norway", "NOR", 3)
    assert (str(norway.first_seen), str(norway.last_seen)) == ("2023-03-17", "2023-03-20")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("friday", Document),
        (FRIDAY.id, Document),
        (FRIDAY.id[:10], Document),
        (VISIT, Event),
        ("Norway", Entity),
        (NORWAY.id, Entity),
        (quoting(FRIDAY, Span(35, 45)).id, Quoted),
        (telling(MONDAY).id, Mentioned),
        (FAILURE.id, Failure),
    ],
    ids=["own id", "our id", "beginning", "event", "name", "entity", "quotation", "mention", "failure"],
)
def test_anything_is_found_by_its_id(record: Record, name: str, kind: type) -> None:
    assert isinstance(record.find(name), kind)


def test_beginning_of_several_ids_is_refused_with_what_it_may_be(record: Record) -> None:
    with pytest.raises(StoreError, match=rf"may be any of {VISIT}, {MAYBE}; write more of the id"):
        record.find("evt:00000000000000a")


@pytest.mark.parametrize("name", ["Atlantis", "evt:ffffffffffffffff", "", "%"])
def test_what_is_not_there_is_an_error(record: Record, name: str) -> None:
    with pytest.raises(NotFoundError):
        record.find(name)


@pytest.mark.parametrize(
    "name",
    ["monday", MONDAY.id, MAYBE, telling(MONDAY).id, "Chile", "undated"],
    ids=["report", "report by id", "event", "mention", "entity", "undated report"],
)
def test_what_came_later_is_not_found_as_of_a_day_before(record: Record, name: str) -> None:
    with pytest.raises(NotFoundError):
        record.find(name, as_of="2023-03-17")


def test_event_found_as_of_a_day_stands_as_it_stood_then(record: Record) -> None:
    found = record.find(VISIT, as_of="2023-03-18")
    assert isinstance(found, Event)
    assert found.status is Status.EXPECTED


def test_report_tells_of_events_with_all_their_tellings_and_of_its_own_quotations(record: Record) -> None:
    events, quotations = record.told_in("friday")
    assert [(event.id, len(event.tellings)) for event in events] == [(VISIT, 2)]
    assert [quoted.words for quoted in quotations] == ["Glad to go"]
    assert record.told_in("friday", as_of="2023-03-17")[0][0].reports == 1


def test_unknown_report_is_an_error(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no report is called 'sunday'"):
        record.report("sunday")


def test_search_finds_words_and_marks_them(record: Record) -> None:
    (hit,) = record.search("glad")
    assert (hit.document, "\x01Glad\x02" in hit.snippet) == (FRIDAY, True)
    assert "Glad to go" in record.search("glad").rows()[0]["snippet"]


def test_search_as_of_a_day_leaves_out_later_reports(record: Record) -> None:
    assert [hit.document for hit in record.search("Peru", as_of="2023-03-17")] == [FRIDAY]


@pytest.mark.parametrize(
    "query", ['"', "visit AND", "title:", "nowhere:visit", "(", "NEAR", "*", "a-b", "visit'", "^", ""]
)
def test_query_that_is_no_expression_is_taken_word_by_word(record: Record, query: str) -> None:
    assert isinstance(record.search(query).rows(), list)


def test_words_of_a_query_that_is_no_expression_are_all_required(record: Record) -> None:
    assert [hit.document for hit in record.search("Norway's visit: Peru?")] == []
    assert {hit.document.name for hit in record.search("visit (Peru")} == {"friday", "monday", "undated"}


@given(st.text(max_size=20))
def test_no_query_breaks_the_search(record: Record, query: str) -> None:
    assert isinstance(record.search(query).rows(), list)


@given(st.text(max_size=20))
def test_no_name_breaks_the_finding(record: Record, name: str) -> None:
    with suppress(NotFoundError):
        assert record.find(name)


def test_failures_are_listed_with_where_they_stood(record: Record) -> None:
    assert record.failures().rows()[0]["line"] == 3


def test_report_rows_count_words(record: Record) -> None:
    row = next(row for row in record.reports().rows() if row["report"] == "monday")
    assert (row["words"], row["outlet"], row["published_at"]) == (3, "Andes Post", "2023-03-20")


def test_repr_says_how_much_is_in_the_record(record: Record) -> None:
    assert repr(record) == "<dateline record :memory:: 4 reports, 3 events>"


def test_nothing_is_asked_before_the_answer_is_used() -> None:
    store = Store()
    table = Record(store).timeline(entity="Atlantis")
    with pytest.raises(NotFoundError):
        list(table)
    store.close()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (None, None),
        (date(2023, 3, 18), date(2023, 3, 18)),
        (datetime(2023, 3, 18, 23, 0), date(2023, 3, 18)),
        (datetime(2023, 3, 18, 23, 0, tzinfo=timezone(timedelta(hours=-5))), date(2023, 3, 19)),
        (datetime(2023, 3, 18, 23, 0, tzinfo=UTC), date(2023, 3, 18)),
        ("2023-03-18", date(2023, 3, 18)),
        ("2023-03", date(2023, 3, 31)),
        ("2023", date(2023, 12, 31)),
    ],
    ids=str,
)
def test_day_is_taken_in_the_forms_people_have_it_in(value: date | str | None, day: date | None) -> None:
    assert to_day(value) == day
    assert type(to_day(value)) is type(day)


def test_beginning_of_a_month_is_its_first_day() -> None:
    assert to_day("2023-03", first=True) == date(2023, 3, 1)
    assert to_day("2023", first=True) == date(2023, 1, 1)


@pytest.mark.parametrize("value", ["yesterday", "18 March 2023", "2023-02-30", ""])
def test_what_is_no_day_is_refused_and_said_back(value: str) -> None:
    with pytest.raises(ValueError, match="expected a day such as 2023-03-18"):
        to_day(value)

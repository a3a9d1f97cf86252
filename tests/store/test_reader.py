"""Reading: by id, by day known, by entity; as of a day never a word that came later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import EntityRef, EntityType, Modality, Quotation, Span, TemporalLink
from dateline.store import Reader, Store
from tests.records import CHILE, NORWAY, PERU, days, fill, naming, ordering, person, quoting, report, telling

MONDAY = report(
    "Norway will visit Peru. “A good sign,” it said.",
    id="monday",
    published_at="2023-03-20",
    outlet="The Fjord Times",
    title="A visit to come",
)
TUESDAY = report("Norway visited Peru, not Chile.", id="tuesday", published_at="2023-03-21", outlet="Andes Post")
MONTH = report("Peru's harvest of quinoa.", id="march", published_at="2023-03")
UNDATED = report("Peru and Norway, some day.", id="undated", published_at=None)
D = date


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as opened:
        fill(opened, UNDATED, tellings=[telling(UNDATED, actors=[PERU], recipients=[NORWAY])], events=["evt:9"])
        fill(
            opened,
            TUESDAY,
            mentions=[naming(TUESDAY, Span(0, 6), NORWAY), naming(TUESDAY, Span(15, 19), PERU)],
            tellings=[
                telling(TUESDAY, happened=days("2023-03-21")),
                telling(TUESDAY, recipients=[CHILE], modality=Modality.DENIED, at=3),
            ],
            events=["evt:1", "evt:2"],
        )
        fill(
            opened,
            MONDAY,
            mentions=[naming(MONDAY, Span(0, 6), NORWAY), naming(MONDAY, Span(18, 22), PERU)],
            tellings=[telling(MONDAY, happened=days("2023-03-21"), modality=Modality.PLANNED)],
            quotations=[quoting(MONDAY, Span(25, 36), speaker=NORWAY)],
            events=["evt:1"],
        )
        fill(opened, MONTH, mentions=[naming(MONTH, Span(0, 4), PERU)])
        yield opened


@pytest.fixture
def reader(store: Store) -> Iterator[Reader]:
    with store.reading() as connection:
        yield Reader(connection)


def test_unknown_report_is_none(reader: Reader) -> None:
    assert reader.document("nobody") is None


def test_layer_holds_the_records_of_one_kind_of_one_document() -> None:
    order = ordering(TUESDAY, Span(7, 14), Span(15, 19), signal=Span(20, 23))
    with Store() as opened:
        fill(opened, TUESDAY, orders=[order])
        fill(opened, MONDAY)
        with opened.reading() as connection:
            assert Reader(connection).layer(TUESDAY.id, TemporalLink) == [order]
            assert Reader(connection).layer(MONDAY.id, TemporalLink) == []
            assert Reader(connection).layer(TUESDAY.id, Quotation) == []


def test_reports_come_in_the_order_in_which_they_became_known(reader: Reader) -> None:
    assert [document.name for document in reader.documents()] == ["monday", "tuesday", "march", "undated"]


@pytest.mark.parametrize(
    ("as_of", "names"),
    [
        (D(2023, 3, 19), []),
        (D(2023, 3, 20), ["monday"]),
        (D(2023, 3, 21), ["monday", "tuesday"]),
        (D(2023, 3, 30), ["monday", "tuesday"]),
        (D(2023, 3, 31), ["monday", "tuesday", "march"]),
        (D(9999, 12, 30), ["monday", "tuesday", "march"]),
    ],
    ids=str,
)
def test_as_of_a_day_only_what_was_known_by_its_end_is_there(reader: Reader, as_of: date, names: list[str]) -> None:
    assert [document.name for document in reader.documents(as_of=as_of)] == names


@pytest.mark.parametrize("as_of", [D(2023, 3, 20), D(2023, 3, 21), D(2023, 3, 31)], ids=str)
def test_no_answer_as_of_a_day_rests_on_a_later_or_undated_report(reader: Reader, as_of: date) -> None:
    known = {document.id for document in reader.documents(as_of=as_of)}
    assert known
    assert {found.document.id for found in reader.event_mentions(as_of=as_of)} <= known
    assert {document.id for _, document, _ in reader.quotations(as_of=as_of)} <= known
    assert {document.id for document, _ in reader.search("Peru OR Norway", as_of=as_of)} <= known
    assert all(row.last_seen[:10] <= as_of.isoformat() for row in reader.entity_rows(as_of=as_of))


def test_report_is_not_found_as_of_a_day_before_it(reader: Reader) -> None:
    assert reader.document("tuesday", as_of=D(2023, 3, 20)) is None
    assert reader.document("tuesday", as_of=D(2023, 3, 21)) == TUESDAY
    assert reader.document("undated", as_of=D(2023, 3, 21)) is None


def test_reports_can_be_asked_by_outlet(reader: Reader) -> None:
    assert [document.name for document in reader.documents(outlet="Andes Post")] == ["tuesday"]


def test_mentions_come_with_event_report_and_canonical_parties(reader: Reader) -> None:
    first = next(reader.event_mentions())
    assert (first.event, first.document.id, first.entities) == (
        "evt:1",
        MONDAY.id,
        {NORWAY.id: NORWAY.id, PERU.id: PERU.id},
    )
    assert first.judgement.explanation == "so said the test"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"entity": CHILE.id}, ["evt:2"]),
        ({"entity": NORWAY.id}, ["evt:1", "evt:1", "evt:2", "evt:9"]),
        ({"events": ["evt:1"]}, ["evt:1", "evt:1"]),
        ({"events": []}, []),
        ({"document_id": TUESDAY.id}, ["evt:1", "evt:2"]),
        ({"since": D(2023, 3, 21), "until": D(2023, 3, 21)}, ["evt:1", "evt:1", "evt:2"]),
        ({"until": D(2023, 3, 20)}, []),
        ({"since": D(2023, 3, 22)}, ["evt:9"]),
        ({"entity": CHILE.id, "as_of": D(2023, 3, 20)}, []),
    ],
    ids=["one party", "the other party", "event", "no event", "report", "a day", "before", "after", "not yet known"],
)
def test_mentions_can_be_asked_for(reader: Reader, question: dict[str, object], expected: list[str]) -> None:
    assert [found.event for found in reader.event_mentions(**question)] == expected  # type: ignore[arg-type]


def test_events_of_mentions_are_found(reader: Reader) -> None:
    ids = [found.mention.id for found in reader.event_mentions(events=["evt:1"])]
    assert reader.events_with([*ids, "men:none"]) == ["evt:1"]


def test_quotation_comes_with_its_report_and_the_entity_of_its_speaker(reader: Reader) -> None:
    ((quotation, document, entity),) = reader.quotations(speaker=NORWAY.id)
    assert (quotation, document, entity) == (quoting(MONDAY, Span(25, 36), speaker=NORWAY), MONDAY, NORWAY.id)
    assert list(reader.quotations(speaker=PERU.id)) == []
    assert list(reader.quotations(as_of=D(2023, 3, 19))) == []
    assert [q.id for q, _, _ in reader.quotations(quotation_id=quotation.id)] == [quotation.id]
    assert list(reader.quotations(document_id=TUESDAY.id)) == []


def test_entities_count_reports_and_mentions_and_those_in_most_reports_come_first(reader: Reader) -> None:
    rows = {row.id: row for row in reader.entity_rows()}
    assert next(iter(rows)) == PERU.id
    assert (rows[PERU.id].documents, rows[NORWAY.id].documents, rows[CHILE.id].documents) == (4, 3, 1)
    assert (rows[NORWAY.id].mentions, rows[CHILE.id].mentions) == (2, 0)


def test_entities_as_of_a_day_count_only_what_was_known(reader: Reader) -> None:
    rows = {row.id: row for row in reader.entity_rows(as_of=D(2023, 3, 20))}
    assert set(rows) == {NORWAY.id, PERU.id}
    assert (rows[NORWAY.id].documents, rows[NORWAY.id].mentions) == (1, 1)


def test_last_day_is_that_of_the_last_dated_report(reader: Reader) -> None:
    assert reader.last_day() == D(2023, 3, 31)


def test_empty_record_has_no_last_day() -> None:
    with Store() as empty, empty.reading() as connection:
        assert Reader(connection).last_day() is None
        assert set(Reader(connection).counts().values()) == {0}


def test_entity_names_are_looked_up_many_at_a_time(reader: Reader) -> None:
    found = reader.entity_names([NORWAY.id, *(f"ent:{number}" for number in range(1200)), PERU.id])
    assert {known.name for known in found.values()} == {"Norway", "Peru"}


def test_ids_are_found_by_their_beginning(reader: Reader) -> None:
    assert reader.find_ids(MONDAY.id[:12]) == [("document", MONDAY.id)]
    assert reader.find_ids("evt:1") == [("event", "evt:1")]
    assert reader.find_ids("evt:zz") == []


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("quinoa", ["march"]),
        ("visit", ["monday", "tuesday"]),
        ("visiting", ["monday", "tuesday"]),
        ('"harvest of quinoa"', ["march"]),
        ("Norway NOT Chile", ["monday", "undated"]),
        ("harv*", ["march"]),
        ("come", ["monday"]),
        ("penguins", []),
    ],
    ids=["word", "stem", "other form", "phrase", "not", "beginning", "in the title", "nowhere"],
)
def test_full_text_search_finds_reports_by_their_words(reader: Reader, query: str, names: list[str]) -> None:
    assert sorted(document.name for document, _ in reader.search(query)) == sorted(names)


def test_match_in_the_title_ranks_first_and_matches_are_marked(reader: Reader) -> None:
    found = list(reader.search("visit"))
    assert found[0][0] == MONDAY
    assert "\x01visited\x02" in found[1][1]


def test_search_gives_no_more_than_asked(reader: Reader) -> None:
    assert len(list(reader.search("Peru", limit=2))) == 2


def named(store: Store, name: str, *, text: str | None = None, day: str = "2023-03-20") -> EntityRef:
    ref = person(name)
    document = report(text or f"{name} spoke.", published_at=day)
    fill(store, document, mentions=[naming(document, Span(0, len(text.split()[0]) if text else len(name)), ref)])
    return ref


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Ana Quispe", "ana quispe"),
        ("Özgür Ünal", "Özgür Ünal"),
        ("Özgür Ünal", "ÖZGÜR ÜNAL"),
        ("Łukasz Żak", "łukasz żak"),
        ("Σωτήρης", "ΣΩΤΉΡΗΣ"),
        ("100%_sure", "100%_SURE"),
        ('Jo "Ace" Berg', 'jo "ace" berg'),
    ],
)
def test_entity_is_called_by_its_name_in_any_case(name: str, asked: str) -> None:
    with Store() as store:
        ref = named(store, name)
        named(store, "Somebody Else")
        with store.reading() as connection:
            assert Reader(connection).entities_called(asked) == [ref.id]


@pytest.mark.parametrize("asked", ["Ünal", "ÜNAL"])
def test_entity_is_called_by_an_alias_in_any_case_when_no_name_fits(asked: str) -> None:
    with Store() as store:
        document = report("Ünal spoke.")
        ref = person("Özgür Ünal")
        fill(store, document, mentions=[naming(document, Span(0, 4), ref)])
        with store.reading() as connection:
            assert Reader(connection).entities_called(asked) == [ref.id]


def test_entity_is_not_called_by_a_name_that_came_later() -> None:
    with Store() as store:
        early, late = report("Quispe spoke.", published_at="2023-03-01"), report("Anita spoke.")
        ref = EntityRef(id="ent:q", name="Ana Quispe", type=EntityType.PERSON)
        fill(store, early, mentions=[naming(early, Span(0, 6), ref)])
        fill(store, late, mentions=[naming(late, Span(0, 5), ref)])
        named(store, "Bo Berg", day="2023-03-20")
        with store.reading() as connection:
            reader = Reader(connection)
            assert reader.entities_called("Anita") == ["ent:q"]
            assert reader.entities_called("Anita", as_of=D(2023, 3, 10)) == []
            assert reader.entities_called("Quispe", as_of=D(2023, 3, 10)) == ["ent:q"]
            assert reader.entities_called("Bo Berg", as_of=D(2023, 3, 10)) == []
            assert reader.entities_called("ent:Bo Berg", as_of=D(2023, 3, 10)) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.none() | st.dates(D(2023, 1, 1), D(2023, 1, 31)), min_size=1, max_size=6),
    st.dates(D(2023, 1, 1), D(2023, 2, 1)),
)
def test_reports_as_of_any_day_are_those_dated_by_then(published: list[date | None], as_of: date) -> None:
    with Store() as store:
        for number, day in enumerate(published):
            fill(store, report(f"Report {number}.", published_at=day.isoformat() if day else None))
        with store.reading() as connection:
            found = list(Reader(connection).documents(as_of=as_of))
    assert len(found) == sum(1 for day in published if day and day <= as_of)
    assert [document.order for document in found] == sorted(document.order for document in found)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Ana Quispe", "quispe"), ("Li Qiang", "Li"), ("Volodymyr Zelenskyy", "Zelensky")],
    ids=["the last name", "a family name that stands first", "another spelling"],
)
def test_person_is_called_by_the_family_name_when_no_name_fits(name: str, asked: str) -> None:
    with Store() as store:
        ref = named(store, name, text=f"{name.split()[0]} spoke.")
        named(store, "Somebody Else")
        with store.reading() as connection:
            found = Reader(connection).entities_called(asked)
            assert found == [ref.id]


def test_quotation_of_several_is_found_by_each_of_its_speakers() -> None:
    document = report("Norway and Peru said so.")
    mentions = [naming(document, Span(0, 6), NORWAY), naming(document, Span(11, 15), PERU)]
    joint = replace(quoting(document, Span(21, 23), speaker=NORWAY), speakers=(NORWAY, PERU))
    with Store() as store:
        fill(store, document, mentions=mentions, quotations=[joint])
        with store.reading() as connection:
            asked = (NORWAY.id, PERU.id, CHILE.id)
            found = [[quotation for quotation, _, _ in Reader(connection).quotations(speaker=one)] for one in asked]
    assert found == [[joint], [joint], []]

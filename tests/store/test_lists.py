"""Lists: bounded, in order, as of a day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.model import END_OF_TIME, Modality, Span
from dateline.store import Lists, Store, end_of, lists
from tests.records import CHILE, NORWAY, PERU, days, fill, person, quoting, report, telling

ENVOY = person("Ola", "NOR")
TEXT = "Norway visited Peru, Ola said."
REPORTS = [
    report(
        TEXT, id=str(day), published_at=f"2023-03-{day}", outlet="Post" if day % 2 else "Herald", title=f"Visit {day}"
    )
    for day in range(10, 20)
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("lists") / "r.db"
    with Store(path, create=True) as made:
        for number, one in enumerate(REPORTS):
            other = CHILE if number == 3 else PERU
            told = telling(one, recipients=[other], happened=days(str(one.published_at)), modality=Modality.OCCURRED)
            said = quoting(one, Span(0, 19), speaker=ENVOY)
            fill(made, one, tellings=[told], quotations=[said], events=[f"evt:{number // 2}"])
        fill(made, report("Undated words.", published_at=None))
        yield made


@pytest.fixture
def asked(store: Store) -> Iterator[Lists]:
    with store.reading() as connection:
        yield Lists(connection)


def test_bounds_are_the_days_of_dated_reports(asked: Lists) -> None:
    assert asked.bounds() == ("2023-03-10", "2023-03-19")


def test_newest_reports_come_first_and_later_ones_are_not_known(asked: Lists) -> None:
    found = asked.reports(until="2023-03-15T23:59:59Z", limit=3)
    assert [one.name for one in found] == ["15", "14", "13"]
    assert [one.name for one in asked.reports(until=END_OF_TIME, outlet="Post", limit=2, offset=1)] == ["17", "15"]


def test_report_without_a_title_is_shown_by_its_first_words(asked: Lists) -> None:
    (undated, *_) = asked.reports(until=END_OF_TIME, limit=1)
    assert (undated.title, undated.lead) == (None, "Undated")


def test_events_are_those_of_the_days_asked_for_each_once(asked: Lists) -> None:
    found = asked.events(until=END_OF_TIME, first="2023-03-12", last="2023-03-17", limit=9)
    assert found == ["evt:3", "evt:2", "evt:1"]
    assert asked.events(until=END_OF_TIME, limit=2, ascending=True) == ["evt:0", "evt:1"]
    assert asked.events(until="2023-03-13T23:59:59Z", limit=9) == ["evt:1", "evt:0"]


def test_rows_of_an_entity_are_its_newest_as_of_the_day(asked: Lists) -> None:
    until = "2023-03-16T23:59:59Z"
    assert asked.events_of([NORWAY.id], until=until, limit=9) == ["evt:3", "evt:2", "evt:1", "evt:0"]
    assert asked.events_of([NORWAY.id, CHILE.id], until=END_OF_TIME, limit=9) == ["evt:1"]
    assert len(asked.quotations(until=until, speaker=ENVOY.id, limit=3)) == 3
    found = asked.entity(NORWAY.id, until=until, most=3)
    assert found is not None
    assert (found.documents, str(found.first_seen), str(found.last_seen)) == (7, "2023-03-10", "2023-03-16")


def test_entity_that_was_not_known_yet_is_none(asked: Lists) -> None:
    assert asked.entity(CHILE.id, until="2023-03-12T23:59:59Z", most=9) is None
    assert asked.entity("ent:nobody", until=END_OF_TIME, most=9) is None


def test_search_is_counted_by_outlet_and_month(asked: Lists) -> None:
    outlets, months = asked.facets(asked.ranked("visited", until="2023-03-14T23:59:59Z"))
    assert (outlets, months) == ([("Herald", 3), ("Post", 2)], [("2023-03", 5)])
    found = asked.matches(
        "visited", asked.ranked("visited", until=END_OF_TIME), since="2023-03-18", outlet=None, limit=9, offset=0
    )
    assert {one.name for one in found} >= {"18", "19"}
    assert "\x01visited\x02" in found[0].snippet


def test_search_as_of_a_day_looks_for_the_best_of_what_was_known_then(
    asked: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "MOST_MATCHES", 2)
    for day in (11, 14, 19):
        found = asked.ids(asked.ranked("visited", until=f"2023-03-{day}T23:59:59Z"))
        assert len(found) == 2
        assert set(found) <= {one.id for one in REPORTS[: day - 9]}


def test_the_best_of_very_many_are_sought_among_those_read_last(asked: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_RANKED", 2)
    for until, known in (("2023-03-14T23:59:59Z", REPORTS[:5]), (END_OF_TIME, REPORTS)):
        assert set(asked.ids(asked.ranked("visited", until=until))) == {one.id for one in known[-2:]}


def test_ties_count_events_of_two(asked: Lists) -> None:
    found = asked.ties(first="2023-03-01", last="2023-03-31", until=END_OF_TIME, limit=1)
    assert [({one.one, one.other}, one.events) for one in found] == [({NORWAY.id, PERU.id}, 5)]


def test_day_from_which_on_there_are_so_many_reports(asked: Lists) -> None:
    assert asked.day_of_report(2, until="2023-03-19T23:59:59Z") == "2023-03-17"
    assert asked.day_of_report(99, until=END_OF_TIME) is None


def test_whom_most_reports_name_comes_first(asked: Lists) -> None:
    found = asked.entities(since="2023-03-10", until=end_of(None), type="state", limit=2)
    assert [(one.name, one.reports) for one in found] == [("Norway", 10), ("Peru", 9)]
    assert [one.name for one in asked.entities_named("or", until=END_OF_TIME, limit=5)] == ["Norway"]


def test_outlets_are_counted_with_what_they_copy(asked: Lists) -> None:
    found = asked.outlets(since="2023-03-10", until=END_OF_TIME)
    assert [(one.outlet, one.reports, one.copies, one.copied) for one in found] == [
        ("Herald", 5, 0, 0),
        ("Post", 5, 0, 0),
    ]

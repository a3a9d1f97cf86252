"""The record in pages: what the views of lists do not show by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline import api
from dateline.errors import NotFoundError
from dateline.model import Status
from dateline.store import Store
from dateline.views.changes import ChangeKind
from dateline.views.paged import Narrowing, PagedRecord
from tests.records import NORWAY, PERU, fill, report
from tests.serve import stores
from tests.serve.stores import COPY, DUE, ENVOY, FRIDAY, MONDAY, STORY, TALKS, VISIT
from tests.views.test_disagreements import CUSCO, LIMA, met


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagedRecord]:
    with api.open_paged(stores.make(tmp_path_factory.mktemp("paged") / "r.db")) as opened:
        yield opened


def test_front_page_is_what_changed_and_what_is_due(record: PagedRecord) -> None:
    front = record.front(since=date(2023, 3, 17), until=date(2023, 3, 22))
    assert {change.id: change.kind for change in front.changes}[VISIT] is ChangeKind.HAPPENED
    assert [event.id for event in front.due] == [DUE]
    assert [(story.id, story.added) for story in front.stories] == [(STORY, 3)]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2023, 3, 16), date(2023, 3, 20)),
        (date(2023, 3, 20), date(2023, 3, 22)),
        (date(2023, 3, 25), date(2023, 4, 2)),
    ],
    ids=["told", "told again", "only due"],
)
def test_newest_changes_are_all_changes_where_few_events_are_told(
    record: PagedRecord, since: date, until: date
) -> None:
    found = record.newest_changes(since=since, until=until)
    assert found
    assert found == list(record.changes(since=since, until=until))


def test_disagreements_of_the_newest_events_are_all_where_there_are_few(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(path, create=True) as store:
        for outlet, town in (("Fjord Times", LIMA), ("Andes Post", CUSCO)):
            one = report(
                "Ana met Bea on Saturday.", id=f"{outlet} 2023-05-08", published_at="2023-05-08", outlet=outlet
            )
            fill(store, one, tellings=[met(town, outlet).mention], events=[VISIT])
    with api.open_paged(path) as record:
        found = record.newest_disagreements(as_of=None, first=date(2023, 5, 1), last=date(2023, 5, 8))
        assert [one.events for one in found] == [(VISIT,)]
        assert found == list(record.disagreements())
        assert record.newest_disagreements(as_of=date(2023, 5, 7), first=None, last=None) == []
        assert record.newest_disagreements(as_of=None, first=date(2023, 5, 7), last=None) == []


def test_event_is_told_as_it_stood_on_each_day(record: PagedRecord) -> None:
    stood = record.stood(VISIT, [date(2023, 3, 16), date(2023, 3, 17), date(2023, 3, 20)])
    assert [event.status for event in stood] == [Status.EXPECTED, Status.HAPPENED]


def test_newest_events_of_two_are_those_of_both(record: PagedRecord) -> None:
    assert {event.id for event in record.newest_events(entities=(NORWAY.id, PERU.id))} >= {VISIT, DUE}
    assert record.newest_events(entities=(NORWAY.id, "ent:nobody")) == []


def test_due_events_are_of_the_days_asked_for(record: PagedRecord) -> None:
    found = record.due(as_of=None, first=date(2023, 3, 25), last=date(2023, 4, 2))
    assert [event.id for event in found] == [DUE]


def test_story_has_its_reports_in_order_and_its_events(record: PagedRecord) -> None:
    head, events = record.story_told(STORY, as_of=date(2023, 3, 20))
    assert [report.name for report in head.reports] == ["friday", "monday"]
    assert VISIT in {event.id for event in events}
    with pytest.raises(NotFoundError):
        record.story_told("sto:none", as_of=None)


def test_report_is_marked_with_what_was_read_and_its_copies(record: PagedRecord) -> None:
    marked = record.marked(MONDAY.id)
    assert [(kind, means) for kind, _, means in marked.spans()] == [("event", VISIT), ("event", TALKS)]
    assert [other.id for _, other in marked.copies] == [COPY.id]
    assert record.marked(MONDAY.id, as_of=date(2023, 3, 20)).copies == ()
    with pytest.raises(NotFoundError):
        record.marked(COPY.id, as_of=date(2023, 3, 20))


@pytest.mark.parametrize("name", [NORWAY.id, "Norway", "norway"])
def test_entity_goes_by_id_and_name(record: PagedRecord, name: str) -> None:
    assert record.entity_called(name).id == NORWAY.id


def test_what_is_no_entity_is_not_found(record: PagedRecord) -> None:
    for name in ("nobody", VISIT, FRIDAY.id):
        with pytest.raises(NotFoundError):
            record.entity_called(name)


def test_query_that_is_none_is_taken_word_by_word(record: PagedRecord) -> None:
    assert "monday" in [hit.name for hit in record.found('visit "', limit=5).hits]
    assert record.found("visited AND", limit=5).hits == ()
    assert {hit.name for hit in record.found("visited", limit=5, as_of=date(2023, 3, 20)).hits} >= {"monday"}


@pytest.mark.parametrize(
    ("narrowing", "names"),
    [
        (Narrowing(entity=ENVOY.id), {"friday", "monday"}),
        (Narrowing(act="CONSULT"), {"friday", "monday", "copy", "denial", "undated"}),
        (Narrowing(act="ASSAULT"), set()),
        (Narrowing(outlet="The Fjord"), {"copy"}),
        (Narrowing(since=date(2023, 3, 21)), {"copy", "denial", "undated"}),
        (Narrowing(status=Status.EXPECTED), {"denial"}),
    ],
    ids=["whom they name", "act", "act of none", "outlet", "day", "how an event stands"],
)
def test_search_is_narrowed(record: PagedRecord, narrowing: Narrowing, names: set[str]) -> None:
    assert {hit.name for hit in record.found("visit OR visited", limit=9, narrowing=narrowing).hits} == names


def test_facets_are_of_all_matches_whatever_a_search_is_narrowed_by(record: PagedRecord) -> None:
    found = record.found("visited", limit=9, narrowing=Narrowing(outlet="The Fjord"), facets=True)
    assert [hit.name for hit in found.hits] == ["copy"]
    assert {outlet for outlet, _ in found.outlets} >= {"=Herald", "The Fjord"}
    assert dict(found.acts) == {"CONSULT": 5}
    assert dict(found.statuses)[Status.EXPECTED] == 1
    assert record.found("visited", limit=9).acts == ()


def test_days_beside_a_period_for_which_something_is_announced_are_found(record: PagedRecord) -> None:
    due = date(2023, 3, 30)
    assert record.due_beside(as_of=None, first=date(2023, 4, 1), last=date(2023, 4, 30))[0] == due
    assert record.due_beside(as_of=None, first=date(2023, 2, 1), last=date(2023, 2, 28))[1] == date(2023, 3, 20)
    assert record.due_beside(as_of=None, first=date(2023, 3, 1), last=date(2023, 3, 31)) == (None, None)


def test_event_of_no_known_day_comes_last(record: PagedRecord) -> None:
    told = [event for event in record.newest_events() if not event.happened]
    assert record.newest_events()[len(record.newest_events()) - len(told) :] == told


def test_positions_and_quotations_are_the_newest(record: PagedRecord) -> None:
    assert [held.report.name for held in record.newest_positions(topic="ceasefire")] == ["friday", "monday"]
    assert [held.report.name for held in record.newest_positions(reports=[MONDAY.id, COPY.id])] == ["monday"]
    assert record.newest_positions(reports=[]) == []
    assert [quoted.document.name for quoted in record.newest_quotations(about="come & go", limit=5)] == ["friday"]
    assert record.newest_quotations(about="never said", limit=5) == []

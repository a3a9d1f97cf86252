"""A pair's relation over time: each event once, only what was done, with the acts behind each figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dateline.errors import NotFoundError
from dateline.model import EntityRef, EventType, Interval, Modality
from dateline.store import Store
from dateline.views.dyads import Length
from dateline.views.record import Record
from tests.records import CHILE, NORWAY, PERU, days, fill, person, report, telling

ENVOY = person("Ana Lund", "NOR")
VISIT, SANCTIONS, PLAN, DENIED, OTHER = (f"evt:00000000000000a{number}" for number in range(5))


def add(
    store: Store,
    name: str,
    day: str,
    event: str,
    *,
    act: EventType = EventType.CONSULT,
    mode: str | None = "visit",
    actor: EntityRef = NORWAY,
    recipient: EntityRef = PERU,
    happened: Interval | None = None,
    modality: Modality = Modality.OCCURRED,
) -> None:
    document = report(f"{actor.name} did something to {recipient.name} ({name}).", id=name, published_at=day)
    mention = telling(
        document, act=act, mode=mode, actors=[actor], recipients=[recipient], happened=happened, modality=modality
    )
    fill(store, document, tellings=[mention], events=[event])


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Store() as store:
        add(store, "visit", "2023-03-20", VISIT, actor=ENVOY, happened=days("2023-03-20"))
        add(store, "again", "2023-03-21", VISIT, actor=ENVOY, happened=days("2023-03-20"))
        add(store, "elsewhere", "2023-03-22", OTHER, recipient=CHILE, happened=days("2023-03-22"))
        sanction = EventType.SANCTION
        add(
            store,
            "sanctions",
            "2023-04-05",
            SANCTIONS,
            act=sanction,
            mode=None,
            actor=PERU,
            recipient=NORWAY,
            happened=days("2023-04-05"),
        )
        add(store, "plan", "2023-04-06", PLAN, happened=days("2023-04-30"), modality=Modality.PLANNED)
        add(store, "denied", "2023-04-07", DENIED, happened=days("2023-04-06"), modality=Modality.DENIED)
        yield Record(store)


def test_weeks_run_from_monday_without_a_gap(record: Record) -> None:
    periods = list(record.relation("Norway", "Peru"))
    assert [period.first for period in periods[:3]] == [date(2023, 3, 20), date(2023, 3, 27), date(2023, 4, 3)]
    assert all((period.last - period.first).days == 6 for period in periods)


def test_event_told_by_two_reports_counts_once(record: Record) -> None:
    first = record.relation("Norway", "Peru")[0]
    assert [act.event.id for act in first.acts] == [VISIT]
    assert first.cooperation == first.acts[0].score != 0
    assert first.conflict == 0


def test_what_a_citizen_does_counts_for_his_state_and_not_the_other_way_round(record: Record) -> None:
    assert record.relation("Norway", "Peru")[0].acts[0].event.actors[0].id == ENVOY.id
    of_envoy = [act.event.id for period in record.relation("Ana Lund", "Peru") for act in period.acts]
    assert of_envoy == [VISIT]


def test_conflict_is_below_zero_whoever_acts(record: Record) -> None:
    week = next(period for period in record.relation("Norway", "Peru") if period.first == date(2023, 4, 3))
    assert (week.cooperation, week.conflict < 0, week.net) == (0, True, week.conflict)
    assert record.relation("Peru", "Norway").rows() == record.relation("Norway", "Peru").rows()


def test_planned_and_denied_events_are_named_and_do_not_count(record: Record) -> None:
    left_out = {act.event.id: act.reason for period in record.relation("Norway", "Peru") for act in period.left_out}
    assert left_out == {PLAN: "expected", DENIED: "not told as done"}
    assert sum(len(period.acts) for period in record.relation("Norway", "Peru")) == 2


def test_months_hold_what_their_days_hold(record: Record) -> None:
    march, april = record.relation("Norway", "Peru", by=Length.MONTH)
    assert (march.first, march.last) == (date(2023, 3, 1), date(2023, 3, 31))
    assert ([act.event.id for act in march.acts], [act.event.id for act in april.acts]) == ([VISIT], [SANCTIONS])


def test_as_of_a_day_only_what_was_published_by_then_counts(record: Record) -> None:
    known = record.relation("Norway", "Peru", as_of="2023-04-04")
    assert [act.event.id for period in known for act in period.acts] == [VISIT]


def test_since_and_until_bound_the_days(record: Record) -> None:
    bounded = record.relation("Norway", "Peru", since="2023-04-01", until="2023-04-05")
    assert [act.event.id for period in bounded for act in (*period.acts, *period.left_out)] == [SANCTIONS]


def test_rows_tell_the_events_behind_a_figure(record: Record) -> None:
    table = record.relation("Norway", "Peru")
    row = table.rows()[0]
    assert (row["events"], row["event_ids"]) == (1, [VISIT])
    assert row["behind"][0].startswith("2023-03-20 +")
    assert VISIT in row["behind"][0]
    assert table.to_arrow().num_rows == len(table)


def test_unknown_actor_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        list(record.relation("Atlantis", "Peru"))


def test_pair_bounds_a_timeline(record: Record) -> None:
    assert [event.id for event in record.timeline(pair=("Chile", "Norway"))] == [OTHER]


def test_passages_of_a_pair_are_the_sentences_that_tell_its_events(record: Record) -> None:
    found = record.passages(pair=("Norway", "Chile"))
    assert [(document.name, spans) for document, spans in found] == [
        ("elsewhere", [record.report("elsewhere").parts[0].span])
    ]
    assert record.passages(as_of="2023-03-20") == [(record.report("visit"), None)]


def test_story_that_is_not_there_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no story"):
        record.passages(story="floods")

"""Events put together from tellings: status by rule, parties by canonical entity, days by the narrowest telling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.model import (
    Attribute,
    AttributeName,
    EntityType,
    EventMention,
    EventType,
    Happened,
    HappenedBasis,
    Interval,
    Judgement,
    KnownEntity,
    Modality,
    Place,
    Span,
    Status,
    Verdict,
)
from dateline.store import StoredMention
from dateline.store.reader import ReportHead
from dateline.views.events import assemble_events, judge_status
from tests.records import CHILE, NORWAY, PERU, days, person, report, state, telling

M = Modality
PAST, FUTURE = days("2023-03-01"), days("2023-03-25")
TODAY = date(2023, 3, 20)
DENIAL = report("Norway has never visited Peru.")
SURE = Judgement(verdict=Verdict.POSITIVE, author="test", score=1.0)


def told(*modalities: Modality) -> list[EventMention]:
    return [
        telling(DENIAL, modality=modality, at=16 + number)
        if modality is M.DENIED
        else telling(modality=modality, at=number)
        for number, modality in enumerate(modalities)
    ]


@pytest.mark.parametrize(
    ("modalities", "happened", "status"),
    [
        ([M.OCCURRED], PAST, Status.HAPPENED),
        ([M.OCCURRED], None, Status.HAPPENED),
        ([M.PLANNED, M.OCCURRED], FUTURE, Status.HAPPENED),
        ([M.OCCURRED, M.PLANNED], FUTURE, Status.HAPPENED),
        ([M.ONGOING], FUTURE, Status.UNDER_WAY),
        ([M.ONGOING], None, Status.UNDER_WAY),
        ([M.ONGOING], PAST, Status.HAPPENED),
        ([M.ONGOING, M.OCCURRED], FUTURE, Status.HAPPENED),
        ([M.OCCURRED, M.DENIED], PAST, Status.DISPUTED),
        ([M.DENIED, M.OCCURRED], PAST, Status.HAPPENED),
        ([M.PLANNED], FUTURE, Status.EXPECTED),
        ([M.PLANNED], None, Status.EXPECTED),
        ([M.PLANNED], days("2023-03-20"), Status.EXPECTED),
        ([M.PLANNED], PAST, Status.UNCONFIRMED),
        ([M.PLANNED, M.DENIED], FUTURE, Status.CANCELLED),
        ([M.DENIED, M.PLANNED], FUTURE, Status.EXPECTED),
        ([M.PLANNED, M.DENIED, M.OCCURRED], PAST, Status.HAPPENED),
        ([M.CONDITIONAL], FUTURE, None),
        ([M.HYPOTHETICAL], None, None),
        ([M.DENIED], PAST, None),
        ([M.CONDITIONAL, M.PLANNED], FUTURE, Status.EXPECTED),
    ],
    ids=[
        "done",
        "done, day not told",
        "announced then done",
        "done then announced again",
        "going on",
        "going on, day not told",
        "going on until its last day passed",
        "going on then done",
        "done then denied",
        "denied then done",
        "announced",
        "announced, day not told",
        "announced for today",
        "announced and the day passed",
        "announced then called off",
        "denied then announced",
        "called off and yet done",
        "on a condition",
        "supposed",
        "denied",
        "on a condition then announced",
    ],
)
def test_status_follows_from_the_tellings_in_order(
    modalities: list[Modality], happened: Interval | None, status: Status | None
) -> None:
    when = Happened(interval=happened, basis=HappenedBasis.EXPRESSION) if happened else None
    assert judge_status(told(*modalities), when, TODAY)[0] is status


@pytest.mark.parametrize(
    ("modalities", "basis"),
    [
        ([M.PLANNED, M.OCCURRED], [1]),
        ([M.OCCURRED, M.CONDITIONAL, M.DENIED], [0, 2]),
        ([M.PLANNED, M.CONDITIONAL], [0]),
        ([M.HYPOTHETICAL], [0]),
    ],
    ids=["done", "disputed", "announced", "supposed"],
)
def test_status_names_the_mentions_it_follows_from(modalities: list[Modality], basis: list[int]) -> None:
    mentions = told(*modalities)
    assert judge_status(mentions, None, TODAY)[1] == tuple(mentions[number].id for number in basis)


def test_status_of_a_record_without_a_dated_report_is_judged_without_a_day() -> None:
    when = Happened(interval=PAST, basis=HappenedBasis.EXPRESSION)
    assert judge_status(told(M.PLANNED), when, None)[0] is Status.EXPECTED


def stored(mention: EventMention, day: str = "2023-03-20", event: str = "evt:1", **same: str) -> StoredMention:
    told = report(f"Report of {day}.", published_at=day, outlet="The Fjord Times")
    head = ReportHead(
        id=told.id, name=told.name, outlet=told.outlet, agency=told.agency, dated=told.dated, order=told.order
    )
    return StoredMention(mention=mention, event=event, judgement=SURE, document=head, entities=same)


def assemble(*members: StoredMention, names: dict[str, str] | None = None) -> list[object]:
    known = {id: KnownEntity(id=id, name=name, type=PERU.type) for id, name in (names or {}).items()}
    return list(assemble_events(members, known, as_of=TODAY, today=TODAY))


def one(*members: StoredMention, names: dict[str, str] | None = None):  # type: ignore[no-untyped-def]
    (event,) = assemble(*members, names=names)
    return event


def test_mentions_of_one_event_are_one_event_with_all_its_tellings() -> None:
    event = one(stored(telling(), "2023-03-17"), stored(telling(at=1), "2023-03-18"))
    assert [str(t.published_at) for t in event.tellings] == ["2023-03-17", "2023-03-18"]
    assert (event.id, event.reports, event.as_of) == ("evt:1", 1, TODAY)


def test_reports_count_documents_not_tellings() -> None:
    other = telling(report("Another report."))
    assert one(stored(telling()), stored(telling(at=1)), stored(other)).reports == 2


def test_events_keep_apart_what_was_linked_apart() -> None:
    events = assemble(stored(telling()), stored(telling(at=1), event="evt:2"))
    assert [event.id for event in events] == ["evt:1", "evt:2"]  # type: ignore[attr-defined]


def test_no_mentions_are_no_events() -> None:
    assert assemble() == []


def test_party_read_under_two_ids_is_one_under_its_canonical_name() -> None:
    k_lund, lund = person("K. Lund"), person("Kari Lund")
    members = [
        stored(telling(actors=[lund]), **{lund.id: lund.id}),
        stored(telling(actors=[k_lund], at=1), **{k_lund.id: lund.id}),
    ]
    event = one(*members, names={lund.id: "Kari Lund"})
    assert [(actor.id, actor.name) for actor in event.actors] == [(lund.id, "Kari Lund")]


def test_parties_named_most_often_come_first() -> None:
    event = one(
        stored(telling(recipients=[CHILE])), stored(telling(at=1)), stored(telling(at=2)), names={PERU.id: "Peru"}
    )
    assert [party.name for party in event.recipients] == ["Peru", "Chile"]


def test_what_was_done_goes_before_what_was_planned() -> None:
    planned = telling(modality=M.PLANNED, happened=FUTURE, recipients=[CHILE], event_type=EventType.AGREE)
    done = telling(at=1, happened=days("2023-03-19"))
    event = one(stored(planned, "2023-03-01"), stored(done))
    assert (event.status, event.happened, event.event_type) == (Status.HAPPENED, days("2023-03-19"), EventType.CONSULT)
    assert [party.name for party in event.recipients] == ["Peru"]


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([days("2023-03-01", "2023-03-31"), days("2023-03-18", "2023-03-19")], days("2023-03-18", "2023-03-19")),
        ([Interval(earliest=date(2023, 3, 1)), days("2023-01-01", "2023-12-31")], days("2023-01-01", "2023-12-31")),
        ([days("2023-03-19"), days("2023-03-18")], days("2023-03-18")),
        ([None, days("2023-03-19")], days("2023-03-19")),
        ([None], None),
    ],
    ids=["narrowest", "closed before open", "earlier of two days", "the one told", "none told"],
)
def test_event_happened_on_the_narrowest_days_told(intervals: list[Interval | None], expected: Interval | None) -> None:
    assert one(*(stored(telling(happened=days_, at=n)) for n, days_ in enumerate(intervals))).happened == expected


def test_day_in_words_goes_before_a_narrower_day_by_the_report() -> None:
    by_words = telling(happened=days("2023-03-17", "2023-03-19"))
    by_report = telling(happened=days("2023-03-20"), basis=HappenedBasis.DOCUMENT, at=1)
    event = one(stored(by_report), stored(by_words))
    assert (event.happened, event.happened_basis) == (days("2023-03-17", "2023-03-19"), HappenedBasis.EXPRESSION)


def test_narrower_days_from_another_event_go_before_a_year_in_words() -> None:
    by_words = telling(happened=days("2022-01-01", "2022-12-31"))
    known = telling(happened=days("2022-02-24"), basis=HappenedBasis.BACKGROUND, at=1)
    event = one(stored(by_words), stored(known))
    assert (event.happened, event.happened_basis) == (days("2022-02-24"), HappenedBasis.BACKGROUND)


def test_what_was_going_on_when_it_was_told_is_not_over_the_day_after() -> None:
    told = telling(happened=days("2023-03-01"), basis=HappenedBasis.DOCUMENT, modality=M.ONGOING)
    assert one(stored(told, "2023-03-01")).status is Status.UNDER_WAY


def test_place_and_mode_come_from_the_first_telling_that_has_them() -> None:
    lima = Place(name="Lima", country="PER")
    event = one(stored(telling(mode=None)), stored(telling(place=lima, at=1)))
    assert (event.mode, event.place) == ("visit", lima)


def test_headline_names_both_sides_and_counts_the_rest() -> None:
    many = [state(name, name[:3].upper()) for name in ("Chile", "Bolivia", "Brazil", "Ecuador", "Guyana")]
    headline = one(stored(telling(recipients=many))).headline
    assert "Norway" in headline
    assert "Brazil" in headline
    assert "2 more" in headline
    assert "Guyana" not in headline


def test_event_nobody_is_named_in_has_a_headline_all_the_same() -> None:
    assert "?" in one(stored(telling(actors=[], recipients=[]))).headline


def test_telling_carries_report_outlet_and_judgement() -> None:
    (told_,) = one(stored(telling(), "2023-03-17")).tellings
    assert (told_.outlet, told_.judgement, told_.order) == ("The Fjord Times", SURE, "2023-03-17T23:59:59Z")
    assert told_.document.startswith("doc:")


def test_parties_are_those_of_norway() -> None:
    assert [actor.id for actor in one(stored(telling())).actors] == [NORWAY.id]


OFF = {"event_type": EventType.REJECT, "mode": "meet", "modality": M.DENIED}


def planned(at: int = 0) -> EventMention:
    return telling(report("Norway plans."), modality=M.PLANNED, at=at)


def called_off(text: str, rule: str, happened: Interval | None = None) -> EventMention:
    return telling(report(text), rule=rule, happened=happened, **OFF)  # type: ignore[arg-type]


PUT_OFF = called_off("Norway waits.", "visit-postponed", PAST)


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        ([planned(), PUT_OFF], Status.POSTPONED),
        ([PUT_OFF], Status.POSTPONED),
        ([planned(), called_off("Norway stays.", "visit-off")], Status.CANCELLED),
        ([PUT_OFF, planned()], Status.EXPECTED),
        ([planned(), PUT_OFF, called_off("Norway had waited.", "visit-off", PAST)], Status.POSTPONED),
        ([planned(), PUT_OFF, called_off("Norway stays.", "visit-off", FUTURE)], Status.CANCELLED),
        ([PUT_OFF, telling()], Status.HAPPENED),
        ([telling(), PUT_OFF], Status.HAPPENED),
    ],
    ids=[
        "put off",
        "only told as put off",
        "called off",
        "planned anew",
        "told again",
        "put off then off",
        "made",
        "cut",
    ],
)
def test_calling_off_tells_how_a_planned_event_stands(mentions: list[EventMention], status: Status) -> None:
    assert judge_status(mentions, None, TODAY)[0] is status


def test_visit_put_off_is_still_told_as_a_visit_without_the_day_of_the_putting_off() -> None:
    event = one(stored(PUT_OFF))
    assert (event.headline, event.mode, event.happened) == ("Norway: visit to Peru", "visit", None)


def test_day_announced_stays_where_the_report_of_the_deed_names_none() -> None:
    announced = telling(report("Norway plans."), modality=M.PLANNED, happened=FUTURE)
    assert one(stored(announced), stored(telling())).happened == FUTURE


def test_place_that_words_are_about_is_no_party_of_the_headline() -> None:
    gaza = replace(CHILE, id="ent:place", name="Arica", type=EntityType.PLACE)
    demand = telling(act=EventType.REQUEST, mode=None, rule="demand", recipients=[gaza])
    assert one(stored(demand)).headline == "Norway: demand over Arica"


def test_details_of_an_event_are_those_of_its_tellings_each_once() -> None:
    leg = Attribute(name=AttributeName.LEG, value="arrived", span=Span(0, 7), text="arrived")
    other = Attribute(name=AttributeName.LEG, value="ended", span=Span(0, 7), text="flew home")
    tellings = [replace(telling(at=1), attributes=(leg,)), replace(telling(at=2), attributes=(leg, other))]
    (event,) = assemble_events([stored(mention) for mention in tellings], {}, as_of=None, today=TODAY)
    assert event.attributes == (leg, other)


def test_visit_put_off_and_announced_anew_is_expected_on_its_new_days_and_then_overdue() -> None:
    first = telling(report("Norway plans."), modality=M.PLANNED, happened=days("2023-03-10"))
    anew = telling(report("Norway will come in April."), modality=M.PLANNED, happened=days("2023-04-08", "2023-04-10"))
    members = [stored(first), stored(called_off("Norway waits.", "visit-postponed")), stored(anew)]
    (event,) = assemble_events(members, {}, as_of=None, today=TODAY)
    assert (event.status, event.happened) == (Status.EXPECTED, days("2023-04-08", "2023-04-10"))
    (event,) = assemble_events(members, {}, as_of=None, today=date(2023, 4, 20))
    assert event.status is Status.UNCONFIRMED


def test_words_over_the_act_can_say_that_it_was_put_off() -> None:
    passive = telling(report("The visit was put off."), modality=M.PLANNED, event_type=EventType.REJECT)
    assert judge_status([planned(), passive], None, TODAY)[0] is Status.POSTPONED

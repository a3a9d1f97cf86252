"""Linking events: the gates, what makes two tellings one event, and how a judgement explains itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dateline.links.events import THRESHOLD, EventLinker
from dateline.model import (
    AttributeName,
    Document,
    EntityRef,
    EventMention,
    EventType,
    HappenedBasis,
    Interval,
    KnownMention,
    Link,
    LinkKind,
    Modality,
    Place,
    Span,
    Verdict,
)
from dateline.model.details import Attribute
from dateline.settings import Settings
from tests.records import CHILE, NORWAY, PERU, days, person, report, telling

FIRST, SECOND = report("Norway visits Peru."), report("Peru receives Norway.")
LINKER = EventLinker(Settings())
LIMA, OSLO = Place(name="Lima", country="PER"), Place(name="Oslo", country="NOR")


class Memory:
    """A record that remembers what was linked, as the store does."""

    def __init__(self) -> None:
        self._known: list[tuple[set[str], KnownMention]] = []

    def mentions_keyed(self, keys: Sequence[str]) -> list[KnownMention]:
        return [known for stored, known in self._known if stored & set(keys)]

    def link(self, mention: EventMention, published: str | None, same: dict[str, str] | None = None) -> Link:
        day = date.fromisoformat(published) if published else None
        entities = same or {}
        link = LINKER(mention, day, entities, self)
        known = KnownMention(event=link.right, mention=mention, published=day, entities=entities)
        self._known.append((set(LINKER.keys(mention, day, entities)), known))
        return link


def linked(one: EventMention, other: EventMention, *, on: tuple[str | None, str | None]) -> Link:
    """Return the link of *other*, after *one* founded its event."""
    memory = Memory()
    memory.link(one, on[0])
    return memory.link(other, on[1])


def same(
    one: EventMention, other: EventMention, *, on: tuple[str | None, str | None] = ("2023-03-20", "2023-03-21")
) -> bool:
    return linked(one, other, on=on).judgement.verdict is Verdict.POSITIVE


MARCH = days("2023-03-20", "2023-03-22")
VISIT = telling(FIRST, happened=MARCH)


def test_first_telling_founds_an_event_whose_id_depends_on_nothing_else() -> None:
    link, again = Memory().link(VISIT, "2023-03-20"), Memory().link(VISIT, "2023-03-20")
    assert link == again
    assert (link.kind, link.left, link.judgement.verdict) == (LinkKind.SAME_EVENT, VISIT.id, Verdict.NONE)
    assert link.right.startswith("evt:")


def test_same_visit_told_twice_is_one_event() -> None:
    assert same(VISIT, telling(SECOND, happened=days("2023-03-21"), rule="tour"))


def test_visit_announced_and_visit_done_are_one_event() -> None:
    planned = telling(FIRST, happened=MARCH, modality=Modality.PLANNED)
    assert same(planned, telling(SECOND, happened=days("2023-03-20")), on=("2023-03-17", "2023-03-20"))


def test_visit_announced_without_a_day_is_the_one_done_soon_after() -> None:
    planned = telling(FIRST, modality=Modality.PLANNED)
    assert same(planned, telling(SECOND, happened=days("2023-03-20")), on=("2023-03-01", "2023-03-20"))


def test_visit_announced_without_a_day_is_not_the_one_done_a_year_later() -> None:
    planned = telling(FIRST, modality=Modality.PLANNED)
    assert not same(planned, telling(SECOND, happened=days("2024-03-20")), on=("2023-03-01", "2024-03-20"))


def test_visits_in_different_months_are_two_events() -> None:
    assert not same(VISIT, telling(SECOND, happened=days("2023-10-17")), on=("2023-03-20", "2023-10-17"))
    assert not same(telling(FIRST), telling(SECOND), on=("2023-03-20", "2023-10-17"))


def test_visit_in_the_other_direction_is_another_event() -> None:
    assert not same(VISIT, telling(SECOND, actors=[PERU], recipients=[NORWAY], happened=MARCH))


def test_talks_have_no_direction() -> None:
    talks = telling(FIRST, mode="meet", happened=MARCH)
    assert same(talks, telling(SECOND, mode="meet", actors=[PERU], recipients=[NORWAY], happened=MARCH))


@pytest.mark.parametrize(
    ("other", "joins"),
    [
        (telling(SECOND, happened=MARCH, act=EventType.AGREE), False),
        (telling(SECOND, happened=MARCH, mode="meet"), False),
        (telling(SECOND, happened=MARCH, mode=None), False),
        (telling(SECOND, happened=MARCH, actors=[CHILE]), False),
        (telling(SECOND, happened=MARCH, recipients=[CHILE]), False),
        (telling(SECOND, happened=MARCH, recipients=[PERU, CHILE]), True),
        (telling(SECOND, happened=MARCH, recipients=[]), True),
        (telling(SECOND, happened=MARCH, actors=[], recipients=[]), False),
        (telling(SECOND, happened=days("2023-03-24")), False),
        (telling(SECOND, happened=days("2023-03-23")), True),
        (telling(SECOND, happened=MARCH, event_type=EventType.AGREE), True),
    ],
    ids=[
        "other act",
        "other mode",
        "talks of no mode",
        "other actor",
        "other recipient",
        "one recipient more",
        "no recipient told",
        "no party told",
        "two days after",
        "the day after",
        "other coding of the same act",
    ],
)
def test_gate(other: EventMention, joins: bool) -> None:
    assert same(VISIT, other) is joins


def test_mode_that_one_report_leaves_out_is_no_gate() -> None:
    aid = telling(FIRST, act=EventType.AID, mode="military", happened=MARCH)
    assert same(aid, telling(SECOND, act=EventType.AID, mode=None, happened=MARCH))
    assert not same(aid, telling(SECOND, act=EventType.AID, mode="economic", happened=MARCH))


@pytest.mark.parametrize(
    ("one", "other", "joins"),
    [(LIMA, OSLO, False), (LIMA, LIMA, True), (LIMA, None, True), (LIMA, Place(name="Cusco", country="PER"), True)],
    ids=["two countries", "the same", "not told", "two towns of one country"],
)
def test_place_in_another_country_is_another_event(one: Place, other: Place | None, joins: bool) -> None:
    assert same(telling(FIRST, happened=MARCH, place=one), telling(SECOND, happened=MARCH, place=other)) is joins


def test_leader_stands_for_the_state() -> None:
    envoy = person("Kari Lund", "NOR")
    assert same(VISIT, telling(SECOND, actors=[envoy], happened=MARCH))


def test_person_of_no_state_is_known_by_the_canonical_entity() -> None:
    lund, k_lund = person("Kari Lund"), person("K. Lund")
    memory = Memory()
    memory.link(telling(FIRST, actors=[lund], happened=MARCH), "2023-03-20")
    joined = memory.link(telling(SECOND, actors=[k_lund], happened=MARCH), "2023-03-21", {k_lund.id: lund.id})
    apart = memory.link(telling(report("x"), actors=[k_lund], happened=MARCH), "2023-03-21", {})
    assert joined.judgement.verdict is Verdict.POSITIVE
    assert apart.judgement.verdict is Verdict.NONE


@pytest.mark.parametrize("body", ["IGO", "EUR"])
def test_bodies_of_many_states_are_not_one_another(body: str) -> None:
    one, other = person("Council", body), person("Assembly", body)
    assert not same(telling(FIRST, actors=[one], happened=MARCH), telling(SECOND, actors=[other], happened=MARCH))


def test_telling_must_fit_every_telling_of_an_event_not_only_one() -> None:
    memory = Memory()
    memory.link(telling(FIRST, happened=days("2023-03-20")), "2023-03-20")
    memory.link(telling(SECOND, happened=days("2023-03-21")), "2023-03-21")
    third = memory.link(telling(report("x"), happened=days("2023-03-22")), "2023-03-22")
    assert third.judgement.verdict is Verdict.NONE


def test_judgement_says_what_was_compared_and_how_well_it_agrees() -> None:
    judgement = linked(
        VISIT, telling(SECOND, happened=days("2023-03-21"), place=LIMA), on=("2023-03-20", "2023-03-21")
    ).judgement
    features = {feature.name: feature for feature in judgement.features}
    assert judgement.author == "events.actors"
    assert judgement.score >= THRESHOLD
    assert all(0 <= feature.value <= 1 for feature in features.values())
    assert all(name in judgement.explanation for name in features)
    assert "2023-03-21" in features["days"].left
    assert "2023-03-20" in features["days"].right
    assert features["parties"].left == "NOR > PER"
    assert features["place"].left == "Lima"


def test_day_told_by_both_counts_more_than_a_day_inferred() -> None:
    told = linked(VISIT, telling(SECOND, happened=MARCH), on=("2023-03-20", "2023-03-21")).judgement
    inferred = linked(VISIT, telling(SECOND), on=("2023-03-20", "2023-03-21")).judgement
    assert told.score > inferred.score


def test_days_by_the_reports_own_date_are_compared_too() -> None:
    by_report = telling(SECOND, happened=days("2023-03-21"), basis=HappenedBasis.DOCUMENT)
    assert same(VISIT, by_report)


@pytest.mark.parametrize("happened", [days("2023-03-21"), Interval(latest=date(2023, 3, 21))], ids=["day", "by then"])
def test_day_that_only_the_tense_tells_counts_no_more_than_none(happened: Interval) -> None:
    by_tense = telling(SECOND, happened=happened, basis=HappenedBasis.DOCUMENT)
    on = ("2023-03-20", "2023-03-21")
    assert linked(VISIT, by_tense, on=on).judgement == linked(VISIT, telling(SECOND), on=on).judgement
    published = date(2023, 3, 21)
    assert LINKER.keys(by_tense, published, {}) == LINKER.keys(telling(SECOND), published, {})


def test_day_from_another_event_counts_like_one_in_words() -> None:
    background = telling(SECOND, happened=MARCH, basis=HappenedBasis.BACKGROUND)
    on = ("2023-03-20", "2023-03-21")
    assert linked(VISIT, background, on=on).judgement == linked(VISIT, telling(SECOND, happened=MARCH), on=on).judgement


def test_deed_with_an_open_end_is_not_taken_to_come_after_its_report() -> None:
    since = telling(FIRST, happened=Interval(earliest=date(2023, 1, 1)))
    assert not same(since, telling(SECOND, happened=days("2023-03-20")), on=("2023-01-03", "2023-03-21"))
    assert same(since, telling(SECOND, happened=days("2023-01-02")), on=("2023-01-03", "2023-01-04"))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"], ids=["first day", "last day"])
@pytest.mark.parametrize("modality", [Modality.OCCURRED, Modality.PLANNED], ids=str)
@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_report_at_the_end_of_the_calendar_is_linked(published: str, modality: Modality, dated: bool) -> None:
    happened = days(published) if dated else None
    one = telling(FIRST, happened=happened, modality=modality)
    other = telling(SECOND, happened=happened, modality=modality)
    assert same(one, other, on=(published, published))


def test_undated_report_is_linked_on_its_days_alone() -> None:
    assert same(VISIT, telling(SECOND, happened=MARCH), on=("2023-03-20", None))
    assert LINKER.keys(telling(FIRST), None, {})


@pytest.mark.parametrize(
    "parties",
    [((), ()), ((NORWAY,), ()), ((), (PERU,)), ((NORWAY, PERU, CHILE), (PERU, NORWAY, CHILE))],
    ids=["none", "actor", "recipient", "many"],
)
def test_mention_finds_itself_by_its_own_keys(parties: tuple[tuple[EntityRef, ...], tuple[EntityRef, ...]]) -> None:
    mention = telling(FIRST, actors=parties[0], recipients=parties[1], happened=MARCH)
    again = telling(SECOND, actors=parties[0], recipients=parties[1], happened=MARCH)
    assert same(mention, again) is any(parties)


def test_event_that_most_tellings_fit_best_is_chosen() -> None:
    memory = Memory()
    near = memory.link(telling(FIRST, happened=days("2023-03-19")), "2023-03-19")
    memory.link(telling(report("y"), recipients=[CHILE], happened=MARCH), "2023-03-20")
    chosen = memory.link(telling(SECOND, happened=days("2023-03-19")), "2023-03-20")
    assert chosen.right == near.right


CALLED_OFF = {"event_type": EventType.REJECT, "mode": "meet", "modality": Modality.DENIED, "rule": "visit-off"}


@pytest.mark.parametrize("host", [False, True], ids=["by the guest", "by the host"])
def test_visit_that_is_called_off_is_the_one_announced(host: bool) -> None:
    planned = telling(FIRST, happened=MARCH, modality=Modality.PLANNED)
    sides = {"actors": [PERU], "recipients": [NORWAY]} if host else {}
    off = telling(SECOND, happened=days("2023-03-18"), **CALLED_OFF, **sides)  # type: ignore[arg-type]
    assert same(planned, off, on=("2023-03-17", "2023-03-18"))


def test_visit_called_off_in_winter_is_not_the_one_announced_in_summer() -> None:
    planned = telling(FIRST, happened=days("2023-06-12", "2023-06-18"), modality=Modality.PLANNED)
    off = telling(SECOND, happened=days("2023-02-01", "2023-02-28"), **CALLED_OFF)  # type: ignore[arg-type]
    assert not same(planned, off, on=("2023-06-14", "2023-06-14"))


def test_invasion_named_in_passing_years_later_is_the_same() -> None:
    def invasion(document: Document, happened: Interval | None = None, rule: str = "invasion") -> EventMention:
        return telling(document, act=EventType.ASSAULT, mode=None, rule=rule, happened=happened)

    dated = invasion(FIRST, days("2022-02-24"), rule="invade")
    assert same(dated, invasion(SECOND), on=("2022-02-24", "2024-06-01"))
    assert same(invasion(FIRST), invasion(SECOND), on=("2023-03-20", "2024-06-01"))
    assert same(invasion(FIRST), invasion(SECOND), on=("2023-03-20", None))


def test_acts_of_two_reports_neither_of_which_says_when_are_not_linked() -> None:
    assert not same(telling(FIRST), telling(SECOND), on=("2023-03-20", None))


def test_talks_of_one_named_side_are_not_the_talks_of_another_report() -> None:
    def talks(document: Document, *sides: EntityRef) -> EventMention:
        return telling(document, mode=None, rule="talks", actors=sides, recipients=())

    assert not same(talks(FIRST, NORWAY), talks(SECOND, NORWAY, PERU))
    assert same(talks(FIRST, NORWAY, PERU), talks(SECOND, NORWAY, PERU))


def test_two_promises_to_nobody_in_one_report_are_two() -> None:
    def promise(at: int) -> EventMention:
        return telling(FIRST, act=EventType.AGREE, mode=None, rule="promise", recipients=(), at=at)

    assert not same(promise(0), promise(5), on=("2023-03-20", "2023-03-20"))


def test_judgement_reads_as_a_sentence() -> None:
    explanation = linked(VISIT, telling(SECOND, happened=MARCH), on=("2023-03-20", "2023-03-21")).judgement.explanation
    assert explanation == (
        "taken for the same visit: the parties are the same, the days told agree, the wording is alike, "
        "the place told does not tell them apart"
    )


ANNOUNCED = telling(FIRST, happened=days("2023-03-20"), modality=Modality.PLANNED)
PUT_OFF = telling(SECOND, rule="visit-postponed", mode="meet", event_type=EventType.REJECT, modality=Modality.DENIED)
ANEW = telling(report("Norway will come to Peru in May."), happened=days("2023-05-09"), modality=Modality.PLANNED)


def test_visit_announced_anew_after_it_was_put_off_is_the_same_visit() -> None:
    memory = Memory()
    first = memory.link(ANNOUNCED, "2023-03-17")
    put_off = memory.link(PUT_OFF, "2023-03-18")
    anew = memory.link(ANEW, "2023-04-02")
    assert first.right == put_off.right == anew.right
    made = memory.link(telling(report("Norway came to Peru."), happened=days("2023-05-09")), "2023-05-10")
    assert made.right == first.right


def test_visit_put_off_in_the_passive_is_the_same_visit_when_announced_anew() -> None:
    memory = Memory()
    first = memory.link(ANNOUNCED, "2023-03-17")
    passive = telling(SECOND, rule="visit-noun", event_type=EventType.REJECT, modality=Modality.PLANNED)
    assert memory.link(passive, "2023-03-18").right == first.right
    assert memory.link(ANEW, "2023-04-02").right == first.right


def test_visit_announced_for_other_days_without_a_postponement_is_another() -> None:
    memory = Memory()
    first = memory.link(ANNOUNCED, "2023-03-17")
    assert memory.link(ANEW, "2023-04-02").right != first.right


def test_talks_that_a_report_still_expects_are_not_those_told_as_done_before_it() -> None:
    done = telling(FIRST, actors=[NORWAY, PERU], recipients=[], mode=None, rule="meet", happened=days("2023-03-20"))
    planned = telling(
        SECOND, actors=[NORWAY, PERU], recipients=[], mode=None, rule="discuss", modality=Modality.PLANNED
    )
    assert not same(done, planned, on=("2023-03-20", "2023-03-21"))
    assert same(done, planned, on=("2023-03-20", "2023-03-20"))


def test_attendance_at_a_meeting_of_many_is_no_talks_of_two() -> None:
    talks = telling(FIRST, actors=[NORWAY, PERU], recipients=[], mode=None, rule="meet")
    summit = telling(SECOND, actors=[NORWAY, PERU], recipients=[], mode="multilateral", rule="attend")
    assert not same(talks, summit)


@pytest.mark.parametrize(
    ("document", "joins"),
    [("railway agreement", False), ("treaty on extradition", True), ("agreement", True)],
    ids=["of another name", "the same", "without a name"],
)
def test_documents_of_two_names_signed_on_two_days_are_two(document: str, joins: bool) -> None:
    one, other = (
        replace(
            telling(
                told, act=EventType.SUPPORT, mode=None, rule="sign", actors=[NORWAY, PERU], recipients=[], happened=day
            ),
            attributes=(Attribute(name=AttributeName.DOCUMENT, value=called, span=Span(0, 1), text=called),),
        )
        for told, day, called in (
            (FIRST, days("2023-03-20"), "extradition treaty"),
            (SECOND, days("2023-03-21"), document),
        )
    )
    assert same(one, other) is joins

"""How events are related: what an invitation led to, what was part of a visit, what followed what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.model import (
    END_OF_TIME,
    EntityRef,
    Event,
    EventType,
    HappenedBasis,
    Interval,
    Judgement,
    Modality,
    Verdict,
)
from dateline.store import StoredMention
from dateline.store.reader import ReportHead
from dateline.views.events import assemble_events
from dateline.views.relations import relations_of, unanswered
from tests.records import CHILE, NORWAY, PERU, days, person, telling

JUDGEMENT = Judgement(verdict=Verdict.NONE, author="test", score=1.0)
ANA, BEA = person("Ana", "NOR"), person("Bea", "NOR")


def event(
    rule: str,
    act: EventType,
    first: str | None,
    last: str | None = None,
    *,
    actors: tuple[EntityRef, ...] = (NORWAY,),
    recipients: tuple[EntityRef, ...] = (PERU,),
    mode: str | None = None,
    modality: Modality = Modality.OCCURRED,
    basis: HappenedBasis = HappenedBasis.EXPRESSION,
) -> Event:
    happened = days(first, last or first) if first else None
    mention = telling(
        act=act,
        rule=rule,
        mode=mode,
        actors=actors,
        recipients=recipients,
        happened=happened,
        modality=modality,
        basis=basis,
    )
    head = ReportHead(id="doc:1", name="r", outlet=None, agency=None, dated=None, order="2023-05-01T00:00:00Z")
    stored = StoredMention(mention=mention, event=f"evt:{rule}{first}", judgement=JUDGEMENT, document=head, entities={})
    (found,) = assemble_events([stored], {}, as_of=None, today=None)
    return found


def visit(first: str | None, last: str | None = None, **given: object) -> Event:
    return event("visit", EventType.CONSULT, first, last, mode="visit", **given)  # type: ignore[arg-type]


INVITATION = event("invite", EventType.AGREE, "2023-05-01", actors=(PERU,), recipients=(NORWAY,))
TALKS = event("talks", EventType.CONSULT, "2023-05-11", actors=(NORWAY, PERU), recipients=())


def words(one: Event, *others: Event) -> list[str]:
    return [f"{relation.words} {relation.other.id}" for relation in relations_of(one, others)]


def test_invitation_leads_to_the_visit_of_the_invited_and_the_visit_came_of_it() -> None:
    made = visit("2023-05-10", "2023-05-12")
    assert words(INVITATION, made) == [f"leads to {made.id}"]
    assert words(made, INVITATION) == [f"came of {INVITATION.id}"]


@pytest.mark.parametrize(
    "made",
    [
        visit("2023-04-10"),
        visit("2026-05-10"),
        visit("2023-05-10", actors=(PERU,), recipients=(NORWAY,)),
        visit("2023-05-10", recipients=(CHILE,)),
    ],
    ids=["before it", "years after it", "by the one who invites", "to another"],
)
def test_invitation_does_not_lead_to_any_other_visit(made: Event) -> None:
    assert words(INVITATION, made) == []


def test_of_two_visits_the_invitation_leads_to_the_next() -> None:
    first, second = visit("2023-05-10"), visit("2023-09-10")
    assert words(INVITATION, second, first) == [f"leads to {first.id}"]


def test_talks_during_a_visit_are_part_of_it() -> None:
    made = visit("2023-05-10", "2023-05-12")
    assert words(TALKS, made) == [f"part of {made.id}"]
    assert words(made, TALKS) == [f"includes {TALKS.id}"]


@pytest.mark.parametrize(
    "made",
    [visit("2023-06-10"), visit(None), visit("2023-01-01", "2023-12-31")],
    ids=["other days", "no day", "a year"],
)
def test_talks_are_part_of_no_visit_that_days_do_not_tie_them_to(made: Event) -> None:
    assert not any("part of" in found for found in words(TALKS, made))


def test_return_visit_follows_the_first() -> None:
    made, back = visit("2023-05-10"), visit("2023-10-10", actors=(PERU,), recipients=(NORWAY,))
    assert words(back, made) == [f"follows {made.id}"]
    assert words(made, back) == [f"is followed by {back.id}"]


def test_visits_of_two_people_of_one_state_do_not_follow_each_other() -> None:
    assert words(visit("2023-10-10", actors=(ANA,)), visit("2023-05-10", actors=(BEA,))) == []


def test_relation_says_why() -> None:
    (relation,) = relations_of(INVITATION, [visit("2023-05-10")])
    assert "who acts in one is acted upon in the other, 9 days lie between them" in relation.explanation


def test_invitation_leads_to_a_visit_of_which_only_the_report_is_dated() -> None:
    told = visit("2023-05-10", basis=HappenedBasis.DOCUMENT)
    undated = replace(told, happened=Interval(latest=date(2023, 5, 10)))
    late = replace(undated, tellings=tuple(replace(t, order="2023-05-10T23:59:59Z") for t in undated.tellings))
    assert words(INVITATION, late) == [f"leads to {late.id}"]
    never = replace(undated, tellings=tuple(replace(t, order=END_OF_TIME) for t in undated.tellings))
    assert words(INVITATION, never) == []


@pytest.mark.parametrize(
    ("others", "today", "open_"),
    [
        ([], date(2023, 6, 1), True),
        ([visit("2023-04-10")], date(2023, 6, 1), True),
        ([visit("2023-05-10")], date(2023, 6, 1), False),
        ([visit("2023-05-10", modality=Modality.PLANNED)], date(2023, 5, 2), False),
        ([visit("2023-05-10", modality=Modality.HYPOTHETICAL)], date(2023, 5, 2), True),
        ([], date(2026, 6, 1), False),
    ],
    ids=["nothing", "an earlier visit", "a visit", "a visit planned", "a visit supposed", "years later"],
)
def test_invitation_is_open_until_something_comes_of_it(others: list[Event], today: date, open_: bool) -> None:
    assert unanswered([INVITATION, *others], today) == ([INVITATION] if open_ else [])

"""Agreement of two codings: what counts as the same event, and how it is counted."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import EventType
from dateline.model.dyads import Dyad
from dateline.views.exchange.comparing import Agreement, By, compare


def dyad(actor: str, recipient: str | None, day: int = 1, kind: EventType = EventType.ACCUSE) -> Dyad:
    return Dyad(day=date(2023, 5, day), actor=actor, recipient=recipient, event_type=kind)


def both(ours: list[Dyad], theirs: list[Dyad]) -> int:
    (row,) = compare(ours, theirs, by=By.ALL)
    return row.both


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        (dyad("NOR", "PER"), 1),
        (dyad("NOR", "PER", 2), 1),
        (dyad("NOR", "PER", 3), 0),
        (dyad("PER", "NOR"), 0),
        (dyad("NOR", None), 0),
        (dyad("NOR", "PER", kind=EventType.REJECT), 0),
    ],
    ids=["same", "a day apart", "two days apart", "other direction", "no recipient", "other type"],
)
def test_event_is_the_same_by_pair_type_and_day(theirs: Dyad, same: int) -> None:
    assert both([dyad("NOR", "PER")], [theirs]) == same


def test_talks_have_no_direction() -> None:
    assert both([dyad("NOR", "PER", kind=EventType.CONSULT)], [dyad("PER", "NOR", kind=EventType.CONSULT)]) == 1


def test_event_is_matched_once_and_the_nearest_day_first() -> None:
    assert both([dyad("NOR", "PER"), dyad("NOR", "PER")], [dyad("NOR", "PER")]) == 1
    assert both([dyad("NOR", "PER", 1), dyad("NOR", "PER", 2)], [dyad("NOR", "PER", 2), dyad("NOR", "PER", 2)]) == 2


def test_agreement_is_counted_by_pair_and_by_month() -> None:
    ours = [dyad("NOR", "PER"), dyad("CHL", "PER")]
    assert compare(ours, [dyad("NOR", "PER")], by=By.DYAD) == [
        Agreement(what="NOR > PER", ours=1, theirs=1, both=1),
        Agreement(what="CHL > PER", ours=1, theirs=0, both=0),
    ]
    (month,) = compare(ours, [], by=By.MONTH)
    assert (month.what, month.of_ours, month.of_theirs) == ("2023-05", 0.0, None)

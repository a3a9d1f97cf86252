"""The plot of a timeline: the same bytes each time, every sign explained, whatever the events are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dateline.model import Event, EventMention, Judgement, Modality, Status, Verdict
from dateline.store import StoredMention
from dateline.store.reader import ReportHead
from dateline.views.events import assemble_events
from dateline.views.plots.timeline import SHOWN, draw_timeline
from tests.records import days, telling

JUDGEMENT = Judgement(verdict=Verdict.NONE, author="test", score=1.0)
VISITED = telling(happened=days("2023-03-20", "2023-03-22"))
PLANNED = telling(happened=days("2023-05-01"), modality=Modality.PLANNED, at=1)
UNDATED = telling(at=3)
ON = date(2023, 4, 1)


def events(*groups: Sequence[EventMention]) -> list[Event]:
    head = ReportHead(id="doc:1", name="r", outlet=None, agency=None, dated=None, order="2023-03-21T00:00:00Z")
    stored = [
        StoredMention(mention=mention, event=f"evt:{number}", judgement=JUDGEMENT, document=head, entities={})
        for number, group in enumerate(groups)
        for mention in group
    ]
    return assemble_events(stored, {}, as_of=ON, today=ON)


@pytest.mark.parametrize(
    "groups", [[[VISITED]], [[VISITED], [PLANNED], [VISITED, VISITED]], []], ids=["one", "several", "none"]
)
def test_svg_is_the_same_twice(groups: list[list[EventMention]]) -> None:
    first, second = (draw_timeline(events(*groups), name="Norway") for _ in range(2))
    assert first == second
    assert b"Norway" in first


def test_signs_that_are_used_are_explained_and_no_others() -> None:
    disputed = replace(events([VISITED])[0], status=Status.DISPUTED)
    drawn = draw_timeline([*events([VISITED], [PLANNED]), disputed], name="Norway").decode()
    assert all(f">{status}<" in drawn for status in ("happened", "expected", "disputed"))
    assert ">cancelled<" not in drawn


def test_events_that_nothing_dates_are_not_drawn_and_not_hidden() -> None:
    drawn = draw_timeline(events([VISITED], [UNDATED]), name="Norway").decode()
    assert "1 of 2 events" in drawn


def test_no_more_events_are_drawn_than_there_is_room_for() -> None:
    drawn = draw_timeline(events(*[[VISITED]] * (SHOWN + 5)), name="Norway").decode()
    assert f"{SHOWN} of {SHOWN + 5} events" in drawn


def test_day_it_is_asked_as_of_widens_the_plot() -> None:
    assert draw_timeline(events([VISITED]), name="Norway", as_of=ON) != draw_timeline(events([VISITED]), name="Norway")


def test_only_event_on_one_day_is_drawn() -> None:
    assert draw_timeline(events([PLANNED]), name="Norway", format_="png").startswith(b"\x89PNG")

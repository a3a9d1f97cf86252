"""Drawings: everything lies on the paper, the same answer gives the same drawing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline.model import EntityType, Event, EventType, Interval, KnownEntity, Status
from dateline.serve.drawing import days as line
from dateline.serve.drawing.bars import HALF, chart_of
from dateline.serve.drawing.earth import HEIGHT, WIDTH, place_on_map
from dateline.serve.drawing.network import Node, joined, network_of, with_names
from dateline.serve.pages.map import discs, frame_of
from dateline.views.dyads import Act, Period
from dateline.views.paged import Spot, Tie

NAMES = {name: KnownEntity(id=name, name=name.upper(), type=EntityType.STATE) for name in "abcdef"}
TIES = [
    Tie(one="a", other="b", event_type="CONSULT", events=4),
    Tie(one="a", other="b", event_type="ASSAULT", events=1),
    Tie(one="b", other="c", event_type="ASSAULT", events=3),
    Tie(one="d", other="e", event_type="AID", events=1),
]


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0, 0), (90, 0), (-90, 180), (60, -180), (51.5, -0.1), (-33.9, 18.4)], ids=str
)
def test_every_place_lies_on_the_map(latitude: float, longitude: float) -> None:
    x, y = place_on_map(latitude, longitude)
    assert -0.1 <= x <= WIDTH + 0.1
    assert -0.5 <= y <= HEIGHT + 0.5


def test_north_is_up_and_east_is_right() -> None:
    oslo, lima = place_on_map(59.9, 10.7), place_on_map(-12.0, -77.0)
    assert oslo[0] > lima[0]
    assert oslo[1] < lima[1]


def test_frame_of_the_map_holds_all_its_places() -> None:
    spots = [spot("Oslo", 59.9, 10.7), spot("Bergen", 60.4, 5.3)]
    x, y, width, height = frame_of(spots)
    assert all(x <= disc.x <= x + width and y <= disc.y <= y + height for disc in discs(spots, width / WIDTH))
    assert width < WIDTH


def test_names_on_the_map_do_not_run_into_one_another() -> None:
    found = discs([spot("Oslo", 59.9, 10.7), spot("Oslo Airport", 60.0, 10.8), spot("Lima", -12.0, -77.0)], 1.0)
    assert [disc.label for disc in found] == [True, False, True]


def spot(name: str, latitude: float, longitude: float) -> Spot:
    return Spot(name=name, country=None, latitude=latitude, longitude=longitude, events=("evt:1",))


def test_ties_of_all_types_are_put_together_with_their_tone() -> None:
    assert [(pair.one, pair.other, pair.events, pair.tone) for pair in joined(TIES)] == [
        ("a", "b", 5, "cooperation"),
        ("b", "c", 3, "conflict"),
        ("d", "e", 1, "cooperation"),
    ]


def test_network_lies_on_the_paper_and_is_the_same_each_time() -> None:
    drawing = network_of(joined(TIES), NAMES)
    assert drawing == network_of(joined(TIES), NAMES)
    assert drawing is not None
    assert {node.id for node in drawing.nodes} == set("abcde")
    assert all(0 < node.x < drawing.width and 0 < node.y < drawing.height for node in drawing.nodes)
    assert len({(node.x, node.y) for node in drawing.nodes}) == 5


def test_names_in_the_network_stand_on_no_other_disc() -> None:
    at = Node("a", "A", "state", 300.0, 300.0, 10.0)
    beneath = Node("b", "B", "state", 300.0, 318.0, 10.0)
    above, below = with_names([at, beneath])
    assert above.name_y < at.y
    assert below.name_y > beneath.y


def test_name_at_the_edge_of_the_network_stays_on_the_paper() -> None:
    (placed,) = with_names([Node("a", "A long name of a body", "state", 6.0, 300.0, 5.0)])
    assert (placed.anchor, placed.name_x) == ("start", 16.0)


def test_network_without_ties_is_none() -> None:
    assert network_of([], NAMES) is None


def test_bars_are_to_one_scale() -> None:
    first = date(2023, 3, 6)
    periods = [period(first, 4.0), period(first + timedelta(days=7), -8.0), period(first + timedelta(days=14), None)]
    chart = chart_of(periods)
    assert chart is not None
    assert [(bar.up_height, bar.down_height) for bar in chart.bars] == [(HALF / 2, 0), (0, HALF), (0, 0)]


def test_few_events_far_from_all_others_do_not_crowd_these_together() -> None:
    day = date(2023, 3, 1)
    crowd = [event(str(number), day + timedelta(days=number % 10)) for number in range(60)]
    far = event("far", day + timedelta(days=400))
    strip = line.strip_of([*crowd, far])
    assert strip is not None
    assert (strip.outside, strip.first, strip.last) == (1, day, day + timedelta(days=9))
    near = line.strip_of([*crowd, event("near", day + timedelta(days=15))])
    assert near is not None
    assert (near.outside, near.last) == (0, day + timedelta(days=15))


def test_nothing_to_draw_is_none() -> None:
    assert chart_of([]) is None
    assert chart_of([period(date(2023, 3, 6), None)]) is None
    assert line.strip_of([]) is None


def event(name: str, day: date) -> Event:
    return Event(
        id=name,
        act=EventType.CONSULT,
        event_type=EventType.CONSULT,
        mode=None,
        actors=(),
        recipients=(),
        place=None,
        happened=Interval(earliest=day, latest=day),
        happened_basis=None,
        status=Status.HAPPENED,
        status_basis=(),
        headline=name,
        tellings=(),
    )


def period(first: date, score: float | None) -> Period:
    acts = (Act(event=None, day=first, score=score, reason=""),) if score is not None else ()  # type: ignore[arg-type]
    return Period(first=first, last=first + timedelta(days=6), acts=acts)


@pytest.mark.parametrize("length", [0, 1, 8, 30, 69, 300, 1500, 9000])
def test_few_days_are_named_and_all_lie_on_the_line(length: int) -> None:
    first = date(2000, 1, 15)
    found = line.ticks(first, first + timedelta(days=length))
    assert len(found) <= 10
    assert all(0 <= tick.x <= line.WIDTH for tick in found)

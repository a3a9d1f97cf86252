"""The map: where the events of a period happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.asking import DayText, Question, Words
from dateline.serve.drawing.earth import HEIGHT, WIDTH, place_on_map
from dateline.serve.exporting import Twin
from dateline.serve.tagging import TaggedRoute
from dateline.views.paged import Spot

router = APIRouter(route_class=TaggedRoute)

MOST = 4000
LABELS = 24
SMALLEST, LARGEST = 4.5, 20.0
"""Radius of the disc of one event, and of that of most events, on a map a thousand units wide."""

LETTER, LINE = 5.2, 11.0
"""Width of a letter and height of a line of names on it."""

COLUMNS = ("place", "country", "latitude", "longitude", "events")
WORLD = (0.0, 0.0, WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class Disc:
    """A place on the map; `label` says whether its name is written beside it."""

    name: str
    country: str | None
    count: int
    x: float
    y: float
    r: float
    label: bool


@router.get("/map")
def map(asked: Question, since: DayText = None, until: DayText = None, place: Words = "", box: Words = "") -> Response:
    """Show where the events of a period happened, and those of one place where one is chosen."""
    first, last = asked.period(since, until)
    spots = asked.record.spots(first=first, last=last, as_of=asked.as_of, limit=MOST)
    frame = WORLD if box == "world" else frame_of(spots)
    scale = frame[2] / WIDTH
    chosen = [event for spot in spots if spot.name == place for event in spot.events][:60]
    return asked.show(
        "map.html",
        title="Map",
        twin=Twin("places", COLUMNS, [_row(spot) for spot in spots]),
        spots=discs(spots, scale),
        box=" ".join(f"{number:g}" for number in frame),
        scale=round(scale, 3),
        whole=box == "world",
        place=place,
        events=asked.record.events_by_id(chosen, as_of=asked.as_of) if chosen else [],
        first=first,
        last=last,
    )


def frame_of(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    """Return the part of the map with all places and some room around them, in the proportions of the whole."""
    if not spots:
        return WORLD
    places = [place_on_map(spot.latitude, spot.longitude) for spot in spots]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    width = min(WIDTH, max((right - left) * 1.2, (bottom - top) * 1.25 * WIDTH / HEIGHT, WIDTH / 5))
    height = width * HEIGHT / WIDTH
    x = min(max((left + right - width) / 2, 0.0), WIDTH - width)
    y = min(max((top + bottom - height) / 2, 0.0), HEIGHT - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)


def discs(spots: Sequence[Spot], scale: float) -> list[Disc]:
    """Return places as discs whose area grows with their events; the first ones are named where there is room."""
    most = max((len(spot.events) for spot in spots), default=1)
    unit = min(SMALLEST, LARGEST / sqrt(most))
    found: list[Disc] = []
    named: list[tuple[float, float, float]] = []
    for spot in spots:
        x, y = place_on_map(spot.latitude, spot.longitude)
        radius = max(unit * sqrt(len(spot.events)), 2.0) * scale
        room = (x + radius, y, LETTER * scale * len(spot.name))
        label = len(named) < LABELS and not any(_overlap(room, other, scale) for other in named)
        if label:
            named.append(room)
        found.append(Disc(spot.name, spot.country, len(spot.events), x, y, round(radius, 2), label))
    return found


def _overlap(one: tuple[float, float, float], other: tuple[float, float, float], scale: float) -> bool:
    """Say whether two names, each with its left end, its height and its length, would run into one another."""
    return abs(one[1] - other[1]) < LINE * scale and one[0] < other[0] + other[2] and other[0] < one[0] + one[2]


def _row(spot: Spot) -> dict[str, object]:
    return {
        "place": spot.name,
        "country": spot.country,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "events": len(spot.events),
    }

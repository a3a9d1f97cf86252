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
from dateline.views.paged import Spot

router = APIRouter()

MOST = 4000
LABELS = 14
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
    """Return places as discs whose area grows with their events, the larger ones below the smaller."""
    most = max((len(spot.events) for spot in spots), default=1)
    found = []
    for number, spot in enumerate(spots):
        x, y = place_on_map(spot.latitude, spot.longitude)
        radius = (3 + 15 * sqrt(len(spot.events) / most)) * scale
        found.append(Disc(spot.name, spot.country, len(spot.events), x, y, round(radius, 2), number < LABELS))
    return found


def _row(spot: Spot) -> dict[str, object]:
    return {
        "place": spot.name,
        "country": spot.country,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "events": len(spot.events),
    }

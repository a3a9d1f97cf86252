"""A line of days: where a day lies on it, and which days are written below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import Event

WIDTH = 960.0
STEP = 11.0
"""Between dots that stand above one another."""

HIGHEST = 9
"""Dots above one another; more go into the topmost."""

SPARSE = 3
"""How many times longer than the line of nearly all events that of all must be for the few to be left out."""

_RADIUS = (3.4, 4.2, 4.9, 5.5, 6.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A name below the line; `anchor` keeps those at its ends on the paper."""

    x: float
    name: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the line."""

    event: Event
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Events above a line of days; `outside` counts those that lie so far before or after the others that they are left out."""

    first: date
    last: date
    width: float
    height: float
    base: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    outside: int = 0


def strip_of(events: Iterable[Event], *, most: int = 160) -> Strip | None:
    """Return the events that name their days as dots above a line; None where fewer than two days are named."""
    dated = [(day, event) for event in events if (day := day_of(event)) is not None][:most]
    if len({day for day, _ in dated}) < 2:
        return None
    first, last = _bulk(sorted(day for day, _ in dated))
    inside = [(day, event) for day, event in dated if first <= day <= last]
    places: dict[int, int] = {}
    dots = []
    for day, event in sorted(inside, key=lambda pair: (pair[0], pair[1].id)):
        x = place(day, first, last)
        column = round(x / STEP)
        height = places[column] = min(places.get(column, 0) + 1, HIGHEST)
        weight = max(1, min(event.corroboration.independent, len(_RADIUS)))
        dots.append((event, round(column * STEP, 1), height, _RADIUS[weight - 1]))
    base = STEP * max(height for _, _, height, _ in dots) + 6
    return Strip(
        first=first,
        last=last,
        width=WIDTH,
        height=base + 24,
        base=base,
        dots=tuple(
            Dot(event, min(max(x, 7), WIDTH - 7), base - 1 - height * STEP + STEP / 2, r)
            for event, x, height, r in dots
        ),
        ticks=tuple(ticks(first, last)),
        outside=len(dated) - len(inside),
    )


def _bulk(days: Sequence[date]) -> tuple[date, date]:
    """Return the first and last of sorted days, without a twentieth at each end where these take up most of the line."""
    few = len(days) // 20
    first, last = days[few], days[len(days) - 1 - few]
    return (first, last) if (days[-1] - days[0]) > SPARSE * (last - first) and first < last else (days[0], days[-1])


def day_of(event: Event) -> date | None:
    """Return the day that an event is drawn at: its first."""
    return (event.happened.earliest or event.happened.latest) if event.happened else None


def place(day: date, first: date, last: date) -> float:
    """Return how far along the line a day lies."""
    return 8 + (WIDTH - 16) * (day - first).days / max((last - first).days, 1)


def ticks(first: date, last: date, *, most: int = 9) -> Sequence[Tick]:
    """Return names of days, evenly spread: days of a month, months, or years, whichever are few enough."""
    length = (last - first).days
    if length <= most:
        found = [(first + timedelta(days=number), "%-d %b") for number in range(length + 1)]
    elif length <= 70:
        found = [(first + timedelta(days=number), "%-d %b") for number in range(0, length + 1, max(1, length // 7))]
    else:
        found = [(month, "%b %Y") for month in _months(first, last)]
        if len(found) > 24:
            found = [(month, "%Y") for month, _ in found if month.month == 1]
        found = found[:: max(1, -(-len(found) // most))]
    return [_tick(day, form, first, last) for day, form in found]


def _tick(day: date, form: str, first: date, last: date) -> Tick:
    x = round(place(day, first, last), 1)
    return Tick(x, day.strftime(form), "start" if x < 30 else "end" if x > WIDTH - 30 else "middle")


def _months(first: date, last: date) -> list[date]:
    month, found = first.replace(day=1), []
    while month <= last:
        if month >= first:
            found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found

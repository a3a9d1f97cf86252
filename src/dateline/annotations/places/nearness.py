"""How far places are from one another, and which ones are near."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.resources.places import KnownPlace

_EARTH_KM = 6371.0
_CELL = 4.0
"""Degrees of a cell; what is two cells off is too far to count (over 440 km)."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place that a name of the report means, with how likely that is."""

    key: str
    place: KnownPlace
    chance: float


class Neighbourhood:
    """The places of a report by where they lie, so that those around one are found without going through all."""

    def __init__(self, marks: Iterable[Marked]) -> None:
        self._cells: dict[tuple[int, int], list[Marked]] = defaultdict(list)
        for mark in marks:
            self._cells[_cell(mark.place)].append(mark)

    def around(self, place: KnownPlace) -> Iterator[Marked]:
        """Yield the places in the cell of *place* and the eight about it."""
        row, column = _cell(place)
        for north in (row, row - 1, row + 1):
            for east in (column, column - 1, column + 1):
                yield from self._cells.get((north, east), ())


def _cell(place: KnownPlace) -> tuple[int, int]:
    return int(place.latitude // _CELL), int(place.longitude // _CELL)


def distance_km(one: KnownPlace, other: KnownPlace) -> float:
    """Return the kilometres between two places, on a plane, which is good enough for those that are near."""
    north = math.radians(one.latitude - other.latitude)
    around = math.radians((one.longitude - other.longitude + 180) % 360 - 180)
    east = around * math.cos(math.radians((one.latitude + other.latitude) / 2))
    return _EARTH_KM * math.hypot(north, east)

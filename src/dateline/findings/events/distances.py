"""Days counted from another event: two days after it, weeks before it, some time during it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model import Interval, TemporalRelation

R = TemporalRelation
_INVERSE = {
    R.BEFORE: R.AFTER,
    R.AFTER: R.BEFORE,
    R.IS_INCLUDED: R.INCLUDES,
    R.INCLUDES: R.IS_INCLUDED,
    R.SIMULTANEOUS: R.SIMULTANEOUS,
}
_UNITS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_UNCOUNTED = {"D": (1, 30), "W": (7, 90), "M": (28, 365), "Y": (365, 7305)}
"""Least and most days of "days after", "weeks after" and so on."""


@dataclass(frozen=True, slots=True)
class Distance:
    """How many days lie between two events, at least and at most."""

    least: int
    most: int


def distance_of(duration: str | None, unit: str) -> Distance | None:
    """Return the days between two events that a TIMEX3 duration tells, or the bare word for a unit; None for neither.

    Weeks, months and years are told in round numbers: half of one is left on either side.

    >>> distance_of("P2D", "days"), distance_of("PXD", "days"), distance_of(None, "day"), distance_of("P1M", "month")
    (Distance(least=2, most=2), Distance(least=1, most=30), Distance(least=1, most=1), Distance(least=15, most=45))
    """
    if duration is None:
        return Distance(1, 1) if unit in ("day", "morning") else None
    if duration.startswith("PT"):
        return Distance(0, 1)
    letter, number = duration[-1], duration[1:-1]
    if letter not in _UNITS:
        return None
    if number == "X":
        return Distance(*_UNCOUNTED[letter])
    if not number.isdigit() or len(number) > 4:
        return None
    days = int(number) * _UNITS[letter]
    margin = _UNITS[letter] // 2
    return Distance(max(0, days - margin), days + margin)


def days_beside(other: Interval, relation: TemporalRelation, distance: Distance | None) -> Interval | None:
    """Return the days of an event that stands in *relation* to one with the days *other*; None where that tells nothing."""
    first, last = other.earliest, other.latest
    if relation in (R.AFTER, R.BEGUN_BY):
        if distance is None or relation is R.BEGUN_BY:
            return Interval(earliest=first) if first else None
        return _interval(_shifted(first, distance.least), _shifted(last, distance.most))
    if relation in (R.BEFORE, R.ENDED_BY):
        if distance is None or relation is R.ENDED_BY:
            return Interval(latest=last) if last else None
        return _interval(_shifted(first, -distance.most), _shifted(last, -distance.least))
    return other


def inverse(relation: TemporalRelation) -> TemporalRelation | None:
    """Return how the right end lies to the left one, so far as that bounds its days; None where it does not."""
    return _INVERSE.get(relation)


def _interval(first: date | None, last: date | None) -> Interval | None:
    return Interval(earliest=first, latest=last) if first or last else None


def _shifted(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    return date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal()))

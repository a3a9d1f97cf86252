"""Timelines of few days: the entry of a day, and the choice of days that do not crowd one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import exp

from dateline.model.evidence import Evidence

CROWDING = 0.4
"""How much of its weight the day beside a chosen one loses: it mostly tells the same again."""

REACH = 25
"""The shortest gap, in days between entries, at which days further off lose weight too: one day for each so many of the gap."""

FURTHEST_REACH = 8.0
_REACHES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A day of a timeline with the sentences that tell best what happened on it, the best first.

    `score` is what the day was chosen by, to be compared within one timeline only. `named_by` counts the reports that name
    the day, `published` those that were published on it.
    """

    day: date
    sentences: tuple[Evidence, ...]
    score: float
    named_by: int
    published: int


def choose_days(scores: Mapping[date, float], count: int) -> list[date]:
    """Return the *count* days that weigh most, the heaviest first, each lowering the weight of the days around it.

    The fewer days are wanted for the time that they span, the further this reaches: a timeline of twenty years has no room
    for two days of one week unless both are great.

    >>> monday = date(2023, 3, 20)
    >>> weights = {monday: 9.0, monday + timedelta(1): 6.0, monday + timedelta(60): 4.0}
    >>> [str(day) for day in choose_days(weights, 2)]
    ['2023-03-20', '2023-05-19']
    """
    if not scores or count < 1:
        return []
    left, chosen = dict(scores), list[date]()
    gap = ((max(scores) - min(scores)).days + 1) / count
    reach = min(FURTHEST_REACH, gap / REACH)
    while left and len(chosen) < count:
        best = min(left, key=lambda day: (-left[day], day))
        chosen.append(best)
        del left[best]
        for distance in range(1, int(_REACHES * reach) + 2):
            kept = 1 - CROWDING * exp((1 - distance) / reach)
            for beside in _around(best, distance):
                if beside in left:
                    left[beside] *= kept
    return chosen


def _around(day: date, distance: int) -> list[date]:
    first, last = date.min.toordinal(), date.max.toordinal()
    return [
        date.fromordinal(number)
        for number in (day.toordinal() - distance, day.toordinal() + distance)
        if first <= number <= last
    ]

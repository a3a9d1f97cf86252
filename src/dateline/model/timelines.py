"""Timelines of few days: the entry of a day, and the choice of days that do not crowd one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.model.evidence import Evidence

CROWDING = 0.3
"""How much of its weight a day beside a chosen one loses: it mostly tells the same again."""


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
    """Return the *count* days that weigh most, the heaviest first, each lowering the weight of the day before and after it.

    >>> weights = {date(2023, 3, 20): 9.0, date(2023, 3, 21): 6.0, date(2023, 5, 19): 5.0}
    >>> [str(day) for day in choose_days(weights, 2)]
    ['2023-03-20', '2023-05-19']
    """
    left, chosen = dict(scores), list[date]()
    while left and len(chosen) < count:
        best = min(left, key=lambda day: (-left[day], day))
        chosen.append(best)
        del left[best]
        for beside in (best.toordinal() - 1, best.toordinal() + 1):
            if _FIRST <= beside <= _LAST and (day := date.fromordinal(beside)) in left:
                left[day] *= 1 - CROWDING
    return chosen


_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()

"""The relation of two sides over time: what they did for and against one another, by week or month.

Each Event counts once, however many reports tell of it, on the day it began and by the score of the act as its first decisive
telling has it: Goldstein's for its CAMEO code, else PLOVER's for its type and mode. Only what has happened or is under way
counts; what is planned, called off, denied or disputed is named beside.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dateline.model import Event, Status
from dateline.resources.events import plover_score
from dateline.views.exchange.fields import event_day

COUNTED = frozenset({Status.HAPPENED, Status.UNDER_WAY})
"""The statuses of events that count."""


class Length(StrEnum):
    """The length of a period."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event between the two: its day, and its score from -10 (conflict) to 10 (cooperation); None where it does not count.

    `reason` says by what it is scored, or why it does not count.
    """

    event: Event
    day: date
    score: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A week (from Monday) or month of a relation, with the acts behind it, those that weigh most first.

    `left_out` are the acts that fall into it and do not count.
    """

    first: date
    last: date
    acts: tuple[Act, ...] = ()
    left_out: tuple[Act, ...] = ()

    @property
    def cooperation(self) -> float:
        """The sum of the scores above 0."""
        return round(sum(max(act.score or 0.0, 0.0) for act in self.acts), 2)

    @property
    def conflict(self) -> float:
        """The sum of the scores below 0: 0 or less."""
        return round(sum(min(act.score or 0.0, 0.0) for act in self.acts), 2) + 0.0

    @property
    def net(self) -> float:
        """Cooperation less conflict."""
        return round(self.cooperation + self.conflict, 2)


def periods_of(
    events: Iterable[Event], *, by: Length, since: date | None = None, until: date | None = None
) -> list[Period]:
    """Return the periods from the first to the last of the events, those without any between them too.

    Events that no report dates are in none. *since* and *until* leave out events of other days.
    """
    acts = [act for event in events if (act := act_of(event)) is not None]
    acts = [act for act in acts if (since or date.min) <= act.day <= (until or date.max)]
    found: dict[date, list[Act]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: (-abs(act.score or 0.0), act.day, act.event.id)):
        found[_first(act.day, by)].append(act)
    return [
        Period(
            first=first,
            last=last,
            acts=tuple(act for act in found.get(first, ()) if act.score is not None),
            left_out=tuple(act for act in found.get(first, ()) if act.score is None),
        )
        for first, last in _between(min(found, default=None), max(found, default=None), by)
    ]


def act_of(event: Event) -> Act | None:
    """Return an event as an act with its score, or None when no day is known for it."""
    day = event_day(event)
    if day is None:
        return None
    score, reason = _scored(event) if event.status in COUNTED else (None, str(event.status or "not told as done"))
    return Act(event=event, day=day, score=score, reason=reason)


def _scored(event: Event) -> tuple[float | None, str]:
    mention = event.deciding.mention
    if mention.goldstein is not None:
        return mention.goldstein, f"Goldstein, CAMEO {mention.cameo}"
    score = plover_score(mention.event_type, mention.mode)
    return score, f"PLOVER {mention.event_type}" if score is not None else "no score"


def _first(day: date, by: Length) -> date:
    return day.replace(day=1) if by is Length.MONTH else day - timedelta(days=min(day.weekday(), (day - date.min).days))


def _between(first: date | None, last: date | None, by: Length) -> Iterator[tuple[date, date]]:
    while first is not None and last is not None and first <= last:
        end = _last(first, by)
        yield first, end
        first = end + timedelta(days=1) if end < date.max else None


def _last(first: date, by: Length) -> date:
    if by is Length.WEEK:
        return first + timedelta(days=min(6, (date.max - first).days))
    return first.replace(day=monthrange(first.year, first.month)[1])


def line(act: Act) -> str:
    """Return an act in one line: its day, its score or why it has none, its headline and id."""
    score = f"{act.score:+.1f}" if act.score is not None else f"({act.reason})"
    return f"{act.day} {score} {act.event.headline} [{act.event.id}]"


def render_period(period: Period) -> dict[str, Any]:
    """Return a period as a row; `behind` are the acts in lines, `left_out` those that do not count."""
    return {
        "first": period.first,
        "last": period.last,
        "cooperation": period.cooperation,
        "conflict": period.conflict,
        "net": period.net,
        "events": len(period.acts),
        "largest": period.acts[0].event.headline if period.acts else None,
        "event_ids": [act.event.id for act in period.acts],
        "behind": [line(act) for act in period.acts],
        "left_out": [line(act) for act in period.left_out],
    }

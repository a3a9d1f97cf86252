"""What a passage, or a link to another report, tells of the day a report was written, and what many such clues tell together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.clocks import Interval

SURE, LIKELY, FAIR = 5.0, 3.5, 2.0
"""What a clue weighs: the logarithm of the odds that it is right, of kinds found right in 99, 97 and 88 of 100 reports."""

NEARLY = 1.0
"""How much less clues may weigh for days that are allowed as well."""

MOST_DISPUTED = 0.3
"""The share of all weight that may be at odds with an answer. A report that says more against it than that is given none."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """The days on which a report can have been written if its words mean what they say: in any of `intervals`.

    `reason` says so to a reader. Two clues with the same reason are one, however often the report repeats the words.
    """

    intervals: tuple[Interval, ...]
    reason: str
    weight: float = LIKELY

    def allows(self, interval: Interval) -> bool:
        """Say whether the report can have been written within *interval*."""
        return any(own.intersection(interval) for own in self.intervals)

    def bounds(self, interval: Interval) -> bool:
        """Say whether an answer begins or ends where it does because of this clue."""
        firsts = {own.earliest for own in self.intervals} - {None}
        lasts = {own.latest for own in self.intervals} - {None}
        return interval.earliest in firsts or interval.latest in lasts

    def told_within(self, interval: Interval) -> str:
        """Return the reason, with those of its several stretches of days that fit an answer."""
        if len(self.intervals) == 1:
            return self.reason
        fitting = [own for own in self.intervals if own.intersection(interval)]
        return f"{self.reason}: {' or '.join(map(_told, fitting))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The days that the weightiest clues allow, with those clues and the ones that speak against them."""

    interval: Interval
    clues: tuple[Clue, ...]
    against: tuple[Clue, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons for a reader: first those of the clues by which the days begin or end."""
        telling_first = sorted(self.clues, key=lambda clue: not clue.bounds(self.interval))
        told = [clue.told_within(self.interval) for clue in telling_first]
        return (*told, *(f"set aside, as the rest speaks against it: {clue.reason}" for clue in self.against))


def weigh(clues: Iterable[Clue]) -> Weighed | None:
    """Return the days that the weightiest clues allow; None without clues, or when they disagree too much.

    Where several stretches of days are allowed by clues of nearly as much weight, the answer reaches from the first to the last.
    """
    given = tuple({clue.reason: clue for clue in clues}.values())
    if not given:
        return None
    stretches = _stretches(given)
    most = max(weight for _, weight in stretches)
    total = sum(clue.weight for clue in given)
    if total - most > MOST_DISPUTED * total:
        return None
    best = [stretch for stretch, weight in stretches if weight > most - NEARLY]
    agreeing = tuple(clue for clue in given if any(clue.allows(stretch) for stretch in best))
    return Weighed(
        interval=Interval(earliest=best[0].earliest, latest=best[-1].latest),
        clues=agreeing,
        against=tuple(clue for clue in given if clue not in agreeing),
    )


def _stretches(clues: Sequence[Clue]) -> list[tuple[Interval, float]]:
    """Return all of time, in order, cut wherever a clue begins or ceases to hold, with the weight of those that hold."""
    steps: dict[date, float] = defaultdict(float)
    weight = 0.0
    for clue in clues:
        for interval in _joined(clue.intervals):
            if interval.earliest is None or interval.earliest == date.min:
                weight += clue.weight
            else:
                steps[interval.earliest] += clue.weight
            if interval.latest is not None and interval.latest < date.max:
                steps[interval.latest + _DAY] -= clue.weight
    found = []
    first: date | None = None
    for cut in sorted(steps):
        found.append((Interval(earliest=first, latest=cut - _DAY), weight))
        first, weight = cut, weight + steps[cut]
    return [*found, (Interval(earliest=first), weight)]


def _joined(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the same days as intervals that do not overlap, in order."""
    joined: list[Interval] = []
    for interval in sorted(intervals, key=lambda own: own.earliest or date.min):
        last = joined[-1].latest if joined else None
        if joined and (last is None or (interval.earliest or date.min) <= last):
            latest = max(last, interval.latest) if last and interval.latest else None
            joined[-1] = Interval(earliest=joined[-1].earliest, latest=latest)
        else:
            joined.append(interval)
    return joined


def _told(interval: Interval) -> str:
    if interval.days == 1:
        return str(interval.earliest)
    return f"{interval.earliest or '…'} to {interval.latest or '…'}"

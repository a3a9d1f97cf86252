"""What one passage tells of the day a report was written, and what many such passages tell together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dateline.model import Interval

MOST_DISPUTED = 0.25
"""The share of clues that may be at odds with an answer. A report that says more against it than that is given none."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """The days on which a report can have been written if its words mean what they say: in any of `intervals`.

    `reason` says so to a reader. Two clues with the same reason are one, however often the report repeats the words.
    """

    intervals: tuple[Interval, ...]
    reason: str

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
class Verdict:
    """The days that most clues allow, with those clues and the ones that speak against them."""

    interval: Interval
    clues: tuple[Clue, ...]
    against: tuple[Clue, ...] = ()


def weigh(clues: Iterable[Clue]) -> Verdict | None:
    """Return the days that the greatest number of clues allow; None without clues, or when they disagree too much.

    Where several stretches of days are allowed by equally many clues, the answer reaches from the first to the last.
    """
    given = tuple({clue.reason: clue for clue in clues}.values())
    if not given:
        return None
    stretches = [(stretch, sum(clue.allows(stretch) for clue in given)) for stretch in _stretches(given)]
    most = max(count for _, count in stretches)
    if len(given) - most > MOST_DISPUTED * len(given):
        return None
    best = [stretch for stretch, count in stretches if count == most]
    agreeing = tuple(clue for clue in given if any(clue.allows(stretch) for stretch in best))
    return Verdict(
        interval=Interval(earliest=best[0].earliest, latest=best[-1].latest),
        clues=agreeing,
        against=tuple(clue for clue in given if clue not in agreeing),
    )


def _stretches(clues: Sequence[Clue]) -> list[Interval]:
    """Return all of time cut wherever a clue begins or ceases to hold, in order."""
    starts: set[date] = set()
    for interval in (interval for clue in clues for interval in clue.intervals):
        if interval.earliest:
            starts.add(interval.earliest)
        if interval.latest:
            starts.add(interval.latest + _DAY)
    cuts = sorted(starts)
    if not cuts:
        return [Interval()]
    inner = [Interval(earliest=first, latest=after - _DAY) for first, after in pairwise(cuts)]
    return [Interval(latest=cuts[0] - _DAY), *inner, Interval(earliest=cuts[-1])]


def _told(interval: Interval) -> str:
    if interval.days == 1:
        return str(interval.earliest)
    return f"{interval.earliest or '…'} to {interval.latest or '…'}"

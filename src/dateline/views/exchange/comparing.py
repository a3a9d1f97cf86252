"""Two codings of the news counted against each other: by type, by pair of states, by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.model import EventType
from dateline.model.dyads import Dyad

DAYS_APART = 1
"""How far apart two codings may date one event: time zones, and the day of the act or of its report."""


class By(StrEnum):
    """What agreement is counted by."""

    TYPE = "type"
    DYAD = "dyad"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many events each coding has of a kind, and how many of them both have (same pair, type and day, or a day apart)."""

    what: str
    ours: int
    theirs: int
    both: int

    @property
    def of_ours(self) -> float | None:
        """The share of ours that they have too."""
        return self.both / self.ours if self.ours else None

    @property
    def of_theirs(self) -> float | None:
        """The share of theirs that we have too."""
        return self.both / self.theirs if self.theirs else None


_NAMES: dict[By, Callable[[Dyad], str]] = {
    By.TYPE: lambda dyad: str(dyad.event_type),
    By.DYAD: lambda dyad: f"{dyad.actor or '?'} > {dyad.recipient or '?'}",
    By.MONTH: lambda dyad: dyad.day.strftime("%Y-%m"),
    By.ALL: lambda dyad: "all",
}


def compare(ours: Iterable[Dyad], theirs: Iterable[Dyad], *, by: By) -> list[Agreement]:
    """Return the agreement of two codings, the most frequent kinds first.

    Each event is matched with one of the other coding at the most. Events of acts without a direction (talks) match either way
    round.
    """
    name = _NAMES[by]
    mine, others = list(ours), list(theirs)
    matched = _matched(mine, others)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for side, dyads in (("ours", mine), ("theirs", others), ("both", matched)):
        for dyad in dyads:
            counts[name(dyad)][side] += 1
    found = [
        Agreement(what=what, ours=count["ours"], theirs=count["theirs"], both=count["both"])
        for what, count in counts.items()
    ]
    return sorted(found, key=lambda row: (-(row.ours + row.theirs), row.what))


def _matched(ours: Sequence[Dyad], theirs: Sequence[Dyad]) -> list[Dyad]:
    """Return those of ours that have a match; the nearest day is taken first, and what is taken is taken once."""
    free: dict[tuple[object, ...], list[date]] = defaultdict(list)
    for dyad in theirs:
        free[_key(dyad)].append(dyad.day)
    matched: dict[int, Dyad] = {}
    for apart in range(DAYS_APART + 1):
        for number, dyad in enumerate(ours):
            days = free.get(_key(dyad), [])
            near = (day for day in days if abs(day - dyad.day) == timedelta(days=apart))
            if number not in matched and (day := next(near, None)) is not None:
                days.remove(day)
                matched[number] = dyad
    return list(matched.values())


def _key(dyad: Dyad) -> tuple[object, ...]:
    ends = [dyad.actor, dyad.recipient]
    if dyad.event_type is EventType.CONSULT:
        ends.sort(key=str)
    return (dyad.event_type, *ends)

"""What became known between two days: two assemblies of the same events, compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model import EntityRef, Event, EventMention, HappenedBasis, Status, Telling
from dateline.model.disagreements import Disagreement
from dateline.resources.headlines import in_a_sentence
from dateline.views.wording import days, listed, when


class ChangeKind(StrEnum):
    """What changed of an event, in the order in which a reader wants to know."""

    DISPUTED = "disputed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    HAPPENED = "has happened"
    UNDER_WAY = "under way"
    NEW = "new"
    EXPECTED = "newly expected"
    MOVED = "other days"
    OVERDUE = "overdue"
    CONFIRMED = "told by more"


_BY_STATUS = {
    Status.DISPUTED: ChangeKind.DISPUTED,
    Status.CANCELLED: ChangeKind.CANCELLED,
    Status.POSTPONED: ChangeKind.POSTPONED,
    Status.HAPPENED: ChangeKind.HAPPENED,
    Status.UNDER_WAY: ChangeKind.UNDER_WAY,
    Status.EXPECTED: ChangeKind.EXPECTED,
    Status.UNCONFIRMED: ChangeKind.OVERDUE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An event as it stood before and after; `before` is None when nobody had told of it."""

    kind: ChangeKind
    before: Event | None
    after: Event

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.after.id

    @property
    def told(self) -> tuple[Telling, ...]:
        """The tellings that are new."""
        known = {telling.mention.id for telling in self.before.tellings} if self.before else set()
        return tuple(telling for telling in self.after.tellings if telling.mention.id not in known)

    @property
    def line(self) -> str:
        """The change in a sentence or two, as a person would note it."""
        return f"{self.after.headline}{_LINES[self.kind](self)}"


def changes_of(before: Iterable[Event], after: Iterable[Event]) -> list[Change]:
    """Return what changed of these events, by kind, then in order of time."""
    known = {event.id: event for event in before}
    found = []
    for event in after:
        kind = _kind(known.get(event.id), event)
        if kind is not None:
            found.append(Change(kind=kind, before=known.get(event.id), after=event))
    order = list(ChangeKind)
    return sorted(found, key=lambda change: (order.index(change.kind), _day(change.after), change.id))


def _kind(before: Event | None, after: Event) -> ChangeKind | None:
    if after.status is None or not after.actors:
        return None
    if before is None or before.status is None:
        settled = after.status in (Status.HAPPENED, Status.UNDER_WAY)
        return ChangeKind.NEW if settled else _BY_STATUS[after.status]
    if before.status is not after.status:
        return _BY_STATUS[after.status]
    if _moved(before, after):
        return ChangeKind.MOVED
    return ChangeKind.CONFIRMED if _reporters(after) > _reporters(before) else None


def _moved(before: Event, after: Event) -> bool:
    if before.happened is None or after.happened is None or before.happened_basis is HappenedBasis.DOCUMENT:
        return False
    return not before.happened.overlaps(after.happened)


def _reporters(event: Event) -> set[str]:
    return {telling.outlet or telling.document for telling in event.tellings}


def _day(event: Event) -> str:
    first = event.happened.earliest if event.happened else None
    return first.isoformat() if first else event.tellings[0].order


def _by(tellings: Iterable[Telling]) -> str:
    return listed(list(dict.fromkeys(telling.outlet or telling.document for telling in tellings)), at_most=4)


def _due(event: Event) -> str:
    return f"due {when(event)}" if days(event.happened) else "due on a day not given"


def _new(change: Change) -> str:
    return f" ({when(change.after)}), told by {_by(change.told)}."


def _expected(change: Change) -> str:
    first = change.after.tellings[0]
    on = f" {first.published_at.value[:10]}" if first.published_at else ""
    foreseer = _foreseer(first.mention)
    told = f"foreseen by {foreseer}, told{on} by" if foreseer else f"announced{on} by"
    if days(change.after.happened):
        return f": {_due(change.after)}, {told} {_by([first])}."
    return f", {told} {_by([first])}; no day is given."


def _foreseer(mention: EventMention) -> str | None:
    """Return who says what others will do; who speaks for one of the parties, or for nobody, announces it."""
    claimant = mention.claimant
    parties = [party.entity for party in (*mention.actors, *mention.recipients) if party.entity]
    if claimant is None or any(_of_one_side(claimant, party) for party in parties):
        return None
    return in_a_sentence(claimant.name)


def _of_one_side(one: EntityRef, other: EntityRef) -> bool:
    return one.id == other.id or (one.country is not None and one.country == other.country)


def _happened(change: Change) -> str:
    waited = change.before is not None and change.before.status in (Status.EXPECTED, Status.UNCONFIRMED)
    due = f" It had been {_expected_for(change.before)}." if waited and change.before else ""
    return f" ({when(change.after)}), told by {_by(change.told)}.{due}"


def _expected_for(event: Event) -> str:
    told = days(event.happened)
    return f"expected ({told})" if told else "announced without a day"


def _called_off(change: Change) -> str:
    due = f"; it had been {_due(change.before)}" if change.before else ""
    return f" is {change.kind}, by {_by(change.told or change.after.tellings[-1:])}{due}."


def _moved_line(change: Change) -> str:
    before = when(change.before) if change.before else "?"
    return f": now {when(change.after)}, before {before}; by {_by(change.told)}."


def _overdue(change: Change) -> str:
    return f": was due {when(change.after)}, and nobody has reported it."


def _confirmed(change: Change) -> str:
    already = _reporters(change.before) if change.before else set()
    fresh = [telling for telling in change.told if (telling.outlet or telling.document) not in already]
    return f" ({when(change.after)}), now also told by {_by(fresh)}."


def _disputed(change: Change) -> str:
    return f" ({when(change.after)}) is disputed, by {_by(change.told or change.after.tellings[-1:])}."


_LINES = {
    ChangeKind.NEW: _new,
    ChangeKind.EXPECTED: _expected,
    ChangeKind.HAPPENED: _happened,
    ChangeKind.UNDER_WAY: _new,
    ChangeKind.CANCELLED: _called_off,
    ChangeKind.POSTPONED: _called_off,
    ChangeKind.DISPUTED: _disputed,
    ChangeKind.MOVED: _moved_line,
    ChangeKind.OVERDUE: _overdue,
    ChangeKind.CONFIRMED: _confirmed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A page for a reader who was away since a day: what changed, where reports now disagree, and what is due."""

    since: date
    as_of: date
    changes: tuple[Change, ...]
    due: tuple[Event, ...]
    reports: int
    disagreements: tuple[Disagreement, ...] = ()

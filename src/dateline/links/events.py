"""Event mentions of many reports to the events they tell of.

Two mentions tell of the same event when their act, their parties in the right direction, their days and their place can be
one; any of these that cannot is a gate, whatever the rest says. Mentions come in order of publication and are compared only
with what was published before them, so a record built from the first half of an archive links that half as the whole does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.model import (
    EntityType,
    EventLookup,
    EventMention,
    EventType,
    Feature,
    Interval,
    Judgement,
    KnownMention,
    Link,
    LinkKind,
    Party,
    Verdict,
    content_id,
)
from dateline.settings import Settings

THRESHOLD = 0.6
"""The least score at which a mention joins an event."""

WEIGHTS = {"parties": 0.45, "days": 0.25, "wording": 0.2, "place": 0.1}
UNKNOWN = 0.6
"""What a feature counts when one side does not say: less than agreement, more than doubt."""

STATE_FOR_PERSON = 0.8
"""How far "China" in one report agrees with "Xi" in another."""

REPORTED_WITHIN = timedelta(days=7)
"""An act told as done, without a day, is taken to have happened in the week before its report."""
PLANNED_WITHIN = timedelta(days=90)
"""An act told as planned, without a day, is taken to be due in the quarter after its report."""
LONGEST_DATED = 21
"""Days: a longer interval says when something went on, not when it happened, and is no key."""
MOST_COMPARED = 200
"""Linked mentions a new one is compared with at the most, the newest."""


Sides = Mapping[str, set[str]]
"""States and other sides, each with the people who act for it, if any are named."""


class EventLinker:
    """Links one event mention at a time to an event of the record so far, or founds a new one."""

    name = "events.actors"
    version = "1"

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, mention: EventMention, published: date | None, entities: Mapping[str, str], lookup: EventLookup
    ) -> Link:
        """Return the link of *mention* to its event; `entities` maps its report's readings to canonical ids."""
        telling = _Telling(mention, published, entities)
        best = Judgement(
            verdict=Verdict.NONE, author=self.name, score=1.0, explanation="the first report of this event"
        )
        event = content_id("evt", mention.id)
        for known, members in _by_event(lookup.mentions_keyed(telling.sought())).items():
            judgement = self._judge(telling, members)
            if judgement and (best.verdict is Verdict.NONE or judgement.score > best.score):
                best, event = judgement, known
        return Link(kind=LinkKind.SAME_EVENT, left=mention.id, right=event, judgement=best)

    def keys(self, mention: EventMention, published: date | None, entities: Mapping[str, str]) -> tuple[str, ...]:
        """Return the keys under which later mentions of the same event will look for this one."""
        return _Telling(mention, published, entities).emitted()

    def _judge(self, telling: _Telling, members: Sequence[_Telling]) -> Judgement | None:
        compared = [_compare(telling, member) for member in members]
        if any(features is None for features in compared):
            return None
        scored = [(_score(features), features) for features in compared if features is not None]
        score, features = max(scored, key=lambda pair: pair[0])
        if score < THRESHOLD:
            return None
        told = ", ".join(f"{feature.name} {feature.value:.2f}" for feature in features)
        return Judgement(
            verdict=Verdict.POSITIVE,
            author=self.name,
            score=round(score, 4),
            features=features,
            explanation=f"the same {telling.mention.act} by its {told}",
        )


def _by_event(known: Iterable[KnownMention]) -> dict[str, list[_Telling]]:
    events: dict[str, list[_Telling]] = defaultdict(list)
    for found in list(known)[-MOST_COMPARED:]:
        events[found.event].append(_Telling(found.mention, found.published, found.entities))
    return events


@dataclass(frozen=True)
class _Telling:
    """A mention with what the linker compares: sides, days, keys."""

    mention: EventMention
    published: date | None
    entities: Mapping[str, str]

    @cached_property
    def mutual(self) -> bool:
        """Whether both parties do the act together, so that direction means nothing."""
        return self.mention.act is EventType.CONSULT and self.mention.mode != "visit"

    @cached_property
    def actors(self) -> Sides:
        parties = (*self.mention.actors, *self.mention.recipients) if self.mutual else self.mention.actors
        return self._sides(parties)

    @cached_property
    def recipients(self) -> Sides:
        return {} if self.mutual else self._sides(self.mention.recipients)

    def _sides(self, parties: Iterable[Party]) -> Sides:
        sides: dict[str, set[str]] = defaultdict(set)
        for entity in (party.entity for party in parties):
            if entity is not None:
                canonical = self.entities.get(entity.id, entity.id)
                side = entity.country if entity.country and entity.country not in ("IGO", "EUR") else canonical
                # A state, or any body of it, leaves open who acted; only people tell one act of a state from another.
                sides[side].update({canonical} if entity.type is EntityType.PERSON else ())
        return sides

    @cached_property
    def days(self) -> Interval | None:
        """When the act happened or is due: as told, or as the report's date allows; None when neither says."""
        if self.mention.happened is not None:
            return self.mention.happened.interval
        if self.published is None:
            return None
        if self.mention.modality.real:
            return Interval(earliest=_shifted(self.published, -REPORTED_WITHIN), latest=self.published)
        return Interval(earliest=self.published, latest=_shifted(self.published, PLANNED_WITHIN))

    @property
    def dated(self) -> bool:
        """Whether the report itself says when, closely enough to be a key."""
        happened = self.mention.happened
        return happened is not None and (happened.interval.days or LONGEST_DATED + 1) <= LONGEST_DATED

    def _weeks(self, slack: int) -> list[str]:
        interval = self.days if self.dated else (Interval.on(self.published) if self.published else None)
        if interval is None or interval.earliest is None or interval.latest is None:
            return ["undated"]
        margin = timedelta(days=slack)
        first = _ordinal(interval.earliest, -margin) // 7
        last = _ordinal(interval.latest, margin) // 7
        return [str(week) for week in range(first, last + 1)]

    def _pairs(self) -> list[str]:
        if self.mutual:
            sides = sorted(self.actors)
            return [f"{a}+{b}" for i, a in enumerate(sides) for b in sides[i + 1 :]][:6]
        return [f"{a}>{b}" for a in sorted(self.actors) for b in sorted(self.recipients)][:6]

    def _stems(self) -> tuple[list[str], list[str]]:
        act = str(self.mention.act)
        pairs = [f"{act}|{pair}" for pair in self._pairs()]
        alone = [f"{act}|{side}" for side in sorted(self.actors or self.recipients)[:6]]
        return pairs, alone

    def emitted(self) -> tuple[str, ...]:
        """Keys by pair and by single side, for each week it may belong to, or among the open plans."""
        pairs, alone = self._stems()
        stems = [*pairs, *(f"{stem}|any" for stem in alone)]
        if not pairs:
            stems += [f"{stem}|only" for stem in alone]
        weeks = self._weeks(0)
        if not self.mention.modality.real and not self.dated:
            weeks = ["open"]
        return tuple(f"{stem}|{week}" for stem in stems for week in weeks)

    def sought(self) -> tuple[str, ...]:
        """Keys of the mentions worth comparing: a full pair seeks its pair and the one-sided, one side seeks any."""
        pairs, alone = self._stems()
        stems = [*pairs, *(f"{stem}|only" for stem in alone)] if pairs else [f"{stem}|any" for stem in alone]
        return tuple(f"{stem}|{week}" for stem in stems for week in (*self._weeks(7), "open"))


def _shifted(day: date, shift: timedelta) -> date:
    return date.fromordinal(min(_ordinal(day, shift), date.max.toordinal()))


def _ordinal(day: date, shift: timedelta) -> int:
    return max(1, day.toordinal() + shift.days)


def _compare(new: _Telling, old: _Telling) -> tuple[Feature, ...] | None:
    """Return the features of two mentions, or None when a gate is shut."""
    if new.mention.act is not old.mention.act or not _modes_agree(new.mention.mode, old.mention.mode):
        return None
    features = (_parties(new, old), _days(new, old), _wording(new, old), _place(new, old))
    found = tuple(feature for feature in features if feature is not None)
    return found if len(found) == len(features) else None


def _modes_agree(new: str | None, old: str | None) -> bool:
    return new == old or new is None or old is None


def _parties(new: _Telling, old: _Telling) -> Feature | None:
    if not new.actors.keys() & old.actors.keys() and not new.recipients.keys() & old.recipients.keys():
        return None
    values = []
    for one, other in ((new.actors, old.actors), (new.recipients, old.recipients)):
        if one and other:
            agreement = _agreement(one, other)
            if agreement is None:
                return None
            values.append(agreement)
        elif one or other:
            values.append(UNKNOWN)
    return Feature(
        name="parties",
        value=round(sum(values) / len(values), 4),
        left=_told(new.actors, new.recipients),
        right=_told(old.actors, old.recipients),
    )


def _agreement(one: Sides, other: Sides) -> float | None:
    """Return how far the parties in one role are the same, or None when they cannot be."""
    common = one.keys() & other.keys()
    if not common:
        return None
    alike = [_alike(one[side], other[side]) for side in sorted(common)]
    if min(alike) == 0:
        return None
    shared = (len(common) / min(len(one), len(other)) + len(common) / len(one.keys() | other.keys())) / 2
    return shared * sum(alike) / len(alike)


def _alike(people: set[str], others: set[str]) -> float:
    if not people or not others:
        return 1.0 if people == others else STATE_FOR_PERSON
    return 1.0 if people & others else 0.0


def _told(actors: Sides, recipients: Sides) -> str:
    return " > ".join(" ".join(sorted(sides)) or "?" for sides in (actors, recipients))


def _days(new: _Telling, old: _Telling) -> Feature | None:
    if new.days is None or old.days is None:
        return Feature(name="days", value=UNKNOWN / 2, left=_when(new.days), right=_when(old.days))
    if not new.days.overlaps(old.days, slack=1):
        return None
    told = new.mention.happened is not None and old.mention.happened is not None
    exact = told and new.days.overlaps(old.days)
    return Feature(name="days", value=1.0 if exact else UNKNOWN, left=_when(new.days), right=_when(old.days))


def _when(interval: Interval | None) -> str:
    if interval is None:
        return "unknown"
    return f"{interval.earliest or '…'} to {interval.latest or '…'}"


def _wording(new: _Telling, old: _Telling) -> Feature | None:
    same = new.mention.rule == old.mention.rule
    told = new.mention.happened is not None and old.mention.happened is not None
    if not same and not told and new.mention.act is not EventType.CONSULT:
        return None
    return Feature(name="wording", value=1.0 if same else UNKNOWN, left=new.mention.rule, right=old.mention.rule)


def _place(new: _Telling, old: _Telling) -> Feature | None:
    one, other = new.mention.place, old.mention.place
    if one is None or other is None:
        return Feature(name="place", value=UNKNOWN, left=one.name if one else "?", right=other.name if other else "?")
    if one.country and other.country and one.country != other.country:
        return None
    same = one.name == other.name
    return Feature(name="place", value=1.0 if same else UNKNOWN, left=one.name, right=other.name)


def _score(features: Iterable[Feature]) -> float:
    return sum(WEIGHTS[feature.name] * feature.value for feature in features)

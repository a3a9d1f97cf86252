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
from dateline.resources.events import CALLING_OFF, frame_flags, frames_by_key
from dateline.resources.headlines import name_of_act
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
SIDES_OF_TALKS = 2
"""Fewer sides than this, and it is not said who talked with whom."""
LONGEST_DATED = 21
"""Days: a longer interval says when something went on, not when it happened, and is no key."""
MOST_COMPARED = 200
"""Linked mentions a new one is compared with at the most, the newest."""


Sides = Mapping[str, set[str]]
"""States and other sides, each with the people who act for it, if any are named."""


class EventLinker:
    """Links one event mention at a time to an event of the record so far, or founds a new one."""

    name = "events.actors"
    version = "2"

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
        return Judgement(
            verdict=Verdict.POSITIVE,
            author=self.name,
            score=round(score, 4),
            features=features,
            explanation=_explained(telling, features),
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
        return self.mention.act is EventType.CONSULT and self.mode != "visit"

    @cached_property
    def mode(self) -> str | None:
        """The mode of the act itself: a visit that was refused is coded as no meeting, and yet was to be a visit."""
        frame = frames_by_key().get(self.mention.rule) if self.mention.event_type is EventType.REJECT else None
        return frame.mode if frame else self.mention.mode

    @cached_property
    def off(self) -> bool:
        """Whether it tells that the act was called off or put off, by whichever side."""
        return bool(frame_flags(self.mention.rule) & CALLING_OFF)

    @cached_property
    def lasting(self) -> bool:
        """Whether the act is of the kind that is named in passing for years, an invasion or a war."""
        return "lasting" in frame_flags(self.mention.rule)

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
        if self.off:
            return self._days_called_off()
        if self.mention.happened is not None:
            return self.mention.happened.interval
        if self.published is None:
            return None
        if self.lasting and self.mention.modality.real:
            return Interval(latest=self.published)
        if self.mention.modality.real:
            return Interval(earliest=_shifted(self.published, -REPORTED_WITHIN), latest=self.published)
        return Interval(earliest=self.published, latest=_shifted(self.published, PLANNED_WITHIN))

    def _days_called_off(self) -> Interval | None:
        """When an act was due that was called off: the day told is that of the calling off."""
        told = self.mention.happened.interval if self.mention.happened else None
        first = told.earliest if told else self.published
        last = told.latest if told else self.published
        if first is None or last is None:
            return None
        return Interval(earliest=_shifted(first, -REPORTED_WITHIN), latest=_shifted(last, PLANNED_WITHIN))

    @property
    def dated(self) -> bool:
        """Whether the report itself says when, closely enough to be a key."""
        happened = self.mention.happened
        return not self.off and happened is not None and (happened.interval.days or LONGEST_DATED + 1) <= LONGEST_DATED

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
        pairs = [(a, b) for a in sorted(self.actors) for b in sorted(self.recipients)][:6]
        turned = [(b, a) for a, b in pairs] if self.off else []
        return [f"{a}>{b}" for a, b in (*pairs, *turned)]

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
        if self.lasting:
            weeks = [*weeks, "open"]
        elif not self.mention.modality.real and not self.dated:
            weeks = [self._season(0)]
        return tuple(f"{stem}|{week}" for stem in stems for week in weeks)

    def sought(self) -> tuple[str, ...]:
        """Keys of the mentions worth comparing: a full pair seeks its pair and the one-sided, one side seeks any."""
        pairs, alone = self._stems()
        stems = [*pairs, *(f"{stem}|only" for stem in alone)] if pairs else [f"{stem}|any" for stem in alone]
        weeks = [*self._weeks(7), self._season(-1), self._season(0)]
        if self.lasting:
            weeks.append("open")
        return tuple(f"{stem}|{week}" for stem in stems for week in weeks)

    def _season(self, shift: int) -> str:
        """The key of plans without a day: as long as such a plan is taken to be open, counted from the first day there is."""
        if self.published is None:
            return "undated"
        return f"plan{self.published.toordinal() // PLANNED_WITHIN.days + shift}"


def _shifted(day: date, shift: timedelta) -> date:
    return date.fromordinal(min(_ordinal(day, shift), date.max.toordinal()))


def _ordinal(day: date, shift: timedelta) -> int:
    return max(1, day.toordinal() + shift.days)


def _compare(new: _Telling, old: _Telling) -> tuple[Feature, ...] | None:
    """Return the features of two mentions, or None when a gate is shut."""
    if new.mention.act is not old.mention.act or not _modes_agree(new.mode, old.mode):
        return None
    features = (_parties(new, old), _days(new, old), _wording(new, old), _place(new, old))
    found = tuple(feature for feature in features if feature is not None)
    return found if len(found) == len(features) else None


def _modes_agree(new: str | None, old: str | None) -> bool:
    return new == old or new is None or old is None


def _parties(new: _Telling, old: _Telling) -> Feature | None:
    if not _comparable(new, old):
        return None
    off = new.off or old.off
    if not new.actors.keys() & old.actors.keys() and not new.recipients.keys() & old.recipients.keys() and not off:
        return None
    roles = ((new.actors, old.actors), (new.recipients, old.recipients))
    values = []
    for one, other in [(_both(*both) for both in zip(*roles, strict=True))] if off else roles:
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


def _comparable(new: _Telling, old: _Telling) -> bool:
    """Say whether what the two leave out still lets them be compared.

    Of talks with only one side named nobody can say that they are the same unless both reports say when. One report that
    tells of two acts towards nobody in particular tells of two acts.
    """
    if new.mutual and min(len(new.actors), len(old.actors)) < SIDES_OF_TALKS:
        return new.mention.document_id == old.mention.document_id or (new.dated and old.dated)
    if new.mutual or new.mode == "visit" or new.mention.document_id != old.mention.document_id:
        return True
    if bool(new.recipients) != bool(old.recipients):
        return new.mention.act is EventType.AGREE
    return bool(new.recipients)


def _both(actors: Sides, recipients: Sides) -> Sides:
    return {side: actors.get(side, set()) | recipients.get(side, set()) for side in (*actors, *recipients)}


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
        together = new.mention.document_id == old.mention.document_id
        if not (together or new.lasting):
            return None  # calls and visits come again: without a day on both sides they are anyone's guess
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
    same = _called(new) == _called(old)
    told = new.mention.happened is not None and old.mention.happened is not None
    if not same and not told and new.mention.act is not EventType.CONSULT:
        return None
    return Feature(name="wording", value=1.0 if same else UNKNOWN, left=new.mention.rule, right=old.mention.rule)


def _called(telling: _Telling) -> str:
    return name_of_act(telling.mention.act, mode=telling.mode, rule=telling.mention.rule)


_SAID = {
    "parties": {1.0: "the parties are the same", 0.0: "the parties agree as far as they are named"},
    "days": {1.0: "the days told agree", UNKNOWN: "the days can be the same", 0.0: "no day of either is known"},
    "wording": {1.0: "the wording is alike", 0.0: "the wording does not tell them apart"},
    "place": {1.0: "the place is the same", 0.0: "the place told does not tell them apart"},
}
"""What a feature of at least some value says, best first."""


def _explained(telling: _Telling, features: Iterable[Feature]) -> str:
    said = (next(text for least, text in _SAID[feature.name].items() if feature.value >= least) for feature in features)
    return f"taken for the same {_called(telling)}: {', '.join(said)}"


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

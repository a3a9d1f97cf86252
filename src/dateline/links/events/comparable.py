"""A mention as the linker sees it: its sides, its days, and the keys by which mentions of one event find each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.model import AttributeName, EntityType, EventMention, EventType, HappenedBasis, Interval, Modality, Party
from dateline.resources.calling_off import POSTPONED, calls_off
from dateline.resources.common_words import common_words
from dateline.resources.events import frame_flags, frames_by_key, word_set
from dateline.resources.headlines import name_of_act
from dateline.resources.wording import plain_word

REPORTED_WITHIN = timedelta(days=7)
"""An act told as done, without a day, is taken to have happened in the week before its report."""

PLANNED_WITHIN = timedelta(days=90)
"""An act told as planned, without a day, is taken to be due in the quarter after its report."""

LONGEST_DATED = 21
"""Days: a longer interval says when something went on, not when it happened, and is no key."""

MOST_KEYS = 6
"""Pairs, and single sides, of one mention that become keys."""

Sides = Mapping[str, set[str]]
"""States and other sides, each with the people who act for it, if any are named."""


@dataclass(frozen=True)
class Comparable:
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
        return calls_off(self.mention) is not None

    @property
    def put_off(self) -> bool:
        """Whether it tells that the act was put off, not called off for good."""
        return calls_off(self.mention) == POSTPONED

    @cached_property
    def called(self) -> str:
        """What the act is called: mentions with different rows of the lexicon may well call it the same."""
        return name_of_act(self.mention.act, mode=self.mode, rule=self.mention.rule)

    @cached_property
    def document(self) -> frozenset[str]:
        """What tells a document that is signed from others: the words it is called by, without that for its kind."""
        called = [detail.value for detail in self.mention.attributes if detail.name is AttributeName.DOCUMENT]
        words = {plain_word(word) for value in called for word in value.split()}
        return frozenset(words - common_words() - word_set("accord"))

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
        if self.told is not None:
            return self._as_known(self.told)
        if self.published is None:
            return None
        if self.lasting and self.mention.modality.real:
            return Interval(latest=self.published)
        if self.mention.modality.real:
            return Interval(earliest=_shifted(self.published, -REPORTED_WITHIN), latest=self.published)
        return Interval(earliest=self.published, latest=_shifted(self.published, PLANNED_WITHIN))

    @cached_property
    def told(self) -> Interval | None:
        """The days that the report tells by more than its own date and the tense, which leave all the past open."""
        happened = self.mention.happened
        return happened.interval if happened is not None and happened.basis is not HappenedBasis.DOCUMENT else None

    @property
    def says_when(self) -> bool:
        """Whether the report tells both ends of those days."""
        return self.told is not None and self.told.days is not None

    def _as_known(self, told: Interval) -> Interval:
        """Return the days told, of a deed without those after its report where the report leaves the end open."""
        if told.latest is not None or not self.mention.modality.real:
            return told
        return told.intersection(Interval(latest=self.published)) or told

    def _days_called_off(self) -> Interval | None:
        """When an act was due that was called off: a day told is that of the calling off, else this was with the report."""
        told = self.told if self.says_when and self.mention.modality is Modality.DENIED else None
        first = told.earliest if told else self.published
        last = told.latest if told else self.published
        if first is None or last is None:
            return None
        return Interval(earliest=_shifted(first, -REPORTED_WITHIN), latest=_shifted(last, PLANNED_WITHIN))

    @property
    def dated(self) -> bool:
        """Whether the report itself says when, closely enough to be a key."""
        return not self.off and self.told is not None and (self.told.days or LONGEST_DATED + 1) <= LONGEST_DATED

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
            return [f"{a}+{b}" for i, a in enumerate(sides) for b in sides[i + 1 :]][:MOST_KEYS]
        pairs = [(a, b) for a in sorted(self.actors) for b in sorted(self.recipients)][:MOST_KEYS]
        turned = [(b, a) for a, b in pairs] if self.off else []
        return [f"{a}>{b}" for a, b in (*pairs, *turned)]

    def _stems(self) -> tuple[list[str], list[str]]:
        act = str(self.mention.act)
        pairs = [f"{act}|{pair}" for pair in self._pairs()]
        alone = [f"{act}|{side}" for side in sorted(self.actors or self.recipients)[:MOST_KEYS]]
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

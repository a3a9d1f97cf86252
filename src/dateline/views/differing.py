"""What one telling of an event says of its day, place, numbers and whether it happened, and what of that cannot both be right.

Precision first: only what the report's own words say counts, and only where two tellings surely mean one act.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import asin, cos, radians, sin, sqrt

from dateline.model import (
    AttributeName,
    EntityType,
    EventMention,
    EventType,
    HappenedBasis,
    Modality,
    Place,
    PlaceKind,
    Quantity,
)
from dateline.model.disagreements import DisagreementKind
from dateline.resources.disagreements import disagreement_words, has_any, words_of, words_of_states
from dateline.resources.places import places
from dateline.resources.times import word_value
from dateline.store import StoredMention

NEAR = 30.0
"""Kilometres: two places nearer than this may be one, told by its suburb or by the next town."""

ROUGHLY = 0.2
"""How far a number that is told as rough may be off."""

_PAIR = 2
_NAME = re.compile(r"(?<=[a-z,”\"] )[A-Z][\w’'-]+")
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d.,]*\d)")
_EARTH = 6371.0
_COUNTED = frozenset({AttributeName.KILLED, AttributeName.WOUNDED, AttributeName.NUMBER, AttributeName.AMOUNT})


@dataclass(frozen=True, slots=True)
class Said:
    """What a telling says of one matter; `matter` tells apart what is not to be compared (the dead from the hurt)."""

    kind: DisagreementKind
    matter: str
    value: date | Place | Quantity | bool
    words: str
    member: StoredMention


def said_by(member: StoredMention) -> Iterator[Said]:
    """Yield what a telling says that another could contradict."""
    mention = member.mention
    if mention.modality.real:
        yield from _day(member)
        yield from _place(member)
        yield from _numbers(member)
        yield Said(DisagreementKind.HAPPENED, "", True, "it happened", member)
    elif denies(mention):
        yield Said(DisagreementKind.HAPPENED, "", False, "it did not happen", member)


def denies(mention: EventMention) -> bool:
    """Say whether a telling says of a past act that it did not happen; a refusal or a failure is not that."""
    if mention.modality is not Modality.DENIED or mention.evidence.span is None:
        return False
    before = mention.evidence.quote[: mention.anchor.start - mention.evidence.span.start]
    clause = before.split()[-_BEFORE:]
    return has_any(" ".join(clause), "not") and not has_any(" ".join(clause), "future")


_BEFORE = 5
"""Words before an act that can say that it did not happen."""


def contradicts(denied: EventMention, told: Iterable[EventMention]) -> bool:
    """Say whether a telling denies what one of these tells: the very act, by the same sides, not another or a refusal."""
    return denies(denied) and any(_sides(denied) == _sides(other) for other in told)


def _sides(mention: EventMention) -> set[str]:
    parties = (party.entity for party in (*mention.actors, *mention.recipients))
    return {party.country or party.id for party in parties if party}


def _day(member: StoredMention) -> Iterator[Said]:
    mention, day = member.mention, _single_day(member.mention)
    if day is not None and _named_day(mention) and not has_any(mention.evidence.quote, "night"):
        for matter in [""] if is_once(mention) else _marks(mention):
            yield Said(DisagreementKind.DATE, matter, day, f"on {day}", member)


def _marks(mention: EventMention) -> list[str]:
    """Return what marks an act as one and the same, whatever its day: what was hit, with how many counted."""
    words = words_of(mention.evidence.quote)
    numbers = sorted(number for number in _NUMBER.findall(mention.evidence.quote) if len(number) > 1)
    return [f"{target}|{numbers[0]}" for target in sorted(disagreement_words("targets") & words) if len(numbers) == 1]


def _named_day(mention: EventMention) -> bool:
    """Say whether the day is told by its name or number, not counted from the report's own day, which may be wrong."""
    span, quote = mention.evidence.span, mention.evidence.quote
    if mention.happened is None or span is None:
        return False
    words = [
        word
        for cue in mention.happened.cues
        if span.covers(cue)
        for word in quote[cue.start - span.start : cue.end - span.start].replace(",", " ").split()
    ]
    return any(word[0].isdigit() or word_value("weekday_short", word) for word in words)


def is_once(mention: EventMention) -> bool:
    """Say whether the parties do such an act but once within days."""
    if mention.rule in disagreement_words("once"):
        return True
    hit = any(party.entity and party.entity.type is EntityType.PERSON for party in mention.recipients)
    return hit and mention.rule in disagreement_words("once to a person")


def _place(member: StoredMention) -> Iterator[Said]:
    mention = member.mention
    if mention.place is not None and _is_city(mention.place) and (is_once(mention) or _is_meeting(mention)):
        day = _single_day(mention)
        if day is not None:
            yield Said(DisagreementKind.PLACE, day.isoformat(), mention.place, f"in {mention.place.name}", member)


def _is_meeting(mention: EventMention) -> bool:
    people = [p for p in (*mention.actors, *mention.recipients) if p.entity and p.entity.type is EntityType.PERSON]
    return mention.act is EventType.CONSULT and mention.mode != "visit" and len(people) >= _PAIR


def _single_day(mention: EventMention) -> date | None:
    told = mention.happened
    if told is None or told.basis is not HappenedBasis.EXPRESSION or told.interval.days != 1:
        return None
    return told.interval.earliest


def _is_city(place: Place) -> bool:
    return PlaceKind.CITY in kinds_of(place)


@cache
def kinds_of(place: Place) -> frozenset[PlaceKind]:
    """Return what a place is, as the gazetteer knows it; nothing for a place that it does not know."""
    return frozenset(known.kind for known in places().named(place.name) if known.geonames == place.geonames)


def _numbers(member: StoredMention) -> Iterator[Said]:
    mention, day = member.mention, _single_day(member.mention)
    if day is None or has_any(mention.evidence.quote, "again"):
        return
    for attribute in mention.attributes:
        quantity = attribute.quantity
        if attribute.name in _COUNTED and quantity is not None:
            matter = f"{attribute.name}|{quantity.unit or ''}|{day}"
            yield Said(DisagreementKind.NUMBER, matter, quantity, f"{quantity.told} ({attribute.name})", member)


def clash(one: Said, other: Said) -> bool:
    """Say whether two tellings of one event cannot both be right in what they say; the first was told first."""
    if one.kind is not other.kind or one.matter != other.matter:
        return False
    return _CLASHES[one.kind](one, other)


def _days_clash(one: Said, other: Said) -> bool:
    return one.value != other.value


def _places_clash(one: Said, other: Said) -> bool:
    here, there = one.value, other.value
    return (
        isinstance(here, Place) and isinstance(there, Place) and here.name != there.name and _apart(here, there) > NEAR
    )


def _apart(here: Place, there: Place) -> float:
    """Return the kilometres between two places, 0 where they are not known."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return 0.0
    north, east = radians(there.latitude - here.latitude) / 2, radians(there.longitude - here.longitude) / 2
    chord = sin(north) ** 2 + cos(radians(here.latitude)) * cos(radians(there.latitude)) * sin(east) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, chord)))


def _numbers_clash(one: Said, other: Said) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    low, high = _range(first)
    least, most = _range(second)
    if (low <= most and least <= high) or not _one_place(one.member.mention, other.member.mention):
        return False
    rises = one.matter.partition("|")[0] in disagreement_words("grows") and least > high
    return not (rises and _later(one.member, other.member))


def _range(quantity: Quantity) -> tuple[float, float]:
    margin = ROUGHLY if quantity.approximate else 0.0
    low = 0.0 if quantity.low is None else quantity.low * (1 - margin)
    return low, float("inf") if quantity.high is None else quantity.high * (1 + margin)


def _later(one: StoredMention, other: StoredMention) -> bool:
    """Say whether the second report may have known more: it is of a later day or time, or both are of the day itself."""
    day = _single_day(one.mention)
    known = (one.document.order[:10], other.document.order[:10])
    return one.document.order < other.document.order or (day is not None and known[1] <= day.isoformat())


def _happening_clashes(one: Said, other: Said) -> bool:
    """Say whether one telling denies the very act that the other tells: the same parties, day and place as far as told."""
    if one.value == other.value:
        return False
    told, denied = (one.member, other.member) if one.value else (other.member, one.member)
    if denied.document.order < told.document.order and _single_day(denied.mention) is None:
        return False  # it had not happened by then
    days_told = [m.happened.interval for m in (told.mention, denied.mention) if m.happened and _single_day(m)]
    if len(days_told) == _PAIR and not days_told[0].overlaps(days_told[1]):
        return False
    places_told = [m.place for m in (told.mention, denied.mention) if m.place]
    if len(places_told) == _PAIR and places_told[0].name != places_told[1].name:
        return False
    return parties_of(told) == parties_of(denied) and len(parties_of(told)) >= _PAIR


def parties_of(member: StoredMention) -> frozenset[str]:
    """Return the canonical ids of a telling's parties, whatever their parts."""
    parties = (*member.mention.actors, *member.mention.recipients)
    return frozenset(member.entities.get(p.entity.id, p.entity.id) for p in parties if p.entity)


_CLASHES: dict[DisagreementKind, Callable[[Said, Said], bool]] = {
    DisagreementKind.DATE: _days_clash,
    DisagreementKind.PLACE: _places_clash,
    DisagreementKind.NUMBER: _numbers_clash,
    DisagreementKind.HAPPENED: _happening_clashes,
}


def _one_place(one: EventMention, other: EventMention) -> bool:
    """Say whether two sentences name a place or person in common, other than a state, or one thing that was hit."""
    return bool(_named(one) & _named(other))


def _named(mention: EventMention) -> set[str]:
    quote = mention.evidence.quote
    acting = {word for party in mention.actors for word in words_of(party.text)}
    names = {word.lower() for word in _NAME.findall(quote) if not word_value("weekday_short", word)}
    targets = words_of(quote) & disagreement_words("targets")
    return (names - acting - words_of_states()) | targets

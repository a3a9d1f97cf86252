"""Tellings that the record keeps apart as several events only because they disagree: who did it, where it was, whether it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from dateline.model import QUAD_OF, EntityType, EventMention, EventType, Interval, PlaceKind, Quad
from dateline.model.disagreements import DisagreementKind
from dateline.resources.disagreements import disagreement_words, name_of_state, words_of
from dateline.resources.events import frames_by_key
from dateline.store import StoredMention
from dateline.views.differing import Said, clash, kinds_of, parties_of, said_by

WITHIN = timedelta(days=4)
"""How far apart two reports of one act are published at the most, where they do not name its day."""

_STEM = 4
"""Letters in which a word of a denial agrees with the act that it denies: "bombing" with "bomb"."""

_END = re.compile(r"[,;:]|\b(?:and|but|while|saying)\b")
"""Where the words end that are surely denied."""

_DEEDS = (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)

Matter = tuple[str, ...]


def asunder(members: Sequence[StoredMention]) -> Iterator[list[Said]]:
    """Yield groups of tellings of different events that contradict one another."""
    yield from _elsewhere(members)
    yield from _by_whom(members)
    yield from _denied(members)


def _elsewhere(members: Sequence[StoredMention]) -> Iterator[list[Said]]:
    """Yield what the same parties are told to have done on one day in two places."""
    shelves: dict[Matter, list[Said]] = defaultdict(list)
    for member in members:
        for said in said_by(member):
            parties = parties_of(member)
            if said.kind is DisagreementKind.PLACE and len(parties) > 1:
                shelves[member.mention.rule, said.matter, *sorted(parties)].append(said)
    for group in shelves.values():
        yield from _at_odds(group, lambda one, other: one.member.event != other.member.event and clash(one, other))


def _at_odds(group: Sequence[Said], clash: Callable[[Said, Said], bool]) -> Iterator[list[Said]]:
    """Yield those of a group that contradict another of it, if there are any."""
    pairs = [pair for pair in combinations(group, 2) if clash(*pair) and _one_occasion(*pair)]
    found = {id(said) for pair in pairs for said in pair}
    if found:
        yield [said for said in group if id(said) in found]


def _reported_together(one: Said, other: Said) -> bool:
    first, second = (_published(said.member) for said in (one, other))
    return first is not None and second is not None and abs(first - second) <= WITHIN


def _published(member: StoredMention) -> date | None:
    return member.document.dated.latest if member.document.dated else None


def _by_whom(members: Sequence[StoredMention]) -> Iterator[list[Said]]:
    """Yield who is told to have hit one target in one place, where two states are named."""
    shelves: dict[Matter, list[Said]] = defaultdict(list)
    for member in members:
        mention = member.mention
        sides = _sides(mention)
        if mention.act is EventType.ASSAULT and mention.modality.real and len(sides) == 1:
            words = f"{name_of_state(min(sides))} did it"
            for target in sorted(disagreement_words("targets") & words_of(mention.evidence.quote)):
                for place in _places(mention, target):
                    said = Said(DisagreementKind.WHO, f"{place}|{target}", True, words, member)
                    shelves[place, target].append(said)
    for group in shelves.values():
        yield from _at_odds(group, lambda one, other: one.words != other.words)


def _sides(mention: EventMention) -> frozenset[str]:
    """Return the states whose people or forces acted."""
    return frozenset(p.entity.country for p in mention.actors if p.entity and p.entity.country)


def _places(mention: EventMention, target: str) -> list[str]:
    parties = (party.entity for party in mention.recipients if party.text[:1].isupper())
    named = {entity.name for entity in parties if entity and entity.type in (EntityType.PLACE, EntityType.OTHER)}
    # A town that no table knows may be taken for anything; where a target stands says what it is.
    stands = {found[1] for found in _whereabouts(target).finditer(mention.evidence.quote)}
    return sorted(named | stands | ({mention.place.name} if mention.place else set()))


@cache
def _whereabouts(target: str) -> re.Pattern[str]:
    """Return what finds the name of the place where a target is: "a school in Example", "the camp was hit near Example"."""
    where = "|".join(sorted(disagreement_words("where")))
    return re.compile(rf"\b{target}s?(?: [a-z]+){{0,2}} (?:{where}) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def _one_occasion(one: Said, other: Said) -> bool:
    first, second = (_day(said.member.mention) for said in (one, other))
    if first is not None and second is not None:
        return first == second
    return _reported_together(one, other)


def _day(mention: EventMention) -> Interval | None:
    told = mention.happened.interval if mention.happened else None
    return told if told is not None and told.days == 1 else None


def _denied(members: Sequence[StoredMention]) -> Iterator[list[Said]]:
    """Yield acts with a denial by those who are told to have done them."""
    acts: dict[str, list[StoredMention]] = defaultdict(list)
    for member in members:
        if member.mention.modality.real and QUAD_OF[member.mention.act] in _DEEDS:
            for actor in _acting(member):
                acts[actor].append(member)
    for denial in members:
        if denial.mention.rule in disagreement_words("denying") and denial.mention.modality.real:
            told = [member for actor in _acting(denial) for member in acts[actor] if _denies(denial, member)]
            if told:
                yield [_so(member) for member in _first_event(told)] + [_not_so(denial)]


def _first_event(told: Iterable[StoredMention]) -> list[StoredMention]:
    found = list({member.mention.id: member for member in told}.values())
    return [member for member in found if member.event == found[0].event]


def _so(member: StoredMention) -> Said:
    return Said(DisagreementKind.HAPPENED, "", True, "it happened", member)


def _not_so(denial: StoredMention) -> Said:
    """Return what a denial says, on the word of whoever denies."""
    denier = next((party.entity for party in denial.mention.actors if party.entity), None)
    member = replace(denial, mention=replace(denial.mention, claimant=denier or denial.mention.claimant, voices=()))
    return Said(DisagreementKind.HAPPENED, "", False, "it did not happen", member)


def _acting(member: StoredMention) -> set[str]:
    found = set()
    for party in member.mention.actors:
        if party.entity is not None:
            found.add(party.entity.country or member.entities.get(party.entity.id, party.entity.id))
    return found


def _denies(denial: StoredMention, told: StoredMention) -> bool:
    """Say whether a denial names the act, and to whom or where it was done, within days of its report."""
    if not _reported_together(_so(told), _so(denial)) or denial.document.order < told.document.order:
        return False
    span, quote = denial.mention.evidence.span, denial.mention.evidence.quote
    if span is None:
        return False
    rest = words_of(_END.split(quote[denial.mention.anchor.end - span.start :])[0])
    return _names_act(rest, told.mention) and any(words <= rest for words in _objects(told.mention))


def _names_act(words: set[str], mention: EventMention) -> bool:
    frame = frames_by_key().get(mention.rule)
    lemmas = {lemma.split()[0] for lemma in frame.lemmas} if frame else set()
    return any(word[:_STEM] == lemma[:_STEM] for word in words for lemma in lemmas if len(lemma) >= _STEM)


def _objects(mention: EventMention) -> Iterator[set[str]]:
    """Yield the names of who or what was hit and of where, in words; a state is hit too often for it to tell one act."""
    for party in mention.recipients:
        if party.entity is not None and party.entity.type is not EntityType.STATE and party.text[:1].isupper():
            yield words_of(party.text)
    if mention.place is not None and kinds_of(mention.place) - {PlaceKind.COUNTRY, PlaceKind.AREA}:
        yield words_of(mention.place.name)

"""Where independent reports cannot both be right: of one event, or of two that only their disagreement keeps apart.

A source that later says otherwise has corrected itself: only its last word counts. Copies, citations and one agency are one
source, as for corroboration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model import Event, KnownEntity, Party, Telling, content_id
from dateline.model.disagreements import Disagreement, DisagreementKind, Side
from dateline.resources.headlines import headline, in_a_sentence
from dateline.store import StoredMention
from dateline.views.asunder import asunder
from dateline.views.corroboration import Source, corroborate, source_of
from dateline.views.differing import Said, clash, said_by
from dateline.views.wording import listed

_WHY = {
    DisagreementKind.HAPPENED: "one side tells the act as done, the other denies it",
    DisagreementKind.WHO: "the same act on the same target is laid at the door of two sides",
    DisagreementKind.DATE: "the act is done once, and they name two days for it",
    DisagreementKind.PLACE: "they name two places for one act on one day",
    DisagreementKind.NUMBER: "they count the same on the same day, and no later count explains it",
}


NAMED = 2
"""Parties that the headline of a disagreement names; it counts the others."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """An event with the mentions that it was put together from."""

    event: Event
    members: Sequence[StoredMention]


def find_disagreements(assembled: Iterable[Assembled], names: Mapping[str, KnownEntity]) -> list[Disagreement]:
    """Return where reports disagree of these events, in order of the events; *names* are entities by canonical id."""
    known = list(assembled)
    finder = _Finder(known, names)
    groups = [[said for member in one.members for said in said_by(member)] for one in known if _told_by_many(one)]
    found: list[Iterable[Disagreement]] = [finder.within(said) for said in groups]
    found += [
        finder.of(said, clash=lambda _one, _other: True) for said in asunder([m for a in known for m in a.members])
    ]
    unique = {disagreement.id: disagreement for several in found for disagreement in several}
    return sorted(unique.values(), key=lambda one: (one.sides[-1].tellings[0].order, one.id))


def _told_by_many(one: Assembled) -> bool:
    return len({member.document.id for member in one.members}) > 1


class _Finder:
    def __init__(self, known: Iterable[Assembled], names: Mapping[str, KnownEntity]) -> None:
        self._names = names
        self._events = {one.event.id: one.event for one in known}
        self._tellings = {told.mention.id: told for one in known for told in one.event.tellings}

    def within(self, said: Iterable[Said]) -> list[Disagreement]:
        """Return the disagreements of the tellings of one event, at most one of a kind and matter."""
        matters: dict[tuple[DisagreementKind, str], list[Said]] = defaultdict(list)
        for one in said:
            matters[one.kind, one.matter].append(one)
        return [found for group in matters.values() for found in self.of(group, clash=clash)]

    def of(self, said: Sequence[Said], *, clash: Callable[[Said, Said], bool]) -> Iterator[Disagreement]:
        """Yield the disagreement of these tellings of one matter, if there is one."""
        standing = self._last_words(said)
        pairs = [(a, b) for a, b in combinations(standing, 2) if a.words != b.words and clash(a, b)]
        at_odds = {id(one) for pair in pairs for one in pair}
        sides: dict[str, list[Said]] = {}
        for one in standing:
            if id(one) in at_odds:
                sides.setdefault(one.words, []).append(one)
        if pairs:
            yield self._made(said[0], [self._side(words, told) for words, told in sides.items()])

    def _last_words(self, said: Sequence[Said]) -> list[Said]:
        """Return what each source says in its last report of the matter; one that says two things there says nothing sure."""
        reports: dict[Source, dict[str, list[Said]]] = defaultdict(dict)
        for one in said:
            source, _ = source_of(one.member, self._names)
            reports[source].setdefault(one.member.document.id, []).append(one)
        last = [max(told.values(), key=lambda group: group[0].member.document.order) for told in reports.values()]
        sure = [group[0] for group in last if len({one.words for one in group}) == 1]
        return sorted(sure, key=lambda one: one.member.document.order)

    def _side(self, words: str, said: Sequence[Said]) -> Side:
        members = [one.member for one in said]
        tellings = tuple(self._telling(member) for member in members)
        return Side(says=words, tellings=tellings, origins=corroborate(members, self._names).origins)

    def _telling(self, member: StoredMention) -> Telling:
        return self._tellings[member.mention.id]

    def _made(self, first: Said, sides: Sequence[Side]) -> Disagreement:
        ids = tuple(dict.fromkeys(self._event_of(told).id for side in sides for told in side.tellings))
        return Disagreement(
            id=content_id("dis", first.kind, first.matter, *sorted(ids)),
            kind=first.kind,
            headline=self._headline(first),
            events=ids,
            sides=tuple(sides),
            why=_WHY[first.kind],
        )

    def _headline(self, first: Said) -> str:
        """Return a line for the act as the first telling has it: an event of many tellings may have many parties."""
        mention = first.member.mention
        actors, recipients = (self._named(first.member, role) for role in (mention.actors, mention.recipients))
        return headline(
            mention.act,
            mode=mention.mode,
            rule=mention.rule,
            actors=listed(actors, at_most=NAMED) or "?",
            recipients=listed([in_a_sentence(name) for name in recipients], at_most=NAMED),
        )

    def _named(self, member: StoredMention, parties: Iterable[Party]) -> list[str]:
        canonical = [(member.entities.get(p.entity.id, p.entity.id), p.entity.name) for p in parties if p.entity]
        return [self._names[known].name if known in self._names else name for known, name in canonical]

    def _event_of(self, told: Telling) -> Event:
        return next(event for event in self._events.values() if told in event.tellings)

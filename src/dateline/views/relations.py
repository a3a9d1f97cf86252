"""How an event is related to others of the same two sides: what led to it, what was part of it, what it followed.

A function of the Events as they stand on a day, like everything that is assembled: nothing is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import END_OF_TIME, EntityRef, EntityType, Event, HappenedBasis, LinkKind, Status
from dateline.resources.relations import RelationRule, Sides, relation_rules

_REAL = frozenset({Status.HAPPENED, Status.UNDER_WAY, Status.DISPUTED})
_INVERSE = {LinkKind.LEADS_TO: "came of", LinkKind.PART_OF: "includes", LinkKind.FOLLOWS: "is followed by"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of one event to another, in the words of the one: "part of", or "includes" where it is the whole."""

    kind: LinkKind
    words: str
    other: Event
    explanation: str


def relations_of(event: Event, others: Iterable[Event]) -> list[Relation]:
    """Return how an event is related to others, in order of time; of several that it may follow, only the nearest."""
    found: dict[tuple[LinkKind, bool], list[tuple[int, Relation]]] = {}
    for other in others:
        if other.id == event.id:
            continue
        for one, second, forward in ((event, other, True), (other, event, False)):
            related = _related(one, second)
            if related is not None:
                rule, apart = related
                words = str(rule.kind) if forward else _INVERSE[rule.kind]
                relation = Relation(
                    kind=rule.kind, words=words, other=other, explanation=_explained(one, second, rule, apart)
                )
                found.setdefault((rule.kind, forward), []).append((apart, relation))
    chosen = [relation for (kind, _), relations in found.items() for relation in _nearest(kind, relations)]
    return sorted(chosen, key=lambda relation: (_first(relation.other) or date.max, relation.other.id, relation.words))


def _nearest(kind: LinkKind, relations: list[tuple[int, Relation]]) -> list[Relation]:
    ranked = sorted(relations, key=lambda pair: (pair[0], pair[1].other.id))
    return [relation for _, relation in (ranked if kind is LinkKind.PART_OF else ranked[:1])]


def _related(one: Event, other: Event) -> tuple[RelationRule, int] | None:
    """Return the first rule by which one event is related to another, with the days between them, or None."""
    kinds, others = _kinds(one), _kinds(other)
    for rule in relation_rules():
        if rule.one & kinds and rule.other & others and _sides_agree(one, other, rule.sides):
            apart = _apart(one, other, rule)
            if apart is not None:
                return rule, apart
    return None


def _kinds(event: Event) -> frozenset[str]:
    rules = {f"rule:{telling.mention.rule}" for telling in event.tellings}
    return frozenset({f"act:{event.act}", *rules, *([f"mode:{event.mode}"] if event.mode else [])})


def _sides_agree(one: Event, other: Event, sides: Sides) -> bool:
    acting, acted = _sides(one.actors), _sides(one.recipients)
    others_acting, others_acted = _sides(other.actors), _sides(other.recipients)
    if sides is Sides.ANY:
        both = {**acting, **acted}
        theirs = {**others_acting, **others_acted}
        shared = both.keys() & theirs.keys()
        return len(shared) >= min(2, len(theirs)) and bool(shared) and _people_agree(both, theirs)
    first, second = (others_acting, others_acted) if sides is Sides.SAME else (others_acted, others_acting)
    return _agree(acting, first) and _agree(acted, second)


def _agree(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    return bool(one.keys() & other.keys()) and _people_agree(one, other)


def _people_agree(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    """Say whether no side is one person here and another there; a state named alone may be any of its people."""
    return all(not one[side] or not other[side] or one[side] & other[side] for side in one.keys() & other.keys())


def _sides(parties: Iterable[EntityRef]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for party in parties:
        side = party.country if party.country and party.country not in ("IGO", "EUR") else party.id
        found.setdefault(side, set()).update({party.id} if party.type is EntityType.PERSON else ())
    return found


def _apart(one: Event, other: Event, rule: RelationRule) -> int | None:
    """Return the days between two events if the rule allows them, else None."""
    if rule.within is None:
        if one.happened is None or other.happened is None or not _closed(other):
            return None
        return 0 if _closed(one) and one.happened.overlaps(other.happened) else None
    earlier, later = (other, one) if rule.kind is LinkKind.FOLLOWS else (one, other)
    if rule.kind is LinkKind.FOLLOWS and not {one.status, other.status} <= {*_REAL, Status.EXPECTED}:
        return None
    ended, began = _last(earlier), _first(later) or _told_on(later)
    if ended is None or began is None:
        return None
    days = (began - ended).days
    least = 1 if rule.kind is LinkKind.FOLLOWS else 0
    return days if least <= days <= rule.within else None


def _closed(event: Event) -> bool:
    return event.happened is not None and event.happened.days is not None and event.happened.days <= _LONGEST


_LONGEST = 21
"""Days: what went on longer has too much within it for any of it to be part of it by the day alone."""


def _first(event: Event) -> date | None:
    return event.happened.earliest if event.happened else None


def _last(event: Event) -> date | None:
    if event.happened is not None and event.happened.latest is not None:
        return event.happened.latest
    published = event.tellings[0].published_at
    return published.latest if published else None


def _told_on(event: Event) -> date | None:
    """Return the day by which an event was first told that has happened on a day not told; None for any other."""
    first = event.tellings[0]
    if event.status not in _REAL or event.happened_basis is not HappenedBasis.DOCUMENT or first.order == END_OF_TIME:
        return None
    return date.fromisoformat(first.order[:10])


def unanswered(events: Sequence[Event], today: date) -> list[Event]:
    """Return the invitations and offers of which nothing has come, in the time in which something may.

    *events* are those of the record as of a day, *today* that day.
    """
    by_party: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for party in (*event.actors, *event.recipients):
            by_party[party.id].append(event)
    found = []
    for event in events:
        rules = [rule for rule in relation_rules() if rule.kind is LinkKind.LEADS_TO and rule.one & _kinds(event)]
        made = _last(event)
        if event.status not in _REAL or not event.recipients or made is None:
            continue
        if any((today - made).days <= (rule.within or 0) for rule in rules):
            others = {other.id: other for party in (*event.actors, *event.recipients) for other in by_party[party.id]}
            if not any(_related_by(rule, event, other) for rule in rules for other in others.values()):
                found.append(event)
    return found


def _related_by(rule: RelationRule, one: Event, other: Event) -> bool:
    related = _related(one, other) if other.id != one.id and other.status is not None else None
    return related is not None and related[0] is rule


def _explained(one: Event, other: Event, rule: RelationRule, apart: int) -> str:
    sides = {
        Sides.SAME: "the same side acts in both",
        Sides.TURNED: "who acts in one is acted upon in the other",
        Sides.ANY: "the sides are the same",
    }
    when = "their days overlap" if rule.within is None else f"{apart} days lie between them"
    return f"{one.headline} {rule.kind} {other.headline}: {sides[rule.sides]}, {when}"

"""Event mentions put together to Events: who, when, where, and how the event stood as of a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.model import (
    EntityRef,
    EntityType,
    Event,
    EventMention,
    EventType,
    Happened,
    HappenedBasis,
    KnownEntity,
    Modality,
    Party,
    Status,
    Telling,
)
from dateline.resources.calling_off import POSTPONED, calls_off
from dateline.resources.headlines import headline, in_a_sentence
from dateline.store import StoredMention
from dateline.views.corroboration import corroborate
from dateline.views.differing import contradicts
from dateline.views.wording import listed

NAMED = 3
"""Parties that a headline names; it counts the others."""


SPOKEN = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN}
)
"""Acts of speech: a place among their recipients is what they are about."""


def assemble_events(
    mentions: Iterable[StoredMention], names: Mapping[str, KnownEntity], *, as_of: date | None, today: date | None
) -> list[Event]:
    """Return the Events that these mentions tell of, as they stood on *as_of*.

    `today` is the day the status is judged on: *as_of*, or the last day the record knows of.
    """
    groups: dict[str, list[StoredMention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.event].append(mention)
    return [_assemble(event, members, names, as_of, today) for event, members in groups.items()]


def _assemble(
    event: str,
    members: Sequence[StoredMention],
    names: Mapping[str, KnownEntity],
    as_of: date | None,
    today: date | None,
) -> Event:
    mentions = [member.mention for member in members]
    told = _decisive(mentions)
    best = max(told, key=lambda mention: (bool(mention.actors) + bool(mention.recipients), mention.place is not None))
    decisive = {mention.id for mention in told}
    actors = _parties([m for m in members if m.mention.id in decisive], "actors", names)
    recipients = _parties([m for m in members if m.mention.id in decisive], "recipients", names)
    standing = _standing(mentions)
    kept = {mention.id for mention in standing}
    planned = (mention for mention in standing if mention.modality is Modality.PLANNED)
    happened = _happened(mention for mention in told if mention.id in kept) or _happened(planned)
    status, basis = judge_status(mentions, happened, today)
    return Event(
        id=event,
        act=best.act,
        event_type=best.event_type,
        mode=_mode(told),
        actors=actors,
        recipients=recipients,
        place=next((mention.place for mention in told if mention.place), None),
        happened=happened.interval if happened else None,
        happened_basis=happened.basis if happened else None,
        status=status,
        status_basis=basis,
        headline=headline(
            best.act,
            mode=_mode(told),
            rule=best.rule,
            actors=listed([ref.name for ref in actors], at_most=NAMED) or "?",
            recipients=listed([in_a_sentence(ref.name) for ref in recipients], at_most=NAMED),
            topic=best.act in SPOKEN and all(ref.type is EntityType.PLACE for ref in recipients),
        ),
        tellings=tuple(_telling(member) for member in members),
        corroboration=corroborate([m for m in members if m.mention.id in decisive], names),
        as_of=as_of,
    )


def _decisive(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """Return the mentions that say what the event is: those that tell it as done, else as planned, else all."""
    real = [mention for mention in mentions if mention.modality.real]
    planned = [mention for mention in mentions if mention.modality is Modality.PLANNED]
    return real or [mention for mention in planned if not _calls_off(mention)] or planned or mentions


def _mode(mentions: Iterable[EventMention]) -> str | None:
    """Return the mode of the act itself, not that of its refusal."""
    modes = (
        "visit" if _calls_off(mention) and mention.rule.startswith("visit") else mention.mode for mention in mentions
    )
    return next((mode for mode in modes if mode), None)


def _calls_off(mention: EventMention) -> bool:
    return calls_off(mention) is not None


def _telling(member: StoredMention) -> Telling:
    document = member.document
    return Telling(
        mention=member.mention,
        judgement=member.judgement,
        document=document.name,
        outlet=document.outlet,
        agency=document.agency,
        published_at=document.dated,
        order=document.order,
    )


def _parties(members: Iterable[StoredMention], role: str, names: Mapping[str, KnownEntity]) -> tuple[EntityRef, ...]:
    counted: Counter[str] = Counter()
    refs: dict[str, EntityRef] = {}
    for member in members:
        parties: tuple[Party, ...] = getattr(member.mention, role)
        for entity in (party.entity for party in parties):
            if entity is not None:
                canonical = member.entities.get(entity.id, entity.id)
                known = names.get(canonical)
                refs.setdefault(canonical, replace(entity, id=canonical, name=known.name if known else entity.name))
                counted[canonical] += 1
    ranked = [refs[entity] for entity, _ in counted.most_common()]
    others = {ref.country for ref in ranked if ref.country and ref.type is not EntityType.PLACE}
    # "to Moscow" beside "to Russia" names the same side twice; the place says where, the state says who.
    return tuple(ref for ref in ranked if ref.type is not EntityType.PLACE or ref.country not in others)


def _standing(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """Return the mentions without the plans that were put off before a later report planned the act anew."""
    off = [number for number, mention in enumerate(mentions) if _calls_off(mention)]
    last = max(off, default=-1)
    anew = [m for m in mentions[last + 1 :] if m.document_id != mentions[last].document_id]
    if not off or all(m.modality is not Modality.PLANNED for m in anew):
        return mentions
    return [m for n, m in enumerate(mentions) if n > last or m.modality is not Modality.PLANNED]


def _happened(mentions: Iterable[EventMention]) -> Happened | None:
    """Return the narrowest of the intervals told: one that a person judged before others, what only the tense tells last."""
    told = [mention.happened for mention in mentions if mention.happened and not _calls_off(mention)]
    return min(told, key=_breadth, default=None)


def _breadth(happened: Happened) -> tuple[bool, bool, int, bool, str]:
    days = happened.interval.days
    judged = happened.basis is HappenedBasis.JUDGEMENT
    expressed = happened.basis is HappenedBasis.EXPRESSION
    width = days if days is not None else 10**6
    return not judged, _by_tense(happened), width, not expressed, str(happened.interval.earliest)


def _by_tense(happened: Happened) -> bool:
    """Say whether only the report's day and the tense tell the days, so that they end with the report, not with the act."""
    return happened.basis is HappenedBasis.DOCUMENT


def judge_status(
    mentions: Sequence[EventMention], happened: Happened | None, today: date | None
) -> tuple[Status | None, tuple[str, ...]]:
    """Return how an event stands, and the mentions from which that follows; mentions are in order of publication.

    None when nobody tells the act as done or planned: it was only supposed, wished for, made conditional or denied.
    """
    real = [mention for mention in mentions if mention.modality.real]
    planned = [mention for mention in mentions if mention.modality is Modality.PLANNED]
    denied = [mention for mention in mentions if mention.modality is Modality.DENIED]
    last = happened.interval.latest if happened is not None and not _by_tense(happened) else None
    over = last is not None and today is not None and last < today
    if real:
        contrary = [mention for mention in denied if not _calls_off(mention) and contradicts(mention, real)]
        if contrary and mentions.index(contrary[-1]) > mentions.index(real[0]):
            return Status.DISPUTED, _ids([*real, *contrary])
        going_on = real[-1].modality is Modality.ONGOING and not over
        return (Status.UNDER_WAY if going_on else Status.HAPPENED), _ids(real)
    off = _called_off(mentions)
    if off is not None:
        postponed = calls_off(off) == POSTPONED
        return (Status.POSTPONED if postponed else Status.CANCELLED), _ids(
            m for m in mentions if m in planned or m in denied
        )
    if planned:
        return (Status.UNCONFIRMED if over else Status.EXPECTED), _ids(planned)
    return None, _ids(mentions)


def _called_off(mentions: Sequence[EventMention]) -> EventMention | None:
    """Return the mention that calls a planned act off, if no later report plans it anew."""
    off: EventMention | None = None
    expected = False
    for mention in mentions:
        if _calls_off(mention) or (mention.modality is Modality.DENIED and expected):
            off = off if off is not None and _told_again(off, mention) else mention
        elif mention.modality is Modality.PLANNED:
            expected = True
            off = off if off is not None and off.document_id == mention.document_id else None
    return off


def _told_again(off: EventMention, later: EventMention) -> bool:
    """Say whether a later report only tells again that the act was called off then."""
    told = [mention.happened for mention in (off, later) if mention.happened and not _by_tense(mention.happened)]
    return len(told) > 1 and told[0].interval.overlaps(told[1].interval)


def _ids(mentions: Iterable[EventMention]) -> tuple[str, ...]:
    return tuple(mention.id for mention in mentions)

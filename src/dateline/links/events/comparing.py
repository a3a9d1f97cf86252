"""Two mentions compared, feature by feature: any feature that cannot agree is a gate, the others make the score."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.links.events.comparable import Comparable, Sides
from dateline.model import EventType, Feature, Interval, Modality

WEIGHTS = {"parties": 0.45, "days": 0.25, "wording": 0.2, "place": 0.1}

UNKNOWN = 0.6
"""What a feature counts when one side does not say: less than agreement, more than doubt."""

STATE_FOR_PERSON = 0.8
"""How far "China" in one report agrees with "Xi" in another."""

SIDES_OF_TALKS = 2
"""Fewer sides than this, and it is not said who talked with whom."""

_SAID = {
    "parties": {1.0: "the parties are the same", 0.0: "the parties agree as far as they are named"},
    "days": {1.0: "the days told agree", UNKNOWN: "the days can be the same", 0.0: "no day of either is known"},
    "wording": {1.0: "the wording is alike", 0.0: "the wording does not tell them apart"},
    "place": {1.0: "the place is the same", 0.0: "the place told does not tell them apart"},
}
"""What a feature of at least some value says, best first."""


def compare(new: Comparable, old: Comparable) -> tuple[Feature, ...] | None:
    """Return the features of two mentions, or None when a gate is shut."""
    if new.mention.act is not old.mention.act or not _modes_agree(new.mode, old.mode):
        return None
    features = (_parties(new, old), _days(new, old), _wording(new, old), _place(new, old))
    found = tuple(feature for feature in features if feature is not None)
    return found if len(found) == len(features) else None


def _modes_agree(new: str | None, old: str | None) -> bool:
    return new == old or new is None or old is None


def _parties(new: Comparable, old: Comparable) -> Feature | None:
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


def _comparable(new: Comparable, old: Comparable) -> bool:
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


def _days(new: Comparable, old: Comparable) -> Feature | None:
    if new.days is None or old.days is None:
        together = new.mention.document_id == old.mention.document_id
        if not (together or new.lasting):
            return None  # calls and visits come again: without a day on both sides they are anyone's guess
        return Feature(name="days", value=UNKNOWN / 2, left=_when(new.days), right=_when(old.days))
    if _still_to_come(new, old) or not new.days.overlaps(old.days, slack=0 if _documents_differ(new, old) else 1):
        return None
    told = new.says_when and old.says_when
    exact = told and new.days.overlaps(old.days)
    return Feature(name="days", value=1.0 if exact else UNKNOWN, left=_when(new.days), right=_when(old.days))


def _still_to_come(new: Comparable, old: Comparable) -> bool:
    """Say whether a report tells as planned, without a day, what another tells as done before that report: it is the next one."""
    if new.told is not None or new.off or new.published is None or new.mention.modality is not Modality.PLANNED:
        return False
    over = old.days.latest if old.days and old.mention.modality.real and not old.off else None
    return over is not None and over < new.published


def _documents_differ(new: Comparable, old: Comparable) -> bool:
    """Say whether two documents are named that have no telling word in common: an extradition treaty, a railway agreement."""
    return bool(new.document and old.document) and not new.document & old.document


def _when(interval: Interval | None) -> str:
    if interval is None:
        return "unknown"
    return f"{interval.earliest or '…'} to {interval.latest or '…'}"


def _wording(new: Comparable, old: Comparable) -> Feature | None:
    same = new.called == old.called
    told = new.says_when and old.says_when
    if not same and not told and not (new.mention.act is EventType.CONSULT and new.mode == old.mode):
        return None
    return Feature(name="wording", value=1.0 if same else UNKNOWN, left=new.mention.rule, right=old.mention.rule)


def explained(telling: Comparable, features: Iterable[Feature]) -> str:
    said = (next(text for least, text in _SAID[feature.name].items() if feature.value >= least) for feature in features)
    return f"taken for the same {telling.called}: {', '.join(said)}"


def _place(new: Comparable, old: Comparable) -> Feature | None:
    one, other = new.mention.place, old.mention.place
    if one is None or other is None:
        return Feature(name="place", value=UNKNOWN, left=one.name if one else "?", right=other.name if other else "?")
    if one.country and other.country and one.country != other.country:
        return None
    same = one.name == other.name
    return Feature(name="place", value=1.0 if same else UNKNOWN, left=one.name, right=other.name)


def score_of(features: Iterable[Feature]) -> float:
    return sum(WEIGHTS[feature.name] * feature.value for feature in features)

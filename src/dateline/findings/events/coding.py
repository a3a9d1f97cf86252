"""The codebook's conventions: what an act is coded as when it is planned, refused, requested or threatened."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.findings.events.matching import Match
from dateline.model import EventType, Modality, Predicate
from dateline.resources.events import CALLING_OFF, Effect, convert

_READ_AS = {Modality.PLANNED: Effect.FUTURE, Modality.DENIED: Effect.NOT}
_SAYS = {
    Effect.INTEND: Modality.PLANNED,
    Effect.OFFER: Modality.PLANNED,
    Effect.FUTURE: Modality.PLANNED,
    Effect.REFUSE: Modality.DENIED,
    Effect.NOT: Modality.DENIED,
}
_TAKES_IN = frozenset({Effect.REQUEST, Effect.DEMAND, Effect.THREATEN, Effect.REFUSE})

_SETTLING = CALLING_OFF | {"planned"}
_NO_EVENT = frozenset({Effect.REFUSE, Effect.NOT, Effect.UNTOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The codes of one event mention."""

    event_type: EventType
    act: EventType
    mode: str | None
    cameo: str
    modality: Modality


def code(match: Match, complement: Match | None, predicate: Predicate | None) -> Coding | None:
    """Return the codes of a match, or None where the clause leaves no event (a denied act of conflict)."""
    frame = match.frame
    mode, cameo = frame.mode, frame.cameo
    if complement is not None and frame.effect in _TAKES_IN:
        asked = convert(frame.effect, complement.frame.cameo)
        if asked is not None:
            mode, cameo = asked.mode or mode, asked.cameo
    effect = _effect(match, predicate)
    modality = _modality(match, effect, predicate)
    converted = convert(effect, cameo) if effect is not None else None
    if converted is None:
        if effect in _NO_EVENT:
            return None
        return Coding(event_type=frame.event_type, act=frame.event_type, mode=mode, cameo=cameo, modality=modality)
    return Coding(
        event_type=converted.event_type,
        act=frame.event_type,
        mode=converted.mode or mode,
        cameo=converted.cameo,
        modality=modality,
    )


def _effect(match: Match, predicate: Predicate | None) -> Effect | None:
    """Return what the clause does to the act; where it is silent, what the annotator of factuality read."""
    effect = match.reading.effect
    if match.frame.flags & CALLING_OFF:
        return Effect.UNTOLD if effect in _NO_EVENT else Effect.REFUSE
    if "planned" in match.frame.flags:
        return effect or Effect.FUTURE
    if Effect.DONE in match.reading.effects and predicate is not None and predicate.modality is not Modality.DENIED:
        return effect
    if effect is Effect.ORDER:
        # What is ordered or decided is told as done, unless the annotator reads that it is yet to come.
        return effect if predicate is not None and predicate.modality is Modality.PLANNED else None
    if effect is None and predicate is not None and match.reading.purpose_of is None:
        return _READ_AS.get(predicate.modality)
    return effect


def _modality(match: Match, effect: Effect | None, predicate: Predicate | None) -> Modality:
    """Return the modality that was annotated, but never that of a deed where the clause plans or denies it."""
    said = _SAYS.get(effect, Modality.OCCURRED) if effect is not None else Modality.OCCURRED
    if match.frame.flags & _SETTLING:
        return said
    if effect is None and Effect.DONE in match.reading.effects:
        return said
    if effect is Effect.FUTURE and predicate is not None and predicate.modality is Modality.HYPOTHETICAL:
        return said
    return said if predicate is None or (predicate.modality.real and not said.real) else predicate.modality

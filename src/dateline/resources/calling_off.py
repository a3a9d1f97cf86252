"""Whether an event mention tells that an act which was due is off, or put off."""

from __future__ import annotations

from dateline.model import EventMention, EventType, Modality
from dateline.resources.events import CALLING_OFF, frame_flags

POSTPONED, CANCELLED = "postponed", "cancelled"


def calls_off(mention: EventMention) -> str | None:
    """Return "cancelled" or "postponed" for a mention whose very words say so of the act, else None.

    The words are the frame's own ("put off a visit"), or stand over the act ("the visit was postponed"), which is then still
    planned and yet coded as a refusal.
    """
    flags = frame_flags(mention.rule) & CALLING_OFF
    if flags:
        return POSTPONED if POSTPONED in flags else CANCELLED
    put_off = mention.modality is Modality.PLANNED and mention.event_type is EventType.REJECT is not mention.act
    return POSTPONED if put_off else None

"""Event mentions from marked sentences: <actor>, {recipient}, [anyone else].

"Peru" is a state, "Boric" a person, "Mercosur" a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.findings.events import EventFinder
from dateline.model import (
    EntityMention,
    EntityRef,
    EntityType,
    EventMention,
    Form,
    PlaceMention,
    Predicate,
    Quotation,
    Record,
    Span,
    TimeExpression,
)
from dateline.settings import Settings
from tests.factories import make_document, parse

_STATES = {"Peru": "PER", "Chile": "CHL", "Norway": "NOR", "Iceland": "ISL", "Bolivia": "BOL", "Brazil": "BRA"}
_STATES |= {"Kosovo": "XKX", "Lima": "PER", "Oslo": "NOR", "Peruvian": "PER", "Chilean": "CHL", "Norwegian": "NOR"}
_STATES |= {"Iraq": "IRQ", "Kuwait": "KWT"}
_PERSONS = frozenset({"Boric", "Lula", "Solberg"})
_BODIES = frozenset({"Mercosur", "Parliament"})
_KINDS = {
    **dict.fromkeys(_STATES, EntityType.STATE),
    **dict.fromkeys(_PERSONS, EntityType.PERSON),
    **dict.fromkeys(_BODIES, EntityType.ORGANIZATION),
}
_OPEN, _CLOSE = "<{[", ">}]"


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and who was marked as what."""

    text: str
    actors: frozenset[str]
    recipients: frozenset[str]
    mentions: tuple[tuple[int, int], ...]


def marked(sentence: str) -> Marked:
    """Return the sentence that marks write."""
    text, spans, roles = "", [], []
    for piece in re.split(r"([<{\[][^>}\]]+[>}\]])", sentence):
        if piece[:1] and piece[0] in _OPEN and piece[-1] in _CLOSE:
            spans.append((len(text), len(text) + len(piece) - 2))
            roles.append((piece[0], piece[1:-1]))
            piece = piece[1:-1]
        text += piece
    actors = frozenset(name for mark, name in roles if mark == "<")
    return Marked(text, actors, frozenset(name for mark, name in roles if mark == "{"), tuple(spans))


def mention(document_id: str, text: str, start: int, end: int) -> EntityMention:
    """Return the mention of the names that the tests use."""
    name = text[start:end]
    kind = _KINDS.get(name, EntityType.GROUP)
    if name[:1].islower():
        return EntityMention(
            document_id=document_id, span=Span(start, end), text=name, form=Form.NOMINAL, type=EntityType.GROUP
        )
    entity = EntityRef(id=f"ent:{_STATES.get(name, name)}", name=name, type=kind, country=_STATES.get(name))
    return EntityMention(
        document_id=document_id, span=Span(start, end), text=name, form=Form.NAME, type=kind, entity=entity
    )


def events_in(
    sentence: str,
    records: Iterable[Record] = (),
    *,
    published_at: str | None = "2023-03-20",
    settings: Settings | None = None,
) -> tuple[EventMention, ...]:
    """Return the events of a marked sentence, given times and predicates as *records* if any."""
    read = marked(sentence)
    document = make_document(read.text, published_at=published_at)
    mentions = [mention(document.id, read.text, *span) for span in read.mentions]
    layers = parse(document).with_records([EntityMention], mentions)
    layers = layers.with_records([PlaceMention, TimeExpression, Predicate, Quotation], records)
    finder = EventFinder(settings) if settings else _finder()
    return tuple(finder(document, layers))


def words(event: EventMention) -> tuple[frozenset[str], frozenset[str]]:
    """Return the actors and the recipients of an event by their words."""
    return frozenset(p.text for p in event.actors), frozenset(p.text for p in event.recipients)


@cache
def _finder() -> EventFinder:
    return EventFinder(Settings())

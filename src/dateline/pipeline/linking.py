"""Linking one document: whom its readings mean, then which events its mentions tell of."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Document, EntityLinker, EventLinker, EventMention, Verdict
from dateline.store import Lookups, Writer


def link_document(
    pk: int, document: Document, *, lookups: Lookups, writer: Writer, entities: EntityLinker, events: EventLinker
) -> None:
    """Link what one document says with the record so far. Lookups and writer share a transaction, so each link sees the last."""
    readings = {ref.id: ref for ref in lookups.readings(pk)}
    for link in entities(document, readings.values(), lookups):
        writer.save_entity_link(pk, link)
        if link.right == link.left or link.judgement.verdict is Verdict.UNSURE:
            ref = replace(readings[link.left], id=link.right)
            writer.save_entity(ref, keys=entities.keys(ref), order=document.order)
    canonical = lookups.canonical(pk)
    published = document.reported_by
    for mention_pk, mention in lookups.event_mentions(pk):
        event_link = events(mention, published, canonical, lookups)
        writer.save_event_link(
            mention_pk,
            event_link,
            order=document.order,
            keys=events.keys(mention, published, canonical),
            parties=_parties(mention, canonical),
        )


def _parties(mention: EventMention, canonical: dict[str, str]) -> list[str]:
    readings = [party.entity.id for party in (*mention.actors, *mention.recipients) if party.entity]
    return sorted({canonical.get(reading, reading) for reading in readings})

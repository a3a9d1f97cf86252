"""Linking, one document after the other in order of publication: whom its readings mean, which events its mentions tell of."""

from __future__ import annotations

from dateline import registry
from dateline.links.corrections import Corrections
from dateline.model import Document, EntityLinker, EventLinker, EventMention, Failure, Verdict, content_id
from dateline.pipeline.progress import Progress
from dateline.resources.tables import tables_digest
from dateline.settings import Settings
from dateline.store import Lookups, Reader, Store, Worklist, Writer

LINKED_AT_ONCE = 50
"""Documents linked in one transaction."""


def link_documents(store: Store, settings: Settings, *, run: str, progress: Progress) -> tuple[int, int]:
    """Link what is not linked yet, and whatever follows it; return how many documents were linked and how many failed."""
    entities: EntityLinker = registry.load(registry.LINKERS, settings.entity_linker)(settings)
    events: EventLinker = registry.load(registry.LINKERS, settings.event_linker)(settings)
    key = content_id("key", tables_digest(), entities.name, entities.version, events.name, events.version)
    with store.transaction() as connection:
        work = Worklist(connection)
        first = work.first_to_link(key)
        if first is None:
            return 0, 0
        Writer(connection, run=run).unlink_from(first)
        total = work.count_to_link(key)
        corrections = Corrections(Reader(connection).corrections())
    done = failed = 0
    while done < total:
        with store.transaction() as connection:
            lookups, writer = Lookups(connection), Writer(connection, run=run)
            for pk, document in Worklist(connection).to_link(key, limit=LINKED_AT_ONCE):
                try:
                    with connection.begin_nested():
                        _link_document(
                            pk,
                            document,
                            lookups=lookups,
                            writer=writer,
                            entities=entities,
                            events=events,
                            corrections=corrections,
                        )
                except Exception as error:  # noqa: BLE001  the failure is recorded and the other reports are linked
                    writer.add_failures([_unlinked(document, error)])
                    failed += 1
                writer.mark_linked(pk, key)
                done += 1
        progress("Linking", done, total)
    return done, failed


def _link_document(
    pk: int,
    document: Document,
    *,
    lookups: Lookups,
    writer: Writer,
    entities: EntityLinker,
    events: EventLinker,
    corrections: Corrections,
) -> None:
    """Link what one document says with the record so far. Lookups and writer share a transaction, so each link sees the last."""
    readings = {ref.id: ref for ref in lookups.readings(pk)}
    for said in entities(document, readings.values(), lookups):
        link, entity = corrections.entity(said, document, readings[said.left])
        writer.save_entity_link(pk, link)
        if link.right == link.left or link is not said or link.judgement.verdict is Verdict.UNSURE:
            writer.save_entity(entity, keys=entities.keys(entity), order=document.order)
    canonical = lookups.canonical(pk)
    published = document.reported_by
    for mention_pk, mention in lookups.event_mentions(pk):
        event_link = events(mention, published, canonical, corrections.lookup(mention, lookups))
        writer.save_event_link(
            mention_pk,
            corrections.event(event_link),
            order=document.order,
            keys=events.keys(mention, published, canonical),
            parties=_parties(mention, canonical),
        )


def _parties(mention: EventMention, canonical: dict[str, str]) -> list[str]:
    readings = [party.entity.id for party in (*mention.actors, *mention.recipients) if party.entity]
    return sorted({canonical.get(reading, reading) for reading in readings})


def _unlinked(document: Document, error: Exception) -> Failure:
    return Failure(
        stage="links",
        error=type(error).__name__,
        message=str(error),
        document_id=document.id,
        path=document.source,
    )

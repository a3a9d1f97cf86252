"""Linking, one document after the other in order of publication: whom its readings mean, which events its mentions tell of,
and what the document and its findings are to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from dateline import registry
from dateline.errors import StageError
from dateline.links.amendments import Amendments
from dateline.links.corrections import Corrections
from dateline.model import (
    Document,
    DocumentLinker,
    EntityLinker,
    EntityMention,
    EventLinker,
    EventMention,
    Failure,
    Layers,
    LinkKind,
    Position,
    Quotation,
    Record,
    Verdict,
    content_id,
)
from dateline.pipeline.progress import Progress
from dateline.resources.tables import tables_digest
from dateline.settings import Settings
from dateline.store import FindingRows, LinkLookups, Lookups, Reader, Store, Worklist, Writer

LINKED_AT_ONCE = 50
"""Documents linked in one transaction."""


class Linkers:
    """The linkers that the settings name, and the key by which their work is known again."""

    def __init__(self, settings: Settings) -> None:
        self.entities: EntityLinker = registry.load(registry.LINKERS, settings.entity_linker)(settings)
        self.events: EventLinker = registry.load(registry.LINKERS, settings.event_linker)(settings)
        self._settings = settings
        self.of_documents: tuple[DocumentLinker, ...] = tuple(self._served())
        linkers = (self.entities, self.events, *self.of_documents)
        self.key = content_id(
            "key", tables_digest(), settings.digest, *(part for made in linkers for part in (made.name, made.version))
        )

    @cached_property
    def _stage_of(self) -> dict[type[Record], str]:
        named = [(registry.ANNOTATORS, name) for name in self._settings.annotators]
        named += [(registry.FINDERS, name) for name in self._settings.finders]
        return {kind: name for group, name in named for kind in registry.load(group, name)(self._settings).yields}

    @property
    def amended(self) -> dict[type[Record], str]:
        """The stage that yields each kind of record that makes rows: those that people can put right, and whom they name."""
        kinds = (EntityMention, EventMention, Quotation, Position)
        return {kind: self._stage_of[kind] for kind in kinds if kind in self._stage_of}

    def _served(self) -> Iterator[DocumentLinker]:
        """Yield the linkers of documents; one of the defaults that the chosen stages do not serve is left out."""
        for name in self._settings.document_linkers:
            linker = registry.load(registry.LINKERS, name)(self._settings)
            missing = [kind.__name__ for kind in linker.requires if kind not in self._stage_of]
            if not missing:
                yield linker
            elif "document_linkers" in self._settings.model_fields_set:
                raise StageError(
                    f"{name} requires {', '.join(missing)}, which none of the stages in the settings yields"
                )

    def sources(self, linker: DocumentLinker) -> dict[type[Record], str]:
        """Return the stage that yields each kind of record that a linker requires."""
        return {kind: self._stage_of[kind] for kind in linker.requires}


def link_documents(store: Store, settings: Settings, *, run: str, progress: Progress) -> tuple[int, int]:
    """Link what is not linked yet, and whatever follows it; return how many documents were linked and how many failed."""
    linkers = Linkers(settings)
    with store.transaction() as connection:
        work = Worklist(connection)
        first = work.first_to_link(linkers.key)
        if first is None:
            return 0, 0
        Writer(connection, run=run).unlink_from(first)
        total = work.count_to_link(linkers.key)
        corrections = Corrections(Reader(connection).corrections())
        amendments = Amendments(Reader(connection).amendments(retracted=True))
    done = failed = 0
    while done < total:
        with store.transaction() as connection:
            lookups, writer = Lookups(connection), Writer(connection, run=run)
            of_kind = {linker.kind: LinkLookups(connection, linker.kind) for linker in linkers.of_documents}
            for pk, document in Worklist(connection).to_link(linkers.key, limit=LINKED_AT_ONCE):
                try:
                    with connection.begin_nested():
                        one = _Linking(pk, document, linkers, lookups, writer, corrections, amendments)
                        one.amend()
                        one.link_entities()
                        one.link_events()
                        one.link_document(of_kind)
                except Exception as error:  # noqa: BLE001  the failure is recorded and the other reports are linked
                    writer.add_failures([_unlinked(document, error)])
                    failed += 1
                writer.mark_linked(pk, linkers.key)
                done += 1
        progress("Linking", done, total)
    return done, failed


class _Linking:
    """The linking of one document. Lookups and writer share a transaction, so each link sees the last."""

    def __init__(
        self,
        pk: int,
        document: Document,
        linkers: Linkers,
        lookups: Lookups,
        writer: Writer,
        corrections: Corrections,
        amendments: Amendments,
    ) -> None:
        self._pk = pk
        self._document = document
        self._linkers = linkers
        self._lookups = lookups
        self._writer = writer
        self._corrections = corrections
        self._amendments = amendments

    def amend(self) -> None:
        """Put what people have put right, and where they took that back what the stages said, into the tables."""
        if self._amendments.concern(self._document.id):
            layers = self._records(self._linkers.amended)
            self._writer.save_findings(self._pk, FindingRows.of(self._pk, layers))

    def link_entities(self) -> None:
        entities, order = self._linkers.entities, self._document.order
        readings = {ref.id: ref for ref in self._lookups.readings(self._pk)}
        amended = self._amendments.speakers(self._document.id)
        for said in entities(self._document, readings.values(), self._lookups):
            said = replace(said, right=said.left) if said.left in amended else said
            link, entity = self._corrections.entity(said, self._document, readings[said.left])
            self._writer.save_entity_link(self._pk, link)
            if link.right == link.left or link is not said or link.judgement.verdict is Verdict.UNSURE:
                self._writer.save_entity(entity, keys=entities.keys(entity), order=order)

    def link_events(self) -> None:
        events, published = self._linkers.events, self._document.reported_by
        canonical = self._lookups.canonical(self._pk)
        for mention_pk, mention in self._lookups.event_mentions(self._pk):
            link = events(mention, published, canonical, self._corrections.lookup(mention, self._lookups))
            self._writer.save_event_link(
                mention_pk,
                self._corrections.event(link),
                order=self._document.order,
                keys=events.keys(mention, published, canonical),
                parties=_parties(mention, canonical),
            )

    def link_document(self, lookups: Mapping[LinkKind, LinkLookups]) -> None:
        canonical = self._lookups.canonical(self._pk)
        for linker in self._linkers.of_documents:
            layers = self._records(self._linkers.sources(linker))
            for keyed in linker(self._document, layers, canonical, lookups[linker.kind]):
                self._writer.save_link(self._pk, keyed, order=self._document.order)

    def _records(self, kinds: dict[type[Record], str]) -> Layers:
        return self._amendments.applied(self._document.id, self._lookups.records(self._pk, kinds))


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

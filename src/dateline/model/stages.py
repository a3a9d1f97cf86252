"""The shapes that stages have: one signature each, so that the pipeline is a list of them.

A stage declares what it needs and what it adds. It reads no clock, no network and no global state; settings and
resources reach it through its constructor, which every registered factory calls with the Settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from dateline.errors import StageError
from dateline.model.annotations import EntityMention, EntityRef, PlaceMention, Predicate, TimeExpression
from dateline.model.documents import Document, DocumentTime, RawReport
from dateline.model.failures import Failure
from dateline.model.findings import EventMention, Quotation, TemporalLink
from dateline.model.links import KeyedLink, KnownEntity, KnownLink, KnownMention, Link, LinkKind
from dateline.model.offices import OfficeStatement
from dateline.model.positions import Position
from dateline.model.syntax import Parse, Sentence

Annotation = EntityMention | TimeExpression | Predicate | PlaceMention
Finding = Quotation | EventMention | TemporalLink | Position | OfficeStatement
Record = Sentence | DocumentTime | Annotation | Finding
R = TypeVar("R", bound=Record)


class Layers:
    """The records that stages have attached to one document so far, by type. Adding gives a new Layers."""

    def __init__(self, records: Mapping[type[Any], tuple[Any, ...]] | None = None) -> None:
        self._records: dict[type[Any], tuple[Any, ...]] = dict(records or {})

    def __getitem__(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a type; raises StageError when the stage does not require that type."""
        try:
            return self._records[kind]
        except KeyError:
            raise StageError(f"{kind.__name__} is not at hand; is it missing from `requires`?") from None

    def __contains__(self, kind: type[Any]) -> bool:
        return kind in self._records

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(self._records)

    def get(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a type, or none when no stage yields it."""
        return self._records.get(kind, ())

    def only(self, kinds: Iterable[type[Record]]) -> Layers:
        """Return layers with no records but those of *kinds*: what a stage that requires these gets to see."""
        return Layers({kind: self[kind] for kind in kinds})

    def with_records(self, kinds: Iterable[type[Record]], records: Iterable[Record]) -> Layers:
        """Return layers to which *records* are added under their types; *kinds* are present even if empty."""
        added: dict[type[Any], list[Any]] = {kind: [] for kind in kinds}
        for record in records:
            try:
                added[type(record)].append(record)
            except KeyError:
                raise StageError(f"a stage yielded {type(record).__name__}, which it does not declare") from None
        return Layers(self._records | {kind: tuple(found) for kind, found in added.items()})


class EntityLinker(Protocol):
    """Says of each entity that one document reads which entity of the record it is.

    It is called in order of publication and asks only the record so far, so that the record of a prefix of the archive is
    a prefix of the record. `keys` are the names under which a later document looks for an entity.
    """

    name: str
    version: str

    def __call__(self, document: Document, readings: Iterable[EntityRef], lookup: EntityLookup) -> Iterable[Link]: ...

    def keys(self, entity: EntityRef) -> tuple[str, ...]: ...


class EntityLookup(Protocol):
    """What an entity linker may ask of the record so far."""

    def entities_named(self, keys: Sequence[str]) -> Iterable[KnownEntity]: ...

    def holders_told(self, office: str, *, limit: int) -> Sequence[KnownLink]: ...

    def is_named(self, document_id: str, reading: str) -> bool: ...


class EventLinker(Protocol):
    """Says of one event mention which event of the record it tells of, or that it founds one.

    Called in order of publication, like EntityLinker. `entities` maps the ids of the mention's parties, as its document
    reads them, to canonical ids; `published` is None for an undated report.
    """

    name: str
    version: str

    def __call__(
        self, mention: EventMention, published: date | None, entities: Mapping[str, str], lookup: EventLookup
    ) -> Link: ...

    def keys(self, mention: EventMention, published: date | None, entities: Mapping[str, str]) -> tuple[str, ...]: ...


class EventLookup(Protocol):
    """What an event linker may ask of the record so far."""

    def mentions_keyed(self, keys: Sequence[str]) -> Iterable[KnownMention]: ...


class DocumentLinker(Protocol):
    """Says what one document, or a finding of it, is to others before it: a copy, part of a story, the same words.

    Called after the two linkers above, in order of publication; it asks only the record so far. `requires` are the records
    of the document that it gets to see; all its links are of one `kind`.
    """

    name: str
    version: str
    kind: LinkKind
    requires: tuple[type[Record], ...]

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterable[KeyedLink]: ...


class LinkLookup(Protocol):
    """What a document linker may ask of the record so far: links of its own kind by key and by end, and documents."""

    def links_keyed(self, keys: Sequence[str], *, limit: int) -> Sequence[KnownLink]: ...

    def links_to(self, right: str, *, limit: int) -> Sequence[KnownLink]: ...

    def data_keyed(self, keys: Sequence[str], *, limit: int) -> Sequence[tuple[str, str]]: ...

    def data_to(self, right: str) -> str: ...

    def document(self, document_id: str) -> Document | None: ...


class Source(Protocol):
    """Reads reports from one kind of file; yields a Failure for what cannot be read and goes on."""

    name: str
    suffixes: tuple[str, ...]

    def __call__(self, path: str) -> Iterable[RawReport | Failure]: ...


class Parser(Protocol):
    """Parses paragraphs, each by itself, in order. `version` changes whenever a parse may change."""

    name: str
    version: str

    def __call__(self, paragraphs: Iterable[str]) -> Iterable[Parse]: ...


class Annotator(Protocol):
    """Adds records to one document at a time. `version` changes whenever its output may change.

    It sees the records of the types it `requires`, and no others; it adds records of the types it `yields`, each to be
    yielded by one stage. A DocumentTime that it yields is the document's own for all stages after it.
    """

    name: str
    version: str
    requires: tuple[type[Record], ...]
    yields: tuple[type[Record], ...]

    def __call__(self, document: Document, layers: Layers) -> Iterable[Record]: ...

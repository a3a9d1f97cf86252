"""Reading: records by id, by document, by the day they could be known."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, text

from dateline.model import (
    AmendedField,
    Amendment,
    Correction,
    Document,
    EntityType,
    EventMention,
    Failure,
    Judgement,
    KnownEntity,
    KnownLink,
    Link,
    LinkKind,
    Moment,
    Origin,
    Position,
    Quotation,
    Record,
    decode,
)
from dateline.resources.names import surnames
from dateline.resources.spelling import sounded
from dateline.store.blobs import unpack
from dateline.store.rows import IDS_AT_ONCE, end_of, known_by, to_document, whole_documents
from dateline.store.schema import (
    documents,
    entities,
    event_links,
    event_mentions,
    event_parties,
    failures,
    judgements,
    layers,
    links,
    positions,
    quotations,
    readings,
    runs,
    speakers,
)
from dateline.store.walking import Walk, Walker

R = TypeVar("R", bound=Record)
Judged = TypeVar("Judged", Correction, Amendment)

HEAD = ("pk", "id", "external_id", "outlet", "agency", "dated", "known_from")
"""The columns of a report that a timeline needs; its text stays where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A report without its text: what it is called, whose it is, when it is dated, when it became known."""

    id: str
    name: str
    outlet: str | None
    agency: str | None
    dated: Moment | None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMention:
    """An event mention as linked: its event, why, and the canonical entities of its parties and of those on whose word it is told.

    `copied_from` is the report that its report is a copy of, None for one with words of its own.
    """

    mention: EventMention
    event: str
    judgement: Judgement
    document: ReportHead
    entities: Mapping[str, str]
    copied_from: ReportHead | None = None


class Reader:
    """Reads records on one connection, hence from one committed state.

    `as_of` in any method leaves out what could not be known at the end of that day; undated reports are then left out too.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def walker(self, walk: Walk) -> Walker:
        """Return what finds the marks of a page, from the same committed state."""
        return Walker(self._connection, walk)

    # documents

    def document(self, name: str, *, as_of: date | None = None) -> Document | None:
        """Return the document with this id, or with this id of its own; None when there is none."""
        query = known_by(whole_documents(), as_of)
        query = query.where(or_(documents.c.id == name, documents.c.external_id == name))
        row = self._connection.execute(query.order_by(documents.c.pk).limit(1)).first()
        return to_document(row) if row else None

    def documents(
        self, *, as_of: date | None = None, outlet: str | None = None, ids: Sequence[str] | None = None
    ) -> Iterator[Document]:
        """Yield the documents, or those with these ids, in the order in which they became known."""
        query = known_by(whole_documents(), as_of).order_by(documents.c.known_from, documents.c.id)
        if outlet is not None:
            query = query.where(documents.c.outlet == outlet)
        if ids is not None:
            query = query.where(documents.c.id.in_(ids))
        for row in self._connection.execute(query):
            yield to_document(row)

    def count_documents(self) -> int:
        """Return how many documents the store holds."""
        return self._connection.execute(select(func.count()).select_from(documents)).scalar_one()

    def search(self, query: str, *, as_of: date | None = None, limit: int = 20) -> Iterator[tuple[Document, str]]:
        """Yield documents whose title or text match a full-text query, best first, each with a marked snippet.

        Matches stand between the characters U+0001 and U+0002, which no report text that was read can hold.
        """
        known = "AND d.known_from <= :until" if as_of else ""
        statement = text(
            "SELECT d.*, t.text, t.data, snippet(documents_text, 1, char(1), char(2), ' … ', 24) AS snippet"
            " FROM documents_text JOIN documents d ON d.pk = documents_text.rowid JOIN texts t ON t.document_pk = d.pk"
            f" WHERE documents_text MATCH :query {known} ORDER BY bm25(documents_text, 4.0, 1.0), d.known_from, d.id LIMIT :limit"
        )
        for row in self._connection.execute(statement, {"query": query, "limit": limit, "until": end_of(as_of)}):
            yield to_document(row), row.snippet

    # findings

    def event_mentions(
        self,
        *,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        entity: str | None = None,
        events: Sequence[str] | None = None,
        document_id: str | None = None,
    ) -> Iterator[StoredMention]:
        """Yield linked event mentions, oldest known first.

        `since` and `until` bound the days on which the act happened or is to happen, or, where the report does not say,
        the day it was reported; `entity` is a canonical id, `events` are event ids.
        """
        query = select(
            event_mentions.c.data, event_links.c.event, event_links.c.judgement, *(documents.c[name] for name in HEAD)
        ).select_from(
            event_mentions.join(event_links, event_links.c.mention_pk == event_mentions.c.pk).join(
                documents, documents.c.pk == event_mentions.c.document_pk
            )
        )
        query = known_by(query, as_of)
        if since is not None:
            query = query.where(func.coalesce(event_mentions.c.latest, documents.c.known_from) >= since.isoformat())
        if until is not None:
            query = query.where(func.coalesce(event_mentions.c.earliest, documents.c.known_from) <= end_of(until))
        if entity is not None:
            concerned = select(event_parties.c.mention_pk).where(event_parties.c.entity == entity)
            query = query.where(event_mentions.c.pk.in_(concerned))
        if events is not None:
            query = query.where(event_links.c.event.in_(events))
        if document_id is not None:
            query = query.where(documents.c.id == document_id)
        heads: dict[int, ReportHead] = {}
        copied: dict[str, ReportHead] = {}
        found = self._connection.execute(query.order_by(documents.c.known_from, documents.c.id, event_mentions.c.pk))
        for part in found.partitions(IDS_AT_ONCE):
            new = {row.pk: row for row in part if row.pk not in heads}
            heads.update((pk, _head(row)) for pk, row in new.items())
            copied.update(self._copied_from([row.id for row in new.values()]))
            told = [decode(EventMention, json.loads(row.data)) for row in part]
            canonical = self._canonical(
                {(row.pk, ref) for row, mention in zip(part, told, strict=True) for ref in _referred(mention)}
            )
            for row, mention in zip(part, told, strict=True):
                found_in = ((ref, canonical.get((row.pk, ref))) for ref in _referred(mention))
                yield StoredMention(
                    mention=mention,
                    event=row.event,
                    judgement=decode(Judgement, json.loads(row.judgement)),
                    document=heads[row.pk],
                    entities={ref: entity for ref, entity in found_in if entity is not None},
                    copied_from=copied.get(row.id),
                )

    def _canonical(self, readings: Collection[tuple[int, str]]) -> dict[tuple[int, str], str]:
        """Return the canonical entity of readings, each given by the row of its document and its id."""
        rows = self._connection.exec_driver_sql(
            "SELECT r.document_pk, r.reading, r.entity FROM json_each(?) j CROSS JOIN readings r"
            " ON r.document_pk = json_extract(j.value, '$[0]') AND r.reading = json_extract(j.value, '$[1]')"
            " WHERE r.entity IS NOT NULL",
            (json.dumps(sorted(readings)),),
        )
        return {(row[0], row[1]): row[2] for row in rows}

    def _copied_from(self, ids: Sequence[str]) -> dict[str, ReportHead]:
        """Return the reports from which some documents have their words; those that have words of their own are left out."""
        known = and_(links.c.left.in_(ids), links.c.kind == str(LinkKind.COPY_OF), links.c.right != links.c.left)
        told = (
            decode(Origin, json.loads(data))
            for data in self._connection.execute(_from_left(select(links.c.data)).where(known)).scalars()
        )
        origins = {origin.document_id: origin.origin for origin in told if not origin.has_own_words}
        query = select(*(documents.c[name] for name in HEAD)).where(documents.c.id.in_(sorted(set(origins.values()))))
        heads = {row.id: _head(row) for row in self._connection.execute(query)} if origins else {}
        return {document: heads[origin] for document, origin in origins.items()}

    def events_touched(self, *, after: date, until: date) -> list[str]:
        """Return the events of which a report told after the end of one day and by the end of another, or whose last day passed.

        An event of which nobody told anything still becomes overdue when its last day passes.
        """
        told = select(event_links.c.event).where(
            event_links.c.known_from > end_of(after), event_links.c.known_from <= end_of(until)
        )
        passed = (
            select(event_links.c.event)
            .join(event_mentions, event_mentions.c.pk == event_links.c.mention_pk)
            .where(
                event_mentions.c.latest >= after.isoformat(),
                event_mentions.c.latest < until.isoformat(),
                event_links.c.known_from <= end_of(until),
            )
        )
        return sorted(set(self._connection.execute(told.union(passed)).scalars()))

    def count_known(self, *, after: date, until: date) -> int:
        """Return how many reports became known after the end of one day and by the end of another."""
        query = select(func.count()).where(
            documents.c.known_from > end_of(after), documents.c.known_from <= end_of(until)
        )
        return self._connection.execute(query).scalar_one()

    def events_by_report(
        self, *, as_of: date | None = None, document_ids: Sequence[str] | None = None
    ) -> dict[str, list[str]]:
        """Return the ids of the events that each document (or only these) tells of, in order of the text, by document id."""
        query = (
            select(documents.c.id, event_links.c.event)
            .join(event_mentions, event_mentions.c.document_pk == documents.c.pk)
            .join(event_links, event_links.c.mention_pk == event_mentions.c.pk)
        )
        if document_ids is not None:
            query = query.where(documents.c.id.in_(document_ids))
        found: dict[str, list[str]] = {}
        for document_id, event in self._connection.execute(known_by(query, as_of).order_by(event_mentions.c.pk)):
            found.setdefault(document_id, []).append(event)
        return found

    def layer(self, document_id: str, kind: type[R]) -> list[R]:
        """Return the records of one kind that the stages have found in one document."""
        query = select(layers.c.data).join(documents, documents.c.pk == layers.c.document_pk)
        blobs = self._connection.execute(query.where(documents.c.id == document_id).order_by(layers.c.stage)).scalars()
        return [decode(kind, data) for blob in blobs for data in unpack(blob).get(kind.__name__, ())]

    def events_with(self, mention_ids: Sequence[str]) -> list[str]:
        """Return the ids of the events that these mentions tell of."""
        query = (
            select(event_links.c.event)
            .join(event_mentions, event_mentions.c.pk == event_links.c.mention_pk)
            .where(event_mentions.c.id.in_(mention_ids))
        )
        return sorted(set(self._connection.execute(query).scalars()))

    def events_of_parties(
        self, ids: Sequence[str], *, country: str | None = None, as_of: date | None = None
    ) -> list[str]:
        """Return the ids of the events that have one of these entities as a party, or with `country` anybody of that country."""
        found: set[str] = set()
        for first in range(0, len(ids), IDS_AT_ONCE):
            wanted = event_parties.c.entity.in_(ids[first : first + IDS_AT_ONCE])
            found.update(self._events_where(wanted, as_of))
        if country is not None:
            of_country = select(entities.c.id).where(entities.c.country == country)
            found.update(self._events_where(event_parties.c.entity.in_(of_country), as_of))
        return sorted(found)

    def _events_where(self, wanted: ColumnElement[bool], as_of: date | None) -> Iterable[str]:
        query = (
            select(event_links.c.event)
            .join(event_parties, event_parties.c.mention_pk == event_links.c.mention_pk)
            .join(event_mentions, event_mentions.c.pk == event_links.c.mention_pk)
            .join(documents, documents.c.pk == event_mentions.c.document_pk)
            .where(wanted)
        )
        return self._connection.execute(known_by(query, as_of).distinct()).scalars()

    def quotations(
        self,
        *,
        as_of: date | None = None,
        speaker: str | None = None,
        document_id: str | None = None,
        quotation_id: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[tuple[Quotation, Document, str | None]]:
        """Yield quotations with their document and the canonical id of their speaker, oldest known first."""
        entity = readings.c.entity.label("entity")
        # Without the reports themselves: sorting would hold the whole text once for every quotation in it.
        query: Select[Any] = select(quotations.c.data, quotations.c.document_pk, entity).select_from(
            quotations.join(documents, documents.c.pk == quotations.c.document_pk).outerjoin(
                readings,
                and_(readings.c.document_pk == quotations.c.document_pk, readings.c.reading == quotations.c.speaker),
            )
        )
        query = known_by(query, as_of)
        if speaker is not None:
            said = select(speakers.c.quotation_pk).where(speakers.c.entity == speaker)
            query = query.where(quotations.c.pk.in_(said))
        if document_id is not None:
            query = query.where(documents.c.id == document_id)
        if quotation_id is not None:
            query = query.where(quotations.c.id == quotation_id)
        if ids is not None:
            query = query.where(quotations.c.id.in_(ids))
        read: dict[int, Document] = {}
        found = self._connection.execute(query.order_by(documents.c.known_from, documents.c.id, quotations.c.pk)).all()
        for first in range(0, len(found), IDS_AT_ONCE):
            part = found[first : first + IDS_AT_ONCE]
            new = {row.document_pk for row in part} - read.keys()
            for row in self._connection.execute(whole_documents().where(documents.c.pk.in_(new))):
                read[row.pk] = to_document(row)
            for row in part:
                yield decode(Quotation, json.loads(row.data)), read[row.document_pk], row.entity

    def positions(
        self,
        *,
        as_of: date | None = None,
        topics: Sequence[str] | None = None,
        holder: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[tuple[Position, ReportHead, str]]:
        """Yield positions with their report and the canonical id of their holder, oldest known first."""
        query = known_by(
            select(positions.c.data, positions.c.entity, *(documents.c[name] for name in HEAD)).select_from(
                positions.join(documents, documents.c.pk == positions.c.document_pk)
            ),
            as_of,
        )
        if topics is not None:
            query = query.where(positions.c.topic.in_(topics))
        if holder is not None:
            query = query.where(positions.c.entity == holder)
        if ids is not None:
            query = query.where(positions.c.id.in_(ids))
        for row in self._connection.execute(query.order_by(documents.c.known_from, documents.c.id, positions.c.pk)):
            position = decode(Position, json.loads(row.data))
            yield position, _head(row), row.entity or position.holder.id

    def links(
        self, kind: LinkKind, *, as_of: date | None = None, at_least: int = 1, ends: Sequence[str] | None = None
    ) -> list[KnownLink]:
        """Return the links of a kind whose right end is that of at least so many documents, in order of time.

        `ends` leaves only the links that have one of these ids at either end.
        """
        known = and_(links.c.kind == str(kind), links.c.known_from <= end_of(as_of))
        query = select(links).where(known)
        if ends is not None:
            kept = links.c.kind == str(kind)
            to = (
                select(links.c.pk)
                .with_hint(links, "INDEXED BY links_to", "sqlite")
                .where(kept, links.c.right.in_(ends))
            )
            found = _from_left(select(links.c.pk)).where(kept, links.c.left.in_(ends)).union(to)
            query = query.with_hint(links, "NOT INDEXED", "sqlite").where(links.c.pk.in_(found))
        if at_least > 1:
            shared = select(links.c.right).where(known).group_by(links.c.right)
            query = query.where(
                links.c.right.in_(shared.having(func.count(links.c.document_pk.distinct()) >= at_least))
            )
        return [
            KnownLink(
                link=Link(
                    kind=kind, left=row.left, right=row.right, judgement=decode(Judgement, json.loads(row.judgement))
                ),
                data=row.data,
                known_from=row.known_from,
            )
            for row in self._connection.execute(query.order_by(links.c.known_from, links.c.pk))
        ]

    def find_ids(self, prefix: str, *, limit: int = 10) -> list[tuple[str, str]]:
        """Return (kind, id) of what the store holds under ids that begin with *prefix*."""
        found: list[tuple[str, str]] = []
        for kind, column in (
            ("document", documents.c.id),
            ("mention", event_mentions.c.id),
            ("quotation", quotations.c.id),
            ("entity", entities.c.id),
            ("event", event_links.c.event),
            ("failure", failures.c.id),
        ):
            bounds = and_(column >= prefix, column < prefix + "g")
            query = select(column).where(bounds).distinct().limit(limit)
            found.extend((kind, value) for value in self._connection.execute(query).scalars())
        return found

    # entities

    def entity_rows(self, *, as_of: date | None = None, entity: str | None = None) -> list[Row[tuple[object, ...]]]:
        """Return one row an entity: id, name, type, country, wikidata, surfaces (JSON lists), mentions, documents, days."""
        query = known_by(
            select(
                entities.c.id,
                entities.c.name,
                entities.c.type,
                entities.c.country,
                entities.c.wikidata,
                func.json_group_array(readings.c.surfaces).label("surfaces"),
                func.sum(readings.c.count).label("mentions"),
                func.count().label("documents"),
                func.min(documents.c.dated).label("first_seen"),
                func.max(documents.c.dated).label("last_seen"),
            ).select_from(
                readings.join(entities, entities.c.id == readings.c.entity).join(
                    documents, documents.c.pk == readings.c.document_pk
                )
            ),
            as_of,
        )
        if entity is not None:
            query = query.where(entities.c.id == entity)
        query = query.group_by(entities.c.id).order_by(
            func.count().desc(), func.sum(readings.c.count).desc(), entities.c.id
        )
        return list(self._connection.execute(query))

    def entities_called(self, name: str, *, as_of: date | None = None) -> list[str]:
        """Return the ids of the entities with this id, name or alias, or else this last name, whatever its case."""
        query = select(entities.c.id).where(entities.c.known_from <= end_of(as_of))
        if name.startswith("ent:"):
            return list(self._connection.execute(query.where(entities.c.id == name)).scalars())
        named = query.where(func.casefold(entities.c.name) == name.casefold())
        found = list(self._connection.execute(named).scalars())
        if not found:
            alias = json.dumps(name, ensure_ascii=False).casefold()
            aliased = select(readings.c.entity).join(documents, documents.c.pk == readings.c.document_pk)
            aliased = known_by(aliased, as_of).where(func.instr(func.casefold(readings.c.surfaces), alias) > 0)
            found = [entity for entity in self._connection.execute(aliased.distinct()).scalars() if entity]
        return sorted(found or self._surnamed(name, as_of))

    def _surnamed(self, name: str, as_of: date | None) -> list[str]:
        """Return the persons with this family name, however it is transliterated."""
        wanted = sounded(name)
        query = select(entities.c.id, entities.c.name, entities.c.country).where(
            entities.c.known_from <= end_of(as_of), entities.c.type == str(EntityType.PERSON)
        )
        rows = self._connection.execute(query) if " " not in name.strip() else ()
        return [row.id for row in rows if wanted in map(sounded, surnames(row.name, row.country))]

    def last_day(self) -> date | None:
        """Return the last day on which a dated report was published; None when none is dated."""
        # A date beyond the day of the last build is a slip, and must not put the whole record into the past.
        built = select(func.substr(func.max(runs.c.started_at), 1, 10) + "T23:59:59Z").scalar_subquery()
        query = select(func.max(documents.c.known_from)).where(documents.c.known_from <= built)
        last = self._connection.execute(query).scalar()
        return date.fromisoformat(last[:10]) if last else None

    def entity_names(self, ids: Iterable[str]) -> dict[str, KnownEntity]:
        """Return entities by id."""
        wanted = sorted(ids)
        found: dict[str, KnownEntity] = {}
        for first in range(0, len(wanted), IDS_AT_ONCE):
            query = select(entities).where(entities.c.id.in_(wanted[first : first + IDS_AT_ONCE]))
            for row in self._connection.execute(query):
                found[row.id] = KnownEntity(id=row.id, name=row.name, type=EntityType(row.type), country=row.country)
        return found

    # corrections

    def corrections(self, *, retracted: bool = False) -> list[Correction]:
        """Return the links that people have judged and not taken back, oldest first; with `retracted` also those they have."""
        return list(self._judged(Correction, LinkKind, retracted))

    def amendments(self, *, retracted: bool = False) -> list[Amendment]:
        """Return what people have put right in findings, as `corrections` does."""
        return list(self._judged(Amendment, AmendedField, retracted))

    def _judged(self, record: type[Judged], kinds: type[StrEnum], retracted: bool) -> Iterator[Judged]:
        query = select(judgements.c.data, judgements.c.judged_at, judgements.c.retracted_at)
        query = query.where(judgements.c.kind.in_([str(kind) for kind in kinds]))
        if not retracted:
            query = query.where(judgements.c.retracted_at.is_(None))
        rows = self._connection.execute(query.order_by(judgements.c.judged_at, judgements.c.id))
        for data, judged_at, retracted_at in rows:
            found = decode(record, json.loads(data))
            judgement = replace(
                found.judgement,
                judged_at=Moment(judged_at),
                retracted_at=Moment(retracted_at) if retracted_at else None,
            )
            yield replace(found, judgement=judgement)

    # failures and counts

    def failures(self) -> Iterator[Failure]:
        """Yield the failures on record, by path and line."""
        for data in self._connection.execute(
            select(failures.c.data).order_by(failures.c.path, failures.c.id)
        ).scalars():
            yield decode(Failure, json.loads(data))

    def counts(self) -> dict[str, int]:
        """Return the number of rows of each table that a reader may ask about."""
        tables = (documents, event_mentions, quotations, entities, failures)
        counted = {
            table.name: self._connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        }
        counted["events"] = self._connection.execute(select(func.count(event_links.c.event.distinct()))).scalar_one()
        return counted


def _referred(mention: EventMention) -> set[str]:
    """Return the ids of whom a mention names, as its document reads them."""
    parties = [party.entity for party in (*mention.actors, *mention.recipients)]
    voices = [voice.entity for voice in mention.voices]
    return {ref.id for ref in (*parties, *voices, mention.claimant) if ref is not None}


def _from_left(query: Select[Any]) -> Select[Any]:
    """Return a query of links that is answered by their left-hand ends: SQLite takes any index with their kind for as good."""
    return query.with_hint(links, "INDEXED BY links_from", "sqlite")


def _head(row: Row[Any]) -> ReportHead:
    return ReportHead(
        id=row.id,
        name=row.external_id or row.id,
        outlet=row.outlet,
        agency=row.agency,
        dated=Moment(row.dated) if row.dated else None,
        order=row.known_from,
    )

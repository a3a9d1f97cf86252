"""What linkers ask of the record so far, inside the transaction that their own links are written in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from dateline.model import (
    END_OF_TIME,
    Document,
    EntityRef,
    EntityType,
    EventMention,
    Judgement,
    KnownEntity,
    KnownLink,
    KnownMention,
    Layers,
    Link,
    LinkKind,
    Record,
    decode,
)
from dateline.store.analysis import StageOutput
from dateline.store.rows import canonical_entities, driver_of, link_key, to_document, whole_documents
from dateline.store.schema import documents

MOST_OF_A_KEY = 256
"""Links that one key leads to, the newest: a key of more tells little, and looking at all of them would cost ever more."""

_KEYED = (
    "WHERE pk IN (WITH sought (key) AS (VALUES (NULL){})"
    " SELECT link_pk FROM (SELECT link_pk, count(*) AS hits FROM sought CROSS JOIN link_keys ON link_keys.key = sought.key"
    " AND link_pk > coalesce((SELECT link_pk FROM link_keys WHERE key = sought.key"
    " ORDER BY link_pk DESC LIMIT 1 OFFSET ?), 0)"
    " GROUP BY link_pk ORDER BY hits DESC, link_pk DESC LIMIT ?)) ORDER BY known_from DESC, pk DESC"
)

MOST_COMPARED = 200
"""Linked mentions that a new one is compared with at the most."""


class Lookups:
    """Look-ups by key, each by an index: their cost does not grow with the record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = driver_of(connection)

    def readings(self, pk: int) -> list[EntityRef]:
        """Return the entities that one document reads, as it reads them."""
        rows = self._driver.execute(
            "SELECT reading, name, type, country, wikidata FROM readings WHERE document_pk = ? ORDER BY reading", (pk,)
        )
        return [EntityRef(id=r[0], name=r[1], type=EntityType(r[2]), country=r[3], wikidata=r[4]) for r in rows]

    def canonical(self, pk: int) -> dict[str, str]:
        """Return the canonical entity of each reading of a document."""
        return canonical_entities(self._connection, pk)

    def event_mentions(self, pk: int) -> list[tuple[int, EventMention]]:
        """Return the event mentions of one document with their row numbers, in order of the text."""
        rows = self._driver.execute("SELECT pk, data FROM event_mentions WHERE document_pk = ? ORDER BY pk", (pk,))
        return [(row[0], decode(EventMention, json.loads(row[1]))) for row in rows]

    def records(self, pk: int, kinds: Mapping[type[Record], str]) -> Layers:
        """Return the records of some kinds that the stages found in a document, each kind by the stage that yields it."""
        layers = Layers()
        for stage in dict.fromkeys(kinds.values()):
            wanted = [kind for kind, yielder in kinds.items() if yielder == stage]
            row = self._driver.execute(
                "SELECT key, data FROM layers WHERE document_pk = ? AND stage = ?", (pk, stage)
            ).fetchone()
            found = StageOutput(stage=stage, key=row[0], blob=row[1]).records(wanted) if row else ()
            layers = layers.with_records(wanted, found)
        return layers

    def entities_named(self, keys: Sequence[str]) -> list[KnownEntity]:
        """Return the entities of the record so far that any of these name keys lead to, oldest first."""
        marks = ",".join("?" * len(keys))
        rows = self._driver.execute(
            # Whoever was first met without a state has the one that a report so far has given: homonyms are told by it.
            "SELECT DISTINCT e.id, e.name, e.type, coalesce(e.country, CASE e.type WHEN 'person' THEN"
            " (SELECT r.country FROM readings r WHERE r.entity = e.id AND r.country IS NOT NULL LIMIT 1) END), e.known_from"
            " FROM entity_keys k"
            f" JOIN entities e ON e.id = k.entity WHERE k.key IN ({marks}) ORDER BY e.known_from, e.id",
            tuple(keys),
        )
        return [KnownEntity(id=r[0], name=r[1], type=EntityType(r[2]), country=r[3]) for r in rows]

    def holders_told(self, office: str, *, limit: int) -> list[KnownLink]:
        """Return the newest links of persons to an office, the newest first."""
        return LinkLookups(self._connection, LinkKind.HOLDS_OFFICE).links_to(office, limit=limit)

    def is_named(self, document_id: str, reading: str) -> bool:
        """Say whether a document names what it reads, rather than only describing it."""
        row = self._driver.execute(
            "SELECT r.surfaces FROM readings r JOIN documents d ON d.pk = r.document_pk WHERE d.id = ? AND r.reading = ?",
            (document_id, reading),
        ).fetchone()
        return row is not None and bool(json.loads(row[0]))

    def mentions_keyed(self, keys: Sequence[str]) -> list[KnownMention]:
        """Return the newest linked event mentions that any of these event keys lead to, oldest of them first."""
        marks = ",".join("?" * len(keys))
        rows = self._driver.execute(
            "SELECT l.event, m.data, l.known_from, m.document_pk,"
            " CASE WHEN d.dated IS NULL THEN (SELECT t.data FROM texts t WHERE t.document_pk = d.pk) END"
            " FROM event_links l"
            " JOIN event_mentions m ON m.pk = l.mention_pk JOIN documents d ON d.pk = m.document_pk"
            f" WHERE l.mention_pk IN (SELECT mention_pk FROM event_keys WHERE key IN ({marks}))"
            f" ORDER BY l.known_from DESC, d.id DESC, m.pk DESC LIMIT {MOST_COMPARED}",
            tuple(keys),
        ).fetchall()
        entities_of = {pk: self.canonical(pk) for pk in {row[3] for row in rows}}
        return [
            KnownMention(
                event=row[0],
                mention=decode(EventMention, json.loads(row[1])),
                published=_reported_by(row[2], row[4]),
                entities=entities_of[row[3]],
            )
            for row in reversed(rows)
        ]


class LinkLookups:
    """What a linker of one kind may ask of its own links, in the transaction that its next ones are written in."""

    def __init__(self, connection: Connection, kind: LinkKind) -> None:
        self._connection = connection
        self._driver = driver_of(connection)
        self._kind = kind

    def links_keyed(self, keys: Sequence[str], *, limit: int) -> list[KnownLink]:
        """Return the links that any of these keys lead to: those that most of them do, the newest of them first."""
        condition, sought = self._keyed(keys)
        return self._links(condition, (*sought, MOST_OF_A_KEY, limit))

    def links_to(self, right: str, *, limit: int) -> list[KnownLink]:
        """Return the newest links that lead to an id, the newest first."""
        return self._links(
            'INDEXED BY links_to WHERE "right" = ? AND kind = ? ORDER BY known_from DESC, pk DESC LIMIT ?',
            (right, str(self._kind), limit),
        )

    def data_keyed(self, keys: Sequence[str], *, limit: int) -> list[tuple[str, str]]:
        """Return what `links_keyed` does in short: where each link leads, and its data. No key leads to more than *limit*."""
        condition, sought = self._keyed(keys)
        rows = self._driver.execute(
            f'SELECT "right", data FROM links {condition}', (*sought, min(limit, MOST_OF_A_KEY), limit)
        )
        return [(row[0], row[1]) for row in rows]

    def data_to(self, right: str) -> str:
        """Return the data of the newest link that leads to an id; nothing where there is none."""
        row = self._driver.execute(
            'SELECT data FROM links INDEXED BY links_to WHERE "right" = ? AND kind = ?'
            " ORDER BY known_from DESC, pk DESC LIMIT 1",
            (right, str(self._kind)),
        ).fetchone()
        return row[0] if row else ""

    def document(self, document_id: str) -> Document | None:
        """Return a document by its id."""
        row = self._connection.execute(whole_documents().where(documents.c.id == document_id)).first()
        return to_document(row) if row else None

    def _keyed(self, keys: Sequence[str]) -> tuple[str, list[int]]:
        sought = list(dict.fromkeys(link_key(self._kind, key) for key in keys))
        return _KEYED.format(", (?)" * len(sought)), sought

    def _links(self, condition: str, parameters: tuple[object, ...]) -> list[KnownLink]:
        rows = self._driver.execute(
            f'SELECT "left", "right", judgement, data, known_from FROM links {condition}', parameters
        )
        return [
            KnownLink(
                link=Link(kind=self._kind, left=row[0], right=row[1], judgement=decode(Judgement, json.loads(row[2]))),
                data=row[3],
                known_from=row[4],
            )
            for row in rows
        ]


def _reported_by(known_from: str, undated: str | None) -> date | None:
    """Return `Document.reported_by` from when a report became known, and from its data if it bears no date."""
    if undated is not None:
        return decode(Document, json.loads(undated)).reported_by
    return None if known_from == END_OF_TIME else date.fromisoformat(known_from[:10])

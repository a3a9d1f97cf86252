"""Writing, inside one transaction: documents once, analyses and links again whenever what they rest on has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from dateline.model import (
    Amendment,
    Correction,
    Document,
    DocumentTime,
    EntityRef,
    Failure,
    KeyedLink,
    Link,
    LinkKind,
    TimeBasis,
    encode,
)
from dateline.store.analysis import Analysis, FindingRows, to_json
from dateline.store.rows import driver_of, link_key, parse_key, to_document, whole_documents
from dateline.store.schema import documents

Row = tuple[object, ...]

_SPEAKERS = (
    "SELECT r.entity, r.known_from, q.pk FROM quotations q"
    " CROSS JOIN readings r ON r.document_pk = q.document_pk AND r.reading = q.speaker",
    # Of several speakers the column names the first; few quotations have several.
    "SELECT r.entity, r.known_from, q.pk FROM quotations q CROSS JOIN json_each(q.data, '$.speakers') s"
    " CROSS JOIN readings r ON r.document_pk = q.document_pk AND r.reading = json_extract(s.value, '$.id')",
)
"""Who says what in a document: canonical entities, with when it became known."""


class Writer:
    """Writes records on a connection whose transaction is open; nothing counts until that transaction is committed."""

    def __init__(self, connection: Connection, *, run: str) -> None:
        self._connection = connection
        self._driver = driver_of(connection)
        self._run = run

    def begin_run(self, *, at: str, version: str, settings: str) -> None:
        """Enter the run that everything written from now on belongs to."""
        self._execute(
            "INSERT INTO runs (id, started_at, version, settings) VALUES (?, ?, ?, ?)",
            (self._run, at, version, settings),
        )

    def end_run(self, *, at: str) -> None:
        """Note that the run came to its end."""
        self._execute("UPDATE runs SET finished_at = ? WHERE id = ?", (at, self._run))

    def add_documents(self, documents: Iterable[Document], *, reader: str, at: str) -> int:
        """Enter documents that the store does not hold yet and return how many those were.

        A document that is there already stays as it is, but what a newer reader makes of the same text (its parts, its
        dateline, its time) replaces what the older one made, and the document is then analysed again.
        """
        new = 0
        for document in documents:
            known = self._connection.exec_driver_sql(
                "SELECT pk, reader, known_from FROM documents WHERE id = ?", (document.id,)
            ).first()
            if known is None:
                self._insert_document(document, reader=reader, at=at)
                new += 1
            elif known.reader != reader:
                self._execute("DELETE FROM layers WHERE document_pk = ?", (known.pk,))
                self._replace(known.pk, document, before=known.known_from)
                self._execute(
                    "UPDATE documents SET reader = ?, analysed_by = '', linked_by = '' WHERE pk = ?", (reader, known.pk)
                )
        return new

    def keep_reading(self, document: Document, *, reader: str) -> None:
        """Note that a newer reader has seen a document and has nothing better to say of it."""
        self._execute("UPDATE documents SET reader = ? WHERE id = ?", (reader, document.id))

    def _replace(self, pk: int, document: Document, *, before: str) -> None:
        """Put what is now known of a document in the place of what was; *before* is when it was known from until now."""
        if document.order != before:
            # What was linked after the old place is linked again, as what comes after the new one is in any case.
            self._execute(
                "UPDATE documents SET linked_by = '' WHERE pk = (SELECT pk FROM documents"
                " WHERE known_from >= ? AND pk <> ? ORDER BY known_from, id LIMIT 1)",
                (before, pk),
            )
        self._execute(
            "UPDATE documents SET external_id = ?, outlet = ?, agency = ?, language = ?, dated = ?, known_from = ?"
            " WHERE pk = ?",
            (
                document.external_id,
                document.outlet,
                document.agency,
                document.language,
                document.dated.value if document.dated else None,
                document.order,
                pk,
            ),
        )
        self._execute("UPDATE texts SET data = ? WHERE document_pk = ?", (_document_data(document), pk))

    def _insert_document(self, document: Document, *, reader: str, at: str) -> None:
        cursor = self._driver.execute(
            "INSERT INTO documents (id, external_id, title, outlet, agency, language, dated, known_from, source,"
            " reader, run, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.external_id,
                document.title,
                document.outlet,
                document.agency,
                document.language,
                document.dated.value if document.dated else None,
                document.order,
                document.source,
                reader,
                self._run,
                at,
            ),
        )
        self._execute(
            "INSERT INTO texts (document_pk, text, data) VALUES (?, ?, ?)",
            (cursor.lastrowid, document.text, _document_data(document)),
        )
        self._execute(
            "INSERT INTO documents_text (rowid, title, text) VALUES (?, ?, ?)",
            (cursor.lastrowid, document.title, document.text),
        )

    def add_failures(self, failures: Iterable[Failure]) -> None:
        """Enter failures; the same failure met again stays one."""
        self._many(
            "INSERT OR REPLACE INTO failures (id, document_id, path, stage, data, run) VALUES (?, ?, ?, ?, ?, ?)",
            [(f.id, f.document_id, f.path, f.stage, to_json(f), self._run) for f in failures],
        )

    def clear_failures(self, path: str) -> None:
        """Forget the failures of a file that is being read again."""
        self._execute("DELETE FROM failures WHERE path = ? AND document_id IS NULL", (path,))

    def save_analysis(self, analysis: Analysis, *, document_id: str, key: str) -> None:
        """Put what the stages now say of a document in the place of what they said before; its links are then made anew."""
        pk = analysis.pk
        self._execute("DELETE FROM links WHERE document_pk = ?", (pk,))
        self._execute("DELETE FROM failures WHERE document_id = ?", (document_id,))
        self._many(
            "INSERT OR IGNORE INTO parses (key, data) VALUES (?, ?)",
            [(parse_key(digest, analysis.parser), blob) for digest, blob in analysis.parses],
        )
        self._many(
            "INSERT OR REPLACE INTO layers (document_pk, stage, key, data, run) VALUES (?, ?, ?, ?, ?)",
            [(pk, output.stage, output.key, output.blob, self._run) for output in analysis.outputs],
        )
        self.save_findings(pk, analysis.rows)
        self.add_failures(analysis.failures)
        if analysis.time is not None and analysis.time.basis in (TimeBasis.UNKNOWN, TimeBasis.TEXT):
            self._save_time(pk, analysis.time)
        self._execute("UPDATE documents SET analysed_by = ?, linked_by = '' WHERE pk = ?", (key, pk))

    def save_findings(self, pk: int, rows: FindingRows) -> None:
        """Put rows in the place of those that the tables have of a document."""
        for table in ("event_mentions", "quotations", "positions", "readings"):
            self._execute(f"DELETE FROM {table} WHERE document_pk = ?", (pk,))
        self._many(
            "INSERT OR REPLACE INTO event_mentions (id, document_pk, event_type, act, modality, earliest, latest, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows.event_mentions,
        )
        self._many(
            "INSERT OR REPLACE INTO quotations (id, document_pk, kind, speaker, data) VALUES (?, ?, ?, ?, ?)",
            rows.quotations,
        )
        self._many(
            "INSERT OR REPLACE INTO positions (id, document_pk, topic, holder, data) VALUES (?, ?, ?, ?, ?)",
            rows.positions,
        )
        self._many(
            "INSERT INTO readings (document_pk, reading, name, type, country, wikidata, count, surfaces)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows.readings,
        )

    def _save_time(self, pk: int, time: DocumentTime) -> None:
        """Give an undated document the time that its words tell; it moves to the place of that time in the order."""
        before = to_document(self._connection.execute(whole_documents().where(documents.c.pk == pk)).one())
        if before.time == time:
            return
        self._replace(pk, replace(before, time=time), before=before.order)

    def unlink_from(self, order: str) -> None:
        """Take back every link of the documents known from *order* on, so that linking can be replayed from there."""
        self._execute("DELETE FROM event_links WHERE known_from >= ?", (order,))
        self._execute("DELETE FROM entities WHERE known_from >= ?", (order,))
        for kind in LinkKind:
            self._execute("DELETE FROM links WHERE kind = ? AND known_from >= ?", (str(kind), order))
        unlinked = "document_pk IN (SELECT pk FROM documents WHERE known_from >= ?)"
        self._execute(
            f"DELETE FROM speakers WHERE quotation_pk IN (SELECT pk FROM quotations WHERE {unlinked})", (order,)
        )
        self._execute(f"UPDATE positions SET entity = NULL, known_from = NULL WHERE {unlinked}", (order,))
        self._execute(
            f"UPDATE readings SET entity = NULL, known_from = NULL, judgement = NULL WHERE {unlinked}", (order,)
        )
        self._execute(
            "DELETE FROM failures WHERE stage = 'links'"
            " AND document_id IN (SELECT id FROM documents WHERE known_from >= ?)",
            (order,),
        )
        self._execute("UPDATE documents SET linked_by = '' WHERE known_from >= ?", (order,))

    def save_entity_link(self, pk: int, link: Link) -> None:
        """Enter which entity one document's reading is."""
        self._execute(
            "UPDATE readings SET entity = ?, known_from = (SELECT known_from FROM documents WHERE pk = ?), judgement = ?"
            " WHERE document_pk = ? AND reading = ?",
            (link.right, pk, to_json(link.judgement), pk, link.left),
        )

    def save_entity(self, ref: EntityRef, *, keys: Sequence[str], order: str) -> None:
        """Enter an entity when it is first met, and the names it can be found by."""
        self._execute(
            "INSERT OR IGNORE INTO entities (id, name, type, country, wikidata, known_from) VALUES (?, ?, ?, ?, ?, ?)",
            (ref.id, ref.name, str(ref.type), ref.country, ref.wikidata, order),
        )
        self._many("INSERT OR IGNORE INTO entity_keys (key, entity) VALUES (?, ?)", [(key, ref.id) for key in keys])

    def save_event_link(
        self, mention_pk: int, link: Link, *, order: str, keys: Sequence[str], parties: Iterable[str]
    ) -> None:
        """Enter which event a mention tells of, the keys other mentions find it by, and whom it concerns."""
        self._execute(
            "INSERT OR REPLACE INTO event_links (mention_pk, event, known_from, score, judgement) VALUES (?, ?, ?, ?, ?)",
            (mention_pk, link.right, order, link.judgement.score, to_json(link.judgement)),
        )
        self._many(
            "INSERT OR IGNORE INTO event_keys (key, mention_pk) VALUES (?, ?)", [(key, mention_pk) for key in keys]
        )
        self._many(
            "INSERT OR IGNORE INTO event_parties (entity, known_from, mention_pk, event) VALUES (?, ?, ?, ?)",
            [(entity, order, mention_pk, link.right) for entity in parties],
        )

    def save_link(self, pk: int, keyed: KeyedLink, *, order: str) -> None:
        """Enter what a document, or a finding of it, is to another."""
        link = keyed.link
        cursor = self._driver.execute(
            'INSERT INTO links (kind, "left", "right", known_from, document_pk, judgement, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
            (str(link.kind), link.left, link.right, order, pk, to_json(link.judgement), keyed.data),
        )
        keys = {link_key(link.kind, key) for key in keyed.keys}
        self._many(
            "INSERT INTO link_keys (key, link_pk) VALUES (?, ?)", [(key, cursor.lastrowid) for key in sorted(keys)]
        )

    def add_correction(self, correction: Correction, *, at: str) -> None:
        """Enter what a person judged; a judgement of the same two that was in force till then is retracted."""
        self._execute(
            "UPDATE judgements SET retracted_at = ? WHERE retracted_at IS NULL AND kind = ?"
            ' AND (("left" = ? AND "right" = ?) OR ("left" = ? AND "right" = ?))',
            (at, str(correction.kind), *_ends(correction), *reversed(_ends(correction))),
        )
        self._execute(
            'INSERT INTO judgements (id, kind, "left", "right", data, judged_at) VALUES (?, ?, ?, ?, ?, ?)',
            (correction.id, str(correction.kind), *_ends(correction), to_json(correction), at),
        )

    def add_amendment(self, amendment: Amendment, *, at: str) -> None:
        """Enter what a person put right in a finding; what was put there before is retracted."""
        ends = (amendment.finding, amendment.value)
        self._execute(
            'UPDATE judgements SET retracted_at = ? WHERE retracted_at IS NULL AND kind = ? AND "left" = ?',
            (at, str(amendment.field), amendment.finding),
        )
        self._execute(
            'INSERT INTO judgements (id, kind, "left", "right", data, judged_at) VALUES (?, ?, ?, ?, ?, ?)',
            (amendment.id, str(amendment.field), *ends, to_json(amendment), at),
        )

    def retract_judgement(self, judgement_id: str, *, at: str) -> None:
        """Note that a judgement no longer holds; it stays on record."""
        self._execute("UPDATE judgements SET retracted_at = ? WHERE id = ?", (at, judgement_id))

    def link_again(self, ids: Sequence[str]) -> None:
        """Have the documents linked again from the first on that is, or tells of, any of these."""
        marks = ",".join("?" * len(ids))
        self._execute(
            "UPDATE documents SET linked_by = '' WHERE pk = (SELECT pk FROM documents WHERE pk IN ("
            f" SELECT document_pk FROM readings WHERE entity IN ({marks}) OR reading IN ({marks})"
            f" UNION SELECT m.document_pk FROM event_mentions m LEFT JOIN event_links l ON l.mention_pk = m.pk"
            f" WHERE m.id IN ({marks}) OR l.event IN ({marks})"
            f" UNION SELECT pk FROM documents WHERE id IN ({marks})) ORDER BY known_from, id LIMIT 1)",
            (*ids, *ids, *ids, *ids, *ids),
        )

    def mark_linked(self, pk: int, key: str) -> None:
        """Note which linkers have linked a document, and enter who, as they have it, says and holds what in it."""
        for speaker in _SPEAKERS:
            self._execute(
                f"INSERT OR IGNORE INTO speakers {speaker} WHERE q.document_pk = ? AND r.entity NOT NULL", (pk,)
            )
        self._execute(
            "UPDATE positions SET known_from = (SELECT known_from FROM documents WHERE pk = document_pk), entity = (SELECT"
            " r.entity FROM readings r WHERE r.document_pk = positions.document_pk AND r.reading = holder) WHERE document_pk = ?",
            (pk,),
        )
        self._execute("UPDATE documents SET linked_by = ? WHERE pk = ?", (key, pk))

    def _execute(self, sql: str, parameters: Row) -> None:
        self._driver.execute(sql, parameters)

    def _many(self, sql: str, rows: Sequence[Row]) -> None:
        if rows:
            self._driver.executemany(sql, rows)


def _ends(correction: Correction) -> tuple[str, str]:
    """Return the two ends of a correction as they are looked up: the left one with the report it is limited to."""
    within = f" in {correction.document_id}" if correction.document_id else ""
    return correction.left + within, correction.right or ""


def _document_data(document: Document) -> str:
    kept = replace(document, text="", title=None, source=None)
    return json.dumps(encode(kept), ensure_ascii=False, separators=(",", ":"))

"""Texts apart from what lists ask of a report; and beside what is looked up by entity, when it became known.

Nothing is analysed or linked again: all that is new is copied from what the tables hold. Tables are made anew rather than
altered where columns go, as SQLite would leave the pages of the file half empty; the store leaves foreign keys unchecked
meanwhile.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

DOCUMENTS = """
CREATE TABLE texts (
    document_pk INTEGER NOT NULL,
    text TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document_pk),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
);

INSERT INTO texts SELECT pk, text, data FROM documents;

CREATE TABLE narrow (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    external_id TEXT,
    title TEXT,
    outlet TEXT,
    agency TEXT,
    language TEXT,
    dated TEXT,
    known_from TEXT NOT NULL,
    source TEXT,
    reader TEXT NOT NULL,
    run TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    analysed_by TEXT DEFAULT '' NOT NULL,
    linked_by TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(run) REFERENCES runs (id)
);

INSERT INTO narrow SELECT pk, id, external_id, title, outlet, agency, language, dated, known_from, source, reader, run,
    recorded_at, analysed_by, linked_by FROM documents;

DROP TABLE documents_text;

DROP TABLE documents;

ALTER TABLE narrow RENAME TO documents;

CREATE INDEX documents_in_order ON documents (known_from, id);

CREATE INDEX documents_of_outlet ON documents (outlet, known_from, id);

CREATE INDEX documents_to_analyse ON documents (analysed_by, pk);

CREATE INDEX documents_to_link ON documents (linked_by, known_from);

CREATE INDEX documents_to_read ON documents (reader, pk);

CREATE INDEX ix_documents_external_id ON documents (external_id);

CREATE VIEW titled_texts AS
    SELECT d.pk AS pk, d.title AS title, t.text AS text FROM documents d JOIN texts t ON t.document_pk = d.pk;

CREATE VIRTUAL TABLE documents_text USING fts5(
    title, text, content='titled_texts', content_rowid='pk', tokenize='porter unicode61 remove_diacritics 2'
);

INSERT INTO documents_text (documents_text) VALUES ('rebuild')
"""

NAMED = """
CREATE TABLE dated_readings (
    document_pk INTEGER NOT NULL,
    reading TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    count INTEGER NOT NULL,
    surfaces TEXT NOT NULL,
    entity TEXT,
    known_from TEXT,
    judgement TEXT,
    PRIMARY KEY (document_pk, reading),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

INSERT INTO dated_readings SELECT r.document_pk, r.reading, r.name, r.type, r.country, r.wikidata, r.count, r.surfaces,
    r.entity, CASE WHEN r.entity IS NOT NULL THEN d.known_from END, r.judgement
    FROM readings r CROSS JOIN documents d ON d.pk = r.document_pk ORDER BY r.document_pk, r.reading;

DROP TABLE readings;

ALTER TABLE dated_readings RENAME TO readings;

CREATE INDEX readings_of_entity ON readings (entity, known_from);

CREATE TABLE speakers (
    entity TEXT NOT NULL,
    known_from TEXT NOT NULL,
    quotation_pk INTEGER NOT NULL,
    PRIMARY KEY (entity, known_from, quotation_pk),
    FOREIGN KEY(quotation_pk) REFERENCES quotations (pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

INSERT INTO speakers SELECT r.entity, r.known_from, q.pk FROM quotations q CROSS JOIN readings r
    ON r.document_pk = q.document_pk AND r.reading = q.speaker WHERE r.entity IS NOT NULL;

INSERT OR IGNORE INTO speakers SELECT r.entity, r.known_from, q.pk FROM quotations q
    CROSS JOIN json_each(q.data, '$.speakers') s
    CROSS JOIN readings r ON r.document_pk = q.document_pk AND r.reading = json_extract(s.value, '$.id')
    WHERE instr(q.data, '"speakers"') AND r.entity IS NOT NULL;

CREATE INDEX speakers_of_quotation ON speakers (quotation_pk);

DROP INDEX ix_quotations_speaker;

ALTER TABLE positions ADD COLUMN entity TEXT;

ALTER TABLE positions ADD COLUMN known_from TEXT;

UPDATE positions SET
    known_from = (SELECT d.known_from FROM documents d WHERE d.pk = document_pk AND d.linked_by <> ''),
    entity = (SELECT r.entity FROM readings r WHERE r.document_pk = positions.document_pk AND r.reading = holder);

DROP INDEX positions_by_holder;

DROP INDEX positions_by_topic;

CREATE INDEX positions_by_topic ON positions (topic, known_from);

CREATE INDEX positions_of_entity ON positions (entity, known_from)
"""

LINKED = """
CREATE TABLE dated_parties (
    entity TEXT NOT NULL,
    known_from TEXT NOT NULL,
    mention_pk INTEGER NOT NULL,
    PRIMARY KEY (entity, known_from, mention_pk),
    FOREIGN KEY(mention_pk) REFERENCES event_links (mention_pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

INSERT INTO dated_parties SELECT p.entity, l.known_from, p.mention_pk
    FROM event_parties p CROSS JOIN event_links l ON l.mention_pk = p.mention_pk ORDER BY 1, 2, 3;

DROP TABLE event_parties;

ALTER TABLE dated_parties RENAME TO event_parties;

CREATE INDEX event_parties_of_mention ON event_parties (mention_pk);

DROP INDEX ix_event_links_event;

DROP INDEX ix_event_links_known_from;

CREATE INDEX event_links_to ON event_links (event, known_from);

CREATE INDEX event_links_in_order ON event_links (known_from, event);

DROP INDEX event_mentions_by_last_day;

CREATE INDEX event_mentions_by_last_day ON event_mentions (latest, modality, act, event_type);

DROP INDEX ix_links_known_from;

DROP INDEX links_from;

DROP INDEX links_to;

CREATE INDEX links_in_order ON links (kind, known_from, "right");

CREATE INDEX links_from ON links ("left", kind, "right");

CREATE INDEX links_to ON links ("right", kind, known_from)
"""


def upgrade() -> None:
    """Make the tables anew and fill them from the old ones."""
    for statements in (DOCUMENTS, NAMED, LINKED):
        for statement in statements.split(";\n"):
            op.execute(statement)

"""The first tables, written out: what a later schema says does not change what this migration makes."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE entities (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    known_from TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX entities_in_order ON entities (known_from);

CREATE TABLE judgements (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    data TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    retracted_at TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE parses (
    "key" BLOB NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE runs (
    id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE documents (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    external_id TEXT,
    title TEXT,
    text TEXT NOT NULL,
    outlet TEXT,
    agency TEXT,
    language TEXT,
    dated TEXT,
    known_from TEXT NOT NULL,
    source TEXT,
    data TEXT NOT NULL,
    reader TEXT NOT NULL,
    run TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    analysed_by TEXT DEFAULT '' NOT NULL,
    linked_by TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX documents_in_order ON documents (known_from, id);

CREATE INDEX documents_to_analyse ON documents (analysed_by, pk);

CREATE INDEX documents_to_link ON documents (linked_by, known_from);

CREATE INDEX documents_to_read ON documents (reader, pk);

CREATE INDEX ix_documents_external_id ON documents (external_id);

CREATE INDEX ix_documents_outlet ON documents (outlet);

CREATE TABLE entity_keys (
    "key" TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY ("key", entity),
    FOREIGN KEY(entity) REFERENCES entities (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX entity_keys_of_entity ON entity_keys (entity);

CREATE TABLE failures (
    id TEXT NOT NULL,
    document_id TEXT,
    path TEXT,
    stage TEXT NOT NULL,
    data TEXT NOT NULL,
    run TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_failures_document_id ON failures (document_id);

CREATE INDEX ix_failures_path ON failures (path);

CREATE TABLE event_mentions (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    document_pk INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    act TEXT NOT NULL,
    modality TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
);

CREATE INDEX event_mentions_of_document ON event_mentions (document_pk);

CREATE TABLE layers (
    document_pk INTEGER NOT NULL,
    stage TEXT NOT NULL,
    "key" TEXT NOT NULL,
    data BLOB NOT NULL,
    run TEXT NOT NULL,
    PRIMARY KEY (document_pk, stage),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE,
    FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE TABLE quotations (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    document_pk INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
);

CREATE INDEX ix_quotations_speaker ON quotations (speaker);

CREATE INDEX quotations_of_document ON quotations (document_pk);

CREATE TABLE readings (
    document_pk INTEGER NOT NULL,
    reading TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    count INTEGER NOT NULL,
    surfaces TEXT NOT NULL,
    entity TEXT,
    judgement TEXT,
    PRIMARY KEY (document_pk, reading),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX readings_of_entity ON readings (entity);

CREATE TABLE event_links (
    mention_pk INTEGER NOT NULL,
    event TEXT NOT NULL,
    known_from TEXT NOT NULL,
    score FLOAT NOT NULL,
    judgement TEXT NOT NULL,
    PRIMARY KEY (mention_pk),
    FOREIGN KEY(mention_pk) REFERENCES event_mentions (pk) ON DELETE CASCADE
);

CREATE INDEX ix_event_links_event ON event_links (event);

CREATE INDEX ix_event_links_known_from ON event_links (known_from);

CREATE TABLE event_keys (
    "key" TEXT NOT NULL,
    mention_pk INTEGER NOT NULL,
    PRIMARY KEY ("key", mention_pk),
    FOREIGN KEY(mention_pk) REFERENCES event_links (mention_pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX event_keys_of_mention ON event_keys (mention_pk);

CREATE TABLE event_parties (
    entity TEXT NOT NULL,
    mention_pk INTEGER NOT NULL,
    PRIMARY KEY (entity, mention_pk),
    FOREIGN KEY(mention_pk) REFERENCES event_links (mention_pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX event_parties_of_mention ON event_parties (mention_pk);

CREATE VIRTUAL TABLE documents_text USING fts5(
    title, text, content='documents', content_rowid='pk', tokenize='porter unicode61 remove_diacritics 2'
)
"""


def upgrade() -> None:
    """Make every table."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)

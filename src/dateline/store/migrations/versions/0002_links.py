"""Positions; links of documents and findings to one another: copies, stories, the same words."""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = """
CREATE TABLE links (
    pk INTEGER NOT NULL,
    kind TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    known_from TEXT NOT NULL,
    document_pk INTEGER NOT NULL,
    judgement TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (pk),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
);

CREATE INDEX ix_links_known_from ON links (known_from);

CREATE INDEX links_from ON links ("left", kind);

CREATE INDEX links_of_document ON links (document_pk);

CREATE INDEX links_to ON links ("right", kind);

CREATE TABLE link_keys (
    "key" INTEGER NOT NULL,
    link_pk INTEGER NOT NULL,
    PRIMARY KEY ("key", link_pk),
    FOREIGN KEY(link_pk) REFERENCES links (pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX link_keys_of_link ON link_keys (link_pk);

CREATE TABLE positions (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    document_pk INTEGER NOT NULL,
    topic TEXT NOT NULL,
    holder TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document_pk) REFERENCES documents (pk) ON DELETE CASCADE
);

CREATE INDEX positions_by_holder ON positions (holder);

CREATE INDEX positions_by_topic ON positions (topic);

CREATE INDEX positions_of_document ON positions (document_pk);

CREATE INDEX event_mentions_by_last_day ON event_mentions (latest)
"""


def upgrade() -> None:
    """Make the tables, and have every document linked again by linkers that fill them."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
    op.execute("UPDATE documents SET linked_by = ''")

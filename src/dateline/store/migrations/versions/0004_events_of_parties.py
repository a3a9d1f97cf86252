"""Events beside their parties; indexes of whom reports name by time, and of what has a place. All is copied from the tables."""

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = """
CREATE TABLE parties_of_events (
    entity TEXT NOT NULL,
    known_from TEXT NOT NULL,
    mention_pk INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (entity, known_from, mention_pk),
    FOREIGN KEY(mention_pk) REFERENCES event_links (mention_pk) ON DELETE CASCADE
)
 WITHOUT ROWID;

INSERT INTO parties_of_events SELECT p.entity, p.known_from, p.mention_pk, l.event
    FROM event_parties p CROSS JOIN event_links l ON l.mention_pk = p.mention_pk;

DROP TABLE event_parties;

ALTER TABLE parties_of_events RENAME TO event_parties;

CREATE INDEX event_parties_of_mention ON event_parties (mention_pk);

CREATE INDEX readings_in_order ON readings (known_from, entity);

CREATE INDEX event_mentions_placed ON event_mentions (latest) WHERE instr(data, '"latitude"') > 0
"""


def upgrade() -> None:
    """Make the table anew, and the index."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)

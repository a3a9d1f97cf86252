"""The tables of the store, in three groups: what was read, what the stages say of it, and what linking makes of that.

Only the first group is a record of the world and is never edited; the other two are functions of it and of the stages'
versions. Migrations under migrations/ make these tables; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

APPLICATION_ID = 0x44544C4E
"""SQLite's application_id of every store: the letters DTLN."""

REVISION = "0004"
"""The newest migration; a store at an older one is brought up to it when next written to."""

metadata = MetaData()


def _document(name: str = "document_pk", *, primary_key: bool = False) -> Column[int]:
    return Column(
        name, Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=primary_key, nullable=False
    )


runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("version", Text, nullable=False),
    Column("settings", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("external_id", Text, index=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("language", Text),
    Column("dated", Text),
    Column("known_from", Text, nullable=False),
    Column("source", Text),
    Column("reader", Text, nullable=False),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("analysed_by", Text, nullable=False, server_default=""),
    Column("linked_by", Text, nullable=False, server_default=""),
    Index("documents_in_order", "known_from", "id"),
    Index("documents_of_outlet", "outlet", "known_from", "id"),
    Index("documents_to_read", "reader", "pk"),
    Index("documents_to_analyse", "analysed_by", "pk"),
    Index("documents_to_link", "linked_by", "known_from"),
)

# Apart from what lists and counts ask of a report: a row of documents is short, so that many lie on one page of the file.
texts = Table(
    "texts",
    metadata,
    _document(primary_key=True),
    Column("text", Text, nullable=False),
    Column("data", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("judged_at", Text, nullable=False),
    Column("retracted_at", Text),
)

failures = Table(
    "failures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document_id", Text, index=True),
    Column("path", Text, index=True),
    Column("stage", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
)

# No WITHOUT ROWID here and below: with blobs of this size it left half of each page empty (measured).
parses = Table(
    "parses",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

layers = Table(
    "layers",
    metadata,
    _document(primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _document(),
    Column("event_type", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("data", Text, nullable=False),
    Index("event_mentions_of_document", "document_pk"),
    Index("event_mentions_by_last_day", "latest", "modality", "act", "event_type"),
    Index("event_mentions_placed", "latest", sqlite_where=text("""instr(data, '"latitude"') > 0""")),
)

quotations = Table(
    "quotations",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _document(),
    Column("kind", Text, nullable=False),
    Column("speaker", Text),
    Column("data", Text, nullable=False),
    Index("quotations_of_document", "document_pk"),
)

positions = Table(
    "positions",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _document(),
    Column("topic", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("entity", Text),
    Column("known_from", Text),
    Index("positions_of_document", "document_pk"),
    Index("positions_by_topic", "topic", "known_from"),
    Index("positions_of_entity", "entity", "known_from"),
)

readings = Table(
    "readings",
    metadata,
    _document(primary_key=True),
    Column("reading", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("country", Text),
    Column("wikidata", Text),
    Column("count", Integer, nullable=False),
    Column("surfaces", Text, nullable=False),
    Column("entity", Text),
    Column("known_from", Text),
    Column("judgement", Text),
    Index("readings_of_entity", "entity", "known_from"),
    Index("readings_in_order", "known_from", "entity"),
    sqlite_with_rowid=False,
)

# One row a quotation and canonical speaker; with when the report became known, so that the newest of one are found at once.
speakers = Table(
    "speakers",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("known_from", Text, primary_key=True),
    Column("quotation_pk", Integer, ForeignKey("quotations.pk", ondelete="CASCADE"), primary_key=True),
    Index("speakers_of_quotation", "quotation_pk"),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("country", Text),
    Column("wikidata", Text),
    Column("known_from", Text, nullable=False),
    Index("entities_in_order", "known_from"),
)

entity_keys = Table(
    "entity_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entity", Text, ForeignKey("entities.id", ondelete="CASCADE"), primary_key=True),
    Index("entity_keys_of_entity", "entity"),
    sqlite_with_rowid=False,
)

event_links = Table(
    "event_links",
    metadata,
    Column("mention_pk", Integer, ForeignKey("event_mentions.pk", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, nullable=False),
    Column("known_from", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("judgement", Text, nullable=False),
    Index("event_links_to", "event", "known_from"),
    Index("event_links_in_order", "known_from", "event"),
)

event_keys = Table(
    "event_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("mention_pk", Integer, ForeignKey("event_links.mention_pk", ondelete="CASCADE"), primary_key=True),
    Index("event_keys_of_mention", "mention_pk"),
    sqlite_with_rowid=False,
)

event_parties = Table(
    "event_parties",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("known_from", Text, primary_key=True),
    Column("mention_pk", Integer, ForeignKey("event_links.mention_pk", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, nullable=False),
    Index("event_parties_of_mention", "mention_pk"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("known_from", Text, nullable=False),
    _document(),
    Column("judgement", Text, nullable=False),
    Column("data", Text, nullable=False),
    Index("links_in_order", "kind", "known_from", "right"),
    Index("links_from", "left", "kind", "right"),
    Index("links_to", "right", "kind", "known_from"),
    Index("links_of_document", "document_pk"),
)

# The key is a hash: a number takes an eighth of the room of the words, and what it finds is looked at closely anyway.
link_keys = Table(
    "link_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("link_pk", Integer, ForeignKey("links.pk", ondelete="CASCADE"), primary_key=True),
    Index("link_keys_of_link", "link_pk"),
    sqlite_with_rowid=False,
)

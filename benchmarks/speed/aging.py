"""Years put before a record: copies of its rows under other ids, earlier days and mostly other keys, made by SQLite alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping

from benchmarks.speed.planted import SHARED

AGE = 630
"""Days between a copy and the next: whole weeks, and whole quarters, by which plans are found."""

_TABLES = {
    "documents": "pk <= :documents",
    "texts": "document_pk <= :documents",
    "event_mentions": "pk <= :event_mentions",
    "readings": "document_pk <= :documents",
    "event_links": "mention_pk <= :event_mentions",
    "event_keys": "mention_pk <= :event_mentions",
    "event_parties": "mention_pk <= :event_mentions",
    "links": "pk <= :links",
    "link_keys": "link_pk <= :links",
    "entity_keys": "entity IN (SELECT id FROM originals)",
    "entities": "id IN (SELECT id FROM originals)",
}
"""The tables that are copied, and which of their rows are no copies."""

_NUMBERED = ("documents", "event_mentions", "links")
_NUMBERS = {"document_pk": "documents", "mention_pk": "event_mentions", "link_pk": "links"}
_IDS = ("id", "left", "right", "event", "entity", "reading")
_DAYS = ("known_from", "dated")
_KEYS = {
    "event_keys": "aged_key(key, :copy)",
    # A quarter of what links are found by, and of surnames, is what it was: the same words, the same families.
    "link_keys": "CASE WHEN key % 4 THEN (key + :copy * 7919) & 9223372036854775807 ELSE key END",
    "entity_keys": "CASE WHEN key LIKE 'surname %' AND length(key) % 4 = 0 THEN key ELSE key || ' ' || :copy END",
}


def age(connection: sqlite3.Connection, *, copies: int) -> None:
    """Put copies of a whole record before it, each `AGE` days before the last; states and places are the same in all."""
    connection.execute(f"CREATE TEMP TABLE originals AS SELECT id FROM entities WHERE type NOT IN {SHARED}")
    own = {row[0] for row in connection.execute("SELECT id FROM originals")}
    connection.create_function("aged_id", 2, lambda value, copy: _aged_id(value, copy, own), deterministic=True)
    connection.create_function("aged_key", 2, _aged_key, deterministic=True)
    heights = {
        table: connection.execute(f"SELECT coalesce(max(pk), 0) FROM {table}").fetchone()[0] for table in _NUMBERED
    }
    for table, condition in _TABLES.items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        cells = ", ".join(_cell(table, name, heights) for name in names)
        for copy in range(1, copies + 1):
            connection.execute(
                f"INSERT OR IGNORE INTO {table} SELECT {cells} FROM {table} WHERE {condition}",
                {**heights, "copy": copy, "days": f"-{copy * AGE} days"},
            )
    connection.execute("INSERT INTO documents_text (documents_text) VALUES ('rebuild')")


def _cell(table: str, name: str, heights: Mapping[str, int]) -> str:
    if name == "pk":
        return f"pk + :copy * {heights[table]}"
    if name in _NUMBERS:
        return f"{name} + :copy * {heights[_NUMBERS[name]]}"
    if name in _DAYS:
        return f"date(substr({name}, 1, 10), :days) || substr({name}, 11)"
    if name == "key":
        return _KEYS[table]
    return f'aged_id("{name}", :copy)' if name in _IDS else f'"{name}"'


def _aged_id(value: str | None, copy: int, own: Collection[str]) -> str | None:
    if value is None or (value.startswith("ent:") and value not in own):
        return value
    return f"{value}{copy:02x}"


def _aged_key(key: str, copy: int) -> str:
    """Return an event key of as many weeks, or quarters of plans, earlier."""
    stem, _, time = key.rpartition("|")
    number = time.removeprefix("plan")
    if not number.isdigit():
        return key
    return (
        f"{stem}|plan{int(number) - copy * AGE // 90}" if number != time else f"{stem}|{int(number) - copy * AGE // 7}"
    )

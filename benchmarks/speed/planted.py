"""Make a large record quickly: the rows of a small built one, copied with other ids, days and names. Nothing is parsed.

    python -m benchmarks.speed.planted BASE.db PLANTED.db --reports 100000

Each copy of a report is moved by some days, so that the planted record covers about three years; every tenth generation of
copies has people and bodies of its own, while states and places stay the same, as in a record that grows. What the stages say
of a report is copied as it is: only its length matters.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ID = re.compile(r"\b(doc|men|quo|pos|evt|utt|sto):([0-9a-f]+)")
ENTITY = re.compile(r"\bent:([0-9a-f]+)")
DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")
SPREAD = 1095
"""Days over which the copies are spread."""
GENERATION = 10
"""Copies that share their people."""
SHARED = ("state", "place")
"""Types of entities that all copies share."""
COPIED = (
    "documents",
    "texts",
    "layers",
    "event_mentions",
    "quotations",
    "positions",
    "readings",
    "speakers",
    "event_links",
    "event_keys",
    "event_parties",
    "links",
    "link_keys",
)
BIG = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """The rows of the small record: column names and rows by table, and the names of its indexes with how to make them."""

    columns: dict[str, list[str]]
    rows: dict[str, list[Row]]
    indexes: dict[str, str]
    own: frozenset[str]
    days: tuple[date, date]
    heights: dict[str, int]


def plant(base: Path, planted: Path, reports: int) -> int:
    """Write a record of at least as many reports to *planted* and return how many it has."""
    shutil.copyfile(base, planted)
    with sqlite3.connect(planted) as connection:
        connection.executescript(BIG)
        found = _read(connection)
        size = len(found.rows["documents"])
        copies = max(0, -(-reports // size) - 1)
        for name in found.indexes:
            connection.execute(f'DROP INDEX "{name}"')
        for table in COPIED:
            marks = ",".join("?" * len(found.columns[table]))
            rows = (row for copy in range(1, copies + 1) for row in _copied(found, table, copy, copies))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        for table in ("entities", "entity_keys"):
            marks = ",".join("?" * len(found.columns[table]))
            rows = (
                row for generation in range(1, copies // GENERATION + 1) for row in _renamed(found, table, generation)
            )
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
        for statement in found.indexes.values():
            connection.execute(statement)
        connection.execute("INSERT INTO documents_text (documents_text) VALUES ('rebuild')")
        connection.commit()
        connection.execute("ANALYZE")
        count: int = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    return count


def _read(connection: sqlite3.Connection) -> Base:
    tables = (*COPIED, "entities", "entity_keys")
    columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    types = {row[0]: row[2] for row in rows["entities"]}
    first, last = connection.execute("SELECT min(dated), max(dated) FROM documents").fetchone()
    return Base(
        columns=columns,
        rows=rows,
        indexes=dict(connection.execute(made).fetchall()),
        heights={
            table: max((row[0] for row in rows[table]), default=0)
            for table in ("documents", "event_mentions", "links", "quotations", "positions")
        },
        own=frozenset(entity for entity, type in types.items() if type not in SHARED),
        days=(date.fromisoformat((first or "2020-01-01")[:10]), date.fromisoformat((last or "2020-01-01")[:10])),
    )


def _copied(base: Base, table: str, copy: int, copies: int) -> Iterator[Row]:
    """Yield the rows of one copy of a table: keys are moved beyond those of all copies before."""
    columns = base.columns[table]
    shift = timedelta(days=copy * SPREAD // max(copies, 1))
    height = {name: copy * base.heights[of or table] for name, of in _KEYS.items() if (of or table) in base.heights}
    for row in base.rows[table]:
        yield tuple(
            value + height[name] if name in height else _value(base, name, value, copy, shift)
            for name, value in zip(columns, row, strict=True)
        )


_KEYS = {
    "pk": "",
    "document_pk": "documents",
    "mention_pk": "event_mentions",
    "quotation_pk": "quotations",
    "link_pk": "links",
}
_KEPT = frozenset(
    {"text", "run", "analysed_by", "linked_by", "recorded_at", "reader", "stage", "kind", "judgement", "surfaces"}
)


def _value(base: Base, name: str, value: Any, copy: int, shift: timedelta) -> Any:
    if not isinstance(value, str) or name in _KEPT:
        return value
    if name == "title":
        return f"{value} ({copy})"
    return _moved(_changed(base, value, copy), base, shift)


def _changed(base: Base, text: str, copy: int) -> str:
    """Return text with the ids of a copy: its last digits tell which, and it is a digit longer than an id that was not copied."""
    generation = copy // GENERATION
    text = ID.sub(lambda found: f"{found[1]}:{found[2][:-4]}{copy:05x}", text)
    if not generation:
        return text
    return ENTITY.sub(lambda found: _own(base, found[0], generation), text)


def _own(base: Base, entity: str, generation: int) -> str:
    return f"{entity[:-3]}{generation:04x}" if entity in base.own else entity


def _moved(text: str, base: Base, shift: timedelta) -> str:
    return DAY.sub(lambda found: _later(found[0], base, shift), text) if "-" in text else text


def _later(written: str, base: Base, shift: timedelta) -> str:
    """Return a day as many days later; one that is far from those of the reports, or no day, stays."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    near = base.days[0] - timedelta(days=400) <= day <= base.days[1] + timedelta(days=400)
    return (day + shift).isoformat() if near else written


def _renamed(base: Base, table: str, generation: int) -> Iterator[Row]:
    """Yield the people and bodies of one generation, under names of their own."""
    at = {name: index for index, name in enumerate(base.columns[table])}
    for row in base.rows[table]:
        entity = row[at["id" if table == "entities" else "entity"]]
        if entity not in base.own:
            continue
        cells = list(row)
        cells[at["id" if table == "entities" else "entity"]] = _own(base, entity, generation)
        named = "name" if table == "entities" else "key"
        cells[at[named]] = f"{cells[at[named]]} {generation}"
        yield tuple(cells)


def main() -> None:
    """Make the record that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path, help="a record built of some hundred reports")
    parser.add_argument("planted", type=Path, help="where to write the large one")
    parser.add_argument("--reports", type=int, default=100_000)
    given = parser.parse_args()
    print(f"{plant(given.base, given.planted, given.reports)} reports in {given.planted}")


if __name__ == "__main__":
    main()

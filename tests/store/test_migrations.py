"""A store of older tables is brought up to date with all that it held, and says the same as one that was written today."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError

from dateline.model import Evidence, KeyedLink, LinkKind, Position, Span, Stance
from dateline.store import Reader, Store, Writer, migrate
from dateline.store.schema import APPLICATION_ID, REVISION
from tests.records import CHILE, DERIVATION, NORWAY, PERU, days, fill, link, naming, quoting, report, telling

FIRST = report(
    "Norway and Peru said they met. Chile backed a ceasefire.", id="first", published_at="2023-03-17", title="Met"
)
COPY = report("Norway and Peru said they met.", id="copy", published_at=None, title=None)


def write(path: Path) -> None:
    """Write a record with something of every kind, as today's tables hold it."""
    joint = replace(quoting(FIRST, Span(21, 29), speaker=NORWAY), speakers=(NORWAY, PERU))
    held = Position(
        id="pos:00000000000000aa",
        document_id=FIRST.id,
        holder=CHILE,
        topic="ceasefire",
        stance=Stance.FOR,
        matter=Span(46, 55),
        word=Span(37, 43),
        evidence=Evidence.cite(FIRST.id, FIRST.text, Span(31, 56)),
        derivation=DERIVATION,
    )
    with Store(path, create=True) as store:
        named = [naming(FIRST, Span(0, 6), NORWAY), naming(FIRST, Span(11, 15), PERU)]
        told = [telling(FIRST, happened=days("2023-03-16"))]
        fill(
            store, FIRST, mentions=named, tellings=told, quotations=[joint], positions=[held], same={PERU.id: NORWAY.id}
        )
        fill(store, COPY, tellings=[telling(COPY)])
        with store.transaction() as connection:
            copied = KeyedLink(link=link(COPY.id, FIRST.id, LinkKind.COPY_OF), data="{}", keys=("words",))
            Writer(connection, run="run:1").save_link(2, copied, order=COPY.order)


def write_as(revision: str, path: Path, today: Path) -> None:
    """Write what a store of today holds as one of an older revision held it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrate.upgrade(connection, to=revision)
    engine.dispose()
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("ATTACH ? AS today", (str(today),))
        for table in tables(file):
            columns = ", ".join(f'"{row[1]}"' for row in file.execute(f"PRAGMA main.table_info({table})"))
            source = (
                "today.documents JOIN today.texts ON document_pk = pk" if table == "documents" else f"today.{table}"
            )
            file.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {source}")
        file.execute(
            "INSERT INTO main.documents_text (rowid, title, text)"
            " SELECT pk, title, text FROM today.documents JOIN today.texts ON document_pk = pk"
        )
        file.commit()


def tables(file: sqlite3.Connection) -> list[str]:
    """Return the names of the tables with rows of ours."""
    names = [row[0] for row in file.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
    return [name for name in names if not name.startswith("documents_text") and name != "alembic_version"]


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    with closing(sqlite3.connect(path)) as file:
        return {name: sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for name in tables(file)}


@pytest.fixture
def today(tmp_path: Path) -> Path:
    write(tmp_path / "today.db")
    return tmp_path / "today.db"


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_store_of_older_tables_holds_what_one_of_today_does(tmp_path: Path, today: Path, revision: str) -> None:
    path = tmp_path / "old.db"
    write_as(revision, path, today)
    with Store(path, create=True) as store:
        assert store.problems() == []
        with store.reading() as connection:
            found = [document.id for document, _ in Reader(connection).search("ceasefire")]
            said = [quotation.id for quotation, _, _ in Reader(connection).quotations(speaker=NORWAY.id)]
    upgraded = content(path)
    assert upgraded == content(today)
    assert all(upgraded[name] for name in ("texts", "speakers", "positions", "event_parties", "link_keys"))
    assert (found, len(said)) == ([FIRST.id], 1)


def test_store_of_the_first_tables_is_brought_up_to_date_and_linked_again(tmp_path: Path, today: Path) -> None:
    path = tmp_path / "old.db"
    write_as("0001", path, today)
    with Store(path, create=True) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM links").scalar() == 0
        assert connection.exec_driver_sql("SELECT linked_by FROM documents").scalars().all() == ["", ""]
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == REVISION


def test_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path: Path, today: Path) -> None:
    path = tmp_path / "old.db"
    write_as("0002", path, today)
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE speakers (in_the_way TEXT)")
    before = content(path)
    with pytest.raises(Exception, match="speakers already exists"):
        Store(path, create=True)
    assert content(path) == before


def test_rows_that_refer_to_nothing_are_refused_by_a_store_that_was_just_made() -> None:
    with Store() as store, pytest.raises(IntegrityError), store.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO entity_keys (key, entity) VALUES ('k', 'ent:none')")

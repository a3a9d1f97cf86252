"""The file itself: opening it, knowing it for ours, and letting one process at a time write."""

from __future__ import annotations

import importlib
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

from dateline.errors import StoreBusyError, StoreError, StoreSlowError
from dateline.store.schema import APPLICATION_ID, REVISION

MEMORY = ":memory:"

STEPS = 20_000
"""Steps of SQLite's machine, a millisecond or less, between two looks at the clock."""

LIMIT = "dateline_limit"
"""Under which a connection keeps until when it may be asked: many short statements can take long together."""

KEPT = 8
"""Connections for reading that are kept open between questions: each knows the tables already, and the pages it read last."""

_FILE_ERRORS = (DatabaseError, OperationalError, sqlite3.DatabaseError, sqlite3.OperationalError)


class Store:
    """One record in one SQLite file, or in memory.

    Readers see the last committed state and go on while another process writes (write-ahead log). One writer at a time
    holds ``<store>.lock``, which the operating system frees when the process ends, however it ends. With `seconds`, a reader
    that takes longer is stopped.
    """

    def __init__(self, path: str | Path = MEMORY, *, create: bool = False, seconds: float | None = None) -> None:
        self.path = str(path)
        self._seconds: float | None = None
        self._opened = secrets.token_hex(4)
        self._watching: sqlite3.Connection | None = None
        self._turn = threading.Lock()
        self._in_memory = self.path == MEMORY
        existing = not self._in_memory and self._check_path(Path(self.path), create=create)
        # What is there is looked at for reading first: opening to write turns any SQLite file to write-ahead logging.
        self._engine = _memory_engine() if self._in_memory else _file_engine(self.path, read_only=existing)
        behind = self._check_file(create=create or self._in_memory)
        self._seconds = seconds
        if existing:
            self._engine = _file_engine(self.path, read_only=not create, kept=not create)
        if behind:
            with self.lock():
                self._upgrade()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()
        if self._watching is not None:
            self._watching.close()

    def revision(self) -> str:
        """Return a word that is another one after a commit, whoever made it; for telling whether an answer may still hold.

        It means nothing to another Store, or after this one was opened anew.
        """
        if self._in_memory:
            with self.reading() as connection:
                driver = connection.connection.driver_connection
                return f"{self._opened}-{driver.total_changes if driver is not None else 0}"
        with self._telling(), self._turn:
            if self._watching is None:
                self._watching = _connect(_address(self.path, read_only=True), check_same_thread=False)
            return f"{self._opened}-{self._watching.execute('PRAGMA data_version').fetchone()[0]}"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one committed state throughout; raises StoreError when the file fails."""
        with self._telling(), self._engine.connect() as connection, connection.begin(), self._limited(connection):
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose changes are committed together, or not at all; raises StoreError when the file fails."""
        with self._telling(), self._engine.connect() as connection:
            connection = connection.execution_options(dateline_immediate=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _limited(self, connection: Connection) -> Iterator[None]:
        """Stop what is asked on a connection when the time that the store was opened for is over."""
        if self._seconds is None:
            yield
            return
        driver, end = connection.connection.driver_connection, time.monotonic() + self._seconds
        assert driver is not None
        driver.set_progress_handler(lambda: int(time.monotonic() > end), STEPS)
        connection.info[LIMIT] = (end, f"{self.path}: stopped after {self._seconds:g} seconds")
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)
            connection.info.pop(LIMIT, None)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what befell the file (a full disk, no right to write, damage) as a StoreError; slips of ours stay as they are."""
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            if not _is_of_the_file(error):
                raise
            if _code(error) == sqlite3.SQLITE_INTERRUPT:
                raise StoreSlowError(f"{self.path}: stopped after {self._seconds:g} seconds") from error
            raise StoreError(
                f"{self.path}: the store cannot be read or written, SQLite says: {_cause(error)}"
            ) from error

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the right to write; raises StoreBusyError at once when another process has it."""
        if self._in_memory:
            yield
            return
        lock = FileLock(f"{self.path}.lock", timeout=0)
        try:
            with lock:
                yield
        except Timeout as error:
            raise StoreBusyError(
                f"{self.path}: another process is writing to this store; wait for it to end (reading goes on meanwhile)"
            ) from error

    def problems(self) -> list[str]:
        """Return what is wrong with the file, by SQLite's own checks; empty when it is sound."""
        with self.reading() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check").all() if row[0] != "ok"]
            keys = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return found + [f"{row[0]} row {row[1]} refers to a missing row of {row[2]}" for row in keys]

    @staticmethod
    def _check_path(path: Path, *, create: bool) -> bool:
        if path.is_dir():
            raise StoreError(f"{path}: expected a store file, found a folder")
        if not create and not path.exists():
            raise StoreError(f"{path}: there is no such store; make one with: dateline build REPORTS --store {path}")
        if create and not path.parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} does not exist")
        return path.exists()

    def _check_file(self, *, create: bool) -> bool:
        """Say whether the file is to be brought up to date; raises StoreError when it cannot or must not be."""
        try:
            with self.reading() as connection:
                application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
                empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
                revision = _revision(connection)
        except StoreError as error:
            raise StoreError(f"{self.path}: expected a dateline store, but SQLite says: {_cause(error)}") from error
        if application != APPLICATION_ID and not (empty and create):
            raise StoreError(f"{self.path}: expected a dateline store, found another kind of SQLite file")
        if revision == REVISION:
            return False
        if revision is not None and revision > REVISION:
            raise StoreError(
                f"{self.path}: made by a newer dateline (tables {revision}, this release knows {REVISION})"
            )
        if not create:
            raise StoreError(
                f"{self.path}: made by an older dateline; bring it up to date with: dateline build --store {self.path}"
            )
        return True

    def _upgrade(self) -> None:
        # Alembic takes a quarter of a second to import and is needed once in a store's life, so it is loaded here.
        migrate = importlib.import_module("dateline.store.migrate")
        with self._telling(), self._engine.connect() as connection, _keys_unchecked(connection):
            connection = connection.execution_options(dateline_immediate=True)
            with connection.begin():
                if _revision(connection) != REVISION:
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    migrate.upgrade(connection)


@contextmanager
def _keys_unchecked(connection: Connection) -> Iterator[None]:
    """Let tables be made anew that others refer to; a connection can only be told so before it begins a transaction."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _revision(connection: Connection) -> str | None:
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if known is None:
        return None
    revision: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return revision


def _is_of_the_file(error: DatabaseError | sqlite3.DatabaseError) -> bool:
    """Whether an error comes from the file or the disk: one in a statement or value of ours has another type or SQLITE_ERROR."""
    return type(error) in _FILE_ERRORS and _code(error) != sqlite3.SQLITE_ERROR


def _code(error: DatabaseError | sqlite3.DatabaseError) -> int:
    code: int = getattr(getattr(error, "orig", error), "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF


def _cause(error: BaseException) -> str:
    while isinstance(error, StoreError) and error.__cause__ is not None:
        error = error.__cause__
    return str(getattr(error, "orig", error))


def _memory_engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    _prepare(engine)
    return engine


def _file_engine(path: str, *, read_only: bool, kept: bool = False) -> Engine:
    """Return what opens connections to a file; those that are *kept* serve many questions, from whichever thread."""
    address = _address(path, read_only=read_only)
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(address, check_same_thread=not kept),
        **({"poolclass": QueuePool, "pool_size": KEPT, "max_overflow": -1} if kept else {"poolclass": NullPool}),
    )
    _prepare(engine, write_ahead=not read_only)
    return engine


def _address(path: str, *, read_only: bool) -> str:
    return f"file:{quote(str(Path(path).absolute()))}?mode={'ro' if read_only else 'rwc'}"


def _connect(address: str, *, check_same_thread: bool = True) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=10, check_same_thread=check_same_thread)


def _prepare(engine: Engine, *, write_ahead: bool = False) -> None:
    # The driver's own transaction handling opens none before a SELECT, so a reader could see two states in one view;
    # it is switched off and every transaction begun here.
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        # SQLite's own lower() knows the letters of English only.
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        if write_ahead:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "before_cursor_execute")
    def stop_late(connection: Connection, *_: object) -> None:
        until, told = connection.info.get(LIMIT, (None, ""))
        if until is not None and time.monotonic() > until:
            raise StoreSlowError(told)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("dateline_immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

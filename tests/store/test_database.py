"""Opening a store: only ours, only of a known revision, one writer at a time, readers always."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from dateline.errors import StoreBusyError, StoreError, StoreSlowError
from dateline.store import Reader, Store
from dateline.store.schema import APPLICATION_ID, REVISION, metadata
from tests.records import fill, report

HOLDER = dedent("""
    import sys
    from dateline.store import Store
    with Store(sys.argv[1], create=True).lock():
        print("held", flush=True)
        sys.stdin.readline()
""")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


def make(path: Path) -> None:
    with Store(path, create=True) as store:
        fill(store, report("Leaders met in Oslo."))


def test_missing_store_is_refused_with_the_command_that_makes_one(path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no such store.*dateline build"):
        Store(path)
    assert not path.exists()


@pytest.mark.parametrize("create", [False, True], ids=["to read", "to write"])
def test_folder_is_refused(tmp_path: Path, create: bool) -> None:
    with pytest.raises(StoreError, match="found a folder"):
        Store(tmp_path, create=create)


def test_store_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*nowhere does not exist"):
        Store(tmp_path / "nowhere" / "r.db", create=True)


@pytest.mark.parametrize("create", [False, True], ids=["to read", "to write"])
def test_text_file_is_refused_and_left_as_it_was(path: Path, create: bool) -> None:
    path.write_text("Leaders met in Oslo. " * 200)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"r\.db: expected a dateline store"):
        Store(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [False, True], ids=["to read", "to write"])
def test_another_programs_database_is_refused_and_left_as_it_was(path: Path, create: bool) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE contacts (name TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another kind of SQLite file"):
        Store(path, create=create)
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["r.db"]


def test_empty_file_becomes_a_store_when_written_to_and_not_when_read(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreError):
        Store(path)
    with Store(path, create=True) as store:
        assert store.problems() == []


def test_new_store_bears_our_mark_and_the_newest_revision(path: Path) -> None:
    make(path)
    file = sqlite3.connect(path)
    assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert file.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISION,)
    file.close()


def _set_revision(path: Path, revision: str) -> None:
    file = sqlite3.connect(path)
    file.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    file.commit()
    file.close()


@pytest.mark.parametrize("create", [False, True], ids=["to read", "to write"])
def test_store_of_a_newer_release_is_refused(path: Path, create: bool) -> None:
    make(path)
    _set_revision(path, "9999")
    with pytest.raises(StoreError, match="made by a newer dateline"):
        Store(path, create=create)


def test_store_of_an_older_release_is_not_read_but_told_how_to_bring_up_to_date(path: Path) -> None:
    make(path)
    _set_revision(path, "0000")
    with pytest.raises(StoreError, match=r"made by an older dateline.*dateline build"):
        Store(path)


def test_migrations_make_exactly_the_tables_of_the_schema(path: Path) -> None:
    def ours(thing: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
        return not (kind == "table" and str(name).startswith("documents_text"))

    with Store(path, create=True) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_opening_a_store_twice_keeps_what_it_holds(path: Path) -> None:
    make(path)
    with Store(path, create=True) as store, store.reading() as connection:
        assert Reader(connection).count_documents() == 1


def test_reading_cannot_write(path: Path) -> None:
    make(path)
    with Store(path) as store, pytest.raises(StoreError, match="readonly"), store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM documents")


def test_transaction_that_fails_leaves_nothing_behind(path: Path) -> None:
    with Store(path, create=True) as store:
        with pytest.raises(ZeroDivisionError), store.transaction() as connection:
            _write_and_fail(connection)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM runs").scalar_one() == 0


def _write_and_fail(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO runs VALUES ('run:1', 'x', NULL, '0', '')")
    raise ZeroDivisionError


def test_rows_that_refer_to_nothing_are_refused(path: Path) -> None:
    with Store(path, create=True) as store, pytest.raises(IntegrityError), store.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO entity_keys (key, entity) VALUES ('k', 'ent:none')")


def test_reader_goes_on_with_what_was_committed_while_a_transaction_is_open(path: Path) -> None:
    make(path)
    with Store(path, create=True) as writing, Store(path) as reading, writing.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM documents")
        with reading.reading() as other:
            assert Reader(other).count_documents() == 1


def test_reader_sees_one_state_throughout(path: Path) -> None:
    make(path)
    with Store(path, create=True) as writing, Store(path) as reading, reading.reading() as connection:
        assert Reader(connection).count_documents() == 1
        fill(writing, report("Leaders met again in Bergen."))
        assert Reader(connection).count_documents() == 1
    with Store(path) as reading, reading.reading() as connection:
        assert Reader(connection).count_documents() == 2


def test_second_writer_in_this_process_is_refused_until_the_first_is_done(path: Path) -> None:
    with Store(path, create=True) as one, Store(path, create=True) as other:
        with one.lock(), pytest.raises(StoreBusyError, match="another process is writing"), other.lock():
            pass
        with other.lock():
            pass


def test_second_writer_of_another_process_is_refused_and_the_lock_dies_with_its_holder(path: Path) -> None:
    make(path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with Store(path, create=True) as store, pytest.raises(StoreBusyError), store.lock():
            pass
        with Store(path) as store, store.reading() as connection:
            assert Reader(connection).count_documents() == 1
        holder.kill()
        holder.wait()
        with Store(path, create=True) as store, store.lock():
            pass


def test_store_in_memory_needs_no_file_and_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store() as store:
        with store.lock(), store.lock():
            fill(store, report("Leaders met in Oslo."))
        with store.reading() as connection:
            assert Reader(connection).count_documents() == 1
    assert list(tmp_path.iterdir()) == []


def test_sound_store_has_no_problems(path: Path) -> None:
    make(path)
    with Store(path) as store:
        assert store.problems() == []


def test_row_that_lost_what_it_refers_to_is_a_problem(path: Path) -> None:
    make(path)
    file = sqlite3.connect(path)
    file.execute("INSERT INTO entity_keys (key, entity) VALUES ('k', 'ent:none')")
    file.commit()
    file.close()
    with Store(path) as store:
        (problem,) = store.problems()
    assert "missing row of entities" in problem


@pytest.mark.parametrize("name", ["with space.db", "per%20cent.db", "what?.db", "hash#1.db", "ünï.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    make(tmp_path / name)
    with Store(tmp_path / name) as store, store.reading() as connection:
        assert Reader(connection).count_documents() == 1
    assert (tmp_path / name).exists()


def test_question_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    Store(tmp_path / "r.db", create=True).close()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with Store(tmp_path / "r.db", seconds=0.05) as store:
        with pytest.raises(StoreSlowError, match="stopped"), store.reading() as connection:
            connection.exec_driver_sql(endless).all()
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_many_short_questions_that_take_too_long_together_are_stopped(path: Path) -> None:
    def ask(store: Store) -> None:
        with store.reading() as connection:
            for _ in range(1_000_000):
                connection.exec_driver_sql("SELECT 1").all()

    make(path)
    with Store(path, seconds=0.02) as store:
        with pytest.raises(StoreSlowError, match=r"r\.db: stopped after 0\.02 seconds"):
            ask(store)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_revision_is_another_after_every_commit_of_anybody_and_the_same_else(path: Path) -> None:
    make(path)
    with Store(path) as reader, Store(path, create=True) as writer:
        seen = [reader.revision(), reader.revision()]
        for number in range(2):
            with writer.transaction() as connection:
                connection.exec_driver_sql(
                    f"INSERT INTO runs (id, started_at, version, settings) VALUES ({number}, '', '', '')"
                )
            seen.append(reader.revision())
    assert seen[0] == seen[1]
    assert len(set(seen)) == 3


def test_revision_of_a_record_in_memory_changes_with_it() -> None:
    with Store() as store:
        before = store.revision()
        with store.transaction() as connection:
            connection.exec_driver_sql("INSERT INTO runs (id, started_at, version, settings) VALUES ('1', '', '', '')")
        assert store.revision() != before

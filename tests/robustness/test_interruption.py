"""What ends a command before its time: signals, a store that cannot be written, a linker that fails on one report."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import api
from dateline.cli import app as cli
from dateline.errors import StoreError
from dateline.store import Store


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt, 130), (cli._Terminated, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_signal_ends_a_command_with_one_line_and_the_code_of_shells(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: type[BaseException], code: int
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(api, "build", interrupted)
    said = CliRunner().invoke(cli.app, ["build", "--store", str(tmp_path / "r.db")])
    assert said.exit_code == code
    assert said.stderr.count("\n") == 1
    assert "interrupted" in said.stderr


def test_full_disk_is_a_store_error_that_names_the_file(tmp_path: Path) -> None:
    with Store(tmp_path / "r.db", create=True) as store, pytest.raises(StoreError, match=r"r\.db.*full"):
        _fill(store)


def _fill(store: Store) -> None:
    with store.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql(
            "INSERT INTO runs (id, started_at, version, settings) VALUES ('r', 'x', ?, '')", ("x" * 10**6,)
        )


def test_slip_in_a_statement_of_ours_is_no_store_error(tmp_path: Path) -> None:
    with Store(tmp_path / "r.db", create=True) as store, pytest.raises(Exception, match="no such column") as raised:
        _ask_nonsense(store)
    assert not isinstance(raised.value, StoreError)
    assert isinstance(raised.value.__cause__, sqlite3.OperationalError)


def _ask_nonsense(store: Store) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT absent FROM runs")

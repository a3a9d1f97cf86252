"""dateline serve: what it refuses, and that it answers at the address that it prints."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.store import Store
from tests.records import fill, report, telling


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    document = report("Norway visited Peru.", title="A visit")
    with Store(path, create=True) as made:
        fill(made, document, tellings=[telling(document)])
    return path


def test_address_that_others_reach_needs_a_token(store: Path) -> None:
    done = CliRunner().invoke(app, ["serve", "--store", str(store), "--host", "0.0.0.0"])
    assert done.exit_code == 2
    assert "--token" in done.stderr


def test_port_that_is_taken_is_told(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(app, ["serve", "--store", str(store), "--port", port, "--no-browser"])
    assert done.exit_code == 1
    assert "another program may use the port" in done.stderr


def test_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["serve", "--store", str(tmp_path / "none.db"), "--port", "0", "--no-browser"])
    assert done.exit_code == 1
    assert "there is no such store" in done.stderr


@pytest.mark.slow
def test_address_that_is_printed_opens_the_record(store: Path) -> None:
    command = [
        Path(sys.executable).with_name("dateline"),
        "serve",
        "--store",
        str(store),
        "--port",
        "0",
        "--no-browser",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{20,}", address)
        answer = httpx.get(address, follow_redirects=True)
        assert answer.status_code == 200
        assert "20 March 2023" in answer.text
        assert httpx.get(address.partition("?")[0]).status_code == 401
        served.terminate()
        assert served.wait(timeout=20) == 0

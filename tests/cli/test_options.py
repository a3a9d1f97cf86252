"""Options that several commands share, and the settings that they give."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.main

from dateline.cli.app import app
from dateline.cli.options import settings_with


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_strict_on_the_command_line_is_a_setting() -> None:
    assert settings_with(None, strict=True).strict


def test_strict_in_the_file_holds_when_the_command_line_says_nothing(folder: Path) -> None:
    (folder / "dateline.toml").write_text("strict = true\n")
    assert settings_with(None).strict


@pytest.mark.parametrize("command", ["annotate", "build"])
def test_commands_that_find_events_take_strict(command: str) -> None:
    parameters = typer.main.get_command(app).commands[command].params  # type: ignore[attr-defined]
    assert "--strict" in [option for parameter in parameters for option in parameter.opts]

"""Words of reports on a terminal and in JSON Lines: shown, never obeyed, one object a line."""

from __future__ import annotations

import json

import pytest
from rich.text import Text

from dateline.cli.printing import complain, console
from dateline.views.exports.jsonl import json_line

HOSTILE = "\x1b[31mred\x1b[0m \x9b2J \x07bell \u202eback\u202c [bold]mark[/bold] :smile:"


def test_console_prints_no_control_character_of_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    console().print(Text(HOSTILE))
    said = capsys.readouterr().out
    assert said == "[31mred[0m 2J bell back [bold]mark[/bold] :smile:\n"


def test_complaint_prints_no_control_character_of_a_file_name(capsys: pytest.CaptureFixture[str]) -> None:
    complain(f"{HOSTILE}: cannot be read")
    assert not set("\x1b\x9b\x07\u202e") & set(capsys.readouterr().err)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\r", "\n", "\x9b", "\x7f"])
def test_json_line_is_one_line_to_every_reader_and_the_same_value(end: str) -> None:
    value = {"text": f"one{end}two"}
    line = json_line(value)
    assert line.splitlines() == [line]
    assert end not in line
    assert json.loads(line) == value

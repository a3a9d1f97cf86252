"""What every command keeps to: help with an example, exit codes, data on stdout and the rest on stderr, JSON Lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.cli.app import app
from tests.cli.conftest import VISIT, Run

COMMANDS = [str(command.name) for command in app.registered_commands]
ASKING = ["timeline", "expected", "quotes", "entities", "reports", "failures"]
"""Commands that print a table of a store and need no further argument."""


def test_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) >= {
        "demo",
        "build",
        "annotate",
        "extract",
        "show",
        "search",
        "export",
        "doctor",
        "stages",
        *ASKING,
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_command_has_a_help_text_with_an_example(run: Run, command: str) -> None:
    said = run(command, "--help")
    assert said.code == 0
    words = " ".join(said.out.split())
    assert re.search(rf"dateline {command}\b(?! \[OPTIONS\])", words.replace(f"Usage: dateline {command}", ""))


@pytest.mark.parametrize("command", COMMANDS)
def test_unknown_option_is_a_usage_error(run: Run, command: str) -> None:
    said = run(command, "--colour")
    assert (said.code, said.out) == (2, "")
    assert "--colour" in said.err


def test_no_command_shows_the_help(run: Run) -> None:
    said = run()
    assert "dateline demo" in said.out + said.err


def test_version_is_printed_and_nothing_else(run: Run) -> None:
    said = run("--version")
    assert (said.code, bool(re.fullmatch(r"dateline \d+\.\d+\.\d+\S*\n", said.out)), said.err) == (0, True, "")


@pytest.mark.parametrize("command", ASKING)
def test_table_goes_to_stdout_and_nothing_to_stderr(run: Run, store: Path, command: str) -> None:
    said = run(command, "--store", store)
    assert (said.code, said.err) == (0, "")
    assert said.out.strip()


@pytest.mark.parametrize("command", ASKING)
def test_json_is_one_object_a_line_on_stdout(run: Run, store: Path, command: str) -> None:
    said = run(command, "--store", store, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.objects
    assert all(set(row) == set(said.objects[0]) and "id" in row for row in said.objects)


@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["table", "json"])
@pytest.mark.parametrize("command", ASKING)
def test_nothing_found_ends_with_4_and_says_so_on_stderr(
    run: Run, empty: Path, command: str, as_json: list[str]
) -> None:
    said = run(command, "--store", empty, *as_json)
    assert said.code == 4
    assert said.err.startswith("no ")
    assert not as_json or said.out == ""


@pytest.mark.parametrize("command", [*ASKING, "export"])
def test_missing_store_is_one_line_on_stderr_and_1(run: Run, tmp_path: Path, command: str) -> None:
    said = run(command, "--store", tmp_path / "none.db")
    assert (said.code, said.out) == (1, "")
    assert re.fullmatch(r"error: .*none\.db: there is no such store.*\n", said.err)


@pytest.mark.parametrize("command", [*ASKING, "export"])
def test_store_and_files_together_are_a_usage_error(run: Run, store: Path, command: str) -> None:
    said = run(command, "reports.jsonl", "--store", store)
    assert (said.code, said.out) == (2, "")
    assert "not both" in said.err


@pytest.mark.parametrize("command", [*ASKING, "export"])
def test_neither_store_nor_files_is_a_usage_error(run: Run, command: str) -> None:
    said = run(command)
    assert (said.code, said.out) == (2, "")
    assert "--store" in said.err


@pytest.mark.parametrize("command", ["timeline", "expected", "quotes", "entities", "reports", "export"])
@pytest.mark.parametrize("day", ["yesterday", "2023-02-30"])
def test_bad_as_of_is_a_usage_error_that_says_what_was_expected(run: Run, store: Path, command: str, day: str) -> None:
    said = run(command, "--store", store, "--as-of", day)
    assert (said.code, said.out) == (2, "")
    assert "2023-03-18" in said.err


@pytest.mark.parametrize(
    ("command", "option"), [("timeline", "--since"), ("timeline", "--until"), ("quotes", "--since")]
)
def test_bad_bound_is_a_usage_error(run: Run, store: Path, command: str, option: str) -> None:
    assert run(command, "--store", store, option, "soon").code == 2


@pytest.mark.parametrize("command", ["show", "search"])
def test_bad_as_of_is_a_usage_error_where_something_is_asked_for(run: Run, store: Path, command: str) -> None:
    assert run(command, "Peru", "--store", store, "--as-of", "soon").code == 2


def test_store_can_be_named_by_the_environment(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(store))
    assert run("timeline").code == 0


@pytest.mark.parametrize("command", ["timeline", "reports", "failures"])
def test_no_escape_codes_where_there_is_no_terminal(run: Run, store: Path, command: str) -> None:
    assert "\x1b" not in run(command, "--store", store).out


def test_no_color_takes_the_colours_out_of_a_terminal(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m" in run("timeline", "--store", store).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", run("timeline", "--store", store).out)


@pytest.mark.parametrize("setting", [("DATELINE_JOBS", "many"), ("DATELINE_ANNOTATORS", "[nonsense")])
@pytest.mark.parametrize("command", [["build"], ["stages"], ["extract", "."]], ids=lambda command: command[0])
def test_wrong_setting_is_one_line_not_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, setting: tuple[str, str], command: list[str]
) -> None:
    monkeypatch.setenv(*setting)
    said = run(*command)
    assert said.code in (1, 2)
    assert setting[0].removeprefix("DATELINE_").lower() in " ".join(said.err.split())


@pytest.mark.parametrize(
    "command",
    [
        ["timeline", "--entity", "[/b] nobody"],
        ["search", "[/b]"],
        ["show", "[/b]"],
        ["quotes", "--speaker", "[/b]"],
        ["show", "\udcff"],
        ["search", "\udcff"],
    ],
    ids=["entity", "search", "show", "speaker", "bytes to show", "bytes to search"],
)
def test_what_a_person_types_is_never_read_as_markup_and_never_a_traceback(
    run: Run, store: Path, command: list[str]
) -> None:
    said = run(*command, "--store", store)
    assert said.code in (1, 4)
    assert len(said.err.strip().splitlines()) >= 1
    assert "[/b]" in said.err or "\udcff" in command[1]


def test_what_a_report_says_is_never_read_as_markup(run: Run, store: Path) -> None:
    for command in (["timeline"], ["show", "markup"], ["search", "Chile"]):
        assert "[bold]Peru[/red] :smile:" in run(*command, "--store", store).out
    assert "no [/text]" in run("failures", "--store", store).out


def test_event_is_shown_with_its_id_so_that_it_can_be_asked_for(run: Run, store: Path) -> None:
    assert VISIT in run("timeline", "--store", store).out
    assert run("show", VISIT, "--store", store).code == 0

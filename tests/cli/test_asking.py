"""The commands that ask a record: what they print, as of when, how much of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from dateline.model import Span
from tests.cli.conftest import FRIDAY, MONDAY, VISIT, Run
from tests.pipeline.fakes import World
from tests.records import NORWAY, quoting, telling


def test_timeline_tells_status_headline_and_sentence(run: Run, store: Path) -> None:
    out = run("timeline", "--store", store).out
    assert "● happened" in out
    assert "Norway" in out
    assert "Norway will visit Peru on Monday." in run("timeline", "--store", store, "--as-of", "2023-03-18").out


@pytest.mark.parametrize(("day", "status"), [("2023-03-18", "expected"), ("2023-03-20", "happened")])
def test_timeline_as_of_a_day_tells_what_was_known(run: Run, store: Path, day: str, status: str) -> None:
    (event,) = run("timeline", "--store", store, "--as-of", day, "--json").objects
    assert (event["id"], event["status"]) == (VISIT, status)


def test_timeline_before_everything_is_empty(run: Run, store: Path) -> None:
    assert run("timeline", "--store", store, "--as-of", "2023-03-16").code == 4


def test_timeline_of_an_entity_is_about_that_entity(run: Run, store: Path) -> None:
    rows = run("timeline", "--store", store, "--entity", "chile", "--json").objects
    assert [row["actors"] for row in rows] == [["Chile"]]


def test_unknown_entity_is_nothing_found(run: Run, store: Path) -> None:
    said = run("timeline", "--store", store, "--entity", "Atlantis")
    assert (said.code, said.out) == (4, "")
    assert "no entity is called 'Atlantis'" in said.err


@pytest.mark.parametrize(
    ("bounds", "count"),
    [(["--since", "2023-03-21"], 1), (["--until", "2023-03-20"], 1), (["--since", "2023-03"], 2)],
    ids=["since", "until", "since a month"],
)
def test_timeline_can_be_bounded(run: Run, store: Path, bounds: list[str], count: int) -> None:
    assert len(run("timeline", "--store", store, *bounds, "--json").objects) == count


@pytest.mark.parametrize("command", ["timeline", "reports", "entities"])
def test_limit_prints_so_many_rows_and_tells_of_the_rest_on_stderr(run: Run, store: Path, command: str) -> None:
    said = run(command, "--store", store, "--limit", "1")
    assert said.code == 0
    assert "more; --limit 0 prints all" in said.err
    assert run(command, "--store", store, "--limit", "0").err == ""


def test_expected_gives_what_is_due_and_overdue_what_passed(run: Run, store: Path) -> None:
    due = run("expected", "--store", store, "--as-of", "2023-03-18", "--json").objects
    assert [row["id"] for row in due] == [VISIT]
    assert run("expected", "--store", store, "--as-of", "2023-03-18", "--overdue").code == 4


def test_quotes_tell_who_said_what(run: Run, store: Path) -> None:
    (row,) = run("quotes", "--store", store, "--speaker", "Norway", "--about", "glad", "--json").objects
    assert (row["words"], row["speaker"], row["report"]) == ("Glad to go", "Norway", "friday")
    assert run("quotes", "--store", store, "--about", "sorry").code == 4


def test_reports_can_be_asked_by_outlet(run: Run, store: Path) -> None:
    rows = run("reports", "--store", store, "--outlet", "Andes Post", "--json").objects
    assert [row["report"] for row in rows] == ["monday"]


def test_search_prints_report_and_words(run: Run, store: Path) -> None:
    said = run("search", "glad", "--store", store)
    assert (said.code, said.err) == (0, "")
    assert "friday" in said.out
    assert "Glad to go" in said.out
    assert "\x01" not in said.out


def test_search_json_has_the_same_hits(run: Run, store: Path) -> None:
    assert [row["report"] for row in run("search", "glad", "--store", store, "--json").objects] == ["friday"]


def test_search_that_finds_nothing_ends_with_4(run: Run, store: Path) -> None:
    said = run("search", "penguins", "--store", store)
    assert (said.code, said.out) == (4, "")
    assert "no report matches 'penguins'" in said.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("friday", ["Off to Lima", "The Fjord Times", "Glad to go", VISIT]),
        (FRIDAY.id[:12], ["Off to Lima"]),
        (VISIT, ["status", "happened", "friday", "monday", "so said the test"]),
        ("Norway", [NORWAY.id, "NOR", VISIT]),
        (quoting(FRIDAY, Span(35, 45)).id, ["Glad to go", "Norway", "friday"]),
        (telling(MONDAY).id, ["monday", "Norway visited Peru."]),
    ],
    ids=["report", "beginning of an id", "event", "entity", "quotation", "mention"],
)
def test_show_leads_down_to_the_sentences(run: Run, store: Path, name: str, words: list[str]) -> None:
    said = run("show", name, "--store", store)
    assert (said.code, said.err) == (0, "")
    assert [word for word in words if word not in said.out] == []


@pytest.mark.parametrize("name", ["friday", VISIT, "Norway", quoting(FRIDAY, Span(35, 45)).id, telling(MONDAY).id])
def test_show_json_is_one_object(run: Run, store: Path, name: str) -> None:
    (found,) = run("show", name, "--store", store, "--json").objects
    assert found["id"]


def test_show_report_tells_the_order_that_it_states(run: Run, store: Path) -> None:
    assert "visit after (“on”) Monday" in run("show", "friday", "--store", store).out
    (found,) = run("show", "friday", "--store", store, "--json").objects
    assert [(order["left"]["event"], order["order"]) for order in found["order"]] == [(telling(FRIDAY).id, "after")]


def test_show_failure_tells_where_and_why(run: Run, store: Path) -> None:
    (failure,) = run("failures", "--store", store, "--json").objects
    assert "a[b].csv:3" in run("show", failure["id"], "--store", store).out


@pytest.mark.parametrize("name", ["nobody", "evt:ffffffffffffffff"])
def test_unknown_id_is_one_line_and_4(run: Run, store: Path, name: str) -> None:
    said = run("show", name, "--store", store)
    assert (said.code, said.out) == (4, "")
    assert "nothing goes by" in said.err


def test_ambiguous_id_is_one_line_and_1(run: Run, store: Path) -> None:
    said = run("show", "doc:", "--store", store)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("error: ")


def test_show_as_of_a_day_does_not_show_what_came_later(run: Run, store: Path) -> None:
    assert run("show", "monday", "--store", store, "--as-of", "2023-03-18").code == 4
    assert "monday" not in run("show", VISIT, "--store", store, "--as-of", "2023-03-18").out


def test_files_can_be_asked_directly(run: Run, world: World, reports: Path) -> None:
    said = run("reports", reports, "--json")
    assert [row["report"] for row in said.objects] == ["one", "two"]
    assert "1 could not be read" in said.err
    assert said.code == 3


@pytest.mark.parametrize("what", ["events", "timeline", "quotations", "entities", "reports"])
@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_export_writes_every_answer_in_every_format(
    run: Run, store: Path, tmp_path: Path, what: str, format_: str
) -> None:
    path = tmp_path / f"out.{format_}"
    said = run("export", "--store", store, "--what", what, "--format", format_, "-o", path)
    assert (said.code, said.out) == (0, "")
    assert f"written to {path}" in "".join(said.err.splitlines())
    readers = {
        "jsonl": lambda: len(path.read_text().splitlines()),
        "csv": lambda: len(list(csv.DictReader(io.StringIO(path.read_text())))),
        "parquet": lambda: pyarrow.parquet.read_table(path).num_rows,
    }
    expected = {"events": 2, "timeline": 2, "quotations": 1, "entities": 3, "reports": 3}
    assert readers[format_]() == expected[what]


def test_export_goes_to_stdout_without_a_file(run: Run, store: Path) -> None:
    said = run("export", "--store", store, "--what", "reports", "--as-of", "2023-03-17")
    assert [row["report"] for row in said.objects] == ["friday"]
    assert said.err == ""


def test_export_in_an_unknown_format_is_an_error_that_names_the_known_ones(run: Run, store: Path) -> None:
    said = run("export", "--store", store, "--format", "papyrus")
    assert (said.code, said.out) == (2, "")
    assert "parquet" in said.err


@pytest.mark.parametrize("command", ["export", "annotate", "extract"])
def test_output_that_cannot_be_written_is_one_line_and_1(
    run: Run, store: Path, world: World, reports: Path, command: str
) -> None:
    source = ["--store", str(store)] if command == "export" else [str(reports)]
    said = run(command, *source, "-o", "nowhere/out.jsonl")
    assert said.code == 1
    assert "nowhere/out.jsonl" in said.err
    assert said.err.startswith("error: ")


def test_json_keeps_letters_as_they_are(run: Run, store: Path) -> None:
    out = run("reports", "--store", store, "--json").out
    assert json.loads(out.splitlines()[0])["report"] == "friday"
    assert "“" in run("show", "friday", "--store", store, "--json").out


def test_compare_counts_what_another_table_has_in_common(run: Run, store: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.tsv"
    theirs.write_text("date\tsource\ttarget\tcode\n2023-03-20\tNOR\tPER\t042\n2023-03-21\tNOR\tPER\tx\n")
    said = run("compare", theirs, "--store", store, "--by", "all", "--json")
    assert said.code == 3
    assert "theirs.tsv:3: not read as a line of cameo: expected a CAMEO code" in said.err
    (row,) = said.objects
    assert (row["theirs"], row["both"]) == (1, 1)


def test_events_can_be_exported_in_another_coders_layout(run: Run, store: Path) -> None:
    out = run("export", "--store", store, "--format", "gdelt").out
    assert {len(line.split("\t")) for line in out.splitlines()} == {61}
    assert run("export", "--store", store, "--what", "reports", "--format", "gdelt").code == 1


def test_changes_are_printed_by_kind_with_the_id_of_the_event(run: Run, store: Path) -> None:
    said = run("changes", "--from", "2023-03-17", "--to", "2023-03-20", "--store", store)
    assert "HAS HAPPENED" in said.out
    assert VISIT in said.out
    (row,) = run("changes", "--from", "2023-03-17", "--to", "2023-03-20", "--store", store, "--json").objects
    assert (row["before"], row["status"], row["outlets"]) == ("expected", "happened", ["Andes Post"])


def test_changes_of_a_period_without_days_are_a_usage_error(run: Run, store: Path) -> None:
    assert run("changes", "--from", "2023-03-20", "--to", "2023-03-17", "--store", store).code == 2


def test_nothing_changed_is_nothing_found(run: Run, store: Path) -> None:
    assert run("changes", "--from", "2023-03-18", "--to", "2023-03-19", "--store", store).code == 4


def test_brief_is_a_page_on_standard_output_or_in_a_file(run: Run, store: Path, tmp_path: Path) -> None:
    assert (
        "Since 2023-03-17, as of 2023-03-20"
        in run("brief", "--since", "2023-03-17", "--to", "2023-03-20", "--store", store).out
    )
    page = tmp_path / "brief.html"
    assert run("brief", "--since", "2023-03-17", "-f", "html", "-o", page, "--store", store).code == 0
    assert "<h1>Since 2023-03-17" in page.read_text()


def test_positions_are_a_matrix_of_holders_and_days_with_the_words_behind_it(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "r.jsonl"
    lines = [
        {"id": "a", "published_at": "2023-05-01", "text": "Norway supports a ceasefire in Chile.", "language": "en"},
        {"id": "b", "published_at": "2023-05-02", "text": "Norway opposes a ceasefire in Peru.", "language": "en"},
    ]
    reports.write_text("".join(json.dumps(line) + "\n" for line in lines))
    run("build", reports, "--store", tmp_path / "r.db")
    out = run("positions", "--about", "ceasefire", "--words", "--store", tmp_path / "r.db").out
    assert out.splitlines()[0].split() == ["ceasefire", "2023-05-01", "2023-05-02"]
    assert out.splitlines()[1].split() == ["Norway", "+", "-"]
    assert "Norway opposes a ceasefire in Peru." in out
    (row,) = run("positions", "--concerning", "Peru", "--store", tmp_path / "r.db", "--json").objects
    assert (row["holder"], row["stance"], row["scope"]) == ("Norway", "against", ["PER"])
    assert run("positions", "--about", "sanctions", "--store", tmp_path / "r.db").code == 4
    assert run("positions", "--as-of", "2023-04-30", "--store", tmp_path / "r.db").code == 4


def test_explain_tells_row_roles_date_and_modality_of_each_telling(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "r.jsonl"
    line = {"id": "a", "published_at": "2023-05-02", "text": "Norway will visit Peru on Friday.", "language": "en"}
    reports.write_text(json.dumps(line) + "\n")
    run("build", reports, "--store", tmp_path / "r.db")
    (event,) = run("timeline", "--store", tmp_path / "r.db", "--json").objects
    out = " ".join(run("explain", event["id"], "--store", tmp_path / "r.db").out.split())
    for words in ("“visit” is CONSULT, visit, by the row visit", "actor “Norway” is Norway (table: name)", "planned"):
        assert words in out
    assert "2023-05-05 to 2023-05-05, by expression: “on Friday”" in out or "“Friday”" in out
    (told,) = run("explain", event["id"], "--store", tmp_path / "r.db", "--json").objects
    assert told["coded"].startswith("AGREE, as the codebook codes CONSULT")
    assert run("explain", "Norway", "--store", tmp_path / "r.db").code == 1

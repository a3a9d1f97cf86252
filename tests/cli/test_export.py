"""`dateline export`: what each format is most wanted for, and what does not go together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.store import Store
from tests.cli.conftest import VISIT, Run
from tests.records import fill, report, telling


@pytest.mark.parametrize(
    ("format_", "begins", "holds"),
    [
        ("ical", "BEGIN:VCALENDAR", "END:VCALENDAR"),
        ("atom", "<?xml", VISIT),
        ("jsonfeed", "{", VISIT),
        ("bibtex", "@article{thefjordtimes2023-", "journal = {The Fjord Times}"),
        ("csl", "[", "The Fjord Times"),
        ("webannotation", "{", "TextPositionSelector"),
    ],
)
def test_format_writes_what_it_is_most_wanted_for(run: Run, store: Path, format_: str, begins: str, holds: str) -> None:
    said = run("export", "--store", store, "--format", format_)
    assert said.code == 0
    assert said.out.startswith(begins)
    assert holds in said.out


def test_calendar_is_of_what_is_expected_as_of_a_day(run: Run, store: Path) -> None:
    out = run("export", "--store", store, "--format", "ical", "--as-of", "2023-03-18").out
    assert f"UID:{VISIT}@dateline" in out
    assert VISIT not in run("export", "--store", store, "--format", "ical").out


def test_changes_are_exported_since_a_day(run: Run, store: Path) -> None:
    said = run("export", "--store", store, "--what", "changes", "--since", "2023-03-17", "--format", "jsonfeed")
    assert VISIT in {item["_dateline"]["event"] for item in json.loads(said.out)["items"]}


def test_events_can_be_limited_to_an_entity_and_to_days(run: Run, store: Path) -> None:
    ids = [row["id"] for row in run("export", "--store", store, "--entity", "Norway").objects]
    assert ids == [VISIT]
    assert run("export", "--store", store, "--entity", "Norway", "--since", "2023-03-21").code == 4


@pytest.mark.parametrize(
    "options",
    [
        ["--what", "changes"],
        ["--what", "changes", "--since", "2023-03-17", "--entity", "Norway"],
        ["--what", "reports", "--since", "2023-03-17"],
        ["--what", "quotations", "--entity", "Norway"],
    ],
    ids=["changes without a day", "changes of an entity", "reports since", "quotations of an entity"],
)
def test_options_that_do_not_go_together_are_a_usage_error(run: Run, store: Path, options: list[str]) -> None:
    said = run("export", "--store", store, *options)
    assert (said.code, said.out) == (2, "")


def test_format_for_another_answer_is_an_error_that_says_for_which(run: Run, store: Path) -> None:
    said = run("export", "--store", store, "--what", "reports", "--format", "ical")
    assert (said.code, said.out) == (1, "")
    assert "for events" in said.err


@pytest.mark.parametrize(("format_", "entries"), [("gdelt", "\t"), ("ical", "BEGIN:VEVENT")])
def test_events_without_a_day_are_counted_where_the_format_has_no_place_for_them(
    run: Run, tmp_path: Path, format_: str, entries: str
) -> None:
    with Store(tmp_path / "undated.db", create=True) as store:
        document = report("Norway visited Peru.", id="undated", published_at=None)
        fill(store, document, tellings=[telling(document)], events=[VISIT])
    said = run(
        "export", "--store", tmp_path / "undated.db", "--what", "events", "--format", format_, "-o", "events.out"
    )
    assert said.code == 0
    assert "0 events written to events.out" in said.err
    assert f"1 left out: {format_} has no place for one without a day" in said.err
    assert entries not in (tmp_path / "events.out").read_text()

"""dateline disagreements, and where other commands show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Modality
from dateline.store import Store
from tests.cli.conftest import Run
from tests.records import days, fill, report, telling

VISIT = "evt:00000000000000aa"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A visit that one outlet tells and another denies the day after."""
    path = tmp_path / "r.db"
    with Store(path, create=True) as made:
        done = report("Norway visited Peru.", id="done", published_at="2023-05-06", outlet="Fjord Times")
        fill(made, done, tellings=[telling(done, happened=days("2023-05-06"), at=7)], events=[VISIT])
        said = report("Norway never visited Peru.", id="denial", published_at="2023-05-07", outlet="Andes Post")
        fill(made, said, tellings=[telling(said, modality=Modality.DENIED, at=13)], events=[VISIT])
    return path


def test_each_side_stands_with_its_sentence_and_its_origins(run: Run, store: Path) -> None:
    said = run("disagreements", "--store", store)
    assert (said.code, said.err) == (0, "")
    assert "whether it happened: Norway: visit to Peru" in said.out
    assert "it happened, by Fjord Times" in said.out
    assert "it did not happen, by Andes Post" in said.out
    assert "Norway never visited Peru." in said.out


def test_json_has_an_entry_of_each_list_for_each_side(run: Run, store: Path) -> None:
    (row,) = run("disagreements", "--store", store, "--json").objects
    assert (row["kind"], row["reports"], row["events"]) == ("whether it happened", ["done", "denial"], [VISIT])
    assert row["origins"] == ["Fjord Times", "Andes Post"]


def test_day_before_the_denial_knows_of_none(run: Run, store: Path) -> None:
    said = run("disagreements", "--store", store, "--as-of", "2023-05-06")
    assert (said.code, said.out) == (4, "")
    assert "no disagreements found" in said.err


def test_one_event_can_be_asked_for(run: Run, store: Path) -> None:
    assert run("disagreements", "--store", store, "--event", VISIT[:8]).code == 0
    assert run("disagreements", "--store", store, "--event", "evt:ffff").code == 4


def test_event_is_shown_with_its_disagreements(run: Run, store: Path) -> None:
    said = run("show", VISIT, "--store", store)
    assert "disputed" in said.out
    assert "it did not happen, by Andes Post" in said.out


def test_brief_has_new_disagreements(run: Run, store: Path) -> None:
    assert "did not happen" in run("brief", "--since", "2023-05-06", "--store", store).out


def test_table_is_written_as_csv(run: Run, store: Path) -> None:
    assert run("export", "--store", store, "--what", "disagreements", "--format", "csv").out.startswith(
        "id,kind,headline"
    )


def test_explain_ends_with_the_disagreements_about_an_event(run: Run, store: Path) -> None:
    said = run("explain", VISIT, "--store", store)
    assert "it did not happen, by Andes Post" in said.out
    told = run("explain", VISIT, "--store", store, "--json").objects
    assert [[(one["kind"], one["says"]) for one in row["disagreements"]] for row in told] == [
        [("whether it happened", "it happened")],
        [("whether it happened", "it did not happen")],
    ]


def test_explaining_one_mention_tells_of_no_disagreement(run: Run, store: Path) -> None:
    (told, _) = run("explain", VISIT, "--store", store, "--json").objects
    assert "by Andes Post" not in run("explain", told["mention"], "--store", store).out

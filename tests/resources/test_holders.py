"""Holders by Wikidata as additions."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.resources.gazetteer import Gazetteer
from dateline.resources.holders import additions_of, written

RECORDED = json.loads((Path(__file__).parents[1] / "fixtures" / "wikidata-answer.json").read_text(encoding="utf-8"))
HOLDINGS = [{name: cell["value"] for name, cell in row.items()} for row in RECORDED["results"]["bindings"]]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("wikidata") / "wikidata.csv"
    path.write_text(written(additions_of(HOLDINGS)), encoding="utf-8")
    return Gazetteer((str(path),))


@pytest.mark.parametrize(
    ("role", "state", "day", "name", "title"),
    [
        ("head-of-government", "NOR", "2031-02-01", "Ingrid Example", "prime minister"),
        ("head-of-state", "PER", "2031-07-15", "Juan Ejemplo", "president"),
        ("head-of-government", "DEU", "2031-06-01", "Max Beispiel", "prime minister"),
        ("head-of-state", "RUS", "2031-06-01", "Vladimir Putin", "president"),
    ],
)
def test_written_file_answers_for_the_new_holders(
    known: Gazetteer, role: str, state: str, day: str, name: str, title: str
) -> None:
    held = known.holders(role, state, date.fromisoformat(day))
    assert (name, title) in [(known.people[office.person].name, office.title) for office in held]


def test_dates_keep_the_precision_that_wikidata_gives() -> None:
    terms = {row["name"]: (row["from"], row["until"]) for row in additions_of(HOLDINGS) if row["what"] == "office"}
    assert terms["Juan Ejemplo"] == ("2031-07", "2033")
    assert terms["Ingrid Example"] == ("2031-01-02", "")


def test_each_holding_is_written_once() -> None:
    assert [row["what"] for row in additions_of(HOLDINGS) if row["name"] == "Ingrid Example"] == ["person", "office"]


def test_what_has_no_name_state_or_day_is_left_out() -> None:
    names = {row["name"] for row in additions_of(HOLDINGS)}
    assert names == {"Ingrid Example", "Juan Ejemplo", "Vladimir Putin", "Max Beispiel"}


def test_gender_and_item_are_kept(known: Gazetteer) -> None:
    [entry] = known.lookup("Ingrid Example")
    person = known.people[entry.key]
    assert (person.gender, person.wikidata, person.country) == ("f", "Q990000001", "NOR")

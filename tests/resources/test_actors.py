"""The tables of actor nouns, titles, territories and governing parties."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resources.actors import NounKind, actor_nouns, outlet_names, singulars, territories, titles
from dateline.resources.gazetteer import gazetteer
from dateline.resources.parties import standing_of_party
from dateline.resources.tables import read_table

SECTORS = {row["code"] for row in read_table("sectors.tsv")} | {""}


def test_nouns_have_sectors_of_the_list_and_are_in_lower_case() -> None:
    nouns = actor_nouns().values()
    assert [noun.noun for noun in nouns if not {noun.sector, noun.sector_2} <= SECTORS] == []
    assert [noun.noun for noun in nouns if noun.noun != noun.noun.lower()] == []


def test_neutral_nouns_tell_no_sector_and_all_persons_one() -> None:
    nouns = actor_nouns().values()
    assert [noun.noun for noun in nouns if noun.kind is NounKind.NEUTRAL and noun.sector] == []
    assert [noun.noun for noun in nouns if noun.kind is NounKind.PERSON and not noun.sector] == []


@pytest.mark.parametrize(
    ("word", "singular"),
    [
        ("policemen", "policeman"),
        ("parties", "party"),
        ("wives", "wife"),
        ("thieves", "thief"),
        ("churches", "church"),
        ("judges", "judge"),
        ("schoolchildren", "schoolchild"),
        ("people", "person"),
    ],
)
def test_singular_is_among_the_forms(word: str, singular: str) -> None:
    assert singular in list(singulars(word))


def test_words_in_ss_are_no_plurals() -> None:
    assert list(singulars("press")) == ["press"]


def test_territories_belong_to_known_states() -> None:
    known = {*gazetteer().states, "HKG"}
    assert sorted({found.key for found in territories().values() if found.country not in known}) == []
    assert territories()["scottish"].country == "GBR"


def test_titles_have_roles() -> None:
    assert [title.title for title in titles().values() if not title.role] == []


def test_outlets_are_met_by_their_other_names() -> None:
    assert outlet_names()["Xinhua"].country == "CHN"


def test_parties_in_government_are_parties_of_the_tables() -> None:
    rows = read_table("party_governments.tsv")
    known = gazetteer().organizations
    assert sorted({row["party"] for row in rows if row["party"] not in known}) == []
    assert [row for row in rows if row["until"] and row["until"] < row["from"][: len(row["until"])]] == []


@pytest.mark.parametrize(
    ("day", "standing"),
    [(date(2010, 5, 1), "GOV"), (date(2015, 5, 1), "OPP"), (date(2022, 5, 1), "GOV")],
    ids=str,
)
def test_party_governs_or_opposes_by_the_day(day: date, standing: str) -> None:
    assert standing_of_party("labour-party-norway", day) == standing


def test_party_that_is_not_in_the_table_has_no_standing() -> None:
    assert standing_of_party("no-such-party", date(2020, 1, 1)) == ""

"""The tables of the grammar: every row matches its own example, and names readings and classes that exist."""

from __future__ import annotations

import pytest

from dateline.annotations.times.calendar import holiday
from dateline.annotations.times.grammar import find_matches
from dateline.annotations.times.resolve import READINGS
from dateline.resources.tables import cells, read_table
from dateline.resources.times import beside, cues, grammar, holidays, modifiers, words

ROWS = read_table("times_grammar.tsv")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_row_matches_its_example(row: dict[str, str]) -> None:
    assert row["name"] in [match.row.name for match in find_matches(row["example"])]


def test_rows_name_readings_that_exist_and_none_is_unused() -> None:
    assert {row.reading for row in grammar()} == set(READINGS)


def test_rows_need_only_known_classes() -> None:
    known = set(words()) | {"digits", "holiday"}
    assert {need for row in grammar() for need in row.needs} <= known


def test_names_of_rows_are_unique() -> None:
    names = [row.name for row in grammar()]
    assert len(names) == len(set(names))


def test_modifiers_change_rows_or_types_that_exist() -> None:
    known = {row.name for row in grammar()} | {"DATE", "TIME", "DURATION", "SET"}
    assert {name for row in modifiers() for name in row.types} <= known


@pytest.mark.parametrize("rule", [rule for _, rule in holidays()])
def test_holiday_rules_give_a_day(rule: str) -> None:
    assert holiday(rule, 2021) is not None


def test_cues_tell_a_direction_that_exists() -> None:
    kinds = {row["kind"] for row in read_table("times_direction.tsv")}
    assert {told for kind in kinds for told in cues(kind).values()} <= {"past", "future", "head", ""}


@pytest.mark.parametrize("name", ["times_direction.tsv", "times_beside.tsv"])
def test_words_around_times_are_in_lower_case_and_told_once_a_kind(name: str) -> None:
    for kind in {row["kind"] for row in read_table(name)}:
        told = [word for row in read_table(name) if row["kind"] == kind for word in cells(row["words"])]
        assert all(word == word.lower() for word in told)
        assert len(told) == len(set(told)), kind


def test_kinds_of_words_beside_times_are_not_empty() -> None:
    assert all(beside(row["kind"]) for row in read_table("times_beside.tsv"))

"""The tables of the grammar: every row matches its own example, and names readings and classes that exist."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times.calendar import easter, holiday, weekday_by, weekday_from
from dateline.annotations.times.grammar import find_matches
from dateline.annotations.times.numbers import parse_number, parse_year
from dateline.annotations.times.resolve import READINGS
from dateline.annotations.times.values import interval_of, narrowed
from dateline.model import Interval
from dateline.resources.tables import read_table
from dateline.resources.times import grammar, holidays, words

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


def test_longest_match_wins() -> None:
    assert [match.row.name for match in find_matches("on 3 May 1998")] == ["day_month"]


def test_modifier_belongs_to_the_expression() -> None:
    text = "in early June"
    (match,) = find_matches(text)
    assert (match.span.of(text), match.modifier.name if match.modifier else None) == ("early June", "early")


def test_name_that_holds_a_weekday_is_blocked() -> None:
    assert find_matches("Black Monday") == []


@pytest.mark.parametrize("rule", [rule for _, rule in holidays()])
def test_holiday_rules_give_a_day(rule: str) -> None:
    assert holiday(rule, 2021) is not None


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2021, date(2021, 4, 4))]
)
def test_easter_is_as_the_church_keeps_it(year: int, day: date) -> None:
    assert easter(year) == day


def test_weekday_counts_the_day_itself() -> None:
    wednesday = date(2021, 6, 9)
    assert (weekday_by(wednesday, 3), weekday_from(wednesday, 3)) == (wednesday, wednesday)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("two hundred and ten", 210),
        ("two thousand", 2000),
        ("1,500", 1500),
        ("2.5 million", 2_500_000),
        ("several", "X"),
        ("a dozen", 12),
        ("nonsense", None),
    ],
)
def test_number_is_read(text: str, number: int | str | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(("text", "year"), [("nineteen forty-five", 1945), ("two thousand and three", 2003)])
def test_year_in_words_is_read(text: str, year: int) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-06-09", date(2021, 6, 9), date(2021, 6, 9)),
        ("2021-06-09TEV", date(2021, 6, 9), date(2021, 6, 9)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-W01", date(2021, 1, 4), date(2021, 1, 10)),
        ("2021-W23-WE", date(2021, 6, 12), date(2021, 6, 13)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021-WI", date(2021, 12, 1), date(2022, 2, 28)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("197", date(1970, 1, 1), date(1979, 12, 31)),
        ("18", date(1800, 1, 1), date(1899, 12, 31)),
    ],
)
def test_value_names_its_days(value: str, first: date, last: date) -> None:
    assert interval_of(value) == Interval(earliest=first, latest=last)


@pytest.mark.parametrize("value", [None, "P3D", "PAST_REF", "XXXX-WXX-1", "XXXX-06", "2021-W60", "2021-13"])
def test_value_without_days_gives_none(value: str | None) -> None:
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("start", date(2021, 6, 1), date(2021, 6, 10)),
        ("mid", date(2021, 6, 11), date(2021, 6, 20)),
        ("end", date(2021, 6, 21), date(2021, 6, 30)),
        ("past", date(2021, 6, 1), date(2021, 6, 9)),
        ("rest", date(2021, 6, 9), date(2021, 6, 30)),
    ],
)
def test_part_of_a_month_narrows_its_days(part: str, first: date, last: date) -> None:
    june = Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30))
    assert narrowed(june, part, date(2021, 6, 9)) == Interval(earliest=first, latest=last)

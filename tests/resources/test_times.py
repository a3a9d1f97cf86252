"""The tables that times are read with."""

from __future__ import annotations

import pytest

from dateline.resources.tables import cells, read_table
from dateline.resources.times import date_order_of, word_value


@pytest.mark.parametrize(
    ("outlet", "order"),
    [
        pytest.param("Associated Press", "mdy", id="by-name"),
        pytest.param("AP", "mdy", id="by-alias"),
        pytest.param("Reuters", "dmy", id="british"),
        pytest.param("The Nowhere Gazette", None, id="unknown"),
    ],
)
def test_order_of_a_date_in_figures_is_that_of_the_outlets_land(outlet: str, order: str | None) -> None:
    assert date_order_of(outlet) == order


def test_no_country_writes_dates_in_two_orders() -> None:
    countries = [country for row in read_table("times_orders.tsv") for country in cells(row["countries"])]
    assert len(countries) == len(set(countries))


def test_countries_of_date_orders_are_known_states() -> None:
    states = {row["iso3"] for row in read_table("states.tsv")}
    assert {country for row in read_table("times_orders.tsv") for country in cells(row["countries"])} <= states


def test_word_is_found_whatever_its_case_and_blanks() -> None:
    assert word_value("count", "A  couple\nof") == "2"

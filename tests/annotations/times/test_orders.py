"""Dates in figures: whether the day or the month comes first."""

from __future__ import annotations

import pytest

from tests.annotations.times.found import only_time_in, values_in


@pytest.mark.parametrize(
    ("order", "value"),
    [
        pytest.param("dmy", "2021-04-03", id="day-first"),
        pytest.param("mdy", "2021-03-04", id="month-first"),
        pytest.param("auto", None, id="nothing-decides"),
    ],
)
def test_settings_decide_where_nothing_else_does(order: str, value: str | None) -> None:
    assert only_time_in("It was signed on 3/4/2021.", date_order=order).value == value


def test_date_with_one_possible_order_needs_no_setting() -> None:
    assert only_time_in("It was signed on 25/4/2021.").value == "2021-04-25"


def test_date_that_can_be_read_one_way_only_tells_of_the_others() -> None:
    assert values_in("It began on 3/4/2021 and ended on 25/4/2021.") == ["2021-04-03", "2021-04-25"]


def test_date_that_is_the_day_of_the_report_tells_of_the_others() -> None:
    assert values_in("Updated 09/06/2021. It began on 3/4/2021.") == ["2021-06-09", "2021-04-03"]


@pytest.mark.parametrize(
    ("outlet", "value"),
    [
        pytest.param("Associated Press", "2021-03-04", id="american"),
        pytest.param("The Guardian", "2021-04-03", id="british"),
        pytest.param("The Nowhere Gazette", None, id="unknown"),
    ],
)
def test_land_of_the_outlet_tells_the_order(outlet: str, value: str | None) -> None:
    assert only_time_in("It was signed on 3/4/2021.", outlet=outlet).value == value


def test_text_goes_before_the_outlet() -> None:
    found = only_time_in("It was signed on 25/4/2021.", outlet="Associated Press")
    assert found.value == "2021-04-25"


def test_dates_that_contradict_one_another_tell_nothing() -> None:
    assert values_in("From 25/4/2021 to 4/26/2021, but not on 3/4/2021.")[-1] is None

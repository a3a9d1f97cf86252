"""Choosing days: the heaviest first, and none that crowds a chosen one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.timelines import choose_days

DAY = date(2023, 5, 1)
WEIGHTS = st.dictionaries(st.dates(), st.floats(0, 100), max_size=20)


def test_days_far_apart_are_chosen_by_weight() -> None:
    weights = {DAY: 1.0, DAY + timedelta(30): 3.0, DAY + timedelta(60): 2.0}
    assert choose_days(weights, 2) == [DAY + timedelta(30), DAY + timedelta(60)]


def test_day_beside_a_chosen_one_gives_way_to_one_further_off() -> None:
    weights = {DAY: 10.0, DAY + timedelta(1): 6.0, DAY + timedelta(20): 5.0}
    assert choose_days(weights, 2) == [DAY, DAY + timedelta(20)]


def test_day_beside_a_chosen_one_stays_when_it_is_far_heavier() -> None:
    weights = {DAY: 10.0, DAY + timedelta(1): 9.5, DAY + timedelta(20): 5.0}
    assert choose_days(weights, 2) == [DAY, DAY + timedelta(1)]


@pytest.mark.parametrize(("weights", "count"), [({}, 3), ({DAY: 1.0}, 0)], ids=["no days", "none wanted"])
def test_nothing_is_chosen_from_nothing(weights: dict[date, float], count: int) -> None:
    assert choose_days(weights, count) == []


@given(WEIGHTS, st.integers(1, 30))
def test_each_day_is_chosen_once_and_as_many_as_there_are(weights: dict[date, float], count: int) -> None:
    chosen = choose_days(weights, count)
    assert len(chosen) == len(set(chosen)) == min(count, len(weights))
    assert set(chosen) <= set(weights)

from __future__ import annotations

import pytest

from dateline.annotations.places.weighing import Counts, Group, Others, make_group, settle
from dateline.resources.places import KnownPlace
from tests.annotations.places.naming import known


def group(*places: KnownPlace, key: str = "lima") -> Group:
    return make_group(key, places, count=1, told="", weak=False)


def test_likelihoods_are_a_distribution() -> None:
    made = group(known("Lima", people=10_000), known("Lima", "USA", people=500))
    assert sum(made.chances) == pytest.approx(1.0)
    assert made.chances[0] > made.chances[1]
    assert made.best.country == "PER"


def test_larger_capital_and_first_name_are_better_known() -> None:
    small, large = known("A", people=1_000), known("B", people=1_000_000)
    capital, other = known("C", people=1_000, prominent=True), known("D", people=1_000, renamed=True)
    assert [place.name for place in group(small, large, capital, other).known] == ["B", "C", "A", "D"]


def test_region_named_for_its_large_city_is_less_likely_than_the_city() -> None:
    city = known("Kano", "NGA", people=3_000_000, region="29")
    region = known("Kano", "NGA", people=12_000_000, region="29", kind="region")
    assert group(city, region).best is city


def test_country_outweighs_a_town_of_its_name() -> None:
    country = known("Peru", people=32_000_000, kind="country", region="")
    assert group(known("Peru", "USA", people=11_000), country).best is country


def test_place_is_drawn_to_its_neighbours_but_not_to_itself() -> None:
    there, elsewhere = known("Leon", "MEX", people=40_000, at=(21.1, -101.7)), known("Leon", "ESP", people=50_000)
    neighbour = known("Silao", "MEX", people=80_000, at=(20.9, -101.4))
    groups = [group(there, elsewhere, key="leon"), group(neighbour, key="silao")]
    assert groups[0].best is elsewhere
    settle(groups, {}, "")
    assert groups[0].best is there


def test_home_of_the_outlet_draws() -> None:
    made = group(known("Perth", "GBR", people=40_000), known("Perth", "AUS", people=35_000))
    settle([made], {}, "AUS")
    assert made.best.country == "AUS"


def test_what_a_name_itself_adds_is_no_support_for_it() -> None:
    counts = Counts[str]()
    counts.add({"PER": 2.0, "USA": 1.0})
    others = Others(counts, {"PER": 2.0})
    assert (others.count("PER"), others.count("USA"), others.total) == (0.0, 1.0, 1.0)
    assert others.support("PER", 1.0, 1.0) == 0.0
    assert others.support("USA", 1.0, 1.0) == pytest.approx(1.5)

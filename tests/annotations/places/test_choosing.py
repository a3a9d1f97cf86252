from __future__ import annotations

from dateline.annotations.places.choosing import choose
from dateline.annotations.places.evidence import Reason
from dateline.annotations.places.finding import PlaceName
from dateline.model import Span
from dateline.resources.places import KnownPlace
from tests.annotations.places.naming import known

SURE, WEAK = Reason("named as a place"), Reason("after to", weak=True)
OHIO = known("Lima", "USA", people=36_000, region="OH", at=(40.7, -84.1))
PERU = known("Lima", "PER", people=7_700_000, region="15", at=(-12.0, -77.0), prominent=True)
DAYTON = known("Dayton", "USA", people=140_000, region="OH", at=(39.8, -84.2))
VILLAGE = known("Zapallal", "PER", people=1_000, region="15", at=(-11.8, -77.1))


def name(places: tuple[KnownPlace, ...], reason: Reason = SURE, **more: object) -> PlaceName:
    return PlaceName(span=Span(0, 1), key=places[0].name.lower(), known=places, reason=reason, **more)  # type: ignore[arg-type]


def meant(*names: PlaceName, spoken_of: dict[str, int] | None = None, home: str = "") -> list[tuple[str, str] | None]:
    found = choose(names, spoken_of or {}, home)
    return [(choice.place.country, choice.basis) if choice else None for choice in found]


def test_better_known_place_is_meant_where_nothing_else_tells() -> None:
    assert meant(name((OHIO, PERU))) == [("PER", "the best known of 2 so called")]


def test_region_and_neighbours_in_the_report_tell_the_smaller_one() -> None:
    ohio = known("Ohio", "USA", people=11_000_000, region="OH", kind="region")
    found = meant(name((OHIO, PERU)), name((DAYTON,)), name((ohio,)), name((ohio,)), spoken_of={"USA": 3}, home="USA")
    assert found[0] == ("USA", "of 2 so called the one that fits the rest of the report")


def test_only_place_of_its_name_is_said_to_be_that() -> None:
    assert meant(name((DAYTON,))) == [("USA", "the only one so called")]


def test_what_the_report_says_once_goes_for_the_bare_name() -> None:
    told = name((OHIO,), told="the one in Ohio")
    assert meant(told, name((OHIO, PERU))) == [("USA", "the one in Ohio")] * 2


def test_state_that_a_report_names_as_such_leaves_a_prominent_city_its_name() -> None:
    region = known("Lima", "PER", people=300_000, region="15", kind="region")
    told = name((region,), told="the region so called")
    assert [found and found[1] for found in meant(told, name((PERU, region)))] == [
        "the region so called",
        "the best known of 2 so called",
    ]


def test_weak_name_of_a_small_place_needs_a_neighbour() -> None:
    assert meant(name((VILLAGE,), WEAK)) == [None]
    assert meant(name((VILLAGE,), WEAK), name((PERU,)))[0] == ("PER", "the only one so called")


def test_weak_name_of_a_large_place_stands_alone() -> None:
    assert meant(name((DAYTON,), WEAK)) == [("USA", "the only one so called")]


def test_small_place_in_a_country_unheard_of_is_a_mistake_in_a_report_on_others() -> None:
    assert meant(name((VILLAGE,)), spoken_of={"USA": 4}) == [None]
    assert meant(name((VILLAGE,)), spoken_of={"USA": 4, "PER": 1}) == [("PER", "the only one so called")]


def test_no_names_give_no_choices() -> None:
    assert meant() == []

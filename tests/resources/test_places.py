from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.errors import ResourceError
from dateline.model import PlaceKind
from dateline.resources.places import SortedRows, place_key, place_words, places
from dateline.resources.tables import cells, packed_table, read_table

ROWS = b"# head\nkey\tname\nab\t1\nabc\t2\nabc\t3\nb\t4\n"
KINDS = frozenset(
    cells("continent|ocean|sea|gulf|bay|strait|canal|river|lake|mountains|mountain|desert|reef|island|region|landmark")
)


def test_key_takes_spellings_of_one_name_together() -> None:
    assert place_key("The St. Pölten") == place_key("saint-polten") == "saint polten"
    assert place_key("") == ""


@pytest.mark.parametrize(
    ("key", "found"),
    [("ab", ["1"]), ("abc", ["2", "3"]), ("b", ["4"]), ("a", []), ("aa", []), ("zz", []), ("", [])],
)
def test_rows_are_found_by_their_whole_key(key: str, found: list[str]) -> None:
    assert [row[1] for row in SortedRows(ROWS)[key]] == found


def test_every_row_of_the_packed_table_is_found_by_its_key() -> None:
    content = packed_table("places.tsv.gz")
    lines = [line for line in content.decode().split("\n") if line and not line.startswith("#")][1:]
    rows = SortedRows(content)
    for line in (*lines[:50], *lines[::9973], *lines[-50:]):
        assert line.split("\t") in rows[line.split("\t", 1)[0]]


def test_packed_table_is_sorted_and_says_where_it_comes_from() -> None:
    lines = packed_table("places.tsv.gz").split(b"\n")
    head = b"\n".join(line for line in lines[:10] if line.startswith(b"#"))
    assert b"CC BY 4.0" in head
    assert b"geonames.org" in head
    keys = [line.split(b"\t", 1)[0] for line in lines if line and not line.startswith(b"#")][1:]
    assert all(one <= other for one, other in pairwise(keys))


def test_packed_table_that_is_not_there_is_a_resource_error() -> None:
    with pytest.raises(ResourceError, match=r"tables/nowhere\.tsv\.gz: expected a readable gzip file"):
        packed_table("nowhere.tsv.gz")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("Kiev", ("Kyiv", "UKR", PlaceKind.CITY), id="former-name"),
        pytest.param("MOSCOW", ("Moscow", "RUS", PlaceKind.CITY), id="capitals"),
        pytest.param("Burma", ("Myanmar", "MMR", PlaceKind.COUNTRY), id="other-name-of-a-country"),
        pytest.param("Greenland", ("Greenland", "GRL", PlaceKind.COUNTRY), id="territory"),
        pytest.param("Bavaria", ("Bavaria", "DEU", PlaceKind.REGION), id="region"),
        pytest.param("Otter Tail County", ("Otter Tail County", "USA", PlaceKind.DISTRICT), id="county"),
        pytest.param("Donbass", ("Donbas", "UKR", PlaceKind.AREA), id="news-region"),
        pytest.param("Persian Gulf", ("Persian Gulf", "", PlaceKind.AREA), id="water"),
        pytest.param("L.A.", ("Los Angeles", "USA", PlaceKind.CITY), id="initials"),
    ],
)
def test_place_is_found_by_its_names(name: str, place: tuple[str, str, PlaceKind]) -> None:
    assert place in [(found.name, found.country, found.kind) for found in places().named(name)]


def test_place_is_found_once_by_one_name() -> None:
    found = places().named("New York")
    assert len({each.geonames for each in found}) == len(found)


def test_acronym_is_met_in_capitals_only() -> None:
    assert [place.country for place in places().named("US")] == ["USA"]
    assert "USA" not in [place.country for place in places().named("us")]


def test_name_that_no_place_has_gives_none() -> None:
    assert places().named("Zzyzxqwert") == places().named("") == ()


def test_capital_is_prominent_and_its_namesakes_are_not() -> None:
    prominent = [place.region for place in places().named("Lima") if place.prominent]
    assert prominent == ["LMA"]


def test_abbreviation_of_two_states_means_either() -> None:
    assert [place.country for place in places().abbreviated("WA")] == ["USA", "AUS"]
    assert places().abbreviated("Zz.") == ()


def test_every_name_and_abbreviation_of_the_table_means_a_place() -> None:
    for row in read_table("places_names.tsv"):
        for form in cells(row["forms"]):
            found = places().abbreviated(form) if row["kind"] == "abbreviation" else places().named(form)
            assert any((place.country, place.region) == (row["country"], row["region"]) for place in found), form


def test_areas_have_a_kind_a_country_or_none_and_coordinates_on_earth() -> None:
    countries = {row["iso3"] for row in read_table("places_countries.tsv")} | {""}
    for row in read_table("places_areas.tsv"):
        assert row["kind"] in KINDS, row["name"]
        assert row["country"] in countries, row["name"]
        assert abs(float(row["latitude"])) <= 90, row["name"]
        assert abs(float(row["longitude"])) <= 180, row["name"]


def test_no_area_has_a_name_twice() -> None:
    names = [name for row in read_table("places_areas.tsv") for name in (row["name"], *cells(row["aliases"]))]
    assert sorted(names) == sorted(set(names))


def test_every_living_state_is_a_country_on_the_map() -> None:
    codes = {row["iso3"] for row in read_table("places_countries.tsv")}
    assert {row["iso3"] for row in read_table("states.tsv") if not row["until"]} <= codes


def test_words_are_read_by_role() -> None:
    assert "in" in place_words("in")
    assert "Street" in place_words("feature")
    assert place_words("no such role") == frozenset()

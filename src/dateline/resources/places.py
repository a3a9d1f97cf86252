"""Places of the world by name: countries, regions, districts, cities, seas and landmarks, from the tables of places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.errors import ResourceError
from dateline.model import PlaceKind as PlaceKind  # what KnownPlace.kind is; exported with it
from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, packed_table, read_table

_SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "twp": "township", "co": "county"}
_WORD = re.compile(r"\w+")
_LONGEST_ACRONYM = 3
_SMALLEST_CAPITAL = 200_000
"""People of a capital; what shares its name elsewhere in the country is smaller (Washington in Illinois)."""
_KEPT = 65_536
"""Names whose places are remembered."""

_PACKED = "places.tsv.gz"
_KINDS = {"c": PlaceKind.CITY, "r": PlaceKind.REGION, "d": PlaceKind.DISTRICT}
_OTHER_NAME = "="


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the tables; `region` is GeoNames' code of the first-level division of `country` that it is or lies in.

    `country` is ISO 3166-1 alpha-3, empty for what lies in none or several. `population` is rounded, 0 where not known.
    `renamed` says that it was found under another name than its first, `prominent` that it is what its name alone
    mostly means: a capital, or listed as such.
    """

    name: str
    kind: PlaceKind
    country: str
    region: str
    latitude: float
    longitude: float
    population: int = 0
    geonames: int | None = None
    renamed: bool = False
    prominent: bool = False


@lru_cache(maxsize=_KEPT)
def place_key(name: str) -> str:
    """Return the key under which a place's name is looked up: without accents, capitals, points or a leading article.

    >>> place_key("St. Pölten"), place_key("The Saint-Pölten")
    ('saint polten', 'saint polten')
    """
    return " ".join(_SHORTENED.get(word, word) for word in _WORD.findall(normalised(name).replace("&", " and ")))


class SortedRows:
    """The rows of a table sorted by its first column, searched in its bytes.

    The table of places has 300,000 rows: to make an object of each would take seconds and hundreds of megabytes.
    """

    def __init__(self, content: bytes) -> None:
        header = next(line for line in content.split(b"\n", 20) if not line.startswith(b"#"))
        self._content = content
        self._start = content.index(header) + len(header) + 1

    def __getitem__(self, key: str) -> list[list[str]]:
        """Return the cells of the rows that begin with a key, in order."""
        wanted = key.encode() + b"\t"
        at = self._first_not_below(wanted)
        rows = []
        while self._content.startswith(wanted, at):
            end = self._content.index(b"\n", at)
            rows.append(self._content[at:end].decode().split("\t"))
            at = end + 1
        return rows

    def _first_not_below(self, wanted: bytes) -> int:
        """Return where the first line begins that is not less than *wanted*, or the end; a binary search by lines."""
        low, high = self._start, len(self._content)
        while low < high:
            line = self._content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._content[line : line + len(wanted)] < wanted:
                low = self._content.index(b"\n", line) + 1
            else:
                high = line
        return low


class Places:
    """All tables of places; use `places()`, which reads them once."""

    def __init__(self) -> None:
        self._countries = {row["iso3"]: _country(row) for row in read_table("places_countries.tsv")}
        states = [row for row in read_table("states.tsv") if not row["until"]]
        self._capitals = {(row["iso3"], place_key(row["capital"])) for row in states}
        self._rows = SortedRows(packed_table(_PACKED))
        self._large = self._by_key()
        self._abbreviations: dict[str, tuple[KnownPlace, ...]] = {}
        for row in read_table("places_names.tsv"):
            for form in cells(row["forms"]) if row["kind"] == "abbreviation" else ():
                self._abbreviations[form] = (*self._abbreviations.get(form, ()), self._meant(row))
        self._keyed = lru_cache(maxsize=_KEPT)(self._look_up)

    def named(self, name: str) -> tuple[KnownPlace, ...]:
        """Return all places that go by a name, in any case; acronyms only in capitals ("US", never "us")."""
        key = place_key(name)
        if len(key) > _LONGEST_ACRONYM:
            return self._keyed(key)
        large = self._large.get(key, ()) if name.isupper() else ()
        return large or tuple(place for place in self._keyed(key) if place_key(place.name) == key)

    def abbreviated(self, form: str) -> tuple[KnownPlace, ...]:
        """Return the states or provinces that an abbreviation means where it follows a town's name ("Reno, Nev.", "Perth, WA")."""
        return self._abbreviations.get(form, ())

    def _look_up(self, key: str) -> tuple[KnownPlace, ...]:
        found: dict[tuple[str, int | None], KnownPlace] = {}
        for place in (*self._large.get(key, ()), *self._small(key)) if key else ():
            found.setdefault((place.name, place.geonames), place)
        return tuple(found.values())

    def _small(self, key: str) -> Iterator[KnownPlace]:
        for row in self._rows[key]:
            if row[2] == _OTHER_NAME:
                own = (found for found in self._rows[place_key(row[1])] if found[-1] == row[-1] and found[2] != row[2])
                yield from (replace(self._place(found), renamed=True) for found in own)
            else:
                yield self._place(row)

    def _place(self, row: list[str]) -> KnownPlace:
        key, name, kind, country, region, latitude, longitude, population, geonames = row
        people = int(population)
        capital = kind == "c" and (country, key) in self._capitals and people > _SMALLEST_CAPITAL
        coordinates = float(latitude), float(longitude)
        return KnownPlace(name, _KINDS[kind], country, region, *coordinates, people, int(geonames), prominent=capital)

    def _by_key(self) -> dict[str, tuple[KnownPlace, ...]]:
        """Return countries, areas and places by the further names of places_names.tsv, by key."""
        found: dict[str, dict[tuple[str, int | None], KnownPlace]] = {}
        for key, place in self._large_names():
            found.setdefault(key, {}).setdefault((place.name, place.geonames), place)
        return {key: tuple(known.values()) for key, known in found.items()}

    def _large_names(self) -> Iterator[tuple[str, KnownPlace]]:
        for place in self._countries.values():
            yield place_key(place.name), place
        for row in read_table("states.tsv"):
            for name in {row["name"], row["formal"], *cells(row["aliases"])} - {*cells(row["ambiguous"])}:
                if row["iso3"] in self._countries:
                    yield place_key(name), self._countries[row["iso3"]]
        for row in read_table("places_areas.tsv"):
            for name in (row["name"], *cells(row["aliases"])):
                yield place_key(name), _area(row)
        for row in read_table("places_names.tsv"):
            for form in cells(row["forms"]) if row["kind"] == "name" else ():
                yield place_key(form), replace(self._meant(row), prominent=True)

    def _meant(self, row: dict[str, str]) -> KnownPlace:
        """Return the place that a row of places_names.tsv means; raises ResourceError where there is none."""
        where = row["country"], row["region"]
        found = [place for place in self._small(place_key(row["name"])) if (place.country, place.region) == where]
        if not found:
            raise ResourceError(f"tables/places_names.tsv: expected {row['name']!r} ({where}) to be in {_PACKED}")
        return max(found, key=lambda place: place.population)


def _country(row: dict[str, str]) -> KnownPlace:
    coordinates = float(row["latitude"]), float(row["longitude"])
    people, geonames = int(row["population"]), int(row["geonames"])
    return KnownPlace(row["name"], PlaceKind.COUNTRY, row["iso3"], "", *coordinates, people, geonames)


def _area(row: dict[str, str]) -> KnownPlace:
    coordinates = float(row["latitude"]), float(row["longitude"])
    geonames = int(row["geonames"]) if row["geonames"] else None
    return KnownPlace(row["name"], PlaceKind.AREA, row["country"], "", *coordinates, geonames=geonames)


@cache
def places() -> Places:
    """Return the one Places, read at the first call."""
    return Places()


@cache
def place_words(role: str) -> frozenset[str]:
    """Return the words of a role in places_words.tsv, such as "in": words beside a name that tell whether it is a place's."""
    return frozenset(
        word for row in read_table("places_words.tsv") if row["role"] == role for word in cells(row["words"])
    )

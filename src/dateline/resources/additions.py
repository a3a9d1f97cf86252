"""The tables of people, offices and organisations with the rows that users add or correct in files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import SettingsError
from dateline.resources.actor_rows import Row
from dateline.resources.addition_files import Addition, read_additions
from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, read_table

_ONE_AT_A_TIME = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "head")
"""Roles of which a new holder ends the term of the one before."""


@dataclass(frozen=True, slots=True)
class ActorTables:
    """The rows of the three tables."""

    people: Sequence[Row]
    offices: Sequence[Row]
    organizations: Sequence[Row]


def with_additions(files: Iterable[str]) -> ActorTables:
    """Return the rows of the tables, with those of the user's files put in the place of theirs or after them."""
    people, offices = read_table("people.tsv"), read_table("offices.tsv")
    organizations = read_table("organizations.tsv")
    added = [addition for file in files for addition in read_additions(file)]
    if not added:
        return ActorTables(people, offices, organizations)
    merged = _Merger(people, offices, organizations)
    for addition in added:
        merged.add(addition)
    return merged.tables()


class _Merger:
    """Rows by key, to which additions are made one by one."""

    def __init__(self, people: Iterable[Row], offices: Iterable[Row], organizations: Iterable[Row]) -> None:
        self._people = {row["key"]: dict(row) for row in people}
        self._organizations = {row["key"]: dict(row) for row in organizations}
        self._offices = [dict(row) for row in offices]
        self._states = {row["iso3"]: row for row in read_table("states.tsv")}
        self._roles = {row["title"]: row["role"] for row in read_table("titles.tsv")}
        self._keys = {
            "person": _keys_by_name(self._people.values()),
            "organization": _keys_by_name(self._organizations.values()),
            "state": {normalised(row["name"]): code for code, row in self._states.items()},
        }

    def tables(self) -> ActorTables:
        return ActorTables(tuple(self._people.values()), tuple(self._offices), tuple(self._organizations.values()))

    def add(self, addition: Addition) -> None:
        """Add or correct one row; raises SettingsError where it speaks of what nobody knows."""
        if addition.what == "person":
            self._person(addition)
        elif addition.what == "organization":
            self._organization(addition)
        else:
            self._office(addition)

    def _person(self, addition: Addition) -> str:
        given = addition.cells
        key = self._key("person", given["name"])
        row = self._people.setdefault(key, dict.fromkeys(_PEOPLE_COLUMNS, "") | {"key": key, "gender": "m"})
        surname = given.get("surname") or row["surname"] or given["name"].split()[-1]
        _correct(row, {**given, "country": self._country(addition), "surname": surname})
        return key

    def _organization(self, addition: Addition) -> None:
        given = addition.cells
        key = self._key("organization", given["name"])
        new = dict.fromkeys(_ORGANIZATION_COLUMNS, "") | {"key": key, "type": "organization", "kind": "other"}
        row = self._organizations.setdefault(key, new)
        _correct(row, {**given, "country": self._country(addition), "source": addition.where})
        if given.get("sector"):
            row["sector_history"] = given.get("sector_history", "")

    def _office(self, addition: Addition) -> None:
        given = addition.cells
        body, title = self._body(addition), given["title"].lower()
        person = self._keys["person"].get(normalised(given["name"]))
        if person is None:
            country = given.get("country") or (body if body in self._states else self._organizations[body]["country"])
            person = self._person(Addition("person", {"name": given["name"], "country": country}, addition.where))
        role = given.get("role") or self._roles.get(title, "other")
        sector = given.get("sector") or ("GOV" if body in self._states else self._organizations[body]["sector"])
        row = {
            "person": person, "title": title, "role": role, "body": body, "sector": sector,
            "from": given["from"], "until": given.get("until", ""), "source": addition.where,
        }  # fmt: skip
        self._offices = [office for office in self._offices if not _same_term(office, row)]
        for office in self._offices:
            if role in _ONE_AT_A_TIME and _gives_way(office, row):
                office["until"] = row["from"]
        self._offices.append(row)

    def _body(self, addition: Addition) -> str:
        written = addition.cells["body"]
        if written in self._states or written in self._organizations:
            return written
        found = self._keys["state"].get(normalised(written)) or self._keys["organization"].get(normalised(written))
        if found is None:
            raise SettingsError(
                f"{addition.where}: expected `body` to be a state (NOR, Norway) or an organisation of the tables, got {written!r}"
            )
        return found

    def _country(self, addition: Addition) -> str:
        written = addition.cells.get("country", "")
        if not written or written in self._states or written in ("IGO", "EUR"):
            return written
        found = self._keys["state"].get(normalised(written))
        if found is None:
            raise SettingsError(
                f"{addition.where}: expected `country` to be a state (NOR, Norway), IGO or EUR, got {written!r}"
            )
        return found

    def _key(self, kind: str, name: str) -> str:
        """Return the key of what goes by a name already, else a new one made of the name."""
        return self._keys[kind].setdefault(normalised(name), normalised(name).replace(" ", "-"))


_PEOPLE_COLUMNS = ("key", "wikidata", "name", "aliases", "surname", "gender", "country", "ambiguous")
_ORGANIZATION_COLUMNS = (
    "key", "wikidata", "name", "aliases", "country", "type", "kind", "sector", "from", "until", "ambiguous",
    "sector_history", "usual", "part_of",
)  # fmt: skip


def _keys_by_name(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for row in rows:
        for name in (row["key"].replace("-", " "), row["name"], *cells(row["aliases"])):
            keys.setdefault(normalised(name), row["key"])
    return keys


def _correct(row: dict[str, str], given: Mapping[str, str]) -> None:
    """Put what is given in the place of what was there; other names are added to those known."""
    names = [*cells(row["aliases"]), *cells(given.get("aliases", ""))]
    if row["name"] and given["name"] not in (row["name"], *names):
        names.append(given["name"])
    row.update({column: value for column, value in given.items() if value and column not in ("name", "aliases")})
    row["name"] = row["name"] or given["name"]
    row["aliases"] = "|".join(dict.fromkeys(name for name in names if name != row["name"]))


def _same_term(office: Mapping[str, str], new: Mapping[str, str]) -> bool:
    """Whether a row is the same holding as a new one, whose dates are to count."""
    same = all(office[column] == new[column] for column in ("person", "title", "body"))
    return same and (not office["until"] or office["until"] >= new["from"][: len(office["until"])])


def _gives_way(office: Mapping[str, str], new: Mapping[str, str]) -> bool:
    """Whether the holder of the same office went on, by the row, beyond the day on which a new one begins."""
    same = office["title"] == new["title"] and office["body"] == new["body"] and office["person"] != new["person"]
    begun = office["from"] < new["from"]
    return same and begun and (not office["until"] or office["until"] > new["from"])

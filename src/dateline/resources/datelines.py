"""The words of datelines: months, weekdays, the places reports come from, and the outlets and agencies they name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import cells, read_table

AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of reports as the tables know it; `kind` is agency, newspaper, broadcaster or site."""

    name: str
    kind: str

    @property
    def is_agency(self) -> bool:
        """Whether other outlets carry its reports."""
        return self.kind == AGENCY


def outlet_named(name: str) -> Outlet | None:
    """Return the outlet that goes by a name, or None."""
    return _outlets_by_name().get(_folded(name))


def outlet_at(host: str) -> Outlet | None:
    """Return the outlet whose site a host belongs to, or None.

    >>> outlet_at("graphics.reuters.com").name
    'Reuters'
    """
    labels = host.lower().split(".")
    known = _outlets_by_domain()
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((known[name] for name in hosts if name in known), None)


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of each month by its names and abbreviations in lower case."""
    return {name.lower(): int(row["means"]) for row in _rows("month") for name in cells(row["names"])}


@cache
def weekday_names() -> frozenset[str]:
    """Return the names and abbreviations of the days of the week."""
    return frozenset(name for row in _rows("weekday") for name in cells(row["names"]))


def is_city(name: str) -> bool:
    """Say whether a name, in any case, is that of a place reports come from."""
    return _folded(name) in _cities()


def is_region(name: str) -> bool:
    """Say whether a name may follow a city's after a comma: a state or a part of one."""
    return _folded(name) in _regions()


def is_slug(name: str) -> bool:
    """Say whether capitals before a dash or colon are an editor's label and no place."""
    return _folded(name) in _slugs()


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


@cache
def _rows(kind: str) -> tuple[dict[str, str], ...]:
    return tuple(row for row in read_table("datelines.tsv") if row["kind"] == kind)


@cache
def _cities() -> frozenset[str]:
    listed = (name for row in _rows("city") for name in cells(row["names"]))
    capitals = (
        name for row in read_table("states.tsv") for name in (*cells(row["capital"]), *cells(row["capital_aliases"]))
    )
    return frozenset(map(_folded, (*listed, *capitals)))


@cache
def _regions() -> frozenset[str]:
    listed = (name for row in _rows("region") for name in cells(row["names"]))
    states = (
        name
        for row in read_table("states.tsv")
        for name in (*cells(row["name"]), *cells(row["formal"]), *cells(row["aliases"]))
    )
    return frozenset(map(_folded, (*listed, *states)))


@cache
def _slugs() -> frozenset[str]:
    return frozenset(_folded(name) for row in _rows("slug") for name in cells(row["names"]))


@cache
def _outlets_by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in read_table("outlets.tsv"):
        for name in (*cells(row["name"]), *cells(row["aliases"])):
            found.setdefault(_folded(name), Outlet(row["name"], row["kind"]))
    return found


@cache
def _outlets_by_domain() -> dict[str, Outlet]:
    return {
        domain.lower().removeprefix("www."): Outlet(row["name"], row["kind"])
        for row in read_table("outlets.tsv")
        for domain in cells(row["domain"])
    }

"""The words of datelines: months, weekdays, the places reports come from, and the outlets and agencies they name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import cells, read_table

AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of reports as the tables know it; `kind` is agency, newspaper, broadcaster or site.

    `country` is the ISO 3166-1 alpha-3 code of its seat; `state_owned` says that a state owns it, or funds and directs it.
    """

    name: str
    kind: str
    country: str = ""
    state_owned: bool = False

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


def credit_of(agency: str) -> str:
    """Return the shortest way in which credits write an agency: its name, where the tables do not know it.

    >>> credit_of("Agence France-Presse"), credit_of("Reuters"), credit_of("Example News")
    ('AFP', 'Reuters', 'Example News')
    """
    return _credits().get(agency, agency)


@cache
def credit_phrases(where: str) -> tuple[str, ...]:
    """Return the words that stand "before" or "after" an agency's name where a report ends with a credit."""
    return tuple(row["words"] for row in read_table("credit_phrases.tsv") if row["where"] == where)


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


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(row["name"], row["kind"], row["country"], row["state_owned"] == "yes")


@cache
def _outlets_by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in read_table("outlets.tsv"):
        for name in (*cells(row["name"]), *cells(row["aliases"])):
            found.setdefault(_folded(name), _outlet(row))
    return found


@cache
def _credits() -> dict[str, str]:
    agencies = [row for row in read_table("outlets.tsv") if row["kind"] == AGENCY]
    ways = {row["name"]: (row["name"], *cells(row["aliases"])) for row in agencies}
    known = _outlets_by_name()
    return {
        name: min((way for way in written if known[_folded(way)].name == name), key=len)
        for name, written in ways.items()
    }


@cache
def _outlets_by_domain() -> dict[str, Outlet]:
    return {
        domain.lower().removeprefix("www."): _outlet(row)
        for row in read_table("outlets.tsv")
        for domain in cells(row["domain"])
    }

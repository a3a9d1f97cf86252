"""The rows of the tables of actors as records: states, organisations, people, the offices they held, and names of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from dateline.resources.tables import cells

Row = Mapping[str, str]

KNOWN_UNTIL = date(2025, 12, 31)
"""The last day of which offices.tsv knows: who held an office then may hold it no longer."""


def _entity_id(kind: str, key: str) -> str:
    return f"ent:{blake2b(f'{kind}:{key}'.encode(), digest_size=8).hexdigest()}"


def held_on(since: str, until: str, on: date | None) -> bool:
    """Say whether *on* lies within bounds that are ISO dates or prefixes of them, an imprecise bound taken as met.

    >>> held_on("2021-07", "2023", date(2021, 7, 1)), held_on("2021-07", "", date(2021, 6, 30))
    (True, False)
    """
    day = on.isoformat() if on else ""
    return day[: len(since)] >= since and (not until or day[: len(until)] <= until) if day else True


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A row of states.tsv; `key` is its ISO 3166-1 alpha-3 code, `until` the day on which it ceased to exist."""

    key: str
    wikidata: str
    name: str
    formal: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    capital_aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    until: date | None

    @property
    def country(self) -> str:
        """The state's own code."""
        return self.key

    @property
    def entity_id(self) -> str:
        """The id by which records refer to the state."""
        return _entity_id("state", self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A row of organizations.tsv, or of the *source* that a user gave; `since` and `until` are ISO dates at the precision
    known, empty when open.
    """

    key: str
    wikidata: str
    name: str
    aliases: tuple[str, ...]
    country: str
    type: str
    kind: str
    sector: str
    sector_history: tuple[tuple[str, str, str], ...]
    since: str
    until: str
    part_of: str = ""
    source: str = "organizations.tsv"

    @property
    def entity_id(self) -> str:
        """The id by which records refer to the organisation."""
        return _entity_id("organization", self.key)

    def sector_on(self, on: date | None) -> str:
        """Return the PLOVER sector on a day: the Taliban were rebels and are a government. None means now."""
        if on is not None:
            for sector, since, until in reversed(self.sector_history):
                if held_on(since, until, on):
                    return sector
        return self.sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of people.tsv; `surnames` are the spellings of the name that news uses alone."""

    key: str
    wikidata: str
    name: str
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    gender: str
    country: str

    @property
    def entity_id(self) -> str:
        """The id by which records refer to the person."""
        return _entity_id("person", self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A row of offices.tsv, or of the *source* that a user gave; `body` is a state's code or an organisation's key, `since` and
    `until` are ISO dates or prefixes.
    """

    person: str
    title: str
    role: str
    body: str
    sector: str
    since: str
    until: str
    source: str = "offices.tsv"

    def held_on(self, on: date | None) -> bool:
        """Say whether the office was held on a day; a day inside an imprecise bound counts, None asks for any day."""
        return held_on(self.since, self.until, on)

    def sure_on(self, on: date | None) -> bool:
        """Say whether the row can know that the office was held on a day: dateline's own know of none after KNOWN_UNTIL."""
        return bool(self.until) or on is None or on <= KNOWN_UNTIL or self.source != "offices.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """What a name may stand for: `kind` state, organization or person; `how` name, alias, adjective, people, capital,
    metonym or surname; `ambiguous` when the name also means something else, `usual` when this is what it means mostly.
    """

    kind: str
    key: str
    how: str
    ambiguous: bool
    usual: bool = False


def state_of(row: Row) -> State:
    """Return the state that a row of states.tsv describes."""
    return State(
        key=row["iso3"],
        wikidata=row["wikidata"],
        name=row["name"],
        formal=row["formal"],
        aliases=cells(row["aliases"]),
        adjectives=cells(row["adjectives"]),
        people=cells(row["people"]),
        capital=row["capital"],
        capital_aliases=cells(row["capital_aliases"]),
        metonyms=cells(row["metonyms"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
    )


def organization_of(row: Row) -> Organization:
    """Return the organisation that a row of organizations.tsv describes."""
    return Organization(
        key=row["key"],
        wikidata=row["wikidata"],
        name=row["name"],
        aliases=cells(row["aliases"]),
        country=row["country"],
        type=row["type"],
        kind=row["kind"],
        sector=row["sector"],
        sector_history=tuple(map(_sector, cells(row["sector_history"]))),
        since=row["from"],
        until=row["until"],
        part_of=row["part_of"],
        source=row.get("source", "organizations.tsv"),
    )


def person_of(row: Row) -> Person:
    """Return the person that a row of people.tsv describes."""
    return Person(
        key=row["key"],
        wikidata=row["wikidata"],
        name=row["name"],
        aliases=cells(row["aliases"]),
        surnames=cells(row["surname"]),
        gender=row["gender"],
        country=row["country"],
    )


def office_of(row: Row) -> Office:
    """Return the holding of an office that a row of offices.tsv describes."""
    return Office(
        person=row["person"],
        title=row["title"],
        role=row["role"],
        body=row["body"],
        sector=row["sector"],
        since=row["from"],
        until=row["until"],
        source=row.get("source", "offices.tsv"),
    )


def _sector(cell: str) -> tuple[str, str, str]:
    sector, _, held = cell.partition(" ")
    since, _, until = held.partition("..")
    return sector, since, until

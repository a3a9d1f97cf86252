"""States, organisations, people and their offices by name and by key, from states.tsv and its three companions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b

from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, read_table

_ACRONYM_LENGTH = 5  # longer words in capitals, as in a headline, are no acronyms
_PROPER = ("name", "alias", "capital")  # what may be asked for without any capital letter


def _entity_id(kind: str, key: str) -> str:
    return f"ent:{blake2b(f'{kind}:{key}'.encode(), digest_size=8).hexdigest()}"


def _held(since: str, until: str, on: date | None) -> bool:
    """Say whether *on* lies within bounds that are ISO dates or prefixes of them, an imprecise bound taken as met."""
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
    """A row of organizations.tsv; `since` and `until` are ISO dates at the precision known, empty when open."""

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

    @property
    def entity_id(self) -> str:
        """The id by which records refer to the organisation."""
        return _entity_id("organization", self.key)

    def sector_on(self, on: date | None) -> str:
        """Return the PLOVER sector on a day: the Taliban were rebels and are a government. None means now."""
        if on is not None:
            for sector, since, until in reversed(self.sector_history):
                if _held(since, until, on):
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
    """A row of offices.tsv; `body` is a state's code or an organisation's key, `since` and `until` ISO dates or prefixes."""

    person: str
    title: str
    role: str
    body: str
    sector: str
    since: str
    until: str

    def held_on(self, on: date | None) -> bool:
        """Say whether the office was held on a day; a day inside an imprecise bound counts, None asks for any day."""
        return _held(self.since, self.until, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """What a name may stand for: `kind` state, organization or person; `how` name, alias, adjective, people, capital,
    metonym or surname; `ambiguous` when the name also means something else.
    """

    kind: str
    key: str
    how: str
    ambiguous: bool


_Uses = dict[str, list[tuple[str, str, str]]]


class Gazetteer:
    """All four tables, indexed; use `gazetteer()`, which builds it once."""

    def __init__(self) -> None:
        self._uses: _Uses = {}
        self._marked: set[tuple[str, str]] = set()
        self.states: Mapping[str, State] = {row["iso3"]: self._state(row) for row in read_table("states.tsv")}
        self.organizations: Mapping[str, Organization] = {
            row["key"]: self._organization(row) for row in read_table("organizations.tsv")
        }
        self.people: Mapping[str, Person] = {row["key"]: self._person(row) for row in read_table("people.tsv")}
        self.names: Mapping[str, tuple[NameEntry, ...]] = {
            name: self._entries(name, uses) for name, uses in self._uses.items()
        }
        self._by_person: dict[str, list[Office]] = {}
        self._by_body: dict[str, list[Office]] = {}
        for office in map(_office, read_table("offices.tsv")):
            self._by_person.setdefault(office.person, []).append(office)
            self._by_body.setdefault(office.body, []).append(office)

    def lookup(self, surface: str) -> tuple[NameEntry, ...]:
        """Return what a name may stand for: as written, else whatever its capitals, accents, full stops and article.

        Acronyms are met only in capitals ("WHO", never "who"), and without any capital only names of states,
        organisations and people are, not words made from them ("china", not "polish").
        """
        exact = self.names.get(surface)
        if exact is not None:
            return exact
        spellings = self._spellings.get(normalised(surface), ())
        found = (entry for name in spellings if _may_mean(surface, name) for entry in self.names[name])
        if surface.islower():
            found = (entry for entry in found if entry.how in _PROPER)
        return tuple(dict.fromkeys(found))

    def offices_of(self, person_key: str, on: date | None) -> tuple[Office, ...]:
        """Return the offices that a person held on a day, or ever when *on* is None, in the order of the table."""
        return tuple(office for office in self._by_person.get(person_key, ()) if office.held_on(on))

    def holders(self, role_or_title: str, body: str, on: date | None) -> tuple[Office, ...]:
        """Return who held an office of a state or organisation on a day, or ever when *on* is None."""
        return tuple(
            office
            for office in self._by_body.get(body, ())
            if role_or_title in (office.role, office.title) and office.held_on(on)
        )

    def _state(self, row: dict[str, str]) -> State:
        state = State(
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
        uses = {
            "name": (state.name,),
            "alias": (state.formal, *state.aliases),
            "adjective": state.adjectives,
            "people": state.people,
            "capital": (state.capital, *state.capital_aliases),
            "metonym": state.metonyms,
        }
        self._note("state", state.key, uses, row["ambiguous"])
        return state

    def _organization(self, row: dict[str, str]) -> Organization:
        organization = Organization(
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
        )
        uses = {"name": (organization.name,), "alias": organization.aliases}
        self._note("organization", organization.key, uses, row["ambiguous"])
        return organization

    def _person(self, row: dict[str, str]) -> Person:
        person = Person(
            key=row["key"],
            wikidata=row["wikidata"],
            name=row["name"],
            aliases=cells(row["aliases"]),
            surnames=cells(row["surname"]),
            gender=row["gender"],
            country=row["country"],
        )
        uses = {"name": (person.name,), "alias": person.aliases, "surname": person.surnames}
        self._note("person", person.key, uses, row["ambiguous"])
        return person

    def _note(self, kind: str, key: str, uses: Mapping[str, Iterable[str]], ambiguous: str) -> None:
        for how, names in uses.items():
            for name in names:
                if name:
                    self._uses.setdefault(name, []).append((kind, key, how))
        self._marked.update((name, key) for name in cells(ambiguous))

    def _entries(self, name: str, uses: list[tuple[str, str, str]]) -> tuple[NameEntry, ...]:
        """Return the entries of a name; neither a state that is no more nor a surname makes a living state's name ambiguous."""
        if len(uses) == 1:
            kind, key, how = uses[0]
            return (NameEntry(kind=kind, key=key, how=how, ambiguous=(name, key) in self._marked),)
        living = [use for use in uses if use[0] != "state" or self.states[use[1]].until is None]

        def shared(kind: str, key: str, how: str) -> bool:
            others = (use for use in living if use[:2] != (kind, key))
            return any(how == "surname" or use[2] != "surname" for use in others)

        return tuple(
            NameEntry(kind=kind, key=key, how=how, ambiguous=(name, key) in self._marked or shared(kind, key, how))
            for kind, key, how in dict.fromkeys(uses)
        )

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        spellings: dict[str, list[str]] = {}
        for name in self.names:
            spellings.setdefault(normalised(name), []).append(name)
        return spellings


def _may_mean(surface: str, name: str) -> bool:
    acronym = name.isupper() and len(name.replace(".", "")) <= _ACRONYM_LENGTH
    return surface.isupper() or not acronym


def _sector(cell: str) -> tuple[str, str, str]:
    sector, _, held = cell.partition(" ")
    since, _, until = held.partition("..")
    return sector, since, until


def _office(row: dict[str, str]) -> Office:
    return Office(
        person=row["person"],
        title=row["title"],
        role=row["role"],
        body=row["body"],
        sector=row["sector"],
        since=row["from"],
        until=row["until"],
    )


@cache
def gazetteer() -> Gazetteer:
    """Return the one Gazetteer, read at the first call."""
    return Gazetteer()

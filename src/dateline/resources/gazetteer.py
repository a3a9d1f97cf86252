"""States, organisations, people and their offices by name and by key, from states.tsv and its three companions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property

from dateline.resources.actor_rows import (
    KNOWN_UNTIL,
    NameEntry,
    Office,
    Organization,
    Person,
    Row,
    State,
    held_on,
    office_of,
    organization_of,
    person_of,
    state_of,
)
from dateline.resources.addition_files import content_of
from dateline.resources.additions import with_additions
from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, read_table

__all__ = ["KNOWN_UNTIL", "Gazetteer", "NameEntry", "Office", "Organization", "Person", "State", "gazetteer", "held_on"]

_ACRONYM_LENGTH = 5  # longer words in capitals, as in a headline, are no acronyms
_PROPER = ("name", "alias", "capital")  # what may be asked for without any capital letter

_Uses = dict[str, list[tuple[str, str, str]]]


class Gazetteer:
    """All four tables, indexed, with what users add to them; use `gazetteer()`, which builds it once."""

    def __init__(self, resources: Sequence[str] = ()) -> None:
        rows = with_additions(resources)
        self._uses: _Uses = {}
        self._marked: set[tuple[str, str]] = set()
        self._usual: set[tuple[str, str]] = set()
        self.states: Mapping[str, State] = {row["iso3"]: self._state(row) for row in read_table("states.tsv")}
        self.organizations: Mapping[str, Organization] = {
            row["key"]: self._organization(row) for row in rows.organizations
        }
        self.people: Mapping[str, Person] = {row["key"]: self._person(row) for row in rows.people}
        self.names: Mapping[str, tuple[NameEntry, ...]] = {
            name: self._entries(name, uses) for name, uses in self._uses.items()
        }
        self._by_person: dict[str, list[Office]] = {}
        self._by_body: dict[str, list[Office]] = {}
        for office in map(office_of, rows.offices):
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

    def offices(self) -> Iterator[Office]:
        """Yield every holding of an office."""
        return (office for offices in self._by_person.values() for office in offices)

    def holders(self, role_or_title: str, body: str, on: date | None) -> tuple[Office, ...]:
        """Return who held an office of a state or organisation on a day, or ever when *on* is None."""
        return tuple(
            office
            for office in self._by_body.get(body, ())
            if role_or_title in (office.role, office.title) and office.held_on(on)
        )

    def _state(self, row: Row) -> State:
        state = state_of(row)
        uses = {
            "name": (state.name,),
            "alias": (state.formal, *state.aliases),
            "adjective": state.adjectives,
            "people": state.people,
            "capital": (state.capital, *state.capital_aliases),
            "metonym": state.metonyms,
        }
        self._note("state", state.key, uses, row["ambiguous"], row["usual"])
        return state

    def _organization(self, row: Row) -> Organization:
        organization = organization_of(row)
        uses = {"name": (organization.name,), "alias": organization.aliases}
        self._note("organization", organization.key, uses, row["ambiguous"], row["usual"])
        return organization

    def _person(self, row: Row) -> Person:
        person = person_of(row)
        uses = {"name": (person.name,), "alias": person.aliases, "surname": person.surnames}
        self._note("person", person.key, uses, row["ambiguous"])
        return person

    def _note(self, kind: str, key: str, uses: Mapping[str, Iterable[str]], ambiguous: str, usual: str = "") -> None:
        for how, names in uses.items():
            for name in names:
                if name:
                    self._uses.setdefault(name, []).append((kind, key, how))
        self._marked.update((name, key) for name in cells(ambiguous))
        self._usual.update((name, key) for name in cells(usual))

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
            NameEntry(
                kind=kind,
                key=key,
                how=how,
                ambiguous=(name, key) in self._marked or shared(kind, key, how),
                usual=(name, key) in self._usual,
            )
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


def gazetteer(resources: tuple[str, ...] = ()) -> Gazetteer:
    """Return the Gazetteer of the tables with the user's files of additions, read once for what they hold.

    Raises SettingsError that names file and line where an addition is not what it should be.
    """
    return _read(resources, tuple(content_of(file) for file in resources))


@cache
def _read(resources: tuple[str, ...], _contents: tuple[bytes, ...]) -> Gazetteer:
    return Gazetteer(resources)

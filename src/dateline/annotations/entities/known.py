"""Which entity of the tables a name means: chosen by the model's label, the title before it and the rest of the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dateline.annotations.entities.names import Name
from dateline.resources.gazetteer import Gazetteer, NameEntry
from dateline.resources.spelling import normalised, sounded

_KINDS_BY_LABEL = {
    "PERSON": ("person",),
    "GPE": ("state",),
    "LOC": ("state",),
    "NORP": ("state", "organization"),
    "ORG": ("organization", "state"),
    "FAC": ("state", "organization"),
    "LANGUAGE": (),
}
_BY_SURNAME = "surname"
_MAY_LABEL_SURNAME = ("PERSON", "GPE", "ORG", "NORP")
_OF_A_PEOPLE = ("adjective", "people")


class Choice:
    """Chooses among the entries that a name has, as of a day, given the countries that a report is about."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self._gazetteer = gazetteer
        self._day = day
        self.countries: set[str] = set()
        self._keys: set[str] = set()

    def learn(self, names: Iterable[Name]) -> None:
        """Note the entities that the report names beyond doubt, and their countries."""
        for name in names:
            entries = [entry for entry in self._lasting(name.entries) if entry.how != _BY_SURNAME]
            if len({entry.key for entry in entries}) == 1 and (
                not entries[0].ambiguous or _named_as_such(name, entries[0])
            ):
                self.countries.add(self._country(entries[0]))
                self._keys.add(entries[0].key)

    def full(self, name: Name) -> NameEntry | None:
        """Return the entry that a name other than a bare surname means, or None where that is not sure."""
        entries = [entry for entry in self._lasting(name.entries) if entry.how != _BY_SURNAME]
        if name.label == "PERSON":
            entries = [entry for entry in entries if entry.how not in _OF_A_PEOPLE]
        wanted = _KINDS_BY_LABEL.get(name.label)
        agreeing = entries if wanted is None else [entry for entry in entries if entry.kind in wanted]
        sure = self._single(agreeing or [entry for entry in entries if not entry.ambiguous])
        if sure is None or not sure.ambiguous or sure.key in self._keys:
            return sure
        if not name.label:
            return None
        supported = self._country(sure) in self.countries
        return sure if supported or _named_as_such(name, sure) else None

    def by_sound(self, words: str) -> NameEntry | None:
        """Return the person of the tables whose full name is written otherwise here, if the report is about their country."""
        parts = normalised(words).split()
        if len(parts) < 2:
            return None
        keys = _by_sound(self._gazetteer).get(_heard(parts), ())
        present = {key for key in keys if self._gazetteer.people[key].country in self.countries}
        if len(present) != 1:
            return None
        return NameEntry(kind="person", key=present.pop(), how="another spelling", ambiguous=False)

    def by_surname(self, name: Name) -> NameEntry | None:
        """Return the person whom a surname means: by the title before it, else by the country that is present or an office."""
        entries = [entry for entry in name.entries if entry.how == _BY_SURNAME]
        titled = [entry for entry in entries if name.title and self._holds(entry.key, name.title)]
        if len({entry.key for entry in titled}) == 1:
            return titled[0]
        present = [entry for entry in titled or entries if self._country(entry) in self.countries]
        if not present and len(entries) == 1 and name.label in _MAY_LABEL_SURNAME and self._in_office(entries[0].key):
            present = entries
        if len({entry.key for entry in present}) != 1 or (present[0].ambiguous and not name.title):
            return None
        return present[0]

    def _holds(self, person: str, title: str) -> bool:
        if self._day is None:
            return False
        return any(office.title == title for office in self._gazetteer.offices_of(person, self._day))

    def _in_office(self, person: str) -> bool:
        return self._day is not None and bool(self._gazetteer.offices_of(person, self._day))

    def _single(self, entries: list[NameEntry]) -> NameEntry | None:
        if len({entry.key for entry in entries}) > 1:
            entries = [entry for entry in entries if self._country(entry) in self.countries]
        return entries[0] if len({entry.key for entry in entries}) == 1 else None

    def _lasting(self, entries: Iterable[NameEntry]) -> list[NameEntry]:
        """Return the entries without states that had ceased to exist, if others are left (an undated report is of today)."""
        kept = []
        for entry in entries:
            until = self._gazetteer.states[entry.key].until if entry.kind == "state" else None
            if until is None or (self._day is not None and self._day <= until):
                kept.append(entry)
        return kept or list(entries)

    def _country(self, entry: NameEntry) -> str:
        if entry.kind == "state":
            return entry.key
        known = self._gazetteer.people if entry.kind == "person" else self._gazetteer.organizations
        return known[entry.key].country or ""


def _heard(parts: Sequence[str]) -> tuple[str, str]:
    return sounded(parts[0]), sounded(parts[-1])


@cache
def _by_sound(gazetteer: Gazetteer) -> dict[tuple[str, str], set[str]]:
    """Return the keys of the people of the tables by the sound of the first and the last word of their full names."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, person in gazetteer.people.items():
        for name in (person.name, *person.aliases):
            parts = normalised(name).split()
            if len(parts) > 1:
                found[_heard(parts)].add(key)
    return found


def _named_as_such(name: Name, entry: NameEntry) -> bool:
    """Whether the model takes an ambiguous name for the kind of thing that the entry is."""
    return entry.how in ("name", "alias") and entry.kind in _KINDS_BY_LABEL.get(name.label, ())

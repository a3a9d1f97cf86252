"""Who holds which office: what the report itself says by its titles, then what the tables know for its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.annotations.entities.meanings import table_reference
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.names import is_title
from dateline.model import EntityRef, EntityType
from dateline.resources.gazetteer import Gazetteer, NameEntry, Office, Organization, State
from dateline.resources.nominals import Nominal, led_by_government, nominals
from dateline.resources.offices import office_reference

_TOP = ("head-of-state", "head-of-government")
_COUNTERPARTS = (*_TOP, "foreign-minister", "defence-minister")


@dataclass(slots=True)
class Person:
    """A person of the report with the titles that stand before the name in it."""

    entity: EntityRef
    titles: set[str]


class Offices:
    """The persons of one report and their offices."""

    def __init__(self, day: date | None, gazetteer: Gazetteer, keys_by_id: Mapping[str, str]) -> None:
        self._day = day
        self._gazetteer = gazetteer
        self._keys_by_id = keys_by_id
        self._persons: dict[str, Person] = {}
        self._titled: dict[str, EntityRef] = {}

    def learn(self, names: Iterable[Found]) -> None:
        """Note every person whom the report names, with all titles given to them anywhere in it."""
        for name in names:
            entity = name.meaning.entity
            if entity is not None and name.meaning.type is EntityType.PERSON:
                person = self._persons.setdefault(entity.id, Person(entity, set()))
                person.titles.update({_title(name)} - {""})

    def give(self, entity: EntityRef, title: str) -> None:
        """Note a title that stands beside a person's name ("Ivan Example, the foreign minister")."""
        self._persons.setdefault(entity.id, Person(entity, set())).titles.add(title)
        self._titled[title] = entity

    def read(self, names: Sequence[Found]) -> None:
        """Note the titles of one sentence, once it has been read: "the president" looks back, never ahead."""
        for name in names:
            if _title(name) and name.meaning.entity is not None:
                self._titled[_title(name)] = name.meaning.entity

    def titled(self, noun: Nominal, before: Iterable[EntityRef]) -> tuple[EntityRef | None, str]:
        """Return whom "the president" means: the last to whom the report gave that title, else the one person named *before*
        it who bears it on the day of the report."""
        entity = self._called(noun)
        if entity is not None:
            return entity, f"called {noun.noun} in this report"
        holders = {person.id: person for person in before if self._bears(person, noun)}
        if len(holders) == 1:
            return next(iter(holders.values())), f"table: {noun.noun} on {self._day}"
        return None, f"description: {noun.noun}"

    def _called(self, noun: Nominal) -> EntityRef | None:
        """Return the last to whom the report gave a title, or the one whose longer title ends with it ("trade minister")."""
        if noun.noun in self._titled:
            return self._titled[noun.noun]
        longer = {entity.id: entity for title, entity in self._titled.items() if title.endswith(f" {noun.noun}")}
        return next(iter(longer.values())) if len(longer) == 1 else None

    def may_be(self, entity: EntityRef, noun: Nominal) -> bool:
        """Say whether a person can be meant by a noun: holds or bears what it says, or nothing is known of any office."""
        person = self._persons.get(entity.id)
        titles = {title for title in person.titles if title in nominals()} if person else set()
        roles = {role for title in titles for role in nominals()[title].roles}
        held = {office.role for office in self._offices_of(entity)}
        return not noun.roles or not (roles | held) or bool((roles | held).intersection(noun.roles))

    def ranks_with(self, one: EntityRef, other: EntityRef) -> bool:
        """Say whether two persons hold offices of the same kind: heads of state and of government, or the same below them."""
        ranks = [
            {"top" if office.role in _TOP else office.role for office in self._offices_of(person)}
            for person in (one, other)
        ]
        return bool(ranks[0] & ranks[1])

    def in_office(self, entity: EntityRef) -> bool:
        """Say whether a person holds any office of a state on the day, or bears the title of one in the report."""
        person = self._persons.get(entity.id)
        titles = {title for title in person.titles if title in nominals()} if person else set()
        if any(nominals()[title].roles for title in titles):
            return True
        return self._day is not None and any(
            office.body in self._gazetteer.states for office in self._offices_of(entity)
        )

    def _bears(self, entity: EntityRef, noun: Nominal) -> bool:
        return any(office.title == noun.noun for office in self._offices_of(entity))

    def _offices_of(self, entity: EntityRef) -> tuple[Office, ...]:
        key = self._keys_by_id.get(entity.id)
        return self._gazetteer.offices_of(key, self._day) if key is not None else ()

    def holder(self, noun: Nominal, owner: State | Organization) -> tuple[EntityRef | None, str]:
        """Return who is described as *noun* of *owner*: the one such person in the report, else the one holder of the tables,
        else the office itself."""
        if isinstance(owner, State):
            noun = _as_said_of(noun, owner)
        fitting = [person.entity for person in self._persons.values() if self._fits(person, noun, owner)]
        described = f"{noun.noun} of {owner.name}"
        if len(fitting) > 1:
            fitting = [entity for entity in fitting if self._holds(entity, noun, owner)]
        if len(fitting) == 1:
            return fitting[0], f"{described}, named in this report"
        if fitting or self._day is None or not noun.single:
            return None, f"description: {described}"
        entity = self._from_tables((noun.noun, *noun.roles), owner)
        if entity is None:
            return office_reference(noun, owner), f"description: {described}"
        return entity, f"table: {described} on {self._day}"

    def counterpart(self, subject: EntityRef | None, state: State) -> tuple[EntityRef | None, str]:
        """Return who holds in *state* the office that *subject* holds in another."""
        key = self._keys_by_id.get(subject.id) if subject else None
        if subject is None or key is None or self._day is None:
            return None, f"counterpart in {state.name}"
        held = {office.role for office in self._gazetteer.offices_of(key, self._day)}
        for role in _COUNTERPARTS:
            if role in held:
                entity = self._of_report(role, state) or self._from_tables((role,), state)
                return entity, f"counterpart of {subject.name}: {role} of {state.name} on {self._day}"
        return None, f"counterpart of {subject.name} in {state.name}"

    def _fits(self, person: Person, noun: Nominal, owner: State | Organization) -> bool:
        if isinstance(owner, State) and person.entity.country == owner.key:
            roles = {role for title in person.titles if title in nominals() for role in nominals()[title].roles}
            if noun.noun in person.titles or roles.intersection(noun.roles):
                return True
        return self._holds(person.entity, noun, owner)

    def _holds(self, entity: EntityRef, noun: Nominal, owner: State | Organization) -> bool:
        return any(office.title == noun.noun or office.role in noun.roles for office in self._held(entity, owner))

    def _held(self, entity: EntityRef, owner: State | Organization) -> list[Office]:
        return [office for office in self._offices_of(entity) if office.body == owner.key]

    def _of_report(self, role: str, state: State) -> EntityRef | None:
        fitting = [
            person.entity
            for person in self._persons.values()
            if any(office.role == role for office in self._held(person.entity, state))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _from_tables(self, wanted: Iterable[str], owner: State | Organization) -> EntityRef | None:
        """Return the one holder of the first of these titles or roles that anybody holds on the day.

        Of several heads ("secretary-general", "under-secretary-general for ...") it is the one with the plainest title.
        """
        for title_or_role in wanted:
            held = self._gazetteer.holders(title_or_role, owner.key, self._day)
            plainest = min((len(office.title.split()) for office in held), default=0)
            holders = {office.person for office in held if len(office.title.split()) == plainest}
            if holders:
                entry = NameEntry(kind="person", key=min(holders), how="name", ambiguous=False)
                return table_reference(entry, self._gazetteer) if len(holders) == 1 else None
        return None


def _title(name: Found) -> str:
    """Return the title that stands before a name, or with which it begins ("Prince Ivan")."""
    words = name.sentence.within(name.span)
    first = words[0].lower if len(words) > 1 and name.meaning.type is EntityType.PERSON else ""
    return name.title or (first if is_title(first) else "")


def _as_said_of(noun: Nominal, state: State) -> Nominal:
    """Return a noun of two top offices ("leader") with the one that leads this state."""
    if not set(_TOP).issubset(noun.roles):
        return noun
    role = "head-of-government" if state.country in led_by_government() else "head-of-state"
    return replace(noun, roles=(role,))

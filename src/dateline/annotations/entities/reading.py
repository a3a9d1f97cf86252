"""What the names of one report mean, taken together: the same words mean the same thing from its first line to its last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.annotations.entities.bodies import Bodies
from dateline.annotations.entities.capitals import means_city, stands_as_place
from dateline.annotations.entities.known import Choice
from dateline.annotations.entities.meanings import Meaning, city_reference, region_reference, table_reference
from dateline.annotations.entities.names import UNLABELLED, Name
from dateline.annotations.entities.people import Named, People, name_parts
from dateline.model import Document, EntityRef, EntityType
from dateline.resources.gazetteer import Gazetteer, NameEntry
from dateline.resources.names import gender_by_given_name, honorifics, regions, type_by_words
from dateline.resources.nominals import nominals
from dateline.resources.spelling import normalised

_TYPES = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
    "NORP": EntityType.GROUP,
    "PRODUCT": EntityType.OTHER,
    "EVENT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
    "LAW": EntityType.OTHER,
    "LANGUAGE": EntityType.OTHER,
    UNLABELLED: EntityType.OTHER,
}
_PERHAPS_PERSONS = (None, EntityType.PERSON, EntityType.OTHER)
_SEATS = ("capital", "metonym")
_DERIVED = ("adjective", "people")
_PERHAPS_SURNAMES = (None, EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP, EntityType.OTHER)


class Reading:
    """Resolves the names of one report; make one for each report."""

    def __init__(self, document: Document, day: date | None, gazetteer: Gazetteer) -> None:
        self._text = document.text
        self._gazetteer = gazetteer
        self._choice = Choice(gazetteer, day)
        self._people = People(document.id)
        self._bodies = {kind: Bodies(kind) for kind in EntityType}
        self._located: set[str] = set()

    def __call__(self, names: Sequence[Name]) -> list[tuple[Name, Meaning]]:
        """Return the names with their meanings, in order; a surname that is nobody's here and unlabelled is left out."""
        self._choice.learn(names)
        types = self._types(names)
        meanings: dict[int, Meaning] = {}
        rest = []
        for place, name in enumerate(names):
            entry = self._choice.full(name)
            if entry is None and types[self._key(name)] in _PERHAPS_PERSONS:
                entry = self._choice.by_sound(self._words(name))
            if entry is not None:
                meanings[place] = self._from_tables(name, entry)
            else:
                rest.append(place)
        for name in (names[place] for place in rest):
            if types[self._key(name)] is EntityType.PERSON and len(name_parts(self._words(name))) > 1:
                self._people.found(self._words(name), name.span.start)
        for place in rest:
            meaning = self._in_report(names[place], types[self._key(names[place])])
            if meaning is not None:
                meanings[place] = meaning
        return [(name, meanings[place]) for place, name in enumerate(names) if place in meanings]

    def _words(self, name: Name) -> str:
        return " ".join(name.span.of(self._text).split())

    def _key(self, name: Name) -> str:
        return normalised(self._words(name))

    def _types(self, names: Sequence[Name]) -> dict[str, EntityType | None]:
        """Return the type of each name: what its words show, else where it stands, else what the model says most often."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        shown: dict[str, EntityType | None] = {}
        located: Counter[str] = Counter()
        for name in names:
            key = self._key(name)
            votes[key][name.label] += bool(name.label)
            located[key] += stands_as_place(name)
            shown[key] = EntityType.PERSON if _titled(name) else shown.get(key) or type_by_words(self._words(name))
        self._located = {key for key, times in located.items() if times}
        for key, counts in votes.items():
            if located[key] * 2 >= counts.total() > 0 and shown[key] is None:
                shown[key] = EntityType.PLACE
        return {key: shown[key] or _TYPES.get(counts.most_common(1)[0][0]) for key, counts in votes.items()}

    def _from_tables(self, name: Name, entry: NameEntry) -> Meaning:
        if entry.kind == "state" and entry.how in _SEATS and means_city(name):
            city = city_reference(self._gazetteer.states[entry.key], self._words(name))
            return Meaning(type=EntityType.PLACE, entity=city, basis=f"table: {entry.how}, as a place")
        reference = table_reference(entry, self._gazetteer)
        if entry.kind == "person":
            person = self._gazetteer.people[entry.key]
            self._remember(name, reference, person.gender, person.surnames)
            return Meaning(type=EntityType.PERSON, entity=reference, basis=f"table: {entry.how}", gender=person.gender)
        self._bodies[reference.type].add(self._words(name), reference)
        named = entry.how not in _DERIVED
        return Meaning(type=reference.type, entity=reference, basis=f"table: {entry.how}", named=named)

    def _remember(self, name: Name, reference: EntityRef, gender: str, surnames: Sequence[str] = ()) -> None:
        parts = name_parts(self._words(name))
        named = Named(name.span.start, parts[0], parts[-1], reference, gender)
        self._people.add(named, [normalised(surname) for surname in surnames])

    def _in_report(self, name: Name, kind: EntityType | None) -> Meaning | None:
        words, key = self._words(name), self._key(name)
        region = regions().get(words)
        if region is not None:
            return Meaning(type=region.type, entity=region_reference(region), basis="table: region")
        perhaps_surname = kind in _PERHAPS_SURNAMES or (kind is EntityType.PLACE and key not in self._located)
        if len(name_parts(words)) == 1 and (perhaps_surname or name.entries):
            person = self._by_short_name(name, words)
            if person is not None:
                return person
        if not name.label or kind is None or not key:
            return None
        if kind is EntityType.PERSON:
            reference = self._people.found(words, name.span.start)
            gender = gender_by_given_name(reference.name) or _gender(name)
            return Meaning(type=kind, entity=reference, basis="named in this report", gender=gender)
        reference, basis = self._bodies[kind].found(words)
        return Meaning(type=kind, entity=reference, basis=basis)

    def _by_short_name(self, name: Name, words: str) -> Meaning | None:
        named = self._people.called(words, name.span.start)
        if named is not None and named.first != named.last:
            basis = f"surname of {named.reference.name} in this report"
            gender = named.gender or _gender(name)
            return Meaning(type=EntityType.PERSON, entity=named.reference, basis=basis, gender=gender)
        entry = self._choice.by_surname(name)
        if entry is None:
            return None
        person = self._gazetteer.people[entry.key]
        basis = f"table: surname, {name.title or person.country}"
        reference = table_reference(entry, self._gazetteer)
        return Meaning(type=EntityType.PERSON, entity=reference, basis=basis, gender=person.gender)


def _titled(name: Name) -> bool:
    """Whether a form of address or one of the great offices stands before the name, whatever the model calls it."""
    honorific, noun = honorifics().get(name.title), nominals().get(name.title)
    return bool((honorific and honorific.in_name) or (noun and noun.title and noun.roles))


def _gender(name: Name) -> str:
    honorific = honorifics().get(name.title)
    return honorific.gender if honorific else ""

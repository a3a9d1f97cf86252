"""Entities of one report to entities of the record, by name.

A reading whose id comes from the tables is that entity. Any other is compared with what was published before: the same full
name, another spelling or order of it, or a surname that only one known person of the same state bears. Ids of readings are
hashes of type and name, so the same full name carries the same id in every report, and a link to oneself founds the entity;
who bears the name but acts for another state is kept apart under an id of its own. An office whose holder a report does not
name ("the Norwegian trade minister") is whoever earlier reports say holds it, else an entity by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from dateline.links.offices import MOST_COMPARED, Holder, holder_on
from dateline.model import (
    Document,
    EntityLookup,
    EntityRef,
    EntityType,
    Feature,
    Judgement,
    KnownEntity,
    Link,
    LinkKind,
    Verdict,
    content_id,
)
from dateline.resources.gazetteer import KNOWN_UNTIL, Office, gazetteer
from dateline.resources.names import surnames as surnames_of
from dateline.resources.offices import is_office, office_of_row
from dateline.resources.spelling import normalised, sounded
from dateline.settings import Settings

SAME_NAME = 0.95
OTHER_SPELLING = 0.8
SURNAME_ALONE = 0.7
"""Scores of the three ways in which a name agrees; a country given by both sides adds `COUNTRY_AGREES`."""
COUNTRY_AGREES = 0.05
LEAST_ALIKE = 0.8
"""The least likeness of two given names that count as two spellings of one."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A known entity with the way its name agrees with a reading's."""

    known: KnownEntity
    how: str
    score: float
    features: tuple[Feature, ...]


class EntityLinker:
    """Links the entities that one document reads to those of the record so far."""

    name = "entities.names"
    version = "4"

    def __init__(self, settings: Settings) -> None:
        self._tables = gazetteer(settings.resources)
        self._from_tables = {
            known.entity_id
            for table in (self._tables.states, self._tables.organizations, self._tables.people)
            for known in table.values()
        }
        self._people = {person.entity_id: person for person in self._tables.people.values()}

    def __call__(self, document: Document, readings: Iterable[EntityRef], lookup: EntityLookup) -> Iterator[Link]:
        """Yield one link for each distinct entity of a document, in the order of *readings*."""
        for reading in {reading.id: reading for reading in readings}.values():
            if reading.id in self._from_tables:
                yield self._known(reading, document, lookup)
            elif is_office(reading):
                yield self._held(reading, document, lookup)
            else:
                yield self._judged(reading, document, lookup)

    def keys(self, entity: EntityRef) -> tuple[str, ...]:
        """Return the keys under which a later document looks for an entity: its name and, of a person, the surname."""
        kind = EntityType.OTHER if is_office(entity) else entity.type
        return name_keys(entity.name, kind, self._people[entity.id].surnames if entity.id in self._people else ())

    def _known(self, reading: EntityRef, document: Document, lookup: EntityLookup) -> Link:
        """Return the link of an entity of the tables to itself, or where a report only describes somebody by an office that
        the tables can no longer know the holder of, to the one whom newer reports say holds it.
        """
        on, person = document.reported_by, self._people.get(reading.id)
        if person is not None and on is not None and on > KNOWN_UNTIL and not lookup.is_named(document.id, reading.id):
            for office in self._tables.offices_of(person.key, on):
                holder = self._newer(office, on, lookup)
                if holder is not None:
                    why = f"{office.title}: {holder.explanation}"
                    return self._link(reading, holder.naming.person, Verdict.POSITIVE, holder.score, (), why)
        return self._link(reading, reading.id, Verdict.POSITIVE, 1.0, (), f"{reading.name} is known from the tables.")

    def _newer(self, office: Office, on: date, lookup: EntityLookup) -> Holder | None:
        reference = None if office.sure_on(on) else office_of_row(office, self._tables)
        if reference is None:
            return None
        holder = holder_on(lookup.holders_told(reference.id, limit=MOST_COMPARED), on)
        return holder if holder is not None and holder.naming.day > KNOWN_UNTIL else None

    def _held(self, reading: EntityRef, document: Document, lookup: EntityLookup) -> Link:
        """Return the link of an office to the one whom reports before this one say holds it, else to itself."""
        on = document.reported_by
        holder = holder_on(lookup.holders_told(reading.id, limit=MOST_COMPARED), on) if on is not None else None
        if holder is None:
            why = f"Who is {reading.name} was not known before this report."
            return self._link(reading, reading.id, Verdict.POSITIVE, 1.0, (), why)
        why = f"{reading.name} is {holder.explanation}"
        return self._link(reading, holder.naming.person, Verdict.POSITIVE, holder.score, (), why)

    def _judged(self, reading: EntityRef, document: Document, lookup: EntityLookup) -> Link:
        known = {entity.id: entity for entity in lookup.entities_named(self.keys(reading))}
        matches = [match for entity in known.values() if (match := _match(reading, entity)) is not None]
        best = max((match.score for match in matches), default=0.0)
        matches = sorted((match for match in matches if match.score == best), key=lambda match: match.known.id)
        if not matches:
            why = f"No entity called {reading.name} was known before this report."
            return self._link(reading, reading.id, Verdict.POSITIVE, 1.0, (), why)
        if len(matches) > 1:
            names = " or ".join(match.known.name for match in matches)
            why = f"{reading.name} may be {names}; kept apart."
            return self._link(reading, _apart(reading, known, document), Verdict.UNSURE, best, (), why)
        match = matches[0]
        if _differ(match.known.country, reading.country):
            why = f"{reading.name} has the name of an entity of {match.known.country}; whether it is the same is not known."
            apart = _apart(reading, known, document)
            return self._link(reading, apart, Verdict.UNSURE, match.score, match.features, why)
        why = f"{reading.name} is {match.known.name}: {match.how}."
        return self._link(reading, match.known.id, Verdict.POSITIVE, match.score, match.features, why)

    def _link(
        self, reading: EntityRef, right: str, verdict: Verdict, score: float, features: tuple[Feature, ...], why: str
    ) -> Link:
        judgement = Judgement(verdict=verdict, author=self.name, score=score, features=features, explanation=why)
        return Link(kind=LinkKind.SAME_ENTITY, left=reading.id, right=right, judgement=judgement)


def _apart(reading: EntityRef, known: Mapping[str, KnownEntity], document: Document) -> str:
    """Return an id under which a reading stands by itself, though an entity of the same name may have taken its own."""
    return content_id("ent", document.id, reading.id) if reading.id in known else reading.id


def name_keys(name: str, kind: EntityType, surnames: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the keys of a name: the whole of it and, of a person, each surname, as they are written and as they sound.

    >>> name_keys("Acme Council", EntityType.ORGANIZATION)
    ('organization acme council',)
    >>> name_keys("Ivan Example", EntityType.PERSON), name_keys("Qin Gang", EntityType.PERSON)
    (('person ivan example', 'surname eksampl'), ('person qin gang', 'surname kin'))
    """
    keys = [f"{kind} {normalised(name)}"]
    if kind is EntityType.PERSON:
        keys += [f"surname {sounded(surname)}" for surname in (*surnames_of(name), *surnames)]
    return tuple(dict.fromkeys(keys))


def _match(reading: EntityRef, known: KnownEntity) -> _Match | None:
    """Return how a known entity's name agrees with a reading's, or None where it does not or their types or states differ."""
    if known.id == reading.id:
        return _scored(reading, known, "the same name", SAME_NAME, 1.0)
    if known.type is not reading.type or _differ(known.country, reading.country):
        return None
    ours, theirs = normalised(reading.name).split(), normalised(known.name).split()
    if reading.type is not EntityType.PERSON:
        return _scored(reading, known, "the same name", SAME_NAME, 1.0) if ours == theirs else None
    if len(ours) == 1 or len(theirs) == 1:
        alone = len(ours) == 1 and ours[0] in surnames_of(known.name, known.country)
        stated = reading.country is not None and known.country is not None
        return _scored(reading, known, "the same surname and state", SURNAME_ALONE, 0.5) if alone and stated else None
    if ours == theirs:
        return _scored(reading, known, "the same name", SAME_NAME, 1.0)
    if sorted(ours) == sorted(theirs):
        return _scored(reading, known, "the same name in another order", OTHER_SPELLING, LEAST_ALIKE)
    alike = _alike(ours[0], theirs[0]) if sounded(ours[-1]) == sounded(theirs[-1]) else 0.0
    if alike < LEAST_ALIKE:
        return None
    return _scored(reading, known, "another spelling of the same name", OTHER_SPELLING, alike)


def _scored(reading: EntityRef, known: KnownEntity, how: str, score: float, alike: float) -> _Match:
    features = [Feature(name="name", value=alike, left=reading.name, right=known.name)]
    if reading.country and known.country:
        agrees = reading.country == known.country
        features.append(Feature(name="country", value=float(agrees), left=reading.country, right=known.country))
        score += COUNTRY_AGREES if agrees else -COUNTRY_AGREES
    return _Match(known, how, round(score, 2), tuple(features))


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _alike(one: str, other: str) -> float:
    """Return how alike two given names are: 1 when they sound the same, 0.9 for an initial or a short form."""
    if sounded(one) == sounded(other):
        return 1.0
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(short) != 2:
        return 0.9
    return SequenceMatcher(None, sounded(one), sounded(other), autojunk=False).ratio()

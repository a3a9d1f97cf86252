"""What a mention means: its type and entity, and the references that stand for entities of the tables and of a report."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.model import EntityRef, EntityType, content_id
from dateline.resources.gazetteer import Gazetteer, NameEntry, Organization, Person, State
from dateline.resources.names import Region
from dateline.resources.spelling import normalised

SAME_CITY = 0.5
"""The least likeness of two spellings of one capital ("Kiev" and "Kyiv"); a former or second capital is less like it."""

KIND_TYPES = {
    "state": EntityType.STATE,
    "organization": EntityType.ORGANIZATION,
    "person": EntityType.PERSON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The reading of one mention; `basis` says for a reader what it rests on, `gender` is m, f, or empty if not known.

    `named` is false for words that are made from a name and describe by it: "Chilean", "the Chileans". `members` are those
    of a group that is none of itself ("the two leaders").
    """

    type: EntityType
    entity: EntityRef | None = None
    basis: str = ""
    gender: str = ""
    named: bool = True
    members: tuple[EntityRef, ...] = ()

    @property
    def references(self) -> tuple[EntityRef, ...]:
        """The entities meant: the one, or the members of the group; none where that is not known."""
        return (self.entity,) if self.entity is not None else self.members


def table_reference(entry: NameEntry, gazetteer: Gazetteer) -> EntityRef:
    """Return the reference to the entity of the tables that an entry names."""
    known: State | Organization | Person
    if entry.kind == "state":
        known = gazetteer.states[entry.key]
    elif entry.kind == "organization":
        known = gazetteer.organizations[entry.key]
    else:
        known = gazetteer.people[entry.key]
    return EntityRef(
        id=known.entity_id,
        name=known.name,
        type=KIND_TYPES[entry.kind],
        country=known.country or None,
        wikidata=known.wikidata or None,
    )


def state_reference(state: State) -> EntityRef:
    """Return the reference to a state."""
    return EntityRef(
        id=state.entity_id,
        name=state.name,
        type=EntityType.STATE,
        country=state.country,
        wikidata=state.wikidata or None,
    )


def city_reference(state: State, written: str) -> EntityRef:
    """Return the reference to a state's capital as a city, or to the second seat of government that *written* names."""
    spelling = SequenceMatcher(None, normalised(written), normalised(state.capital), autojunk=False)
    name = state.capital if spelling.ratio() >= SAME_CITY else written
    return EntityRef(
        id=content_id("ent", f"place:{normalised(name)}"),
        name=name,
        type=EntityType.PLACE,
        country=state.country,
    )


def body_reference(state: State, body: str, kind: EntityType) -> EntityRef:
    """Return the reference to an organ or a group of a state, such as its foreign ministry or its forces."""
    return EntityRef(
        id=content_id("ent", f"{kind}:{state.country}:{body}"),
        name=f"{body[0].upper()}{body[1:]} of {state.name}",
        type=kind,
        country=state.country,
    )


def founded_reference(kind: EntityType, key: str, name: str) -> EntityRef:
    """Return the reference to an entity that no table knows: its id is a hash of its type and normalised name."""
    return EntityRef(id=content_id("ent", f"{kind}:{key}"), name=name, type=kind)


def region_reference(region: Region) -> EntityRef:
    """Return the reference to a part of the world that acts as one."""
    return EntityRef(
        id=content_id("ent", f"{region.type}:{region.key}"),
        name=region.name,
        type=region.type,
        country=region.country or None,
    )

"""References to entities of the tables."""

from __future__ import annotations

from dateline.links.actors.names import Named
from dateline.model import EntityRef, EntityType
from dateline.resources.gazetteer import Gazetteer, Organization, Person, State


def reference_to(name: Named, gazetteer: Gazetteer) -> EntityRef | None:
    """Return the entity that a name means, or None for a place or people, which the tables of actors do not hold."""
    if name.kind == "state":
        return _reference(gazetteer.states[name.key], EntityType.STATE)
    if name.kind == "organization":
        body = gazetteer.organizations[name.key]
        return _reference(body, EntityType(body.type))
    if name.kind == "person":
        return person_reference(name.key, gazetteer)
    return None


def person_reference(key: str, gazetteer: Gazetteer) -> EntityRef:
    """Return the reference to a person of the tables."""
    return _reference(gazetteer.people[key], EntityType.PERSON)


def _reference(known: State | Organization | Person, kind: EntityType) -> EntityRef:
    return EntityRef(
        id=known.entity_id,
        name=known.name,
        type=kind,
        country=known.country or None,
        wikidata=known.wikidata or None,
    )

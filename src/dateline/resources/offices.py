"""Offices of states and bodies by what news calls them: the same office whoever holds it, and whatever its holder is called."""

from __future__ import annotations

from dateline.model import EntityRef, EntityType, content_id
from dateline.resources.gazetteer import Gazetteer, Office, Organization, State
from dateline.resources.nominals import Nominal, nominals
from dateline.resources.spelling import normalised

_SAME_EVERYWHERE = ("foreign-minister", "defence-minister", "head-of-government")
"""Roles of a state that each go by several titles ("top diplomat", "premier") and that one person has at a time."""
_OTHER_OFFICE = ("chancellor",)
"""Titles of such a role in some states and of another office elsewhere."""
_HEAD_OF_STATE = "head-of-state"
_HEAD_OF_BODY = "head"
_SPELLINGS = {
    "vice-president": "vice president",
    "secretary general": "secretary-general",
    "labor minister": "labour minister",
    "national security advisor": "national security adviser",
}


def office_reference(noun: Nominal, body: State | Organization | EntityRef) -> EntityRef | None:
    """Return the reference to the office of a state or body that a noun means, whoever holds it.

    None where the noun may be said of several persons ("leader", "governor"), or of none of a state ("the Russian chief").
    """
    of_state = isinstance(body, State) or (isinstance(body, EntityRef) and body.type is EntityType.STATE)
    office = _office_of_state(noun) if of_state else _plain(noun)
    if office is None:
        return None
    name = f"{office[0].upper()}{office[1:]} of {body.name}"
    country = body.country or None
    return EntityRef(id=_office_id(name, country), name=name, type=EntityType.PERSON, country=country)


def office_of_row(office: Office, tables: Gazetteer) -> EntityRef | None:
    """Return the reference to the office that a row of offices.tsv is about, or None where its title does not tell one."""
    noun = nominals().get(office.title)
    body = tables.states.get(office.body) or tables.organizations.get(office.body)
    return office_reference(noun, body) if noun is not None and body is not None else None


def _office_of_state(noun: Nominal) -> str | None:
    role = noun.roles[0] if noun.roles else ""
    office = _plain(noun)
    if office is None or role == _HEAD_OF_BODY:
        return None
    if role in _SAME_EVERYWHERE and noun.noun not in _OTHER_OFFICE:
        return role.replace("-", " ")
    return "president" if role == _HEAD_OF_STATE and not noun.title else office


def _plain(noun: Nominal) -> str | None:
    if not noun.single or (len(noun.roles) > 1 and not noun.title):
        return None
    return _SPELLINGS.get(noun.noun, noun.noun)


def is_office(reference: EntityRef) -> bool:
    """Say whether a reference is to an office rather than to a person known by name."""
    return reference.type is EntityType.PERSON and reference.id == _office_id(reference.name, reference.country)


def _office_id(name: str, country: str | None) -> str:
    return content_id("ent", f"office:{country or ''}:{normalised(name)}")

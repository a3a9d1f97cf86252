"""Where an entity of the tables stands on a day: the office a person holds, the sector of a body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model import Ground
from dateline.resources.actors import outlet_names
from dateline.resources.gazetteer import Gazetteer, Office, Organization, Person
from dateline.resources.parties import standing_of_party

FORMER = "ELI"
"""The sector of those who were officials and are no more."""
UNITED_NATIONS = "UNO"
_UN_KEY = "united-nations"
_OFFICIAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "ELI"))
"""Sectors whose former members are what PLOVER calls elites."""
_RANK = (
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "minister",
    "adviser",
    "envoy",
    "spokesperson",
    "head",
    "legislator",
    "other",
)
_SECTORS_FIRST = ("GOV", "LEG", "MIL", "JUD", "SPY", "COP")


@dataclass(frozen=True, slots=True)
class Standing:
    """Country and sectors on a day, with what tells them."""

    country: str = ""
    code: str = ""
    code_2: str = ""
    grounds: tuple[Ground, ...] = ()


def person_standing(person: Person, gazetteer: Gazetteer, on: date | None, context: frozenset[str]) -> Standing:
    """Return where a person stands: by the highest office held on the day, else as a former official, else by state alone.

    Without a day the tables' own present is meant: what they know no end of. An office that the *context* speaks of comes first.
    """
    offices = gazetteer.offices_of(person.key, None)
    spoken = [office for office in offices if on is None and context & _words(office)]
    held = [office for office in offices if holds(office, on)] or spoken
    if held:
        best = min(held, key=lambda office: (office not in spoken, *_rank(office)))
        return office_standing(best, gazetteer)
    past = sorted((office for office in offices if _ended(office, on)), key=lambda office: office.until)
    if any(office.sector in _OFFICIAL for office in past):
        home = next((office.body for office in reversed(past) if office.body in gazetteer.states), person.country)
        words = f"no office {_when(on)}; the last: {office_words(past[-1], gazetteer)}"
        return Standing(home, FORMER, "", (Ground(source=past[-1].source, words=f"{person.name} holds {words}"),))
    return Standing(person.country, "", "", (Ground(source="people.tsv", words=f"{person.name} ({person.country})"),))


def office_standing(office: Office, gazetteer: Gazetteer) -> Standing:
    """Return where the holder of an office stands; defence ministers and juntas stand for the forces too."""
    body = gazetteer.organizations.get(office.body)
    country = (body_country(body, gazetteer) if body else office.body) or gazetteer.people[office.person].country
    forces = office.sector == "GOV" and (office.role == "defence-minister" or "junta" in office.title)
    ground = Ground(
        source=office.source, words=f"{gazetteer.people[office.person].name}: {office_words(office, gazetteer)}"
    )
    return Standing(country, office.sector, "MIL" if forces else "", (ground,))


def body_standing(body: Organization, gazetteer: Gazetteer, on: date | None) -> Standing:
    """Return where a body stands: its state or kind of international body, and its sector on the day."""
    code = body.sector_on(on)
    code_2 = standing_of_party(body.key, on) if body.kind == "party" and code == "PTY" else ""
    if body.kind == "media":
        code_2 = outlet_standing(body.name).code_2
    words = f"{body.name}, {body.kind}" + (f" of {body.country}" if body.country else "")
    return Standing(body_country(body, gazetteer), code, code_2, (Ground(source=body.source, words=words),))


def outlet_standing(name: str) -> Standing:
    """Return where an outlet stands: with the media, and where a state owns it, with that state's government."""
    known = outlet_names().get(name)
    if known is None:
        return Standing()
    owned = "GOV" if known.state_owned == "yes" else ""
    return Standing(
        known.country, "JRN", owned, (Ground(source="outlets.tsv", words=f"{known.name} ({known.country})"),)
    )


def body_country(body: Organization, gazetteer: Gazetteer) -> str:
    """Return the code of a body's state, or what event data put in its place: UNO for the United Nations and its parts."""
    part: Organization | None = body
    while part is not None:
        if part.key == _UN_KEY:
            return UNITED_NATIONS
        part = gazetteer.organizations.get(part.part_of)
    return body.country


def holds(office: Office, on: date | None) -> bool:
    """Say whether an office is held on a day, or without one, in the tables' present."""
    return office.held_on(on) if on else not office.until


def office_words(office: Office, gazetteer: Gazetteer) -> str:
    """Return an office in words: title, body and bounds."""
    state, body = gazetteer.states.get(office.body), gazetteer.organizations.get(office.body)
    known = state or body
    return f"{office.title} of {known.name if known else office.body}, {office.since} to {office.until or '…'}"


def _words(office: Office) -> frozenset[str]:
    words = f"{office.title} {office.role.replace('-', ' ')}".replace("defense", "defence").split()
    return frozenset(words) - {"of", "the", "to", "minister", "head", "other"}


def _ended(office: Office, on: date | None) -> bool:
    return bool(office.until) and (on is None or office.until < on.isoformat()[: len(office.until)])


def _rank(office: Office) -> tuple[int, int]:
    sector = _SECTORS_FIRST.index(office.sector) if office.sector in _SECTORS_FIRST else len(_SECTORS_FIRST)
    return sector, _RANK.index(office.role) if office.role in _RANK else len(_RANK)


def _when(on: date | None) -> str:
    return f"on {on}" if on else "now, as far as known"

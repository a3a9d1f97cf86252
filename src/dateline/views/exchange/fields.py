"""An Event as the rows that event data sets have: one for each actor and recipient, every field under our own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import combinations, product
from typing import Any

from dateline.model import EntityRef, Event, EventMention, EventType, Party, Quad, content_id
from dateline.model.dyads import Dyad
from dateline.resources.events import plover_score
from dateline.resources.exchange import cameo_names, fips
from dateline.resources.gazetteer import Organization, Person, State, gazetteer

LONGEST_DATED = 31
"""Days: an act told as in a longer interval goes by the day it was reported on."""

_QUADS = {quad: number for number, quad in enumerate(Quad, start=1)}
_PLACE_OF_CITY, _PLACE_OF_COUNTRY = 4, 1
"""GDELT's types of place: a city of the world, a country."""


@dataclass(frozen=True)
class Row:
    """One actor and one recipient of an event; either may be missing."""

    event: Event
    actor: EntityRef | None
    recipient: EntityRef | None

    @cached_property
    def mention(self) -> EventMention:
        return self.event.deciding.mention

    @cached_property
    def day(self) -> date | None:
        """The day of the act; of one that is only announced, or that no report dates, the day it was reported on."""
        return event_day(self.event)

    def fields(self) -> dict[str, Any]:
        """Return everything that a layout may ask for; None where we know nothing."""
        return {**self._event(), **self._codes(), **self._time(), **self._place(), **self._parties()}

    def dyad(self) -> Dyad | None:
        """Return the row as a dyad, or None when no day is known."""
        if self.day is None:
            return None
        return Dyad(
            day=self.day,
            actor=self.actor.country if self.actor else None,
            recipient=self.recipient.country if self.recipient else None,
            event_type=self.mention.event_type,
            cameo=self.mention.cameo,
        )

    def _event(self) -> dict[str, Any]:
        event, telling = self.event, self.event.deciding
        number = content_id("row", event.id, *(ref.id if ref else None for ref in (self.actor, self.recipient)))
        return {
            "id": event.id,
            "number": int(number.partition(":")[2], 16) >> 1,
            "status": str(event.status or ""),
            "one": 1,
            "mentions": len(event.tellings),
            "outlets": len({told.outlet for told in event.tellings if told.outlet}) or 1,
            "reports": event.reports,
            "report": telling.document,
            "outlet": telling.outlet,
            "language": "eng",
            "quote": " ".join(self.mention.evidence.quote.split()),
        }

    def _codes(self) -> dict[str, Any]:
        mention = self.mention
        cameo = mention.cameo or ""
        return {
            "type": str(mention.event_type),
            "mode": mention.mode,
            "contexts": ";".join(mention.context),
            "cameo": cameo,
            "cameo_base": cameo[:3],
            "cameo_root": cameo[:2],
            "cameo_name": cameo_names().get(cameo),
            "goldstein": mention.goldstein,
            "plover_score": plover_score(mention.event_type, mention.mode),
            "quad": str(mention.quad),
            "quad_number": _QUADS[mention.quad],
        }

    def _time(self) -> dict[str, Any]:
        day, published = self.day, self.event.deciding.published_at
        added = self.event.tellings[0].order
        told = {"published": published.value[:10] if published else None, "added_digits": _digits(added)}
        if day is None:
            return told
        return {
            **told,
            "day": day.isoformat(),
            "day_digits": day.strftime("%Y%m%d"),
            "month_digits": day.strftime("%Y%m"),
            "year": day.year,
            "year_fraction": round(day.year + (day.month * 30 + day.day) / 365, 4),
        }

    def _place(self) -> dict[str, Any]:
        place = self.event.place
        if place is None:
            return {}
        state = gazetteer().states.get(place.country or "")
        named = state is not None and place.name in (state.name, *state.aliases)
        return {
            "place": place.name,
            "place_type": _PLACE_OF_COUNTRY if named else _PLACE_OF_CITY,
            "place_country": place.country,
            "place_country_name": state.name if state else None,
            "place_fips": fips().get(place.country or ""),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames": place.geonames,
        }

    def _parties(self) -> dict[str, Any]:
        return {
            **_party("actor", self.actor, self.mention.actors, self.day),
            **_party("recipient", self.recipient, (*self.mention.recipients, *self.mention.actors), self.day),
        }


def rows_of(event: Event) -> Iterator[Row]:
    """Yield the rows of an event: each actor with each recipient; of an act that all do together, each pair of actors once."""
    if event.recipients:
        pairs: Iterable[tuple[EntityRef | None, EntityRef | None]] = product(event.actors or (None,), event.recipients)
    elif len(event.actors) > 1:
        pairs = combinations(event.actors, 2)
    else:
        pairs = ((actor, None) for actor in event.actors)
    for actor, recipient in pairs:
        yield Row(event, actor, recipient)


def event_day(event: Event) -> date | None:
    """Return the day under which event data count an event."""
    told, published = event.happened, event.deciding.published_at
    done = event.deciding.mention.event_type is not EventType.AGREE
    if done and told is not None and told.earliest and (told.days or LONGEST_DATED + 1) <= LONGEST_DATED:
        return told.earliest
    return published.earliest if published else None


def _digits(order: str) -> str | None:
    digits = "".join(letter for letter in order if letter.isdigit())[:14]
    return None if digits.startswith("9999") else digits


def _party(role: str, entity: EntityRef | None, parties: Iterable[Party], day: date | None) -> dict[str, Any]:
    if entity is None:
        return {}
    state = gazetteer().states.get(entity.country or "")
    sector, title = _standing(entity.id, day)
    words = (party.text for party in parties if party.entity and party.entity.country == entity.country)
    return {
        f"{role}_name": entity.name,
        f"{role}_name_capitals": entity.name.upper(),
        f"{role}_words": next(words, entity.name),
        f"{role}_country": entity.country,
        f"{role}_country_name": state.name if state else None,
        f"{role}_sector": sector,
        f"{role}_title": title,
        f"{role}_code": f"{entity.country or ''}{sector}" or None,
    }


def _standing(entity_id: str, day: date | None) -> tuple[str, str]:
    """Return the PLOVER sector and the title of an entity on a day; empty where the tables do not say."""
    known = _known().get(entity_id)
    if isinstance(known, Organization):
        return known.sector_on(day), ""
    if isinstance(known, Person) and day is not None:
        offices = gazetteer().offices_of(known.key, day)
        return (offices[0].sector, offices[0].title) if offices else ("", "")
    return "", ""


@cache
def _known() -> dict[str, State | Organization | Person]:
    tables = gazetteer()
    return {
        known.entity_id: known
        for table in (tables.states, tables.organizations, tables.people)
        for known in table.values()
    }

"""The offices that a person held, by the tables and by what reports say: "president, Peru, 2016-07-28 to 2018-03-23"."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.model import Entity, KnownLink
from dateline.resources.gazetteer import Office, gazetteer

REPORTS = "reports"
"""The source of an office that reports tell of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office of a person: by a table from one day to another, or by reports of which the first and the last are given.

    `until` is empty for an office held as far as the table knows. `words` are those of the newest report, `document_id` its id.
    """

    office: str
    since: str
    until: str
    source: str
    reports: int = 0
    words: str = ""
    document_id: str | None = None

    def __str__(self) -> str:
        if self.source != REPORTS:
            return f"{self.office}, {self.since or 'before'} {f'to {self.until}' if self.until else 'on'}"
        days = self.since if self.since == self.until else f"{self.since} to {self.until}"
        count = "1 report" if self.reports == 1 else f"{self.reports} reports"
        return f"{self.office}, so called in {count}, {days}"


def offices_of(entity: Entity) -> list[str]:
    """Return the offices of a person in order of time, for a reader; none for whom the tables do not know."""
    return [str(held) for held in table_offices(entity.id)]


def table_offices(entity_id: str) -> list[HeldOffice]:
    """Return the offices that the tables know a person to have held, in order of time."""
    person = _people().get(entity_id)
    held = gazetteer().offices_of(person, None) if person is not None else ()
    return [_of_row(office) for office in sorted(held, key=lambda office: office.since)]


def told_offices(links: Iterable[KnownLink]) -> list[HeldOffice]:
    """Return the offices by which reports call a person, from the links that they left, in order of time."""
    namings: dict[str, list[dict[str, str]]] = {}
    for link in links:
        naming = json.loads(link.data)
        namings.setdefault(naming["office"], []).append(naming)
    return [_of_reports(office, told) for office, told in namings.items()]


def _of_row(office: Office) -> HeldOffice:
    state, body = gazetteer().states.get(office.body), gazetteer().organizations.get(office.body)
    known = state or body
    return HeldOffice(
        office=f"{office.title}, {known.name if known else office.body}",
        since=office.since,
        until=office.until,
        source=office.source,
    )


def _of_reports(office: str, told: list[dict[str, str]]) -> HeldOffice:
    newest = told[-1]
    return HeldOffice(
        office=office,
        since=told[0]["said"],
        until=newest["said"],
        source=REPORTS,
        reports=len({naming["document_id"] for naming in told}),
        words=newest["words"],
        document_id=newest["document_id"],
    )


@cache
def _people() -> dict[str, str]:
    return {person.entity_id: key for key, person in gazetteer().people.items()}

"""Offices learned from reports: who was said to hold one, and who is meant by it later.

Each statement of a dated report links a person to an office. Who holds it on a later day is whom most of the newest reports
before that day say, and the newest of them where as many say one as another, as when an office changes hands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from dateline.model import (
    Document,
    Judgement,
    KeyedLink,
    KnownLink,
    Layers,
    Link,
    LinkKind,
    LinkLookup,
    OfficeStatement,
    Record,
    Verdict,
)
from dateline.settings import Settings

MOST_COMPARED = 5
"""The newest statements on an office that are looked at."""
LONGEST_APART = timedelta(days=30)
"""How far the others of them may lie before the newest."""
LONGEST_HELD = timedelta(days=730)
"""How long after a report its word on who holds an office is still taken."""
TOLD_TWICE = 0.9
TOLD_ONCE = 0.75
DISPUTED = 0.6
"""Scores of a holder on whom reports agree, of one whom a single report names, and of one where reports disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One report's word on who holds an office: the entity, the office, and the words with their sentence, report and day."""

    person: str
    name: str
    office: str
    document_id: str
    said: str
    words: str
    quote: str

    @property
    def day(self) -> date:
        """The day on which it was reported."""
        return date.fromisoformat(self.said)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is meant by an office on a day: the newest word on it, and how sure that is."""

    naming: Naming
    score: float

    @property
    def explanation(self) -> str:
        """The report and the words that it rests on."""
        return f"{self.naming.name}, by {self.naming.document_id} of {self.naming.said}: “{self.naming.words}”"


class OfficeLinker:
    """Links the persons whom one report calls by an office to that office."""

    name = "offices.statements"
    version = "2"
    kind = LinkKind.HOLDS_OFFICE
    requires: tuple[type[Record], ...] = (OfficeStatement,)

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield a link for each statement of a dated report."""
        published = document.reported_by
        if published is None:
            return
        for statement in layers[OfficeStatement]:
            person = entities.get(statement.person.id, statement.person.id)
            naming = Naming(
                person=person,
                name=statement.person.name,
                office=statement.office.name,
                document_id=document.id,
                said=published.isoformat(),
                words=" ".join(statement.span.of(document.text).split()),
                quote=statement.evidence.quote,
            )
            judgement = Judgement(
                verdict=Verdict.POSITIVE, author=self.name, score=1.0, explanation=f"“{naming.words}”"
            )
            link = Link(kind=self.kind, left=person, right=statement.office.id, judgement=judgement)
            yield KeyedLink(link=link, data=json.dumps(asdict(naming), ensure_ascii=False))


def holder_on(links: Sequence[KnownLink], on: date) -> Holder | None:
    """Return who holds an office on a day, by the links to it from the newest to the oldest, or None where no report says.

    Of the reports of the last weeks most decide, or the newest where as many say one as the other: an office changes hands.
    """
    namings = [Naming(**json.loads(link.data)) for link in links]
    known = [one for one in namings if one.day <= on and on - one.day <= LONGEST_HELD]
    recent = [one for one in known if known[0].day - one.day <= LONGEST_APART]
    reports: dict[str, set[str]] = {}
    for one in recent:
        reports.setdefault(one.person, set()).add(one.document_id)
    if not reports:
        return None
    person = max(reports, key=lambda person: len(reports[person]))  # the first of equals is the newest
    newest = next(one for one in recent if one.person == person)
    score = DISPUTED if len(reports) > 1 else TOLD_TWICE if len(reports[person]) > 1 else TOLD_ONCE
    return Holder(newest, score)


def present_holder(links: Sequence[KnownLink]) -> Holder | None:
    """Return who holds an office by the newest of the links to it, however old it is."""
    return holder_on(links, Naming(**json.loads(links[0].data)).day) if links else None

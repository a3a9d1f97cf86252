"""Long answers a page at a time, in the order in which what they tell of became known: a page costs the same in any record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Generic, TypeVar

from dateline.model import Document, EntityType, Event, EventType, KnownEntity, KnownLink, LinkKind, Modality, Status
from dateline.store import Mark, Named, Reader, Stretch, Walk
from dateline.views import rows
from dateline.views.positions import Held, topics_about
from dateline.views.quoted import Quoted
from dateline.views.record import Record
from dateline.views.stories import Story, assemble_stories
from dateline.views.tables import Column, Table
from dateline.views.utterances import Utterance, assemble_utterances

__all__ = ["ENTITY", "Mark", "Part", "Walk", "Walks", "entity_row"]

T = TypeVar("T")

MOST_STRETCHES = 20
"""Stretches of the order that one page looks at: where nearly all is left out, a page has little on it rather than taking long."""

ANNOUNCED = frozenset({Status.EXPECTED, Status.UNCONFIRMED})
"""How only an event can stand that a report tells as planned."""

ENTITY = (Column("id"), Column("name"), Column("type"), Column("country"))
"""The columns of an entity without counts, which would cost as much as the entity is named."""

Select = Callable[[Sequence[str]], Iterable[tuple[str, T]]]
"""Gives the records that are wanted of some ids, each with its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """Some rows of an answer, and after which mark it goes on; `next` is None at its end."""

    table: Table[T]
    next: Mark | None


class Walks:
    """The questions to a record whose answers may be long. A part of Record that stands by itself: it asks as Record does."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def reports(self, walk: Walk, *, outlet: str | None = None) -> Part[Document]:
        """Return reports, perhaps of one outlet."""

        def look(reader: Reader) -> Part[Document]:
            marks = reader.walker(walk).reports(outlet=outlet)
            read = {document.id: document for document in reader.documents(ids=[mark.id for mark in marks])}
            found = [read[mark.id] for mark in marks]
            return _part("reports", rows.REPORT, rows.report, found, _next(marks, walk))

        return self._record._ask(look)

    def entities(self, walk: Walk, *, kind: EntityType | None = None, country: str | None = None) -> Part[KnownEntity]:
        """Return who and what the reports name, perhaps of one type or state."""

        def look(reader: Reader) -> Part[KnownEntity]:
            marks = reader.walker(walk).entities(kind=kind, country=country)
            names = reader.entity_names(mark.id for mark in marks)
            found = [names[mark.id] for mark in marks]
            return _part("entities", ENTITY, entity_row, found, _next(marks, walk))

        return self._record._ask(look)

    def events(
        self,
        walk: Walk,
        *,
        entity: str | None = None,
        since: date | None = None,
        until: date | None = None,
        act: EventType | None = None,
        statuses: Collection[Status] = (),
    ) -> Part[Event]:
        """Return events, each where it was first told of, as they stood on the day asked for.

        `entity`, `since` and `until` are as in `Record.events`; `statuses` leaves only events that stand so.
        """

        def look(reader: Reader) -> Part[Event]:
            entities = self._record._entities_called(reader, entity, walk.as_of) if entity else None

            def wanted(ids: Sequence[str]) -> Iterable[tuple[str, Event]]:
                mentions = self._record._mentions_of(reader, ids, walk.as_of)
                told = {event.id: event for event in self._record._assemble(reader, mentions, walk.as_of)}
                found = (told[one] for one in ids if one in told)
                return ((event.id, event) for event in found if _is_wanted(event, act, statuses))

            modality = Modality.PLANNED if statuses and ANNOUNCED.issuperset(statuses) else None
            stretches = reader.walker(walk).events(
                entities=entities, since=since, until=until, act=act, modality=modality
            )
            found, mark = _gather(stretches, wanted, walk)
            return _part("events", rows.EVENT, rows.event, found, mark)

        return self._record._ask(look)

    def quotations(self, walk: Walk, *, speaker: str | None = None, about: str | None = None) -> Part[Quoted]:
        """Return who said what; `about` is a word, its beginning, or a phrase that the words said contain."""

        def look(reader: Reader) -> Part[Quoted]:
            speakers = self._record._entities_called(reader, speaker, walk.as_of) if speaker else None
            phrase = '"' + about.replace('"', '""').replace("\0", " ") + '"*' if about else None
            marked = reader.walker(walk).quotations(speakers=speakers, words=phrase)
            ids = [one for _, one in marked]
            told = {found[0].id: Quoted(*found) for found in reader.quotations(ids=ids)}
            found = [told[one] for one in ids if one in told]
            kept = [one for one in found if not about or about.casefold() in one.words.casefold()]
            return _part("quotations", rows.QUOTATION, rows.quotation, kept, _next([mark for mark, _ in marked], walk))

        return self._record._ask(look)

    def positions(
        self, walk: Walk, *, about: str | None = None, holder: str | None = None, concerning: str | None = None
    ) -> Part[Held]:
        """Return where people, states and bodies stand, as in `Record.positions`."""

        def look(reader: Reader) -> Part[Held]:
            holders = self._record._entities_called(reader, holder, walk.as_of) if holder else None
            sides = self._record._sides_called(reader, concerning, walk.as_of) if concerning else None
            topics = topics_about(about) if about else None
            marked = reader.walker(walk).positions(holders=holders, topics=topics)
            ids = [one for _, one in marked]
            held = {one.id: one for one in _held(reader, ids)}
            kept = [held[one] for one in ids if one in held and (not sides or sides & set(held[one].position.scope))]
            return _part("positions", rows.POSITION, rows.position, kept, _next([mark for mark, _ in marked], walk))

        return self._record._ask(look)

    def stories(self, walk: Walk, *, about: str | None = None) -> Part[Story]:
        """Return stories, each where its first report stands; `about` are words that a story tells of."""

        def look(reader: Reader) -> Part[Story]:
            def wanted(ids: Sequence[str]) -> Iterable[tuple[str, Story]]:
                links = reader.links(LinkKind.SAME_STORY, as_of=walk.as_of, ends=ids)
                documents = {name: reader.document(name) for name in {known.link.left for known in links}}
                known = {name: document for name, document in documents.items() if document is not None}
                events = reader.events_by_report(as_of=walk.as_of, document_ids=list(known))
                found = {story.id: story for story in assemble_stories(links, known, events)}
                return ((one, found[one]) for one in ids if one in found and (not about or found[one].is_about(about)))

            found, mark = _gather(reader.walker(walk).groups(LinkKind.SAME_STORY), wanted, walk)
            return _part("stories", rows.STORY, rows.story, found, mark)

        return self._record._ask(look)

    def utterances(self, walk: Walk, *, about: str | None = None) -> Part[Utterance]:
        """Return what several reports quote of one occasion, each where it was first quoted."""

        def look(reader: Reader) -> Part[Utterance]:
            def wanted(ids: Sequence[str]) -> Iterable[tuple[str, Utterance]]:
                links = reader.links(LinkKind.SAME_UTTERANCE, as_of=walk.as_of, ends=ids)
                found = {one.id: one for one in assemble_utterances(links, _quoted(reader, links))}
                told = (found[one] for one in ids if one in found and found[one].reports > 1)
                return (
                    (one.id, one)
                    for one in told
                    if not about or about.casefold() in one.fullest.quoted.words.casefold()
                )

            found, mark = _gather(reader.walker(walk).groups(LinkKind.SAME_UTTERANCE, at_least=2), wanted, walk)
            return _part("utterances", rows.UTTERANCE, rows.utterance, found, mark)

        return self._record._ask(look)


def _is_wanted(event: Event, act: EventType | None, statuses: Collection[Status]) -> bool:
    return (act is None or event.act is act) and (not statuses or event.status in statuses)


def _held(reader: Reader, ids: Sequence[str]) -> Iterator[Held]:
    found = list(reader.positions(ids=ids))
    names = reader.entity_names({entity for _, _, entity in found})
    for position, report, entity in found:
        holder = names[entity].name if entity in names else position.holder.name
        yield Held(position=position, report=report, entity=entity, holder=holder)


def _quoted(reader: Reader, links: Sequence[KnownLink]) -> dict[str, Quoted]:
    """Return the quotations that more than one of these links is about, by id."""
    counted: dict[str, list[str]] = {}
    for known in links:
        counted.setdefault(known.link.right, []).append(known.link.left)
    ids = [quotation for together in counted.values() if len(together) > 1 for quotation in together]
    return {found[0].id: Quoted(*found) for found in reader.quotations(ids=ids)} if ids else {}


def _gather(stretches: Iterator[Stretch], select: Select[T], walk: Walk) -> tuple[list[T], Mark | None]:
    """Return as many of the records wanted as a page holds, and the mark of the last one looked at, None at the end of all."""
    found: list[T] = []
    at: Mark | None = None
    for stretch in islice(stretches, MOST_STRETCHES):
        for first in range(0, len(stretch.marks), walk.limit):
            marks = stretch.marks[first : first + walk.limit]
            records = dict(select([mark.id for mark in marks]))
            for mark in marks:
                if mark.id in records:
                    found.append(records[mark.id])
                    if len(found) == walk.limit:
                        return found, mark if stretch.more or mark != stretch.marks[-1] else None
        at = stretch.end if stretch.more else None
    return found, at


def _next(marks: Sequence[Mark], walk: Walk) -> Mark | None:
    return marks[-1] if len(marks) == walk.limit else None


def entity_row(entity: KnownEntity | Named) -> dict[str, Any]:
    """Return an entity as a row of ENTITY."""
    return {"id": entity.id, "name": entity.name, "type": str(entity.type), "country": entity.country}


def _part(
    name: str,
    columns: Sequence[Column],
    row: Callable[[T], dict[str, Any]],
    found: Sequence[T],
    mark: Mark | None,
) -> Part[T]:
    return Part(table=Table(name, columns, lambda: found, row), next=mark)

"""The record as pages ask it: a page of an answer at a time, at a cost that does not grow with the record."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from dateline.errors import NotFoundError
from dateline.model import (
    Document,
    Entity,
    EntityMention,
    EntityType,
    Event,
    KnownEntity,
    Origin,
    PlaceMention,
    Quotation,
    Span,
    Status,
    StorySoFar,
    TimeExpression,
)
from dateline.model.disagreements import Disagreement
from dateline.model.links import LinkKind
from dateline.store import Headed, Lists, Named, Printed, Reader, Spot, StoredMention, Tie, end_of
from dateline.views import rows
from dateline.views.changes import Change, changes_of
from dateline.views.dyads import Length, Period, periods_of
from dateline.views.events import assemble_events
from dateline.views.offices import offices_of
from dateline.views.positions import Held
from dateline.views.quoted import Quoted
from dateline.views.record import Record
from dateline.views.relations import Relation, relations_of

T = TypeVar("T")

MOST_EVENTS = 300
"""Events that one view puts together."""

MOST_REPORTS = 200
"""Reports of a story that one view lists: the newest."""

MOST_PARTS = 40
"""Parts of a story that one view lists: those that began last."""

MOST_TOLD = 120
"""Events of a story that one view puts together: those that most of its reports tell of."""

MOST_NAMING = 400
"""Reports of one person or state that are looked at for its aliases: the newest."""

BEST = 24
"""Matches of a search, and events that these tell of, of which it is counted how they stand."""

BESIDE = 40
"""Events that an event is compared with to find its relations and disagreements: the newest of its parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The first page: what the last days brought. Lists are cut to what a page has room for."""

    since: date
    until: date
    reports: int
    changes: tuple[Change, ...]
    due: tuple[Event, ...]
    stories: tuple[StoryHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """A story as a list shows it; `added` are its reports in the period asked for.

    `part_of` is the story in whose affair it is a matter of its own.
    """

    id: str
    title: str
    added: int
    reports: tuple[Headed, ...]
    part_of: str | None = None

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the reports shown."""
        return tuple(sorted({report.outlet for report in self.reports if report.outlet}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of what matches a search, and how the best matches are spread over outlets, months, names and acts.

    `statuses` counts how the events stand that the very best matches tell of.
    """

    hits: tuple[Headed, ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    entities: tuple[Named, ...] = ()
    acts: tuple[tuple[str, int], ...] = ()
    statuses: tuple[tuple[Status, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a search is narrowed by: days, an outlet, whom a report names, what acts it tells of, and how these stand."""

    since: date | None = None
    outlet: str | None = None
    entity: str | None = None
    act: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """All that the stages say of one report, by where it stands; `events` are event ids by mention id."""

    document: Document
    entities: tuple[EntityMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeExpression, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[StoredMention, ...]
    canonical: dict[str, KnownEntity]
    story: str | None
    copies: tuple[tuple[Origin, Document], ...]

    def spans(self) -> list[tuple[str, Span, str]]:
        """Return what was read where, in order of the text: kind, span, and what it means."""
        found = [("entity", one.span, one.entity.name if one.entity else "") for one in self.entities]
        found += [("place", one.span, one.place.name) for one in self.places]
        found += [("time", one.span, one.value or "") for one in self.times]
        found += [
            ("quotation", span, one.speaker.name if one.speaker else "")
            for one in self.quotations
            for span in one.content
        ]
        found += [("event", one.mention.anchor, one.event) for one in self.mentions]
        return sorted(found, key=lambda mark: (mark[1].start, mark[1].end, mark[0]))


class PagedRecord(Record):
    """A record that answers in pages. Answers as of None are of all that is known."""

    def bounds(self) -> tuple[date, date] | None:
        """Return the first and last day on which a dated report became known; None where none is dated."""
        found = self._list(lambda lists: lists.bounds())
        return (date.fromisoformat(found[0]), date.fromisoformat(found[1])) if found else None

    def days_of(self, reports: int, *, until: date) -> date | None:
        """Return the first of the days, up to one, that have so many reports; None where there are fewer in all."""
        found = self._list(lambda lists: lists.day_of_report(reports, until=end_of(until)))
        return date.fromisoformat(found) if found else None

    def front(self, *, since: date, until: date, most: int = MOST_EVENTS, ahead: int = 14) -> Front:
        """Return what became known after *since* and by *until*, and what is due within *ahead* days."""

        def look(reader: Reader, lists: Lists) -> Front:
            coming = lists.events(
                until=end_of(until),
                first=until.isoformat(),
                last=(until + timedelta(days=ahead)).isoformat(),
                limit=60,
                ascending=True,
                planned=True,
            )
            due = self._assemble(reader, self._mentions_of(reader, coming, until), until)
            due = [event for event in due if event.status is Status.EXPECTED and event.actors]
            active = lists.stories(since=end_of(min(since, until - timedelta(days=7))), until=end_of(until), limit=8)
            return Front(
                since=since,
                until=until,
                reports=reader.count_known(after=since, until=until),
                changes=tuple(self._newest_changes(reader, lists, since, until, most)),
                due=tuple(sorted(due, key=rows.event_order)),
                stories=tuple(self._story_head(lists, story, added, until) for story, added in active),
            )

        return self._look(look)

    def newest_changes(self, *, since: date, until: date, most: int = MOST_EVENTS) -> list[Change]:
        """Return what became known after *since* and by *until*, as `changes` does, of the events that most reports told of then.

        With them go those that were due in between: nobody may have told anything of these.
        """
        return self._look(lambda reader, lists: self._newest_changes(reader, lists, since, until, most))

    def _newest_changes(self, reader: Reader, lists: Lists, since: date, until: date, most: int) -> list[Change]:
        told = lists.events_told(after=end_of(since), until=end_of(until), limit=most)
        passed = lists.events_passed(
            first=since.isoformat(), last=until.isoformat(), until=end_of(until), limit=max(most - len(told), most // 6)
        )
        mentions = self._mentions_of(reader, list(dict.fromkeys([*told, *passed])), until)
        known = [mention for mention in mentions if mention.document.order <= end_of(since)]
        return changes_of(self._assemble(reader, known, since), self._assemble(reader, mentions, until))

    def newest_events(
        self,
        *,
        as_of: date | None = None,
        first: date | None = None,
        last: date | None = None,
        entities: Sequence[str] = (),
        event_type: str | None = None,
        limit: int = MOST_EVENTS,
    ) -> list[Event]:
        """Return the events of a period, the latest first: of all these entities, if any are given, those told last."""

        def look(reader: Reader, lists: Lists) -> list[Event]:
            if entities:
                ids = lists.events_of(entities, until=end_of(as_of), limit=limit)
            else:
                ids = lists.events(
                    until=end_of(as_of),
                    first=first.isoformat() if first else "",
                    last=last.isoformat() if last else "9999",
                    event_type=event_type,
                    limit=limit,
                )
            told = self._assemble(reader, self._mentions_of(reader, ids, as_of), as_of)
            told = [event for event in told if event.status is not None and event.actors]
            newest = sorted(told, key=rows.event_order, reverse=True)
            return sorted(newest, key=lambda event: not (event.happened or event.tellings[0].published_at))

        return self._look(look)

    def due_beside(self, *, as_of: date | None, first: date, last: date) -> tuple[date | None, date | None]:
        """Return the last day before a period, and the first after it, for which something is announced."""

        def look(reader: Reader, lists: Lists) -> tuple[date | None, date | None]:
            before = lists.events(
                until=end_of(as_of), last=(first - timedelta(days=1)).isoformat(), limit=BESIDE, planned=True
            )
            after = lists.events(
                until=end_of(as_of),
                first=(last + timedelta(days=1)).isoformat(),
                limit=BESIDE,
                ascending=True,
                planned=True,
            )
            told = self._assemble(reader, self._mentions_of(reader, [*before, *after], as_of), as_of)
            days = [e.happened.earliest or e.happened.latest for e in told if e.actors and e.happened]
            named = sorted(day for day in days if day)
            return (
                max((day for day in named if day < first), default=None),
                min((day for day in named if day > last), default=None),
            )

        return self._look(look)

    def due(self, *, as_of: date | None, first: date, last: date) -> list[Event]:
        """Return what is announced for a period, in order of time, whatever has become of it."""

        def look(reader: Reader, lists: Lists) -> list[Event]:
            ids = lists.events(
                until=end_of(as_of),
                first=first.isoformat(),
                last=(last + timedelta(days=62)).isoformat(),
                limit=MOST_EVENTS,
                ascending=True,
                planned=True,
            )
            told = self._assemble(reader, self._mentions_of(reader, ids, as_of), as_of)
            named = [event for event in told if event.actors and event.happened and event.happened.latest]
            return sorted(
                (e for e in named if e.happened and (e.happened.earliest or e.happened.latest or first) <= last),
                key=rows.event_order,
            )

        return self._look(look)

    def stood(self, name: str, days: Sequence[date]) -> list[Event]:
        """Return one event as it stood at the end of each of these days on which it was known, in order."""

        def look(reader: Reader, _lists: Lists) -> list[Event]:
            mentions = list(reader.event_mentions(events=[name]))
            names = reader.entity_names({one for mention in mentions for one in mention.entities.values()})
            stood = []
            for day in days:
                known = [mention for mention in mentions if mention.document.order <= end_of(day)]
                stood.extend(assemble_events(known, names, as_of=day, today=day))
            return stood

        return self._look(look)

    def disagreements_among(self, events: Sequence[str], *, as_of: date | None) -> list[Disagreement]:
        """Return where reports of these events cannot both be right."""

        def look(reader: Reader, _lists: Lists) -> list[Disagreement]:
            return self._disagreements(reader, self._mentions_of(reader, events, as_of), as_of)

        return self._look(look)

    def newest_disagreements(self, *, as_of: date | None, first: date | None, last: date | None) -> list[Disagreement]:
        """Return where reports of the latest events of a period cannot both be right."""

        def look(reader: Reader, lists: Lists) -> list[Disagreement]:
            ids = lists.events(
                until=end_of(as_of),
                first=first.isoformat() if first else "",
                last=last.isoformat() if last else "9999",
                limit=MOST_EVENTS,
            )
            return self._disagreements(reader, self._mentions_of(reader, ids, as_of), as_of)

        return self._look(look)

    @staticmethod
    def periods(events: Sequence[Event], *, by: Length) -> list[Period]:
        """Return what these events were for and against, by week or month."""
        return periods_of(events, by=by)

    def beside(self, event: Event) -> tuple[list[Relation], list[Disagreement]]:
        """Return how an event is related to the newest events of its parties, and where their reports cannot both be right."""

        def look(reader: Reader, lists: Lists) -> tuple[list[Relation], list[Disagreement]]:
            parties = [party.id for party in (*event.actors, *event.recipients)][:6]
            found = (lists.events_of([party], until=end_of(event.as_of), limit=BESIDE) for party in parties)
            ids = [one for ids in zip_longest(*found) for one in ids if one is not None]
            mentions = self._mentions_of(reader, list(dict.fromkeys([event.id, *ids]))[:BESIDE], event.as_of)
            others = self._assemble(reader, mentions, event.as_of)
            odds = self._disagreements(reader, mentions, event.as_of)
            related = relations_of(event, [other for other in others if other.status is not None])
            return related, [one for one in odds if event.id in one.events]

        return self._look(look)

    def disagreements_beside(self, event: Event) -> list[Disagreement]:
        """Return where reports of an event, or of one that is kept apart from it, cannot both be right."""
        return self.beside(event)[1]

    # stories and reports

    def active_stories(self, *, since: date, until: date, limit: int) -> list[StoryHead]:
        """Return the stories to which most reports were added in a period."""

        def look(_reader: Reader, lists: Lists) -> list[StoryHead]:
            active = lists.stories(since=end_of(since), until=end_of(until), limit=limit)
            return [self._story_head(lists, story, added, until) for story, added in active]

        return self._look(look)

    def story_told(self, name: str, *, as_of: date | None) -> tuple[StoryHead, list[Event]]:
        """Return a story with its newest reports and the events that most of them tell of, in order of time.

        Raises NotFoundError when the record knows of no such story.
        """

        def look(reader: Reader, lists: Lists) -> tuple[StoryHead, list[Event]]:
            head = self._story_head(lists, name, 0, as_of, most=MOST_REPORTS)
            if not head.reports:
                raise NotFoundError(f"{self._store.path}: no story is called {name!r}")
            ids = lists.events_in([report.id for report in head.reports], limit=MOST_TOLD)
            told = self._assemble(reader, self._mentions_of(reader, ids, as_of), as_of)
            return head, sorted((e for e in told if e.status is not None and e.actors), key=rows.event_order)

        return self._look(look)

    def story_family(self, head: StoryHead, *, as_of: date | None) -> tuple[StoryHead | None, tuple[StoryHead, ...]]:
        """Return the story that another is a part of, if any, and those that are parts of it, the newest first."""

        def look(_reader: Reader, lists: Lists) -> tuple[StoryHead | None, tuple[StoryHead, ...]]:
            parts = lists.story_parts(head.id, until=end_of(as_of), limit=MOST_PARTS)
            whole = self._story_head(lists, head.part_of, 0, as_of) if head.part_of else None
            return whole, tuple(self._story_head(lists, part, 0, as_of) for part in parts)

        return self._look(look)

    def story_heads(self, ids: Iterable[str], *, as_of: date | None) -> list[StoryHead]:
        """Return stories by their ids, in the order given."""
        return self._list(lambda lists: [self._story_head(lists, one, 0, as_of) for one in ids])

    @staticmethod
    def _story_head(lists: Lists, story: str, added: int, as_of: date | None, *, most: int = 8) -> StoryHead:
        reports = lists.story_reports(story, until=end_of(as_of), limit=most)
        data = lists.story_data(story, until=end_of(as_of))
        so_far = StorySoFar.read(data) if data else None
        return StoryHead(
            id=story,
            title=so_far.title if so_far else "",
            added=added,
            reports=tuple(reports),
            part_of=so_far.parent if so_far else None,
        )

    def newest_reports(
        self, *, as_of: date | None = None, outlet: str | None = None, limit: int, offset: int = 0
    ) -> list[Headed]:
        """Return the newest reports, the newest first."""
        return self._list(lambda lists: lists.reports(until=end_of(as_of), outlet=outlet, limit=limit, offset=offset))

    def marked(self, name: str, *, as_of: date | None = None) -> Marked:
        """Return a report with all that the stages say of it; raises NotFoundError when the record knows of none."""
        document = self.dated(name, as_of=as_of)

        def look(reader: Reader, lists: Lists) -> Marked:
            mentions = tuple(reader.event_mentions(document_id=document.id))
            entities = tuple(reader.layer(document.id, EntityMention))
            readings = {found.entity.id for found in entities if found.entity}
            canonical = lists.canonical(document.id)
            names = reader.entity_names(set(canonical.values()))
            return Marked(
                document=document,
                entities=entities,
                places=tuple(reader.layer(document.id, PlaceMention)),
                times=tuple(reader.layer(document.id, TimeExpression)),
                quotations=tuple(found[0] for found in reader.quotations(document_id=document.id)),
                mentions=mentions,
                canonical={one: names[canonical[one]] for one in readings if canonical.get(one) in names},
                story=lists.story_of(document.id),
                copies=tuple(self._copies(reader, document, as_of)),
            )

        return self._look(look)

    @staticmethod
    def _copies(reader: Reader, document: Document, as_of: date | None) -> list[tuple[Origin, Document]]:
        """Return the report that a report goes back to, and those that go back to it, each with how."""
        found = []
        for known in reader.links(LinkKind.COPY_OF, as_of=as_of, ends=[document.id])[:20]:
            other = known.link.right if known.link.left == document.id else known.link.left
            read = reader.document(other) if other != document.id else None
            if read is not None:
                found.append((Origin.told_by(known), read))
        return found

    # people, what they say, where they stand

    def most_named(self, *, since: date, until: date, type: str | None = None, limit: int) -> list[Named]:
        """Return whom most reports of a period name."""
        return self._list(
            lambda lists: lists.entities(since=since.isoformat(), until=end_of(until), type=type, limit=limit)
        )

    def named(self, words: str, *, as_of: date | None = None, limit: int) -> list[Named]:
        """Return the entities whose name has these words in it."""
        return self._list(lambda lists: lists.entities_named(words, until=end_of(as_of), limit=limit))

    def called(self, words: str, *, as_of: date | None = None, limit: int) -> list[Named]:
        """Return the entities that go by names that begin with these words."""
        keys = [f"{kind} {words.casefold()}" for kind in (*EntityType, "surname")]
        return self._list(lambda lists: lists.entities_starting(keys, until=end_of(as_of), limit=limit))

    def newest_quotations(
        self,
        *,
        as_of: date | None = None,
        speaker: str | None = None,
        about: str | None = None,
        limit: int,
        offset: int = 0,
    ) -> list[Quoted]:
        """Return the newest quotations, the newest first; `about` is a word or phrase that the words said contain."""

        def look(reader: Reader, lists: Lists) -> list[Quoted]:
            query = as_phrase(about) if about else None
            ids = lists.quotations(until=end_of(as_of), speaker=speaker, query=query, limit=limit, offset=offset)
            found = {quoted.id: quoted for quoted in (Quoted(*one) for one in reader.quotations(ids=ids))}
            told = [found[one] for one in ids if one in found]
            return [one for one in told if not about or about.casefold() in one.words.casefold()]

        return self._look(look)

    def topics(self, *, limit: int) -> list[tuple[str, int]]:
        """Return the matters on which most positions are taken."""
        return self._list(lambda lists: lists.topics(limit=limit))

    def newest_positions(
        self,
        *,
        as_of: date | None = None,
        topic: str | None = None,
        holder: str | None = None,
        reports: Sequence[str] | None = None,
        limit: int = MOST_EVENTS,
    ) -> list[Held]:
        """Return the newest positions on a matter, of a holder or in some reports, the oldest of them first."""

        def look(reader: Reader, lists: Lists) -> list[Held]:
            found = lists.positions(topic=topic, holder=holder, reports=reports, until=end_of(as_of), limit=limit)
            names = reader.entity_names({entity for _, _, entity in found})
            return [
                Held(
                    position=position,
                    report=report,
                    entity=entity,
                    holder=names[entity].name if entity in names else position.holder.name,
                )
                for position, report, entity in reversed(found)
            ]

        return self._look(look)

    @staticmethod
    def offices_of(entity: Entity) -> list[str]:
        """Return the offices that the tables know a person to have held."""
        return offices_of(entity)

    def names_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the names of entities by id."""
        return {known.id: known.name for known in self._ask(lambda reader: reader.entity_names(ids)).values()}

    # overviews

    def ties(
        self, *, first: date, last: date, as_of: date | None, limit: int
    ) -> tuple[list[Tie], dict[str, KnownEntity]]:
        """Return which entities have events of a period in common, and these entities by id."""

        def look(reader: Reader, lists: Lists) -> tuple[list[Tie], dict[str, KnownEntity]]:
            found = lists.ties(first=first.isoformat(), last=last.isoformat(), until=end_of(as_of), limit=limit)
            return found, reader.entity_names({entity for tie in found for entity in (tie.one, tie.other)})

        return self._look(look)

    def spots(self, *, first: date, last: date, as_of: date | None, limit: int) -> list[Spot]:
        """Return where the events of a period happened."""
        return self._list(
            lambda lists: lists.spots(first=first.isoformat(), last=last.isoformat(), until=end_of(as_of), limit=limit)
        )

    def outlets(self, *, since: date, until: date) -> list[Printed]:
        """Return what each outlet had in a period."""
        return self._list(lambda lists: lists.outlets(since=since.isoformat(), until=end_of(until)))

    def cited_by(self, *, since: date, until: date, most: int = 4) -> dict[str, list[tuple[str, int]]]:
        """Return the agencies that each outlet's reports of a period are credited to most."""
        found = self._list(lambda lists: lists.agencies(since=since.isoformat(), until=end_of(until)))
        cited: dict[str, list[tuple[str, int]]] = {}
        for outlet, agency, number in found:
            if agency != outlet and len(cited.setdefault(outlet, [])) < most:
                cited[outlet].append((agency, number))
        return cited

    def events_told_in(self, reports: Sequence[str], *, as_of: date | None) -> list[str]:
        """Return the ids of the events that reports tell of, by their document ids."""
        found = self._look(lambda reader, _: reader.events_by_report(as_of=as_of, document_ids=reports))
        return sorted({event for events in found.values() for event in events})

    def events_by_id(self, ids: Sequence[str], *, as_of: date | None) -> list[Event]:
        """Return events by their ids, in order of time."""

        def look(reader: Reader, _lists: Lists) -> list[Event]:
            told = self._assemble(reader, self._mentions_of(reader, list(ids), as_of), as_of)
            return sorted(told, key=rows.event_order)

        return self._look(look)

    def found(
        self,
        query: str,
        *,
        as_of: date | None = None,
        narrowing: Narrowing = Narrowing(),
        limit: int,
        offset: int = 0,
        facets: bool = False,
    ) -> Found:
        """Return a page of the reports that match a full-text query, best first; what is no such query is taken word by word.

        With `facets` also how they are spread.
        """

        def look(words: str) -> Found:
            def ask(reader: Reader, lists: Lists) -> Found:
                ranked = lists.ranked(words, until=end_of(as_of))
                told = self._told_by_best(reader, lists, ranked, as_of) if facets or narrowing.status else []
                hits = lists.matches(
                    words,
                    self._narrowed(lists, ranked, narrowing, told),
                    since=narrowing.since.isoformat() if narrowing.since else "",
                    outlet=narrowing.outlet,
                    limit=limit,
                    offset=offset,
                )
                return self._spread(lists, ranked, hits, told) if facets else Found(hits=tuple(hits))

            return self._look(ask)

        try:
            return look(query)
        except OperationalError as error:
            if not isinstance(error.orig, sqlite3.OperationalError):
                raise
            words = " ".join(as_phrase(word) for word in query.replace("\0", " ").split())
            return look(words) if words else Found()

    def _told_by_best(self, reader: Reader, lists: Lists, ranked: Sequence[int], as_of: date | None) -> list[Event]:
        ids = lists.events_in(lists.ids(ranked[:BEST]), limit=BEST)
        return [e for e in self._assemble(reader, self._mentions_of(reader, ids, as_of), as_of) if e.status]

    @staticmethod
    def _narrowed(lists: Lists, ranked: list[int], narrowing: Narrowing, told: Sequence[Event]) -> list[int]:
        if not (narrowing.entity or narrowing.act or narrowing.status):
            return ranked
        events = [event.id for event in told if event.status is narrowing.status] if narrowing.status else None
        return lists.narrowed(ranked, entity=narrowing.entity, act=narrowing.act, events=events)

    @staticmethod
    def _spread(lists: Lists, ranked: Sequence[int], hits: Sequence[Headed], told: Sequence[Event]) -> Found:
        outlets, months = lists.facets(ranked)
        statuses = Counter(event.status for event in told if event.status)
        return Found(
            hits=tuple(hits),
            outlets=tuple(outlets),
            months=tuple(months),
            entities=tuple(lists.entities_in(ranked, limit=10)),
            acts=tuple(lists.acts_in(ranked)),
            statuses=tuple((status, statuses[status]) for status in Status if statuses[status]),
        )

    def entity_called(self, name: str, *, as_of: date | None = None) -> Entity:
        """Return the entity with an id or name; raises NotFoundError when there is none, StoreError when there are several.

        Its aliases are those of the reports that named it last.
        """

        def look(_reader: Reader, lists: Lists) -> Entity | None:
            found = lists.entity(name, until=end_of(as_of), most=MOST_NAMING)
            if found is not None or name.startswith("ent:"):
                return found
            ids = lists.entities_keyed([f"{type} {name.casefold()}" for type in EntityType], until=end_of(as_of))
            return lists.entity(ids[0], until=end_of(as_of), most=MOST_NAMING) if len(ids) == 1 else None

        found = self._look(look) or self.find(name, as_of=as_of)
        if not isinstance(found, Entity):
            raise NotFoundError(f"{self._store.path}: {name!r} is no person, state, body or place")
        return found

    def _list(self, question: Callable[[Lists], T]) -> T:
        return self._look(lambda _reader, lists: question(lists))

    def _look(self, question: Callable[[Reader, Lists], T]) -> T:
        with self._store.reading() as connection:
            return question(Reader(connection), Lists(connection))


__all__ = [
    "Found",
    "Front",
    "Headed",
    "Marked",
    "Named",
    "Narrowing",
    "PagedRecord",
    "Printed",
    "Spot",
    "StoredMention",
    "StoryHead",
    "Tie",
    "as_phrase",
]


def as_phrase(words: str) -> str:
    """Return words as a phrase of a full-text query, whatever they are."""
    return '"' + words.replace('"', '""') + '"'

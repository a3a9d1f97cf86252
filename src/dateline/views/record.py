"""The record as its readers ask it: every question as of a day, every answer a table of records."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.exc import OperationalError

from dateline.errors import NotFoundError, StoreError
from dateline.model import (
    Amendment,
    Correction,
    Document,
    Entity,
    EntityMention,
    EntityType,
    Event,
    Failure,
    LinkKind,
    Moment,
    Predicate,
    Span,
    Status,
    TemporalLink,
)
from dateline.model.disagreements import Disagreement
from dateline.model.dyads import Dyad
from dateline.store import Reader, Store, StoredMention, end_of
from dateline.views import rows
from dateline.views.called import usual_names
from dateline.views.changes import Brief, Change, changes_of
from dateline.views.dating import refined_time
from dateline.views.disagreements import Assembled, find_disagreements
from dateline.views.dyads import Length, Period, periods_of, render_period
from dateline.views.events import assemble_events
from dateline.views.exchange.comparing import Agreement, By, compare
from dateline.views.exchange.fields import rows_of
from dateline.views.explaining import Explanation, explain
from dateline.views.offices import HeldOffice, table_offices, told_offices
from dateline.views.positions import Held, topics_about
from dateline.views.quoted import Quoted
from dateline.views.relations import Relation, relations_of, unanswered
from dateline.views.sides import Side, events_of_both, is_between, side_of
from dateline.views.stories import Story, assemble_stories
from dateline.views.tables import Table
from dateline.views.utterances import Utterance, assemble_utterances

T = TypeVar("T")
Day = date | str | None

DAYS_AHEAD = 14
"""How many days ahead a brief looks."""

EVENTS_AT_ONCE = 400
"""Events looked up in one query."""


Found = Document | Event | Entity | Quoted | rows.Mentioned | Failure
"""What an id can lead to."""


class Record:
    """A record of reports that can be questioned.

    `as_of` in any question is a day (a date, or "2023-03-18"): the answer then rests only on reports published by its end.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._closed = False

    def __repr__(self) -> str:
        counts = self.counts()
        return f"<dateline record {self._store.path}: {counts['documents']} reports, {counts['events']} events>"

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; an answer that was not used yet can then not be looked up any more."""
        self._closed = True
        self._store.close()

    @property
    def store(self) -> Store:
        """The store that holds the record."""
        return self._store

    def counts(self) -> dict[str, int]:
        """Return how many documents, event mentions, events, quotations, entities and failures the record holds."""
        return self._ask(lambda reader: reader.counts())

    def revision(self) -> str:
        """Return a word that is another one as soon as anything in the record may have changed."""
        return self._store.revision()

    def reports(self, *, as_of: Day = None, outlet: str | None = None) -> Table[Document]:
        """Return the reports in the order in which they became known; undated ones last."""
        until = to_day(as_of)
        return self._table("reports", rows.REPORT, rows.report, lambda r: list(r.documents(as_of=until, outlet=outlet)))

    def events(
        self, *, as_of: Day = None, since: Day = None, until: Day = None, entity: str | None = None
    ) -> Table[Event]:
        """Return every event, whatever its status, in order of time.

        `since` and `until` bound when it happened or is due (or was reported, where no report says when); `entity` is the
        name or id of an actor or recipient.
        """
        return self._events("events", as_of, since, until, entity, lambda event: True)

    def timeline(
        self,
        *,
        as_of: Day = None,
        since: Day = None,
        until: Day = None,
        entity: str | None = None,
        pair: tuple[str, str] | None = None,
        story: str | None = None,
    ) -> Table[Event]:
        """Return the events with a status and a known party, in order of time: what happened, is going on, or is to come.

        `pair` are two actors between whom it must lie; of a state everybody who is of it is meant. `story` is the id of a story,
        or words that it tells of.
        """
        known = to_day(as_of)

        def fetch(reader: Reader) -> list[Event]:
            told = self._between(reader, known, to_day(since, first=True), to_day(until), entity)
            told = [event for event in told if event.status is not None and event.actors]
            if pair is not None:
                one, other = self._sides(reader, pair, known)
                told = [event for event in told if is_between(event, one, other)]
            if story is not None:
                ids = set(self._story(reader, story, known).events)
                told = [event for event in told if event.id in ids]
            return sorted(told, key=rows.event_order)

        return self._table("timeline", rows.EVENT, rows.event, fetch)

    def relation(
        self,
        one: str,
        other: str,
        *,
        by: Length | str = Length.WEEK,
        as_of: Day = None,
        since: Day = None,
        until: Day = None,
    ) -> Table[Period]:
        """Return what two sides did for and against one another, by week (from Monday) or month, with the events behind it.

        Of a state everybody who is of it is meant. Each event that has happened or is under way counts once, with its Goldstein
        score; others are named beside. Without `since` it begins a week before the first report.
        """
        known, last, length = to_day(as_of), to_day(until), Length(by)

        def fetch(reader: Reader) -> list[Period]:
            sides = self._sides(reader, (one, other), known)
            told = self._between_sides(reader, sides, known)
            first = to_day(since, first=True) or _week_before_first(reader)
            return periods_of(told, by=length, since=first, until=last)

        return self._table("relation", rows.RELATION, render_period, fetch)

    def passages(
        self,
        *,
        as_of: Day = None,
        entity: str | None = None,
        pair: tuple[str, str] | None = None,
        story: str | None = None,
    ) -> list[tuple[Document, list[Span] | None]]:
        """Return the reports to make a timeline of, each with the spans that tell what is asked, None where all of it does.

        Of an entity or a pair these are the sentences that tell what it did or had done to it, or what lies between the two.
        """
        known = to_day(as_of)

        def look(reader: Reader) -> list[tuple[Document, list[Span] | None]]:
            told = self._story(reader, story, known).reports if story is not None else reader.documents(as_of=known)
            if entity is None and pair is None:
                return [(document, None) for document in told]
            events = self._between(reader, known, None, None, entity) if entity is not None else None
            if pair is not None:
                ids = {event.id for event in events} if events is not None else None
                events = self._between_sides(reader, self._sides(reader, pair, known), known)
                events = [event for event in events if ids is None or event.id in ids]
            spans = _spans_of(events or ())
            return [(document, spans[document.id]) for document in told if document.id in spans]

        return self._ask(look)

    def _sides(self, reader: Reader, pair: tuple[str, str], as_of: date | None) -> tuple[Side, Side]:
        one, other = (side_of(reader, self._entities_called(reader, name, as_of)) for name in pair)
        return one, other

    def _between_sides(self, reader: Reader, sides: tuple[Side, Side], as_of: date | None) -> list[Event]:
        ids = events_of_both(reader, *sides, as_of=as_of)
        told = self._assemble(reader, self._mentions_of(reader, ids, as_of), as_of)
        return [event for event in told if is_between(event, *sides)]

    def _story(self, reader: Reader, name: str, as_of: date | None) -> Story:
        documents = {document.id: document for document in reader.documents(as_of=as_of)}
        stories = assemble_stories(
            reader.links(LinkKind.SAME_STORY, as_of=as_of), documents, reader.events_by_report(as_of=as_of)
        )
        named = [story for story in stories if story.id.startswith(name)] if ":" in name else []
        found = named or [story for story in stories if story.is_about(name)]
        if not found:
            raise NotFoundError(f"{self._store.path}: no story is called {name!r}; see: dateline stories")
        if len(found) > 1:
            ids = ", ".join(f"{story.id} ({story.title})" for story in found[:5])
            raise StoreError(f"{self._store.path}: {name!r} may be any of {ids}; give the id of one")
        return found[0]

    def expected(self, *, as_of: Day = None, entity: str | None = None, overdue: bool = False) -> Table[Event]:
        """Return the events that were announced and not yet told as done; with `overdue` those whose day has passed."""
        wanted = Status.UNCONFIRMED if overdue else Status.EXPECTED
        return self._events(
            "expected", as_of, None, None, entity, lambda event: event.status is wanted and bool(event.actors)
        )

    def unanswered(self, *, as_of: Day = None, entity: str | None = None) -> Table[Event]:
        """Return the invitations and offers that nothing has come of so far: no visit, no talks, neither made nor planned."""
        known = to_day(as_of)

        def fetch(reader: Reader) -> list[Event]:
            today = known or reader.last_day()
            told = self._between(reader, known, None, None, entity)
            return sorted(unanswered(told, today), key=rows.event_order) if today else []

        return self._table("unanswered invitations", rows.EVENT, rows.event, fetch)

    def changes(self, *, since: Day, until: Day = None) -> Table[Change]:
        """Return what became known after the end of the day `since` and by the end of `until` (else of the last day).

        Cancelled and disputed events come first, then what has happened, what is new or expected, what is overdue, and what
        more outlets tell now. The cost is that of the events concerned, not of the record.
        """
        return self._table("changes", rows.CHANGE, rows.change, lambda reader: self._changes(reader, since, until))

    def brief(self, *, since: Day, until: Day = None, ahead: int = DAYS_AHEAD) -> Brief:
        """Return what a reader who was away since a day needs: what changed, and what is due within `ahead` days."""

        def look(reader: Reader) -> Brief:
            first, last = _period(reader, since, until)
            named = [event for event in self._between(reader, last, last, last + timedelta(days=ahead)) if event.actors]
            named.sort(key=rows.event_order)
            due = [event for event in named if event.status is Status.EXPECTED and _ends_after(event, last)]
            changes = self._changes(reader, first, last)
            return Brief(
                since=first,
                as_of=last,
                changes=tuple(changes),
                due=tuple(due),
                reports=reader.count_known(after=first, until=last),
                disagreements=tuple(self._new_disagreements(reader, first, last)),
            )

        return self._ask(look)

    def disagreements(
        self, *, as_of: Day = None, since: Day = None, event: str | None = None, entity: str | None = None
    ) -> Table[Disagreement]:
        """Return where independent reports cannot both be right, in order of when that became known.

        `event` is the id of an event, or its beginning; `since` bounds when the events happened or are due, or were reported.
        """
        known = to_day(as_of)

        def fetch(reader: Reader) -> list[Disagreement]:
            if event is None:
                told = self._between_mentions(reader, known, to_day(since, first=True), None, entity)
                return self._disagreements(reader, told, known)
            found = self._the_event(reader, event, known)
            mentions = self._mentions_beside(reader, found)
            return [one for one in self._disagreements(reader, mentions, known) if found.id in one.events]

        return self._table("disagreements", rows.DISAGREEMENT, rows.disagreement, fetch)

    def _disagreements(
        self, reader: Reader, mentions: Sequence[StoredMention], as_of: date | None
    ) -> list[Disagreement]:
        names = reader.entity_names({canonical for mention in mentions for canonical in mention.entities.values()})
        members: dict[str, list[StoredMention]] = {}
        for mention in mentions:
            members.setdefault(mention.event, []).append(mention)
        events = assemble_events(mentions, names, as_of=as_of, today=as_of or reader.last_day())
        return find_disagreements([Assembled(event, members[event.id]) for event in events], names)

    def _new_disagreements(self, reader: Reader, first: date, last: date) -> list[Disagreement]:
        """Return the disagreements of what was told between two days that were not known on the first."""
        told = self._mentions_of(reader, reader.events_touched(after=first, until=last), last)
        before = [mention for mention in told if mention.document.order <= end_of(first)]
        known = {found.id for found in self._disagreements(reader, before, first)}
        return [found for found in self._disagreements(reader, told, last) if found.id not in known]

    def _the_event(self, reader: Reader, name: str, as_of: date | None) -> Event:
        found = [one for one in self._find(reader, name, as_of) if isinstance(one, Event)]
        if len(found) != 1:
            raise NotFoundError(f"{self._store.path}: expected the id of one event, got {name!r}")
        return found[0]

    def _mentions_beside(self, reader: Reader, event: Event) -> list[StoredMention]:
        """Return the mentions of an event and of those that have a party in common with it."""
        parties = sorted({party.id for party in (*event.actors, *event.recipients)})
        ids = {told.event for party in parties for told in reader.event_mentions(as_of=event.as_of, entity=party)}
        return self._mentions_of(reader, sorted({event.id, *ids}), event.as_of)

    def _changes(self, reader: Reader, since: Day, until: Day) -> list[Change]:
        first, last = _period(reader, since, until)
        mentions = self._mentions_of(reader, reader.events_touched(after=first, until=last), last)
        known = [mention for mention in mentions if mention.document.order <= end_of(first)]
        return changes_of(self._assemble(reader, known, first), self._assemble(reader, mentions, last))

    def quotations(
        self, *, as_of: Day = None, speaker: str | None = None, about: str | None = None, since: Day = None
    ) -> Table[Quoted]:
        """Return who said what, in order of publication; `about` is a word or phrase that the words said contain."""
        until, first = to_day(as_of), to_day(since, first=True)

        def fetch(reader: Reader) -> list[Quoted]:
            speakers: Iterable[str | None] = self._entities_called(reader, speaker, until) if speaker else [None]
            found = [
                Quoted(quotation=quotation, document=document, entity=entity)
                for wanted in speakers
                for quotation, document, entity in reader.quotations(as_of=until, speaker=wanted)
            ]
            return [
                quoted
                for quoted in found
                if (not about or about.casefold() in quoted.words.casefold())
                and (not first or (quoted.document.dated and quoted.document.dated.latest >= first))
            ]

        return self._table("quotations", rows.QUOTATION, rows.quotation, fetch)

    def positions(
        self,
        *,
        as_of: Day = None,
        about: str | None = None,
        holder: str | None = None,
        concerning: str | None = None,
        since: Day = None,
    ) -> Table[Held]:
        """Return where people, states and bodies stand, in order of publication.

        `about` is a matter ("ceasefire"), `concerning` a state or other actor whom the matter concerns: a ceasefire in one war is
        not one in another.
        """
        until, first = to_day(as_of), to_day(since, first=True)

        def fetch(reader: Reader) -> list[Held]:
            holders: Sequence[str | None] = self._entities_called(reader, holder, until) if holder else [None]
            sides = self._sides_called(reader, concerning, until) if concerning else None
            topics = topics_about(about) if about else None
            found = [one for wanted in holders for one in reader.positions(as_of=until, topics=topics, holder=wanted)]
            names = reader.entity_names({entity for _, _, entity in found})
            return [
                Held(
                    position=position,
                    report=report,
                    entity=entity,
                    holder=names[entity].name if entity in names else position.holder.name,
                )
                for position, report, entity in found
                if (sides is None or sides & set(position.scope))
                and (first is None or (report.dated is not None and report.dated.latest >= first))
            ]

        return self._table("positions", rows.POSITION, rows.position, fetch)

    def _sides_called(self, reader: Reader, name: str, as_of: date | None) -> set[str]:
        found = self._entities_called(reader, name, as_of)
        countries = (known.country for known in reader.entity_names(found).values())
        return {*found, *(country for country in countries if country)}

    def utterances(
        self, *, as_of: Day = None, speaker: str | None = None, about: str | None = None
    ) -> Table[Utterance]:
        """Return what several reports quote of one occasion, each with its wordings and how they differ."""
        until = to_day(as_of)

        def fetch(reader: Reader) -> list[Utterance]:
            wanted = set(self._entities_called(reader, speaker, until)) if speaker else None
            links = reader.links(LinkKind.SAME_UTTERANCE, as_of=until, at_least=2)
            ids = sorted({known.link.left for known in links})
            parts = [ids[start : start + EVENTS_AT_ONCE] for start in range(0, len(ids), EVENTS_AT_ONCE)]
            quoted = [Quoted(*found) for part in parts for found in reader.quotations(as_of=until, ids=part)]
            found = assemble_utterances(links, {one.id: one for one in quoted})
            return [
                utterance
                for utterance in found
                if (not about or about.casefold() in utterance.fullest.quoted.words.casefold())
                and (wanted is None or any(variant.quoted.entity in wanted for variant in utterance.variants))
            ]

        return self._table("utterances", rows.UTTERANCE, rows.utterance, fetch)

    def stories(self, *, as_of: Day = None, about: str | None = None) -> Table[Story]:
        """Return the stories that the reports make up, those with most reports first; `about` are words that a story tells of."""
        until = to_day(as_of)

        def fetch(reader: Reader) -> list[Story]:
            documents = {document.id: document for document in reader.documents(as_of=until)}
            links = reader.links(LinkKind.SAME_STORY, as_of=until)
            found = assemble_stories(links, documents, reader.events_by_report(as_of=until))
            return [story for story in found if not about or story.is_about(about)]

        return self._table("stories", rows.STORY, rows.story, fetch)

    def entities(self, *, as_of: Day = None) -> Table[Entity]:
        """Return who and what the reports name, those in most reports first."""
        until = to_day(as_of)
        return self._table(
            "entities",
            rows.ENTITY,
            rows.entity,
            lambda reader: [_entity(row) for row in reader.entity_rows(as_of=until)],
        )

    def offices(self, name: str, *, as_of: Day = None) -> list[HeldOffice]:
        """Return the offices of the entity of this name or id: those that the tables know, then those that reports give it."""
        until, entity_id = to_day(as_of), self.find(name, as_of=as_of).id
        told = self._ask(lambda reader: reader.links(LinkKind.HOLDS_OFFICE, as_of=until, ends=[entity_id]))
        return [*table_offices(entity_id), *told_offices(told)]

    def search(self, query: str, *, as_of: Day = None, limit: int = 20) -> Table[rows.Hit]:
        """Return the reports that match a full-text query, best first.

        Words are all required; "a phrase" in quotation marks, OR, NOT and a trailing * work as in SQLite FTS5. A query that
        is no such expression is taken word by word. How rare a word is, which decides what comes first, is counted over the
        whole archive also as of a day.
        """
        until = to_day(as_of)

        def fetch(reader: Reader) -> list[rows.Hit]:
            try:
                found = list(reader.search(query, as_of=until, limit=limit))
            except OperationalError as error:
                if not isinstance(error.orig, sqlite3.OperationalError):
                    raise
                words = " ".join('"' + word.replace('"', '""') + '"' for word in query.replace("\0", " ").split())
                found = list(reader.search(words, as_of=until, limit=limit)) if words else []
            return [rows.Hit(document=document, snippet=snippet) for document, snippet in found]

        return self._table("search", rows.HIT, rows.hit, fetch)

    def compare(self, theirs: Iterable[Dyad], *, by: By = By.TYPE, as_of: Day = None) -> Table[Agreement]:
        """Return how far another coder's events agree with the record's, by type, pair of states, month, or all together.

        Only the days that both cover are counted.
        """
        given = list(theirs)

        def fetch(_reader: Reader) -> list[Agreement]:
            told = (event for event in self.events(as_of=as_of) if event.status is not None)
            ours = [dyad for event in told for row in rows_of(event) if (dyad := row.dyad()) is not None]
            first, last = _common_days(ours, given)
            return compare(
                [dyad for dyad in ours if first <= dyad.day <= last],
                [dyad for dyad in given if first <= dyad.day <= last],
                by=by,
            )

        return self._table("agreement", rows.AGREEMENT, rows.agreement, fetch)

    def judgements(self, *, retracted: bool = False) -> Table[Correction | Amendment]:
        """Return what people have judged and put right, oldest first; with `retracted` also what they have taken back."""
        return self._table(
            "judgements",
            rows.JUDGEMENT,
            rows.judgement,
            lambda reader: _by_time(
                [*reader.corrections(retracted=retracted), *reader.amendments(retracted=retracted)]
            ),
        )

    def failures(self) -> Table[Failure]:
        """Return what could not be read or found, and why."""
        return self._table("failures", rows.FAILURE, rows.failure, lambda reader: list(reader.failures()))

    def report(self, name: str) -> Document:
        """Return the report with this id, ours or its own; raises NotFoundError when there is none."""
        document = self._ask(lambda reader: reader.document(name))
        if document is None:
            raise NotFoundError(f"{self._store.path}: no report is called {name!r}")
        return document

    def dated(self, name: str, *, as_of: Day = None) -> Document:
        """Return a report with the narrowest time that its words and its links to dated reports allow, as of a day.

        Raises NotFoundError when the record knows of no such report on that day.
        """
        until = to_day(as_of)

        def look(reader: Reader) -> Document | None:
            document = reader.document(name, as_of=until)
            return replace(document, time=refined_time(document, reader, as_of=until)) if document else None

        found = self._ask(look)
        if found is None:
            known = f" as of {until}" if until else ""
            raise NotFoundError(f"{self._store.path}: no report is called {name!r}{known}")
        return found

    def told_in(self, name: str, *, as_of: Day = None) -> tuple[list[Event], list[Quoted]]:
        """Return the events that one report tells of, and its quotations."""
        document = self.report(name)
        until = to_day(as_of)

        def look(reader: Reader) -> tuple[list[Event], list[Quoted]]:
            mentions = list(reader.event_mentions(as_of=until, document_id=document.id))
            events = sorted({mention.event for mention in mentions})
            told = self._assemble(reader, list(reader.event_mentions(as_of=until, events=events)), until)
            quoted = [Quoted(*found) for found in reader.quotations(as_of=until, document_id=document.id)]
            return sorted(told, key=rows.event_order), quoted

        return self._ask(look)

    def order_in(self, name: str) -> list[TemporalLink]:
        """Return the orders of events that one report states in words, in order of the text."""
        document = self.report(name)
        return self._ask(lambda reader: reader.layer(document.id, TemporalLink))

    def relations(self, event: Event) -> list[Relation]:
        """Return how an event is related to others, as of the day it was asked as of."""

        def look(reader: Reader) -> list[Relation]:
            parties = {party.id for party in (*event.actors, *event.recipients)}
            ids = {
                mention.event
                for party in sorted(parties)
                for mention in reader.event_mentions(as_of=event.as_of, entity=party)
            }
            others = self._assemble(reader, self._mentions_of(reader, sorted(ids), event.as_of), event.as_of)
            return relations_of(event, [other for other in others if other.status is not None])

        return self._ask(look)

    def explain(self, name: str, *, as_of: Day = None) -> list[Explanation]:
        """Return why each telling of an event, or one event mention, is coded as it is.

        Raises NotFoundError when nothing goes by the name, StoreError when it is no event.
        """
        found = self.find(name, as_of=as_of)
        if isinstance(found, Event):
            mentions = [telling.mention for telling in found.tellings]
        elif isinstance(found, rows.Mentioned):
            mentions = [found.stored.mention]
        else:
            raise StoreError(f"{self._store.path}: expected an event or a mention of one, got {found.id}")

        def look(reader: Reader) -> list[Explanation]:
            explained = []
            for mention in mentions:
                document = reader.document(mention.document_id)
                if document is not None:
                    named = reader.layer(mention.document_id, EntityMention)
                    explained.append(explain(mention, document, named, reader.layer(mention.document_id, Predicate)))
            return explained

        return self._ask(look)

    def find(self, name: str, *, as_of: Day = None) -> Found:
        """Return what goes by an id, the beginning of an id, a report's own id, or an entity's name.

        Raises NotFoundError when nothing does, StoreError when several things do.
        """
        until = to_day(as_of)
        found = self._ask(lambda reader: self._find(reader, name, until))
        if not found:
            raise NotFoundError(f"{self._store.path}: nothing goes by {name!r}")
        if len(found) > 1:
            ids = ", ".join(str(getattr(item, "id", item)) for item in found[:5])
            raise StoreError(f"{self._store.path}: {name!r} may be any of {ids}; write more of the id")
        return found[0]

    def _find(self, reader: Reader, name: str, until: date | None) -> list[Found]:
        if document := reader.document(name, as_of=until):
            return [document]
        ids = reader.find_ids(name) if ":" in name else []
        ids += [] if ids else [("entity", entity) for entity in reader.entities_called(name)]
        return [item for kind, value in ids for item in self._load(reader, kind, value, until)]

    def _load(self, reader: Reader, kind: str, value: str, until: date | None) -> Sequence[Found]:
        if kind == "document":
            document = reader.document(value, as_of=until)
            return [document] if document else []
        if kind == "entity":
            return [_entity(row) for row in reader.entity_rows(as_of=until, entity=value)]
        if kind == "quotation":
            return [Quoted(*found) for found in reader.quotations(as_of=until, quotation_id=value)]
        if kind == "failure":
            return [failure for failure in reader.failures() if failure.id == value]
        events = [value] if kind == "event" else reader.events_with([value])
        mentions = list(reader.event_mentions(as_of=until, events=events))
        if kind == "mention":
            return [rows.Mentioned(stored=mention) for mention in mentions if mention.mention.id == value]
        return self._assemble(reader, mentions, until)

    def _events(
        self,
        name: str,
        as_of: Day,
        since: Day,
        until: Day,
        entity: str | None,
        wanted: Callable[[Event], bool],
    ) -> Table[Event]:
        known, first, last = to_day(as_of), to_day(since, first=True), to_day(until)

        def fetch(reader: Reader) -> list[Event]:
            return sorted(filter(wanted, self._between(reader, known, first, last, entity)), key=rows.event_order)

        return self._table(name, rows.EVENT, rows.event, fetch)

    def _between(
        self, reader: Reader, known: date | None, first: date | None, last: date | None, entity: str | None = None
    ) -> list[Event]:
        return self._assemble(reader, self._between_mentions(reader, known, first, last, entity), known)

    def _between_mentions(
        self, reader: Reader, known: date | None, first: date | None, last: date | None, entity: str | None = None
    ) -> list[StoredMention]:
        if entity is None and first is None and last is None:
            return list(reader.event_mentions(as_of=known))
        entities: Sequence[str | None] = self._entities_called(reader, entity, known) if entity else [None]
        ids = sorted(
            {
                mention.event
                for wanted in entities
                for mention in reader.event_mentions(as_of=known, since=first, until=last, entity=wanted)
            }
        )
        return self._mentions_of(reader, ids, known)

    @staticmethod
    def _mentions_of(reader: Reader, events: Sequence[str], known: date | None) -> list[StoredMention]:
        parts = [events[start : start + EVENTS_AT_ONCE] for start in range(0, len(events), EVENTS_AT_ONCE)]
        return [mention for part in parts for mention in reader.event_mentions(as_of=known, events=part)]

    def _assemble(self, reader: Reader, mentions: Sequence[StoredMention], as_of: date | None) -> list[Event]:
        names = reader.entity_names({canonical for mention in mentions for canonical in mention.entities.values()})
        return assemble_events(mentions, names, as_of=as_of, today=as_of or reader.last_day())

    def _entities_called(self, reader: Reader, name: str, as_of: date | None) -> list[str]:
        found = reader.entities_called(name, as_of=as_of)
        for known in usual_names(name) if not found else ():
            found = found or reader.entities_called(known, as_of=as_of)
        if not found:
            raise NotFoundError(f"{self._store.path}: no entity is called {name!r}; see: dateline entities")
        return found

    def _table(
        self,
        name: str,
        columns: Sequence[Any],
        row: Callable[[T], dict[str, Any]],
        fetch: Callable[[Reader], Sequence[T]],
    ) -> Table[T]:
        return Table(name, columns, lambda: self._ask(fetch), row)

    def _ask(self, question: Callable[[Reader], T]) -> T:
        if self._closed:
            raise StoreError(f"{self._store.path}: the record is closed; use its answers before it is")
        with self._store.reading() as connection:
            return question(Reader(connection))


def to_day(value: Day, *, first: bool = False) -> date | None:
    """Return a day given as a date or in ISO 8601; of a month or a year it is the last day, or with *first* the first.

    Raises ValueError that says what was expected.
    """
    if isinstance(value, datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).date()
    if value is None or isinstance(value, date):
        return value
    try:
        moment = Moment.parse(value)
    except ValueError as error:
        raise ValueError(f"expected a day such as 2023-03-18, got {value!r}") from error
    in_utc = Moment(moment.value).interval
    return in_utc.earliest if first else in_utc.latest


def _ends_after(event: Event, day: date) -> bool:
    """Say whether the days on which an event is due are known and not over."""
    return event.happened is not None and event.happened.latest is not None and event.happened.latest >= day


def _week_before_first(reader: Reader) -> date | None:
    """Return the day from which on the reports follow events: what lies before is background that one of them happens to tell."""
    first = next((document.reported_by for document in reader.documents()), None)
    return first - timedelta(days=7) if first is not None and first.year > date.min.year else first


def _spans_of(events: Iterable[Event]) -> dict[str, list[Span]]:
    """Return where each report, by its id, tells of the events."""
    found: dict[str, list[Span]] = {}
    for event in events:
        for telling in event.tellings:
            evidence = telling.mention.evidence
            if evidence.span is not None:
                found.setdefault(evidence.document_id, []).append(evidence.span)
    return found


def _period(reader: Reader, since: Day, until: Day) -> tuple[date, date]:
    """Return the day after whose end a period begins, and its last day; raises ValueError when it has no days."""
    first, last = to_day(since), to_day(until) or reader.last_day()
    if first is None or last is None or first >= last:
        raise ValueError(f"expected a day before {last or 'the last day of the record'}, got {since}")
    return first, last


def _common_days(ours: Sequence[Dyad], theirs: Sequence[Dyad]) -> tuple[date, date]:
    """Return the first and last day that both codings cover; nothing lies between them where they have none in common."""
    if not ours or not theirs:
        return date.max, date.min
    days = [[dyad.day for dyad in dyads] for dyads in (ours, theirs)]
    return max(map(min, days)), min(map(max, days))


def _entity(row: Any) -> Entity:
    seen = Counter(text for surfaces in json.loads(row.surfaces) for text in json.loads(surfaces))
    aliases = sorted((text for text in seen if text != row.name), key=lambda text: (-seen[text], text))
    return Entity(
        id=row.id,
        name=row.name,
        type=EntityType(row.type),
        country=row.country,
        wikidata=row.wikidata,
        aliases=tuple(aliases),
        mentions=row.mentions,
        documents=row.documents,
        first_seen=Moment(row.first_seen) if row.first_seen else None,
        last_seen=Moment(row.last_seen) if row.last_seen else None,
    )


def _by_time(judged: Iterable[Correction | Amendment]) -> list[Correction | Amendment]:
    return sorted(judged, key=lambda found: (str(found.judgement.judged_at), found.id))

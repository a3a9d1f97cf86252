"""The tools: each a question to the record, read-only, bounded, and as of a day where one is given.

The docstrings and descriptions here are what an assistant reads to choose a tool and fill in its parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field

from dateline import api
from dateline.errors import NotFoundError, StoreError
from dateline.model import Document, Event, EventType, Span, Status
from dateline.views import answers, rows
from dateline.views.actors import render_actor
from dateline.views.cursors import read_cursor, read_offset, write_cursor, write_offset
from dateline.views.exports.citations import to_bibtex, to_csl
from dateline.views.paged import Narrowing, PagedRecord
from dateline.views.quoted import Quoted
from dateline.views.record import to_day
from dateline.views.rows import Mentioned
from dateline.views.walking import Part, Walk, Walks

JSON = dict[str, Any]

MOST = 100
"""Items of one answer at the most."""

TEXT = 12_000
"""Characters of a report in one answer at the most."""

FIRST, LAST = date(3, 1, 1), date(9998, 1, 1)
"""The days around which there is room to look."""

TELLINGS = 25
"""Tellings of an event in one answer; the others are counted."""

AsOf = Annotated[
    str | None,
    Field(
        description="Answer as of the end of this day (2023-03-18): only from reports published by then.", max_length=32
    ),
]
Limit = Annotated[int, Field(ge=1, le=MOST, description="Items in the answer at the most.")]
Cursor = Annotated[
    str | None,
    Field(description="`next` of the answer before, for what follows it; with the same question.", max_length=400),
]
Name = Annotated[str, Field(min_length=1, max_length=300)]
Since = Annotated[str | None, Field(description="The first day (2023-03-01).", max_length=32)]
Until = Annotated[str | None, Field(description="The last day (2023-03-31).", max_length=32)]
Words = Annotated[str | None, Field(max_length=300)]
EventName = Annotated[
    str, Field(description="The id of an event (evt:...), or its beginning.", min_length=1, max_length=300)
]
EntityName = Annotated[
    str | None, Field(description="A person, state or body: its name, an alias, or its id (ent:...).", max_length=300)
]


class Tools:
    """The record as tools."""

    def __init__(self, record: PagedRecord) -> None:
        self._record = record
        self._walks = Walks(record)

    def all(self) -> Sequence[Callable[..., JSON]]:
        """Return the tools in the order in which they are listed."""
        return (
            self.search_reports,
            self.get_report,
            self.get_evidence,
            self.resolve_entity,
            self.list_events,
            self.get_event,
            self.timeline,
            self.find_quotes,
            self.positions,
            self.compare_sources,
            self.expected,
            self.changes,
            self.cite,
        )

    def search_reports(
        self,
        query: Annotated[
            str, Field(description='Words (all required), "a phrase", OR, NOT, a trailing *.', max_length=500)
        ],
        as_of: AsOf = None,
        since: Since = None,
        outlet: Words = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> JSON:
        """Find reports by the words in them, best first, each with the words around the matches and where they stand. `next` leads
        to more.
        """
        question = {"tool": "search", "query": query, "as_of": as_of, "since": since, "outlet": outlet}
        offset = read_offset(cursor, question)
        narrowing = Narrowing(since=to_day(since, first=True), outlet=outlet)
        found = self._record.found(query, as_of=to_day(as_of), narrowing=narrowing, limit=limit + 1, offset=offset)
        reports = [
            {
                "report": hit.name,
                "document_id": hit.id,
                "outlet": hit.outlet,
                "published_at": str(hit.dated) if hit.dated else None,
                "title": hit.title,
                "evidence": _passages(self._record.dated(hit.id, as_of=as_of), hit.snippet),
            }
            for hit in found.hits[:limit]
        ]
        return _answer(as_of, {"reports": reports}, _following(offset, limit, len(found.hits), question))

    def get_report(
        self,
        report: Annotated[str, Field(description="A report's own id, or its document id (doc:...).", max_length=300)],
        as_of: AsOf = None,
        start: Annotated[int, Field(ge=0, description="The character of the text to begin with.")] = 0,
        length: Annotated[int, Field(ge=1, le=TEXT, description="Characters of the text at the most.")] = 8000,
    ) -> JSON:
        """Read a report: its text or a stretch of it, when and by whom it was published, and what its date rests on."""
        document = self._record.dated(report, as_of=as_of)
        shown = answers.render_report(document)
        end = min(len(document.text), start + length)
        shown.update(text=document.text[start:end], start=start, end=end, characters=len(document.text))
        shown.update(next_start=end if end < len(document.text) else None)
        del shown["parts"]
        return _answer(as_of, {"report": shown})

    def get_evidence(
        self,
        id: Annotated[
            str, Field(description="An event (evt:), event mention (men:) or quotation (quo:): its id.", max_length=300)
        ],
        as_of: AsOf = None,
        around: Annotated[int, Field(ge=0, le=1000, description="Characters before and after the words.")] = 200,
    ) -> JSON:
        """Give the words that a finding rests on, where they stand in their report, and the text around them."""
        found = self._record.find(id, as_of=as_of)
        if isinstance(found, Event):
            cited = [(told.mention.document_id, told.mention.evidence.span) for told in found.tellings[:TELLINGS]]
        elif isinstance(found, Mentioned):
            cited = [(found.stored.mention.document_id, found.stored.mention.evidence.span)]
        elif isinstance(found, Quoted):
            cited = [(found.document.id, span) for span in found.quotation.content]
        else:
            raise StoreError(f"expected the id of an event, an event mention or a quotation, got {id!r}")
        evidence = [_around(self._record.report(name), span, around) for name, span in cited if span is not None]
        return _answer(as_of, {"id": found.id, "evidence": evidence})

    def resolve_entity(self, name: Name, as_of: AsOf = None, limit: Limit = 10) -> JSON:
        """Find who is meant: the people, states and bodies of the record with these words in their name, and what general tables
        know of the words on that day (who holds an office, which state a capital stands for). Of an office in which the tables
        know nobody, the reports up to that day tell.
        """
        day = to_day(as_of)
        actor = api.resolve(name, on=day, record=self._record)
        named = self._record.named(name, as_of=day, limit=limit)
        found = [{"id": one.id, "name": one.name, "type": one.type, "country": one.country} for one in named]
        found = found or self._called(name, day) or (self._called(actor.entity.id, day) if actor.entity else [])
        tables = render_actor(actor)
        tables["grounds"] = [{"source": ground.source, "says": ground.words} for ground in actor.grounds]
        return _answer(as_of, {"entities": found, "tables": tables})

    def list_events(
        self,
        entity: EntityName = None,
        since: Since = None,
        until: Until = None,
        status: Annotated[Status | None, Field(description="How the events stand on that day.")] = None,
        type: Annotated[EventType | None, Field(description="The PLOVER type of the act.")] = None,
        as_of: AsOf = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> JSON:
        """List events, those that became known last first. `next` leads to more, also where a page has few or none."""
        question = {"tool": "events", "as_of": as_of, "entity": entity, "since": since, "until": until}
        question |= {"status": status, "type": type}
        part = self._walks.events(
            self._walk(as_of, limit, cursor, question),
            entity=entity,
            since=to_day(since, first=True),
            until=to_day(until),
            act=type,
            statuses=(status,) if status else (),
        )
        return _page(as_of, "events", part, answers.render_event_head, question)

    def get_event(self, event: EventName, as_of: AsOf = None) -> JSON:
        """Give an event whole: how it stands and from which reports that follows, every telling with its words, on how many
        independent sources it rests and by which chain, and what it led to, is part of, or follows.
        """
        found = self._event(event, as_of)
        related = [answers.render_relation(relation) for relation in self._record.beside(found)[0]]
        return _answer(as_of, {"event": _shortened(found), "relations": related})

    def timeline(
        self,
        entity: EntityName = None,
        story: Annotated[str | None, Field(description="The id of a story (sto:...), instead.", max_length=300)] = None,
        since: Since = None,
        until: Until = None,
        as_of: AsOf = None,
        limit: Limit = 50,
    ) -> JSON:
        """Give what happened, is going on or is to come, in order of time, of an entity, a story or a period: the newest events
        where there are more than fit.
        """
        day, first, last = to_day(as_of), to_day(since, first=True), to_day(until)
        if story is not None:
            told = self._record.story_told(story, as_of=day)[1]
        elif entity is None and first is None and last is None:
            raise ValueError("give an entity, a story, or since and until")
        else:
            of = (self._record.entity_called(entity, as_of=day).id,) if entity else ()
            told = self._record.newest_events(as_of=day, first=first, last=last, entities=of, limit=4 * MOST)
        told = sorted((event for event in told if answers.is_within(event, first, last)), key=rows.event_order)
        shown = [answers.render_event_head(event) for event in told[-limit:]]
        return _answer(as_of, {"events": shown, "left_out": max(0, len(told) - limit)})

    def find_quotes(
        self,
        speaker: EntityName = None,
        about: Annotated[str | None, Field(description="A word or phrase of what was said.", max_length=300)] = None,
        as_of: AsOf = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> JSON:
        """Find who said what, in their words and where these stand, the newest first."""
        question = {"tool": "quotes", "as_of": as_of, "speaker": speaker, "about": about}
        walk = self._walk(as_of, limit, cursor, question)
        part = self._walks.quotations(walk, speaker=speaker, about=about)
        return _page(as_of, "quotations", part, answers.render_quoted, question)

    def positions(
        self,
        about: Annotated[str | None, Field(description="A matter, such as ceasefire.", max_length=300)] = None,
        holder: EntityName = None,
        concerning: Annotated[
            str | None, Field(description="A state whom the matter concerns: a ceasefire in which war.", max_length=300)
        ] = None,
        as_of: AsOf = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> JSON:
        """List who is for or against a matter, since when and on which condition, the newest first, each with its sentence."""
        question = {"tool": "positions", "as_of": as_of, "about": about, "holder": holder, "concerning": concerning}
        walk = self._walk(as_of, limit, cursor, question)
        part = self._walks.positions(walk, about=about, holder=holder, concerning=concerning)
        return _page(as_of, "positions", part, answers.render_held, question)

    def compare_sources(self, event: EventName, as_of: AsOf = None) -> JSON:
        """Compare what the sources say of one event: each independent source with its tellings, and where reports cannot both be
        right.
        """
        found = self._event(event, as_of)
        tellings = {told.mention.id: told for told in found.tellings}
        sources = [
            {
                "source": origin.name,
                "kind": str(origin.kind),
                "state": origin.state,
                "tellings": [
                    {**answers.render_telling(tellings[one.mention]), "chain": list(one.chain)}
                    for one in origin.attestations[:TELLINGS]
                ],
            }
            for origin in found.corroboration.origins
        ]
        disagreements = [answers.render_disagreement(one) for one in self._record.beside(found)[1]]
        head = answers.render_event_head(found)
        return _answer(as_of, {"event": head, "sources": sources, "disagreements": disagreements})

    def expected(
        self,
        as_of: AsOf = None,
        days: Annotated[int, Field(ge=1, le=366, description="How many days ahead to look, or back.")] = 60,
        overdue: Annotated[bool, Field(description="What was due in that time and was not reported, instead.")] = False,
        limit: Limit = 50,
    ) -> JSON:
        """List what was announced and is due, in order of time; or with `overdue` what was due and nobody has reported."""
        day = to_day(as_of) or self._last_day()
        if day is None or not FIRST <= day <= LAST:
            return _answer(as_of, {"events": [], "left_out": 0})
        first, last = (day - timedelta(days=days), day) if overdue else (day, day + timedelta(days=days))
        wanted = Status.UNCONFIRMED if overdue else Status.EXPECTED
        told = [event for event in self._record.due(as_of=day, first=first, last=last) if event.status is wanted]
        shown = [answers.render_event_head(event) for event in told[:limit]]
        return _answer(as_of, {"events": shown, "left_out": max(0, len(told) - limit)})

    def changes(
        self,
        since: Annotated[str, Field(description="The day after whose end changes count (2023-03-17).", max_length=32)],
        as_of: AsOf = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> JSON:
        """Tell what became known after a day and by the end of `as_of`: what is disputed or called off, what has happened, is new,
        is overdue, is told by more.
        """
        question = {"tool": "changes", "since": since, "as_of": as_of}
        offset = read_offset(cursor, question)
        table = self._record.changes(since=since, until=as_of)
        shown = [answers.render_change(change) for change in table[offset : offset + limit]]
        return _answer(as_of, {"changes": shown}, _following(offset, limit, len(table) - offset, question))

    def cite(
        self,
        report: Annotated[str, Field(description="A report's own id, or its document id (doc:...).", max_length=300)],
        as_of: AsOf = None,
    ) -> JSON:
        """Cite a report: as BibTeX and as CSL-JSON."""
        document = self._record.dated(report, as_of=as_of)
        cited = {"report": document.name, "document_id": document.id, "title": document.title}
        return _answer(as_of, {**cited, "bibtex": to_bibtex(document), "csl": to_csl(document)})

    def _event(self, name: str, as_of: str | None) -> Event:
        found = self._record.find(name, as_of=as_of)
        if not isinstance(found, Event):
            raise NotFoundError(f"expected the id of an event, got {name!r}")
        return found

    def _called(self, name: str, day: date | None) -> list[JSON]:
        try:
            return [answers.render_entity(self._record.entity_called(name, as_of=day))]
        except NotFoundError:
            return []

    def _last_day(self) -> date | None:
        bounds = self._record.bounds()
        return bounds[1] if bounds else None

    @staticmethod
    def _walk(as_of: str | None, limit: int, cursor: str | None, question: Mapping[str, object]) -> Walk:
        return Walk(as_of=to_day(as_of), after=read_cursor(cursor, question), newest=True, limit=limit)


def _answer(as_of: str | None, found: JSON, following: str | None = None) -> JSON:
    day = to_day(as_of)
    return {"as_of": day.isoformat() if day else None, **found, "next": following}


def _page(
    as_of: str | None, name: str, part: Part[Any], render: Callable[[Any], JSON], question: Mapping[str, object]
) -> JSON:
    return _answer(as_of, {name: [render(record) for record in part.table]}, write_cursor(part.next, question))


def _following(offset: int, limit: int, found: int, question: Mapping[str, object]) -> str | None:
    return write_offset(offset + limit, question) if found > limit else None


def _shortened(event: Event) -> JSON:
    whole = answers.render_event(event)
    tellings = whole["tellings"]
    return {**whole, "tellings": tellings[:TELLINGS], "tellings_left_out": max(0, len(tellings) - TELLINGS)}


def _passages(document: Document, snippet: str) -> list[JSON]:
    """Return the passages of a report that a snippet is made of, each with where it stands."""
    pieces = snippet.replace("\x01", "").replace("\x02", "").split("…")
    found = []
    for piece in (piece.strip() for piece in pieces):
        start = document.text.find(piece) if piece else -1
        if start >= 0:
            found.append(answers.render_span(document, Span(start, start + len(piece))))
    return found


def _around(document: Document, span: Span, around: int) -> JSON:
    start, end = max(0, span.start - around), min(len(document.text), span.end + around)
    cited = answers.render_span(document, span)
    return {
        **cited,
        "outlet": document.outlet,
        "before": document.text[start : span.start],
        "after": document.text[span.end : end],
    }

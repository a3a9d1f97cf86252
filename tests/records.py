"""Records in one line each, and a small record in a store, for tests that need no language work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.model import (
    Derivation,
    Document,
    DocumentTime,
    EntityMention,
    EntityRef,
    EntityType,
    EventMention,
    EventType,
    Evidence,
    Form,
    Happened,
    HappenedBasis,
    Interval,
    Judgement,
    Layers,
    Link,
    LinkKind,
    Modality,
    Moment,
    Part,
    Party,
    Place,
    Position,
    Quotation,
    QuotationKind,
    Span,
    TemporalEnd,
    TemporalLink,
    TemporalRelation,
    TimeBasis,
    Verdict,
)
from dateline.store import Analysis, Lookups, StageOutput, Store, Worklist, Writer

AT = "2024-01-01T00:00:00Z"
DERIVATION = Derivation(stage="test", version="1", settings="abc")


def report(
    text: str,
    *,
    id: str | None = None,
    published_at: str | None = "2023-03-20",
    outlet: str | None = None,
    title: str | None = None,
    language: str = "en",
) -> Document:
    """Return a report of one paragraph."""
    moment = Moment.parse(published_at) if published_at else None
    return Document(
        id=Document.make_id(text, given_id=id, title=title, published_at=published_at, outlet=outlet, url=None),
        external_id=id,
        text=text,
        title=title,
        published_at=moment,
        outlet=outlet,
        language=language,
        time=DocumentTime(value=moment, interval=moment.interval, basis=TimeBasis.PUBLISHED_AT)
        if moment
        else DocumentTime(),
        parts=(Part(span=Span(0, len(text)), paragraph=0),),
        source="reports.jsonl:1",
    )


def person(name: str, country: str | None = None) -> EntityRef:
    """Return a person, under an id made of the name."""
    return EntityRef(id=f"ent:{name}", name=name, type=EntityType.PERSON, country=country)


def state(name: str, country: str) -> EntityRef:
    """Return a state, under an id made of its code."""
    return EntityRef(id=f"ent:{country}", name=name, type=EntityType.STATE, country=country)


NORWAY, PERU, CHILE = state("Norway", "NOR"), state("Peru", "PER"), state("Chile", "CHL")


def days(first: str, last: str | None = None) -> Interval:
    """Return the days from *first* to *last*."""
    return Interval(earliest=date.fromisoformat(first), latest=date.fromisoformat(last or first))


def telling(
    document: Document | None = None,
    *,
    act: EventType = EventType.CONSULT,
    mode: str | None = "visit",
    actors: Iterable[EntityRef] = (NORWAY,),
    recipients: Iterable[EntityRef] = (PERU,),
    happened: Interval | None = None,
    basis: HappenedBasis = HappenedBasis.EXPRESSION,
    modality: Modality = Modality.OCCURRED,
    place: Place | None = None,
    at: int = 0,
    rule: str = "visit",
    event_type: EventType | None = None,
    cameo: str | None = None,
) -> EventMention:
    """Return what one report says of an act; `at` is where its anchor stands."""
    text = document.text if document else "Norway visited Peru."
    document_id = document.id if document else "doc:1"
    anchor = Span(at, at + 1)
    return EventMention(
        id=EventMention.make_id(document_id, anchor, act, (), ()),
        document_id=document_id,
        event_type=event_type or act,
        act=act,
        mode=mode,
        cameo=cameo,
        anchor=anchor,
        evidence=Evidence.cite(document_id, text, Span(0, len(text))),
        actors=tuple(Party(span=Span(0, 1), text=ref.name, entity=ref) for ref in actors),
        recipients=tuple(Party(span=Span(0, 1), text=ref.name, entity=ref) for ref in recipients),
        place=place,
        happened=Happened(interval=happened, basis=basis) if happened else None,
        modality=modality,
        rule=rule,
        derivation=DERIVATION,
    )


def quoting(document: Document, content: Span, *, speaker: EntityRef | None = None) -> Quotation:
    """Return a direct quotation of the words of *content*."""
    return Quotation(
        id=Quotation.make_id(document.id, (content,)),
        document_id=document.id,
        kind=QuotationKind.DIRECT,
        content=(content,),
        speaker=speaker,
        evidence=Evidence.cite(document.id, document.text, content),
        derivation=DERIVATION,
    )


def ordering(document: Document, left: Span, right: Span, *, signal: Span, event: str | None = None) -> TemporalLink:
    """Return the order that *signal* states of the words at two places: the left ones, perhaps of an event, come after."""
    ends = [
        TemporalEnd(span=span, text=span.of(document.text), event=told) for span, told in ((left, event), (right, None))
    ]
    return TemporalLink(
        id=TemporalLink.make_id(document.id, left, TemporalRelation.AFTER, right),
        document_id=document.id,
        left=ends[0],
        relation=TemporalRelation.AFTER,
        right=ends[1],
        signal=signal,
        evidence=Evidence.cite(document.id, document.text, Span(0, len(document.text))),
        derivation=DERIVATION,
    )


def naming(document: Document, span: Span, entity: EntityRef, form: Form = Form.NAME) -> EntityMention:
    """Return a mention of *entity* by the words of *span*."""
    return EntityMention(
        document_id=document.id, span=span, text=span.of(document.text), form=form, type=entity.type, entity=entity
    )


def fill(
    store: Store,
    document: Document,
    *,
    mentions: Sequence[EntityMention] = (),
    tellings: Sequence[EventMention] = (),
    quotations: Sequence[Quotation] = (),
    positions: Sequence[Position] = (),
    events: Sequence[str] = (),
    same: dict[str, str] | None = None,
    orders: Sequence[TemporalLink] = (),
) -> int:
    """Write one report with what is said of it, linked: `events` are the events of *tellings*, `same` maps readings
    to other entities; return the report's row.
    """
    kinds = [EntityMention, EventMention, Quotation, Position, TemporalLink]
    layers = Layers().with_records(kinds, [*mentions, *tellings, *quotations, *positions, *orders])
    outputs = [StageOutput.of("order.test", "key", [TemporalLink], layers)] if orders else []
    with store.transaction() as connection:
        writer = Writer(connection, run="run:1")
        if connection.exec_driver_sql("SELECT 1 FROM runs").first() is None:
            writer.begin_run(at=AT, version="0", settings="")
        writer.add_documents([document], reader="documents 1", at=AT)
        row = connection.exec_driver_sql("SELECT pk FROM documents WHERE id = ?", (document.id,)).one()
        pk = int(row[0])
        analysis = Analysis.of(pk, layers, parser="p", parses={}, outputs=outputs, failures=[])
        writer.save_analysis(analysis, document_id=document.id, key="key")
        _link(pk, document, Lookups(connection), writer, list(events), same or {})
        writer.mark_linked(pk, "key")
    return pk


def _link(
    pk: int, document: Document, lookups: Lookups, writer: Writer, events: list[str], same: dict[str, str]
) -> None:
    for ref in lookups.readings(pk):
        canonical = same.get(ref.id, ref.id)
        writer.save_entity_link(pk, link(ref.id, canonical, LinkKind.SAME_ENTITY))
        if canonical == ref.id:
            writer.save_entity(ref, keys=[f"name {ref.name}"], order=document.order)
    for number, (mention_pk, mention) in enumerate(lookups.event_mentions(pk)):
        event = events[number] if number < len(events) else f"evt:{mention.id[4:]}"
        refs = [party.entity for party in (*mention.actors, *mention.recipients) if party.entity]
        parties = {same.get(ref.id, ref.id) for ref in refs}
        writer.save_event_link(
            mention_pk,
            link(mention.id, event),
            order=document.order,
            keys=[f"act {mention.act}"],
            parties=sorted(parties),
        )


def link(left: str, right: str, kind: LinkKind = LinkKind.SAME_EVENT) -> Link:
    """Return a link that is sure."""
    judgement = Judgement(verdict=Verdict.POSITIVE, author="test", score=1.0, explanation="so said the test")
    return Link(kind=kind, left=left, right=right, judgement=judgement)


def unfinished(store: Store, key: str = "key") -> tuple[int, int]:
    """Return how many reports are still to be analysed and to be linked."""
    with store.reading() as connection:
        work = Worklist(connection)
        return work.size(key)[0], work.count_to_link(key)

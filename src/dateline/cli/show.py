"""dateline show: one thing of the record, down to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline.cli.disagreements import print_disagreement
from dateline.cli.options import AsOf, Reports, StorePath, day, open_record
from dateline.cli.printing import console, when_written
from dateline.cli.timeline import event_grid
from dateline.model import (
    Document,
    Entity,
    Event,
    EventMention,
    Failure,
    Judgement,
    Moment,
    Part,
    Role,
    Span,
    Telling,
    TemporalLink,
)
from dateline.model.disagreements import Disagreement
from dateline.views import rows
from dateline.views.annotation import render_event_mention, render_quotation, render_temporal_link
from dateline.views.explaining import chain_words, told_by
from dateline.views.exports.jsonl import json_line
from dateline.views.quoted import Quoted
from dateline.views.record import Found, Record
from dateline.views.relations import Relation
from dateline.views.rows import Mentioned
from dateline.views.wording import days, when


def run(
    name: Annotated[
        str, typer.Argument(help="An id or its beginning, a report's own id, or a name.", show_default=False)
    ],
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show a report, an event, a quotation, an entity or a failure, with its evidence and how it came to be.

    Examples:

        dateline show evt:2b7e --store r.db

        dateline show "Xi Jinping" --store r.db --as-of 2023-03-20
    """
    with open_record(reports, store) as record:
        found = record.find(name, as_of=day(as_of))
        if as_json:
            typer.echo(json_line(_public(record, found)))
        elif isinstance(found, Document):
            _show_report(record, found, as_of)
        elif isinstance(found, Event):
            _show_event(found, record.relations(found), record.disagreements(as_of=day(as_of), event=found.id))
        elif isinstance(found, Quoted):
            _show_quotation(found)
        elif isinstance(found, Mentioned):
            stored = found.stored
            document = stored.document
            _show_telling(stored.mention, document.name, document.outlet, document.dated, stored.judgement)
        elif isinstance(found, Entity):
            _show_entity(record, found, as_of)
        else:
            _show_failure(found)


def _public(record: Record, found: Found) -> dict[str, Any]:
    """Return what was found in the shapes that the other commands print, with its evidence."""
    if isinstance(found, Document):
        order = [render_temporal_link(link) for link in record.order_in(found.id)]
        return {**rows.report(found), "text": found.text, "order": order}
    if isinstance(found, Event):
        return {
            **rows.event(found),
            "status_basis": found.status_basis,
            "relations": [
                {"relation": relation.words, "event": relation.other.id, "why": relation.explanation}
                for relation in record.relations(found)
            ],
            "corroboration": [
                {
                    "source": origin.name,
                    "kind": origin.kind,
                    "state": origin.state,
                    "chains": [attestation.chain for attestation in origin.attestations],
                }
                for origin in found.corroboration.origins
            ],
            "tellings": [_told(t) for t in found.tellings],
        }
    if isinstance(found, Mentioned):
        mention = found.stored.mention
        return {**render_event_mention(mention), "event": found.stored.event, "quote": mention.evidence.quote}
    if isinstance(found, Quoted):
        return {**render_quotation(found.quotation), **rows.quotation(found), "quote": found.quotation.evidence.quote}
    return rows.entity(found) if isinstance(found, Entity) else rows.failure(found)


def _told(telling: Telling) -> dict[str, Any]:
    mention = telling.mention
    published = telling.published_at.value if telling.published_at else None
    return {
        **render_event_mention(mention),
        "quote": mention.evidence.quote,
        "report": telling.document,
        "outlet": telling.outlet,
        "published_at": published,
        "judgement": telling.judgement.explanation,
    }


def _facts(lines: Iterable[tuple[str, object]]) -> None:
    for label, value in lines:
        if value not in (None, "", ()):
            console().print(Text.assemble((f"{label:>12}  ", "dim"), str(value)))


def _show_report(record: Record, document: Document, as_of: str | None) -> None:
    console().print(Text(document.title or document.name, style="bold"))
    time = document.time
    _facts(
        [
            ("id", document.id),
            ("published", document.published_at),
            ("time", f"{when_written(time)} (by {time.basis})"),
            *(("because", reason) for reason in time.reasons),
            ("outlet", document.outlet),
            ("agency", document.agency),
            ("place", document.dateline.place if document.dateline else None),
            (
                "language",
                document.language if document.annotated else f"{document.language}: stored and searched, not annotated",
            ),
            ("url", document.url),
            ("read from", document.source),
        ]
    )
    console().print()
    for part in document.parts:
        console().print(_part(document, part))
        console().print()
    events, quotations = record.told_in(document.id, as_of=day(as_of))
    if events:
        console().print(event_grid(events))
        console().print()
    for quoted in quotations:
        speaker = quoted.quotation.speaker
        console().print(
            Text.assemble((f"{speaker.name if speaker else '?'}: ", "bold"), quoted.words, (f"  {quoted.id}", "dim"))
        )
    _show_order(document, record.order_in(document.id))


def _show_order(document: Document, links: Sequence[TemporalLink]) -> None:
    """Print in which order the report says that its events happened: "invited — before (“ahead of”) — talks"."""
    if links:
        console().print()
    for link in links:
        said = f"(“{link.signal.of(document.text)}”)"
        console().print(
            Text.assemble((link.left.text, "bold"), f" {link.relation.order} {said} ", (link.right.text, "bold"))
        )


def _part(document: Document, part: Part) -> Text:
    style = {Role.HEADING: "bold", Role.CAPTION: "italic dim", Role.FURNITURE: "dim", Role.DATELINE: "cyan"}.get(
        part.role, ""
    )
    label = "" if part.role is Role.BODY else f"[{part.role}] "
    return Text.assemble((label, "dim"), (part.span.of(document.text), style))


def _show_event(event: Event, relations: Sequence[Relation], disagreements: Iterable[Disagreement]) -> None:
    console().print(Text(event.headline, style="bold"))
    basis = f" (by {event.happened_basis})" if event.happened_basis else ""
    follows = (
        f"follows from {', '.join(event.status_basis)}" if event.status_basis else "nobody tells it as done or planned"
    )
    _facts(
        [
            ("id", event.id),
            ("status", f"{event.status or 'none'}; {follows}"),
            ("when", f"{when(event)}{basis}"),
            ("act", f"{event.act}{f', {event.mode}' if event.mode else ''}; coded {event.event_type}"),
            ("actors", ", ".join(actor.name for actor in event.actors)),
            ("recipients", ", ".join(recipient.name for recipient in event.recipients)),
            ("place", event.place.name if event.place else None),
            ("details", "; ".join(f"{told.name}: {told.value}" for told in event.attributes) or None),
            *(
                (relation.words, f"{relation.other.headline} ({when(relation.other)})  {relation.other.id}")
                for relation in relations
            ),
            ("rests on", _sources(event)),
            ("as of", event.as_of),
        ]
    )
    for disagreement in disagreements:
        console().print()
        print_disagreement(disagreement)
    for telling in event.tellings:
        console().print()
        _show_telling(telling.mention, telling.document, telling.outlet, telling.published_at, telling.judgement)


def _sources(event: Event) -> str:
    corroboration = event.corroboration
    named = (
        f"{origin.name}{f' (state-owned, {origin.state})' if origin.state else ''}" for origin in corroboration.origins
    )
    said = f"{corroboration.independent} independent: {', '.join(named)}"
    return f"{said}; {', '.join(corroboration.states)} owns more than one" if corroboration.states else said


def _show_telling(
    mention: EventMention, report: str, outlet: str | None, published: Moment | None, judgement: Judgement
) -> None:
    head = " · ".join(str(part) for part in (published, outlet, report) if part)
    console().print(Text.assemble((head, "bold"), (f"  {mention.id}", "dim")))
    console().print(marked_sentence(mention))
    coded = f"{mention.event_type} by {mention.coded_by}, CAMEO {mention.cameo or '–'}, {mention.modality}"
    claimed = f"; on the word of {told_by(mention)}" if mention.claimant or mention.voices else ""
    console().print(Text(f"  {coded}{claimed}; {judgement.explanation}", style="dim"))


def marked_sentence(mention: EventMention) -> Text:
    """Return the sentence of an event mention with its act and parties marked."""
    evidence = mention.evidence
    text = Text("  " + evidence.quote.replace("\n", " "))
    if evidence.span is not None:
        marks = [(mention.anchor, "bold yellow")]
        marks += [(party.span, "bold green") for party in mention.actors]
        marks += [(party.span, "bold cyan") for party in mention.recipients]
        for span, style in marks:
            _mark(text, span, evidence.span, style)
    return text


def _mark(text: Text, span: Span, within: Span, style: str) -> None:
    if within.covers(span):
        text.stylize(style, span.start - within.start + 2, span.end - within.start + 2)


def _show_quotation(quoted: Quoted) -> None:
    quotation, document = quoted.quotation, quoted.document
    console().print(Text(f"“{quoted.words}”", style="bold"))
    speaker = " and ".join(speaker.name for speaker in quotation.all_speakers) or "not known"
    source = quotation.source.of(document.text) if quotation.source else None
    _facts(
        [
            ("id", quotation.id),
            ("speaker", f"{speaker}{f' (“{source}”)' if source else ''}"),
            ("cue", quotation.cue.of(document.text) if quotation.cue else None),
            ("kind", quotation.kind),
            ("said to", quotation.addressee.text if quotation.addressee else None),
            ("medium", quotation.medium),
            ("said on", days(quotation.said)),
            ("via", quotation.via),
            ("on whose word", chain_words(quotation.voices) if len(quotation.voices) > 1 else None),
            ("within", quotation.within),
            (
                "report",
                f"{document.name}, {document.outlet or 'outlet not known'}, {document.dated or 'undated'}",
            ),
            ("evidence", quotation.evidence.quote),
            ("made by", f"{quotation.derivation.stage} {quotation.derivation.version}"),
        ]
    )


def _show_entity(record: Record, entity: Entity, as_of: str | None) -> None:
    console().print(Text(entity.name, style="bold"))
    _facts(
        [
            ("id", entity.id),
            ("type", entity.type),
            ("country", entity.country),
            ("wikidata", entity.wikidata),
            ("also", ", ".join(entity.aliases)),
            ("offices", f"\n{'':14}".join(map(str, record.offices(entity.id, as_of=as_of)))),
            (
                "seen",
                f"{entity.mentions} times in {entity.documents} reports, {entity.first_seen} to {entity.last_seen}",
            ),
        ]
    )
    console().print()
    console().print(event_grid(record.timeline(as_of=day(as_of), entity=entity.id)[:30]))


def _show_failure(failure: Failure) -> None:
    console().print(Text(f"{failure.error}: {failure.message}", style="bold"))
    where = f"{failure.path or ''}{f':{failure.line}' if failure.line else ''}"
    _facts([("id", failure.id), ("where", where), ("document", failure.document_id), ("stage", failure.stage)])

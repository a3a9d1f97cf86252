"""Records as nested JSON for programs: each with the reports it rests on, where the words stand there, and the words.

Days are ISO 8601, spans half-open in code points of the report's text, reports go by their own ids, as everywhere.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.model import (
    Document,
    Entity,
    EntityRef,
    Event,
    Evidence,
    Place,
    Span,
    Telling,
)
from dateline.model.corroboration import Corroboration
from dateline.model.disagreements import Disagreement
from dateline.views import rows
from dateline.views.annotation import render_document_time, render_interval
from dateline.views.changes import Change
from dateline.views.explaining import Explanation
from dateline.views.positions import Held
from dateline.views.quoted import Quoted
from dateline.views.relations import Relation
from dateline.views.wording import when

JSON = dict[str, Any]


def render_event(event: Event) -> JSON:
    """Return an event with all its tellings and the independent origins behind it."""
    return {
        **render_event_head(event),
        "happened_basis": str(event.happened_basis) if event.happened_basis else None,
        "status_basis": list(event.status_basis),
        "place": _place(event.place),
        "tellings": [render_telling(telling) for telling in event.tellings],
        "corroboration": render_corroboration(event.corroboration),
    }


def render_event_head(event: Event) -> JSON:
    """Return an event in short, with the words that its status follows from."""
    return {
        "id": event.id,
        "headline": event.headline,
        "when": when(event),
        **render_interval(event.happened),
        "status": str(event.status) if event.status else None,
        "act": str(event.act),
        "type": str(event.event_type),
        "mode": event.mode,
        "actors": [_ref(entity) for entity in event.actors],
        "recipients": [_ref(entity) for entity in event.recipients],
        "place": event.place.name if event.place else None,
        "reports": event.reports,
        "origins": event.corroboration.independent,
        "evidence": render_telling(event.deciding)["evidence"],
    }


def render_telling(telling: Telling) -> JSON:
    """Return what one report tells of an event, and why it is taken to be this event."""
    mention = telling.mention
    happened = mention.happened
    return {
        "id": mention.id,
        "report": telling.document,
        "outlet": telling.outlet,
        "agency": telling.agency,
        "published_at": str(telling.published_at) if telling.published_at else None,
        "modality": str(mention.modality),
        "happened": {**render_interval(happened.interval), "basis": str(happened.basis)} if happened else None,
        "claimant": mention.claimant.name if mention.claimant else None,
        "cameo": mention.cameo,
        "why": telling.judgement.explanation,
        "evidence": render_evidence(mention.evidence, telling.document),
    }


def render_evidence(evidence: Evidence, report: str) -> JSON:
    """Return the words that a finding rests on, and where they stand; the ends are null where they were not located."""
    span = evidence.span
    return {
        "report": report,
        "document_id": evidence.document_id,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "words": evidence.quote,
    }


def render_corroboration(corroboration: Corroboration) -> JSON:
    """Return on whose word an event rests, each independent source once."""
    return {
        "independent": corroboration.independent,
        "one_voice": list(corroboration.states),
        "origins": [
            {
                "kind": str(origin.kind),
                "name": origin.name,
                "state": origin.state,
                "tellings": [{"id": one.mention, "chain": list(one.chain)} for one in origin.attestations],
            }
            for origin in corroboration.origins
        ],
    }


def render_relation(relation: Relation) -> JSON:
    """Return how an event is related to another."""
    return {
        "relation": relation.words,
        "event": relation.other.id,
        "headline": relation.other.headline,
        "when": when(relation.other),
        "why": relation.explanation,
    }


def render_change(change: Change) -> JSON:
    """Return a change with the words of the reports that tell it."""
    told = change.told or change.after.tellings[-1:]
    return {**_plain(rows.change(change)), "evidence": [render_telling(one)["evidence"] for one in told]}


def render_disagreement(found: Disagreement) -> JSON:
    """Return where reports cannot both be right, with the words of each side."""
    return {
        "id": found.id,
        "kind": str(found.kind),
        "headline": found.headline,
        "events": list(found.events),
        "why": found.why,
        "sides": [
            {
                "says": side.says,
                "origins": [origin.name for origin in side.origins],
                "tellings": [render_telling(telling) for telling in side.tellings],
            }
            for side in found.sides
        ],
    }


def render_quoted(quoted: Quoted) -> JSON:
    """Return who said what, with where the words stand."""
    quotation, document = quoted.quotation, quoted.document
    addressee = quotation.addressee
    return {
        **rows.quotation(quoted),
        "addressee": (addressee.entity.name if addressee.entity else addressee.text) if addressee else None,
        "medium": quotation.medium,
        "evidence": [render_span(document, span) for span in quotation.content],
    }


def render_held(held: Held) -> JSON:
    """Return where somebody stands, with the sentence that tells it."""
    return {**rows.position(held), "evidence": render_evidence(held.position.evidence, held.report.name)}


def render_entity(entity: Entity) -> JSON:
    """Return an entity with its other names."""
    return rows.entity(entity)


def render_report(document: Document) -> JSON:
    """Return a report with its text and its time."""
    row = rows.report(document)
    return {
        **{name: row[name] for name in row if name != "words"},
        "url": document.url,
        "text": document.text,
        "document_time": render_document_time(document.time),
        "parts": [{**_span(part.span), "role": str(part.role)} for part in document.parts],
    }


def render_explanation(explanation: Explanation) -> JSON:
    """Return why an event mention is coded as it is."""
    return {
        "id": explanation.mention.id,
        "lines": [{"what": what, "words": words} for what, words in explanation.lines],
        "evidence": render_evidence(explanation.mention.evidence, explanation.document.name),
    }


def render_span(document: Document, span: Span) -> JSON:
    """Return the words of a span with where they stand."""
    return render_evidence(Evidence.cite(document.id, document.text, span), document.name)


def is_within(event: Event, first: date | None, last: date | None) -> bool:
    """Say whether the day by which an event is sorted lies between two days, both included; None leaves an end open."""
    day = rows.event_order(event)[0]
    return (first is None or day >= first.isoformat()) and (last is None or day <= last.isoformat())


def _ref(entity: EntityRef) -> JSON:
    return {"id": entity.id, "name": entity.name, "type": str(entity.type), "country": entity.country}


def _place(place: Place | None) -> JSON | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames": place.geonames,
    }


def _span(span: Span) -> JSON:
    return {"start": span.start, "end": span.end}


def _plain(row: JSON) -> JSON:
    """Return a row with its days as ISO 8601."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}

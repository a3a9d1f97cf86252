"""Findings as W3C Web Annotations: where in which report the words stand, with W3C PROV for what made the finding.

Offsets are those of the report's text in code points, as TextPositionSelector counts them; TextQuoteSelector has the words,
and the words around them where the report's text is at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dateline.errors import StageError
from dateline.model import Derivation, Document, Event, Evidence, Interval, Span, content_id
from dateline.views.exports.texts import iri
from dateline.views.positions import Held
from dateline.views.quoted import Quoted
from dateline.views.tables import Table

JSON = dict[str, Any]
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#", "dateline": "urn:dateline:"}]

AROUND = 32
"""Characters before and after the words that a selector gives, so that the words are found again in a changed text."""


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write the evidence of events, quotations or positions; raises StageError for a table of anything else."""
    items = [annotation for record in table for annotation in annotations_of(record)]
    stream.write(as_json(items, label=f"dateline: {table.name}"))


def as_json(items: list[JSON], *, label: str) -> bytes:
    """Return annotations as the JSON-LD of a collection."""
    return json.dumps(render(items, label=label), ensure_ascii=False, indent=1).encode() + b"\n"


def render(items: list[JSON], *, label: str) -> JSON:
    """Return annotations as a collection of one page."""
    name = iri(content_id("annotations", label, *(item["id"] for item in items)))
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": {"id": name}, "startIndex": 0, "items": items}
    collection = {"id": name, "type": "AnnotationCollection", "label": label, "total": len(items), "first": page}
    return {"@context": CONTEXT, **collection}


def annotations_of(record: object) -> Iterable[JSON]:
    """Return the annotations of an event (one a telling), a quotation or a position."""
    if isinstance(record, Event):
        return _of_event(record)
    if isinstance(record, Quoted):
        return _of_quotation(record)
    if isinstance(record, Held):
        return _of_position(record)
    raise StageError(
        f"the format webannotation is for events, quotations and positions, not for {type(record).__name__}"
    )


def _of_event(event: Event) -> Iterator[JSON]:
    for telling in event.tellings:
        mention = telling.mention
        happened = mention.happened.interval if mention.happened else None
        described = {
            "dateline:event": iri(event.id),
            "dateline:act": str(mention.act),
            "dateline:modality": str(mention.modality),
            **_days("happened", happened),
            "dateline:judgement": telling.judgement.explanation,
        }
        target = _target(mention.evidence, None)
        yield _annotation(mention.id, event.headline, described, [target], mention.derivation)


def _of_quotation(quoted: Quoted) -> Iterator[JSON]:
    quotation = quoted.quotation
    speaker = quotation.speaker
    described = {
        "dateline:kind": str(quotation.kind),
        "dateline:speaker": iri(quoted.entity or speaker.id) if speaker else None,
        **_days("said", quotation.said),
    }
    label = f"{speaker.name if speaker else 'not known who'}: {quoted.words}"
    targets = [_target(_cited(quoted.document, span), quoted.document) for span in quotation.content]
    yield _annotation(quotation.id, label, described, targets, quotation.derivation)


def _of_position(held: Held) -> Iterator[JSON]:
    position = held.position
    described = {
        "dateline:holder": iri(held.entity),
        "dateline:topic": position.topic,
        "dateline:stance": str(position.stance),
        "dateline:condition": position.condition,
    }
    label = f"{held.holder} is {position.stance} {position.topic}"
    yield _annotation(position.id, label, described, [_target(position.evidence, None)], position.derivation)


def _annotation(record_id: str, label: str, described: JSON, targets: list[JSON], derivation: Derivation) -> JSON:
    told = {name: value for name, value in described.items() if value is not None}
    return {
        "id": iri(record_id),
        "type": ["Annotation", "prov:Entity"],
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": label, "format": "text/plain", "purpose": "describing"},
        "target": targets[0] if len(targets) == 1 else targets,
        **told,
        "prov:wasDerivedFrom": [{"id": source} for source in dict.fromkeys(target["source"] for target in targets)],
        "prov:wasGeneratedBy": _activity(derivation),
    }


def _target(evidence: Evidence, document: Document | None) -> JSON:
    target: JSON = {"source": iri(evidence.document_id), "type": "SpecificResource"}
    if document is not None and document.url:
        target["dateline:url"] = document.url
    selector: JSON = {"type": "TextQuoteSelector", "exact": evidence.quote}
    span = evidence.span
    if span is None:
        return {**target, "selector": selector}
    if document is not None:
        selector["prefix"] = document.text[max(0, span.start - AROUND) : span.start]
        selector["suffix"] = document.text[span.end : span.end + AROUND]
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {**target, "selector": [position, selector]}


def _activity(derivation: Derivation) -> JSON:
    agent = {
        "id": iri(f"stage:{derivation.stage}:{derivation.version}"),
        "type": ["Software", "prov:SoftwareAgent"],
        "name": f"{derivation.stage} {derivation.version}",
    }
    activity: JSON = {"type": "prov:Activity", "prov:wasAssociatedWith": agent}
    if derivation.run:
        activity["id"] = iri(derivation.run)
    if derivation.settings:
        activity["dateline:settings"] = derivation.settings
    return activity


def _days(name: str, interval: Interval | None) -> JSON:
    ends = {"earliest": interval.earliest, "latest": interval.latest} if interval else {}
    return {f"dateline:{name}_{end}": day.isoformat() for end, day in ends.items() if day}


def _cited(document: Document, span: Span) -> Evidence:
    return Evidence.cite(document.id, document.text, span)

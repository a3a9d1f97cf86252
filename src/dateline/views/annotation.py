"""One report's annotations in the shape of FORMATS.md (`dateline annotate`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.model import (
    Attribute,
    Document,
    DocumentTime,
    EntityMention,
    EntityRef,
    EventMention,
    Failure,
    Interval,
    Layers,
    Party,
    Place,
    PlaceMention,
    Predicate,
    Quantity,
    Quotation,
    Sentence,
    Span,
    TemporalEnd,
    TemporalLink,
    TimeExpression,
    Voice,
    encode,
)

JSON = dict[str, Any]


def render_annotations(document: Document, layers: Layers, failures: Iterable[Failure] = ()) -> JSON:
    """Return what the stages say of one report, as one object of the public format."""
    time = next(iter(layers.get(DocumentTime)), document.time)
    return {
        "id": document.name,
        "document_time": render_document_time(time),
        "language": document.language,
        "sentences": [_span(sentence.span) for sentence in layers.get(Sentence)],
        "mentions": [_mention(mention) for mention in layers.get(EntityMention)],
        "places": [_place_mention(mention) for mention in layers.get(PlaceMention)],
        "times": [_time(time) for time in layers.get(TimeExpression)],
        "predicates": [_predicate(predicate) for predicate in layers.get(Predicate)],
        "quotations": _quotations(layers.get(Quotation)),
        "events": [render_event_mention(mention) for mention in layers.get(EventMention)],
        "order": [render_temporal_link(link) for link in layers.get(TemporalLink)],
        "failures": [encode(failure) for failure in failures],
    }


def render_document_time(time: DocumentTime) -> JSON:
    """Return when a report was written, on what basis, and the reasons for a reader."""
    return {
        "value": time.value.local if time.value else None,
        **render_interval(time.interval),
        "basis": str(time.basis),
        "reasons": list(time.reasons),
    }


def render_report(document: Document) -> JSON:
    """Return a report in the public input format."""
    return {
        "id": document.name,
        "text": document.text,
        "title": document.title,
        "published_at": document.published_at.local if document.published_at else None,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
    }


def render_interval(interval: Interval | None) -> JSON:
    """Return the two ends of an interval as ISO dates, null where open or unknown."""
    earliest = interval.earliest if interval else None
    latest = interval.latest if interval else None
    return {
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }


def _quotations(found: Sequence[Quotation]) -> list[JSON]:
    """Return the outermost quotations, each with those that its words report under "inside"."""
    rendered = {quotation.id: {**render_quotation(quotation), "inside": []} for quotation in found}
    for quotation in found:
        if quotation.within in rendered:
            rendered[quotation.within]["inside"].append(rendered[quotation.id])
    return [rendered[quotation.id] for quotation in found if quotation.within not in rendered]


def _voice(voice: Voice) -> JSON:
    entity = voice.entity.id if voice.entity else None
    return {"kind": str(voice.kind), "name": voice.name, "entity": entity, **_span(voice.span)}


def render_quotation(quotation: Quotation) -> JSON:
    """Return a quotation as the public format has it."""
    return {
        "id": quotation.id,
        "kind": str(quotation.kind),
        "content": [_span(span) for span in quotation.content],
        "cue": _span(quotation.cue) if quotation.cue else None,
        "source": _span(quotation.source) if quotation.source else None,
        "speaker": _who(quotation.speaker),
        "said": render_interval(quotation.said) if quotation.said else None,
        "via": quotation.via,
        "addressee": _party(quotation.addressee) if quotation.addressee else None,
        "medium": quotation.medium,
        "speakers": [_who(speaker) for speaker in quotation.speakers],
        "voices": [_voice(voice) for voice in quotation.voices],
    }


def render_event_mention(mention: EventMention) -> JSON:
    """Return an event mention as the public format has it."""
    happened = mention.happened
    return {
        "id": mention.id,
        "type": str(mention.event_type),
        "act": str(mention.act),
        "mode": mention.mode,
        "context": list(mention.context),
        "cameo": mention.cameo,
        "quad": str(mention.quad),
        "goldstein": mention.goldstein,
        "anchor": _span(mention.anchor),
        "evidence": _span(mention.evidence.span) if mention.evidence.span else None,
        "actors": [_party(party) for party in mention.actors],
        "recipients": [_party(party) for party in mention.recipients],
        "place": _place(mention.place) if mention.place else None,
        "place_basis": str(mention.place_basis) if mention.place_basis else None,
        "happened": {**render_interval(happened.interval), "basis": str(happened.basis)} if happened else None,
        "happened_cues": [_span(cue) for cue in happened.cues] if happened else [],
        "modality": str(mention.modality),
        "claimant": {"entity": mention.claimant.id, "name": mention.claimant.name} if mention.claimant else None,
        "voices": [_voice(voice) for voice in mention.voices],
        "rule": mention.rule,
        "similar_to": mention.similar_to,
        "score": mention.score,
        "attributes": [render_attribute(attribute) for attribute in mention.attributes],
    }


def render_attribute(attribute: Attribute) -> JSON:
    """Return a detail of an event as the public format has it."""
    return {
        "name": str(attribute.name),
        "value": attribute.value,
        **_span(attribute.span),
        "text": attribute.text,
        "quantity": _quantity(attribute.quantity) if attribute.quantity else None,
        "entity": _who(attribute.entity),
    }


def render_temporal_link(link: TemporalLink) -> JSON:
    """Return the order of two events, or of an event and a day, as the public format has it."""
    return {
        "id": link.id,
        "left": _temporal_end(link.left),
        "relation": str(link.relation),
        "order": link.relation.order,
        "right": _temporal_end(link.right),
        "signal": _span(link.signal),
        "evidence": _span(link.evidence.span) if link.evidence.span else None,
    }


def _temporal_end(end: TemporalEnd) -> JSON:
    return {**_span(end.span), "text": end.text, "event": end.event, **render_interval(end.interval)}


def _span(span: Span) -> JSON:
    return {"start": span.start, "end": span.end}


def _who(entity: EntityRef | None) -> JSON | None:
    return {"entity": entity.id, "name": entity.name, "country": entity.country} if entity else None


def _mention(mention: EntityMention) -> JSON:
    entity = mention.entity
    return {
        **_span(mention.span),
        "text": mention.text,
        "form": str(mention.form),
        "type": str(mention.type),
        "entity": entity.id if entity else None,
        "name": entity.name if entity else None,
        "country": entity.country if entity else None,
        "wikidata": entity.wikidata if entity else None,
        "members": [_who(member) for member in mention.members],
        "basis": mention.basis,
    }


def _place(place: Place) -> JSON:
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames": place.geonames,
    }


def _place_mention(mention: PlaceMention) -> JSON:
    kind = str(mention.kind) if mention.kind else None
    return {**_span(mention.span), "text": mention.text, **_place(mention.place), "kind": kind, "basis": mention.basis}


def _time(time: TimeExpression) -> JSON:
    return {
        **_span(time.span),
        "text": time.text,
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod,
        **render_interval(time.interval),
        "anchor": time.anchor,
        "direction": time.direction,
        "rule": time.rule,
    }


def _predicate(predicate: Predicate) -> JSON:
    return {
        **_span(predicate.span),
        "text": predicate.text,
        "factuality": predicate.factuality,
        "modality": str(predicate.modality),
    }


def _quantity(quantity: Quantity) -> JSON:
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "approximate": quantity.approximate,
        **_span(quantity.span),
        "text": quantity.text,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _party(party: Party) -> JSON:
    entity = party.entity
    return {
        **_span(party.span),
        "entity": entity.id if entity else None,
        "name": entity.name if entity else party.text,
        "country": entity.country if entity else None,
    }

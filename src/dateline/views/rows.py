"""The columns of each answer, and each record as a row of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.model import (
    Amendment,
    Correction,
    Document,
    Entity,
    EntityRef,
    Event,
    Failure,
    Interval,
    Verdict,
)
from dateline.model.disagreements import Disagreement
from dateline.store import StoredMention
from dateline.views.changes import Change
from dateline.views.exchange.comparing import Agreement
from dateline.views.positions import Held
from dateline.views.quoted import Quoted
from dateline.views.stories import Story
from dateline.views.tables import Column
from dateline.views.utterances import Utterance
from dateline.views.wording import days, listed, when

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An event mention as the record links it."""

    stored: StoredMention

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.stored.mention.id


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found, with the words around the matches (marked U+0001 to U+0002)."""

    document: Document
    snippet: str


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(*name.split(":")) if ":" in name else Column(name) for name in names)


REPORT = _columns("id", "report", "published_at", "outlet", "agency", "title", "language", "words:int64", "source")
EVENT = _columns(
    "id",
    "when",
    "earliest:date32",
    "latest:date32",
    "status",
    "headline",
    "act",
    "type",
    "mode",
    "actors:list<string>",
    "recipients:list<string>",
    "place",
    "reports:int64",
    "origins:int64",
    "first_reported",
    "outlets:list<string>",
    "quote",
    "attributes:list<string>",
)
QUOTATION = _columns(
    "id", "published_at", "speaker", "speaker_id", "country", "words", "kind", "said", "via", "outlet", "report"
)
ENTITY = _columns(
    "id",
    "name",
    "type",
    "country",
    "wikidata",
    "reports:int64",
    "mentions:int64",
    "first_seen",
    "last_seen",
    "aliases:list<string>",
)
HIT = _columns("id", "report", "published_at", "outlet", "title", "snippet")
FAILURE = _columns("id", "path", "line:int64", "document_id", "stage", "error", "message")


JUDGEMENT = _columns(
    "id", "verdict", "left", "right", "name", "report", "author", "why", "judged_at", "retracted_at", "kind"
)

AGREEMENT = _columns("what", "ours:int64", "theirs:int64", "both:int64", "of_ours:float64", "of_theirs:float64")

CHANGE = _columns(
    "kind",
    "line",
    "headline",
    "when",
    "before",
    "status",
    "earliest:date32",
    "latest:date32",
    "outlets:list<string>",
    "id",
)

DISAGREEMENT = _columns(
    "id",
    "kind",
    "headline",
    "says:list<string>",
    "origins:list<string>",
    "reports:list<string>",
    "quotes:list<string>",
    "first_reported",
    "why",
    "events:list<string>",
)

POSITION = _columns(
    "id",
    "published_at",
    "holder",
    "holder_id",
    "country",
    "topic",
    "scope:list<string>",
    "stance",
    "condition",
    "words",
    "taken",
    "outlet",
    "report",
)
UTTERANCE = _columns(
    "id",
    "speaker",
    "words",
    "reports:int64",
    "first_published",
    "outlets:list<string>",
    "differences:list<string>",
    "quotations:list<string>",
)

RELATION = _columns(
    "first:date32",
    "last:date32",
    "cooperation:float64",
    "conflict:float64",
    "net:float64",
    "events:int64",
    "largest",
    "event_ids:list<string>",
    "behind:list<string>",
    "left_out:list<string>",
)

STORY = _columns(
    "id",
    "title",
    "first",
    "last",
    "reports:int64",
    "events:int64",
    "outlets:list<string>",
    "report_ids:list<string>",
    "event_ids:list<string>",
    "part_of",
)


def report(document: Document) -> Row:
    """Return a report as a row."""
    return {
        "id": document.id,
        "report": document.name,
        "published_at": _text(document.dated),
        "outlet": document.outlet,
        "agency": document.agency,
        "title": document.title,
        "language": document.language,
        "words": len(document.text.split()),
        "source": document.source,
    }


def event(found: Event) -> Row:
    """Return an event as a row; `quote` is the sentence that its status follows from."""
    first = found.tellings[0]
    return {
        "id": found.id,
        "when": when(found),
        "earliest": found.happened.earliest if found.happened else None,
        "latest": found.happened.latest if found.happened else None,
        "status": _text(found.status),
        "headline": found.headline,
        "act": str(found.act),
        "type": str(found.event_type),
        "mode": found.mode,
        "actors": _names(found.actors),
        "recipients": _names(found.recipients),
        "place": found.place.name if found.place else None,
        "reports": found.reports,
        "origins": found.corroboration.independent,
        "first_reported": _text(first.published_at),
        "outlets": sorted({telling.outlet for telling in found.tellings if telling.outlet}),
        "quote": found.deciding.mention.evidence.quote,
        "attributes": [f"{attribute.name}: {attribute.value}" for attribute in found.attributes],
    }


def quotation(quoted: Quoted) -> Row:
    """Return a quotation as a row; `speaker` names all of several, and is the words of the source where nobody is known."""
    speaker, source = quoted.quotation.speaker, quoted.quotation.source
    named = source.of(quoted.document.text) if source else None
    return {
        "id": quoted.id,
        "published_at": _text(quoted.document.dated),
        "speaker": " and ".join(one.name for one in quoted.quotation.all_speakers) or named,
        "speaker_id": quoted.entity,
        "country": speaker.country if speaker else None,
        "words": quoted.words,
        "kind": str(quoted.quotation.kind),
        "said": days(quoted.quotation.said),
        "via": quoted.quotation.via,
        "outlet": quoted.document.outlet,
        "report": quoted.document.name,
    }


def entity(found: Entity) -> Row:
    """Return an entity as a row."""
    return {
        "id": found.id,
        "name": found.name,
        "type": str(found.type),
        "country": found.country,
        "wikidata": found.wikidata,
        "reports": found.documents,
        "mentions": found.mentions,
        "first_seen": _text(found.first_seen),
        "last_seen": _text(found.last_seen),
        "aliases": list(found.aliases),
    }


def hit(found: Hit) -> Row:
    """Return a search hit as a row."""
    return {
        "id": found.document.id,
        "report": found.document.name,
        "published_at": _text(found.document.dated),
        "outlet": found.document.outlet,
        "title": found.document.title,
        "snippet": found.snippet.replace("\x01", "").replace("\x02", ""),
    }


def position(found: Held) -> Row:
    """Return a position as a row; `words` is the sentence that tells it."""
    held = found.position
    return {
        "id": held.id,
        "published_at": _text(found.report.dated),
        "holder": found.holder,
        "holder_id": found.entity,
        "country": held.holder.country,
        "topic": held.topic,
        "scope": list(held.scope),
        "stance": str(held.stance),
        "condition": held.condition,
        "words": " ".join(held.evidence.quote.split()),
        "taken": days(held.taken),
        "outlet": found.report.outlet,
        "report": found.report.name,
    }


def story(found: Story) -> Row:
    """Return a story as a row, its reports by their own ids."""
    return {
        "id": found.id,
        "title": found.title,
        "first": _text(found.first),
        "last": _text(found.last),
        "reports": len(found.reports),
        "events": len(found.events),
        "outlets": list(found.outlets),
        "report_ids": [report.name for report in found.reports],
        "event_ids": list(found.events),
        "part_of": found.part_of,
    }


def utterance(found: Utterance) -> Row:
    """Return an utterance as a row: its fullest wording, and each difference as "before -> after (outlet)"."""
    first = found.variants[0].quoted.document
    return {
        "id": found.id,
        "speaker": found.speaker.name if found.speaker else None,
        "words": found.fullest.quoted.words,
        "reports": found.reports,
        "first_published": _text(first.dated),
        "outlets": sorted({v.quoted.document.outlet for v in found.variants if v.quoted.document.outlet}),
        "differences": [
            f"{difference.before or '–'} → {difference.after or '–'} ({variant.quoted.document.name})"
            for variant in found.variants
            for difference in variant.differences
        ],
        "quotations": [variant.quoted.id for variant in found.variants],
    }


def failure(found: Failure) -> Row:
    """Return a failure as a row."""
    return {
        "id": found.id,
        "path": found.path,
        "line": found.line,
        "document_id": found.document_id,
        "stage": found.stage,
        "error": found.error,
        "message": found.message,
    }


def judgement(found: Correction | Amendment) -> Row:
    """Return a person's judgement as a row; `name` is what its right-hand entity was called."""
    said = found.judgement
    return {
        "id": found.id,
        **(_amended(found) if isinstance(found, Amendment) else _corrected(found)),
        "name": found.entity.name if found.entity else None,
        "report": found.document_id,
        "author": said.author,
        "why": said.explanation,
        "judged_at": _text(said.judged_at),
        "retracted_at": _text(said.retracted_at),
    }


def _corrected(found: Correction) -> Row:
    verdict = "same" if found.judgement.verdict is Verdict.POSITIVE else "different"
    return {"verdict": verdict, "left": found.left, "right": found.right, "kind": str(found.kind)}


def _amended(found: Amendment) -> Row:
    field = str(found.field)
    return {"verdict": field, "left": found.finding, "right": found.value or None, "kind": field}


def agreement(found: Agreement) -> Row:
    """Return what two codings agree on as a row."""
    return {
        "what": found.what,
        "ours": found.ours,
        "theirs": found.theirs,
        "both": found.both,
        "of_ours": None if found.of_ours is None else round(found.of_ours, 3),
        "of_theirs": None if found.of_theirs is None else round(found.of_theirs, 3),
    }


def change(found: Change) -> Row:
    """Return a change as a row; `before` is the status before, `outlets` are those that tell it anew."""
    told = event(found.after)
    return {
        "kind": str(found.kind),
        "line": found.line,
        "headline": found.after.headline,
        "when": when(found.after),
        "before": _text(found.before.status) if found.before else None,
        "status": told["status"],
        "earliest": told["earliest"],
        "latest": told["latest"],
        "outlets": sorted({telling.outlet for telling in found.told if telling.outlet}),
        "id": found.id,
    }


def disagreement(found: Disagreement) -> Row:
    """Return a disagreement as a row; each list has an entry for each side, in the same order."""
    first = found.sides[0].tellings[0]
    return {
        "id": found.id,
        "kind": str(found.kind),
        "headline": found.headline,
        "says": [side.says for side in found.sides],
        "origins": [
            listed([origin.name for origin in side.origins], at_most=len(side.origins)) for side in found.sides
        ],
        "reports": [", ".join(dict.fromkeys(told.document for told in side.tellings)) for side in found.sides],
        "quotes": [" ".join(side.tellings[0].mention.evidence.quote.split()) for side in found.sides],
        "first_reported": _text(first.published_at),
        "why": found.why,
        "events": list(found.events),
    }


def event_order(found: Event) -> tuple[str, str, str]:
    """Return what events are sorted by: when they happened or are due, else when they were first reported."""
    interval = found.happened or Interval()
    day = interval.earliest or interval.latest
    reported = found.tellings[0].order
    return (day.isoformat() if day else reported[:10], reported, found.id)


def _names(entities: tuple[EntityRef, ...]) -> list[str]:
    return [entity.name for entity in entities]


def _text(value: object) -> str | None:
    return None if value is None else str(value)

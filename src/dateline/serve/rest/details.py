"""One thing each, as JSON: a report, an event, an entity, with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.errors import NotFoundError
from dateline.model import Event
from dateline.serve.rest import examples
from dateline.serve.rest.asking import AsOf, Name, Question, Since, moved
from dateline.serve.rest.describing import described_whole
from dateline.serve.tagging import TaggedRoute
from dateline.views import answers
from dateline.views.exports import citations, webannotation
from dateline.views.paged import Headed, StoryHead
from dateline.views.quoted import Quoted
from dateline.views.wording import when

router = APIRouter(route_class=TaggedRoute, default_response_class=Response)

JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
BIBTEX = "application/x-bibtex"
MOST_CHANGES = 200
"""Changes, and due events, that a brief has at the most."""


class Style(StrEnum):
    """The format of a citation."""

    BIBTEX = "bibtex"
    CSL = "csl"


@router.get("/", responses=described_whole(examples.INDEX))
def index(asked: Question, request: Request) -> Response:
    """Tell what the record holds, from which day to which, and what can be asked."""
    bounds, counts = asked.record.bounds(), asked.record.counts()
    return asked.whole(
        {
            "version": version("dateline"),
            "revision": asked.record.revision(),
            "first_day": bounds[0] if bounds else None,
            "last_day": bounds[1] if bounds else None,
            "reports": counts["documents"],
            **{name: counts[name] for name in ("events", "quotations", "entities")},
            "routes": [path for path in request.app.openapi()["paths"] if "{" not in path],
        }
    )


@router.get("/reports/{name}", responses=described_whole(examples.REPORT_WHOLE))
def report(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give a report: its text exactly as read, when it was written, and what was read where, in order of the text."""
    marked = asked.record.marked(name, as_of=as_of)
    document = marked.document
    marks = [
        {"kind": kind, "start": span.start, "end": span.end, "words": span.of(document.text), "means": means}
        for kind, span, means in marked.spans()
    ]
    copies = [
        {
            "report": other.name,
            "relation": str(origin.relation),
            "origin": origin.origin,
            "similarity": origin.similarity,
        }
        for origin, other in marked.copies
    ]
    whole = {**answers.render_report(document), "story": marked.story, "marks": marks, "copies": copies}
    return asked.whole(whole, as_of=as_of)


@router.get(
    "/reports/{name}/citation",
    responses={
        200: {
            "description": "The citation.",
            "content": {BIBTEX: {"schema": {"type": "string"}}, citations.CSL_JSON: {"schema": {"type": "array"}}},
        },
        304: {"description": "The answer is still the one whose ETag was sent with If-None-Match."},
    },
)
def citation(asked: Question, name: Name, style: Style = Style.BIBTEX, as_of: AsOf = None) -> Response:
    """Cite a report, as BibTeX or as CSL-JSON."""
    document = asked.record.dated(name, as_of=as_of)
    if style is Style.BIBTEX:
        return Response(citations.to_bibtex(document), media_type=BIBTEX)
    return Response(citations.as_csl([document]), media_type=citations.CSL_JSON)


@router.get("/events/{name}", responses=described_whole(examples.EVENT_WHOLE))
def event(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give an event as it stands on a day: status, every telling with its words, and the independent origins behind it."""
    return asked.whole(answers.render_event(asked.event(name, as_of)), as_of=as_of)


@router.get("/events/{name}/relations", responses=described_whole({"items": [examples.RELATED]}))
def relations(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Tell what an event led to, is part of, includes or follows, among the newest events of its parties."""
    found = asked.record.beside(asked.event(name, as_of))[0]
    return asked.whole({"items": [answers.render_relation(relation) for relation in found]}, as_of=as_of)


@router.get("/events/{name}/explanation", responses=described_whole({"items": [examples.EXPLAINED]}))
def explanation(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Tell why each telling of an event is coded as it is: the row that fired, how each party was resolved, the modality."""
    found = asked.record.explain(asked.event(name, as_of).id, as_of=as_of)
    return asked.whole({"items": [answers.render_explanation(one) for one in found]}, as_of=as_of)


@router.get("/events/{name}/annotations", responses=described_whole(examples.ANNOTATIONS, media_type=JSON_LD))
def event_annotations(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give the evidence of an event as W3C Web Annotations with PROV."""
    found = asked.event(name, as_of)
    return _annotated(found, label=found.headline)


@router.get("/entities/{name}", responses=described_whole(examples.ENTITY_WHOLE))
def entity(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give a person, state, body or place by its id, name or alias, with how often and since when reports name it."""
    found = asked.record.entity_called(name, as_of=as_of)
    return asked.whole(answers.render_entity(found), as_of=as_of)


@router.get("/quotations/{name}", responses=described_whole(examples.QUOTATION_WHOLE))
def quotation(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give a quotation by its id, with where its words stand."""
    return asked.whole(answers.render_quoted(_quotation(asked.record.find(name, as_of=as_of))), as_of=as_of)


@router.get("/quotations/{name}/annotations", responses=described_whole(examples.ANNOTATIONS, media_type=JSON_LD))
def quotation_annotations(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give the words of a quotation as a W3C Web Annotation with PROV."""
    return _annotated(_quotation(asked.record.find(name, as_of=as_of)), label=name)


@router.get("/stories/{name}", responses=described_whole(examples.STORY_WHOLE))
def story(asked: Question, name: Name, as_of: AsOf = None) -> Response:
    """Give a story by its id: its newest reports, the events that most of them tell of, in order of time, and its parts."""
    head, told = asked.record.story_told(name, as_of=as_of)
    events = [{"id": one.id, "headline": one.headline, "when": when(one), "status": str(one.status)} for one in told]
    reports = [_head(report) for report in head.reports]
    above, parts = asked.record.story_family(head, as_of=as_of)
    family = {"part_of": _called(above) if above else None, "parts": [_called(part) for part in parts]}
    whole = {"id": head.id, "title": head.title, "outlets": head.outlets, "reports": reports, "events": events}
    return asked.whole(whole | family, as_of=as_of)


def _called(story: StoryHead) -> dict[str, str]:
    return {"id": story.id, "title": story.title}


@router.get("/brief", responses=described_whole(examples.BRIEF))
def brief(
    asked: Question,
    since: Annotated[
        Since, Query(description="The day after whose end things count; a week before, if none is given.")
    ] = None,
    ahead: Annotated[int, Query(ge=0, le=366, description="How many days ahead to look for what is due.")] = 14,
    as_of: AsOf = None,
) -> Response:
    """Give what a reader needs who was away since a day: what changed, and what is due."""
    until = as_of or asked.last_day
    first = since or (moved(until, -7) if until else None)
    if first is None or until is None or first >= until:
        return asked.whole({"since": first, "until": until, "reports": 0, "changes": [], "due": []}, as_of=as_of)
    front = asked.record.front(since=first, until=until, ahead=min(ahead, (type(until).max - until).days))
    changes = [
        {"kind": str(one.kind), "line": one.line, "event": one.id, "evidence": answers.render_change(one)["evidence"]}
        for one in front.changes[:MOST_CHANGES]
    ]
    due = [
        {
            "id": one.id,
            "headline": one.headline,
            "when": when(one),
            "evidence": answers.render_event_head(one)["evidence"],
        }
        for one in front.due[:MOST_CHANGES]
    ]
    whole = {"since": first, "until": until, "reports": front.reports, "changes": changes, "due": due}
    return asked.whole(whole, as_of=as_of)


def _quotation(found: object) -> Quoted:
    if not isinstance(found, Quoted):
        raise NotFoundError("expected the id of a quotation")
    return found


def _annotated(found: Event | Quoted, *, label: str) -> Response:
    return Response(webannotation.as_json(list(webannotation.annotations_of(found)), label=label), media_type=JSON_LD)


def _head(report: Headed) -> Mapping[str, Any]:
    return {
        "id": report.id,
        "report": report.name,
        "outlet": report.outlet,
        "title": report.title,
        "published_at": str(report.dated) if report.dated else None,
    }

"""What a report goes back to, in the shape of FORMATS.md (`dateline dedup`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.model import Change, Document, Evidence, KeyedLink, KnownLink, Origin
from dateline.resources.datelines import credit_of

JSON = dict[str, Any]


def render_origin(document: Document, link: KeyedLink | KnownLink, documents: Mapping[str, Document]) -> JSON:
    """Return what a report goes back to as one object of the public format; *documents* are found by their ids."""
    origin = Origin.told_by(link)
    return {
        "id": document.name,
        "group": documents[origin.group].name,
        "origin": documents[origin.origin].name,
        "relation": str(origin.relation),
        "agency": credit_of(document.agency) if document.agency else None,
        "similarity": origin.similarity,
        "shared": origin.shared,
        "kept": origin.kept,
        "changes": [_change(change) for change in origin.changes],
        "why": link.link.judgement.explanation,
    }


def _change(change: Change) -> JSON:
    return {"kind": change.kind, "before": _words(change.before), "after": _words(change.after)}


def _words(evidence: Evidence) -> JSON:
    span = evidence.span
    return {"start": span.start if span else None, "end": span.end if span else None, "text": evidence.quote}

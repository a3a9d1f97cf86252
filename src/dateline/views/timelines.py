"""A day of a timeline in the public format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.model import Document, Evidence
from dateline.model.timelines import TimelineEntry


def render_entry(entry: TimelineEntry, documents: Mapping[str, Document]) -> dict[str, Any]:
    """Return a day with its sentences as one object of the public format (`dateline timeline --dates`)."""
    return {
        "date": entry.day.isoformat(),
        "sentences": [_sentence(evidence, documents[evidence.document_id]) for evidence in entry.sentences],
        "named_by": entry.named_by,
        "published": entry.published,
        "score": round(entry.score, 3),
    }


def _sentence(evidence: Evidence, document: Document) -> dict[str, Any]:
    return {
        "id": document.name,
        "start": evidence.span.start if evidence.span else None,
        "end": evidence.span.end if evidence.span else None,
        "text": evidence.quote,
        "outlet": document.outlet,
        "published_at": document.dated.value if document.dated else None,
    }

"""What a report goes back to, in the shape of FORMATS.md (`dateline dedup`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model import Change, CopyRelation, Document, Evidence, KeyedLink, KnownLink, Origin
from dateline.resources.datelines import credit_of

JSON = dict[str, Any]


def agencies_of_groups(origins: Iterable[Origin], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the agency of each group of copies: the one that they credit, as far as any of them credits one; by group.

    An excerpt's credit may be for its other words, and does not count.
    """
    credited: dict[str, set[str]] = {}
    for origin in origins:
        agency = documents[origin.document_id].agency
        if agency and origin.relation is not CopyRelation.EXCERPT:
            credited.setdefault(origin.group, set()).add(credit_of(agency))
    return {group: min(agencies) for group, agencies in credited.items() if len(agencies) == 1}


def render_origin(
    document: Document,
    link: KeyedLink | KnownLink,
    documents: Mapping[str, Document],
    agencies: Mapping[str, str],
) -> JSON:
    """Return what a report goes back to as one object of the public format.

    *documents* are found by their ids, *agencies* by the groups whose they are.
    """
    origin = Origin.told_by(link)
    return {
        "id": document.name,
        "group": documents[origin.group].name,
        "origin": documents[origin.origin].name,
        "relation": str(origin.relation),
        "agency": credit_of(document.agency) if document.agency else None,
        "group_agency": agencies.get(origin.group),
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

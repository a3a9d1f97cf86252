"""What a record rests on, and what made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.spans import Span


class Alignment(StrEnum):
    """How surely the quoted words were found in the document (after langextract's AlignmentStatus)."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of one document that a finding rests on; `span` is None when they were not located."""

    document_id: str
    span: Span | None
    quote: str
    alignment: Alignment = Alignment.EXACT

    @classmethod
    def cite(cls, document_id: str, text: str, span: Span) -> Evidence:
        """Return the evidence that *span* of the document's *text* gives."""
        return cls(document_id=document_id, span=span, quote=span.of(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Which stage made a record, in which version, under which settings (W3C PROV wasGeneratedBy).

    `run` is known only for records read from a store: it is the build that wrote them.
    """

    stage: str
    version: str
    settings: str = ""
    run: str | None = None

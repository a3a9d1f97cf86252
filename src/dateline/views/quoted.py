"""A quotation in its report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Document, Quotation


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in its report, with the canonical id of its speaker."""

    quotation: Quotation
    document: Document
    entity: str | None = None

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def words(self) -> str:
        """The words said, a cue that breaks in marked by an ellipsis."""
        return " … ".join(span.of(self.document.text) for span in self.quotation.content)

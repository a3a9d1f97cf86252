"""Who holds an office, as one report says it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.annotations import EntityRef
from dateline.model.evidence import Derivation, Evidence
from dateline.model.ids import content_id
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeStatement:
    """That a person holds an office at the time of the report: "Norway's prime minister, Ann Example".

    `office` refers to the office itself, whoever holds it; `title` are the words for it; `span` is from the first word of the
    statement to the last.
    """

    id: str
    document_id: str
    office: EntityRef
    title: str
    person: EntityRef
    span: Span
    evidence: Evidence
    derivation: Derivation

    @staticmethod
    def make_id(document_id: str, office: str, person: str, span: Span) -> str:
        """Return the id of the statement that these words make."""
        return content_id("off", document_id, office, person, span.start, span.end)

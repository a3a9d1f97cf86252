"""On whose word something is told: the links of the chain between a report and what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import EntityRef
from dateline.model.spans import Span


class VoiceKind(StrEnum):
    """What stands behind some words: a publisher, an agency, somebody named, a document, or somebody who is not named."""

    OUTLET = "outlet"
    AGENCY = "agency"
    SPEAKER = "speaker"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of the chain: who tells it (`name`), as which words say so, and which entity that is, where it is known.

    A chain begins with the voice nearest to the report and ends with the one who is nearest to what happened: "Reuters,
    citing two officials" is the agency, then the anonymous officials. The report's own outlet is no voice of its chains.
    """

    kind: VoiceKind
    name: str
    span: Span
    entity: EntityRef | None = None

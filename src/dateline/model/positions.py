"""Where somebody stands on a matter, from one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import EntityRef
from dateline.model.clocks import Interval
from dateline.model.evidence import Derivation, Evidence
from dateline.model.ids import content_id
from dateline.model.spans import Span


class Stance(StrEnum):
    """On which side of a matter somebody is."""

    FOR = "for"
    AGAINST = "against"

    @property
    def opposite(self) -> Stance:
        """The other side."""
        return Stance.AGAINST if self is Stance.FOR else Stance.FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a holder stands on a topic, as one sentence says it.

    `topic` is a matter of position_topics.tsv, or the name of an actor whom the position is about. `scope` are the ISO 3166-1
    alpha-3 codes of the states (or ids of other actors) that the matter concerns here, which keeps a ceasefire in one war apart
    from one in another; empty where the sentence and its report do not tell. `condition` is the clause on which it hangs
    ("if the troops leave"). `quotation` is the id of the quotation it stands in, None where the report itself says it.
    `taken` are the days on which it was said, where the sentence tells.
    """

    id: str
    document_id: str
    holder: EntityRef
    topic: str
    scope: tuple[str, ...] = ()
    stance: Stance
    condition: str | None = None
    taken: Interval | None = None
    matter: Span
    word: Span
    quotation: str | None = None
    evidence: Evidence
    derivation: Derivation

    @staticmethod
    def make_id(document_id: str, holder: str, matter: Span, word: Span) -> str:
        """Return the id of the position that these words tell."""
        return content_id("pos", document_id, holder, matter.start, matter.end, word.start, word.end)

"""What the words of a sentence say of the certainty of one predicate."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Modality, Token
from dateline.resources.factuality import CERTAIN, Cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The factuality of a predicate, the modality that it is told in unless as a fact, and the words that decided."""

    value: float = CERTAIN
    modality: Modality | None = None
    cues: tuple[str, ...] = ()

    def under(self, other: Reading) -> Reading:
        """Return this reading inside *other*: factualities multiply, and the first modality that is no fact stays.

        What is planned and then denied ("the planned visit was cancelled") is denied.
        """
        value = self.value * other.value / CERTAIN
        denied = other.modality is Modality.DENIED and value < 0
        modality = other.modality if denied else self.modality or other.modality
        return Reading(value=value, modality=modality, cues=other.cues + self.cues)


def read_cue(token: Token, cue: Cue, *, negated: bool = False) -> Reading:
    """Return the reading that one word gives."""
    value = cue.negated if negated and cue.negated is not None else cue.value
    return Reading(value=value, modality=cue.modality, cues=(token.lower,))

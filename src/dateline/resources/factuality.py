"""The lexicons of factuality: governors, nouns that govern, cues beside a predicate, and event nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import ResourceError
from dateline.model import Modality
from dateline.resources.tables import cells, read_table

CERTAIN = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a governor does to what it governs: the complement's factuality when the governor happened, and when not."""

    positive: float
    negative: float
    modality: Modality | None = None

    def given(self, factuality: float) -> float:
        """Return the complement's factuality for a governor of the factuality given."""
        share = (factuality + CERTAIN) / (2 * CERTAIN)
        return share * self.positive + (1 - share) * self.negative


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word beside a predicate and the factuality that it leaves it; `negated` is what it leaves beside a negation."""

    value: float
    negated: float | None = None
    modality: Modality | None = None


@cache
def governors() -> dict[tuple[str, str], Effect]:
    """Return the effect of each verb or adjective on each frame of complement that the table gives it."""
    return {
        (row["lemma"], frame): Effect(
            positive=_number(row["positive"]), negative=_number(row["negative"]), modality=_modality(row["modality"])
        )
        for row in read_table("factuality_governors.tsv")
        for frame in cells(row["frames"])
    }


@cache
def governing_nouns() -> dict[str, Cue]:
    """Return the nouns that tell how certain the clause or noun under them is."""
    return {
        row["lemma"]: Cue(value=_number(row["value"]), modality=_modality(row["modality"]))
        for row in read_table("factuality_nouns.tsv")
    }


@cache
def cues(kind: str) -> dict[str, Cue]:
    """Return the cues of one kind by word."""
    return {
        word: Cue(
            value=_number(row["value"] or "3"),
            negated=_number(row["negated"]) if row["negated"] else None,
            modality=_modality(row["modality"]),
        )
        for row in read_table("factuality_cues.tsv")
        if row["kind"] == kind
        for word in cells(row["words"])
    }


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name an event."""
    return frozenset(row["lemma"] for row in read_table("factuality_events.tsv"))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ResourceError(f"expected a number in a factuality table, got {text!r}") from error


def _modality(text: str) -> Modality | None:
    return Modality(text) if text else None

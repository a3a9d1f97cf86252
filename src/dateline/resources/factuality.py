"""The lexicons of factuality: governors, nouns that govern, cues beside a predicate, and event nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import ResourceError
from dateline.model import Modality
from dateline.resources.tables import cells, read_table

CERTAIN = 3.0
ASSERTED = 2.5


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """How certain an event of one form is, by the certainty of the verb above it."""

    pos: str
    tags: frozenset[str]
    deps: frozenset[str]
    definite: bool | None
    certain: float
    doubted: float
    negated: float

    def fits(self, pos: str, tag: str, dep: str, *, definite: bool) -> bool:
        """Say whether the row is about events of this form."""
        if self.pos != pos or self.definite not in (None, definite):
            return False
        return (not self.tags or tag in self.tags) and (not self.deps or dep in self.deps)

    def under(self, factuality: float) -> float:
        """Return the factuality under a verb of the factuality given."""
        if factuality >= ASSERTED:
            return self.certain
        return self.doubted if factuality >= 0 else self.negated


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
def priors() -> tuple[Prior, ...]:
    """Return how certain events are that no cue speaks of, the first that fits first."""
    return tuple(
        Prior(
            pos=row["pos"],
            tags=frozenset(cells(row["tags"])),
            deps=frozenset(cells(row["deps"])),
            definite={"yes": True, "no": False}.get(row["definite"]),
            certain=_number(row["certain"]),
            doubted=_number(row["doubted"]),
            negated=_number(row["negated"]),
        )
        for row in read_table("factuality_priors.tsv")
    )


@cache
def prior(pos: str, tag: str, dep: str, *, definite: bool) -> Prior | None:
    """Return the row for an event told in one form, or None where the table has none."""
    return next((row for row in priors() if row.fits(pos, tag, dep, definite=definite)), None)


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

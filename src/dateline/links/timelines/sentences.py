"""The sentences that tell best what happened on a day: near to what all say of it, to the point, and readable by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import sqrt

from dateline.links.timelines.collection import Vector, Weighed, dot, scaled, total
from dateline.links.timelines.days import Told
from dateline.resources.timelines import sentence_weights

HEAD = 0.5
"""What a sentence that does not name the day counts for in what is said of it, against one that does."""

REPEATING = 0.3
SAME = 0.6
"""What likeness to a chosen sentence costs, and the likeness from which on another says the same."""

SHORT = 8
"""Words below which a sentence is short."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    weighed: Weighed
    rank: float


def best_sentences(told: Sequence[Told], count: int, *, used: AbstractSet[tuple[str, int]]) -> list[Weighed]:
    """Return up to *count* of the sentences that may tell of a day, the best first, none saying what another says.

    *used* are the sentences, by report and place, that tell of other days already.
    """
    left = sorted(_ranked(told, used), key=_order)
    chosen: list[Weighed] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda ranked: ranked.rank - REPEATING * _likest(ranked.weighed, chosen))
        chosen.append(best.weighed)
        left = [ranked for ranked in left if dot(ranked.weighed.vector, best.weighed.vector) <= SAME]
        left = [ranked for ranked in left if ranked is not best]
    return chosen


def _order(ranked: _Ranked) -> tuple[float, str, int]:
    return (-ranked.rank, ranked.weighed.report.document_id, ranked.weighed.place)


def _ranked(told: Sequence[Told], used: AbstractSet[tuple[str, int]]) -> list[_Ranked]:
    centre = _centre(told)
    return [
        _Ranked(item.weighed, _rank(item, centre))
        for item in told
        if (item.weighed.report.document_id, item.weighed.place) not in used and item.weighed.passage.terms
    ]


def _centre(told: Sequence[Told]) -> Vector:
    """Return what is said of the day; a report with many sentences on it does not outweigh the others."""
    many = Counter(item.weighed.report.document_id for item in told)
    return scaled(
        total(
            {
                term: value * (1.0 if item.naming else HEAD) / sqrt(many[item.weighed.report.document_id])
                for term, value in item.weighed.vector.items()
            }
            for item in told
        )
    )


def _rank(told: Told, centre: Vector) -> float:
    weights, weighed = sentence_weights(), told.weighed
    passage = weighed.passage
    traits = set(passage.traits) | (set(told.naming.traits) if told.naming else set())
    rank = sum(weights.get(trait, 0.0) for trait in traits)
    rank += weights["centrality"] * dot(weighed.vector, centre) + weights["relevance"] * weighed.relevance
    return rank + weights["short"] * max(0, SHORT - passage.words) / SHORT


def _likest(weighed: Weighed, chosen: Sequence[Weighed]) -> float:
    return max((dot(weighed.vector, other.vector) for other in chosen), default=0.0)

"""A collection of reports as a whole: what it is about, and how near each sentence and each report is to that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, log1p, sqrt
from statistics import median

from dateline.links.timelines.reading import Passage, ReadReport

RARITY = 0.5
"""The power of a term's rarity. With 1, as usual, what the whole collection is about would count for least."""

_LEAST_RELEVANCE = 0.01

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence in its collection: the report and place it has, its terms as a vector of length one, its relevance.

    `place` counts the report's sentences from 0.
    """

    report: ReadReport
    place: int
    passage: Passage
    vector: Vector
    relevance: float


class Collection:
    """Reports on one matter, in order of publication, with their sentences weighed against the whole."""

    def __init__(self, reports: Iterable[ReadReport]) -> None:
        self.reports = sorted(reports, key=lambda report: (report.day is None, report.day, report.document_id))
        self._rarity = _rarity(self.reports)
        vectors = [[self._vector(passage) for passage in report.passages] for report in self.reports]
        self._wholes = [total(rows) for rows in vectors]
        self._centre = scaled(total(self._wholes))
        self.weighed = [
            [self._weighed(report, place, vector) for place, vector in enumerate(rows)]
            for report, rows in zip(self.reports, vectors, strict=True)
        ]

    @cached_property
    def report_relevance(self) -> dict[str, float]:
        """How near each report as a whole is to what the collection is about: the logarithm against the median."""
        nearness = [dot(scaled(whole), self._centre) for whole in self._wholes]
        usual = max(_LEAST_RELEVANCE, median(nearness or [1.0]))
        return {
            report.document_id: log(max(value, _LEAST_RELEVANCE) / usual)
            for report, value in zip(self.reports, nearness, strict=True)
        }

    def _vector(self, passage: Passage) -> Vector:
        counts = Counter(passage.terms)
        return scaled({term: (1 + log(count)) * self._rarity[term] for term, count in counts.items()})

    def _weighed(self, report: ReadReport, place: int, vector: Vector) -> Weighed:
        passage = report.passages[place]
        return Weighed(
            report=report,
            place=place,
            passage=passage,
            vector=vector,
            relevance=dot(vector, self._centre),
        )


def relative(value: float, usual: float) -> float:
    """Return how much more relevant than usual something is: 0 for the usual, 1 for e times as much."""
    return log(max(value, _LEAST_RELEVANCE) / max(usual, _LEAST_RELEVANCE))


def dot(left: Vector, right: Vector) -> float:
    """Return the product of two vectors: of those of length one their likeness, from 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[term] for term, value in left.items() if term in right)


def scaled(vector: Vector) -> dict[str, float]:
    """Return a vector of length one in the same direction; an empty one stays empty."""
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def total(vectors: Iterable[Vector]) -> dict[str, float]:
    """Return the sum of vectors."""
    summed: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, value in vector.items():
            summed[term] += value
    return dict(summed)


def _rarity(reports: Sequence[ReadReport]) -> dict[str, float]:
    having = Counter(
        term for report in reports for term in {term for passage in report.passages for term in passage.terms}
    )
    return {term: log1p(len(reports) / count) ** RARITY for term, count in having.items()}

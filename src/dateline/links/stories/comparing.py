"""How like a report is to each of several stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, sqrt

from dateline.links.stories.terms import Terms
from dateline.model import StorySoFar

DAYS = 7
"""After so many days without a report a story is hardly fresh any more."""

STALE = 0.7
"""What remains of the likeness to a story that has been silent for long. It is never nothing: affairs come back, and dates of
publication are often those of a page's last change."""

TOLD_APART = 6
"""The more stories share a term, the less it tells them apart; so many stories are taken to be there that do not share it."""

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like a report is to a story: the cosine of their terms, how fresh the story is, and the terms that make them alike."""

    words: float
    fresh: float
    shared: tuple[str, ...]

    @property
    def score(self) -> float:
        """The likeness of the terms, less where the story has been silent for long."""
        return self.words * self.fresh


def compare(terms: Terms, day: date | None, stories: Mapping[str, StorySoFar]) -> dict[str, Comparison]:
    """Return how like a report with these terms is to each story.

    A term that several of the stories have counts for less in all of them: in a war, the names of its parties say little.
    """
    telling = _telling(terms, stories.values())
    weighed = {stem: value * telling.get(stem, 1.0) for stem, value in terms.items()}
    length = _length(weighed)
    return {name: _compared(weighed, length, telling, day, story) for name, story in stories.items()}


def _compared(
    weighed: Terms, length: float, telling: Mapping[str, float], day: date | None, story: StorySoFar
) -> Comparison:
    others = {stem: value * telling.get(stem, 1.0) for stem, value in story.terms.items()}
    products = {stem: value * weighed[stem] for stem, value in others.items() if stem in weighed}
    both = length * _length(others)
    shared = sorted(products, key=lambda stem: (-products[stem], stem))[:_NAMED]
    return Comparison(
        words=sum(products.values()) / both if both else 0.0, fresh=_freshness(day, story.day), shared=tuple(shared)
    )


def _telling(terms: Terms, stories: Iterable[StorySoFar]) -> dict[str, float]:
    """Return how well each term tells the stories apart, from 1 downwards; terms that are not listed do so fully."""
    stories = list(stories)
    holders = Counter(stem for story in stories for stem in story.terms.keys() & terms.keys())
    return {stem: 1 - (count - 1) / (len(stories) + TOLD_APART) for stem, count in holders.items()}


def _freshness(day: date | None, last: str | None) -> float:
    if day is None or last is None:
        return 1.0
    return STALE + (1 - STALE) * exp(-abs((day - date.fromisoformat(last)).days) / DAYS)


def _length(terms: Terms) -> float:
    return sqrt(sum(value * value for value in terms.values()))

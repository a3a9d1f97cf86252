"""How like a report is to each of several stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """Return how like a report is to each story; the terms of all are vectors of length one.

    A term that several of the stories have counts for less in all of them: in a war, the names of its parties say little.
    """
    shared = {name: [stem for stem in terms if stem in story.terms] for name, story in stories.items()}
    telling = _telling(shared.values())
    length = _length(terms, telling, telling)
    return {
        name: _compared(terms, length, story, shared[name], telling, fresh=_freshness(day, story.day))
        for name, story in stories.items()
    }


def _compared(
    terms: Terms, length: float, story: StorySoFar, shared: Sequence[str], telling: Terms, *, fresh: float
) -> Comparison:
    products = {stem: terms[stem] * story.terms[stem] * telling[stem] ** 2 for stem in shared}
    both = length * _length(story.terms, shared, telling)
    strongest = tuple(sorted(shared, key=lambda stem: -products[stem])[:_NAMED])
    return Comparison(words=min(1.0, sum(products.values()) / both) if both else 0.0, fresh=fresh, shared=strongest)


def _telling(shared: Collection[Sequence[str]]) -> dict[str, float]:
    """Return how well each term that the report shares with a story tells the stories apart, from 1 downwards."""
    holders = Counter(stem for stems in shared for stem in stems)
    return {stem: 1 - (count - 1) / (len(shared) + TOLD_APART) for stem, count in holders.items()}


def _length(terms: Terms, changed: Iterable[str], telling: Terms) -> float:
    """Return the length of a vector of length one after some of its terms have been made to count for less."""
    lost = sum(terms[stem] ** 2 * (1 - telling[stem] ** 2) for stem in changed)
    return sqrt(max(0.0, 1 - lost))


def _freshness(day: date | None, last: str | None) -> float:
    if day is None or last is None:
        return 1.0
    return STALE + (1 - STALE) * exp(-abs((day - date.fromisoformat(last)).days) / DAYS)

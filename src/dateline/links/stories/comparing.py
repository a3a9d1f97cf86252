"""How like a report is to each of several stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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

LARGE = 20
"""A story of fewer reports wears none of its terms out."""

WEARING = 20.0
"""A term that is all of what a story is about tells half as much of its matter after the root of so many weeks of reports."""

_FEWEST_WEEKS = 3
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like a report is to a story: the cosine of their terms, how fresh the story is, and what each shared term adds.

    `words` leaves out what is worn; `affair` counts every term in full.
    """

    words: float
    affair: float
    fresh: float
    parts: Mapping[str, float]

    @property
    def score(self) -> float:
        """The likeness of the terms, less where the story has been silent for long."""
        return self.words * self.fresh

    @property
    def kinship(self) -> float:
        """The same for the affair as a whole."""
        return self.affair * self.fresh

    @property
    def shared(self) -> tuple[str, ...]:
        """The terms that make them alike, the strongest first."""
        return tuple(sorted(self.parts, key=lambda stem: -self.parts[stem])[:_NAMED])


class Comparer:
    """Compares a report with stories. A term that several of those found have counts for less in all of them: in a war, the names
    of its parties say little. So does one that a large story has been about week after week: that a report names the town
    says by then which affair it belongs to, not which matter in it.
    """

    def __init__(self, terms: Terms, day: date | None, found: Iterable[StorySoFar]) -> None:
        self._terms = terms
        self._day = day
        stories = tuple(found)
        self._telling = _telling([terms.keys() & story.terms.keys() for story in stories])
        self._unworn = _unworn(terms, stories)
        lost = sum(terms[stem] ** 2 * (1 - weight) for stem, weight in self._telling.items())
        self._length = sqrt(max(0.0, 1 - lost))

    def __call__(self, story: StorySoFar) -> Comparison:
        """Return how like the report is to a story; the terms of both are vectors of length one."""
        parts, lost, whole = {}, 0.0, 0.0
        for stem in sorted(self._terms.keys() & story.terms.keys()):
            value, weight = story.terms[stem], self._telling.get(stem, 1.0)
            shared = self._terms[stem] * value * weight
            parts[stem] = shared * self._unworn.get(stem, 1.0)
            whole += shared
            lost += value * value * (1 - weight)
        both = self._length * sqrt(max(0.0, 1 - lost))
        words, affair = (min(1.0, value / both) if both else 0.0 for value in (sum(parts.values()), whole))
        return Comparison(words=words, affair=affair, fresh=_freshness(self._day, story.day), parts=parts)


def worn_by(story: StorySoFar, stems: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Yield how far terms are worn out by a story, or by the affair that it is a part of; 1 halves what a term tells."""
    large = story.reports >= LARGE and story.weeks >= _FEWEST_WEEKS
    if large or story.worn:
        for stem in stems:
            wear = story.terms.get(stem, 0.0) ** 2 * story.weeks**2 / WEARING if large else 0.0
            yield stem, max(wear, story.worn.get(stem, 0.0))


def _unworn(terms: Terms, stories: Iterable[StorySoFar]) -> dict[str, float]:
    """Return what remains of the terms that are worn out by any of the stories."""
    worn: dict[str, float] = {}
    for story in stories:
        for stem, wear in worn_by(story, terms):
            worn[stem] = max(worn.get(stem, 0.0), wear)
    return {stem: 1 / (1 + wear) for stem, wear in worn.items()}


def _telling(stories: Sequence[Collection[str]]) -> dict[str, float]:
    """Return how well each term that the report shares with a story tells the stories apart, from 1 downwards, squared."""
    holders = Counter(stem for stems in stories for stem in stems)
    return {stem: (1 - (count - 1) / (len(stories) + TOLD_APART)) ** 2 for stem, count in sorted(holders.items())}


def _freshness(day: date | None, last: str | None) -> float:
    if day is None or last is None:
        return 1.0
    return STALE + (1 - STALE) * exp(-abs((day - date.fromisoformat(last)).days) / DAYS)

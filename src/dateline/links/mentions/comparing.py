"""How likely two mentions tell of one happening: by their words, who stands with them, their sentences, their reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from dateline.links.mentions.views import MentionView
from dateline.resources.events import word_set
from dateline.resources.tables import cells

_ENDINGS = frozenset(
    cells("s|e|ed|er|or|ing|ion|tion|ation|ition|sion|ment|al|ance|ence|ure|age|y|th|t|d|n|de|ant|ent|ive|ery|ist|ism")
)
SHORTEST_STEM = 4
"""Letters that two words must begin with to be one derived from the other."""

WEIGHTS = {
    "same head": 0.8,
    "words shared": 0.4,
    "derived": 1.05,
    "reports": 4.4,
    "sentences": 1.0,
    "arguments shared": 1.1,
    "arguments differ": -0.1,
    "arguments missing": 0.35,
    "numbers differ": -0.5,
    "one report": -2.05,
    "one sentence": -2.8,
    "both reporting": -1.65,
    "one in the other": -1.75,
}
"""What each sign adds to the logit of two mentions telling of one happening; fitted on the development set of bench/link."""
BIAS = -2.6


def derived(first: str, second: str) -> bool:
    """Say whether one word may be had from the other by changing its ending.

    >>> derived("resign", "resignation"), derived("explode", "explosion"), derived("report", "reply")
    (True, True, False)
    """
    if first == second:
        return True
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length >= SHORTEST_STEM and all(not end or end in _ENDINGS for end in (first[length:], second[length:]))


def related(first: MentionView, second: MentionView) -> bool:
    """Say whether the heads of two mentions can name one happening at all: one word, one stem, or a kind in common."""
    return (first.head != "" and derived(first.head, second.head)) or not first.kinds.isdisjoint(second.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A mention's view, with what is computed once: its sentence as a unit vector, the weight of its arguments."""

    view: MentionView
    sentence: Mapping[str, float]
    arguments: float
    reporting: bool


class Comparer:
    """Compares the mentions of one collection, by how rare its words are and how much its reports share."""

    def __init__(self, rarity: Mapping[str, float], near: Sequence[Mapping[int, float]]) -> None:
        self._rarity = rarity
        self._near = near

    def prepare(self, view: MentionView) -> Comparable:
        """Return a mention ready to be compared with many others."""
        weights = {word: self._rarity.get(word, 1.0) for word in sorted(set(view.context))}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return Comparable(
            view=view,
            sentence={word: weight / length for word, weight in weights.items()},
            arguments=self._weight(view.arguments),
            reporting=view.head in word_set("reporting"),
        )

    def likelihood(self, first: Comparable, second: Comparable) -> float:
        """Return how likely two mentions tell of one happening, from 0 to 1."""
        signs = self.signs(first, second)
        return 1 / (1 + exp(-BIAS - sum(weight * sign for weight, sign in zip(_WEIGHTS, signs, strict=True))))

    def signs(self, first: Comparable, second: Comparable) -> tuple[float, ...]:
        """Return the value of each sign for two mentions, in the order of WEIGHTS."""
        a, b = first.view, second.view
        same = a.head == b.head
        one_report = a.report == b.report
        reports = 1.0 if one_report else self._near[a.report].get(b.report, 0.0)
        fewer = min(first.arguments, second.arguments)
        shared = self._weight(a.arguments & b.arguments) if fewer else 0.0
        return (
            same,
            len(a.words & b.words) / len(a.words | b.words),
            not same and derived(a.head, b.head),
            reports,
            _cosine(first.sentence, second.sentence),
            shared / fewer if fewer else 0.0,
            bool(fewer and not shared),
            not fewer,
            bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers)),
            one_report,
            one_report and a.sentence == b.sentence,
            first.reporting and second.reporting,
            a.head in b.arguments or b.head in a.arguments,
        )

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._rarity.get(word, 1.0) for word in sorted(words))


def _cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


_WEIGHTS = tuple(WEIGHTS.values())

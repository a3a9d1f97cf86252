"""What one report has from another: how much of either, which passages, and what was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dateline.links.origins.aligning import Pair, align
from dateline.links.origins.changes import Swap, facts, swaps
from dateline.links.origins.wording import Wording
from dateline.model.origins import HALF

FEWEST_WORDS = 15
"""Fewer words in common are a phrase, unless they are all that both reports say."""

VERBATIM = 0.9
"""The part of a report's words from which on it is the same report, but for a word here and there."""

PASSAGE_WORDS = 28
PASSAGE_SENTENCES = 2
PASSAGE_NARRATED = 12
PASSAGE_ALIKE = 0.8
"""What a passage must have for an article with words of its own to be an excerpt: sentences in a row, words in those that
are hardly changed, and narrated words. These are outside quotation marks and captions: two reporters who hear one statement
write down the same words, each in a story of his own."""

SENTENCES_SKIPPED = 1
"""Sentences that may be left out or put in within a passage."""

CLOSING_AT_MOST = 0.8
"""The part of a report that may be what its outlet puts under every report."""

FACTS_LOST = 3
FACTS_KEPT = 2 / 3
"""When so many numbers, days and names of the sentences are others, and no more than this part is the same, the report is
not a copy but the next of a series: of prices, of casualties, of the weather."""

SWAPS = 2
SWAPPED = 0.15
"""The same for a report of another day: numbers that stand in the place of others, by all that the sentences state."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that stand in a row in both reports: how many, their words, and how many of these are narrated."""

    sentences: int = 0
    words: int = 0
    narrated: int = 0

    @property
    def is_copied(self) -> bool:
        """Whether so much can only have been copied."""
        return self.sentences >= PASSAGE_SENTENCES and self.words >= PASSAGE_WORDS and self.narrated >= PASSAGE_NARRATED


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a new report has from an old one.

    `shared` is the part of the new report's words that stand in the old one, `kept` the part of the old one's words.
    """

    words: int
    shared: float
    kept: float
    passage: Passage
    swaps: tuple[Swap, ...]

    @property
    def similarity(self) -> float:
        """The words that both have, by the words of both."""
        return 2 * self.shared * self.kept / (self.shared + self.kept) if self.words else 0.0

    @property
    def is_whole(self) -> bool:
        """Whether most of the new report comes from the old one."""
        return self.shared >= HALF and (self.words >= FEWEST_WORDS or self.similarity >= VERBATIM)

    @property
    def is_excerpt(self) -> bool:
        """Whether a passage of the new report, or all of a short old one, can only have been copied."""
        return self.passage.is_copied or (self.kept >= VERBATIM and self.words >= FEWEST_WORDS)


def compare(new: Wording, old: Wording, common: Collection[int] = (), *, same_day: bool = False) -> Comparison | None:
    """Return what *new* has from *old*, or None when it has nothing or is the next of a series.

    `common` are the sentences of the new report that many unrelated reports have; they count for nothing, unless all of the
    report stands in the old one.
    """
    pairs = align(new, old)
    if not _are_all(pairs, new):
        ignored = {pair.new for pair in _closing(pairs, new, old)}.union(common)
        pairs = [pair for pair in pairs if pair.new not in ignored]
    found = tuple(swaps(pairs, new, old))
    if not pairs or _next_of_series(pairs, found, new, old, same_day):
        return None
    words = sum(pair.words for pair in pairs)
    return Comparison(
        words=words,
        shared=words / len(new.words),
        kept=words / len(old.words),
        passage=max((_passage(row, new) for row in _rows(pairs)), key=lambda passage: passage.words),
        swaps=found,
    )


def _are_all(pairs: Sequence[Pair], new: Wording) -> bool:
    """Say whether every sentence of the new report stands in the old one as it is."""
    return len(pairs) == len(new.sentences) and all(pair.alike == 1 for pair in pairs)


def _next_of_series(pairs: Sequence[Pair], found: Sequence[Swap], new: Wording, old: Wording, same_day: bool) -> bool:
    """Say whether the sentences are a form that was filled in again, with other numbers and names."""
    stated = kept = 0
    for pair in pairs:
        before = Counter(facts(old, pair.old))
        stated += before.total()
        kept += (before & Counter(facts(new, pair.new))).total()
    if stated - kept >= FACTS_LOST and kept < FACTS_KEPT * stated:
        return True
    return not same_day and len(found) >= SWAPS and len(found) > SWAPPED * stated


def _closing(pairs: Sequence[Pair], new: Wording, old: Wording) -> Sequence[Pair]:
    """Return the last pairs if they are only how both reports close: what an outlet puts under every report."""
    count = 0
    while count < len(pairs) and _are_last(pairs[-count - 1], count, new, old):
        count += 1
    closing, others = pairs[len(pairs) - count :], pairs[: len(pairs) - count]
    before = new.sentences[closing[0].new].start if closing else 0
    is_most = before < (1 - CLOSING_AT_MOST) * len(new.words)
    return () if is_most or sum(pair.words for pair in others) >= HALF * before else closing


def _are_last(pair: Pair, count: int, new: Wording, old: Wording) -> bool:
    return pair.new == len(new.sentences) - 1 - count and pair.old == len(old.sentences) - 1 - count


def _rows(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs that follow one another in both reports, but for a sentence left out or put in."""
    row: list[Pair] = []
    for pair in pairs:
        if row and not (_follows(row[-1].new, pair.new) and _follows(row[-1].old, pair.old)):
            yield row
            row = []
        row.append(pair)
    yield row


def _follows(one: int, other: int) -> bool:
    return 0 < other - one <= 1 + SENTENCES_SKIPPED


def _passage(row: Sequence[Pair], new: Wording) -> Passage:
    kept = [pair for pair in row if pair.alike >= PASSAGE_ALIKE]
    return Passage(
        sentences=len(row),
        words=sum(pair.words for pair in kept),
        narrated=sum(not new.lent[place] for pair in kept for place in new.sentences[pair.new]),
    )

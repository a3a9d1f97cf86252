"""Which sentence of one report stands in another, as it was or reworded, in whatever order."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.links.origins.wording import Wording

LEAST_ALIKE = 0.6
"""The least part of their words that two sentences must have in common to be one sentence reworded."""

CUT_ALIKE = 0.9
"""The same for a sentence that is broken off, by the words up to there."""

_RUN = 3
_MOST_WITH_RUN = 16
_MOST_TRIED = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the new report and the one of the old report that it is, by their numbers.

    `words` is how many words they have in common, `alike` twice that by the words of both.
    """

    new: int
    old: int
    words: int
    alike: float


def align(new: Wording, old: Wording) -> list[Pair]:
    """Return the pairs of sentences in order of the new report; no sentence is in two pairs."""
    pairs = {pair.new: pair for pair in _same(new, old)}
    taken = {pair.old for pair in pairs.values()}
    tellings = _by_run(old, taken)
    for number, sentence in enumerate(new.sentences):
        if number not in pairs and (pair := _reworded(number, new.of(sentence), old, tellings, taken)):
            pairs[number] = pair
            taken.add(pair.old)
    for pair in list(pairs.values()):
        if cut := _cut_off(pair, new, old, pairs, taken):
            pairs[cut.new] = cut
            taken.add(cut.old)
    return [pairs[number] for number in sorted(pairs)]


def _cut_off(pair: Pair, new: Wording, old: Wording, pairs: Mapping[int, Pair], taken: Collection[int]) -> Pair | None:
    """Return the pair after this one if the new report breaks off in the middle of the old one's next sentence."""
    after, place = pair.new + 1, pair.old + 1
    if after in pairs or place in taken or after >= len(new.sentences) or place >= len(old.sentences):
        return None
    words = new.of(new.sentences[after])
    cut = _pair(after, words, place, old.of(old.sentences[place])[: len(words)])
    return cut if cut.alike >= CUT_ALIKE else None


def _same(new: Wording, old: Wording) -> Iterator[Pair]:
    """Yield the pairs of sentences with the same words; of several, the one after the last that was paired."""
    texts = [old.of(sentence) for sentence in old.sentences]
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for place, words in enumerate(texts):
        places[words].append(place)
    taken: set[int] = set()
    last = -1
    for number, sentence in enumerate(new.sentences):
        words = new.of(sentence)
        free = places.get(words, deque())
        while free and free[0] in taken:
            free.popleft()
        if free:
            after = last + 1
            last = after if after < len(texts) and texts[after] == words and after not in taken else free[0]
            taken.add(last)
            yield Pair(number, last, len(words), 1.0)


def _by_run(old: Wording, taken: set[int]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(old.sentences):
        if number not in taken:
            for run in _runs(old.of(sentence)):
                if len(found[run]) < _MOST_WITH_RUN:
                    found[run].append(number)
    return found


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}


def _reworded(
    number: int, words: Sequence[str], old: Wording, tellings: dict[tuple[str, ...], list[int]], taken: set[int]
) -> Pair | None:
    votes = Counter(place for run in _runs(words) for place in tellings.get(run, ()) if place not in taken)
    tried = sorted(votes, key=lambda place: (-votes[place], place))[:_MOST_TRIED]
    pairs = [_pair(number, words, place, old.of(old.sentences[place])) for place in tried]
    best = max(pairs, key=lambda pair: pair.alike, default=None)
    return best if best is not None and best.alike >= LEAST_ALIKE else None


def _pair(new: int, words: Sequence[str], place: int, others: Sequence[str]) -> Pair:
    common = (Counter(words) & Counter(others)).total()
    return Pair(new, place, common, 2 * common / (len(words) + len(others)))

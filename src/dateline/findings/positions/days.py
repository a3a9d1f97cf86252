"""When a side was taken: the days that the clause of the word that takes it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.findings.positions.stances import Taken
from dateline.model import Interval, Sentence, TimeExpression

_OWN = ("npadvmod", "advmod", "prep")


def taken_on(sentence: Sentence, taken: Taken, times: Sequence[TimeExpression]) -> Interval | None:
    """Return the days of a time expression in the clause of the word that takes a side, or None; *times* stand in order.

    A time in the phrase of the matter is that of the matter: "backs the talks on Friday".
    """
    first = bisect_left(times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(times, sentence.span.end, key=lambda time: time.span.start)
    if first == last or taken.word.pos not in ("VERB", "AUX"):
        return None
    phrases = (sentence.subtree(child) for child in sentence.children(taken.word, *_OWN) if child is not taken.matter)
    starts = {token.start for phrase in phrases if taken.matter not in phrase for token in phrase}
    here = (time for time in times[first:last] if any(time.span.start <= start < time.span.end for start in starts))
    return next((time.interval for time in here if time.interval is not None), None)

"""Speakers: who a source is, and on which days it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.findings.quotations.attributions import Attribution, Source, core_of
from dateline.model import EntityRef, Interval, MentionIndex, Sentence, TimeExpression

_RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})


def speaker_of(source: Source | None, sentence: Sentence, mentions: MentionIndex) -> EntityRef | None:
    """Return the entity that the head of the source, or an apposition to it, means; None if not known.

    A relative pronoun means its antecedent.
    """
    if source is None:
        return None
    head = source.head
    if head.lower in _RELATIVE_PRONOUNS:
        clause = sentence.head(head)
        head = sentence.head(clause) if clause.dep == "relcl" else head
    found = (mentions.at(token.span) for token in (head, *sentence.children(head, "appos")))
    return next((mention.entity for mention in found if mention is not None and mention.entity is not None), None)


def said_on(attribution: Attribution, times: Sequence[TimeExpression]) -> Interval | None:
    """Return the days of a time expression in the cue's own clause ("said on Tuesday"), or None; *times* stand in order."""
    if attribution.cue.pos != "VERB" or attribution.word.kind not in ("speech", "stance"):
        return None
    sentence = attribution.sentence
    starts = {sentence.tokens[index].start for index in core_of(sentence, attribution.cue)}
    first = bisect_left(times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(times, sentence.span.end, key=lambda time: time.span.start)
    for time in times[first:last]:
        if time.interval is not None and sentence.span.covers(time.span):
            apart = not any(piece.overlaps(time.span) for piece in attribution.pieces)
            inside = any(time.span.start <= start < time.span.end for start in starts)
            named = attribution.source is not None and attribution.source.span.covers(time.span)
            if apart and inside and not named:
                return time.interval
    return None

"""When, where, on whose word and in what context an act is told."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.findings.events.clauses import lemma, reporter, subject
from dateline.findings.events.matching import Match
from dateline.model import (
    EntityRef,
    EntityType,
    Happened,
    HappenedBasis,
    Interval,
    MentionIndex,
    Party,
    Place,
    Sentence,
    TimeExpression,
    TimeType,
    Token,
)
from dateline.resources.events import context_words

_LOCATIVE = frozenset({"in", "at", "near", "outside"})
_PLACES = frozenset({EntityType.PLACE, EntityType.STATE})


def happened(sentence: Sentence, match: Match, times: Iterable[TimeExpression]) -> Happened | None:
    """Return the days of the time expression that the act's own words govern, the nearest one to the anchor, or None."""
    found = [
        (abs(time.span.start - match.anchor.start), time.span.start, time)
        for time in times
        if time.interval is not None
        and time.type in (TimeType.DATE, TimeType.TIME)
        and _governor(sentence, time) in match.reading.times
    ]
    if not found:
        return None
    interval = min(found, key=lambda entry: entry[:2])[2].interval
    span = _from_to(sentence, [time for _, _, time in found])
    return Happened(interval=span or interval, basis=HappenedBasis.EXPRESSION) if interval else None


def place(sentence: Sentence, match: Match, mentions: MentionIndex, parties: Iterable[Party]) -> Place | None:
    """Return the place that a locative phrase of the act names, unless that is one of its parties."""
    taken = {party.span for party in parties}
    for above in (match.anchor, match.support, match.object):
        for child in sentence.children(above, "prep") if above is not None else ():
            head = sentence.child(child, "pobj") if child.lower in _LOCATIVE else None
            mention = mentions.at(head.span) if head is not None else None
            if mention is not None and mention.type in _PLACES and mention.span not in taken:
                return Place(name=mention.text, country=mention.entity.country if mention.entity else None)
    return None


def claimant(sentence: Sentence, match: Match, mentions: MentionIndex) -> EntityRef | None:
    """Return who says that the act happened, where its clause is what a known speaker says."""
    verb = reporter(sentence, match.anchor)
    speaker = subject(sentence, verb) if verb is not None else None
    mention = mentions.at(speaker.span) if speaker is not None else None
    return mention.entity if mention is not None else None


def contexts_told(sentence: Sentence) -> tuple[str, ...]:
    """Return the contexts that words of the sentence tell, in order of the text."""
    return tuple(context for token in sentence.tokens for context in context_words().get(lemma(token), ()))


def _from_to(sentence: Sentence, times: list[TimeExpression]) -> Interval | None:
    """Return the days of "from Monday to Wednesday", where the act's times are two such expressions."""
    by_preposition = {}
    for time in times:
        before = [token for token in sentence.tokens if token.end <= time.span.start]
        if before:
            by_preposition[before[-1].lower] = time.interval
    first = by_preposition.get("from")
    last = next((by_preposition[word] for word in ("to", "until", "till", "through") if word in by_preposition), None)
    if not (first and last and first.earliest and last.latest) or first.earliest > last.latest:
        return None
    return Interval(earliest=first.earliest, latest=last.latest)


def _governor(sentence: Sentence, time: TimeExpression) -> int | None:
    """Return the index of the verb or noun that a time expression is said of, passing over prepositions and names."""
    inside = sentence.within(time.span)
    if not inside:
        return None
    token: Token = next(
        (t for t in inside if not time.span.covers(sentence.head(t).span) or t.head == t.index), inside[0]
    )
    for above in sentence.ancestors(token):
        if above.pos not in ("ADP", "SCONJ", "ADV", "PROPN", "NUM"):
            return above.index
    return None

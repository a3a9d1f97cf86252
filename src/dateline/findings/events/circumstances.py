"""Where, on whose word and in what context an act is told."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.findings.events.clauses import lemma, reporter, subject
from dateline.findings.events.matching import Match
from dateline.model import (
    EntityRef,
    EntityType,
    MentionIndex,
    Party,
    Place,
    Sentence,
)
from dateline.resources.events import context_words

_LOCATIVE = frozenset({"in", "at", "near", "outside"})
_PLACES = frozenset({EntityType.PLACE, EntityType.STATE})


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

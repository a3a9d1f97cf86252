"""Where, on whose word and in what context an act is told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.findings.events.acts import Act
from dateline.findings.events.clauses import lemma, reporter, subject
from dateline.findings.events.matching import Match
from dateline.model import (
    EntityRef,
    EntityType,
    MentionIndex,
    Place,
    PlaceIndex,
    Sentence,
    Voice,
)
from dateline.resources.events import context_words

_LOCATIVE = frozenset({"in", "at", "near", "outside"})
_PLACES = frozenset({EntityType.PLACE, EntityType.STATE})


def place(sentence: Sentence, act: Act, mentions: MentionIndex, places: PlaceIndex) -> Place | None:
    """Return the place that a locative phrase of the act names, the narrowest if it names several; of a visit, where it goes.

    A party of the act is no place of it, but for the host of a visit.
    """
    match = act.match
    taken = {party.span for party in (*act.actors, *act.recipients)}
    if match.frame.mode == "visit":
        visited = (places.narrowest(party.span) for party in act.recipients)
        goal = next((found.place for found in visited if found is not None), None)
        if goal is not None:
            return goal
    for above in (match.anchor, match.support, match.object):
        for child in sentence.children(above, "prep") if above is not None else ():
            head = sentence.child(child, "pobj") if child.lower in _LOCATIVE else None
            mention = mentions.at(head.span) if head is not None else None
            if head is None or (mention is not None and mention.span in taken):
                continue
            named = places.narrowest(sentence.extent(child))
            if named is not None:
                return named.place
            if mention is not None and mention.type in _PLACES:
                return Place(name=mention.text, country=mention.entity.country if mention.entity else None)
    return None


def claimant(voices: Sequence[Voice]) -> EntityRef | None:
    """Return the last known voice of a chain: who says that the act happened; None for a chain of which nobody is known."""
    return next((voice.entity for voice in reversed(voices) if voice.entity is not None), None)


def reported_by(sentence: Sentence, match: Match, mentions: MentionIndex) -> EntityRef | None:
    """Return the known subject of the verb that reports an act, where no quotation tells on whose word it is."""
    verb = reporter(sentence, match.anchor)
    speaker = subject(sentence, verb) if verb is not None else None
    mention = mentions.at(speaker.span) if speaker is not None else None
    return mention.entity if mention is not None else None


def contexts_told(sentence: Sentence) -> tuple[str, ...]:
    """Return the contexts that words of the sentence tell, in order of the text."""
    return tuple(context for token in sentence.tokens for context in context_words().get(lemma(token), ()))

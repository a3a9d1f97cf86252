"""On whose word and in what context an act is told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.findings.events.clauses import lemma, reporter, subject
from dateline.findings.events.matching import Match
from dateline.model import (
    EntityRef,
    MentionIndex,
    Sentence,
    Voice,
)
from dateline.resources.events import context_words


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

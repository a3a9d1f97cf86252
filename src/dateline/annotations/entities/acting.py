"""What only persons, states and bodies do and have: where "it" or "they" stands for one, its place in the sentence tells."""

from __future__ import annotations

from functools import cache

from dateline.model import EntityType, Sentence, Token
from dateline.resources.events import FrameKind, frames
from dateline.resources.names import word_set
from dateline.resources.nominals import nominals
from dateline.resources.quotations import cue_verbs


def acts(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is the subject of a verb that only persons, states and bodies are the subject of."""
    return token.dep == "nsubj" and sentence.head(token).lemma in _verbs()


def has(sentence: Sentence, token: Token) -> bool:
    """Say whether a possessive stands before what only states and bodies have: a leader, an organ, a border."""
    if token.tag != "PRP$":
        return False
    owned = sentence.head(token)
    noun = nominals().get(owned.lower)
    return owned.lower in word_set("of a state") or (
        noun is not None and (noun.type is EntityType.PERSON or bool(noun.body))
    )


@cache
def _verbs() -> frozenset[str]:
    """Return the lemmas of verbs that are listed as such, that bring in what somebody says, or that tell an act of a subject."""
    told = (
        lemma
        for frame in frames()
        if frame.kind is FrameKind.VERB and "subject" in frame.actor
        for lemma in frame.lemmas
        if " " not in lemma
    )
    return frozenset((*word_set("acts"), *cue_verbs(), *told))

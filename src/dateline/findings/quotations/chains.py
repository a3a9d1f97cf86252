"""Chained cues: a second cue that goes on with the subject of the first ("said A but added B", "said A, adding B")."""

from __future__ import annotations

from dateline.model import Sentence, Token
from dateline.resources.quotations import cue_verbs


def chained_to(sentence: Sentence, verb: Token) -> Token | None:
    """Return the cue whose subject a coordinated cue without one of its own shares, though the parse ties it lower down.

    In "the mayor said it was late but added that ..." the parser takes "added" for a conjunct of "was"; two verbs of
    speech in the same form belong together.
    """
    if verb.dep != "conj" or not _is_speech(verb) or sentence.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    below = verb
    for head in sentence.ancestors(verb):
        if below.dep == "ccomp" and head.tag == verb.tag and _is_speech(head):
            return head
        below = head
    return None


def goes_on(sentence: Sentence, verb: Token) -> bool:
    """Say whether a cue is an afterthought to the clause before it: a participle after a comma ("..., adding that ...")."""
    after_comma = verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
    return verb.tag == "VBG" and after_comma and _is_speech(verb)


def _is_speech(verb: Token) -> bool:
    word = cue_verbs().get(verb.lemma.lower())
    return word is not None and "quote" in word.frames

"""What the words around a word that takes a side do to it: turn it round, leave it open, hang it on a condition."""

from __future__ import annotations

from dateline.model import Sentence, Token
from dateline.resources.positions import bending

_REACH = 6
_SUBJECTS = ("nsubj", "nsubjpass")
_GOVERNED = frozenset({"xcomp", "ccomp", "conj", "dobj", "pobj", "prep", "pcomp", "acomp", "aux", "oprd"})
_TURNED_WITH = frozenset({"xcomp", "dobj", "pobj", "prep", "acomp"})


def is_turned(sentence: Sentence, word: Token) -> bool:
    """Say whether an odd number of negations and refusals stands over a word."""
    turns = _negated(sentence, word)
    below = word
    for _, above in zip(range(_REACH), sentence.ancestors(word), strict=False):
        if below.dep not in _GOVERNED:
            break
        if below.dep == "ccomp" and sentence.child(below, *_SUBJECTS) is not None:
            turns += above.lemma.lower() in bending("doubting")
            break
        if below.dep in _TURNED_WITH:
            turns += above.lemma.lower() in bending("turning")
            turns += _negated(sentence, above) if above.pos in ("VERB", "AUX", "ADJ") else 0
        below = above
    return turns % 2 == 1


def is_left_open(sentence: Sentence, word: Token) -> bool:
    """Say whether nobody is told to take the side: "whether Oslo would accept it", "Oslo denies that it wants it"."""
    below = word
    for _, above in zip(range(_REACH), (word, *sentence.ancestors(word)), strict=False):
        if any(mark.lower in bending("opening") for mark in sentence.children(above, "mark")):
            return True
        asked = any(mark.lower == "if" for mark in sentence.children(above, "mark"))
        if asked and above.dep == "ccomp":
            return True
        clause = below.dep == "ccomp" and sentence.child(below, *_SUBJECTS) is not None
        if clause and above is not below and above.lemma.lower() in bending("denying"):
            return True
        below = above
    return False


def condition_of(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """Return the clause on which a side hangs: "if the troops leave", "only after a withdrawal"."""
    for clause in sentence.children(word, "advcl"):
        words = sentence.subtree(clause)
        if any(token.lower in bending("conditional") for token in words[:2]):
            return words
    return ()


def _negated(sentence: Sentence, word: Token) -> int:
    near = sentence.children(word, "neg", "det", "advmod", "preconj")
    longer = [child for token in near if token.lower == "longer" for child in sentence.children(token)]
    return int(any(token.lower in bending("negation") for token in (*near, *longer)))

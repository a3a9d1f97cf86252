"""What stands between quotation marks in a sentence, and who speaks it: enough to keep "he" from meaning the speaker."""

from __future__ import annotations

from dateline.model import Sentence, Token

_OPEN = frozenset("“«")
_CLOSE = frozenset("”»")
_STRAIGHT = frozenset('"') | {"``", "''"}


def quoted(sentence: Sentence, token: Token) -> bool:
    """Say whether a token stands between double quotation marks, as far as its sentence shows."""
    depth = False
    for other in sentence.tokens[: token.index]:
        if other.text in _OPEN:
            depth = True
        elif other.text in _CLOSE:
            depth = False
        elif other.text in _STRAIGHT:
            depth = not depth
    return depth


def speaker_head(sentence: Sentence) -> Token | None:
    """Return the subject of the sentence's main verb, which speaks the words quoted in it."""
    return sentence.child(sentence.root, "nsubj")

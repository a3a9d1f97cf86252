"""Times in names: "This Week" or "The Next Day" with capitals inside a sentence name a programme or a record."""

from __future__ import annotations

from functools import cache

from dateline.model import Sentence, Span, Token
from dateline.resources.times import words

_CAPITALISED = ("month", "month_short", "weekday", "weekday_short", "weekdays", "season", "quartercode")
"""Classes of words that may bear a capital and still be a time."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_BREAKS = frozenset({"PUNCT", "SPACE"})
_SHORT = 3
_FEW = 2


def is_title(sentence: Sentence, span: Span) -> bool:
    """Say whether an expression is part of a name: its words have capitals where the sentence around it has none."""
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    plain = [token for token in inside if token.text.isalpha() and token.lower not in _with_capitals()]
    telling = [token for token in plain if token.index and sentence.tokens[token.index - 1].pos not in _BREAKS]
    if not telling or not all(token.text.istitle() for token in telling) or _is_headline(sentence):
        return False
    return len(plain) > 1 or _stands_in_name(sentence, plain[0])


def _stands_in_name(sentence: Sentence, word: Token) -> bool:
    """Say whether a single word follows a name and goes on or ends with it ("Kiss Tomorrow Goodbye")."""
    following = sentence.tokens[word.index + 1 : word.index + 2]
    ends = all(token.pos == "PROPN" or token.pos in _BREAKS for token in following)
    return ends and sentence.tokens[word.index - 1].pos == "PROPN"


def _is_headline(sentence: Sentence) -> bool:
    plain = [token for token in sentence.tokens if token.pos in _CONTENT and token.text.islower()]
    return sum(len(token.text) > _SHORT for token in plain) < _FEW


@cache
def _with_capitals() -> frozenset[str]:
    return frozenset(word.lower() for name in _CAPITALISED for word in words().get(name, ()))

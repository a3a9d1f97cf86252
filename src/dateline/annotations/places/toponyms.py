"""A name in a sentence that some place goes by, before it is known whether that place is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Sentence, Span, Token
from dateline.resources.places import KnownPlace, Places

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
LONGEST_NAME = 6
"""Words of the longest name looked up."""

_SMALL = (
    frozenset(("of", "the", "and", "upon", "on", "in", "-", "’s", "'s", "de", "del", "da", "do", "dos", "das", "di", "du"))
    | frozenset(("des", "la", "le", "les", "el", "al", "au", "aux", "en", "sur", "am", "an", "der", "bei", "y", "i", "es"))
)  # fmt: skip
"""Words that stand small inside names of places."""
_ARTICLES = frozenset(("the", "a", "an"))
_ARABIC_ARTICLES = frozenset(("al", "el"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, eq=False)
class Toponym:
    """Tokens ``[first, last)`` of a sentence that places go by.

    `label` is the model's for the entity around the first token, which reaches over tokens ``[opens, closes)``. No slots:
    what is asked more than once is computed once.
    """

    sentence: Sentence
    first: int
    last: int
    known: tuple[KnownPlace, ...]
    label: str
    opens: int
    closes: int

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @cached_property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def head(self) -> Token:
        """The token by which the name hangs in the sentence."""
        outside = (token for token in self.tokens if not self.first <= token.head < self.last)
        return next(outside, self.tokens[-1])

    @property
    def before(self) -> Token | None:
        """The token before the name."""
        return self.sentence.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """The token after the name."""
        return self.sentence.tokens[self.last] if self.last < len(self.sentence.tokens) else None


def find_toponyms(sentence: Sentence, text: str, places: Places) -> Iterator[Toponym]:
    """Yield the longest names of places in a sentence, from left to right, none overlapping another."""
    first = 0
    while first < len(sentence.tokens):
        found = _longest(sentence, first, text, places) if _may_begin(sentence.tokens[first]) else None
        if found is not None:
            yield found
        first = found.last if found else first + 1


def _may_begin(token: Token) -> bool:
    if token.text[0].isupper():
        return token.lower not in _ARTICLES
    return token.lower in _ARABIC_ARTICLES


def _longest(sentence: Sentence, first: int, text: str, places: Places) -> Toponym | None:
    tokens = sentence.tokens
    opens, closes = _entity(sentence, first)
    for last in reversed(list(_ends(sentence, first))):
        known = places.named(text[tokens[first].start : tokens[last - 1].end])
        if known and not (closes < last and _cuts_entity(tokens, last)):
            return Toponym(sentence, first, last, known, tokens[first].label, opens, closes)
    return None


def _cuts_entity(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether an entity of the model reaches over the end of a name at a token."""
    return last < len(tokens) and bool(tokens[last].label) and not tokens[last].begins


def _ends(sentence: Sentence, first: int) -> Iterator[int]:
    """Yield the indexes after which a name that begins at a token may end."""
    if sentence.tokens[first].text[0].isupper():
        yield first + 1
    for token in sentence.tokens[first + 1 : first + LONGEST_NAME]:
        if token.text[0].isupper():
            yield token.index + 1
        elif token.lower not in _SMALL:
            return


def _entity(sentence: Sentence, index: int) -> tuple[int, int]:
    """Return where the model's entity around a token begins and ends, or the token alone where it is in none."""
    tokens, label = sentence.tokens, sentence.tokens[index].label
    opens, closes = index, index + 1
    if label:
        while opens and not tokens[opens].begins and tokens[opens - 1].label == label:
            opens -= 1
        while closes < len(tokens) and tokens[closes].label == label and not tokens[closes].begins:
            closes += 1
    while opens < index and tokens[opens].lower in _ARTICLES:
        opens += 1
    while closes - 1 > index and tokens[closes - 1].lower in _POSSESSIVE:
        closes -= 1
    return opens, closes

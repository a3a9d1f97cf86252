"""Names in one sentence: the model's labels, corrected and completed by the names that the tables know."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Sentence, Span, Token
from dateline.resources.gazetteer import NameEntry
from dateline.resources.names import honorifics
from dateline.resources.nominals import longest_nominal, nominals

NAME_LABELS = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
UNLABELLED = "NAME"
"""The label of a name that the model did not see and nothing tells the type of."""
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """Tokens ``[first, last)`` of a sentence that name something; `title` is what stands before it
    ("president", "mr"), from token `opening` on."""

    sentence: Sentence
    first: int
    last: int
    label: str
    entries: tuple[NameEntry, ...] = ()
    title: str = ""
    opening: int = -1

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        """Where the name stands, without its title."""
        tokens = self.sentence.tokens
        return Span(tokens[self.first].start, tokens[self.last - 1].end)

    @property
    def head(self) -> Token:
        """The token by which the name hangs in the sentence."""
        return head_of(self.sentence, self.first, self.last)


def head_of(sentence: Sentence, first: int, last: int) -> Token:
    """Return the token by which ``[first, last)`` hangs in the sentence: the first whose head is outside."""
    for token in sentence.tokens[first:last]:
        if not first <= token.head < last or token.head == token.index:
            return token
    return sentence.tokens[last - 1]


def is_title(words: str) -> bool:
    """Say whether words in lower case can stand before a name as an office or a form of address."""
    noun = nominals().get(words)
    return words.rstrip(".") in honorifics() or (noun is not None and noun.title)


def titled(name: Name) -> Name:
    """Return the name with the words of office or address that stand directly before it."""
    tokens = name.sentence.tokens
    for length in range(min(longest_nominal(), name.first), 0, -1):
        words = " ".join(token.lower for token in tokens[name.first - length : name.first])
        if is_title(words):
            return replace(name, title=words.rstrip("."), opening=name.first - length)
    return name

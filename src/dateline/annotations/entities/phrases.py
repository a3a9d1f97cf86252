"""Where descriptions stand: nouns of the tables with the words that belong to them ("the Russian leader")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotations.entities.mentions import Found
from dateline.model import EntityType, Sentence, Span, Token
from dateline.resources.nominals import Nominal, longest_nominal, nominal_endings, nominals

_LEFT = frozenset(("det", "amod", "compound", "nmod", "poss", "nummod", "advmod", "predet"))
_MARKS = frozenset('"“”«»():;') | {"``", "''"}
_INDEFINITE = frozenset(("a", "an", "another", "one", "some", "any", "no", "every"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """A noun of the tables in its sentence: tokens ``[first, last)``, and the state or body it is of."""

    sentence: Sentence
    first: int
    last: int
    head: Token
    noun: Nominal
    owner: Found | None

    @property
    def span(self) -> Span:
        """From the first word before the noun to the noun."""
        return Span(self.sentence.tokens[self.first].start, self.sentence.tokens[self.last - 1].end)

    @property
    def words(self) -> set[str]:
        """The words of the description in lower case."""
        return {token.lower for token in self.sentence.tokens[self.first : self.last]}

    @property
    def definite(self) -> bool:
        """Whether it opens with a definite article or a demonstrative."""
        return self.sentence.tokens[self.first].lower in _DEFINITE

    @property
    def indefinite(self) -> bool:
        """Whether it opens with an indefinite article or the like, or is said of another ("he is Chad's leader")."""
        return self.sentence.tokens[self.first].lower in _INDEFINITE or self.head.dep in ("attr", "oprd")

    @property
    def capitalised(self) -> bool:
        """Whether it is written as a name ("Foreign Ministry")."""
        return self.sentence.tokens[self.last - 1].text[0].isupper() and self.last > 1 and bool(self.noun.body)


def is_noun(words: str) -> bool:
    """Say whether words are nothing but a noun of the tables, in capitals perhaps ("Foreign Ministry")."""
    return " ".join(words.lower().split()) in nominals()


def described(sentence: Sentence, text: str, names: Sequence[Found]) -> Iterator[Description]:
    """Yield the descriptions of a sentence in order; *names* are its mentions by name."""
    taken = {token.index for name in names for token in sentence.within(name.span)}
    persons = {sentence.within(name.span)[0].index: name for name in names if name.meaning.type is EntityType.PERSON}
    for last in range(1, len(sentence.tokens) + 1):
        if last - 1 in taken:
            continue
        first, noun = _longest(sentence, last, text)
        if noun is None or _goes_on(sentence, first, last, text):
            continue
        head = _head(sentence, first, last)
        if last in persons and head.index not in (persons[last].head.head, persons[last].head.index):
            continue
        start = _left_edge(sentence, head, first)
        yield Description(sentence, start, last, head, noun, _owner(sentence, head, range(start, last), names))


def _longest(sentence: Sentence, last: int, text: str) -> tuple[int, Nominal | None]:
    tokens = sentence.tokens
    if tokens[last - 1].lower not in nominal_endings():
        return last, None
    for first in range(max(0, last - longest_nominal()), last):
        noun = nominals().get(text[tokens[first].start : tokens[last - 1].end].lower())
        if noun is not None:
            return first, noun
    return last, None


def _goes_on(sentence: Sentence, first: int, last: int, text: str) -> bool:
    """Whether the noun only opens a longer one ("government officials") or stands before a name as its title."""
    token = sentence.tokens[last - 1]
    if token.dep in ("compound", "nmod") and sentence.head(token).index >= last:
        return True
    return last < len(sentence.tokens) and _longest(sentence, last + 1, text)[0] <= first


def _head(sentence: Sentence, first: int, last: int) -> Token:
    inside = range(first, last)
    hanging = (token for token in sentence.tokens[first:last] if token.head not in inside or token.head == token.index)
    return next(hanging, sentence.tokens[last - 1])


def _left_edge(sentence: Sentence, head: Token, first: int) -> int:
    """Return the first token of the words before the noun that belong to it, without gaps, quotation marks or other names."""
    left = [child for child in sentence.children(head, *_LEFT) if child.index < first]
    owned = {
        token.index
        for child in left
        if child.dep == "poss" or child.label != "PERSON"
        for token in sentence.subtree(child)
        if token.text not in _MARKS
    }
    while first - 1 in owned:
        first -= 1
    return first


def _owner(sentence: Sentence, head: Token, inside: range, names: Sequence[Found]) -> Found | None:
    """Return the state or body named inside the description, or the one that an "of" ties to it ("president of Chad")."""
    objects = [
        child for prep in sentence.children(head, "prep") if prep.lower == "of" for child in sentence.children(prep)
    ]
    within = [name for name in names if name.head.index in inside and _owns(name)]
    after = [name for name in names if any(name.head.index == token.index for token in objects) and _owns(name)]
    return next(iter([*reversed(within), *after]), None)


def _owns(name: Found) -> bool:
    return name.meaning.type in (EntityType.STATE, EntityType.ORGANIZATION) and name.meaning.entity is not None

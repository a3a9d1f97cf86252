"""Where descriptions stand: nouns of the tables with the words that belong to them ("the Russian leader")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.names import head_of
from dateline.model import EntityType, Sentence, Span, Token
from dateline.resources.names import word_set
from dateline.resources.nominals import Nominal, longest_nominal, nominal_endings, nominals

_LEFT = frozenset(("det", "amod", "compound", "nmod", "poss", "nummod", "advmod", "predet"))
_BEFORE_NOUN = frozenset(("compound", "nmod", "nummod", "det", "predet", "preconj"))
_LINKED = frozenset(("prep", "relcl", "acl", "poss"))
_MARKS = frozenset('"“”«»():;') | {"``", "''"}


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """A noun of the tables in its sentence, with the words before it that belong to it: tokens ``[first, last)``."""

    sentence: Sentence
    first: int
    last: int
    head: Token
    noun: Nominal

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
        return self.sentence.tokens[self.first].lower in word_set("definite")

    @property
    def bare(self) -> bool:
        """Whether nothing but an article or the like stands before the noun: "the envoy", "these leaders"."""
        return self.definite and self.last - self.first == len(self.noun.noun.replace("-", " - ").split()) + 1

    @property
    def narrowed(self) -> bool:
        """Whether words say which one is meant, so that it need not be one told of before: "the other country", "the hedge fund",
        "the bank of the Nile", "the fund that failed"."""
        before = self.sentence.tokens[self.first : self.last]
        if self.words & word_set("other") or any(token.tag == "JJS" for token in before):
            return True
        start = self.last - len(self.noun.noun.replace("-", " - ").split())
        if any(token.dep == "compound" and token.index < start for token in before):
            return True
        return any(child.dep in _LINKED and child.index >= self.first for child in self.sentence.children(self.head))

    @property
    def indefinite(self) -> bool:
        """Whether it opens with an indefinite article or the like, or is said of another ("he is Chad's leader")."""
        return self.sentence.tokens[self.first].lower in word_set("indefinite") or self.head.dep in ("attr", "oprd")

    @property
    def quantified(self) -> bool:
        """Whether it takes in every one of several, one by one ("each side", "neither country")."""
        return bool(self.words & (word_set("each") | word_set("none")))

    @property
    def numbered(self) -> bool:
        """Whether it says how many they are ("both militaries")."""
        return any(token.tag == "CD" or token.lower == "both" for token in self.sentence.tokens[self.first : self.last])

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
        head = head_of(sentence, first, last)
        if last in persons and head.index not in (persons[last].head.head, persons[last].head.index):
            continue
        start = _left_edge(sentence, head, first)
        yield Description(sentence, start, last, head, noun)


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
    if token.dep in _BEFORE_NOUN and sentence.head(token).index >= last:
        return True
    return last < len(sentence.tokens) and _longest(sentence, last + 1, text)[0] <= first


def _left_edge(sentence: Sentence, head: Token, first: int) -> int:
    """Return the first token of the words before the noun that belong to it, without gaps, quotation marks or other names."""
    noun = sentence.tokens[first : head.index + 1]
    left = [child for token in noun for child in sentence.children(token, *_LEFT) if child.index < first]
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

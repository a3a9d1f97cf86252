"""What is looked at in a mention: its head word, what it can name, who and what stands with it, and its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Sentence, Span, Token
from dateline.resources.kin import kinds_by_word

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "agent", "dative", "attr", "amod", "nummod")
_CARRIERS = ("prep", "agent")
_HEADS = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMention:
    """A mention of an event that somebody else has found: its name, its report, and its words there."""

    name: str
    document_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """A mention as it is compared. Words are lemmas in lower case; a mention outside all sentences has its words only."""

    report: int
    sentence: int
    head: str
    words: frozenset[str]
    kinds: frozenset[str]
    arguments: frozenset[str]
    context: tuple[str, ...]
    numbers: frozenset[str]


def view_mention(span: Span, text: str, sentences: Sequence[Sentence], *, report: int) -> MentionView:
    """Return the view of the mention at *span* of a report's *text*; *report* is the report's number."""
    for number, sentence in enumerate(sentences):
        if sentence.span.overlaps(span):
            tokens = [token for token in sentence.tokens if token.span.overlaps(span)]
            if tokens:
                return _in_sentence(tokens, sentence, report, number)
    words = tuple(span.of(text).lower().split())
    return MentionView(
        report=report,
        sentence=-1,
        head=words[-1] if words else "",
        words=frozenset(words),
        kinds=frozenset().union(*(kinds_by_word().get(word, frozenset()) for word in words)),
        arguments=frozenset(),
        context=(),
        numbers=frozenset(),
    )


def lemma_of(token: Token) -> str:
    """Return the lemma in lower case; of a number or a name, the word itself."""
    return token.lower if token.pos in ("PROPN", "NUM") else token.lemma.lower()


def _in_sentence(tokens: Sequence[Token], sentence: Sentence, report: int, number: int) -> MentionView:
    head = _head(tokens)
    inside = {token.index for token in tokens}
    others = [token for token in sentence.tokens if token.index not in inside and token.pos in CONTENT]
    words = frozenset(lemma_of(token) for token in tokens if token.pos in CONTENT) or frozenset({lemma_of(head)})
    return MentionView(
        report=report,
        sentence=number,
        head=lemma_of(head),
        words=words,
        kinds=_kinds(head, tokens),
        arguments=frozenset(_arguments(tokens, sentence)),
        context=tuple(lemma_of(token) for token in others),
        numbers=frozenset(token.lower for token in others if token.pos == "NUM"),
    )


def _head(tokens: Sequence[Token]) -> Token:
    inside = {token.index for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    return next((token for token in tops if token.pos in _HEADS), tops[0] if tops else tokens[0])


def _kinds(head: Token, tokens: Sequence[Token]) -> frozenset[str]:
    table = kinds_by_word()
    words = [token.lemma.lower() for token in tokens]
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    for phrase in sorted(pairs):
        if phrase in table:
            return table[phrase]
    return table.get(head.lemma.lower()) or table.get(head.lower) or frozenset()


def _arguments(tokens: Sequence[Token], sentence: Sentence) -> list[str]:
    inside = {token.index for token in tokens}
    found = []
    for token in tokens:
        for child in sentence.children(token):
            if child.index in inside:
                continue
            if child.dep in _ARGUMENTS and child.pos in CONTENT:
                found += _named(child, sentence)
            elif child.dep in _CARRIERS:
                for inner in sentence.children(child, "pobj"):
                    found += _named(inner, sentence)
    return found


def _named(token: Token, sentence: Sentence) -> list[str]:
    parts = [token, *sentence.children(token, "compound", "nummod")]
    return [lemma_of(part) for part in parts if part.pos in CONTENT]

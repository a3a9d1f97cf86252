"""A parsed sentence: tokens with their lemmas, tags and heads, and the ways to walk its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. Offsets are in the document; `head` is an index in the sentence, its own for the root.

    `pos` is the universal part of speech, `tag` the Penn Treebank tag, `dep` the ClearNLP relation (spaCy's English labels),
    `label` the model's entity label and `begins` whether this token begins that entity.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    label: str = ""
    begins: bool = False

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The token in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document with its dependency tree.

    `paragraph` counts the document's parts. No slots: the tree's index is computed once, on first use.
    """

    document_id: str
    span: Span
    tokens: tuple[Token, ...]
    paragraph: int = 0

    @cached_property
    def root(self) -> Token:
        """The head of the sentence (the first one, where the parser left several)."""
        return next((token for token in self.tokens if token.head == token.index), self.tokens[0])

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        lists: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                lists[token.head].append(token)
        return tuple(tuple(children) for children in lists)

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the token's dependents in order of the text, only those with one of *deps* if any are given."""
        children = self._children[token.index]
        return tuple(child for child in children if child.dep in deps) if deps else children

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the token's first dependent with one of *deps*, or None."""
        return next((child for child in self._children[token.index] if child.dep in deps), None)

    def head(self, token: Token) -> Token:
        """Return the token's head; a root's head is the root itself."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads above *token*, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return *token* and all below it, in order of the text."""
        found = [token]
        for member in found:
            found.extend(self._children[member.index])
        return tuple(sorted(found, key=lambda member: member.index))

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """Return *token* and the tokens coordinated with it to its right ("A, B and C" from A)."""
        found = [token]
        for member in found:
            found.extend(child for child in self._children[member.index] if child.dep == "conj")
        return tuple(sorted(found, key=lambda member: member.index))

    def extent(self, token: Token) -> Span:
        """Return the span from the first to the last token of the subtree of *token*."""
        subtree = self.subtree(token)
        return Span(subtree[0].start, subtree[-1].end)

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie wholly inside *span*."""
        return tuple(token for token in self.tokens if span.start <= token.start and token.end <= span.end)

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the document offset, or None between tokens."""
        return next((token for token in self.tokens if token.start <= offset < token.end), None)

    def placed(self, *, document_id: str, offset: int, paragraph: int) -> Sentence:
        """Return the sentence moved by *offset* into a document."""
        # Written out: dataclasses.replace takes four times as long, and this runs for every word that is read.
        tokens = tuple(
            Token(
                t.index,
                t.start + offset,
                t.end + offset,
                t.text,
                t.lemma,
                t.pos,
                t.tag,
                t.dep,
                t.head,
                t.label,
                t.begins,
            )
            for t in self.tokens
        )
        return Sentence(document_id=document_id, span=self.span.shifted(offset), tokens=tokens, paragraph=paragraph)


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser says of one paragraph, whatever document it stands in: sentences with offsets from its start."""

    sentences: tuple[Sentence, ...]

    def placed(self, *, document_id: str, offset: int, paragraph: int) -> tuple[Sentence, ...]:
        """Return the sentences where they stand in a document whose paragraph begins at *offset*."""
        return tuple(
            sentence.placed(document_id=document_id, offset=offset, paragraph=paragraph) for sentence in self.sentences
        )

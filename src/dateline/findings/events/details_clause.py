"""The clause that tells an act, as the readers of details see it: its words, its numbers, the phrases that a table knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.findings.events.acts import Act
from dateline.findings.events.clauses import is_passive, lemma, undergoer
from dateline.findings.events.coding import Coding
from dateline.findings.events.details_numbers import Numbers
from dateline.model import (
    Attribute,
    AttributeName,
    EntityRef,
    MentionIndex,
    Quantity,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from dateline.resources.details import Phrases

_APART = frozenset({"ccomp", "parataxis", "relcl"})
_TELLING = frozenset({"mark", "nsubj", "nsubjpass"})
_MATTER = frozenset({"on", "to", "for"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that"})
_BESIDE = frozenset({"relcl", "acl", "appos", "conj", "cc", "advcl"})


@dataclass(frozen=True)
class Clause:
    """An act with its sentence; what several readers need is worked out once."""

    text: str
    sentence: Sentence
    act: Act
    coding: Coding
    mentions: MentionIndex
    times: tuple[TimeExpression, ...]

    @property
    def anchor(self) -> Token:
        """The word that tells the act."""
        return self.act.match.anchor

    @property
    def verb(self) -> Token:
        """The verb over the act: the one that supports a noun, else the word itself."""
        return self.act.match.support or self.anchor

    @cached_property
    def heads(self) -> frozenset[str]:
        """The lemmas of the act's word, of the verb that supports it and of its object."""
        match = self.act.match
        tokens = (match.anchor, match.support, match.object, *self.beside)
        return frozenset(lemma(token) for token in tokens if token is not None)

    @cached_property
    def beside(self) -> tuple[Token, ...]:
        """The nouns that a preposition joins to the verb as its matter: the truce of "agreed on a truce"."""
        prepositions = (child for child in self.sentence.children(self.verb, "prep") if child.lower in _MATTER)
        found = (self.sentence.child(preposition, "pobj") for preposition in prepositions)
        return tuple(token for token in found if token is not None)

    @cached_property
    def things(self) -> tuple[Token, ...]:
        """The nouns that the act is done to or with, those coordinated with them included."""
        match = self.act.match
        found: list[Token] = []
        for first in (match.object, undergoer(self.sentence, self.verb), self._passed()):
            found.extend(self.sentence.conjuncts(first) if first is not None else ())
        return tuple(dict.fromkeys(token for token in found if token is not self.anchor))

    def _passed(self) -> Token | None:
        """Return what is given in "was given tanks": the thing, beside whom it was given to."""
        return self.sentence.child(self.verb, "nsubjpass") if is_passive(self.sentence, self.verb) else None

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words of the clause, without those of clauses that stand in it and tell something of their own."""
        told = (self.verb, self.anchor, self.act.match.object)
        found = list(dict.fromkeys(token for token in told if token is not None))
        for token in found:
            found.extend(child for child in self.sentence.children(token) if not self._is_apart(child))
        return tuple(sorted(set(found), key=lambda token: token.index))

    def _is_apart(self, token: Token) -> bool:
        if token.dep in _APART or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            return True
        return token.dep == "advcl" and bool(self.sentence.children(token, *_TELLING))

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the sentence, but those in times."""
        return Numbers(self.text, self.sentence, [time.span for time in self.times])

    def spotted(self, table: Phrases, words: Iterable[Token]) -> Iterator[tuple[Span, str]]:
        """Yield the phrases of a table that stand among *words*, with their values; the longest first, none within another."""
        tokens, after = self.sentence.tokens, 0
        for token in words:
            if token.index < after:
                continue
            rows = dict.fromkeys((*table.get(token.lower, ()), *table.get(lemma(token), ())))
            for phrase, value in rows:
                last = token.index + len(phrase)
                if last <= len(tokens) and all(
                    word in (part.lower, lemma(part))
                    for word, part in zip(phrase, tokens[token.index : last], strict=True)
                ):
                    after = last
                    yield Span(token.start, tokens[last - 1].end), value
                    break

    def phrase(self, head: Token, *, apart: frozenset[str] = frozenset(), whole: bool = False) -> Span:
        """Return a noun with what belongs to it but its article and times: "12-point paper on the war".

        What the prepositions *apart* join to it is left out as well; *whole* takes in what is to be done ("efforts to end it").
        """
        found = [head]
        for token in found:
            found.extend(
                child
                for child in self.sentence.children(token)
                if self._belongs(child, token, head, apart) or (whole and child.dep == "acl")
            )
        return Span(min(token.start for token in found), max(token.end for token in found))

    def _belongs(self, child: Token, above: Token, head: Token, apart: frozenset[str]) -> bool:
        """Say whether a word belongs to the phrase of the noun *head*, by way of the word *above* it."""
        if above is head and (child.lower in _DETERMINERS or child.lower in apart):
            return False
        if child.dep == "prep":
            inner = self.sentence.child(child, "pobj")
            return inner is None or not self.is_time(inner)
        return child.text == "-" if child.dep == "punct" else child.dep not in _BESIDE

    def joined(self, above: Token, prepositions: frozenset[str]) -> Iterator[Token]:
        """Yield the nouns that prepositions join to a word, those coordinated with them included."""
        for child in self.sentence.children(above, "prep", "dative"):
            head = self.sentence.child(child, "pobj") if child.lower in prepositions else None
            if head is not None:
                yield from self.sentence.conjuncts(head)

    def entity(self, token: Token) -> EntityRef | None:
        """Return whom a noun means, or what state or body an adjective before it names."""
        for word in (token, *self.sentence.children(token, "amod", "compound", "poss", "nmod")):
            mention = self.mentions.at(word.span)
            if mention is not None and mention.entity is not None:
                return mention.entity
        return None

    def is_party(self, token: Token) -> bool:
        """Say whether a word is (a part of) a party of the act."""
        return any(party.span.overlaps(token.span) for party in (*self.act.actors, *self.act.recipients))

    def is_time(self, token: Token) -> bool:
        """Say whether a word is a part of a time expression."""
        return any(time.span.covers(token.span) for time in self.times)

    def said(
        self, name: AttributeName, span: Span, value: str | None = None, entity: EntityRef | None = None
    ) -> Attribute:
        """Return a detail that some words say; its value is the words themselves where none is given."""
        text = span.of(self.text)
        return Attribute(name=name, value=value or " ".join(text.split()), span=span, text=text, entity=entity)

    def counted(
        self, name: AttributeName, span: Span, quantity: Quantity, entity: EntityRef | None = None
    ) -> Attribute:
        """Return a detail that counts or measures."""
        return Attribute(
            name=name, value=quantity.told, span=span, text=span.of(self.text), quantity=quantity, entity=entity
        )

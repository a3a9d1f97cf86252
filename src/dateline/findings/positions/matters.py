"""Matters as a report goes on: what it has named in full, and whom each matter concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.findings.positions.stances import Taken, named_in_full, topic_of
from dateline.model import EntityRef, EntityType, MentionIndex, Sentence, Token

CONFLICT = "war"
"""The matter whose sentences tell which states a report's conflict is between."""

MOST_SIDES = 2
_PLACED = frozenset({EntityType.STATE, EntityType.PLACE, EntityType.GROUP, EntityType.ORGANIZATION})
_NO_SIDES = frozenset({"IGO", "EUR"})
_CLAUSES = ("relcl", "acl", "advcl", "ccomp", "conj")


class Matters:
    """The matters of one report, read sentence by sentence: `named` are their heads by which they may come back."""

    def __init__(self, sentences: Sequence[Sentence], mentions: MentionIndex) -> None:
        self.named: dict[str, str] = {}
        self._sentences, self._mentions = sentences, mentions
        self._scopes: dict[str, tuple[str, ...]] = {}
        self._conflict: tuple[str, ...] | None = None

    def remember(self, sentence: Sentence) -> None:
        """Take in what a sentence names, and whom it says its matters concern."""
        self.named |= named_in_full(sentence)
        for token in sentence.tokens:
            topic = topic_of(sentence, token)
            own = self._sides_of(sentence, token) if topic else ()
            if topic and own:
                self._scopes[topic] = own

    def scope(self, sentence: Sentence, taken: Taken, holders: Sequence[EntityRef]) -> tuple[str, ...]:
        """Return whom a matter concerns: those named in its own phrase, as the report named it last, or in the sentence.

        The holder is one of them only where nobody else is; last come the sides of the report's war.
        """
        holding = {side for holder in holders for side in (holder.country, holder.id)}
        own = self._sides_of(sentence, taken.matter)
        others = tuple(side for side in own if side not in holding)
        if others:
            return own if len(own) <= MOST_SIDES else others
        beside = tuple(side for side in self._sides(sentence.tokens) if side not in holding)[:MOST_SIDES]
        scope = self._scopes.get(taken.topic) or beside or own
        if scope:
            self._scopes.setdefault(taken.topic, scope)
        return scope or self._sides_of_war()

    def _sides_of_war(self) -> tuple[str, ...]:
        """The sides that the report's words for its war are said of most often ("the war in X", "Y's invasion")."""
        if self._conflict is None:
            counted: Counter[str] = Counter()
            for sentence in self._sentences:
                for token in sentence.tokens:
                    if topic_of(sentence, token) == CONFLICT:
                        counted.update(self._sides_of(sentence, token))
            self._conflict = tuple(sorted(side for side, _ in counted.most_common(MOST_SIDES)))
        return self._conflict

    def _sides_of(self, sentence: Sentence, matter: Token) -> tuple[str, ...]:
        """The states and bodies of a matter's phrase, without its clauses."""
        phrase = sentence.subtree(matter)
        clauses = [token for token in phrase if token.dep in _CLAUSES and token is not matter]
        apart = {token.index for clause in clauses for token in sentence.subtree(clause)}
        return self._sides([token for token in phrase if token.index not in apart])

    def _sides(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        named = (self._mentions.at(token.span) for token in tokens if token.pos in ("PROPN", "ADJ", "NOUN", "PRON"))
        found = (mention for mention in named if mention is not None and mention.type in _PLACED)
        entities = (entity for mention in found for entity in (mention.members or (mention.entity,)))
        sides = (entity.country or entity.id for entity in entities if entity is not None)
        return tuple(dict.fromkeys(side for side in sides if side not in _NO_SIDES))

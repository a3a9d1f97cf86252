"""Entities that stand together in a sentence: joined by "and", meant by words for several, or merely both there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotations.entities.clauses import first_conjunct
from dateline.annotations.entities.discourse import Discourse
from dateline.model import EntityRef, EntityType, Sentence, Token

PARTIES = (EntityType.STATE, EntityType.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Joined:
    """Entities that one phrase takes together, by the word at which it hangs."""

    head: Token
    members: tuple[EntityRef, ...]


def joined_at(discourse: Discourse, sentence: Sentence, head: Token) -> Joined | None:
    """Return the entities joined by "and" at a word, if all of them are known and of one kind."""
    first = first_conjunct(sentence, head)
    tokens = sentence.conjuncts(first)
    if len(tokens) < 2:
        return None
    members: dict[str, EntityRef] = {}
    for token in tokens:
        mention = discourse.at(sentence, token)
        if mention is None or not mention.meaning.references:
            return None
        members |= {entity.id: entity for entity in mention.meaning.references}
    kinds = {entity.type for entity in members.values()}
    if len(members) < 2 or (len(kinds) > 1 and not kinds <= {*PARTIES, EntityType.GROUP}):
        return None
    return Joined(first, tuple(members.values()))


def joined_in(discourse: Discourse, sentence: Sentence, end: int) -> Iterator[Joined]:
    """Yield what the phrases of a sentence before token *end* take together, the last first."""
    found: dict[int, Joined] = {}
    for mention in discourse.mentions(discourse.place(sentence)):
        if mention.head.index < end:
            if mention.meaning.members:
                found[mention.head.index] = Joined(mention.head, mention.meaning.members)
            elif (joined := joined_at(discourse, sentence, mention.anchor)) is not None:
                found.setdefault(joined.head.index, joined)
    yield from (found[index] for index in sorted(found, reverse=True))


def there(discourse: Discourse, sentence: Sentence, end: int, kinds: tuple[EntityType, ...]) -> tuple[EntityRef, ...]:
    """Return the distinct entities of some types that a sentence mentions before token *end*, not merely to say of what kind
    something is ("the Obama administration")."""
    found: dict[str, EntityRef] = {}
    for mention in discourse.mentions(discourse.place(sentence)):
        if mention.head.index < end and mention.anchor.dep != "compound":
            found |= {entity.id: entity for entity in mention.meaning.references if entity.type in kinds}
    return tuple(found.values())

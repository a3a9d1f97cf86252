"""Whose a description is: the state, body or person in it ("Chad's leader", "its leader", "his host") or after its "of"."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.phrases import Description
from dateline.annotations.entities.sets import joined_at
from dateline.model import EntityType, Token

_OWNERS = (EntityType.STATE, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP)
_PLACED_BY = ("in", "at")


def owner_of(description: Description, discourse: Discourse) -> Found | None:
    """Return the mention whose the description is: the nearest inside it, else the one after "of"; None where there is none.

    Of several described, the owner may be several too ("the Chilean and Peruvian presidents").
    """
    owner = _inside(description, discourse) or _after(description, discourse)
    if owner is None or not description.noun.plural:
        return owner
    joined = joined_at(discourse, description.sentence, owner.anchor)
    return (
        replace(owner, meaning=Meaning(type=EntityType.GROUP, members=joined.members)) if joined is not None else owner
    )


def possessor_of(description: Description, discourse: Discourse) -> Found | None:
    """Return the person whom "his" or "her" in a description means."""
    for token in description.sentence.tokens[description.first : description.last]:
        mention = discourse.at(description.sentence, token) if token.tag == "PRP$" else None
        if mention is not None and mention.meaning.entity is not None:
            return mention
    return None


def seat_of(description: Description, discourse: Discourse) -> Found | None:
    """Return the place that a description stands in: "the foreign ministry in Lima", "in Lima the foreign ministry said"."""
    sentence, head = description.sentence, description.head
    before = [child for child in sentence.children(sentence.head(head), "prep") if child.index < description.first]
    for preposition in (*sentence.children(head, "prep"), *before):
        if preposition.lower in _PLACED_BY:
            for child in sentence.children(preposition, "pobj"):
                mention = discourse.at(sentence, child)
                if mention is not None and mention.meaning.entity is not None:
                    return mention
    return None


def _inside(description: Description, discourse: Discourse) -> Found | None:
    sentence = description.sentence
    if any(token.tag == "WP$" for token in sentence.children(description.head, "poss")):
        return discourse.at(sentence, _antecedent(description))
    inside = range(description.first, description.last)
    within = [
        mention
        for mention in discourse.mentions(discourse.place(sentence))
        if mention.head.index in inside and _owns(mention)
    ]
    return max(within, key=lambda mention: mention.head.index, default=None)


def _after(description: Description, discourse: Discourse) -> Found | None:
    sentence = description.sentence
    for preposition in sentence.children(description.head, "prep"):
        if preposition.lower == "of":
            for child in sentence.children(preposition, "pobj"):
                mention = discourse.at(sentence, child)
                if mention is not None and _owns(mention):
                    return mention
    return None


def _antecedent(description: Description) -> Token | None:
    """Return the noun that "whose" stands for."""
    sentence = description.sentence
    for above in (description.head, *sentence.ancestors(description.head)):
        if above.dep == "relcl":
            return sentence.head(above)
    return None


def _owns(mention: Found) -> bool:
    return bool(mention.meaning.references) and mention.meaning.type in _OWNERS

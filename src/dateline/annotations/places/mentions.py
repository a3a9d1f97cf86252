"""What the stage of entities says of words that may name a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from dateline.annotations.places.toponyms import Toponym
from dateline.model import EntityMention, EntityType, Form, MentionIndex

_ACTORS = frozenset(("nsubj", "nsubjpass", "poss", "agent", "dative"))
_PARTNERS = frozenset(("with", "between", "against", "by"))
_CAPITAL = "table: capital"
_STATE_NAMES = ("table: name", "table: alias")
_OF_A_STATE = ("table: adjective", "table: people")


class NamedEntities:
    """The names that a report has for persons, bodies and states."""

    def __init__(self, mentions: Sequence[EntityMention]) -> None:
        names = [mention for mention in mentions if mention.form is Form.NAME]
        self._names = MentionIndex(names)
        self._countries = countries_spoken_of(mentions)
        people = (mention.text.split() for mention in names if mention.type is EntityType.PERSON)
        self.surnames = frozenset(words[-1].lower() for words in people if len(words) > 1)

    def means_state(self, toponym: Toponym) -> bool:
        """Say whether the words are a state's own name."""
        mention = self._names.at(toponym.span)
        if mention is None or mention.span != toponym.span:
            return False
        return mention.type is EntityType.STATE and mention.basis.endswith(_STATE_NAMES)

    def means_government(self, toponym: Toponym) -> bool:
        """Say whether a capital acts for its state in a report that speaks of that state."""
        mention = self._names.at(toponym.span)
        if mention is None or mention.type is not EntityType.STATE or not mention.basis.endswith(_CAPITAL):
            return False
        return _acts(toponym) and mention.entity is not None and self._countries[mention.entity.country or ""] > 0

    def means_other(self, toponym: Toponym) -> bool:
        """Say whether the words are known for a person, a body, a nationality or a seat of government."""
        mention = self._names.at(toponym.span)
        if mention is None:
            return False
        if mention.type is EntityType.PERSON:
            return mention.span.start < toponym.span.start or mention.basis.startswith(("table", "surname"))
        if mention.type in (EntityType.ORGANIZATION, EntityType.GROUP):
            return mention.basis.startswith("table")
        return "metonym" in mention.basis or (mention.span == toponym.span and mention.basis.endswith(_OF_A_STATE))


def countries_spoken_of(mentions: Iterable[EntityMention], *, but: Collection[int] = ()) -> Counter[str]:
    """Return how often a report names or describes each country, its people or leaders; a capital may be a town elsewhere.

    *but* are offsets at which mentions are left out: those of the names of places that are to be told apart.
    """
    return Counter(
        mention.entity.country
        for mention in mentions
        if mention.form is not Form.PRONOUN
        and mention.entity is not None
        and mention.entity.country
        and mention.span.start not in but
        and not mention.basis.startswith(_CAPITAL)
    )


def _acts(toponym: Toponym) -> bool:
    """Whether the name is the subject or the owner of something, or whom something is done with."""
    head = toponym.head
    return head.dep in _ACTORS or (head.dep == "pobj" and toponym.sentence.head(head).lower in _PARTNERS)

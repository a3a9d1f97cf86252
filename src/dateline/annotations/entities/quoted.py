"""I, we and you in quotations: who speaks, for whom, and to whom.

"We" is the state or body that speaks or that the speaker speaks for by office ("a Chilean official"); of any other speaker
it stays open. Outside quotations nobody is read from these words: they are the writer's.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning, state_reference
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.speech import Speech
from dateline.model import EntityRef, EntityType, Sentence, Token
from dateline.resources.gazetteer import State
from dateline.resources.names import word_set
from dateline.resources.nominals import Pronoun

_BODIES = (EntityType.STATE, EntityType.ORGANIZATION)


class Quoted:
    """Resolves the pronouns of the first and second person in one report."""

    def __init__(self, discourse: Discourse, speech: Speech, offices: Offices, states: Mapping[str, State]) -> None:
        self._discourse = discourse
        self._speech = speech
        self._offices = offices
        self._states = states

    def meaning(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> Meaning | None:
        """Return whom a quoted pronoun means, as far as that is sure; None outside quotations."""
        if not self._speech.quoted(sentence, token):
            return None
        spoken = self._speech.speaker(sentence, token)
        entity = self._meant(pronoun, *spoken) if spoken is not None else None
        kind = EntityType.GROUP if pronoun.plural else EntityType.PERSON
        if entity is None:
            return Meaning(type=kind, basis="pronoun: the speaker is not known")
        return Meaning(type=entity.type, entity=entity, basis=f"pronoun: {entity.name} in a quotation")

    def _meant(self, pronoun: Pronoun, sentence: Sentence, speaker: Token) -> EntityRef | None:
        mention = self._discourse.at(sentence, speaker)
        if pronoun.person == "2":
            return self._addressed(sentence, speaker)
        if pronoun.plural:
            return self._spoken_for(sentence, speaker, mention)
        return mention.meaning.entity if mention is not None and mention.meaning.type is EntityType.PERSON else None

    def _addressed(self, sentence: Sentence, speaker: Token) -> EntityRef | None:
        for child in sentence.children(sentence.head(speaker), "dobj", "dative"):
            mention = self._discourse.at(sentence, child)
            if mention is not None and mention.meaning.type is EntityType.PERSON:
                return mention.meaning.entity
        return None

    def _spoken_for(self, sentence: Sentence, speaker: Token, mention: Found | None) -> EntityRef | None:
        """Return the state or body that speaks, or for which a person speaks by office."""
        entity = mention.meaning.entity if mention is not None else None
        if entity is not None and entity.type in _BODIES:
            return entity
        if entity is not None and entity.type is EntityType.PERSON:
            state = self._states.get(entity.country or "")
            return state_reference(state) if state is not None and self._offices.in_office(entity) else None
        if speaker.lower not in word_set("for a state"):
            return None
        for child in sentence.children(speaker, "amod", "compound", "nmod", "poss"):
            owner = self._discourse.at(sentence, child)
            if owner is not None and owner.meaning.type in _BODIES:
                return owner.meaning.entity
        return None

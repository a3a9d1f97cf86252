"""It and its, where a state or a body is meant: most of what "it" stands for is no entity, so silence is the rule."""

from __future__ import annotations

from collections import defaultdict

from dateline.annotations.entities.acting import acts, has
from dateline.annotations.entities.clauses import (
    SUBJECTS,
    clause_verb,
    following_subject,
    governing_subject,
    partner_of,
    subject_of,
    weight,
)
from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.speech import Speech
from dateline.model import EntityRef, EntityType, Sentence, Token
from dateline.resources.names import word_set

_THINGS = (EntityType.STATE, EntityType.ORGANIZATION)
_REACH = 2
_SAME_SENTENCE = 1.5
_FADING = 0.5
_PROMINENT = 50.0
"""The least weight with which a state or body of an earlier sentence can be meant: a subject or object."""
_CLEAR = 1.3
"""How a state or body is told that stands out: as for persons (see pronouns)."""


class Things:
    """Resolves the pronouns of states and bodies."""

    def __init__(self, discourse: Discourse, speech: Speech) -> None:
        self._discourse = discourse
        self._speech = speech

    def meaning(self, token: Token, sentence: Sentence) -> Meaning | None:
        """Return the state or body that "it" or "its" means, or None where it may as well be something else."""
        subject = self._clause_subject(token, sentence)
        if self._speech.outside(sentence, token, subject):
            return None
        for look, why in (
            (self._beside, "stands right before"),
            (self._following, "is the subject here"),
            (self._speaking, "has spoken last"),
        ):
            entity = look(token, sentence)
            if entity is not None:
                return _meaning(entity, why)
        if subject is None:
            entity = self._acting(token, sentence)
            return _meaning(entity, "stands out here") if entity is not None else None
        mention = self._discourse.at(sentence, subject)
        if mention is not None and mention.meaning.type is EntityType.PERSON:
            entity = self._spoken_for(token, sentence, subject) or self._acting(token, sentence)
            return _meaning(entity, "stands out here") if entity is not None else None
        entity = self._thing(sentence, subject)
        return _meaning(entity, "is the subject here") if entity is not None else None

    def _clause_subject(self, token: Token, sentence: Sentence) -> Token | None:
        """Return the subject that the pronoun may repeat: that of its own clause, or the one above an "it" that is a subject."""
        if token.lower != "it":
            return partner_of(sentence, token) or governing_subject(sentence, token)
        return self._repeated(token, sentence)

    def _spoken_for(self, token: Token, sentence: Sentence, subject: Token) -> EntityRef | None:
        """Return the state or body for which a person speaks: "Chad's envoy said it would leave"."""
        if not (acts(sentence, token) or has(sentence, token)):
            return None
        below = {word.index for word in sentence.subtree(subject)}
        found = {
            mention.meaning.entity.id: mention.meaning.entity
            for mention in self._discourse.mentions(self._discourse.place(sentence))
            if mention.head.index in below and mention.meaning.entity is not None and mention.meaning.type in _THINGS
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _beside(self, token: Token, sentence: Sentence) -> EntityRef | None:
        """Return what stands right before "itself": "the council itself"."""
        if token.tag != "PRP" or token.lower != "itself" or token.index == 0:
            return None
        return self._thing(sentence, sentence.tokens[token.index - 1])

    def _following(self, token: Token, sentence: Sentence) -> EntityRef | None:
        """Return the subject of a main clause that follows: "in its statement the council said"."""
        return self._thing(sentence, following_subject(sentence, token)) if token.lower != "it" else None

    def _repeated(self, token: Token, sentence: Sentence) -> Token | None:
        """Return the subject that "it" repeats: "the council said it would vote", "Chad left after it had signed"."""
        if token.dep not in SUBJECTS:
            return None
        clause = sentence.head(token)
        while clause.dep == "conj" and clause.head != clause.index:
            clause = sentence.head(clause)
        above = sentence.head(clause)
        if clause.dep == "relcl":
            return governing_subject(sentence, token)
        subject = subject_of(sentence, above)
        if subject is None or subject.index > token.index or not self._repeats(clause, above, token, sentence):
            return None
        return subject

    def _repeats(self, clause: Token, above: Token, token: Token, sentence: Sentence) -> bool:
        if clause.dep == "ccomp":
            return above.lemma not in word_set("presses") and sentence.child(above, "dobj") is None
        return clause.dep == "advcl" and acts(sentence, token)

    def _speaking(self, token: Token, sentence: Sentence) -> EntityRef | None:
        """Return who goes on speaking in "..., it said"."""
        last = self._speech.continued(sentence, token)
        return self._thing(*last) if last is not None else None

    def _acting(self, token: Token, sentence: Sentence) -> EntityRef | None:
        """Return the state or body that stands out, where "it" does or owns what only such a one does or owns."""
        if self._speech.quoted(sentence, token) or not (acts(sentence, token) or has(sentence, token)):
            return None
        governor = governing_subject(sentence, token)
        if sentence.head(token).dep == "attr" or (governor is not None and self._is_other(sentence, governor)):
            return None
        weights: dict[str, float] = defaultdict(float)
        found: dict[str, EntityRef] = {}
        for distance, before in self._discourse.back(sentence, _REACH):
            if distance == 1 and self._other_acts(before):
                return None
            for mention in self._discourse.mentions(self._discourse.place(before)):
                entity = mention.meaning.entity
                if entity is None or mention.meaning.type not in _THINGS or not self._may_be(mention, token, sentence):
                    continue
                if distance and weight(before, mention.anchor) < _PROMINENT:
                    continue
                found[entity.id] = entity
                weights[entity.id] += weight(before, mention.anchor) * (
                    _SAME_SENTENCE if distance == 0 else _FADING**distance
                )
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _CLEAR * weights[ranked[1]]):
            return None
        return found[ranked[0]]

    def _may_be(self, mention: Found, token: Token, sentence: Sentence) -> bool:
        """Whether a mention stands before the pronoun and not beside it in one clause."""
        if mention.sentence is not sentence:
            return True
        verb = clause_verb(sentence, token)
        beside = verb is not None and clause_verb(sentence, mention.anchor) == verb
        return mention.head.index < token.index and not beside

    def _is_other(self, sentence: Sentence, token: Token) -> bool:
        """Whether a subject is a thing that no mention covers: it may be what "it" means."""
        return self._discourse.at(sentence, token) is None and token.pos == "NOUN" and token.tag == "NN"

    def _other_acts(self, sentence: Sentence) -> bool:
        """Whether the sentence tells what some other thing does or says ("the meeting condemned the raid")."""
        subject = subject_of(sentence, sentence.root)
        return subject is not None and self._is_other(sentence, subject) and acts(sentence, subject)

    def _thing(self, sentence: Sentence, token: Token | None) -> EntityRef | None:
        mention = self._discourse.at(sentence, token)
        if mention is None or mention.meaning.type not in (*_THINGS, EntityType.PLACE):
            return None
        return mention.meaning.entity


def _meaning(entity: EntityRef, why: str) -> Meaning:
    return Meaning(type=entity.type, entity=entity, basis=f"pronoun: {entity.name} {why}")

"""They, them, their and "each other": groups with members where it is sure who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.annotations.entities.acting import acts
from dateline.annotations.entities.clauses import SUBJECTS, clause_subject, governing_subject, weight
from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.sets import joined_at, there
from dateline.annotations.entities.speech import Speech
from dateline.model import EntityRef, EntityType, Sentence, Token
from dateline.resources.names import word_set
from dateline.resources.nominals import Pronoun, nominals

_REACH = 2
_PLURAL = ("NNS", "NNPS")
_GROUP_TAGS = (*_PLURAL, "PRP", "CD", "NN", "DT")
_APART = frozenset(("compound", "nmod", "attr", "appos", "npadvmod"))
_BOUND = ("reflexive", "reciprocal")
_PERSON = (EntityType.PERSON,)
_PROMINENT = 50.0
"""The least weight with which a phrase of an earlier sentence can be meant by one that acts: a subject or object."""
_FAR = 6
_PARAGRAPHS = 3
_FADING = 0.7
_CLEAR = 1.5
"""How the two persons are told whom a report is about: by the sentences that mention them, less for every one since."""
Meant = tuple[EntityRef | None, tuple[EntityRef, ...]]
"""An entity that words for several mean as one, or the members of a group; neither where that is not known."""
_NOBODY: Meant = (None, ())


class Several:
    """Resolves the pronouns of several in one report."""

    def __init__(self, discourse: Discourse, speech: Speech) -> None:
        self._discourse = discourse
        self._speech = speech

    def meaning(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> Meaning:
        """Return the group that a pronoun means, with its members where they are sure."""
        entity, members = self._meant(pronoun, token, sentence)
        named = " and ".join(member.name for member in members) or (entity.name if entity else "")
        basis = f"pronoun, plural: {named}" if named else "pronoun, plural"
        kind = entity.type if entity is not None else EntityType.GROUP
        return Meaning(type=kind, entity=entity, basis=basis, members=members)

    def _meant(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> Meant:
        subject = governing_subject(sentence, token)
        if self._speech.outside(sentence, token, subject):
            return _NOBODY
        acted_on = pronoun.role == "personal" and token.dep not in SUBJECTS
        if acted_on and subject is not None and subject == clause_subject(sentence, token):
            return _NOBODY
        found = self._several(sentence, subject) if subject is not None else None
        if found is not None:
            return found
        if acted_on or pronoun.role in _BOUND or self._speech.quoted(sentence, token):
            return _NOBODY
        acting = acts(sentence, token)
        return self._before(token, sentence, acting) or (self._foremost(token, sentence) if acting else None) or _NOBODY

    def _before(self, token: Token, sentence: Sentence, acting: bool) -> Meant | None:
        """Return what the plural phrase that stands out last means; of one that acts only what can act counts."""
        for distance, before in self._discourse.back(sentence, _REACH):
            end = token.index if distance == 0 else len(before.tokens)
            plurals = [head for head in self._plurals(before, end) if not acting or self._is_live(before, head)]
            if distance and acting:
                plurals = [head for head in plurals if weight(before, head) >= _PROMINENT]
            if plurals:
                return self._several(before, max(plurals, key=lambda head: weight(before, head))) or _NOBODY
            persons = there(self._discourse, before, end, _PERSON)
            if acting and len(persons) == 2:
                return None, persons
        return None

    def _foremost(self, token: Token, sentence: Sentence) -> Meant:
        """Return the two persons whom the report is about here, if they stand clear of any third."""
        weights: dict[str, float] = defaultdict(float)
        found: dict[str, EntityRef] = {}
        for distance, before in self._discourse.back(sentence, _FAR, _PARAGRAPHS):
            end = token.index if distance == 0 else len(before.tokens)
            for person in there(self._discourse, before, end, _PERSON):
                found[person.id] = person
                weights[person.id] += _FADING**distance
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        if len(ranked) < 2 or (len(ranked) > 2 and weights[ranked[1]] < _CLEAR * weights[ranked[2]]):
            return _NOBODY
        return None, (found[ranked[0]], found[ranked[1]])

    def _several(self, sentence: Sentence, head: Token) -> Meant | None:
        """Return what a plural phrase means: an entity or members, or neither; None where the phrase is no plural."""
        joined = joined_at(self._discourse, sentence, head)
        if joined is not None:
            return None, joined.members
        mention = self._discourse.at(sentence, head)
        if mention is not None and (mention.meaning.type is EntityType.GROUP or head.tag in _PLURAL):
            return mention.meaning.entity, mention.meaning.members
        return _NOBODY if head.tag in (*_PLURAL, "CD") or sentence.child(head, "conj") is not None else None

    def _plurals(self, sentence: Sentence, end: int) -> Iterator[Token]:
        """Yield the heads of the plural phrases of a sentence before a token."""
        for token in sentence.tokens[:end]:
            if token.dep in _APART or token.tag == "PRP$":
                continue
            if token.tag == "NNS" or self._is_group(sentence, token):
                yield token

    def _is_group(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word means several that are known as a group: described, of a people, or joined by "and"."""
        mention = self._discourse.at(sentence, token)
        if mention is not None and (mention.meaning.type is EntityType.GROUP or not mention.meaning.named):
            return token.tag in _GROUP_TAGS
        return token.dep != "conj" and joined_at(self._discourse, sentence, token) is not None

    def _is_live(self, sentence: Sentence, head: Token) -> bool:
        """Whether a plural phrase means persons, states or bodies, as far as is known."""
        if self._discourse.at(sentence, head) is not None or joined_at(self._discourse, sentence, head) is not None:
            return True
        noun = nominals().get(head.lower)
        if noun is not None or acts(sentence, head):
            return True
        return head.tag == "NNS" and any(head.lower.endswith(ending) for ending in word_set("live ending"))

"""Pronouns, by who stands out: subjects before objects, this sentence before the last, never against number or gender.

A small relative of Lappin and Leass (1994): each earlier mention gives its entity weight by its place in the sentence, halved
for every sentence between. A pronoun is resolved only when one entity stands clear of the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.quoting import quoted, speaker_head
from dateline.model import EntityRef, EntityType, Form, Sentence, Token
from dateline.resources.nominals import Pronoun, pronouns

_WEIGHTS = {"nsubj": 80.0, "nsubjpass": 80.0, "csubj": 80.0, "dobj": 50.0, "dative": 45.0, "pobj": 40.0, "poss": 35.0}
_WEIGHT = 30.0
_SAME_SENTENCE = 1.5
_REACH = 3
"""Sentences back that a pronoun may look."""
_CLEAR = 1.15
"""How many times the weight of the next entity the first must have."""
_THINGS = (EntityType.STATE, EntityType.ORGANIZATION)


class Antecedents:
    """The mentions of one report that a pronoun may point back to."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._by_sentence: dict[int, list[Found]] = defaultdict(list)
        self._genders: dict[str, str] = {}
        for mention in found:
            self._by_sentence[id(mention.sentence)].append(mention)
            if mention.meaning.entity is not None and mention.meaning.gender:
                self._genders.setdefault(mention.meaning.entity.id, mention.meaning.gender)

    def resolve(self, sentences: Sequence[Sentence]) -> Iterator[Found]:
        """Yield the pronouns of a report in order of the text."""
        for place, sentence in enumerate(sentences):
            for token in sentence.tokens:
                pronoun = pronouns().get(token.lower) if token.pos in ("PRON", "DET") else None
                meaning = (
                    self._meaning(pronoun, token, sentences[max(0, place - _REACH) : place + 1]) if pronoun else None
                )
                if meaning is not None:
                    mention = Found(sentence, token, token.span, Form.PRONOUN, meaning)
                    self._by_sentence[id(sentence)].append(mention)
                    yield mention

    def _meaning(self, pronoun: Pronoun, token: Token, sentences: Sequence[Sentence]) -> Meaning | None:
        if pronoun.plural:
            return Meaning(type=EntityType.GROUP, basis="pronoun, plural")
        if pronoun.gender == "n":
            return self._thing(token, sentences[-1])
        entity = self._owner(pronoun, token, sentences[-1]) or self._person(pronoun, token, sentences)
        basis = f"pronoun: {entity.name} stands out here" if entity else "pronoun: nobody stands out here"
        return Meaning(type=EntityType.PERSON, entity=entity, basis=basis, gender=pronoun.gender)

    def _thing(self, token: Token, sentence: Sentence) -> Meaning | None:
        """Return what "it" or "its" means where the subject of the clause above it is a state or a body; else None."""
        subject = governing_subject(sentence, token)
        if subject is None or (token.lower == "it" and not _repeats_subject(sentence, token, subject)):
            return None
        for mention in self._by_sentence[id(sentence)]:
            if mention.anchor.index == subject.index and mention.meaning.type in _THINGS and mention.meaning.entity:
                basis = f"pronoun: {mention.meaning.entity.name} is the subject here"
                return Meaning(type=mention.meaning.type, entity=mention.meaning.entity, basis=basis)
        return None

    def _owner(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> EntityRef | None:
        """Return the person whom "his" or "himself" means as the one who acts in its own clause, or None."""
        if pronoun.role == "personal":
            return None
        actor = governing_subject(sentence, token)
        for mention in self._by_sentence[id(sentence)]:
            if actor is not None and mention.anchor.index == actor.index and self._agrees(mention, pronoun):
                return mention.meaning.entity
        return None

    def _person(self, pronoun: Pronoun, token: Token, sentences: Sequence[Sentence]) -> EntityRef | None:
        weights: dict[str, float] = defaultdict(float)
        entities: dict[str, EntityRef] = {}
        barred = self._barred(pronoun, token, sentences[-1])
        for distance, sentence in enumerate(reversed(sentences)):
            if sentence.paragraph < sentences[-1].paragraph - 1:
                break
            for mention in self._by_sentence[id(sentence)]:
                entity = mention.meaning.entity
                if entity is None or not self._agrees(mention, pronoun) or entity.id in barred:
                    continue
                if distance == 0 and mention.span.start >= token.start:
                    continue
                entities[entity.id] = entity
                weights[entity.id] += _weight(mention) * (_SAME_SENTENCE if distance == 0 else 0.5**distance)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _CLEAR * weights[ranked[1]]):
            return None
        return entities[ranked[0]]

    def _agrees(self, mention: Found, pronoun: Pronoun) -> bool:
        if mention.meaning.type is not EntityType.PERSON or mention.meaning.entity is None:
            return False
        gender = self._genders.get(mention.meaning.entity.id, "")
        return gender in ("", pronoun.gender)

    def _barred(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> set[str]:
        """Return the entities that a pronoun cannot mean: its verb's subject, and who speaks the words it stands in."""
        barred_heads = set()
        if pronoun.role == "personal" and token.dep not in ("nsubj", "nsubjpass"):
            subject = _clause_subject(sentence, token)
            if subject is not None:
                barred_heads.add(subject.index)
        if quoted(sentence, token):
            speaker = speaker_head(sentence)
            if speaker is not None:
                barred_heads.add(speaker.index)
        mentions = self._by_sentence[id(sentence)]
        return {
            mention.meaning.entity.id
            for mention in mentions
            if mention.anchor.index in barred_heads and mention.meaning.entity is not None
        }


def _weight(mention: Found) -> float:
    head = mention.anchor
    while head.dep == "conj":
        head = mention.sentence.head(head)
        if head.head == head.index:
            break
    return _WEIGHTS.get(head.dep, _WEIGHT)


def _clause_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of the verb whose argument *token* is."""
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return sentence.child(above, "nsubj", "nsubjpass")
    return None


def _repeats_subject(sentence: Sentence, token: Token, subject: Token) -> bool:
    """Whether "it" is the subject of what *subject* says or thinks ("the council said it would vote")."""
    clause = sentence.head(token)
    above = sentence.head(clause)
    if token.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or sentence.child(above, "dobj"):
        return False
    return sentence.head(subject).index == above.index


def governing_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return who acts in the clause of *token*: the nearest subject above and before it.

    A relative "who" is the noun it follows; of "asked him to leave" the one asked leaves.
    """
    below = token
    for above in sentence.ancestors(token):
        subject = sentence.child(above, "nsubj", "nsubjpass")
        if below.dep in ("xcomp", "ccomp") and subject is not None:
            pressed = sentence.child(above, "dobj", "dative")
            subject = pressed if pressed is not None and pressed.index < below.index else subject
        if subject is not None and subject.index < token.index:
            relative = subject.tag in ("WP", "WDT") and above.dep == "relcl"
            return sentence.head(above) if relative else subject
        below = above
    return None

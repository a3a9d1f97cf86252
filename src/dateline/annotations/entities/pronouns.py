"""He and she, by who stands out: subjects before objects, this sentence before the last, never against number or gender.

A small relative of Lappin and Leass (1994): each earlier mention gives its entity weight by its place in the sentence, less
for every sentence between. Persons without a name count too: where one of them stands out, nobody is meant that we know.
A pronoun is resolved only when one entity stands clear of the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotations.entities.clauses import (
    SUBJECTS,
    clause_subject,
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
from dateline.annotations.entities.phrases import Description
from dateline.annotations.entities.speech import Speech
from dateline.model import EntityRef, EntityType, Sentence, Token
from dateline.resources.names import word_set
from dateline.resources.nominals import Pronoun, nominals

_SAME_SENTENCE = 1.5
_FADING = 0.5
_FADING_OPENING = 0.7
"""What is left of a mention's weight after each sentence, and where a paragraph opens."""
_OTHER_PARAGRAPH = 0.5
"""What is left of it where the paragraph before is not the last thing read."""
_REACH = 3
_REACH_OPENING = 5
"""Sentences back that a pronoun may look, and where a paragraph opens."""
_UNKNOWN = 0.7
"""What is left of the weight of somebody whose gender is not known."""
_RIVAL = 0.45
"""The share of the weight of somebody of unknown gender with which one who is known to agree makes it doubtful who is meant."""
_CLEAR = 1.15
"""How many times the weight of the next entity the first must have."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody whom a pronoun may mean; without an entity, a person whom the report does not name here."""

    key: str
    entity: EntityRef | None
    gender: str


_OPEN = "pronoun: somebody not named, or either of two"
_EITHER = _Candidate("", None, "")


class Persons:
    """Resolves the pronouns of single persons."""

    def __init__(self, discourse: Discourse, speech: Speech) -> None:
        self._discourse = discourse
        self._speech = speech

    def meaning(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> Meaning:
        """Return whom a pronoun means, or that nobody stands out."""
        for look, why in (
            (self._predicate, "is what follows"),
            (self._beside, "stands right before"),
            (self._owner, "is told of here"),
            (self._following, "is told of here"),
            (self._reporting, "says so"),
            (self._speaking, "has spoken last"),
            (self._outstanding, "stands out here"),
        ):
            found = look(pronoun, token, sentence)
            if found is not None:
                basis = f"pronoun: {found.entity.name} {why}" if found.entity else _OPEN
                return Meaning(type=EntityType.PERSON, entity=found.entity, basis=basis, gender=pronoun.gender)
        return Meaning(type=EntityType.PERSON, basis="pronoun: nobody stands out here", gender=pronoun.gender)

    def standing_out(self, description: Description) -> tuple[EntityRef | None, str]:
        """Return the person whom the report is about here, for a description that says nothing else: "the actress"."""
        noun = description.noun
        pronoun = Pronoun(form=noun.noun, plural=False, gender=noun.gender, role="personal")
        found = self._outstanding(pronoun, description.head, description.sentence)
        if found is None or found.entity is None:
            return None, f"description: {noun.noun}"
        return found.entity, f"description: {noun.noun}, {found.entity.name} stands out here"

    def _predicate(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return whom "he" is said to be: "he is Ivan Example"."""
        verb = sentence.head(token)
        if token.dep != "nsubj" or verb.lemma != "be":
            return None
        found = self._agreeing(pronoun, sentence, sentence.child(verb, "attr"))
        return found if found is not None and found.entity is not None else None

    def _owner(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return the person whom "his" or "himself" means as the one who acts in its own clause, or None."""
        if pronoun.role == "personal" and token.tag != "PRP$":
            return None
        subject = governing_subject(sentence, token)
        if self._speech.outside(sentence, token, subject):
            return None
        owner = partner_of(sentence, token) or subject
        found = self._surely(pronoun, sentence, owner)
        return self._between(pronoun, token, sentence, found) if found is not None and owner == subject else found

    def _between(self, pronoun: Pronoun, token: Token, sentence: Sentence, subject: _Candidate) -> _Candidate | None:
        """Return the person acted on instead of the subject in "thanked Ivan for his help"; nobody in "took Ivan to his car"."""
        preposition = sentence.head(sentence.head(token))
        objects, either = word_set("of the object"), word_set("of either")
        if token.tag != "PRP$" or preposition.dep != "prep" or preposition.lower not in objects | either:
            return subject
        for mention in self._discourse.mentions(self._discourse.place(sentence)):
            head = mention.anchor
            acted_on = head.index < preposition.index and head.dep in ("dobj", "pobj", "dative")
            if acted_on and clause_verb(sentence, head) == sentence.head(preposition):
                found = self._agreeing(pronoun, sentence, head)
                if found is not None and found.key != subject.key:
                    return found if preposition.lower in objects else _EITHER
        return subject

    def _following(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return who acts in a main clause that follows: "on his way home Ivan Example said", "when he came, Ivan said"."""
        if self._speech.quoted(sentence, token):
            return None
        return self._surely(pronoun, sentence, following_subject(sentence, token))

    def _beside(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return who stands right before "himself": "Ivan Example himself"."""
        if pronoun.role != "reflexive" or token.index == 0:
            return None
        return self._agreeing(pronoun, sentence, sentence.tokens[token.index - 1])

    def _reporting(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return who says that "he" does something, unless it is said to another of whom it may be true."""
        verb = sentence.head(token)
        if token.dep not in SUBJECTS or verb.dep != "ccomp" or self._speech.quoted(sentence, token):
            return None
        saying = sentence.head(verb)
        subject = subject_of(sentence, saying)
        if subject is None or subject.index > token.index:
            return None
        told = (self._agreeing(pronoun, sentence, child) for child in sentence.children(saying, "dobj", "dative"))
        return None if any(other is not None for other in told) else self._surely(pronoun, sentence, subject)

    def _speaking(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        """Return who goes on speaking in "..., he said": the last speaker."""
        last = self._speech.continued(sentence, token)
        return self._surely(pronoun, *last) if last is not None else None

    def _agreeing(self, pronoun: Pronoun, sentence: Sentence, token: Token | None) -> _Candidate | None:
        found = self._candidate(sentence, token) if token is not None else None
        return found if found is not None and found.gender in ("", pronoun.gender) else None

    def _surely(self, pronoun: Pronoun, sentence: Sentence, token: Token | None) -> _Candidate | None:
        """Return the person at a word if of the pronoun's gender; one whose gender is not known only where no other is about."""
        found = self._agreeing(pronoun, sentence, token)
        if found is None or found.gender:
            return found
        near = (other for _, before in self._discourse.back(sentence, _REACH) for _, other in self._persons(before))
        return None if any(other.gender == pronoun.gender and other.entity is not None for other in near) else found

    def _outstanding(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> _Candidate | None:
        weights: dict[str, float] = defaultdict(float)
        candidates: dict[str, _Candidate] = {}
        barred = self._barred(pronoun, token, sentence)
        for fading, before in self._faded(sentence):
            for head, found in self._persons(before):
                if found.gender not in ("", pronoun.gender or found.gender) or found.key in barred:
                    continue
                if before is sentence and head.index >= token.index:
                    continue
                candidates.setdefault(found.key, found)
                weights[found.key] += weight(before, head) * fading * (1.0 if found.gender else _UNKNOWN)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _CLEAR * weights[ranked[1]]):
            return None
        best = candidates[ranked[0]]
        rivals = (key for key in ranked if candidates[key].entity is not None and candidates[key].gender)
        if not best.gender and any(weights[key] > _RIVAL * weights[ranked[0]] for key in rivals):
            return None
        return best

    def _faded(self, sentence: Sentence) -> Iterator[tuple[float, Sentence]]:
        """Yield the sentences that a pronoun may look back to, with what is left of their weight.

        Where a paragraph opens, the one before it fades more slowly: what that was about counts for more than its end.
        """
        opening = self._discourse.opens_paragraph(sentence)
        for distance, before in self._discourse.back(sentence, _REACH_OPENING if opening else _REACH):
            if distance == 0:
                yield _SAME_SENTENCE, before
            elif opening:
                yield _FADING_OPENING**distance, before
            else:
                yield _FADING**distance * (1.0 if before.paragraph == sentence.paragraph else _OTHER_PARAGRAPH), before

    def _persons(self, sentence: Sentence) -> Iterator[tuple[Token, _Candidate]]:
        """Yield the persons of a sentence with the words by which they hang: those named or resolved, then the others."""
        heads: set[int] = set()
        for mention in self._discourse.mentions(self._discourse.place(sentence)):
            if mention.meaning.type is EntityType.PERSON and mention.meaning.entity is not None:
                heads.update((mention.head.index, mention.anchor.index))
                if not _is_label(mention):
                    yield mention.anchor, _named(mention, self._discourse)
        for token in sentence.tokens:
            if token.pos == "NOUN" and token.index not in heads:
                found = _unnamed(sentence, token)
                if found is not None:
                    yield token, found

    def _candidate(self, sentence: Sentence, token: Token) -> _Candidate | None:
        mention = self._discourse.at(sentence, token)
        if mention is not None and mention.meaning.type is EntityType.PERSON and mention.meaning.entity is not None:
            return _named(mention, self._discourse)
        return _unnamed(sentence, token) if token.pos == "NOUN" else None

    def _barred(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> set[str]:
        """Return whom a pronoun cannot mean: its verb's subject, and who speaks the words it stands in."""
        heads = [(sentence, head) for head in self._in_clause(token, sentence)] if token.tag == "PRP" else []
        speaker = self._speech.speaker(sentence, token) if self._speech.quoted(sentence, token) else None
        found = (self._candidate(where, head) for where, head in (*heads, *([speaker] if speaker is not None else [])))
        return {candidate.key for candidate in found if candidate is not None}

    def _in_clause(self, token: Token, sentence: Sentence) -> Iterator[Token]:
        """Yield what else stands in the clause of a pronoun: nobody acts on himself without a "himself"."""
        verb = clause_verb(sentence, token)
        subject = clause_subject(sentence, token) if token.dep not in SUBJECTS else None
        if subject is not None:
            yield subject
        for mention in self._discourse.mentions(self._discourse.place(sentence)) if verb is not None else ():
            other = _doing(sentence, clause_verb(sentence, mention.anchor), verb)
            if mention.anchor.index != token.index and other is not None and other == verb:
                yield mention.anchor


def _is_label(mention: Found) -> bool:
    """Whether a name only says whose turn it is to speak: "LUND: I met him once"."""
    tokens = mention.sentence.within(mention.span)
    after = mention.sentence.tokens[tokens[-1].index + 1 :] if tokens else ()
    return bool(tokens and after) and after[0].text == ":" and tokens[0].index == 0


def _named(mention: Found, discourse: Discourse) -> _Candidate:
    entity = mention.meaning.entity
    return _Candidate(entity.id if entity else "", entity, discourse.gender(mention))


def _doing(sentence: Sentence, verb: Token | None, above: Token | None) -> Token | None:
    """Return the verb that *verb* completes, up to *above*: the "going" of "is going to meet"."""
    while verb is not None and above is not None and verb.dep == "xcomp" and verb.index != above.index:
        verb = sentence.head(verb)
    return verb


def _unnamed(sentence: Sentence, token: Token) -> _Candidate | None:
    """Return the person whom a common noun describes without naming, or None: no title, no predicate, nobody named beside."""
    noun = nominals().get(token.lower)
    if (
        noun is None
        or noun.type is not EntityType.PERSON
        or noun.plural
        or token.dep in ("compound", "attr", "appos", "oprd")
    ):
        return None
    named = [*sentence.children(token, "appos")]
    if token.dep in SUBJECTS and sentence.head(token).lemma == "be":
        named += sentence.children(sentence.head(token), "attr")
    if any(child.pos == "PROPN" for child in named):
        return None
    return _Candidate(f"{token.start}", None, noun.gender)

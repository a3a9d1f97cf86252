"""Which words above an act bend it (will, not, agree to), and what they make of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from dateline.findings.events.clauses import governor, is_infinitive, is_partitive, lemma
from dateline.model import Sentence, Token
from dateline.resources.events import Effect, Operator, operators, word_set

_SUBJECTS = ("nsubj", "nsubjpass")
_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "'d"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_BENDING = (Effect.OFFER, Effect.INTEND, Effect.FUTURE, Effect.ORDER)
_ABOUT = frozenset({"on", "about", "over"})
_FINITE = frozenset({"VBD", "VBZ"})
_BASE = "VB"
_DEPTH = 8
_REACH = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """How the words above an act put it: the effects with the words that have them, and the words whose times are its own.

    `purpose_of` is the verb that the act is the purpose of ("sent boats to help X"), if any.
    """

    effects: tuple[Effect, ...]
    bearers: frozenset[int]
    times: frozenset[int]
    purpose_of: int | None = None

    @property
    def effect(self) -> Effect | None:
        """The effect that counts: a refusal outweighs a negation, that an intention; two of a kind cancel out."""
        if Effect.UNTOLD in self.effects:
            return Effect.UNTOLD
        if Effect.REFUSE in self.effects and Effect.NOT in self.effects:
            return Effect.UNTOLD  # who does not rule a thing out has not done it yet
        if (self.effects.count(Effect.REFUSE) + self.effects.count(Effect.NOT)) % 2:
            return Effect.REFUSE if Effect.REFUSE in self.effects else Effect.NOT
        return next((effect for effect in _BENDING if effect in self.effects), None)


def read(sentence: Sentence, word: Token) -> Reading:
    """Return what the words above a verb, or above the verb that supports a noun, say of the act."""
    effects: list[Effect] = []
    bearers: set[int] = set()
    times = {word.index}
    told = False
    below = word
    for step in _climb(sentence, _counted_by(sentence, word)):
        told, below = told or below.dep == "ccomp", step.token
        own = _own_effects(sentence, step.token)
        effects.extend(effect for effect in own if effect is not Effect.NOT or step.link is not _Link.CONJUNCT)
        if step.link is not _Link.OPERATOR:
            continue
        if (operator := operator_of(sentence, step.token)) is not None:
            effects.append(operator.effect)
            bearers.add(step.token.index)
            if operator.shares_time and not told:
                times.add(step.token.index)
    effects.extend(_described(sentence, word))
    untold = (_is_condition, _is_open_infinitive, _is_unfulfilled, _is_topic)
    if any(is_untold(sentence, word) for is_untold in untold):
        effects.append(Effect.UNTOLD)
    purpose = None
    if word.dep in ("xcomp", "advcl") and is_infinitive(sentence, word):
        calling = lemma(sentence.head(word)) in word_set("calling")
        effects.extend([Effect.DONE] if calling else [])  # "telephoned him to thank him"
        purpose = word.head if calling or word.dep == "advcl" else None
    return Reading(tuple(effects), frozenset(bearers), frozenset(times), purpose)


def operator_of(sentence: Sentence, token: Token) -> Operator | None:
    """Return what a word does to the act below it, or None: "call off", where it has that particle, before "call"."""
    found = _phrasal(sentence, token) or operators().get(token.lower) or operators().get(lemma(token))
    return found if found is not None and found.fits(token.pos) else None


def operator_over(sentence: Sentence, word: Token, above: Token | None) -> Operator | None:
    """Return what the word above makes of an act, or None: "rejected it in talks" does not refuse the talks."""
    found = operator_of(sentence, above) if above is not None else None
    return None if found is not None and found.effect is Effect.REFUSE and word.dep == "pobj" else found


def bends_with_particle(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb has a particle with which it means that something due is off: "called off", "put off"."""
    return _phrasal(sentence, verb) is not None


def _phrasal(sentence: Sentence, verb: Token) -> Operator | None:
    particles = sentence.children(verb, "prt", "advmod") if verb.pos == "VERB" else ()
    return next((found for child in particles if (found := operators().get(f"{lemma(verb)} {child.lower}"))), None)


class _Link(StrEnum):
    """How a word above an act is joined to it: what it hands down differs."""

    ACT = "the act itself"
    OPERATOR = "an operator that the act is the complement of"
    CONJUNCT = "a verb that it is coordinated with: shares will, not a negation"
    PURPOSE = "a verb that it is the purpose of: shares both"


class _Step(NamedTuple):
    token: Token
    link: _Link


def _climb(sentence: Sentence, word: Token) -> Iterator[_Step]:
    """Yield the word and those above it that bend it, nearest first."""
    yield _Step(word, _Link.ACT)
    token = word
    for _ in range(_DEPTH):
        head = sentence.head(token)
        if token.dep == "conj" and not sentence.children(token, *_SUBJECTS, "aux", "auxpass", "neg"):
            if token.tag in _FINITE and head.tag == _BASE:
                return  # "said it would stay and called for talks": "would" has a base form below it, and no other
            link = _Link.CONJUNCT
        elif token.dep == "advcl" and is_infinitive(sentence, token):
            link = _Link.PURPOSE
        else:
            above = governor(sentence, token)
            if above is None or operator_over(sentence, token, above) is None or _is_duty(sentence, token):
                return  # "said that Peru must leave": what is said is a demand, and no act
            if _is_told_to(sentence, token, above):
                return  # "ordered Peru to leave" is a demand too, and "ordered an attack" an act
            if lemma(above) == "be" and not is_infinitive(sentence, token):
                return  # "is to meet" says what will be; "it is a visit" and a clause that "is" stands over do not
            head, link = above, _Link.OPERATOR
        yield _Step(head, link)
        token = head


def _is_duty(sentence: Sentence, verb: Token) -> bool:
    return any(child.lower == "must" for child in sentence.children(verb, "aux"))


def _is_told_to(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Say whether somebody else is told to do it by the word above: "ordered Peru to leave"."""
    if lemma(above) not in word_set("ordering") or verb.dep not in ("xcomp", "ccomp"):
        return False
    return sentence.child(above, "dobj", "nsubjpass") is not None or sentence.child(verb, "nsubj") is not None


def _is_condition(sentence: Sentence, word: Token) -> bool:
    """Say whether the word stands in a clause that begins with "if" or its like."""
    for token in (word, *islice(sentence.ancestors(word), _REACH)):
        if any(child.lower in _CONDITIONS for child in sentence.children(token, "mark")):
            return True
        if token.dep in ("relcl", "ccomp", "parataxis", "ROOT"):
            return False
    return False


def _is_open_infinitive(sentence: Sentence, word: Token) -> bool:
    """Say whether the word is said of a noun as something to be done ("a way to"), not as done ("the first to")."""
    head = sentence.head(word)
    if word.dep != "acl" or not is_infinitive(sentence, word) or operator_of(sentence, head) is not None:
        return False
    return not any(child.tag == "JJS" or child.lower in _ORDINALS for child in sentence.children(head, "amod"))


def _is_topic(sentence: Sentence, word: Token) -> bool:
    """Say whether the word is but what a text or talks are about: "an accord on deepening ties"."""
    about = sentence.head(word)
    return word.dep == "pcomp" and about.lower in _ABOUT and sentence.head(about).pos in ("NOUN", "PROPN")


def _is_unfulfilled(sentence: Sentence, word: Token) -> bool:
    """Say whether the word is told as what did not come about: "would have met", "was to have met"."""
    auxiliaries = {child.lower for child in sentence.children(word, "aux")}
    return "have" in auxiliaries and bool(auxiliaries & {"would", "to"})


def _counted_by(sentence: Sentence, noun: Token) -> Token:
    """Return the word of quantity that stands in a clause for what it counts ("hours of talks"), else the word itself."""
    of = sentence.head(noun)
    measure = sentence.head(of)
    if noun.dep == "pobj" and of.lower == "of" and is_partitive(measure):
        return measure
    return noun


def _described(sentence: Sentence, noun: Token) -> Iterator[Effect]:
    """Yield a refusal for an act of which a participle says that it is off: "the visit, called off last week"."""
    for participle in sentence.children(noun, "acl") if noun.pos == "NOUN" else ():
        operator = operator_of(sentence, participle) if participle.tag == "VBN" else None
        if operator is not None and operator.effect is Effect.REFUSE:
            yield Effect.REFUSE


def _own_effects(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    for child in sentence.children(verb, "aux", "neg", "preconj", "det"):
        if child.dep == "aux" and child.lower in _FUTURE:
            yield Effect.FUTURE
        elif child.lower in _NEGATIONS and child.dep != "aux":
            yield Effect.NOT
    if verb.dep == "pcomp" and sentence.head(verb).lower == "without":
        yield Effect.NOT

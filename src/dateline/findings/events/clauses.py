"""What a clause says of its verb: who is its subject and object, and which words above it bend it (will, not, agree to)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from dateline.model import Sentence, Token
from dateline.resources.events import Effect, Operator, mended_lemmas, operators, word_set

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "'d"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_SUPPORTING = frozenset({"to", "on", "in", "into", "upon", "with"})
_DEMONSTRATIVES = frozenset({"those", "members", "countries", "states"})
_PARTITIVE_OF = frozenset({"some", "many", "most", "several", "all", "both", "none", "any", "few", "half", "each"})
_SUBJECT_CONTROL = word_set("calling") | {"promise"}
_BENDING = (Effect.OFFER, Effect.INTEND, Effect.FUTURE, Effect.ORDER)
_ABOUT = frozenset({"on", "about", "over"})
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


def lemma(token: Token) -> str:
    """Return the token's lemma in lower case."""
    given, mended = token.lemma.lower(), mended_lemmas()
    return mended.get(token.lower) or mended.get(given, given)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands in the passive, reduced relatives ("troops sent by") included."""
    if sentence.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag != "VBN" or sentence.child(verb, "dobj", "nsubj", "aux") is not None:
        return False
    if verb.dep == "conj":
        # Where the parser cuts an endless sentence, a piece may begin with a conjunct: it is its own head.
        return verb.head != verb.index and is_passive(sentence, sentence.head(verb))
    return verb.dep in ("acl", "advcl", "relcl") or sentence.child(verb, "agent") is not None


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of what the verb is said of, also where control, conjunction or a relative leaves it out."""
    if own := sentence.child(verb, *_SUBJECTS):
        return _of_those(sentence, _antecedent(sentence, own, verb))
    head = sentence.head(verb)
    if depth > _DEPTH or head is verb:
        return None
    if verb.dep in ("xcomp", "ccomp", "oprd"):
        return _controller(sentence, verb, head, depth)
    if verb.dep == "conj" and head.pos in ("VERB", "AUX", "ADJ"):
        return subject(sentence, head, depth + 1)
    if verb.dep == "acl" and (verb.tag in ("VBG", "VBN") or (verb.tag == "VBD" and head.dep == "ROOT")):
        wording = verb.tag == "VBG" and lemma(head) in word_set("wordings")
        return _owner(sentence, head, depth) if wording else head  # "put out a report accusing Peru"
    if verb.dep == "acl":
        return _owner(sentence, head, depth)
    if verb.dep == "advcl" and head.pos in ("VERB", "AUX"):
        return subject(sentence, head, depth + 1)
    if verb.dep == "pcomp":
        above = sentence.head(head)
        return subject(sentence, above, depth + 1) if above.pos in ("VERB", "AUX") else _owner(sentence, above, depth)
    if verb.dep in ("acomp", "attr") and head.pos in ("VERB", "AUX"):
        return subject(sentence, head, depth + 1)
    return None


def doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of whoever does it: the subject, or in the passive the agent after "by"."""
    if not is_passive(sentence, verb):
        return subject(sentence, verb)
    by = sentence.child(verb, "agent") or next((c for c in sentence.children(verb, "prep") if c.lower == "by"), None)
    return sentence.child(by, "pobj") if by else None


def undergoer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of what it is done to: the object, or in the passive the subject."""
    if not is_passive(sentence, verb):
        found = sentence.child(verb, "dobj")
        if found is None and verb.dep == "relcl" and _relative_object(sentence, verb):
            return sentence.head(verb)
        return _antecedent(sentence, found, verb) if found else None
    # "was given a deadline": what is left over as an object in the passive is the thing, not the one it was done to
    return sentence.child(verb, "dobj") or subject(sentence, verb)


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
        if (operator := _operator(step.token)) is not None:
            effects.append(operator.effect)
            bearers.add(step.token.index)
            if operator.shares_time and not told:
                times.add(step.token.index)
    untold = (_is_condition, _is_open_infinitive, _is_unfulfilled, _is_topic)
    if any(is_untold(sentence, word) for is_untold in untold):
        effects.append(Effect.UNTOLD)
    purpose = None
    if word.dep in ("xcomp", "advcl") and is_infinitive(sentence, word):
        calling = lemma(sentence.head(word)) in word_set("calling")
        effects.extend([Effect.DONE] if calling else [])  # "telephoned him to thank him"
        purpose = word.head if calling or word.dep == "advcl" else None
    return Reading(tuple(effects), frozenset(bearers), frozenset(times), purpose)


def reporter(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb of saying whose complement the clause of *word* is, or None."""
    for token in (word, *islice(sentence.ancestors(word), _REACH)):
        head = sentence.head(token)
        if token.dep in ("ccomp", "parataxis") and head is not token and lemma(head) in word_set("reporting"):
            return head
        if token.dep == "relcl":
            return None
    return None


def is_partitive(word: Token) -> bool:
    """Say whether what stands behind "of" is what the word is about: "dozens", "40 percent", "11", "some"."""
    return word.tag == "CD" or word.lower in _PARTITIVE_OF or lemma(word) in word_set("partitive")


def counted(sentence: Sentence, noun: Token) -> Token | None:
    """Return what a word of quantity counts: the strikes of "a series of strikes"; None for other words."""
    if not is_partitive(noun):
        return None
    of = next((child for child in sentence.children(noun, "prep") if child.lower == "of"), None)
    return sentence.child(of, "pobj") if of else None


def carrier(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that a noun is the object of, or is joined to by a preposition such as "to" or "in"."""
    return _governor(sentence, noun) if noun.dep in ("dobj", "nsubjpass", "pobj") else None


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands with "to"."""
    return any(child.tag == "TO" for child in sentence.children(verb, "aux"))


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
            link = _Link.CONJUNCT
        elif token.dep == "advcl" and is_infinitive(sentence, token):
            link = _Link.PURPOSE
        else:
            above = _governor(sentence, token)
            if above is None or _operator(above) is None or _is_duty(sentence, token):
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


def _operator(token: Token) -> Operator | None:
    found = operators().get(token.lower) or operators().get(lemma(token))
    return found if found is not None and found.fits(token.pos) else None


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
    if word.dep != "acl" or not is_infinitive(sentence, word) or _operator(head) is not None:
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


def _of_those(sentence: Sentence, noun: Token) -> Token:
    """Return who is counted in: Peru and Chile in "Peru and Chile were among those that abstained"."""
    among = sentence.head(noun)
    if noun.lower not in _DEMONSTRATIVES or among.lower != "among" or sentence.head(among).pos != "AUX":
        return noun
    return sentence.child(sentence.head(among), "nsubj") or noun


def _governor(sentence: Sentence, token: Token) -> Token | None:
    head = sentence.head(token)
    if head is token:
        return None
    if token.dep in ("xcomp", "ccomp", "oprd", "acomp", "attr"):
        return head
    if token.dep in ("dobj", "nsubjpass"):
        return head if head.pos == "VERB" else None
    if token.dep == "acl" and is_infinitive(sentence, token):
        return head
    if token.dep == "pcomp" or (token.dep == "pobj" and head.lower in _SUPPORTING):
        above = sentence.head(head)
        return above if above.pos in ("VERB", "ADJ") else None
    return None


def _own_effects(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    for child in sentence.children(verb, "aux", "neg", "preconj", "det"):
        if child.dep == "aux" and child.lower in _FUTURE:
            yield Effect.FUTURE
        elif child.lower in _NEGATIONS and child.dep != "aux":
            yield Effect.NOT
    if verb.dep == "pcomp" and sentence.head(verb).lower == "without":
        yield Effect.NOT


def _antecedent(sentence: Sentence, token: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.lower not in _RELATIVE or token.pos == "NOUN":
        return token
    clause = next((t for t in (verb, *sentence.ancestors(verb)) if t.dep == "relcl"), None)
    return sentence.head(clause) if clause else token


def _relative_object(sentence: Sentence, verb: Token) -> bool:
    """Say whether a relative clause leaves its object to the noun it modifies ("the sanctions France imposed")."""
    own = sentence.child(verb, *_SUBJECTS)
    return own is not None and own.lower not in _RELATIVE


def _controller(sentence: Sentence, verb: Token, head: Token, depth: int) -> Token | None:
    """Return the unspoken subject of a complement: the object of the verb above ("forced X to"), else its subject."""
    if head.pos in ("VERB", "AUX") and not is_passive(sentence, head) and lemma(head) not in _SUBJECT_CONTROL:
        above = sentence.child(head, "dobj")
        if above is not None and above.index < verb.index:
            return above
    return subject(sentence, head, depth + 1)


def _owner(sentence: Sentence, noun: Token, depth: int) -> Token | None:
    """Return who has the plan or decision that a noun names: its possessor, else the subject of the verb over it."""
    if possessor := sentence.child(noun, "poss"):
        return possessor
    above = sentence.head(noun)
    return subject(sentence, above, depth + 1) if above is not noun and above.pos in ("VERB", "AUX") else None

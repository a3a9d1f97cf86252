"""Who stands where in a sentence: the subjects that pronouns may repeat, and how much a word stands out by its place."""

from __future__ import annotations

from dateline.model import Sentence, Token
from dateline.resources.names import word_set

_WEIGHTS = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "csubj": 80.0,
    "dobj": 50.0,
    "dative": 45.0,
    "pobj": 40.0,
    "amod": 15.0,
    "compound": 15.0,
    "nmod": 15.0,
}
_OWNER_OF_SUBJECT = 60.0
_OWNER = 40.0
_WEIGHT = 30.0
"""How much a word stands out by its relation to the word above it (after Lappin and Leass); `_WEIGHT` by any other."""
SUBJECTS = ("nsubj", "nsubjpass")


def weight(sentence: Sentence, token: Token) -> float:
    """Return how much a word stands out by its place in the sentence; what is joined by "and" stands like the first."""
    token = first_conjunct(sentence, token)
    if token.dep == "poss":
        return _OWNER_OF_SUBJECT if sentence.head(token).dep in SUBJECTS else _OWNER
    return _WEIGHTS.get(token.dep, _WEIGHT)


def first_conjunct(sentence: Sentence, token: Token) -> Token:
    """Return the first of the words that a token is joined to by "and"."""
    while token.dep == "conj" and token.head != token.index:
        token = sentence.head(token)
    return token


def clause_verb(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb whose subject, object or prepositional object a token is, or None for one inside another phrase."""
    token = first_conjunct(sentence, token)
    above = sentence.head(token)
    if token.dep == "pobj" and above.dep in ("prep", "agent", "dative"):
        above = sentence.head(above)
    return above if above.pos in ("VERB", "AUX") and above.index != token.index else None


def governing_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return who acts in the clause of *token*: the nearest subject above and before it.

    A relative "who" is the noun it follows; of "asked him to leave" the one asked leaves; of "Chad's right to defend itself"
    Chad does. A subject that *token* is a part of does not count, but in "Chad for its part".
    """
    below, passed = token, set() if sentence.head(token).lower == "part" else {token.index}
    for above in sentence.ancestors(token):
        subject = _pressed(sentence, above, below) or subject_of(sentence, above)
        if below.dep == "acl" and subject is None and below.tag == "VB":
            subject = sentence.child(above, "poss")
        if subject is not None and subject.index < token.index and subject.index not in passed:
            return subject
        if passed:
            passed.add(above.index)
        below = above
    return None


def partner_of(sentence: Sentence, token: Token) -> Token | None:
    """Return what is joined by "and" to what a possessive owns, and so owns it: "the party and its allies"."""
    owned = sentence.head(token)
    if token.tag != "PRP$" or owned.dep != "conj":
        return None
    first = first_conjunct(sentence, owned)
    return first if first.index < token.index and first.pos in ("NOUN", "PROPN", "PRON") else None


def following_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of the main clause where *token* stands in what opens it: "on his way home Ivan Example said"."""
    subject = sentence.child(sentence.root, *SUBJECTS)
    if subject is None or subject.pos != "PROPN" or subject.index < token.index:
        return None
    top = next((above for above in (token, *sentence.ancestors(token)) if above.head == sentence.root.index), token)
    return subject if top.dep in ("prep", "advcl", "npadvmod") else None


def clause_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return who does what *token* suffers: the subject of its verb, or of the verb above an infinitive, or whom that asks."""
    below = token
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            subject = _pressed(sentence, above, below) or subject_of(sentence, above)
            if subject is not None:
                return subject
            if above.dep not in ("xcomp", "ccomp", "advcl", "conj", "acl"):
                return None
        below = above
    return None


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one it is joined to; for a relative pronoun the noun that it stands for."""
    subject = sentence.child(verb, *SUBJECTS)
    while subject is None and verb.dep == "conj" and verb.head != verb.index:
        verb = sentence.head(verb)
        subject = sentence.child(verb, *SUBJECTS)
    if subject is not None and subject.tag in ("WP", "WDT") and verb.dep == "relcl":
        return sentence.head(verb)
    return subject


def _pressed(sentence: Sentence, verb: Token, below: Token) -> Token | None:
    """Return whom a verb presses to do what the infinitive below it says ("asked Ana to leave"), or None."""
    if below.dep not in ("xcomp", "ccomp") or verb.lemma not in word_set("presses"):
        return None
    pressed = sentence.child(verb, "dobj", "dative")
    return pressed if pressed is not None and pressed.index < below.index else None

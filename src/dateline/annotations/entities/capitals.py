"""Whether a name means a place where it stands: the city or the government that sits there, a town or a person."""

from __future__ import annotations

from dateline.annotations.entities.names import Name
from dateline.model import Sentence, Token
from dateline.resources.nominals import capital_contexts

_AFTER_DATELINE = frozenset("(,:-–—|/")
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))


def means_city(name: Name) -> bool:
    """Say whether a capital's name means the place, from the words that it hangs from.

    "flew to Lima" and "the Lima visit" mean the city; "Lima said", "Lima's offer" and "between Quito and Lima" do not.
    """
    sentence, head = name.sentence, _leftmost_conjunct(name.sentence, name.head)
    parent = sentence.head(head)
    if _joined(sentence, name.last, "based") or _opens_report(name):
        return True
    if head.dep == "pobj":
        return _by_preposition(sentence, parent)
    if head.dep in ("dobj", "obj"):
        return capital_contexts().get(("verb", parent.lemma.lower())) == "place"
    if head.dep in ("compound", "nmod", "amod"):
        return capital_contexts().get(("noun", parent.lemma.lower())) == "place"
    return head.dep not in _SUBJECTS and head.dep != "poss"


def _leftmost_conjunct(sentence: Sentence, head: Token) -> Token:
    while head.dep == "conj" and sentence.head(head).index < head.index and sentence.head(head).pos == "PROPN":
        head = sentence.head(head)
    return head


def stands_as_place(name: Name) -> bool:
    """Say whether a name of one word stands only where a place does: "in Aleppo", "the town of Homs", "Donetsk region"."""
    tokens = name.sentence.tokens
    if name.last - name.first > 1 or name.label not in ("NORP", "PERSON", "ORG") or name.head.pos != "PROPN":
        return False
    after = tokens[name.last] if name.last < len(tokens) else None
    if after is not None and after.tag in ("POS", "NN", "NNS", "NNP"):
        return _kind_of_place(after) and after.pos == "NOUN"
    if name.first < 2:
        return name.first == 1 and tokens[0].lower in ("in", "near")
    before = tokens[name.first - 1]
    if before.lower == "of":
        return _kind_of_place(tokens[name.first - 2])
    above = name.sentence.head(before)
    if before.lower in ("to", "from"):
        return capital_contexts().get(("motion", above.lemma.lower())) == "place"
    return before.lower in ("in", "near", "outside") and above.pos in ("VERB", "AUX")


def _kind_of_place(token: Token) -> bool:
    return ("kind", token.lemma.lower()) in capital_contexts()


def _opens_report(name: Name) -> bool:
    """Whether the name stands where a report says where it was written ("MOSCOW (Agency) - ...")."""
    following = name.sentence.tokens[name.last : name.last + 1]
    shouted = all(token.text.isupper() for token in name.tokens)
    return (name.first == 0 or shouted) and bool(following) and following[0].text in _AFTER_DATELINE


def _joined(sentence: Sentence, index: int, word: str) -> bool:
    following = sentence.tokens[index : index + 2]
    return len(following) == 2 and following[0].text == "-" and following[1].lower == word


def _by_preposition(sentence: Sentence, preposition: Token) -> bool:
    contexts = capital_contexts()
    governor = sentence.head(preposition)
    while governor.dep == "prep" or governor.pos == "ADP":
        governor = sentence.head(governor)
        if governor.dep == "ROOT":
            break
    if preposition.lower == "of":
        return contexts.get(("head", governor.lemma.lower())) == "place"
    reading = contexts.get(("preposition", preposition.lower), "place")
    if reading == "motion":
        return contexts.get(("motion", governor.lemma.lower())) == "place"
    return reading == "place"

"""Which words of a sentence state an order of two others ("met after the vote"), and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.model import Sentence, Span, TemporalRelation, Token, hull
from dateline.resources.events import word_set
from dateline.resources.factuality import event_nouns
from dateline.resources.order import Signal, order_words, signals

_PREPOSITIONS = frozenset({"prep", "advmod", "amod", "pcomp", "acl", "advcl"})
_CLAUSES = frozenset({"advcl", "ccomp", "acl"})
_SUBJECTS = ("nsubj", "nsubjpass")
_VERBAL = frozenset({"VERB", "AUX"})
_PAST = frozenset({"VBD", "VBN", "VBG"})
_RELATIVE = frozenset({"which", "that", "who"})
_REACH = 6


@dataclass(frozen=True, slots=True)
class Stated:
    """Two words of a sentence: `left` stands in `relation` to `right`, as `signal` says.

    `measure` is the word that says how far apart they lie ("days" in "two days after"), if one does.
    """

    left: Token
    right: Token
    relation: TemporalRelation
    signal: Span
    needs: str = ""
    measure: Token | None = None


def stated(sentence: Sentence) -> Iterator[Stated]:
    """Yield the orders that the words of a sentence state, in order of the signals."""
    for token in sentence.tokens:
        if token.lower in _last_words() or token.pos in _VERBAL:
            found = (
                _by_conjunction(sentence, token)
                or _by_preposition(sentence, token)
                or _by_adverb(sentence, token)
                or _by_verb(sentence, token)
            )
            if found is not None and found.left is not found.right and not _opens_reported(sentence, found):
                yield found


def _opens_reported(sentence: Sentence, order: Stated) -> bool:
    """Say whether words stand before "X said that Y did": they may belong to the saying or to what is said."""
    reports = order.left.lemma.lower() in word_set("reporting") and sentence.child(order.left, "ccomp") is not None
    return reports and order.signal.start < order.left.start


def above(sentence: Sentence, left: Token) -> Iterator[Token]:
    """Yield the words that may tell the event on the left of a signal, the likeliest first.

    The word that the signal belongs to, what it carries ("held talks"), the subject of a verb that only says that something
    happened ("the talks began"), and the clause around a mere thing.
    """
    token = left
    for _ in range(_REACH):
        yield from _told_by(sentence, token)
        if token.pos in _VERBAL or token.head == token.index:
            return
        token = sentence.head(token)


def below(sentence: Sentence, right: Token) -> Iterator[Token]:
    """Yield the words that may tell the event on the right of a signal, the likeliest first."""
    yield from _told_by(sentence, right)
    if right.lemma.lower() in word_set("partitive"):
        for of in sentence.children(right, "prep"):
            if of.lower == "of":
                yield from sentence.children(of, "pobj")


def is_perfect(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands with "have"."""
    return any(child.lemma.lower() == "have" for child in sentence.children(verb, "aux"))


def is_past(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is told as past: "voted", "was voting", "had voted"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    if not helpers:
        return verb.tag == "VBD" or (verb.tag == "VBN" and verb.dep != "ROOT")
    return verb.tag in _PAST and helpers[0].tag == "VBD"


def _told_by(sentence: Sentence, token: Token) -> Iterator[Token]:
    lemma = token.lemma.lower()
    if token.pos in _VERBAL and lemma in order_words("happen"):
        yield from sentence.children(token, *_SUBJECTS)
    if token.dep != "amod":
        yield token
    if token.pos in _VERBAL and lemma in order_words("carry"):
        yield from sentence.children(token, "dobj", "nsubjpass", "xcomp")


@cache
def _last_words() -> frozenset[str]:
    """Return the words that a signal may end with."""
    kinds = ("preposition", "conjunction", "adverb")
    return frozenset(words.rpartition(" ")[2] for kind in kinds for words in signals(kind))


def _by_preposition(sentence: Sentence, token: Token) -> Stated | None:
    right = sentence.child(token, "pobj", "pcomp") or (
        sentence.child(token, "dobj", "npadvmod") if token.tag == "VBG" and token.dep in _PREPOSITIONS else None
    )
    if right is None:
        return None
    first, phrase = _phrase(sentence, token)
    signal = signals("preposition").get(phrase)
    if signal is None or first.head == first.index:
        return None
    left = sentence.head(first)
    return Stated(left, right, signal.relation, hull([first.span, token.span]), signal.needs, _measure(sentence, first))


def _phrase(sentence: Sentence, token: Token) -> tuple[Token, str]:
    """Return the first word of the longest known phrase that ends with a preposition, and the phrase."""
    head = sentence.head(token)
    outer = sentence.head(head)
    if head.dep == "pobj" and (longer := f"{outer.lower} {head.lower} {token.lower}") in signals("preposition"):
        return outer, longer
    if head is not token and (longer := f"{head.lower} {token.lower}") in signals("preposition"):
        return head, longer
    return token, token.lower


def _by_conjunction(sentence: Sentence, token: Token) -> Stated | None:
    words = token.lower if token.lower != "soon" else "as soon as"
    signal = signals("conjunction").get(words)
    if signal is None or token.dep not in ("mark", "advmod"):
        return None
    clause = sentence.head(token)
    if clause.pos not in _VERBAL or clause.lemma.lower() == "do" or _is_infinitive(sentence, clause):
        return None
    counted = signal.needs == "perfect"
    left = _above_clause(sentence, clause, counted) if clause.dep in _CLAUSES else _main_clause_of(sentence, clause)
    if left is None or not _fits(sentence, signal, left, clause):
        return None
    return Stated(left, clause, signal.relation, token.span, signal.needs, _measure(sentence, token))


def _above_clause(sentence: Sentence, clause: Token, counted: bool) -> Token:
    """Return the verb above a clause, or, if *counted*, the noun that counts events ("the first visit since they voted")."""
    left = sentence.head(clause)
    while left.head != left.index and not (left.pos in _VERBAL and left.dep != "amod"):
        if counted and left.lemma.lower() in event_nouns():
            break
        left = sentence.head(left)
    return left


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(child.tag == "TO" for child in sentence.children(verb, "aux"))


def _main_clause_of(sentence: Sentence, clause: Token) -> Token | None:
    """Return the main clause where the parser hung it on the one that opens with the conjunction."""
    after = (child for child in sentence.children(clause, "ccomp", "conj") if child.index > clause.index)
    return next(after, None) if clause.head == clause.index else None


def _fits(sentence: Sentence, signal: Signal, left: Token, clause: Token) -> bool:
    if signal.needs == "perfect":
        return is_perfect(sentence, left) or left.pos == "NOUN"
    if signal.needs == "progressive":
        return clause.tag == "VBG"
    if signal.needs == "past":
        has_subject = sentence.child(clause, *_SUBJECTS) is not None
        return has_subject and clause.pos == "VERB" and is_past(sentence, clause) and is_past(sentence, left)
    return True


def _by_adverb(sentence: Sentence, token: Token) -> Stated | None:
    """Return the order of two verbs that are told one after the other: "met and then voted"."""
    signal = signals("adverb").get(token.lower)
    verb = sentence.head(token)
    if signal is None or token.dep != "advmod" or verb.dep != "conj" or sentence.children(token):
        return None
    return Stated(verb, sentence.head(verb), signal.relation, token.span, signal.needs)


def _by_verb(sentence: Sentence, token: Token) -> Stated | None:
    if token.pos not in _VERBAL:
        return None
    if token.lower == "followed" and (by := sentence.child(token, "agent")) and token.dep in ("acl", "advcl"):
        right = sentence.child(by, "pobj")
        return Stated(right, sentence.head(token), TemporalRelation.AFTER, token.span) if right else None
    lemma = token.lemma.lower()
    subject = _subject(sentence, token)
    if subject is None:
        return None
    if (signal := signals("verb").get(lemma)) and (thing := sentence.child(token, "dobj")):
        return Stated(subject, thing, signal.relation, token.span)
    for preposition in sentence.children(token, "prep"):
        thing = sentence.child(preposition, "pobj")
        signal = signals("verb").get(f"{lemma} {preposition.lower}")
        if signal is not None and thing is not None:
            return Stated(subject, thing, signal.relation, hull([token.span, preposition.span]))
    return None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    subject = sentence.child(verb, "nsubj")
    if subject is not None and subject.lower in _RELATIVE and verb.dep == "relcl":
        return sentence.head(verb)
    return subject


def _measure(sentence: Sentence, signal: Token) -> Token | None:
    """Return the word that tells how far apart two events lie, right before the signal: "days" in "two days after"."""
    before = sentence.tokens[signal.index - 1] if signal.index else None
    return before if before is not None and before.lemma.lower() in order_words("unit") else None

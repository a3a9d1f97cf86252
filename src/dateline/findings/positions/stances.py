"""Matters in a sentence, and the words of the sentence that take a side on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Sentence, Stance, Token
from dateline.resources.positions import POS, StanceWord, stance_words, topics_by_head

_REACH = 6
"""Words above a matter that are looked at for one that takes a side."""

_MODIFIERS = ("compound", "amod", "nmod")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"})
_TURNING = frozenset({"refuse", "decline", "fail", "stop", "cease", "deny", "oppose", "reject"})
"""Verbs above a word that turn it round: who refuses to support a thing does not support it."""

_CONDITIONS = frozenset({"if", "unless", "provided", "until", "once", "only", "when"})
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Taken:
    """A side taken on a matter: the matter's head, what it is called, the word that takes the side, and the stance."""

    matter: Token
    topic: str
    word: Token
    stance: Stance
    condition: tuple[Token, ...] = ()


def sides_taken(sentence: Sentence) -> Iterator[Taken]:
    """Yield the sides that a sentence takes on the matters of the table, in order of the text."""
    for token in sentence.tokens:
        topic = topic_of(sentence, token)
        found = _word_over(sentence, token) if topic else None
        if topic and found:
            word, entry = found
            stance = entry.turned if _turned(sentence, word) else entry.stance
            if stance is not None:
                yield Taken(matter=token, topic=topic, word=word, stance=stance, condition=_condition(sentence, word))


def topic_of(sentence: Sentence, token: Token) -> str | None:
    """Return the matter that a word is the head of, or None."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    names = topics_by_head().get(token.lemma.lower()) or topics_by_head().get(token.lower)
    if names is None or token.dep in ("compound", "amod"):
        return None
    before = {child.lower for child in sentence.children(token, *_MODIFIERS)}
    before |= {child.lemma.lower() for child in sentence.children(token, *_MODIFIERS)}
    return next((key for words, key in names if not words or set(words.split()) <= before), None)


def _word_over(sentence: Sentence, matter: Token) -> tuple[Token, StanceWord] | None:
    """Return the nearest word above a matter that takes a side on it."""
    below = matter
    beside: set[str] = set()
    for _, above in zip(range(_REACH), sentence.ancestors(matter), strict=False):
        entry = _entry(sentence, above, below, beside)
        if entry is not None:
            return above, entry
        if topic_of(sentence, above) is not None:
            return None  # "a ceasefire in the war": the side is taken on the ceasefire
        if above.pos == "ADP":
            beside.add(above.lower)
        elif above.pos in ("VERB", "AUX") and below.dep in ("relcl", "advcl", "acl", "parataxis"):
            return None
        below = above
    return None


def _entry(sentence: Sentence, above: Token, below: Token, beside: set[str]) -> StanceWord | None:
    if below.dep in _SUBJECTS and above.pos == "AUX":  # "a truce is premature": the word is what is said of the matter
        return _predicated(sentence, above)
    for entry in _entries(above):
        if above.pos not in entry.pos:
            continue
        passive = below.dep == "nsubjpass"
        is_subject = below.dep == "nsubj" and not passive
        if entry.of_subject != is_subject:
            continue
        if entry.beside and not _has_beside(sentence, above, entry.beside, beside):
            continue
        is_verb = entry.pos == POS["verb"]
        if is_verb and not entry.beside and not entry.of_subject and below.dep == "prep":
            continue
        return entry
    return None


def _predicated(sentence: Sentence, copula: Token) -> StanceWord | None:
    said = sentence.child(copula, "acomp", "attr")
    return next((entry for entry in _entries(said) if entry.of_subject), None) if said is not None else None


def _entries(word: Token) -> tuple[StanceWord, ...]:
    """Return what the table has for a word as written ("opposed", a verb to some parsers), then for its lemma."""
    lemma = word.lemma.lower()
    written = stance_words().get(word.lower, ()) if word.lower != lemma else ()
    return (*written, *stance_words().get(lemma, ()))


def _has_beside(sentence: Sentence, word: Token, wanted: str, met: set[str]) -> bool:
    if wanted in met:
        return True
    return any(child.lower == wanted for child in sentence.children(word, "prt", "prep", "dative", "advmod"))


def _turned(sentence: Sentence, word: Token) -> bool:
    """Say whether an odd number of negations and refusals stands over a word."""
    turns = _negated(sentence, word)
    below = word
    for _, above in zip(range(_REACH), sentence.ancestors(word), strict=False):
        if below.dep not in ("xcomp", "ccomp", "conj", "dobj", "pobj", "prep", "pcomp", "acomp", "aux"):
            break
        if below.dep == "ccomp" and sentence.child(below, *_SUBJECTS) is not None:
            break
        if below.dep in ("xcomp", "dobj", "pobj", "prep", "acomp"):
            turns += above.lemma.lower() in _TURNING
            turns += _negated(sentence, above) if above.pos in ("VERB", "AUX", "ADJ") else 0
        below = above
    return turns % 2 == 1


def _negated(sentence: Sentence, word: Token) -> int:
    negated = any(child.lower in _NEGATIONS for child in sentence.children(word, "neg", "det", "advmod", "preconj"))
    return int(negated)


def _condition(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """Return the clause on which a side hangs: "if the troops leave", "only after a withdrawal"."""
    for clause in sentence.children(word, "advcl"):
        words = sentence.subtree(clause)
        if any(token.lower in _CONDITIONS for token in words[:2]):
            return words
    return ()

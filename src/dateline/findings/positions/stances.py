"""Matters in a sentence, and the words of the sentence that take a side on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.findings.positions.bending import condition_of, is_left_open, is_turned
from dateline.model import Sentence, Stance, Token
from dateline.resources.positions import POS, StanceWord, bending, stance_words, topics_by_head

_REACH = 6
"""Words above a matter that are looked at for one that takes a side."""

_MODIFIERS = ("compound", "amod", "nmod")
_DEFINITE = frozenset({"the", "this", "that"})
_FUTURE = frozenset({"will", "shall", "can", "wo", "ca", "'ll", "’ll"})
_SUBJECTS = ("nsubj", "nsubjpass")

_RULED_OUT = StanceWord(
    lemma="be", beside="", pos=POS["verb"], stance=Stance.AGAINST, turned=None, of_subject=False, example=""
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A side taken on a matter: the matter's head, what it is called, the word that takes the side, and the stance."""

    matter: Token
    topic: str
    word: Token
    stance: Stance
    condition: tuple[Token, ...] = ()


def sides_taken(sentence: Sentence, named: Mapping[str, str] | None = None) -> Iterator[Taken]:
    """Yield the sides that a sentence takes on the matters of the table, in order of the text; a question takes none.

    *named* are the matters that the report has named in full before, by their heads: "the plan" is then one of them.
    """
    if any(token.text == "?" for token in sentence.tokens[-2:]):
        return
    for token in sentence.tokens:
        topic = topic_of(sentence, token) or _named_before(sentence, token, named or {})
        found = _word_over(sentence, token) if topic else None
        if topic and found and not is_left_open(sentence, found[0]):
            word, entry = found
            stance = entry.turned if is_turned(sentence, word) else entry.stance
            if stance is not None:
                yield Taken(matter=token, topic=topic, word=word, stance=stance, condition=condition_of(sentence, word))


def named_in_full(sentence: Sentence) -> dict[str, str]:
    """Return the matters that a sentence names with more than one word, by the last of them ("peace plan" by "plan")."""
    return {
        token.lemma.lower(): topic
        for token in sentence.tokens
        if sentence.child(token, *_MODIFIERS) is not None and (topic := topic_of(sentence, token))
    }


def _named_before(sentence: Sentence, token: Token, named: Mapping[str, str]) -> str | None:
    if token.pos != "NOUN" or sentence.child(token, *_MODIFIERS, "prep", "poss", "relcl", "acl") is not None:
        return None
    definite = any(child.lower in _DEFINITE for child in sentence.children(token, "det"))
    return named.get(token.lemma.lower()) if definite else None


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
        named = _complement(sentence, above, below)
        entry = _entry(sentence, above, below, beside)
        found = named or ((above, entry) if entry is not None else _warned(sentence, above, below))
        if found is not None:
            return found
        if topic_of(sentence, above) is not None:
            return None  # "a ceasefire in the war": the side is taken on the ceasefire
        if above.pos == "ADP":
            beside.add(above.lower)
        elif above.pos in ("VERB", "AUX") and below.dep in ("relcl", "advcl", "acl", "parataxis"):
            return None
        below = above
    return None


def _complement(sentence: Sentence, verb: Token, matter: Token) -> tuple[Token, StanceWord] | None:
    """Return what a matter is called by somebody: "called the plan illegal", "described it as a mistake"."""
    if matter.dep != "dobj" or verb.lemma.lower() not in bending("naming"):
        return None
    said = sentence.child(verb, "oprd", "xcomp", "acomp")
    as_ = next((child for child in sentence.children(verb, "prep") if child.lower == "as"), None)
    if said is None and as_ is not None:
        said = next(iter(sentence.children(as_)), None)
    entry = next((entry for entry in _entries(said) if entry.of_subject), None) if said is not None else None
    return (said, entry) if said is not None and entry is not None else None


def _warned(sentence: Sentence, verb: Token, matter: Token) -> tuple[Token, StanceWord] | None:
    """Return the word of a warning whose clause has the matter as its subject: "warned that a war would drown them all"."""
    above = sentence.head(verb)
    if matter.dep not in _SUBJECTS or verb.dep != "ccomp":
        return None
    entry = next((entry for entry in _entries(above) if entry.beside == "that"), None)
    return (above, entry) if entry is not None else None


def _ruled_out(sentence: Sentence, copula: Token, matter: Token) -> StanceWord | None:
    """Return the side that "there will be no truce" takes; that there is none now is a mere fact."""
    there = sentence.child(copula, "expl") is not None
    no = any(child.lower == "no" for child in sentence.children(matter, "det"))
    ahead = any(child.lower in _FUTURE for child in sentence.children(copula, "aux"))
    return _RULED_OUT if there and no and ahead else None


def _entry(sentence: Sentence, above: Token, below: Token, beside: set[str]) -> StanceWord | None:
    if below.dep in _SUBJECTS and above.pos == "AUX":  # "a truce is premature": the word is what is said of the matter
        return _predicated(sentence, above)
    if below.dep == "attr" and above.pos == "AUX":
        return _ruled_out(sentence, above, below)
    for entry in _entries(above):
        if above.pos not in entry.pos:
            continue
        passive = below.dep == "nsubjpass"
        is_subject = below.dep == "nsubj" and not passive
        if entry.of_subject != is_subject:
            continue
        if entry.beside and not _has_beside(sentence, above, entry.beside, beside):
            continue
        if is_subject and entry.beside == "that":
            continue  # "warn that": the matter is the subject of what is warned of
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

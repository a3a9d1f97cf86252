"""What the tense of an act's clause tells of its day: done by the day of the report, going on that day, or to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.findings.events.clauses import lemma
from dateline.findings.events.matching import Match
from dateline.findings.order.signals import is_past, is_perfect
from dateline.model import Sentence, Span, Token, hull
from dateline.resources.order import order_words

_VERBAL = frozenset({"VERB", "AUX"})
_PRESENT = frozenset({"VBZ", "VBP"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PENDING = frozenset({"before", "until", "till", "when", "once", "if", "unless", "whenever", "after"})
_REACH = 6


class Tense(StrEnum):
    """When a clause puts its act, seen from the day of the report."""

    BY_THEN = "done by then"
    GOING_ON = "going on then"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class Told:
    """The tense of an act's clause, and the verb that tells it with its auxiliaries."""

    tense: Tense
    cue: Span


def tense_of(sentence: Sentence, match: Match) -> Told | None:
    """Return the tense in which an act is told, or None where no finite verb tells one."""
    verb = _verb_of(sentence, match)
    for _ in range(_REACH):
        if verb is None:
            return None
        helpers = sentence.children(verb, "aux", "auxpass")
        tense, above = _read(sentence, verb, helpers)
        if tense is not None:
            return Told(tense, hull([*(helper.span for helper in helpers), verb.span]))
        verb = above
    return None


def _verb_of(sentence: Sentence, match: Match) -> Token | None:
    """Return the verb whose tense is the act's own: its anchor or the verb over a noun, else one that says it happened."""
    verb = match.support or match.anchor
    if verb.pos in _VERBAL:
        return verb
    above = sentence.head(verb)
    if verb.dep in ("nsubj", "nsubjpass") and above.pos in _VERBAL and lemma(above) in order_words("happen"):
        return above if is_past(sentence, above) or is_perfect(sentence, above) else None
    return verb if verb.dep == "ROOT" and sentence.child(verb, "nsubj") is not None else None


def _read(sentence: Sentence, verb: Token, helpers: tuple[Token, ...]) -> tuple[Tense | None, Token | None]:
    """Return the tense that a verb and its auxiliaries tell, or the verb above whose tense it shares."""
    if any(helper.tag == "MD" for helper in helpers):
        return (Tense.TO_COME if any(helper.lower in _WILL for helper in helpers) else None), None
    first = helpers[0] if helpers else verb
    if first.tag == "VBD" or (first.tag == "VBN" and not helpers):
        return Tense.BY_THEN, None
    if first.tag in _PRESENT or first.lemma.lower() == "have":
        return _present(sentence, verb, first), None
    if first.tag == "TO" or first.tag in ("VB", "VBG"):
        return _shared(sentence, verb)
    return (Tense.BY_THEN if verb.pos == "NOUN" else None), None


def _present(sentence: Sentence, verb: Token, first: Token) -> Tense | None:
    perfect = first.lemma.lower() == "have" and first is not verb
    if verb.tag == "VBG" and first is not verb:
        return Tense.TO_COME if lemma(verb) in order_words("momentary") and not perfect else Tense.GOING_ON
    if perfect:
        return Tense.BY_THEN
    pending = any(child.lower in _PENDING for child in sentence.children(verb, "mark", "advmod"))
    return None if pending else Tense.BY_THEN


def _shared(sentence: Sentence, verb: Token) -> tuple[Tense | None, Token | None]:
    """Return what the verb above tells of an infinitive or a participle: "is due to sign" is to come."""
    above = sentence.head(verb)
    if above is verb:
        return None, None
    while above.pos in ("ADP", "NOUN", "PROPN") and above.head != above.index and verb.tag == "VBG":
        above = sentence.head(above)
    infinitive = any(child.tag == "TO" for child in sentence.children(verb, "aux"))
    if infinitive and verb.dep in ("xcomp", "ccomp") and above.pos in (*_VERBAL, "ADJ"):
        over = above if above.pos in _VERBAL else sentence.head(above)
        helpers = sentence.children(over, "aux", "auxpass")
        first = helpers[0] if helpers else over
        if first.tag in _PRESENT and first.lemma.lower() != "have":
            return Tense.TO_COME, None
        return None, over
    return None, above if above.pos in _VERBAL else None

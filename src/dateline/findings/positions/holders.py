"""Who takes a side: the subject of the words that take it, or the speaker in whose mouth they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dateline.findings.positions.stances import Taken
from dateline.model import EntityRef, EntityType, MentionIndex, Quotation, Sentence, Span, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_LENT = frozenset(
    {"xcomp", "conj", "acl", "advcl", "ccomp", "dobj", "pobj", "prep", "pcomp", "attr", "acomp", "dative"}
)
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_RELATIVE = frozenset({"who", "which", "that"})
_TAKES_SIDES = frozenset({EntityType.PERSON, EntityType.STATE, EntityType.ORGANIZATION, EntityType.GROUP})
_OBLIGING = frozenset({"must", "should", "ought"})
_REACH = 8


class Words:
    """The quotations of one document, found by where their words stand."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        pieces = sorted(
            ((span, quotation) for quotation in quotations for span in quotation.content), key=lambda pair: pair[0]
        )
        self._pieces = pieces
        self._starts = [span.start for span, _ in pieces]

    def around(self, span: Span) -> Quotation | None:
        """Return the innermost quotation whose words cover a span, or None."""
        last = bisect_right(self._starts, span.start)
        return next((quotation for piece, quotation in reversed(self._pieces[:last]) if piece.covers(span)), None)


def holder_of(
    sentence: Sentence, taken: Taken, quotation: Quotation | None, mentions: MentionIndex
) -> EntityRef | None:
    """Return who takes a side, or None where that is not known.

    Words said of a matter itself ("a truce is premature") are the speaker's, and so are those with "we"; others are their
    subject's, whoever says so, but for a demand: that a war must end is the speaker's side.
    """
    subject = _subject(sentence, taken)
    if quotation is not None and _is_demanded(sentence, taken.word):
        return quotation.speaker
    if subject is not None and subject.lower not in _FIRST_PERSON:
        found = mentions.at(subject.span)
        entity = found.entity if found is not None and found.type in _TAKES_SIDES else None
        inside = quotation is not None and any(piece.covers(subject.span) for piece in quotation.content)
        # A subject outside the words is the one who says them, and the quotation knows best who that is.
        if entity is not None and (inside or quotation is None):
            return entity
        if quotation is None or inside:
            return None
    return quotation.speaker if quotation is not None else None


def _is_demanded(sentence: Sentence, word: Token) -> bool:
    """Say whether somebody says that something must be done: the side is the speaker's, whoever is to do it."""
    return any(aux.lower in _OBLIGING for aux in sentence.children(word, "aux"))


def _subject(sentence: Sentence, taken: Taken) -> Token | None:
    """Return who is said to take the side; None where the matter itself, or nobody, is the subject."""
    word = taken.word
    owner = sentence.child(word, "poss") if word.pos == "NOUN" else None
    if owner is not None and owner.pos != "PRON":  # "its support" is mostly the subject's own, and is tried as such
        return owner
    below = word
    for _ in range(_REACH):
        subject = sentence.child(below, *_SUBJECTS)
        agent = sentence.child(below, "agent")
        if agent is not None:
            return sentence.child(agent, "pobj")
        if subject is not None:
            if subject.index == taken.matter.index or taken.matter in sentence.subtree(subject):
                return None
            return _antecedent(sentence, subject)
        above = sentence.head(below)
        # "pressure to end the war" is not the side of whoever is under it.
        if (
            below.dep not in _LENT
            or below.head == below.index
            or (below.dep == "acl" and above.pos == "NOUN" and below.tag != "VBG")
        ):
            return None
        below = above
    return None


def _antecedent(sentence: Sentence, subject: Token) -> Token:
    clause = sentence.head(subject)
    return sentence.head(clause) if subject.lower in _RELATIVE and clause.dep == "relcl" else subject

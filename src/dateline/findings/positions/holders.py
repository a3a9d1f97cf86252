"""Who takes a side: the subject of the words that take it, or the speaker in whose mouth they are."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.findings.positions.stances import Taken
from dateline.model import EntityRef, EntityType, MentionIndex, Quotation, Sentence, Token
from dateline.resources.positions import bending

_SUBJECTS = ("nsubj", "nsubjpass")
_LENT = frozenset(
    {"xcomp", "conj", "acl", "advcl", "ccomp", "dobj", "pobj", "prep", "pcomp", "attr", "acomp", "dative", "oprd"}
)
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_RELATIVE = frozenset({"who", "which", "that"})
_TAKES_SIDES = frozenset({EntityType.PERSON, EntityType.STATE, EntityType.ORGANIZATION, EntityType.GROUP})
_REACH = 8
_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def holders_of(
    sentence: Sentence, taken: Taken, quotation: Quotation | None, mentions: MentionIndex
) -> tuple[EntityRef, ...]:
    """Return who takes a side, several where they are named together; none where that is not known.

    Words said of a matter itself ("a truce is premature") are the speaker's, and so are those with "we"; others are their
    subject's, whoever says so, but for a demand: that a war must end is the speaker's side.
    """
    subject = _subject(sentence, taken)
    spoken = quotation.all_speakers if quotation is not None else ()
    if quotation is not None and _is_demanded(sentence, taken.word):
        return spoken
    if subject is None or subject.lower in _FIRST_PERSON:
        return spoken
    inside = quotation is not None and any(piece.covers(subject.span) for piece in quotation.content)
    # A subject outside the words is the one who says them, and the quotation knows best who that is.
    if quotation is not None and not inside:
        return spoken
    found = tuple(dict.fromkeys(_named(sentence, subject, mentions)))
    return found or (spoken if _is_speakers_own(sentence, subject) else ())


def _named(sentence: Sentence, subject: Token, mentions: MentionIndex) -> Iterator[EntityRef]:
    for token in sentence.conjuncts(subject):
        mention = mentions.at(token.span)
        if mention is None or token.pos == "VERB":
            continue
        if mention.members:
            yield from mention.members
        elif mention.type in _TAKES_SIDES and mention.entity is not None:
            yield mention.entity


def _is_speakers_own(sentence: Sentence, subject: Token) -> bool:
    """Say whether somebody speaks of what is theirs: of "she said that her country was against it" she."""
    return any(child.pos == "PRON" for child in sentence.children(subject, "poss"))


def _is_demanded(sentence: Sentence, word: Token) -> bool:
    """Say whether somebody says that something must be done: the side is the speaker's, whoever is to do it."""
    near = (word, *sentence.children(word, "aux"))
    return any(token.lower in bending("obliging") for token in near)


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
            return _whose_line(sentence, _antecedent(sentence, subject))
        missed = _missed(sentence, below)
        if missed is not None:
            return missed
        above = sentence.head(below)
        if below.dep == "acl" and above.pos == "PROPN":
            return above  # "Oslo, which was late, called for a truce" to a parser that loses its way
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


def _whose_line(sentence: Sentence, subject: Token) -> Token:
    """Return whose side a noun for one is ("Oslo's position is that ..."), else the noun."""
    owner = sentence.child(subject, "poss") if subject.lemma.lower() in bending("line") else None
    return owner or subject


def _missed(sentence: Sentence, verb: Token) -> Token | None:
    """Return the name before a finite verb that the parser has joined to the object before it ("... the plan, and Oslo is")."""
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    finite = verb.pos in ("VERB", "AUX") and verb.tag in _FINITE
    return before if finite and before.pos == "PROPN" and before.dep == "conj" else None

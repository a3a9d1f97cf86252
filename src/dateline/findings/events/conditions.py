"""What the flags of a verb's frame ask of its clause: an object or none, what is said of it, what the act is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dateline.findings.events.clauses import counted, doer, is_infinitive, is_passive, lemma
from dateline.findings.events.readings import Reading
from dateline.model import Sentence, Token
from dateline.resources.events import PURPOSES, Effect, word_set

_DESCRIBING = ("oprd", "ccomp", "xcomp")
_BLAMED = ("acomp", "attr", "prep", "xcomp")
_TO_COME = frozenset({Effect.FUTURE, Effect.INTEND})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its objects, those coordinated with them and those they count included, and how it is put."""

    sentence: Sentence
    verb: Token
    objects: tuple[Token, ...]
    reading: Reading

    def children(self, *deps: str) -> tuple[Token, ...]:
        return tuple(self.sentence.children(self.verb, *deps))

    def has(self, *deps: str) -> bool:
        return self.sentence.child(self.verb, *deps) is not None


def _is_told_to(clause: Clause) -> bool:
    """Say whether the verb has somebody who is to do something: "told Peru to leave"."""
    to_do = [child for child in clause.children("xcomp", "ccomp", "advcl") if is_infinitive(clause.sentence, child)]
    return bool(to_do) and (
        clause.has("dobj", "nsubjpass") or clause.sentence.child(to_do[0], "nsubj", "nsubjpass") is not None
    )


def _is_for(clause: Clause, purposes: frozenset[str]) -> bool:
    """Say whether what is done, or what it is done with, is to serve one of these purposes: "sent boats to help Peru"."""
    for above in (clause.verb, *clause.objects):
        for child in clause.sentence.children(above, "advcl", "acl", "xcomp", "relcl", "ccomp"):
            if lemma(child) in purposes and is_infinitive(clause.sentence, child):
                return True
    return False


def _is_told_what_must_be(clause: Clause) -> bool:
    """Say whether the verb of saying says what somebody must do."""
    said = clause.children("ccomp")
    return any(aux.lower == "must" for verb in said for aux in clause.sentence.children(verb, "aux"))


def _lays_blame(clause: Clause) -> bool:
    """Say whether the verb of saying says that somebody is to blame: "said that Peru was behind the attack"."""
    said = (verb for verb in clause.children("ccomp") if lemma(verb) == "be")
    return any(lemma(of) in word_set("blameworthy") for verb in said for of in clause.sentence.children(verb, *_BLAMED))


def _is_described(clause: Clause) -> bool:
    """Say whether something is said of the object: "call X a friend", "call X unwise"."""
    told = clause.children(*_DESCRIBING)
    return any(child.dep == "oprd" or not is_infinitive(clause.sentence, child) for child in told)


def _calls_names(clause: Clause) -> bool:
    """Say whether something bad is said of the object: "called X a liar", "described X as illegal"."""
    return any(lemma(word) in word_set("slurs") or word.lower in word_set("slurs") for word in _said_of_object(clause))


def _said_of_object(clause: Clause) -> Iterator[Token]:
    sentence = clause.sentence
    for told in clause.children(*_DESCRIBING):
        yield told
        yield from sentence.children(told, "amod", "advmod", "acomp")
    for thing in (clause.verb, *clause.objects):
        for preposition in sentence.children(thing, "prep"):
            if preposition.lower == "as":
                yield from sentence.children(preposition, "pobj", "amod", "pcomp", "prep")


def _is_by_protesters(clause: Clause) -> bool:
    head = doer(clause.sentence, clause.verb)
    if head is None:
        return False
    return lemma(counted(clause.sentence, head) or head) in word_set("protesters")  # "thousands of nurses"


def _purpose(name: str) -> Callable[[Clause], bool]:
    return lambda clause: _is_for(clause, word_set(name))


CONDITIONS: Mapping[str, Callable[[Clause], bool]] = {
    "has_object": lambda clause: bool(clause.objects),
    "no_object": lambda clause: not clause.has("dobj", "ccomp"),
    "clause": lambda clause: clause.verb.dep != "acl",
    "no_clause": lambda clause: not clause.has("ccomp"),
    "infinitive": _is_told_to,
    "active": lambda clause: not is_passive(clause.sentence, clause.verb),
    "passive": lambda clause: is_passive(clause.sentence, clause.verb),
    "obligation": _is_told_what_must_be,
    "blaming": _lays_blame,
    "plain_object": lambda clause: not _is_described(clause),
    "calling_names": _calls_names,
    "by_protesters": _is_by_protesters,
    "to_come": lambda clause: clause.reading.effect in _TO_COME,
    **{flag: _purpose(name) for flag, name in PURPOSES.items()},
}
"""What each flag asks for, by its name; the other flags ask nothing of the clause."""

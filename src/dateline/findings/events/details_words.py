"""Details that single words and set phrases say: the leg of a visit, format and level, a vote, a measure, what kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from dateline.findings.events.clauses import doer, lemma
from dateline.findings.events.details_clause import Clause
from dateline.findings.events.details_numbers import Number
from dateline.model import Attribute, AttributeName, EntityType, EventType, Modality, Party, Span, Token
from dateline.resources.details import detail_words, phrases, values
from dateline.resources.events import word_set

_BESIDE = ("prt", "prep", "advmod", "dobj", "det")
_DESCRIBING = ("compound", "amod", "appos")


def leg(clause: Clause) -> Iterator[Attribute]:
    """Yield which part of a visit is told; one to come is announced, whatever its verb."""
    if clause.coding.modality is Modality.DENIED or clause.coding.event_type is EventType.REJECT:
        return
    if clause.coding.modality is Modality.PLANNED:
        yield clause.said(AttributeName.LEG, clause.verb.span, "announced")
        return
    table = values(AttributeName.LEG, "act")
    for verb in _verbs(clause):
        for phrase in _acts(clause, verb):
            if value := table.get(phrase):
                yield clause.said(AttributeName.LEG, verb.span, value)
                return


def host(clause: Clause) -> Iterator[Attribute]:
    """Yield who receives: of a visit the person it goes to, of talks whoever they are hosted by."""
    for party in clause.act.recipients if clause.act.match.frame.mode == "visit" else ():
        if party.entity is not None and party.entity.type is EntityType.PERSON:
            yield clause.said(AttributeName.HOST, party.span, party.entity.name, party.entity)
    for participle in clause.sentence.children(clause.anchor, "acl"):
        by = clause.sentence.child(participle, "agent") if lemma(participle) in detail_words("hosting") else None
        named = clause.sentence.child(by, "pobj") if by is not None else None
        mention = clause.mentions.at(named.span) if named is not None else None
        if mention is not None and mention.entity is not None:
            yield clause.said(AttributeName.HOST, mention.span, mention.entity.name, mention.entity)


def format_(clause: Clause) -> Iterator[Attribute]:
    """Yield how those who talk meet: by phone, in person, behind closed doors."""
    talks = [token for token in clause.words if not _is_of_something_else(clause, token)]
    for span, value in clause.spotted(phrases(AttributeName.FORMAT, "clause"), talks):
        yield clause.said(AttributeName.FORMAT, span, value)


def _is_of_something_else(clause: Clause, token: Token) -> bool:
    """Say whether an adjective is said of something that is no talks: bilateral ties."""
    return token.dep == "amod" and lemma(clause.sentence.head(token)) not in word_set("lasting")


def level(clause: Clause) -> Iterator[Attribute]:
    """Yield the rank of those who meet, by the words for them."""
    seen = set()
    for party in clause.act.actors:
        for span, value in clause.spotted(phrases(AttributeName.LEVEL, "parties"), _described(clause, party)):
            if value not in seen:
                seen.add(value)
                yield clause.said(AttributeName.LEVEL, span, value)


def vote(clause: Clause) -> Iterator[Attribute]:
    """Yield how somebody votes, with the number of votes where it is told: of the voters, or as a result ("143 to 5")."""
    table = values(AttributeName.VOTE, "act")
    value = next((table[phrase] for phrase in _acts(clause, clause.anchor) if phrase in table), None)
    voters = doer(clause.sentence, clause.anchor)
    number = clause.numbers.of(voters) if voters is not None else None
    if value is not None:
        yield _voted(clause, value, clause.anchor.span, number)
    inside = {token.index for token in clause.words}
    counts = [number for number in clause.numbers.all if number.first in inside]
    for first, second in pairwise(counts):
        if first.unit is None and second.unit is None and _is_result(clause, first, second):
            yield _voted(clause, "for", clause.numbers.words(first), first)
            yield _voted(clause, "against", clause.numbers.words(second), second)
    for number in counts:
        if number.unit is not None and lemma(number.unit) == "abstention":
            yield _voted(clause, "abstained", clause.numbers.words(number), number)


def _is_result(clause: Clause, first: Number, second: Number) -> bool:
    between = clause.sentence.tokens[first.last + 1 : second.first]
    return [token.lower for token in between] in (["to"], ["-"], ["–"])


def _voted(clause: Clause, value: str, span: Span, number: Number | None) -> Attribute:
    said = clause.said(AttributeName.VOTE, span, value)
    return replace(said, quantity=clause.numbers.quantity(number)) if number is not None else said


def measure(clause: Clause) -> Iterator[Attribute]:
    """Yield what is done to whoever is sanctioned."""
    for span, value in clause.spotted(phrases(AttributeName.MEASURE, "clause"), clause.words):
        yield clause.said(AttributeName.MEASURE, span, value)


def kind_of_goods(clause: Clause) -> Iterator[Attribute]:
    """Yield what kind of aid is given."""
    yield from _kinds(clause, "object", _about(clause, clause.things))


def kind_of_force(clause: Clause) -> Iterator[Attribute]:
    """Yield what kind of force is moved."""
    yield from _kinds(clause, "force", _about(clause, clause.things))


def kind_of_attack(clause: Clause) -> Iterator[Attribute]:
    """Yield what an attack is made with: its own word, its doer's, or what it is done with."""
    sentence = clause.sentence
    joined = [child for above in {clause.verb, clause.anchor} for child in sentence.children(above, "prep", "agent")]
    found = (sentence.child(child, "pobj") for child in joined if child.lower in ("with", "by", "using"))
    means = [noun for noun in found if noun is not None]
    subject = doer(sentence, clause.verb)
    words = [clause.anchor, *sentence.children(clause.anchor, "compound", "amod"), *_about(clause, means)]
    if subject is not None:
        words.extend([subject, *sentence.children(subject, "compound")])
    yield from _kinds(clause, "attack", sorted(words, key=lambda token: token.index))


def _kinds(clause: Clause, where: str, words: Iterable[Token]) -> Iterator[Attribute]:
    seen = set()
    for span, value in clause.spotted(phrases(AttributeName.KIND, where), words):
        if value not in seen:
            seen.add(value)
            yield clause.said(AttributeName.KIND, span, value)


def _about(clause: Clause, nouns: Iterable[Token]) -> list[Token]:
    """Return nouns with what describes them and what they are of: military aid, a convoy of tanks."""
    sentence, found = clause.sentence, []
    for noun in nouns:
        if any(child.lower == "no" for child in sentence.children(noun, "det")):
            continue
        found.extend([noun, *sentence.children(noun, "compound", "amod", "nmod")])
        for child in sentence.children(noun, "prep"):
            inner = sentence.child(child, "pobj") if child.lower in ("of", "in") else None
            found.extend([inner, *sentence.children(inner, "compound", "amod")] if inner is not None else [])
    return sorted(set(found), key=lambda token: token.index)


def _verbs(clause: Clause) -> Iterator[Token]:
    """Yield the words that may tell the leg: the act's own, its verb, and the one that its noun is the subject of."""
    yield clause.anchor
    if clause.verb is not clause.anchor:
        yield clause.verb
    if clause.anchor.pos == "NOUN":
        head = clause.sentence.head(clause.anchor)
        if clause.anchor.dep in ("nsubj", "nsubjpass", "dobj") and head.pos == "VERB":
            yield head


def _acts(clause: Clause, verb: Token) -> Iterator[str]:
    """Yield the ways a table may name a verb: with a particle and its noun, with a particle, alone."""
    word, sentence = lemma(verb), clause.sentence
    for beside in sentence.children(verb, *_BESIDE):
        below = sentence.child(beside, "pobj")
        if below is not None:
            yield f"{word} {beside.lower} {below.lower}"
    for beside in sentence.children(verb, *_BESIDE):
        yield f"{word} {beside.lower}"
    if any(sentence.children(child, "aux") for child in sentence.children(verb, "xcomp", "advcl")):
        yield f"{word} to"
    yield word


def _described(clause: Clause, party: Party) -> list[Token]:
    within = clause.sentence.within(party.span)
    around = (clause.sentence.children(token, *_DESCRIBING) for token in within)
    inner = [
        grand
        for child in chain.from_iterable(around)
        for grand in (child, *clause.sentence.children(child, "compound", "amod"))
    ]
    return sorted({*within, *inner}, key=lambda token: token.index)

"""Details of what is said or asked to somebody: who invites whom to what, in what a statement is made, together, and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.findings.events.clauses import is_infinitive, lemma, reporter
from dateline.findings.events.details_clause import Clause
from dateline.model import Attribute, AttributeName, EntityType, Party, Span, TimeType, Token
from dateline.resources.details import detail_words, phrases

_WHERE = frozenset({"in", "at", "on", "during", "through", "via"})
_TO = frozenset({"to", "before"})
_OCCASION = frozenset({"to", "for"})
_PAST = "past"
_DATED = frozenset({TimeType.DATE, TimeType.TIME})


def inviter(clause: Clause) -> Iterator[Attribute]:
    """Yield who invites: the actor, or whose invitation somebody accepts."""
    yield from _named(clause, AttributeName.INVITER, _sides(clause)[0])


def invitee(clause: Clause) -> Iterator[Attribute]:
    """Yield who is invited: the recipient, or who accepts an invitation."""
    yield from _named(clause, AttributeName.INVITEE, _sides(clause)[1])


def occasion(clause: Clause) -> Iterator[Attribute]:
    """Yield what somebody is invited to, and its day where the same words tell one that may be to come."""
    for head in _occasions(clause):
        span = Span(head.start, clause.sentence.extent(head).end) if head.pos == "VERB" else clause.phrase(head)
        yield clause.said(AttributeName.OCCASION, span)
        extent = clause.sentence.extent(head)
        for time in clause.times:
            if extent.covers(time.span) and time.type in _DATED and time.value and time.direction != _PAST:
                yield clause.said(AttributeName.DATE, time.span, time.value)


def medium(clause: Clause) -> Iterator[Attribute]:
    """Yield in what a statement is made: a letter, a speech, an interview."""
    for head, span, value in _media(clause):
        yield clause.said(AttributeName.MEDIUM, span, value)
        for word in clause.sentence.children(head, "amod"):
            if word.lower in detail_words("joint"):
                yield clause.said(AttributeName.JOINT, word.span, "joint")


def addressee(clause: Clause) -> Iterator[Attribute]:
    """Yield to whom a statement is made: whom the verb of saying or the letter, speech or the like names."""
    sentence = clause.sentence
    verb = reporter(sentence, clause.anchor)
    told = sentence.child(verb, "dobj", "dative") if verb is not None else None
    heads = [told] if told is not None and told.pos in ("NOUN", "PROPN") else []
    for head, _, _ in _media(clause):
        heads.extend(clause.joined(head, _TO))
    for head in heads:
        if not clause.is_time(head):
            entity = clause.entity(head) if head.pos == "PROPN" else None
            yield clause.said(AttributeName.ADDRESSEE, clause.phrase(head), entity.name if entity else None, entity)


def _sides(clause: Clause) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who invites and who is invited: who accepts an invitation is the actor of that, who makes one of this."""
    if lemma(clause.anchor) in detail_words("accepting"):
        return clause.act.recipients, clause.act.actors
    if lemma(clause.anchor) in detail_words("inviting"):
        return clause.act.actors, clause.act.recipients
    return (), ()


def _named(clause: Clause, name: AttributeName, parties: Iterable[Party]) -> Iterator[Attribute]:
    for party in parties:
        yield clause.said(name, party.span, party.entity.name if party.entity else None, party.entity)


def _occasions(clause: Clause) -> Iterator[Token]:
    """Yield the heads of what somebody is invited to: the summit of "to the summit", the verb of "to visit Peru"."""
    for above in dict.fromkeys((clause.anchor, *clause.things)):
        for head in clause.joined(above, _OCCASION):
            mention = clause.mentions.at(head.span)
            somebody = mention is not None and mention.type is EntityType.PERSON
            if not somebody and not clause.is_party(head) and not clause.is_time(head):
                yield head
        for child in clause.sentence.children(above, "xcomp", "acl", "advcl"):
            if is_infinitive(clause.sentence, child):
                yield child


def _media(clause: Clause) -> Iterator[tuple[Token, Span, str]]:
    """Yield the nouns that name a medium with the words and the value of the table: of a preposition, or "a letter accusing X"."""
    table = phrases(AttributeName.MEDIUM, "clause")
    above = clause.sentence.head(clause.anchor)
    told_in = (above,) if above.pos == "NOUN" else ()
    for head in (*clause.joined(clause.verb, _WHERE), *told_in):
        before = clause.sentence.children(head, "compound", "amod")
        for span, value in clause.spotted(table, sorted((*before, head), key=lambda token: token.index)):
            if span.end == head.end:
                yield head, span, value

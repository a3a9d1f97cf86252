"""What a clause says of its act beyond who, what, when and where: which details its kind of event has, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.findings.events import details_counts, details_phrases, details_said, details_words
from dateline.findings.events.acts import Act
from dateline.findings.events.coding import Coding
from dateline.findings.events.details_clause import Clause
from dateline.model import Attribute, AttributeName, EventType, MentionIndex, Sentence, TimeExpression
from dateline.resources.details import details_of

Reader = Callable[[Clause], Iterator[Attribute]]

_READERS: Mapping[AttributeName, Reader] = {
    AttributeName.LEG: details_words.leg,
    AttributeName.HOST: details_words.host,
    AttributeName.FORMAT: details_words.format_,
    AttributeName.LEVEL: details_words.level,
    AttributeName.DURATION: details_counts.duration,
    AttributeName.AGENDA: details_phrases.agenda,
    AttributeName.DOCUMENT: details_phrases.document,
    AttributeName.VOTE: details_words.vote,
    AttributeName.BODY: details_phrases.body,
    AttributeName.TEXT: details_phrases.voted_text,
    AttributeName.TARGET: details_phrases.target,
    AttributeName.MEASURE: details_words.measure,
    AttributeName.CONDITION: details_phrases.condition,
    AttributeName.CHARGE: details_phrases.charge,
    AttributeName.AMOUNT: details_counts.amount,
    AttributeName.NUMBER: details_counts.number,
    AttributeName.KILLED: details_counts.killed,
    AttributeName.WOUNDED: details_counts.wounded,
    AttributeName.CONFLICT: details_phrases.conflict,
    AttributeName.INVITER: details_said.inviter,
    AttributeName.INVITEE: details_said.invitee,
    AttributeName.OCCASION: details_said.occasion,
    AttributeName.MEDIUM: details_said.medium,
    AttributeName.ADDRESSEE: details_said.addressee,
}
_FORCES = frozenset({EventType.MOBILIZE, EventType.RETREAT})


def attributes(
    text: str,
    sentence: Sentence,
    act: Act,
    coding: Coding,
    mentions: MentionIndex,
    times: tuple[TimeExpression, ...],
) -> tuple[Attribute, ...]:
    """Return what a clause says of its act, in order of the text; *times* are the time expressions of the sentence."""
    clause = Clause(text, sentence, act, coding, mentions, times)
    found: dict[object, Attribute] = {}
    for kind in details_of(frozenset({coding.act, coding.event_type}), act.match.frame.mode):
        if kind.words and not kind.words & clause.heads:
            continue
        for name in kind.attributes:
            for attribute in _reader(name, coding.act, act.match.frame.mode)(clause):
                found.setdefault((attribute.name, attribute.span), attribute)
    return tuple(
        sorted(found.values(), key=lambda attribute: (attribute.span.start, attribute.span.end, attribute.name))
    )


def _reader(name: AttributeName, act: EventType, mode: str | None) -> Reader:
    """Return what reads a detail; of what kind something is depends on whether it is given, moved, or used in an attack."""
    if name is AttributeName.AGENDA and act is EventType.ACCUSE:
        return details_phrases.matter
    if name is not AttributeName.KIND:
        return _READERS[name]
    if act is EventType.ASSAULT:
        return details_words.kind_of_attack
    moved = act in _FORCES or (act is EventType.SANCTION and mode == "withdraw")
    return details_words.kind_of_force if moved else details_words.kind_of_goods

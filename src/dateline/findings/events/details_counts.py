"""Details that count or measure: how long, how much, how many, how many dead and hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.findings.events.clauses import doer, lemma, undergoer
from dateline.findings.events.details_clause import Clause
from dateline.findings.events.details_numbers import Number, is_money
from dateline.model import Attribute, AttributeName, EventType, Quantity, TimeExpression, TimeType, Token
from dateline.resources.details import detail_words, values
from dateline.resources.events import word_set
from dateline.resources.factuality import event_nouns

_TIMEX = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$")
_UNITS = (("year", 365.0), ("month", 30.0), ("week", 7.0), ("day", 1.0), ("hour", 1 / 24), ("minute", 1 / 1440))
_LASTING = frozenset({"for", "lasting", "lasted", "lasts", "last", "of", "through"})
_NOBODY = frozenset({"nobody", "none"})
_ELSEWHEN = frozenset({"after", "before", "since", "following", "despite"})
_LEADING = frozenset({"after", "when", "as"})
_ONES = word_set("captives") | word_set("diplomats") | word_set("troops") | {"person", "man", "woman"}
"""The nouns of which "a" tells how many there are."""
_COUNTLESS = word_set("partitive") | {"lot"}
_DESCRIBING = frozenset({"amod", "compound", "nummod", "nmod"})
_DEEP = 4


def duration(clause: Clause) -> Iterator[Attribute]:
    """Yield how long a visit, talks or a truce lasts: "a three-day visit", "talked for four hours", "hours of talks"."""
    for time in clause.times:
        if time.type is not TimeType.DURATION or time.value is None or not _is_lasting(clause, time):
            continue
        quantity = _length(time)
        if quantity is not None:
            yield clause.counted(AttributeName.DURATION, time.span, quantity)


def amount(clause: Clause) -> Iterator[Attribute]:
    """Yield how much is given or sold: sums of money in the clause, and the number of each thing."""
    things = {thing.index for thing in clause.things}
    inside = {token.index for token in clause.words}
    for number in clause.numbers.all:
        quantity = clause.numbers.quantity(number)
        counts = number.unit is not None and number.unit.index in things and not _is_helped(clause, number.unit)
        if counts or (is_money(quantity) and number.first in inside):
            yield clause.counted(AttributeName.AMOUNT, clause.numbers.words(number), quantity)


def _is_helped(clause: Clause, noun: Token) -> bool:
    """Say whether a noun is those who are given to: "helped two exiles"."""
    return clause.is_party(noun) and clause.act.match.frame.recipient[:1] in (("object",), ("patient",))


def number(clause: Clause) -> Iterator[Attribute]:
    """Yield how many are moved, freed, arrested or march; of an exchange the number on each side."""
    if clause.heads & detail_words("exchanging"):
        inside = {token.index for token in clause.words}
        sides = [n for n in clause.numbers.all if n.first in inside and n.unit is not None]
        for side in sides:
            entity = clause.entity(side.unit) if side.unit is not None else None
            yield clause.counted(
                AttributeName.NUMBER, clause.numbers.words(side), clause.numbers.quantity(side), entity
            )
        return
    acts_alone = clause.act.match.frame.event_type is EventType.PROTEST
    subject = doer(clause.sentence, clause.verb)
    counted = [subject] if acts_alone and subject is not None else [*clause.things, *_sanctioned(clause)]
    for thing in dict.fromkeys(counted):
        if clause.numbers.of(thing) is not None or lemma(thing) in _ONES:
            yield from _counting(clause, AttributeName.NUMBER, thing)


def killed(clause: Clause) -> Iterator[Attribute]:
    """Yield how many an attack kills."""
    yield from _harmed(clause, AttributeName.KILLED)


def wounded(clause: Clause) -> Iterator[Attribute]:
    """Yield how many an attack wounds."""
    yield from _harmed(clause, AttributeName.WOUNDED)


def _sanctioned(clause: Clause) -> Iterator[Token]:
    """Yield the nouns for those who are sanctioned, who stand after a preposition: "sanctions on 120 officials"."""
    if clause.act.match.frame.event_type in (EventType.COERCE, EventType.SANCTION):
        for party in clause.act.recipients:
            yield from (token for token in clause.sentence.within(party.span) if token.pos in ("NOUN", "NUM"))


def _harmed(clause: Clause, name: AttributeName) -> Iterator[Attribute]:
    words = values(name, "harm")
    for token in clause.sentence.tokens:
        if lemma(token) in words and _belongs(clause, token):
            for victim in _victims(clause, token):
                yield from _counting(clause, name, victim, nobody=True)


def _belongs(clause: Clause, token: Token) -> bool:
    """Say whether a word of harm is said of the act: it is the act's word, stands under it, or has the act for its subject."""
    act = {clause.anchor.index, clause.verb.index}
    if token.index in act or (clause.anchor.head == token.index and clause.anchor.dep == "nsubj"):
        return True
    if clause.verb.dep == "advcl" and token in _coordinated(clause, clause.sentence.head(clause.verb)):
        mark = clause.sentence.child(clause.verb, "mark", "advmod")
        return mark is not None and mark.lower in _LEADING
    above = token
    for _ in range(_DEEP):
        if _leads_away(clause, above):
            return False
        above = clause.sentence.head(above)
        if above.index in act:
            return True
    return False


def _leads_away(clause: Clause, token: Token) -> bool:
    """Say whether a word leads to what is told of something else: "attacked X before the crash that killed Y"."""
    if token.dep in ("ccomp", "parataxis", "ROOT") or token.lower in _ELSEWHEN:
        return True
    if token.dep == "relcl":
        head = clause.sentence.head(token)
        return not (head is clause.anchor or clause.anchor.pos == "NOUN" or lemma(head) in word_set("attacks"))
    return token.dep == "advcl" and bool(clause.sentence.children(token, "mark"))


def _coordinated(clause: Clause, verb: Token) -> tuple[Token, ...]:
    return (verb, clause.sentence.head(verb)) if verb.dep == "conj" else clause.sentence.conjuncts(verb)


def _victims(clause: Clause, harm: Token) -> list[Token]:
    """Return the nouns and numbers for those whom a word of harm is said of."""
    sentence = clause.sentence
    if harm.pos == "VERB":
        subject = sentence.child(harm, "nsubj", "nsubjpass")
        first = undergoer(sentence, harm) or (subject if lemma(harm) == "die" else None)
        return list(sentence.conjuncts(first)) if first is not None else []
    if harm.pos == "NOUN":
        of = next((child for child in sentence.children(harm, "prep") if child.lower == "of"), None)
        inner = sentence.child(of, "pobj") if of is not None else None
        return [harm] if clause.numbers.of(harm) or inner is None else list(sentence.conjuncts(inner))
    before = [n for n in clause.numbers.all if n.last < harm.index <= n.last + _DEEP]
    return [sentence.tokens[before[-1].last]] if before else []


def _counting(clause: Clause, name: AttributeName, noun: Token, *, nobody: bool = False) -> Iterator[Attribute]:
    """Yield the number of a noun as a detail: the one before it, one for "a soldier", none for "nobody"."""
    found = clause.numbers.of(noun) or _made_up_of(clause, noun)
    if found is not None:
        yield clause.counted(name, clause.numbers.words(found), clause.numbers.quantity(found), clause.entity(noun))
        return
    determiner = clause.sentence.child(noun, "det")
    none = determiner is not None and determiner.lower == "no"
    if nobody and (none or noun.lower in _NOBODY):
        yield _exactly(clause, name, noun, 0, determiner)
    elif nobody and noun.lower == "one":
        yield _exactly(clause, name, noun, 1, None)
    elif determiner is not None and determiner.lower in ("a", "an") and _is_one(noun):
        yield _exactly(clause, name, noun, 1, determiner)


def _made_up_of(clause: Clause, noun: Token) -> Number | None:
    """Return the number of those who make up a group: 260 in "a force of 260 soldiers"."""
    of = next((child for child in clause.sentence.children(noun, "prep") if child.lower == "of"), None)
    inner = clause.sentence.child(of, "pobj") if of is not None else None
    return clause.numbers.of(inner) if inner is not None and inner.pos == "NOUN" else None


def _exactly(clause: Clause, name: AttributeName, noun: Token, count: int, determiner: Token | None) -> Attribute:
    first = determiner.index if determiner is not None else noun.index
    unit = None if determiner is None else noun
    stated = Number(first, noun.index, float(count), float(count), unit=unit)
    return clause.counted(name, clause.numbers.words(stated), clause.numbers.quantity(stated), clause.entity(noun))


def _is_one(noun: Token) -> bool:
    return noun.tag == "NN" and lemma(noun) not in _COUNTLESS and lemma(noun) not in event_nouns()


def _is_lasting(clause: Clause, time: TimeExpression) -> bool:
    """Say whether a length of time is how long the act lasts, not how long before or after something else."""
    tokens = clause.sentence.within(time.span)
    inside = {token.index for token in clause.words}
    if not tokens or tokens[0].index not in inside:
        return False
    sentence, last = clause.sentence, tokens[-1]
    for token in tokens:
        head = sentence.head(token)
        lasts = head is clause.anchor or (head.pos == "NOUN" and lemma(head) in word_set("lasting"))
        if lasts and token.dep in _DESCRIBING:
            return True
    before = sentence.tokens[tokens[0].index - 1] if tokens[0].index else None
    if before is not None and before.lower in _LASTING:
        return not any(
            word.lower in ("first", "time") for word in sentence.tokens[max(before.index - 2, 0) : before.index]
        )
    after = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    return after is not None and after.lower == "of" and after.index in inside and _is_below(clause, after)


def _is_below(clause: Clause, of: Token) -> bool:
    inner = clause.sentence.child(of, "pobj")
    return inner is clause.anchor


def _length(time: TimeExpression) -> Quantity | None:
    """Return the length that a TIMEX3 value says, in the smallest unit it names; None for one without numbers."""
    found = _TIMEX.match(time.value or "")
    parts = (
        [(int(part), unit, days) for part, (unit, days) in zip(found.groups(), _UNITS, strict=True) if part]
        if found
        else []
    )
    if not parts:
        return None
    unit, days = (parts[0][1], parts[0][2]) if len(parts) == 1 or parts[-1][1] == "minute" else parts[-1][1:]
    value = round(sum(count * each for count, _, each in parts) / days, 3)
    low, high = {
        "MORE_THAN": (value, None),
        "EQUAL_OR_MORE": (value, None),
        "LESS_THAN": (None, value),
        "EQUAL_OR_LESS": (None, value),
    }.get(time.mod or "", (value, value))
    return Quantity(low=low, high=high, unit=unit, approximate=time.mod == "APPROX", span=time.span, text=time.text)

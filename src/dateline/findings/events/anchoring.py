"""The days of an act that is told by another event of the same report: after it, during it, two days before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dateline.findings.events.attaching import Clock
from dateline.findings.events.clauses import reporter
from dateline.findings.events.deeds import Deed
from dateline.findings.events.distances import days_beside, distance_of, inverse
from dateline.findings.events.known import named_days
from dateline.findings.events.tenses import Tense, tense_of
from dateline.findings.order.signals import Stated, above, below, is_past, stated
from dateline.model import (
    Document,
    EventType,
    Happened,
    HappenedBasis,
    Interval,
    Modality,
    Sentence,
    Span,
    TemporalRelation,
    Token,
)
from dateline.resources.order import acts_named

_SHORT = 14
"""Days of an interval that tells when something happened, not in which stretch of time."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OF_PARTIES = frozenset({"with", "between", "to"})
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of some event, and the words that they are known by."""

    interval: Interval
    cues: tuple[Span, ...]


class Anchoring:
    """Finds the days of acts from those of others; *found* is what is known so far, and may grow between questions."""

    def __init__(
        self,
        document: Document,
        deeds: Sequence[Deed],
        clocks: Mapping[int, Clock],
        found: Sequence[Happened | None],
    ) -> None:
        self._text = document.text
        self._report = document.time.interval
        self._deeds = deeds
        self._clocks = clocks
        self._found = found
        self._in_sentence: dict[int, list[int]] = defaultdict(list)
        for number, deed in enumerate(deeds):
            self._in_sentence[deed.sentence.span.start].append(number)
        self._orders: dict[int, tuple[Stated, ...]] = {}

    def told_by_another(self, number: int) -> Happened | None:
        """Return the days of the act with this number by the first event that it is told by and whose days are known."""
        for days in chain(self._ordered(number), self._in_turn(number), self._as_reported(number)):
            interval = self._bounded(self._deeds[number], days.interval)
            if interval is not None:
                return Happened(interval=interval, basis=HappenedBasis.BACKGROUND, cues=days.cues)
        return None

    def _ordered(self, number: int) -> Iterator[Days]:
        """Yield the days that words such as "after" give an act, whichever end of them it is."""
        deed = self._deeds[number]
        for order in self._orders_in(deed.sentence):
            lefts, rights = tuple(above(deed.sentence, order.left)), tuple(below(deed.sentence, order.right))
            if self._first_told(deed.sentence, lefts) == number or (_shares(deed, order.left) and _opens(order)):
                relation, others = order.relation, rights
            elif self._first_told(deed.sentence, rights) == number or _shares(deed, order.right):
                turned = inverse(order.relation)
                if turned is None:
                    continue
                relation, others = turned, lefts
            else:
                continue
            if relation is TemporalRelation.INCLUDES and deed.act is not EventType.CONSULT:
                continue  # of a war that something happened in on a day, that day says next to nothing
            yield from self._beside(deed.sentence, order, relation, others)

    def _beside(
        self, sentence: Sentence, order: Stated, relation: TemporalRelation, others: tuple[Token, ...]
    ) -> Iterator[Days]:
        distance = None
        if order.measure is not None:
            duration = self._clocks[sentence.span.start].duration(order.measure)
            distance = distance_of(duration, order.measure.lemma.lower())
            if distance is None:
                return
        other = self._days_of(sentence, others)
        interval = days_beside(other.interval, relation, distance) if other is not None else None
        if other is not None and interval is not None:
            yield Days(interval, (order.signal, *other.cues))

    def _orders_in(self, sentence: Sentence) -> tuple[Stated, ...]:
        start = sentence.span.start
        if start not in self._orders:
            self._orders[start] = tuple(order for order in stated(sentence) if order.needs != "day")
        return self._orders[start]

    def _first_told(self, sentence: Sentence, words: Sequence[Token]) -> int | None:
        """Return the number of the act that the first of these words tells that tells any."""
        for word in words:
            for number in self._in_sentence[sentence.span.start]:
                if word.index in self._deeds[number].words:
                    return number
        return None

    def _days_of(self, sentence: Sentence, words: Sequence[Token]) -> Days | None:
        """Return the days of the event that words tell: an act found, or a word that an expression is said of."""
        number = self._first_told(sentence, words)
        if number is not None and (happened := self._found[number]) is not None:
            return Days(happened.interval, (self._deeds[number].match.anchor.span,))
        for word in words:
            timed = self._clocks[sentence.span.start].at([word.index])
            if timed:
                return Days(timed[0].interval, (word.span, timed[0].span))
            if (days := self._told_before(sentence, word)) is not None:
                return days
            if (known := named_days(sentence, word, self._text)) is not None:
                return Days(known[0], (known[1],))
        return None

    def _told_before(self, sentence: Sentence, noun: Token) -> Days | None:
        """Return the days of the act that a definite noun refers to again ("after the talks"), the last such act told."""
        acts = acts_named(noun.lemma.lower())
        if not acts or not _refers_back(sentence, noun):
            return None
        for number, deed in reversed(list(enumerate(self._deeds))):
            happened = self._found[number]
            if deed.sentence.span.start < sentence.span.start and deed.called in acts and happened is not None:
                days = happened.interval.days
                return Days(happened.interval, (noun.span, deed.match.anchor.span)) if days and days <= _SHORT else None
        return None

    def _in_turn(self, number: int) -> Iterator[Days]:
        """Yield the days from those of the verb before, where a subject is told to have done one thing and then another."""
        deed = self._deeds[number]
        verb = deed.verb
        sentence = deed.sentence
        while verb.dep == "conj" and is_past(sentence, verb) and not sentence.children(verb, *_SUBJECTS):
            verb = sentence.head(verb)
            before = self._days_of(sentence, (verb,)) if is_past(sentence, verb) else None
            if before is not None and (days := before.interval.days) is not None:
                if days <= _SHORT:
                    yield Days(Interval(earliest=before.interval.earliest), before.cues)
                return

    def _as_reported(self, number: int) -> Iterator[Days]:
        """Yield the days up to that on which somebody is told to have said that it had happened."""
        deed = self._deeds[number]
        verb = reporter(deed.sentence, deed.match.anchor)
        told = tense_of(deed.sentence, deed.match)
        if verb is None or told is None or told.tense is not Tense.BY_THEN or not deed.modality.real:
            return
        for timed in self._clocks[deed.sentence.span.start].at([verb.index]):
            if timed.interval.latest is not None:
                yield Days(Interval(latest=timed.interval.latest), (verb.span, timed.span))

    def _bounded(self, deed: Deed, interval: Interval) -> Interval | None:
        """Return the days so far as the report can tell of them; None where they say no more than its own day does."""
        whole = Interval()
        if deed.modality.real:
            whole = Interval(latest=self._report.latest)
        elif deed.modality is Modality.PLANNED and _is_to_come(deed):
            whole = Interval(earliest=self._report.earliest)
        bounded = interval.intersection(whole)
        return bounded if bounded != whole else None


def _opens(order: Stated) -> bool:
    """Say whether the words that state an order stand before all that a subject does: "After the vote X left and said Y"."""
    return order.signal.start < order.left.start


def _shares(deed: Deed, first: Token) -> bool:
    """Say whether an act is told by the second of two verbs of one subject, of which *first* is the first."""
    verb, sentence = deed.verb, deed.sentence
    if verb.dep != "conj" or verb.head != first.index or sentence.children(verb, *_SUBJECTS):
        return False
    return verb.tag == first.tag or (is_past(sentence, verb) and is_past(sentence, first))


def _is_to_come(deed: Deed) -> bool:
    told = tense_of(deed.sentence, deed.match)
    return told is not None and told.tense is Tense.TO_COME


def _refers_back(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun stands for something told before: "the talks", and not "the talks with Peru"."""
    if any(child.lower in _OF_PARTIES for child in sentence.children(noun, "prep")):
        return False
    return any(child.lower in _DEFINITE for child in sentence.children(noun, "det"))

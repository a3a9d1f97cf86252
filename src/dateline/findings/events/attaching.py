"""Which time expressions of a sentence are said of which of its words, and which days that gives those words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.findings.order.signals import is_perfect
from dateline.model import Interval, Sentence, Span, TemporalRelation, TimeExpression, TimeType, Token
from dateline.resources.events import word_set
from dateline.resources.factuality import event_nouns
from dateline.resources.order import Signal, order_words, signals

_PASSED = frozenset({"ADP", "SCONJ", "ADV", "NUM"})
_BEFORE_NOUNS = frozenset({"poss", "compound", "nmod", "amod", "nummod", "npadvmod"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEADING_IN = frozenset({"on", "in", "late", "early", "earlier", "later"})
_TOWARDS = frozenset({"to", "until", "till", "through"})
_NEAR = 3
_REACH = 8
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timed:
    """The days that a time expression gives to a word, and the expression's own words.

    `first` says that the expression tells the first day only ("from Monday"); `leading` that it stands before its clause
    ("On Monday, ..."). `through` is the noun over which it reaches the word, where it stands nearer to that noun.
    """

    interval: Interval
    span: Span
    first: bool = False
    leading: bool = False
    through: Token | None = None


class Clock:
    """The days that the time expressions of one sentence give to its words."""

    def __init__(self, sentence: Sentence, times: Iterable[TimeExpression], report: Interval) -> None:
        self._sentence = sentence
        self._times = tuple(times)
        self._by_word: dict[int, list[Timed]] = defaultdict(list)
        dated = [time for time in self._times if time.interval is not None and _is_day(time)]
        heads = [(time, head) for time in dated if (head := head_of(sentence, time.span)) is not None]
        for index, timed in _ranges_first(sentence, heads):
            self._by_word[_told_above(sentence, index, timed, report)].append(timed)

    def at(self, words: Iterable[int], *, through: bool = False) -> list[Timed]:
        """Return what time expressions say of any of these words; with *through* also what reaches them over a noun."""
        found = [timed for word in words for timed in self._by_word.get(word, ())]
        return [timed for timed in found if through or timed.through is None]

    def lasting(self, noun: Token) -> int | None:
        """Return the days that a noun is said to last ("three-day visit"), or None."""
        inside = self._sentence.extent(noun)
        for time in self._times:
            if time.type is TimeType.DURATION and inside.covers(time.span) and time.span.end <= noun.start:
                return _days(time.value)
        return None

    def duration(self, measure: Token) -> str | None:
        """Return the TIMEX3 value of the duration that a word of measure belongs to ("P2D" of "two days"), or None."""
        for time in self._times:
            if time.type is TimeType.DURATION and time.span.covers(measure.span):
                return time.value
        return None


def _told_above(sentence: Sentence, index: int, timed: Timed, report: Interval) -> int:
    """Return the verb that a time is said of: of what somebody was asked or agreed to do, no day can have passed yet.

    "Invited him to come last week" tells when he was invited, whichever of the two verbs the parser chose.
    """
    verb, latest = sentence.tokens[index], timed.interval.latest
    if latest is None or report.earliest is None or latest >= report.earliest:
        return index
    infinitive = any(child.tag == "TO" for child in sentence.children(verb, "aux"))
    head = sentence.head(verb)
    past = head.tag == "VBD" or is_perfect(sentence, head)
    return head.index if infinitive and past and verb.dep in ("xcomp", "ccomp") else index


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """Return the word of a time expression whose head lies outside it; None when it holds no whole word."""
    inside = sentence.within(span)
    outside = (token for token in inside if token.head == token.index or not span.covers(sentence.head(token).span))
    return next(outside, inside[0] if inside else None)


def _is_day(time: TimeExpression) -> bool:
    return time.type in (TimeType.DATE, TimeType.TIME)


def _days(value: str | None) -> int | None:
    """Return the days of a TIMEX3 duration of days or weeks.

    >>> _days("P3D"), _days("P1W"), _days("PXD")
    (3, 7, None)
    """
    if value is None or value[-1:] not in ("D", "W") or not value[1:-1].isdigit():
        return None
    return int(value[1:-1][:4]) * (7 if value.endswith("W") else 1)


def _ranges_first(sentence: Sentence, heads: list[tuple[TimeExpression, Token]]) -> Iterator[tuple[int, Timed]]:
    """Yield words with what is said of them; two expressions that tell the ends of one stretch count as one."""
    waiting = list(heads)
    while waiting:
        time, head = waiting.pop(0)
        other = next((pair for pair in waiting if _is_stretch(sentence, time, head, *pair)), None)
        interval = time.interval
        span = time.span
        if other is not None and interval is not None and other[0].interval is not None:
            waiting.remove(other)
            interval = Interval(earliest=interval.earliest, latest=other[0].interval.latest)
            span = Span(span.start, other[0].span.end)
        if interval is not None:
            yield from _reached(sentence, span, head, interval, stretch=other is not None)


def _is_stretch(sentence: Sentence, first: TimeExpression, head: Token, last: TimeExpression, other: Token) -> bool:
    """Say whether two expressions tell the ends of one stretch: "from Monday to Friday", "on Monday and Tuesday"."""
    if not first.interval or not last.interval or not first.interval.earliest or not last.interval.latest:
        return False
    if first.interval.earliest > last.interval.latest or first.span.end > last.span.start:
        return False
    before, after = sentence.head(head), sentence.head(other)
    if before.lower == "from" and after.lower in _TOWARDS:
        return True
    return other.dep == "conj" and after is head and other.index - head.index <= _NEAR


def _reached(
    sentence: Sentence, span: Span, head: Token, interval: Interval, *, stretch: bool
) -> Iterator[tuple[int, Timed]]:
    """Yield the words that an expression is said of: its governor, and the verb above where that is a noun."""
    for clause in sentence.children(head, "relcl"):
        yield clause.index, Timed(interval, span)  # "on Monday, when they voted"
    signal, governor = _governor(sentence, head)
    if signal is not None and not stretch:
        shaped = _shaped(interval, signal)
        if shaped is None:
            return
        interval = shaped
    if governor is None:
        return
    first = signal is not None and signal.relation is TemporalRelation.BEGUN_BY and not stretch
    leading = span.start < governor.start and governor.pos in _VERBAL
    yield governor.index, Timed(interval, span, first, leading)
    if governor.pos in _NOMINAL:
        yield from _over_noun(sentence, head, governor, Timed(interval, span, first, leading, through=governor))


def _governor(sentence: Sentence, head: Token) -> tuple[Signal | None, Token | None]:
    """Return the word that an expression is said of, and the signal that stands between ("by", "since")."""
    signal: Signal | None = None
    said = _word_of_saying_before(sentence, head)
    token = head
    for _ in range(_REACH):
        if token.head == token.index:
            return signal, None
        token = sentence.head(token)
        found = signals("preposition").get(token.lower)
        if found is not None and (token.pos in _PASSED or found.needs == "day"):
            signal = signal or found
            continue
        if token.pos in _PASSED or token.pos == "PROPN" or _is_run_together(sentence, head, token):
            continue
        return signal, said or token
    return signal, None


def _is_run_together(sentence: Sentence, head: Token, noun: Token) -> bool:
    """Say whether the parser took an expression for a part of the subject that follows it: "On Monday ministers met"."""
    if head.head != noun.index or head.dep not in _BEFORE_NOUNS or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    first = min(token.index for token in sentence.subtree(head))
    return first > 0 and sentence.tokens[first - 1].pos == "ADP"


def _word_of_saying_before(sentence: Sentence, head: Token) -> Token | None:
    """Return the verb of saying that an expression stands right behind, whatever the parser made of it: "said on Friday"."""
    at = min(token.index for token in sentence.subtree(head)) - 1
    while at >= 0 and sentence.tokens[at].lower in _LEADING_IN:
        at -= 1
    verb = sentence.tokens[at] if at >= 0 else None
    return verb if verb is not None and verb.pos == "VERB" and verb.lemma.lower() in word_set("reporting") else None


def _over_noun(sentence: Sentence, head: Token, noun: Token, timed: Timed) -> Iterator[tuple[int, Timed]]:
    """Yield the verb above a noun that an expression is said of, if what is said of the noun is said of the verb too."""
    within = sentence.head(head) is noun and head.dep in _BEFORE_NOUNS  # "Monday's vote", not "a vote on Monday"
    token = noun
    for _ in range(_REACH):
        above = sentence.head(token)
        if token.dep == "pobj":
            if not _holds(above, token):
                return
        elif token.dep == "prep":
            within = False
        elif token.dep not in ("dobj", "attr", "oprd") or within:
            return
        if above.pos in _VERBAL:
            yield above.index, timed
            return
        token = above


def _holds(preposition: Token, noun: Token) -> bool:
    """Say whether what is told with this preposition and noun lies within the days of the noun: "in a vote", "in Lima"."""
    if noun.lemma.lower() in event_nouns():
        return preposition.lower in order_words("containing")
    return preposition.lower not in signals("preposition")


def _shaped(interval: Interval, signal: Signal) -> Interval | None:
    """Return the days of an act that lies to a time as a signal says: "before Friday" ends on Thursday."""
    first, last = interval.earliest, interval.latest
    if signal.relation is TemporalRelation.BEFORE:
        return Interval(latest=first - _DAY) if first and first > date.min else None
    if signal.relation is TemporalRelation.ENDED_BY:
        return Interval(latest=last) if last else None
    if signal.relation in (TemporalRelation.AFTER, TemporalRelation.BEGUN_BY):
        return Interval(earliest=first) if first else None
    return interval

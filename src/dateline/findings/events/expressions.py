"""The days that an act's own clause names for it."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.findings.events.attaching import Clock, Timed
from dateline.findings.events.clauses import lemma
from dateline.findings.events.matching import Match
from dateline.model import Happened, HappenedBasis, Interval, Sentence, Token
from dateline.resources.events import CALLING_OFF, Effect
from dateline.resources.factuality import event_nouns
from dateline.resources.order import order_words

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CONTAINING = frozenset({"in", "at", "during"})
_NEWS = timedelta(days=3)
"""How long after an act its report may come and still be news."""


def expressed(sentence: Sentence, match: Match, clock: Clock, report: Interval) -> Happened | None:
    """Return the days of the time expressions that are said of an act, or of the clause that it is a part of, or None."""
    own = {*match.reading.times, *([match.support.index] if match.support else [])}
    said = clock.at(own) or _over_nouns(match, clock, own)
    found = (
        [timed for timed in said if not _is_of_what_is_judged(sentence, match, timed, report)]
        or clock.at(_around(sentence, match))
        or [timed for timed in clock.at(_first_told(sentence, match)) if timed.leading]
    )
    if not found:
        return None
    found.sort(key=lambda timed: (abs(timed.span.start - match.anchor.start), timed.span.start))
    interval, cues = found[0].interval, [found[0].span]
    for timed in found[1:]:
        narrowed = interval.intersection(timed.interval)
        if narrowed is not None and narrowed != interval:
            interval = narrowed
            cues.append(timed.span)
    if match.anchor.pos == "NOUN":
        interval = _from_first_to_last(sentence, match, clock, found[0], interval)
    return Happened(interval=interval, basis=HappenedBasis.EXPRESSION, cues=tuple(cues))


def _is_of_what_is_judged(sentence: Sentence, match: Match, timed: Timed, report: Interval) -> bool:
    """Say whether a day some time ago is that of the event that an act judges: "condemned the attack of Peru on 3 March".

    The parser hangs such a day on the verb as often as on its object; what is judged is told when the judgement is news.
    """
    latest, today = timed.interval.latest, report.earliest
    if match.frame.effect is not Effect.JUDGE or latest is None or today is None or today - latest <= _NEWS:
        return False
    things = sentence.children(match.anchor, "dobj")
    between = [thing for thing in things if match.anchor.end <= thing.start and thing.end <= timed.span.start]
    return any(thing.lemma.lower() in event_nouns() for thing in between)


def _over_nouns(match: Match, clock: Clock, own: set[int]) -> list[Timed]:
    """Return what is said of the act by way of a noun: "signed a pact in Lima on Monday"."""
    if match.frame.flags & CALLING_OFF:
        return []  # "called off a visit on Monday" may tell either day
    thing = match.object
    found = clock.at([*own, *([thing.index] if thing is not None and match.frame.objects else [])], through=True)
    return [timed for timed in found if timed.through is None or not _is_own_act(timed.through, match)]


def _is_own_act(noun: Token, match: Match) -> bool:
    """Say whether a noun is an event of its own, and so has times of its own: the attack of "condemned the attack"."""
    if noun.dep != "dobj" or noun.lemma.lower() not in event_nouns():
        return False
    return noun is not match.object or not match.frame.objects


def _around(sentence: Sentence, match: Match) -> set[int]:
    """Return the verb of the clause whose times an act without its own shares."""
    noun = match.anchor if match.support is None and match.anchor.pos == "NOUN" else None
    if noun is not None:
        return _around_noun(sentence, noun)
    verb = match.support or match.anchor
    head = sentence.head(verb)
    if verb.dep == "advcl" and verb.tag == "VBG" and not sentence.children(verb, "mark", *_SUBJECTS, "aux"):
        return {head.index}  # "met in Lima on Monday, ending a feud"
    if verb.dep == "pcomp" and head.lower in order_words("means"):
        return {head.head}
    return set()


def _first_told(sentence: Sentence, match: Match) -> set[int]:
    """Return the first of several verbs of one subject: "On Monday X met Y and signed a pact"."""
    verb = match.support or match.anchor
    if verb.dep != "conj" or sentence.children(verb, *_SUBJECTS):
        return set()
    head = sentence.head(verb)
    return {head.index} if head.tag == verb.tag else set()


def _around_noun(sentence: Sentence, noun: Token) -> set[int]:
    head = sentence.head(noun)
    if noun.dep in _SUBJECTS and head.pos in _VERBAL and lemma(head) in order_words("happen") | order_words("due"):
        return {head.index}
    if noun.dep == "pobj" and head.lower in _CONTAINING and sentence.head(head).pos in _VERBAL:
        return {head.head}
    return set()


def _from_first_to_last(sentence: Sentence, match: Match, clock: Clock, timed: Timed, interval: Interval) -> Interval:
    """Return the days of an act of which its first day is told with the days it lasts, or its last day alone."""
    above = match.support or sentence.head(match.anchor)
    if lemma(above) in order_words("end") and match.anchor.dep in (*_SUBJECTS, "dobj") and interval.latest:
        return Interval(latest=interval.latest)
    lasting = clock.lasting(match.anchor)
    begins = timed.first or lemma(above) in order_words("begin")
    if lasting is None or not begins or interval.earliest is None:
        return interval
    return Interval(earliest=interval.earliest, latest=_later(interval.earliest, lasting - 1))


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))

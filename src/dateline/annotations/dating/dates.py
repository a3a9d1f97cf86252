"""Clues from dates that the report writes out with their year: what it tells as past, as to come, and which years it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.annotations.dating.report import Report
from dateline.annotations.dating.stamps import notes
from dateline.annotations.dating.years import last_year
from dateline.annotations.times.direction import FUTURE, LATER, PAST, direction_of, head_of, tense_of
from dateline.model import FAIR, LIKELY, Clue, Interval, Sentence, Span, TimeExpression, TimeType, Token
from dateline.resources.dating import dating_words

_WILL = frozenset({"will", "'ll", "’ll"})
_WHEN = frozenset({"in", "on", "since", "during"})
_SINCE = frozenset({"from", "since", "between", "of"})
_SUPPOSED = frozenset({"if", "unless", "until", "once", "before", "being"})
_QUOTES = '"“”'
_YEAR_ALONE, _MONTH_ALONE = len("2012"), len("2012-05")
_MOST_CLUES = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAN_WITHIN = 40
"""Characters around a date within which a word such as "election" is said of it."""


def dates(report: Report) -> Iterator[Clue]:
    """Yield what dates with a year tell of the day of writing."""
    past: dict[date, tuple[float, str]] = {}
    future: dict[date, str] = {}
    for time, sentence, days in _dated(report):
        verb = _verb_of(sentence, time.span)
        direction = _told_by_form(sentence, time) if verb is None else _told_by_verb(sentence, verb, time.span)
        if direction == PAST and days.earliest:
            weight = FAIR if verb is None else LIKELY
            past[days.earliest] = max(past.get(days.earliest, (0.0, "")), (weight, time.text))
        elif direction == FUTURE and days.latest and len(time.value or "") > _YEAR_ALONE:
            future.setdefault(days.latest, time.text)
    for day, (weight, words) in sorted(past.items(), reverse=True)[:_MOST_CLUES]:
        reason = f"tells of “{words}” as past: not before {day}"
        yield Clue(intervals=(Interval(earliest=day),), reason=reason, weight=weight)
    for day, words in sorted(future.items())[:_MOST_CLUES]:
        reason = f"tells of “{words}” as to come: not after {day}"
        yield Clue(intervals=(Interval(latest=day),), reason=reason, weight=FAIR)
    yield from last_year([days for _, _, days in _dated(report)])


def _dated(report: Report) -> Iterator[tuple[TimeExpression, Sentence, Interval]]:
    """Yield the dates with a year that are part of what the report tells, with their sentences and their days."""
    asides = notes(report.text)
    for time in report.times:
        days, sentence = _calendar(time), report.sentence_at(time.span.start)
        if days and sentence and not any(aside.covers(time.span) for aside in asides):
            yield time, sentence, days


def _calendar(time: TimeExpression) -> Interval | None:
    """Return the days of an expression that names its own year; a decade or century is no date of a report."""
    if time.type is not TimeType.DATE or not time.value or time.anchor or not _YEAR.match(time.value):
        return None
    return time.interval if _YEAR.search(time.text) else None


def _told_by_verb(sentence: Sentence, verb: Token, span: Span) -> str | None:
    """Return PAST or FUTURE where the verb of a date leaves no doubt: "met in May 2012", "will meet on ..."."""
    helpers = {helper.lower for helper in sentence.children(verb, "aux", "auxpass")}
    if helpers & _WILL:
        quoted = any(mark in token.text for token in sentence.tokens for mark in _QUOTES)
        return None if quoted or "have" in helpers else FUTURE
    between = {token.lower for token in sentence.tokens[verb.index + 1 :] if token.start < span.start}
    supposed = helpers & _SUPPOSED or any(mark.lower in _SUPPOSED for mark in sentence.children(verb, "mark"))
    is_past = verb.tag in ("VBD", "VBN") and tense_of(sentence, verb) == PAST
    return PAST if is_past and not supposed and not between & dating_words("planned") else None


def _told_by_form(sentence: Sentence, time: TimeExpression) -> str | None:
    """Return PAST for a date beside no verb where nothing says that it is to come, and such dates seldom are."""
    direction = direction_of(sentence, time.span)
    if direction in (FUTURE, LATER) or _is_of_a_plan(sentence, time.span):
        return None
    size = len(time.value or "")
    if size == _MONTH_ALONE:
        return PAST
    token = head_of(sentence, time.span)
    above = sentence.head(token) if token else None
    by_words = above is not None and (above.lower in _SINCE or above.lower in _WHEN or above.pos in ("NOUN", "PROPN"))
    return PAST if size == _YEAR_ALONE and direction == PAST and by_words else None


def _is_of_a_plan(sentence: Sentence, span: Span) -> bool:
    """Say whether the words around a date are of what is set for a year to come: "the 2016 race", "presidential hopes in 2016"."""
    near = {token.lower for token in sentence.tokens if abs(token.start - span.start) < _PLAN_WITHIN}
    return bool(near & dating_words("scheduled"))


def _verb_of(sentence: Sentence, span: Span) -> Token | None:
    """Return the verb that a date belongs to, directly or by a preposition that only says when."""
    token = head_of(sentence, span)
    if token is None or token.head == token.index:
        return None
    above = sentence.head(token)
    if above.pos == "ADP" or above.dep == "prep":
        if above.lower not in _WHEN or above.head == above.index:
            return None
        above = sentence.head(above)
    elif token.dep not in ("npadvmod", "advmod"):
        return None
    return above if above.pos in ("VERB", "AUX") else None

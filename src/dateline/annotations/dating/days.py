"""Clues from dates that the report writes out: days and years, a weekday with its day, the day of its dateline, a stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.annotations.dating.clues import Clue
from dateline.annotations.dating.report import Report
from dateline.annotations.times.direction import FUTURE, PAST, head_of, tense_of
from dateline.model import Interval, Sentence, Span, TimeExpression, TimeType, Token
from dateline.resources.dating import dating_words, month_number, month_words, weekday_number, weekday_words

YEARS = range(1980, 2041)
"""The years that a day without its year is looked for in."""

_BEFORE, _AFTER = timedelta(days=180), timedelta(days=330)
"""How long before and after a day news still writes it with its weekday and without its year."""

_WILL = frozenset({"will", "'ll", "’ll"})
_WHEN = frozenset({"in", "on", "since", "during"})
_QUOTES = '"“”'
_YEAR_ALONE = len("2012")
_MOST_CLUES = 4
_STAMP_LINES = 4
_YEAR = re.compile(r"(?:19|20)\d\d")


def days(report: Report) -> Iterator[Clue]:
    """Yield what dates with a year, weekdays with a day, the dateline and a stamp tell of the day of writing."""
    yield from _stamps(report)
    yield from _dateline(report)
    yield from _dated(report)
    yield from _weekdays(report)


def _dated(report: Report) -> Iterator[Clue]:
    past: dict[date, str] = {}
    future: dict[date, str] = {}
    for time in report.times:
        interval = _calendar(time)
        sentence = report.sentence_at(time.span.start) if interval else None
        if interval is None or sentence is None or interval.earliest is None or interval.latest is None:
            continue
        direction = _told(sentence, time.span)
        if direction == PAST:
            past.setdefault(interval.earliest, time.text)
        elif direction == FUTURE and len(time.value or "") > _YEAR_ALONE:
            future.setdefault(interval.latest, time.text)
    for day in sorted(past, reverse=True)[:_MOST_CLUES]:
        yield Clue(intervals=(Interval(earliest=day),), reason=f"tells of “{past[day]}” as past: not before {day}")
    for day in sorted(future)[:_MOST_CLUES]:
        yield Clue(intervals=(Interval(latest=day),), reason=f"tells of “{future[day]}” as to come: not after {day}")


def _calendar(time: TimeExpression) -> Interval | None:
    """Return the days of an expression that names its own year; a decade or century is no date of a report."""
    if time.type is not TimeType.DATE or not time.value or time.anchor or not _YEAR.match(time.value):
        return None
    return time.interval if _YEAR.search(time.text) else None


def _told(sentence: Sentence, span: Span) -> str | None:
    """Return PAST or FUTURE where the date belongs to a verb that leaves no doubt: "met in May 2012", "will meet on ..."."""
    verb = _verb_of(sentence, span)
    if verb is None:
        return None
    helpers = {helper.lower for helper in sentence.children(verb, "aux", "auxpass")}
    if helpers & _WILL:
        quoted = any(mark in token.text for token in sentence.tokens for mark in _QUOTES)
        return None if quoted or "have" in helpers else FUTURE
    between = {token.lower for token in sentence.tokens[verb.index + 1 :] if token.start < span.start}
    is_past = verb.tag in ("VBD", "VBN") and tense_of(sentence, verb) == PAST
    return PAST if is_past and not between & dating_words("planned") else None


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


def _dateline(report: Report) -> Iterator[Clue]:
    dateline = report.document.dateline
    if dateline is None or dateline.day is None or dateline.published_at is not None:
        return
    month, day = int(dateline.day[2:4]), int(dateline.day[5:7])
    found = tuple(Interval.on(each) for each in _in_every_year(month, day))
    yield Clue(intervals=found, reason=f"the dateline names the day {dateline.day[2:]}, without its year")


def _weekdays(report: Report) -> Iterator[Clue]:
    for sentence in report.sentences:
        for match in _weekday_with_day().finditer(sentence.span.of(report.text)):
            month = month_number(match["month1"] or match["month2"])
            weekday, day = weekday_number(match["weekday"]), int(match["day1"] or match["day2"])
            found = [each for each in _in_every_year(month, day) if each.weekday() == weekday]
            if found:
                words = " ".join(match[0].split())
                yield Clue(
                    intervals=tuple(Interval(earliest=each - _BEFORE, latest=each + _AFTER) for each in found),
                    reason=f"“{words}” without a year: near a year in which that day fell on that weekday",
                )


def _stamps(report: Report) -> Iterator[Clue]:
    lines = [line for line in report.text.splitlines() if line.strip()]
    for line in dict.fromkeys((*lines[:_STAMP_LINES], *lines[-_STAMP_LINES:])):
        match = _stamp().fullmatch(line.strip())
        if match is None:
            continue
        month = month_number(match["month1"] or match["month2"])
        found = _day(int(match["year1"] or match["year2"]), month, int(match["day1"] or match["day2"]))
        if found:
            yield Clue(intervals=(Interval.on(found),), reason=f"a line of its own dates the report: “{line.strip()}”")


def _in_every_year(month: int, day: int) -> Iterator[date]:
    for year in YEARS:
        found = _day(year, month, day)
        if found:
            yield found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # the 29th of February of a common year, or no day at all


@cache
def _weekday_with_day() -> re.Pattern[str]:
    month, weekday = month_words(), weekday_words()
    return re.compile(
        rf"\b(?P<weekday>{weekday})\.?,?\s+(?:the\s+)?"
        rf"(?:(?P<month1>{month})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b|"
        rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{month})\b)(?![\s,.]*(?:\d{{4}}|to\b|-))"
    )


@cache
def _stamp() -> re.Pattern[str]:
    month, weekday = month_words(), weekday_words()
    return re.compile(
        rf"(?:(?i:first published|published|posted|date|last updated|updated)(?i:\s+(?:on|at))?\s*:?\s*)?"
        rf"(?:\d{{1,2}}[:.]\d\d\s?(?i:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}},?\s+)?)?"
        rf"(?:(?:{weekday})\.?,?\s+)?"
        rf"(?:(?P<month1>{month})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)|"
        rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{month})\b\.?,?\s+(?P<year2>(?:19|20)\d\d))"
        rf"(?:[\s,|at-]*\d{{1,2}}[:.]\d\d\s?(?i:[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?)?\.?"
    )

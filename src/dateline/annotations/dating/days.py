"""Clues from days that the report names without their year: a weekday with its day of the month, the day of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.annotations.dating.report import Report
from dateline.model import FAIR, SURE, Clue, Interval
from dateline.resources.dating import month_number, month_words, weekday_number, weekday_words

YEARS = range(1980, 2041)
"""The years that a day without its year is looked for in."""

_BEFORE, _AFTER = timedelta(days=180), timedelta(days=330)
"""How long before and after a day news still writes it with its weekday and without its year."""

_LEAD = 3
"""Sentences in which a report with a dateline names the weekday on which it was written, or the one before."""


def days(report: Report) -> Iterator[Clue]:
    """Yield what the dateline and weekdays with a day tell of the day of writing."""
    yield from _dateline(report)
    yield from _weekdays(report)


def _dateline(report: Report) -> Iterator[Clue]:
    dateline = report.document.dateline
    if dateline is None or dateline.day is None or dateline.published_at is not None:
        return
    month, day = int(dateline.day[2:4]), int(dateline.day[5:7])
    found = list(_in_every_year(month, day))
    yield Clue(
        intervals=tuple(map(Interval.on, found)),
        reason=f"the dateline names the day {dateline.day[2:]}, without its year",
        weight=SURE,
    )
    named = {weekday_number(match[0]) for match in _lead_weekdays(report)}
    fitting = [each for each in found if named & {each.weekday(), (each - timedelta(days=1)).weekday()}]
    if fitting:
        yield Clue(
            intervals=tuple(map(Interval.on, fitting)),
            reason=f"begins with {' and '.join(sorted(match[0] for match in _lead_weekdays(report)))}: "
            "the day of its dateline or the one before was one",
            weight=FAIR,
        )


def _lead_weekdays(report: Report) -> list[re.Match[str]]:
    lead = " ".join(sentence.span.of(report.text) for sentence in report.sentences[:_LEAD])
    return list({match[0]: match for match in re.finditer(rf"\b(?:{weekday_words()})\b", lead)}.values())


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

"""Clues from what is known of a page: a line that is nothing but its date, when it appeared, was amended, was retrieved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.annotations.dating.report import Report
from dateline.model import SURE, Clue, Interval, Span
from dateline.resources.dating import dating_words, month_number, month_words, weekday_words

_STAMP_LINES = 4
_MOST_BETWEEN = 90
"""Characters between "this article appeared" and its day: pages, sections and clock times."""

_PRINTED_AFTER = timedelta(days=1)
"""What is printed on a day may have been on the web the day before."""


def stamps(report: Report) -> Iterator[Clue]:
    """Yield the days that the page gives as its own, and the day by which it was there to be retrieved."""
    retrieved = report.document.retrieved_at
    if retrieved is not None:
        reason = f"retrieved on {retrieved.local}: not written after that"
        yield Clue(intervals=(Interval(latest=retrieved.latest),), reason=reason, weight=SURE)
    lines = [line for line in report.text.splitlines() if line.strip()]
    for line in dict.fromkeys((*lines[:_STAMP_LINES], *lines[-_STAMP_LINES:])):
        match = _stamp().fullmatch(line.strip())
        day = _day(match) if match else None
        if day:
            reason = f"a line of its own dates the report: “{line.strip()}”"
            yield Clue(intervals=(Interval.on(day),), reason=reason, weight=SURE)
    for match in _note().finditer(report.text):
        day = _day(match)
        if day and match["amended"]:
            yield Clue(intervals=(Interval(latest=day),), reason=f"was amended on {day}: not written after that day")
        elif day:
            reason = f"appeared on {day}"
            yield Clue(intervals=(Interval(earliest=day - _PRINTED_AFTER, latest=day),), reason=reason, weight=SURE)


def notes(text: str) -> tuple[Span, ...]:
    """Return where a page tells when it appeared or was amended: those days are no part of what the report tells."""
    return tuple(Span(*match.span()) for match in _note().finditer(text))


def _day(match: re.Match[str]) -> date | None:
    month = month_number(match["month1"] or match["month2"])
    try:
        return date(int(match["year1"] or match["year2"]), month, int(match["day1"] or match["day2"]))
    except ValueError:
        return None


@cache
def _date_words() -> str:
    month, weekday = month_words(), weekday_words()
    return (
        rf"(?:(?:{weekday})\.?,?\s+)?"
        rf"(?:(?P<month1>{month})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)|"
        rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{month})\b\.?,?\s+(?P<year2>(?:19|20)\d\d))"
    )


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?i:first published|published|posted|date|last updated|updated)(?i:\s+(?:on|at))?\s*:?\s*)?"
        rf"(?:\d{{1,2}}[:.]\d\d\s?(?i:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}},?\s+)?)?"
        rf"{_date_words()}"
        rf"(?:[\s,|at-]*\d{{1,2}}[:.]\d\d\s?(?i:[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?)?\.?"
    )


@cache
def _note() -> re.Pattern[str]:
    amended, appeared = ("|".join(sorted(dating_words(kind))) for kind in ("amended", "appeared"))
    return re.compile(
        rf"\b(?:(?i:this|the)\s+(?:{'|'.join(sorted(dating_words('page')))})|[Pp]age|[Ll]ast|[Ff]irst)\s+"
        rf"(?:(?:was|has\s+been|last|first|originally)\s+){{0,2}}(?:(?P<amended>{amended})|(?:{appeared}))\b"
        rf"[^\n.“”\"]{{0,{_MOST_BETWEEN}}}?(?:\d{{1,2}}[:.]\d\d\s[A-Z]{{2,4}}(?:,|\son)\s+)?{_date_words()}"
    )

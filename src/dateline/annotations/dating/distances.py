"""How far a report stands from an event that it tells of, by the time expressions beside it: "two years ago", "on 12 January"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from dateline.annotations.dating.report import Report
from dateline.annotations.times.numbers import parse_number
from dateline.model import Interval, Sentence, Span, TimeExpression
from dateline.resources.distances import counts_from, days_after, length_of

_WITHOUT_YEAR = timedelta(days=365)
"""How long after a day news names it without its year."""

_NEAR_AGO = 40
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_AGO = re.compile(r"(?P<number>.+?)[\s-](?P<unit>day|week|month|year)s? ago", re.IGNORECASE)


def near(report: Report, span: Span, event: Interval) -> Iterator[tuple[str, Interval]]:
    """Yield the words beside an event at *span* that tell how long after it the report was written, with the days."""
    sentence = report.sentence_at(span.start)
    if sentence is None:
        return
    for time in report.times:
        if sentence.span.covers(time.span):
            days = _named(time, event) or _ago(time, span, event) or _after(report, sentence, time, span, event)
            if days is not None:
                yield time.text, days


def _named(time: TimeExpression, event: Interval) -> Interval | None:
    """Return the year after an event whose day or month the report names without the year."""
    if event.earliest is None or time.value not in (f"XXXX-{event.earliest:%m-%d}", f"XXXX-{event.earliest:%m}"):
        return None
    return Interval(earliest=event.earliest, latest=event.earliest + _WITHOUT_YEAR)


def _ago(time: TimeExpression, span: Span, event: Interval) -> Interval | None:
    found = _AGO.fullmatch(time.text)
    number = parse_number(found["number"]) if found else None
    gap = time.span.start - span.end
    if found is None or not isinstance(number, Fraction) or not 0 <= gap <= _NEAR_AGO:
        return None
    return days_after(event, number, _UNITS[found["unit"].lower()])


def _after(report: Report, sentence: Sentence, time: TimeExpression, span: Span, event: Interval) -> Interval | None:
    length = length_of(time.value)
    if length is None or time.span.end > span.start:
        return None
    counted = counts_from(report.text[time.span.end : span.start], before=time.span.start - sentence.span.start)
    return days_after(event, *length) if counted else None

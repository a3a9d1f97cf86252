"""How far a report stands from an event that it tells of, by the time expressions beside it: "two years ago", "on 12 January"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from dateline.annotations.dating.report import Report
from dateline.annotations.times.numbers import parse_number
from dateline.model import Interval, Sentence, Span, TimeExpression, TimeType

_WITHOUT_YEAR = timedelta(days=365)
"""How long after a day news names it without its year."""

_NEAR_AGO = 40
_AT_THE_HEAD = 16
"""Characters before an expression with which a sentence begins, for words such as "more than"."""

_SLACK = 2
_LONGEST = 40_000
"""Days."""

_UNIT_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_AGO = re.compile(r"(?P<number>.+?)[\s-](?P<unit>day|week|month|year)s? ago", re.IGNORECASE)
_LENGTH = re.compile(r"P(?P<number>\d+)(?P<unit>[DWMY])")
_AFTER = re.compile(
    r"\s+(?P<how>after|since|on\s+from)\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE
)


def near(report: Report, span: Span, event: Interval) -> Iterator[tuple[str, Interval]]:
    """Yield the words beside an event at *span* that tell how long after it the report was written, with the days."""
    sentence = report.sentence_at(span.start)
    if sentence is None or event.earliest is None or event.latest is None:
        return
    for time in report.times:
        if sentence.span.covers(time.span):
            days = _named(time, event) or _ago(time, span, event) or _since(report, sentence, time, span, event)
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
    return _later(event, number, _UNITS[found["unit"].lower()])


def _since(report: Report, sentence: Sentence, time: TimeExpression, span: Span, event: Interval) -> Interval | None:
    """Return the days by "in the two weeks since the crash", or by "Two weeks after the crash" with which a sentence begins."""
    found = _LENGTH.fullmatch(time.value or "")
    if found is None or time.type is not TimeType.DURATION or time.span.end > span.start:
        return None
    after = _AFTER.fullmatch(report.text[time.span.end : span.start])
    first = time.span.start - sentence.span.start < _AT_THE_HEAD
    if after is None or not (first or after["how"].lower() == "since"):
        return None
    return _later(event, Fraction(found["number"]), found["unit"])


def _later(event: Interval, number: Fraction, unit: str) -> Interval | None:
    """Return the days that lie so long after an event, as roughly as news counts: up to a unit more, half a unit less."""
    days = _UNIT_DAYS[unit]
    if event.earliest is None or event.latest is None or number * days > _LONGEST:
        return None
    least, most = (number - Fraction(1, 2)) * days, (number + 1) * days
    return Interval(
        earliest=event.earliest + timedelta(days=max(0, int(least) - _SLACK)),
        latest=event.latest + timedelta(days=int(most) + _SLACK),
    )

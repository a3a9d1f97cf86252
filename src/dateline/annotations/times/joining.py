"""Times of day with the day they are of: "9 a.m. Tuesday" is one expression, "on Tuesday at 9 a.m." is two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.annotations.times.calendar import shift_days
from dateline.annotations.times.context import Reading
from dateline.annotations.times.direction import FUTURE
from dateline.annotations.times.grammar import Match
from dateline.annotations.times.values import interval_of
from dateline.model import Sentence, Span
from dateline.resources.times import beside

_NO_DAY = "XXXX-XX-XX"
_DAY_LENGTH = len("2021-06-09")
_STARTS_WITH_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of the grammar where it stands, and what it means there."""

    match: Match
    sentence: Sentence
    reading: Reading


def join_clocks(text: str, found: Sequence[Found], told: date | None = None, today: date | None = None) -> list[Found]:
    """Return the expressions of a paragraph, each time of day with its day.

    The day stands beside it, else in the same sentence, else it is the last one told before: at first *told*.
    Where none was told, a time at which something happened or will is one of *today*; what is only a habit has no day.
    """
    joined: list[Found] = []
    for each in in_order(text, found):
        if joined and _touches(text, joined[-1], each):
            joined[-1] = _merged(joined[-1], each)
        else:
            joined.append(each)
    days: dict[Span, list[Found]] = {}
    for each in joined:
        if _is_day(each):
            days.setdefault(each.sentence.span, []).append(each)
    last = told.isoformat() if told else None
    dated = []
    for each in joined:
        dated.append(_dated(each, days.get(each.sentence.span, []), last, today) if _is_clock(each) else each)
        last = _day(each) if _is_day(each) else last
    return dated


def in_order(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the expressions, the weekdays of a range in order: "Monday to Friday" ends no earlier than it begins."""
    ordered = list(found)
    for place in range(1, len(ordered)):
        first, last = ordered[place - 1], ordered[place]
        if not _is_range(text, first, last):
            continue
        if last.reading.direction == FUTURE:
            ordered[place] = _moved(last, 7)
        else:
            ordered[place - 1] = _moved(first, -7)
    return ordered


def _is_range(text: str, first: Found, last: Found) -> bool:
    """Say whether two weekdays are the ends of a range, and stand in the wrong order."""
    if {first.match.row.reading, last.match.row.reading} != {"weekday"} or not (_is_day(first) and _is_day(last)):
        return False
    between = text[first.match.span.end : last.match.span.start]
    return between.strip() in beside("range") and (last.reading.value or "") < (first.reading.value or "")


def _moved(found: Found, days: int) -> Found:
    day, rest = _day(found), (found.reading.value or "")[_DAY_LENGTH:]
    moved = shift_days(date.fromisoformat(day), days)
    value = f"{moved.isoformat()}{rest}" if moved else None
    return replace(found, reading=replace(found.reading, value=value, interval=interval_of(value)))


def _is_clock(found: Found) -> bool:
    return found.match.row.reading == "clock" and (found.reading.value or "").startswith("T")


def _is_day(found: Found) -> bool:
    interval = found.reading.interval
    return _STARTS_WITH_DAY.match(found.reading.value or "") is not None and interval is not None and interval.days == 1


def _day(found: Found) -> str:
    return (found.reading.value or "")[:_DAY_LENGTH]


def _touches(text: str, first: Found, second: Found) -> bool:
    between = text[first.match.span.end : second.match.span.start]
    return _is_clock(first) and _is_day(second) and between.strip() in beside("joint")


def _merged(clock: Found, day: Found) -> Found:
    span = Span(clock.match.span.start, day.match.span.end)
    value = f"{_day(day)}{clock.reading.value}"
    reading = replace(day.reading, value=value, mod=clock.reading.mod or day.reading.mod)
    return Found(match=replace(clock.match, span=span), sentence=clock.sentence, reading=reading)


def _dated(clock: Found, days: Sequence[Found], last: str | None, today: date | None) -> Found:
    """Return a time of day on the nearest day that its sentence names; with none, on the *last* one told, or *today*."""
    place = clock.match.span.start
    nearest = min(days, key=lambda day: abs(day.match.span.start - place), default=None)
    if nearest is not None:
        day, anchor = _day(nearest), nearest.reading.anchor
    elif last is not None:
        day, anchor = last, "told"
    elif today is not None and clock.reading.direction is not None:
        day, anchor = today.isoformat(), "document"
    else:
        day, anchor = _NO_DAY, None
    value = f"{day}{clock.reading.value}"
    return replace(clock, reading=replace(clock.reading, value=value, interval=interval_of(value), anchor=anchor))

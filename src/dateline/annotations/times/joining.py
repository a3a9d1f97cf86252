"""Times of day with the day they are of: "9 a.m. Tuesday" is one expression, "on Tuesday at 9 a.m." is two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.annotations.times.context import Reading
from dateline.annotations.times.grammar import Match
from dateline.annotations.times.values import interval_of
from dateline.model import Sentence, Span

_JOINTS = frozenset({" ", ", ", " on ", ", on "})
_DAY_LENGTH = len("2021-06-09")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of the grammar where it stands, and what it means there."""

    match: Match
    sentence: Sentence
    reading: Reading


def join_clocks(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the expressions of a paragraph, each time of day with its day: beside it, else in the same sentence."""
    joined: list[Found] = []
    for each in found:
        if joined and _touches(text, joined[-1], each):
            joined[-1] = _merged(joined[-1], each)
        else:
            joined.append(each)
    days: dict[Span, list[Found]] = {}
    for each in joined:
        if _is_day(each):
            days.setdefault(each.sentence.span, []).append(each)
    return [_dated(each, days.get(each.sentence.span, [])) if _is_clock(each) else each for each in joined]


def _is_clock(found: Found) -> bool:
    return found.match.row.reading == "clock" and (found.reading.value or "").startswith("T")


def _is_day(found: Found) -> bool:
    value = found.reading.value or ""
    return len(value) == _DAY_LENGTH and found.reading.interval is not None and found.reading.interval.days == 1


def _touches(text: str, first: Found, second: Found) -> bool:
    between = text[first.match.span.end : second.match.span.start]
    return _is_clock(first) and _is_day(second) and between in _JOINTS


def _merged(clock: Found, day: Found) -> Found:
    span = Span(clock.match.span.start, day.match.span.end)
    value = f"{day.reading.value}{clock.reading.value}"
    reading = replace(day.reading, value=value, mod=clock.reading.mod or day.reading.mod)
    return Found(match=replace(clock.match, span=span), sentence=clock.sentence, reading=reading)


def _dated(clock: Found, days: Sequence[Found]) -> Found:
    """Return a time of day on the nearest day that its sentence names; with none, on a day that is not known."""
    place = clock.match.span.start
    nearest = min(days, key=lambda day: abs(day.match.span.start - place), default=None)
    day = nearest.reading.value if nearest else "XXXX-XX-XX"
    value = f"{day}{clock.reading.value}"
    anchor = nearest.reading.anchor if nearest else None
    reading = replace(clock.reading, value=value, interval=interval_of(value), anchor=anchor)
    return replace(clock, reading=reading)

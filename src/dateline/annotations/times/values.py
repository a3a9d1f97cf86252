"""TIMEX3 values as intervals of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateline.annotations.times.calendar import shift_month
from dateline.model import Interval

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def interval_of(value: str | None) -> Interval | None:
    """Return the days that a TIMEX3 value names, or None where it names none (a duration, a set, an open date).

    >>> interval_of("2023-W11")
    Interval(earliest=datetime.date(2023, 3, 13), latest=datetime.date(2023, 3, 19))
    """
    if value is None:
        return None
    for pattern, read in _SHAPES:
        if found := pattern.fullmatch(value):
            try:
                return read(*found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _day(year: str, month: str, day: str) -> Interval:
    return Interval.on(date(int(year), int(month), int(day)))


def _month(year: str, month: str) -> Interval:
    return _months(int(year), int(month), 1)


def _months(year: int, month: int, count: int) -> Interval:
    last_year, last_month = shift_month(year, month, count - 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Interval(earliest=date(year, month, 1), latest=last)


def _week(year: str, week: str) -> Interval:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return Interval(earliest=monday, latest=monday + timedelta(days=6))


def _weekend(year: str, week: str) -> Interval:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return Interval(earliest=saturday, latest=saturday + timedelta(days=1))


def _quarter(year: str, quarter: str) -> Interval:
    return _months(int(year), int(quarter) * 3 - 2, 3)


def _half(year: str, half: str) -> Interval:
    return _months(int(year), int(half) * 6 - 5, 6)


def _season(year: str, season: str) -> Interval:
    return _months(int(year), _SEASONS[season], 3)


def _years(prefix: str) -> Interval:
    first, last = int(prefix.ljust(4, "0")), int(prefix.ljust(4, "9"))
    return Interval(earliest=date(max(first, 1), 1, 1), latest=date(last, 12, 31))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{2,4})"), _years),
)


def narrowed(interval: Interval | None, part: str, anchor: date | None) -> Interval | None:
    """Return the part of an interval that "early", "mid" or "late" leaves, a third of it, or "the first half of", a half.

    "past" and "rest" ("earlier this year", "later this week") run up to the anchor and from it on.
    """
    if interval is None or interval.earliest is None or interval.latest is None or not part:
        return interval
    if part in ("past", "rest"):
        return _beside(interval, part, anchor)
    length = (interval.latest - interval.earliest).days + 1
    third, half = round(length / 3), length // 2
    cuts = {
        "start": (0, third),
        "mid": (third, length - third),
        "end": (length - third, length),
        "first": (0, half),
        "second": (half, length),
    }
    first, beyond = cuts[part]
    if first >= beyond:
        return interval
    start = interval.earliest
    return Interval(earliest=start + timedelta(days=first), latest=start + timedelta(days=beyond - 1))


def _beside(interval: Interval, part: str, anchor: date | None) -> Interval:
    if anchor is None:
        return interval
    side = Interval(latest=anchor) if part == "past" else Interval(earliest=anchor)
    return interval.intersection(side) or interval

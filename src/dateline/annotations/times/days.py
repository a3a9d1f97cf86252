"""Readings of days by name: weekdays, yesterday and its kin, parts of days, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

from dateline.annotations.times.calendar import holiday, shift_days, weekday_by, weekday_from
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.dates import dated, nearest, reach_of
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.numbers import parse_number
from dateline.annotations.times.periods import period_value
from dateline.resources.times import holidays

_MOST_WEEKS = 1000
_MOST_DAYS = 1000
_MIDWEEK = 3


def weekday(parts: Parts, context: Context) -> Reading | None:
    """Read a weekday by the tense around it: up to the report's day, or from it on."""
    number = int(parts["weekday"])
    anchor = context.anchor
    if anchor.day is None:
        return Reading(value=f"XXXX-WXX-{number}{parts.get('daypart', '')}")
    future = context.direction == FUTURE
    day = weekday_from(anchor.day, number) if future else weekday_by(anchor.day, number)
    return dated(day, anchor, parts, FUTURE if future else PAST)


def relative_weekday(parts: Parts, context: Context) -> Reading | None:
    """Read "last Tuesday", "next Tuesday", "Tuesday next week", "the following Tuesday"."""
    number, step = int(parts["weekday"]), int(parts.get("relation") or parts["told"])
    day = context.told.day if "told" in parts else context.anchor.day
    if day is None:
        return Reading(value=f"XXXX-WXX-{number}")
    if context.argument == "week":
        monday = shift_days(day, 7 * step - day.isoweekday() + 1)
        found = weekday_from(monday, number) if monday else None
    elif step == 0:
        past = context.direction == PAST
        found = weekday_by(day, number) if past else weekday_from(day, number)
        return dated(found, context.anchor, parts, PAST if past else FUTURE)
    elif step < 0:
        found = weekday_by(shift_days(day, -1) or day, number)
    else:
        found = weekday_from(shift_days(day, 1) or day, number)
    return dated(found, context.anchor, parts, FUTURE if step > 0 else PAST)


def weekdays_ago(parts: Parts, context: Context) -> Reading | None:
    """Read "two Mondays ago"."""
    number, day = parse_number(parts["number"]), context.anchor.day
    if day is None or not isinstance(number, Fraction) or not 1 <= number <= _MOST_WEEKS:
        return Reading(value=None)
    last = weekday_by(shift_days(day, -1) or day, int(parts["weekday"]))
    return dated(shift_days(last, -7 * (int(number) - 1)) if last else None, context.anchor, parts, PAST)


def nights_ago(parts: Parts, context: Context) -> Reading | None:
    """Read "two nights ago"."""
    number = parse_number(parts["number"])
    if not isinstance(number, Fraction) or not 1 <= number <= _MOST_DAYS:
        return Reading(value=None)
    return _shifted(-int(number), parts, context)


def deictic(parts: Parts, context: Context) -> Reading | None:
    """Read "yesterday", "today", "tomorrow night"."""
    return _shifted(int(parts["deictic"]), parts, context)


def deictic_daypart(parts: Parts, context: Context) -> Reading | None:
    """Read "this morning", "last night"; "next morning" counts from what was told."""
    return _shifted(int(parts["relation"]), parts, context)


def told_daypart(parts: Parts, context: Context) -> Reading | None:
    """Read "the next morning" from the day that was told before."""
    day = context.told.day
    found = shift_days(day, int(parts.get("told", "0"))) if day else None
    return Reading(value=f"{found.isoformat()}{parts['daypart']}" if found else None, anchor="told")


def daypart_alone(parts: Parts, context: Context) -> Reading | None:
    """Read "tonight"."""
    return _shifted(0, {"daypart": context.argument}, context)


def overnight(parts: Parts, context: Context) -> Reading | None:
    """Read "overnight": the night before the report's day, unless it is to come."""
    step = 0 if context.direction == FUTURE else -1
    return _shifted(step, {"daypart": context.argument}, context)


def read_holiday(parts: Parts, context: Context) -> Reading | None:
    """Read a holiday's name, in the year given or the nearest one in the direction that the text tells."""
    rule = _holiday_rule(parts["holiday"])
    if rule is None:
        return None
    found = _holiday(rule, parts, context)
    if found.value and "period" in parts:
        return replace(found, value=_around(date.fromisoformat(found.value), parts["period"]))
    return found


def _around(day: date, period: str) -> str | None:
    """Return the week or the weekend of a holiday; the weekend of a Monday or Tuesday is the one before."""
    early = period == "WE" and day.isoweekday() < _MIDWEEK
    return period_value(period, -1 if early else 0, Anchor.on(day, label="holiday"))


def _holiday(rule: str, parts: Parts, context: Context) -> Reading:
    if "year" in parts:
        day = holiday(rule, int(parts["year"]))
        return Reading(value=day.isoformat() if day else None)
    anchor = context.anchor
    if anchor.day is None:
        return Reading(value=None)
    step = parts.get("relation")
    direction = {"-1": PAST, "1": FUTURE}.get(step or "", context.direction)
    days = (
        [day for year in range(anchor.year - 1, anchor.year + 2) if (day := holiday(rule, year))] if anchor.year else []
    )
    return dated(nearest(days, anchor.day, direction, reach=reach_of(context)), anchor, {}, direction)


def _holiday_rule(name: str) -> str | None:
    return next((rule for pattern, rule in _holiday_patterns() if pattern.fullmatch(name)), None)


@cache
def _holiday_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern.replace("{s}", "['’]s"), re.I), rule) for pattern, rule in holidays())


def _shifted(step: int, parts: Parts, context: Context) -> Reading:
    day = context.anchor.day
    return dated(shift_days(day, step) if day else None, context.anchor, parts, None)

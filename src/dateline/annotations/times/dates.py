"""Readings of calendar dates: days, months, years, weekdays, yesterday and its kin, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.annotations.times.calendar import holiday, iso_week, make_date, shift_days, shift_month
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.numbers import parse_year
from dateline.annotations.times.orders import DMY, MDY
from dateline.annotations.times.values import interval_of
from dateline.model import Interval
from dateline.resources.times import beside, word_value

_NAMES_OF_PEOPLE = frozenset({"PERSON"})
_MAY = 5
_HALF_WEEK = timedelta(days=3)
_WEEKS_OF_A_MONTH = 5
"""How many weeks a month can touch, counted from its first day."""
_FAR_DAYS, _FAR_MONTHS = 270, 9
_FAR_BACK, _FAR_AHEAD = 300, 335
"""From this far on a date without a year is read as the nearest one, whatever the tense; where that leaves no doubt, later."""
_AMBIGUOUS = frozenset({"03", "04", "05", "06", "08"})


def calendar(parts: Parts, context: Context) -> Reading | None:
    """Read a day, a month, or both, with or without a year."""
    year, month, day = _number(parts, "year"), _number(parts, "month"), _number(parts, "day")
    if day is None and "ordinal" in parts:
        day = int(parts["ordinal"])
    if "spoken" in parts or "short" in parts:
        year = named_year(parts, context)
    if month is None:
        return _day_of_weekday(int(parts["weekday"]), day or 0, context)
    if day is None:
        return _month(year, month, context)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return Reading(value=None)
    if "relation" in parts and context.anchor.year:
        year = context.anchor.year + int(parts["relation"])
    found = _month_day(year, month, day, parts.get("weekday"), context)
    return replace(found, value=f"{found.value}{parts['daypart']}") if found.value and "daypart" in parts else found


def named_year(parts: Parts, context: Context) -> int | None:
    """Return the year given: in figures, in words, or as "’69", which is the last such before the report."""
    if "short" not in parts:
        return int(parts["year"]) if "year" in parts else parse_year(parts["spoken"])
    this_year = context.anchor.year
    return this_year - (this_year - int(parts["short"])) % 100 if this_year else None


def day_alone(parts: Parts, context: Context) -> Reading | None:
    """Read "on the 9th": of the report's month or of the one beside it, as the direction tells."""
    anchor, day = context.anchor, _number(parts, "day")
    if anchor.day is None or anchor.year is None or anchor.month is None or day is None:
        return Reading(value=None)
    months = [shift_month(anchor.year, anchor.month, step) for step in (-1, 0, 1)]
    near = [found for month in months if (found := make_date(*month, day))]
    return dated(nearest(near, anchor.day, context.direction), anchor, {}, context.direction)


def nth_weekday(parts: Parts, context: Context) -> Reading | None:
    """Read "the first Monday in June", "the last Friday of May 2019"."""
    found = calendar({name: part for name, part in parts.items() if name in ("month", "year")}, context)
    days = interval_of(found.value) if found else None
    if found is None or days is None or days.earliest is None:
        return Reading(value=None)
    first = days.earliest
    nth = -1 if "last" in parts else int(parts["ordinal"])
    day = holiday(f"{first.month:02d}-{parts['weekday']}#{nth}", first.year) if nth <= _WEEKS_OF_A_MONTH else None
    return replace(found, value=day.isoformat() if day else None)


def week_of_month(parts: Parts, context: Context) -> Reading | None:
    """Read "the first week of June", "the last week of May 2019" as the week that lies mostly in it."""
    found = calendar({name: part for name, part in parts.items() if name in ("month", "year")}, context)
    days = interval_of(found.value) if found else None
    if found is None or days is None or days.earliest is None or days.latest is None:
        return Reading(value=None)
    if "last" in parts:
        return replace(found, value=iso_week(days.latest - _HALF_WEEK))
    nth = int(parts["ordinal"])
    day = shift_days(days.earliest + _HALF_WEEK, 7 * (nth - 1)) if nth <= _WEEKS_OF_A_MONTH else None
    return replace(found, value=iso_week(day) if day else None)


def day_range(parts: Parts, context: Context) -> Reading | None:
    """Read "12-14 June" as an ISO 8601 interval of two days."""
    last = calendar(parts, context)
    first = calendar({**parts, "day": parts["low"]}, context)
    if first is None or last is None or first.value is None or last.value is None:
        return Reading(value=None)
    earliest, latest = interval_of(first.value), interval_of(last.value)
    if earliest is None or latest is None or first.value >= last.value:
        return Reading(value=None)
    interval = Interval(earliest=earliest.earliest, latest=latest.latest)
    return Reading(value=f"{first.value}/{last.value}", interval=interval, anchor=last.anchor, direction=last.direction)


def numeric(parts: Parts, context: Context) -> Reading | None:
    """Read 9/6/2021 by the order that is the report's (see orders.py); None as value where nothing decides."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    readings = {DMY: make_date(year, second, first), MDY: make_date(year, first, second)}
    possible = {day for day in readings.values() if day}
    day = readings.get(context.date_order) if len(possible) > 1 else next(iter(possible), None)
    return Reading(value=day.isoformat() if day else None)


def year(parts: Parts, context: Context) -> Reading | None:
    """Read a year, unless the number counts something."""
    number = parse_year(parts["spoken"]) if "spoken" in parts else int(parts["year"])
    if number is None:
        return None
    head = context.head
    bare = len(context.span) == 4 and head is not None
    if bare and head and head.dep == "nummod" and _counts(context, number):
        return None
    return Reading(value=f"{number:04d}")


def year_range(parts: Parts, context: Context) -> Reading | None:
    """Read "2014-16", "2014/15" as an ISO 8601 interval of two years; with a slash the second follows the first."""
    first, last = parts["year"], parts["last"]
    last = first[: 4 - len(last)] + last
    length = int(last) - int(first)
    if length < 1 or ("next" in parts and length > 1):
        return None
    earliest, latest = interval_of(first), interval_of(last)
    interval = Interval(earliest=earliest.earliest, latest=latest.latest) if earliest and latest else None
    return Reading(value=f"{first}/{last}", interval=interval)


def relative_month(parts: Parts, context: Context) -> Reading | None:
    """Read "last June", "June next year"; the month beside the report's own is no "last May" but "last month"."""
    month, step = int(parts["month"]), int(parts.get("relation") or parts["told"])
    anchor = context.anchor
    if anchor.year is None:
        return Reading(value=f"XXXX-{month:02d}")
    if step == 0 or anchor.month is None or context.argument == "year":
        return Reading(value=f"{anchor.year + step:04d}-{month:02d}", anchor=anchor.label)
    found = anchor.year
    if step < 0 and month >= anchor.month - 1:
        found -= 1
    if step > 0 and month <= anchor.month + 1:
        found += 1
    return Reading(value=f"{found:04d}-{month:02d}", anchor=anchor.label, direction=PAST if step < 0 else FUTURE)


def week_of(parts: Parts, context: Context) -> Reading | None:
    """Read "the week of June 9"."""
    found = calendar(parts, context)
    if found is None or found.value is None or "X" in found.value:
        return Reading(value=None)
    return Reading(value=iso_week(date.fromisoformat(found.value)), anchor=found.anchor, direction=found.direction)


def _number(parts: Parts, name: str) -> int | None:
    digits = re.match(r"\d+", parts.get(name, ""))
    return int(digits[0]) if digits else None


def _month(year: int | None, month: int, context: Context) -> Reading | None:
    if not 1 <= month <= 12:
        return Reading(value=None)
    if year is not None:
        return Reading(value=f"{year:04d}-{month:02d}")
    if not _is_month(month, context):
        return None
    anchor = context.anchor
    if anchor.year is None or anchor.month is None:
        return Reading(value=f"XXXX-{month:02d}")
    found = _nearest_month(anchor, month, context)
    return Reading(value=f"{found:04d}-{month:02d}", anchor=anchor.label, direction=context.direction)


def _nearest_month(anchor: Anchor, month: int, context: Context) -> int:
    this_year, this_month = anchor.year or 0, anchor.month or 0
    since, until = (this_month - month) % 12, (month - this_month) % 12
    if context.direction == PAST and (since < _FAR_MONTHS or context.surely_past):
        return shift_month(this_year, this_month, -since)[0]
    if context.surely_future or (context.direction == FUTURE and until < _FAR_MONTHS):
        return shift_month(this_year, this_month, until)[0]
    return shift_month(this_year, this_month, -since if since <= until else until)[0]


def _month_day(year: int | None, month: int, day: int, weekday: str | None, context: Context) -> Reading:
    if year is not None:
        found = make_date(year, month, day)
        return Reading(value=found.isoformat() if found else None)
    if make_date(2000, month, day) is None:
        return Reading(value=None)
    anchor = context.anchor
    if anchor.day is None:
        return Reading(value=f"XXXX-{month:02d}-{day:02d}")
    steps = range(-6, 7) if weekday else (-1, 0, 1)
    near = [found for step in steps if (found := make_date(anchor.day.year + step, month, day))]
    if weekday:
        near = [found for found in near if found.isoweekday() == int(weekday)] or near
        return dated(nearest(near, anchor.day, None), anchor, {}, context.direction)
    return dated(nearest(near, anchor.day, context.direction, reach=reach_of(context)), anchor, {}, context.direction)


def reach_of(context: Context) -> int:
    """Return how many days off a date without a year is still read in the direction that the text tells."""
    if context.surely_future:
        return _FAR_AHEAD
    return _FAR_BACK if context.direction == PAST and context.surely_past else _FAR_DAYS


def nearest(days: list[date], anchor: date, direction: str | None, *, reach: int = _FAR_DAYS) -> date | None:
    """Return the nearest day in a direction, or in any, where that one is beyond *reach*: a writer would name its year."""

    def distance(day: date) -> tuple[int, date]:
        return abs((day - anchor).days), day

    if direction:
        ahead = [day for day in days if (day <= anchor if direction == PAST else day >= anchor)]
        found = min(ahead, key=distance, default=None)
        if found and distance(found)[0] <= reach:
            return found
    return min(days, key=distance, default=None)


def _day_of_weekday(number: int, day: int, context: Context) -> Reading:
    """Read "Wednesday the 9th": the nearest month whose 9th is a Wednesday."""
    anchor = context.anchor
    if anchor.year is None or anchor.month is None:
        return Reading(value=None)
    for step in (0, -1, 1, -2, 2):
        found = make_date(*shift_month(anchor.year, anchor.month, step), day)
        if found and found.isoweekday() == number:
            return Reading(value=found.isoformat(), anchor=anchor.label)
    return Reading(value=None)


def dated(day: date | None, anchor: Anchor, parts: Parts, direction: str | None) -> Reading:
    """Return the reading of a day, with the part of the day that was named."""
    if day is None:
        return Reading(value=None)
    return Reading(value=f"{day.isoformat()}{parts.get('daypart', '')}", anchor=anchor.label, direction=direction)


def _is_month(month: int, context: Context) -> bool:
    """Say whether a bare "May" or "April" is the month, not the verb or the name."""
    tokens = context.sentence.tokens
    inside = [token for token in tokens if token.start < context.span.end and context.span.start < token.end]
    word = next((token for token in inside if word_value("month", token.text)), None)
    if word is None or word.label in _NAMES_OF_PEOPLE:
        return False
    if f"{month:02d}" not in _AMBIGUOUS:
        return True
    if word.index == 0:
        return False
    before = tokens[word.index - 1]
    if before.lower in beside("hyphen"):
        return True
    if word.pos != "PROPN":
        return False
    return before.lower in beside("beside_month") or (
        word.dep == "compound" and before.pos in ("DET", "PRON") and month != _MAY
    )


def _counts(context: Context, number: int) -> bool:
    """Say whether a number like 2000 before a plural noun counts it ("2000 troops", but "2019 elections")."""
    head = context.head
    noun = context.sentence.head(head) if head else None
    if head is None or noun is None or noun.tag != "NNS" or noun.index < head.index:
        return False
    return number % 100 == 0 or noun.label == "QUANTITY" or noun.lemma.lower() in beside("counted")

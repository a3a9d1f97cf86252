"""Readings of quarters and halves of a year, as companies report them: numbered, latest, ended, compared with."""

from __future__ import annotations

from dateline.annotations.times.calendar import quarter_of, shift_month, shift_quarter
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.direction import FUTURE, PAST

_QUARTERS = 4
_HALF_YEAR = 6

Quarter = tuple[int, int]
"""A year and the number of its quarter."""


def quarter(parts: Parts, context: Context) -> Reading | None:
    """Read "the third quarter of 2019", "last year's third quarter"; "the third quarter" by the tense around it."""
    number = int(parts.get("ordinal") or context.argument)
    if not 1 <= number <= _QUARTERS:
        return None
    if "year" in parts:
        return Reading(value=_value((int(parts["year"]), number)))
    year = _year_of(number, parts, context)
    if year is None:
        return Reading(value=None)
    return Reading(value=_value((year, number)), anchor=context.anchor.label, direction=context.direction)


def _year_of(number: int, parts: Parts, context: Context) -> int | None:
    year, month = context.anchor.year, context.anchor.month
    if year is None or "relation" in parts:
        return year + int(parts["relation"]) if year else None
    if month is None:
        return year
    current = quarter_of(month)
    since = (current - number) % _QUARTERS
    if since <= 1 or context.direction == PAST:
        return shift_quarter(year, current, -since)[0]
    return shift_quarter(year, current, (number - current) % _QUARTERS)[0] if context.direction == FUTURE else year


def latest_quarter(parts: Parts, context: Context) -> Reading | None:
    """Read "the latest quarter", "the quarter" as the one told before, else the last that is over."""
    latest = context.told.quarter or _latest(context.anchor)
    return Reading(value=_value(latest) if latest else None, anchor=context.anchor.label)


def ended_quarter(parts: Parts, context: Context) -> Reading | None:
    """Read "the quarter ended June 30" as the one told before, else as that of the calendar with its last month."""
    anchor, month = context.anchor, int(parts["month"])
    if context.told.quarter is not None:
        return Reading(value=_value(context.told.quarter), anchor="told")
    if anchor.year is None or anchor.month is None:
        return Reading(value=None)
    year, last = shift_month(anchor.year, anchor.month, -((anchor.month - month) % 12))
    return Reading(value=_value((year, quarter_of(last))), anchor=anchor.label)


def compared_quarter(parts: Parts, context: Context) -> Reading | None:
    """Read "the year-earlier quarter", "the same period last year": as long as the figures told before are of.

    With nothing told, a "year-earlier period" is a quarter, but "the same period last year" no more than a year.
    """
    told, number = context.told, int(parts.get("ordinal") or 0)
    base = told.quarter if number or "exact" in parts else told.compared
    if base is None and context.argument == "quarter" and not told.longer:
        base = _latest(context.anchor)
    year = int(parts["year"]) if "year" in parts else _compared_year(base, parts, context.anchor)
    if year is None:
        return Reading(value=None)
    number = number or (base[1] if base else 0)
    return Reading(value=_value((year, number)) if number else f"{year:04d}", anchor="told")


def _compared_year(base: Quarter | None, parts: Parts, anchor: Anchor) -> int | None:
    year = base[0] if base else anchor.year
    return year + int(parts.get("relation", "-1")) if year else None


def half(parts: Parts, context: Context) -> Reading | None:
    """Read the first or second half of a year; one that lies ahead is last year's where the text tells of the past."""
    number = int(parts.get("ordinal") or 2)
    if number not in (1, 2):
        return None
    if "year" in parts:
        return Reading(value=f"{parts['year']}-H{number}")
    anchor = context.anchor
    if anchor.year is None:
        return Reading(value=None)
    ahead = number == 2 and (anchor.month or 12) <= _HALF_YEAR and context.direction == PAST
    year = anchor.year + int(parts.get("relation") or -ahead)
    return Reading(value=f"{year:04d}-H{number}", anchor=anchor.label)


def _latest(anchor: Anchor) -> Quarter | None:
    if anchor.year is None or anchor.month is None:
        return None
    return shift_quarter(anchor.year, quarter_of(anchor.month), -1)


def _value(quarter: Quarter) -> str:
    return f"{quarter[0]:04d}-Q{quarter[1]}"

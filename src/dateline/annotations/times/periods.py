"""Readings of periods: weeks, months, years, seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from datetime import date

from dateline.annotations.times.calendar import iso_week, quarter_of, shift_days, shift_month, shift_quarter
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.dates import named_year
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.values import interval_of, narrowed

_MONTH_LENGTH = len("2021-06")
_POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your", "its"})
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def relative_period(parts: Parts, context: Context) -> Reading | None:
    """Read "last week", "this year", "next month", "the weekend"."""
    step = int(parts.get("relation") or context.argument or 0)
    direction = {-1: PAST, 1: FUTURE}.get(step)
    if context.head is not None and context.head.pos == "PROPN" and context.head.text.istitle():
        return None
    if parts["period"] == "WE" and step <= 0 and context.direction != FUTURE and "relation" not in parts:
        day = context.anchor.day
        step, direction = (0 if day and day.isoweekday() >= 6 else -1), PAST
    anchor = told_anchor(context) if not step and _of_told(parts, context) else context.anchor
    value = period_value(parts["period"], step, anchor)
    return Reading(value=value, anchor=anchor.label, direction=direction)


def _of_told(parts: Parts, context: Context) -> bool:
    """Say whether "the month", "later in the day" are those told before, not the report's."""
    told = context.told
    if parts["period"] == "D":
        return told.day is not None
    return parts["period"] == "M" and "relation" not in parts and len(told.value or "") == _MONTH_LENGTH


def told_period(parts: Parts, context: Context) -> Reading | None:
    """Read "the following year", "that month" from the date that was told before."""
    step = int(parts["told"])
    value = period_value(parts["period"], step, told_anchor(context))
    if value is None and step > 0 and context.direction == FUTURE:
        value = period_value(parts["period"], step, context.anchor)
        return Reading(value=value, anchor=context.anchor.label, direction=FUTURE)
    return Reading(value=value, anchor="told")


def told_anchor(context: Context) -> Anchor:
    """Return what the last date that was told fixes."""
    value, day = context.told.value, context.told.day
    if day is not None:
        return Anchor.on(day, label="told")
    if value and value[:4].isdigit():
        month = int(value[5:7]) if len(value) == 7 and value[5:7].isdigit() else None
        return Anchor(year=int(value[:4]), month=month, label="told")
    return Anchor(label="told")


def period_value(unit: str, step: int, anchor: Anchor) -> str | None:
    """Return the period *step* units from the anchor's own, or None where the anchor is too coarse for the unit."""
    if unit in ("Y", "10Y", "100Y"):
        return _years(unit, step, anchor.year)
    if unit in ("M", "Q"):
        if anchor.year is None or anchor.month is None:
            return None
        if unit == "Q":
            return "{:04d}-Q{}".format(*shift_quarter(anchor.year, quarter_of(anchor.month), step))
        return "{:04d}-{:02d}".format(*shift_month(anchor.year, anchor.month, step))
    if anchor.day is None:
        return None
    return _days(unit, step, anchor.day)


def _years(unit: str, step: int, year: int | None) -> str | None:
    if year is None:
        return None
    if unit == "Y":
        return f"{year + step:04d}"
    return f"{year // 10 + step:03d}" if unit == "10Y" else f"{year // 100 + step:02d}"


def _days(unit: str, step: int, anchor: date) -> str | None:
    size = 7 if unit in ("W", "WE") else 1
    day = shift_days(anchor, step * size)
    if day is None:
        return None
    if unit == "D":
        return day.isoformat()
    return iso_week(day) + ("-WE" if unit == "WE" else "")


def year_end(parts: Parts, context: Context) -> Reading | None:
    """Read "year-end" as the end of the report's year, or of the year before where the text tells of the past."""
    year = context.anchor.year
    if year is None:
        return Reading(value=None)
    early = context.direction == PAST and (context.anchor.month or 12) <= 6
    value = f"{year - early:04d}"
    interval = narrowed(interval_of(value), "end", context.anchor.day)
    return Reading(value=value, mod="END", interval=interval, anchor=context.anchor.label)


def season(parts: Parts, context: Context) -> Reading | None:
    """Read a season: of a year, last or next, else the nearest that the direction allows."""
    name = parts["season"]
    if "year" in parts or "spoken" in parts or "short" in parts:
        year = named_year(parts, context)
        return Reading(value=f"{year:04d}-{name}" if year else None)
    anchor = told_anchor(context) if "told" in parts else context.anchor
    if anchor.year is None or anchor.month is None:
        return Reading(value=f"XXXX-{name}")
    step = int(parts.get("relation") or parts.get("told") or 0)
    year = _season_year(name, step, anchor.year, anchor.month, context.direction)
    return Reading(value=f"{year:04d}-{name}", anchor=anchor.label, direction=context.direction)


def _season_year(name: str, step: int, year: int, month: int, direction: str | None) -> int:
    first, last = _SEASON_MONTHS[name]
    if step < 0 or (step == 0 and direction == PAST):
        over = month > last if step < 0 else month >= first
        return year if over else year - 1
    if step > 0 or direction == FUTURE:
        ahead = month < first if step > 0 else month <= last
        return year if ahead else year + 1
    return year


def quarter(parts: Parts, context: Context) -> Reading | None:
    """Read a quarter: numbered, of a year or not; the latest; the same one a year earlier."""
    anchor = context.anchor
    number = int(parts["ordinal"]) if "ordinal" in parts else None
    if number is not None and not 1 <= number <= 4:
        return None
    if context.argument == "told":
        number = context.told.quarter[1] if context.told.quarter else None
    if "year" in parts:
        year = int(parts["year"])
        return Reading(
            value=f"{year:04d}-Q{number}" if number else f"{year:04d}", anchor="told" if not number else None
        )
    if context.argument == "ended":
        return _quarter_ended(int(parts["month"]), anchor)
    if anchor.year is None:
        return Reading(value=None)
    if context.argument == "year_ago":
        return _year_ago(number, context)
    if number is not None:
        year = _quarter_year(number, parts, context)
        return Reading(value=f"{year:04d}-Q{number}", anchor=anchor.label)
    latest = context.told.quarter or _latest(anchor)
    return Reading(value="{:04d}-Q{}".format(*latest) if latest else None, anchor=anchor.label)


def _quarter_ended(month: int, anchor: Anchor) -> Reading:
    """Read "the quarter ended June 30" as the quarter of the calendar that its last month lies in."""
    if anchor.year is None or anchor.month is None:
        return Reading(value=None)
    year, last = shift_month(anchor.year, anchor.month, -((anchor.month - month) % 12))
    return Reading(value=f"{year:04d}-Q{quarter_of(last)}", anchor=anchor.label)


def _quarter_year(number: int, parts: Parts, context: Context) -> int:
    year = context.anchor.year or 0
    if "relation" in parts:
        return year + int(parts["relation"])
    current = quarter_of(context.anchor.month) if context.anchor.month else None
    if current is None:
        return year
    since = (current - number) % 4
    if since <= 1 or context.direction == PAST:
        return shift_quarter(year, current, -since)[0]
    return shift_quarter(year, current, (number - current) % 4)[0] if context.direction == FUTURE else year


def _latest(anchor: Anchor) -> tuple[int, int] | None:
    if anchor.year is None or anchor.month is None:
        return None
    return shift_quarter(anchor.year, quarter_of(anchor.month), -1)


def _year_ago(number: int | None, context: Context) -> Reading:
    base = context.told.quarter or _latest(context.anchor)
    if base is None:
        return Reading(value=None)
    return Reading(value=f"{base[0] - 1:04d}-Q{number or base[1]}", anchor="told")


def half(parts: Parts, context: Context) -> Reading | None:
    """Read the first or second half of a year."""
    number = int(parts.get("ordinal") or 2)
    if number not in (1, 2):
        return None
    year = int(parts["year"]) if "year" in parts else context.anchor.year
    if year is None:
        return Reading(value=None)
    return Reading(value=f"{year + int(parts.get('relation') or 0):04d}-H{number}")


def decade(parts: Parts, context: Context) -> Reading | None:
    """Read "the 1970s", "the ’70s", "the seventies"; two figures mean the last such decade before the report."""
    if "decadeword" in parts and _is_age(context):
        return None
    digits = parts.get("decade") or parts["decadeword"]
    if len(digits) == 3:
        return Reading(value=digits)
    latest = (context.anchor.year or 2000) // 10
    found = next(number for number in range(latest, latest - 10, -1) if str(number)[-1] == digits)
    return Reading(value=f"{found:03d}")


def _is_age(context: Context) -> bool:
    """Say whether "twenties" are those of a life: "in her early twenties"."""
    before = [token.lower for token in context.sentence.tokens if token.start < context.span.start][-2:]
    return any(word in _POSSESSIVES for word in before)


def century(parts: Parts, context: Context) -> Reading | None:
    """Read "the 19th century" as 18, the figures that its years begin with."""
    number = int(parts["ordinal"])
    return Reading(value=f"{number - 1:02d}") if 1 < number < 100 else Reading(value=None)

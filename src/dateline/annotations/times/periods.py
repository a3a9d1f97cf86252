"""Readings of periods: weeks, months, years, seasons, decades, centuries."""

from __future__ import annotations

from datetime import MAXYEAR, date

from dateline.annotations.times.calendar import iso_week, quarter_of, shift_days, shift_month, shift_quarter
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.dates import named_year
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.values import interval_of, narrowed
from dateline.resources.times import beside

_MONTHS = 12
_MONTH_LENGTH = len("2021-06")
_NAMING = frozenset({"PROPN", "DET"})
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def relative_period(parts: Parts, context: Context) -> Reading | None:
    """Read "last week", "this year", "next month", "the weekend"."""
    step = int(parts.get("relation") or context.argument or 0)
    direction = {-1: PAST, 1: FUTURE}.get(step)
    if "relation" not in parts and _is_told_apart(context):
        return None
    if parts["period"] == "WE" and step <= 0 and context.direction != FUTURE and "relation" not in parts:
        day = context.anchor.day
        step, direction = (0 if day and day.isoweekday() >= 6 else -1), PAST
    anchor = told_anchor(context) if not step and _of_told(parts, context) else context.anchor
    value = period_value(parts["period"], step, anchor)
    return Reading(value=value, anchor=anchor.label, direction=direction)


def _is_told_apart(context: Context) -> bool:
    """Say whether what follows tells which period is meant: "the year he was born", "the month of Ramadan"."""
    head, tokens = context.head, context.sentence.tokens
    if head is None:
        return False
    after = [child for child in context.sentence.children(head) if child.start >= context.span.end]
    named = [child for child in after if child.lower == "of" and child.index + 1 < len(tokens)]
    return any(child.dep == "relcl" for child in after) or any(tokens[of.index + 1].pos in _NAMING for of in named)


def _of_told(parts: Parts, context: Context) -> bool:
    """Say whether "the month", "later in the day" are those told before, not the report's."""
    told = context.told
    if parts["period"] == "D":
        return told.day is not None
    return parts["period"] == "M" and "relation" not in parts and len(told.value or "") == _MONTH_LENGTH


def told_period(parts: Parts, context: Context) -> Reading | None:
    """Read "the following year", "that month" from the date that was told before."""
    step = int(parts["told"])
    if parts["period"] == "Q" and context.told.quarter:
        return Reading(value="{:04d}-Q{}".format(*shift_quarter(*context.told.quarter, step)), anchor="told")
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
        return f"{year + step:04d}" if 1 <= year + step <= MAXYEAR else None
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
    """Read "year-end" as the last day, "the year's end" as the end of the report's year, or of the one just past."""
    anchor = context.anchor
    if anchor.year is None:
        return Reading(value=None)
    exact = context.argument == "day"
    early = context.direction == PAST and (exact or (anchor.month or _MONTHS) <= _MONTHS // 2)
    year = f"{anchor.year - early:04d}"
    if exact:
        return Reading(value=f"{year}-12-31", anchor=anchor.label)
    return Reading(value=year, mod="END", interval=narrowed(interval_of(year), "end", anchor.day), anchor=anchor.label)


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


def decade(parts: Parts, context: Context) -> Reading | None:
    """Read "the 1970s", "the ’70s", "the seventies"; two figures mean the last such decade before the report."""
    digits = parts.get("decade") or parts["decadeword"]
    if len(digits) == 1 and _is_age(context):
        return None
    if len(digits) == 3:
        return Reading(value=digits)
    latest = (context.anchor.year or 2000) // 10
    found = next(number for number in range(latest, latest - 10, -1) if str(number)[-1] == digits)
    return Reading(value=f"{found:03d}")


def _is_age(context: Context) -> bool:
    """Say whether "twenties" are those of a life: "in her early twenties"."""
    before = [token.lower for token in context.sentence.tokens if token.start < context.span.start][-2:]
    return any(word in beside("possessive") for word in before)


def century(parts: Parts, context: Context) -> Reading | None:
    """Read "the 19th century" as 18, the figures that its years begin with."""
    number = int(parts["ordinal"])
    return Reading(value=f"{number - 1:02d}") if 1 < number < 100 else Reading(value=None)

"""Readings of distances, durations and sets."""

from __future__ import annotations

import math
import re
from datetime import date
from fractions import Fraction

from dateline.annotations.times.calendar import iso_week, shift_days, shift_month, shift_months
from dateline.annotations.times.context import Anchor, Context, Parts, Reading
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.numbers import UNKNOWN, parse_number
from dateline.annotations.times.periods import told_anchor
from dateline.model import Interval

_UNIT = re.compile(r"(T?)(\d*)([A-Z])")
_SMALLER = {"Y": (12, "M"), "H": (60, "M"), "TM": (60, "S"), "D": (24, "TH")}
_DAYS = {"D": 1, "W": 7}
_LONG = {"10Y": "E", "100Y": "C"}
"""TIMEX3 letters of decades and centuries, for when nobody says how many."""
_NO_COUNT = {"TS": ("a", "an"), "Q": ("a", "three")}
"""Numbers before a unit that make no duration: "a second betrayal", "three-quarters of the food"."""
_FINE = frozenset({"TS", "TM", "TH"})
_A_DAY = {"TS": 86_400, "TM": 1_440, "TH": 24}
_LONGEST = 100_000


def duration(parts: Parts, context: Context) -> Reading | None:
    """Read "three days", "four and a half hours", "two to three weeks", "for years"."""
    number = _count(parts, context)
    if number is None or parts.get("number") in _NO_COUNT.get(parts["unit"], ()):
        return None
    return Reading(value=duration_value(number, parts["unit"]), mod="EQUAL_OR_MORE" if "low" in parts else None)


def duration_value(number: Fraction | str, unit: str) -> str:
    """Return the TIMEX3 value of a duration; the fraction of a year or an hour is counted in the next smaller unit.

    >>> duration_value(Fraction(9, 2), "TH")
    'PT4H30M'
    """
    time, factor, letter = _parse_unit(unit)
    if isinstance(number, str):
        return f"P{time}{number}{_LONG.get(unit, letter)}"
    number *= factor
    whole = int(number)
    rest = number - whole
    smaller = _SMALLER.get(f"{time}{letter}" if letter == "M" else letter)
    if not rest or smaller is None:
        return f"P{time}{float(number):g}{letter}" if rest else f"P{time}{whole}{letter}"
    count = round(rest * smaller[0])
    if smaller[1].startswith("T"):
        return f"P{whole}{letter}T{count}{smaller[1][1]}"
    return f"P{time}{whole}{letter}{count}{smaller[1]}" if whole else f"P{time}{count}{smaller[1]}"


def stretch(parts: Parts, context: Context) -> Reading | None:
    """Read "the past three months": a duration that ends or begins at the report's day."""
    number = _count(parts, context)
    if number is None:
        return None
    step = 1 if "next" in parts else -1
    value = duration_value(number, parts["unit"])
    direction = FUTURE if step > 0 else PAST
    return Reading(value=value, interval=_stretch(number, parts["unit"], step, context), direction=direction)


def distance(parts: Parts, context: Context) -> Reading | None:
    """Read "three days ago": a date as fine as the unit that it is counted in."""
    return _distance(parts, context, context.anchor)


def told_distance(parts: Parts, context: Context) -> Reading | None:
    """Read "three days later", counted from the date that was told before; "a year earlier" from the report's, if none was."""
    anchor = told_anchor(context)
    unit = parts.get("unit", "D")
    if anchor.year is None and unit == "Y" and context.argument == "-1":
        anchor = context.anchor
    return _distance({"number": "one", "unit": unit} | dict(parts), context, anchor)


def each(parts: Parts, context: Context) -> Reading | None:
    """Read "every two weeks", "every Tuesday", "Mondays"."""
    if "weekday" in parts:
        return Reading(value=f"XXXX-WXX-{parts['weekday']}{parts.get('daypart', '')}")
    if "month" in parts:
        return Reading(value=f"XXXX-{parts['month']}")
    if "season" in parts:
        return Reading(value=f"XXXX-{parts['season']}")
    if "daypart" in parts:
        return Reading(value=f"XXXX-XX-XX{parts['daypart']}")
    if "unit" not in parts:
        return Reading(value="XXXX-WXX-WE")
    number = Fraction(2) if "other" in parts else parse_number(parts.get("number", "one"))
    return Reading(value=duration_value(number, parts["unit"])) if number else None


def rate(parts: Parts, context: Context) -> Reading | None:
    """Read "a year" as a set where it follows an amount ("$40 a year"), as a duration elsewhere."""
    head = context.head
    value = duration_value(Fraction(1), parts.get("unit", "Y"))
    if head is not None and head.dep == "npadvmod" and context.sentence.head(head).pos in ("NOUN", "NUM", "SYM"):
        return Reading(value=value, type="SET")
    return Reading(value=value, type="DURATION")


def frequency(parts: Parts, context: Context) -> Reading | None:
    """Read "weekly"; not where it is part of a name."""
    if context.head is None or context.head.pos not in ("ADJ", "ADV"):
        return None
    if parts["frequency"] == "P3M" and context.head.dep != "advmod":
        return None
    return Reading(value=parts["frequency"])


def _parse_unit(unit: str) -> tuple[str, int, str]:
    found = _UNIT.fullmatch(unit)
    if found is None:
        raise ValueError(f"expected a unit such as TH or 10Y, got {unit!r}")
    return found[1], int(found[2] or 1), found[3]


def _count(parts: Parts, context: Context) -> Fraction | str | None:
    if "number" in parts:
        number = parse_number(parts["number"])
        return parse_number(parts["low"]) if "low" in parts else number
    return UNKNOWN if context.argument == UNKNOWN else Fraction(context.argument or "1")


def _distance(parts: Parts, context: Context, anchor: Anchor) -> Reading | None:
    number, step = parse_number(parts["number"]), int(context.argument)
    if number is None:
        return None
    direction = PAST if step < 0 else FUTURE
    if isinstance(number, str):
        vague = "PAST_REF" if step < 0 else "FUTURE_REF"
        return Reading(value=vague if step < 0 or context.direction == FUTURE else None, direction=direction)
    if parts["unit"] in _FINE:
        near = _within(number * step, parts["unit"], anchor)
        return Reading(value=None, type="TIME", interval=near, anchor=anchor.label, direction=direction)
    value = _shifted(number * step, parts["unit"], anchor, context)
    label = "told" if value and "-Q" in value else anchor.label
    return Reading(value=value, anchor=label, direction=direction)


def _within(number: Fraction, unit: str, anchor: Anchor) -> Interval | None:
    """Return the days that a time some hours from the anchor's day, whose own hour is not known, may lie on."""
    if anchor.day is None or abs(number) > _LONGEST:
        return None
    other = shift_days(anchor.day, math.ceil(abs(number) / _A_DAY[unit]) * (1 if number > 0 else -1))
    return Interval(earliest=min(anchor.day, other), latest=max(anchor.day, other)) if other else None


def _shifted(number: Fraction, unit: str, anchor: Anchor, context: Context) -> str | None:
    _, factor, letter = _parse_unit(unit)
    number *= factor
    if abs(number) > _LONGEST:
        return None
    if letter == "Y" and number.denominator == 1:
        quarter = context.told.compared
        if abs(number) == 1 and quarter:
            return f"{quarter[0] + int(number):04d}-Q{quarter[1]}"
        return f"{anchor.year + int(number):04d}" if anchor.year and 0 < anchor.year + number < 9999 else None
    if letter in ("Y", "M", "Q"):
        if anchor.year is None or anchor.month is None:
            return None
        months = round(number * {"Y": 12, "M": 1, "Q": 3}[letter])
        year, month = shift_month(anchor.year, anchor.month, months)
        return f"{year:04d}-{month:02d}" if 0 < year < 9999 else None
    if anchor.day is None:
        return None
    day = shift_days(anchor.day, round(number * _DAYS[letter]))
    if day is None:
        return None
    return iso_week(day) if letter == "W" else day.isoformat()


def _stretch(number: Fraction | str, unit: str, step: int, context: Context) -> Interval | None:
    anchor = context.anchor.day
    if anchor is None or isinstance(number, str) or abs(number) > _LONGEST or unit in _FINE:
        return None
    _, factor, letter = _parse_unit(unit)
    count = round(number * factor) * step
    if letter in _DAYS:
        other: date | None = shift_days(anchor, count * _DAYS[letter])
    else:
        other = shift_months(anchor, count * {"Y": 12, "M": 1, "Q": 3}[letter])
    if other is None:
        return None
    return Interval(earliest=min(anchor, other), latest=max(anchor, other))

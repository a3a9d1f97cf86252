"""Arithmetic on days, weekdays, months and holidays; nothing here knows a word of English."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_JULIAN_LAG = timedelta(days=13)
_NTH = re.compile(r"(\d\d)-([1-7])#(-?[1-5])(\+\d)?")
_EASTER = re.compile(r"(orthodox-)?easter([+-]\d+)")


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, count: int) -> date | None:
    """Return the day *count* days on, or None beyond what the calendar holds."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_month(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month *count* months on.

    >>> shift_month(2023, 1, -2)
    (2022, 11)
    """
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def shift_months(day: date, count: int) -> date | None:
    """Return the same day of the month *count* months on, or the last day of a shorter month."""
    year, month = shift_month(day.year, day.month, count)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_by(day: date, weekday: int) -> date | None:
    """Return the last such ISO weekday up to *day*, which counts itself."""
    return shift_days(day, -((day.isoweekday() - weekday) % 7))


def weekday_from(day: date, weekday: int) -> date | None:
    """Return the first such ISO weekday from *day* on, which counts itself."""
    return shift_days(day, (weekday - day.isoweekday()) % 7)


def iso_week(day: date) -> str:
    """Return the week of a day as TIMEX3 writes it.

    >>> iso_week(date(2023, 3, 13))
    '2023-W11'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """Return the quarter that a month lies in."""
    return (month - 1) // 3 + 1


def shift_quarter(year: int, quarter: int, count: int) -> tuple[int, int]:
    """Return the year and quarter *count* quarters on."""
    index = year * 4 + quarter - 1 + count
    return index // 4, index % 4 + 1


def easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian reckoning (the anonymous algorithm of 1876)."""
    century, in_century = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    correction = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday as the Orthodox churches keep it, by the Julian reckoning (Meeus), from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + _JULIAN_LAG


def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday in a year by its rule (see times_holidays.tsv)."""
    if not 1 <= year <= 9999:
        return None
    if found := _EASTER.fullmatch(rule):
        sunday = orthodox_easter(year) if found[1] else easter(year)
        return shift_days(sunday, int(found[2]))
    if found := _NTH.fullmatch(rule):
        nth = _nth_weekday(year, int(found[1]), int(found[2]), int(found[3]))
        return shift_days(nth, int(found[4] or 0)) if nth else None
    if "|" in rule:
        return next((date.fromisoformat(day) for day in rule.split("|") if day.startswith(f"{year:04d}-")), None)
    month, day = map(int, rule.split("-"))
    return make_date(year, month, day)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return make_date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))

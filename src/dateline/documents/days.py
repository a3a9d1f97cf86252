"""The days that datelines and credits write: ``March 20``, ``20th Mar, 2023``, ``Mon Apr 27, 2009``, ``2023-03-20``."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dateline.model import Moment
from dateline.resources.datelines import month_numbers, weekday_names

_LEAP_YEAR = 2000

_YEARS = range(1600, 2200)
"""From the first newspapers on; any other year is a slip."""


@cache
def weekday_words() -> str:
    """Return a pattern for the name of a weekday."""
    return rf"(?:{'|'.join(sorted(weekday_names(), key=len, reverse=True))})\b\.?"


@cache
def day_words() -> str:
    """Return a pattern for a calendar day, with or without its year, without groups."""
    months = "|".join(sorted(month_numbers(), key=len, reverse=True))
    month, day, year = rf"(?i:{months})\b\.?", r"\d{1,2}(?:st|nd|rd|th)?\b", r"(?:,?\s+\d{4}\b)?"
    return rf"(?:{weekday_words()},?\s+)?(?:{month}\s+{day}{year}|\b{day}\s+{month}{year}|\b\d{{4}}-\d{{2}}-\d{{2}}\b)"


def read_day(words: str) -> Moment | str | None:
    """Return the day that *words* name: a Moment, or ``--03-20`` without a year; None when no report is of such a day.

    >>> str(read_day("20th Mar, 2023"))
    '2023-03-20'
    >>> read_day("Feb. 30")
    """
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if re.search(r"\d{4}-\d{2}-\d{2}", words):
        year, month, day = numbers
    else:
        names = (word.lower() for word in re.findall(r"[A-Za-z]{3,}", words))
        month = next((month_numbers()[name] for name in names if name in month_numbers()), 0)
        day, year = numbers[0], numbers[1] if len(numbers) > 1 else 0
    try:
        found = date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    if not year:
        return f"--{found:%m-%d}"
    return Moment(found.isoformat()) if year in _YEARS else None

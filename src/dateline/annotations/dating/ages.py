"""Clues from the ages of people whose day of birth the tables know: "Angela Merkel, 60," was written within one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.annotations.dating.report import Report
from dateline.model import Clue, Interval
from dateline.resources.dating import birthdays

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[a-z]{2,3} |[A-Z]\. )?[A-Z][\w’'-]+){0,4})"
_AGED = re.compile(rf"{_NAME} ?(?:, (?:aged |who is )?(?P<age>\d\d)[,;.]|\((?P<age2>\d\d)\))")
_OLD = re.compile(rf"\b(?P<age>\d\d)-year-old (?:[a-z]+ ){{0,2}}{_NAME}")
_MARGIN = timedelta(days=3)
"""Papers count an age as of the day they are read."""


def ages(report: Report) -> Iterator[Clue]:
    """Yield the year of life that each stated age means; a surname is enough once the report has the whole name."""
    stated = [(match["name"], match["age"] or match["age2"]) for match in _AGED.finditer(report.text)]
    stated += [(match["name"], match["age"]) for match in _OLD.finditer(report.text)]
    for words, years in stated:
        name = _name(words.split(" "), report.text)
        if name is None:
            continue
        born, age = birthdays()[name], int(years)
        first, last = _birthday(born, age), _birthday(born, age + 1)
        yield Clue(
            intervals=(Interval(earliest=first - _MARGIN, latest=last + _MARGIN),),
            reason=f"{name}, born on {born}, is {age}: written between {first} and {last}",
        )


def _name(words: list[str], text: str) -> str | None:
    names = (" ".join(words[first:]) for first in range(len(words) - 1))
    whole = next((name for name in names if name in birthdays()), None)
    if whole is not None:
        return whole
    return next((name for name in _by_surname().get(words[-1], ()) if name in text), None)


@cache
def _by_surname() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in birthdays():
        surname = name.rpartition(" ")[2]
        found[surname] = (*found.get(surname, ()), name)
    return found


def _birthday(born: date, age: int) -> date:
    day = born - timedelta(days=1) if (born.month, born.day) == (2, 29) else born
    return day.replace(year=born.year + age)

"""How long after an event a report was written that says so: "two weeks after the summit", "in the year since the accord"."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction

from dateline.model import Interval

UNIT_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
"""Days of the units of ISO 8601 durations, as roughly as news counts."""

_SLACK = 2
_LONGEST = 40_000
_LENGTH = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")
_BETWEEN = re.compile(
    r"\s+(?P<how>after|since|on\s+from)\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:[\w'’-]+\s+){0,2}", re.IGNORECASE
)
_AT_THE_HEAD = 16
"""Characters before a length of time with which a sentence begins, for words such as "more than"."""


def length_of(value: str | None) -> tuple[Fraction, str] | None:
    """Return the number and unit of a TIMEX3 duration, None where it has several or is no length.

    >>> length_of("P2W")
    (Fraction(2, 1), 'W')
    """
    found = _LENGTH.fullmatch(value or "")
    return (Fraction(found["number"]), found["unit"]) if found else None


def counts_from(between: str, *, before: int) -> bool:
    """Say whether a length of time is counted from an event to the day of writing, by the words *between* the two.

    "In the year since the accord" always is; "two weeks after the summit" only with so few characters *before* it in its sentence
    that the sentence begins with it: elsewhere it tells when something else happened.

    >>> counts_from(" after the ", before=0), counts_from(" after the ", before=60), counts_from(" since the ", before=60)
    (True, False, True)
    """
    found = _BETWEEN.fullmatch(between)
    return found is not None and (before < _AT_THE_HEAD or found["how"].lower() == "since")


def days_after(event: Interval, number: Fraction, unit: str) -> Interval | None:
    """Return the days that lie so long after an event: up to a unit more, half a unit less; None beyond a century."""
    days = UNIT_DAYS[unit]
    if event.earliest is None or event.latest is None or number * days > _LONGEST:
        return None
    least, most = (number - Fraction(1, 2)) * days, (number + 1) * days
    return Interval(
        earliest=event.earliest + timedelta(days=max(0, int(least) - _SLACK)),
        latest=event.latest + timedelta(days=int(most) + _SLACK),
    )

"""A clue from all the dates with a year in a report together: news that names several is seldom from long after the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.model import FAIR, Clue, Interval

_YEARS, _MONTHS = 5, 3
"""Years, counted back from the last one named, within which the years and the months that are named count."""

_MONTH = 31
_LONG_PAST = 1990
"""A single year before this one is history, in most of the news that is kept as text."""

_AFTER_TWO_YEARS = 8
_LONGEST_AFTER = {2: 5, 3: 4, 4: 4, 5: 2}
"""How long after the last year 97 of 100 reports were written at the most that name so many years and months; two years and
no month say less, one year and no month nothing.
"""


def last_year(named: Sequence[Interval]) -> Iterator[Clue]:
    """Yield the last year in which a report that names these days is likely to have been written, if they say."""
    days = [(each.earliest, each.latest) for each in named if each.earliest and each.latest]
    last = max((latest.year for _, latest in days), default=0)
    years = sorted({day.year for both in days for day in both if day.year > last - _YEARS})
    months = {first for first, latest in days if (latest - first).days < _MONTH and first.year > last - _MONTHS}
    if len(years) + len(months) < min(_LONGEST_AFTER) or (len(years) == 1 and last < _LONG_PAST):
        return
    most = _longest_after(len(years), len(months))
    yield Clue(
        intervals=(Interval(latest=date(last + most, 12, 31)),),
        reason=f"names dates of {' and '.join(map(str, years[-2:]))} and of no later year: hardly after {last + most}",
        weight=FAIR,
    )


def _longest_after(years: int, months: int) -> int:
    if not months and years == min(_LONGEST_AFTER):
        return _AFTER_TWO_YEARS
    return _LONGEST_AFTER[min(years + months, max(_LONGEST_AFTER))]

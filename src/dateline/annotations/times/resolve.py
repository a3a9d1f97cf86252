"""From a match of the grammar to what it means: the readings by name, and what modifiers do to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.annotations.times import clocks, dates, days, periods, quarters, spans, vague
from dateline.annotations.times.context import Context, Parts, Reading, Told
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.grammar import Match
from dateline.annotations.times.titles import is_title
from dateline.annotations.times.values import interval_of, narrowed
from dateline.model import Interval

READINGS: dict[str, Callable[[Parts, Context], Reading | None]] = {
    "adjective": vague.adjective,
    "calendar": dates.calendar,
    "day_alone": dates.day_alone,
    "nth_weekday": dates.nth_weekday,
    "week_of_month": dates.week_of_month,
    "nights_ago": days.nights_ago,
    "weekdays_ago": days.weekdays_ago,
    "year_range": dates.year_range,
    "century": periods.century,
    "clock": clocks.clock,
    "day_range": dates.day_range,
    "daypart_alone": days.daypart_alone,
    "decade": periods.decade,
    "deictic": days.deictic,
    "deictic_daypart": days.deictic_daypart,
    "distance": spans.distance,
    "duration": spans.duration,
    "each": spans.each,
    "era": vague.era,
    "frequency": spans.frequency,
    "half": quarters.half,
    "holiday": days.read_holiday,
    "numeric": dates.numeric,
    "one_day": vague.one_day,
    "overnight": days.overnight,
    "compared_quarter": quarters.compared_quarter,
    "ended_quarter": quarters.ended_quarter,
    "latest_quarter": quarters.latest_quarter,
    "quarter": quarters.quarter,
    "rate": spans.rate,
    "reference": vague.reference,
    "relative_month": dates.relative_month,
    "relative_period": periods.relative_period,
    "relative_weekday": days.relative_weekday,
    "season": periods.season,
    "stretch": spans.stretch,
    "told_daypart": days.told_daypart,
    "told_distance": spans.told_distance,
    "told_period": periods.told_period,
    "week_of": dates.week_of,
    "weekday": days.weekday,
    "year": dates.year,
    "year_end": periods.year_end,
}
"""The functions that the column `reading` of times_grammar.tsv names."""

_LONGER = frozenset({"P6M", "P9M"})
"""Lengths over which companies add up their quarters."""

_ASIDE = frozenset({"earlier", "quarter_same", "quarter_year_ago"})
"""Rows for what something is compared with: the text goes on from where it was."""


def resolve(match: Match, context: Context) -> Reading | None:
    """Return what a match means where it stands, or None where its words are no time there."""
    reading = READINGS[match.row.reading](match.parts, context)
    if reading is None or ("holiday" not in match.parts and is_title(context.sentence, match.span)):
        return None
    interval = reading.interval or interval_of(reading.value)
    reading = replace(reading, direction=_direction(reading, interval, context))
    if match.modifier is None:
        return replace(reading, interval=interval)
    interval = narrowed(interval, match.modifier.narrows, context.anchor.day)
    return replace(reading, interval=interval, mod=match.modifier.mod or reading.mod)


def _direction(reading: Reading, interval: Interval | None, context: Context) -> str | None:
    """Return where the days found lie from the report's day: what was chosen, which may not be what the tense said."""
    day, told = context.anchor.day, None if reading.anchor == "told" else reading.direction
    if reading.anchor is None or interval is None or day is None:
        return told
    if interval.latest and interval.latest < day:
        return PAST
    return FUTURE if interval.earliest and interval.earliest > day else told


def _is_reported(reading: Reading, today: date | None) -> bool:
    """Say whether a quarter is over; one of a company's own year may be, while that of the calendar has only begun."""
    days = reading.interval
    if today is None or days is None or days.earliest is None or days.latest is None:
        return True
    return days.latest < today or (days.earliest <= today and reading.direction == PAST)


def remember(told: Told, match: Match, reading: Reading, today: date | None) -> None:
    """Keep what a later "two days later" or "a year earlier" may count from; of quarters only those over *today*."""
    value = reading.value
    if value in _LONGER:
        told.longer = True
    if not value or not value[:4].isdigit() or match.row.name in _ASIDE:
        return
    told.value, told.age = value, 0
    if value[4:6] == "-Q" and reading.anchor != "told" and _is_reported(reading, today):
        told.hear_quarter(int(value[:4]), int(value[6]))
    told.day = date.fromisoformat(value[:10]) if value[:10].count("-") == 2 and value[8:10].isdigit() else None

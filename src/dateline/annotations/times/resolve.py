"""From a match of the grammar to what it means: the readings by name, and what modifiers do to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.annotations.times import dates, days, periods, spans
from dateline.annotations.times.context import Context, Parts, Reading, Told
from dateline.annotations.times.direction import FUTURE, PAST
from dateline.annotations.times.grammar import Match
from dateline.annotations.times.values import interval_of, narrowed
from dateline.model import Interval

READINGS: dict[str, Callable[[Parts, Context], Reading | None]] = {
    "adjective": spans.adjective,
    "calendar": dates.calendar,
    "day_alone": dates.day_alone,
    "nth_weekday": dates.nth_weekday,
    "week_of_month": dates.week_of_month,
    "weekdays_ago": days.weekdays_ago,
    "year_range": dates.year_range,
    "century": periods.century,
    "clock": spans.clock,
    "day_range": dates.day_range,
    "daypart_alone": days.daypart_alone,
    "decade": periods.decade,
    "deictic": days.deictic,
    "deictic_daypart": days.deictic_daypart,
    "distance": spans.distance,
    "duration": spans.duration,
    "each": spans.each,
    "frequency": spans.frequency,
    "half": periods.half,
    "holiday": days.read_holiday,
    "numeric": dates.numeric,
    "overnight": days.overnight,
    "quarter": periods.quarter,
    "rate": spans.rate,
    "reference": spans.reference,
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


def resolve(match: Match, context: Context) -> Reading | None:
    """Return what a match means where it stands, or None where its words are no time there."""
    reading = READINGS[match.row.reading](match.parts, context)
    if reading is None:
        return None
    interval = reading.interval or interval_of(reading.value)
    reading = replace(reading, direction=_direction(reading, interval, context))
    if match.modifier is None:
        return replace(reading, interval=interval)
    interval = narrowed(interval, match.modifier.narrows, context.anchor.day)
    return replace(reading, interval=interval, mod=match.modifier.mod or reading.mod)


def _direction(reading: Reading, interval: Interval | None, context: Context) -> str | None:
    """Return where the days found lie from the report's day: what was chosen, which may not be what the tense said."""
    day = context.anchor.day
    if reading.anchor is None or reading.anchor == "told" or interval is None or day is None:
        return reading.direction
    if interval.latest and interval.latest < day:
        return PAST
    return FUTURE if interval.earliest and interval.earliest > day else reading.direction


def remember(told: Told, reading: Reading, today: date | None) -> None:
    """Keep what a later "two days later" or "a year earlier" may count from; of quarters only what has begun *today*."""
    value = reading.value
    if not value or not value[:4].isdigit():
        return
    told.value, told.age = value, 0
    begun = not (today and reading.interval and reading.interval.earliest and reading.interval.earliest > today)
    if value[4:6] == "-Q" and reading.anchor != "told" and begun:
        told.hear_quarter(int(value[:4]), int(value[6]))
    told.day = date.fromisoformat(value[:10]) if value[:10].count("-") == 2 and value[8:10].isdigit() else None

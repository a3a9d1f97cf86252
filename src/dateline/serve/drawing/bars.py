"""Cooperation above a line, conflict below it, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.serve.drawing.days import WIDTH, Tick, ticks
from dateline.views.dyads import Period

HALF = 70.0
"""The height of the highest bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: what was done for and against, and how high that is drawn."""

    first: date
    x: float
    up: float
    down: float
    up_height: float
    down_height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars above and below a line."""

    width: float
    height: float
    base: float
    bar: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def chart_of(periods: Sequence[Period]) -> Chart | None:
    """Return periods as bars, all to one scale; None where there is nothing to draw."""
    highest = max((max(period.cooperation, -period.conflict) for period in periods), default=0.0)
    if not highest:
        return None
    step = (WIDTH - 16) / len(periods)
    return Chart(
        width=WIDTH,
        height=2 * HALF + 26,
        base=HALF + 4,
        bar=round(max(1.0, min(step * 0.8, 28.0)), 2),
        bars=tuple(
            Bar(
                first=period.first,
                x=round(8 + number * step, 2),
                up=period.cooperation,
                down=-period.conflict,
                up_height=round(HALF * period.cooperation / highest, 2),
                down_height=round(HALF * -period.conflict / highest, 2),
            )
            for number, period in enumerate(periods)
        ),
        ticks=tuple(ticks(periods[0].first, periods[-1].last)),
    )

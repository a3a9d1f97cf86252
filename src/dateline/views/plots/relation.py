"""The relation of two sides as bars by period: cooperation upwards, conflict downwards, the weightiest acts named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.views.dyads import Act, Period
from dateline.views.plots import figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMED = 3
"""Acts on each side of the line that are named, at the most."""

LONGEST = 44
"""Characters of a headline at a bar."""

STEP = 0.13
"""How far apart the names stand, as a part of the highest bar."""

TURN = 0.66
"""From which part of the width on a name stands to the left of its bar."""

_MARGIN = 0.12
_MONTH = 8
"""Days: a longer period is a month."""


def draw_relation(periods: Sequence[Period], *, names: tuple[str, str], format_: str = "svg") -> bytes:
    """Return the plot of a relation's periods as an SVG or PNG file."""
    with figure.styled():
        drawing, axes = figure.new_figure()
        reach = max(*(period.cooperation for period in periods), *(-period.conflict for period in periods), 1.0)
        _bars(axes, periods)
        up = _name(axes, periods, reach=reach, sign=1)
        down = _name(axes, periods, reach=reach, sign=-1)
        axes.set_ylim(-down, up)
        axes.set_ylabel("Goldstein score")
        figure.label_days(axes)
        figure.title(axes, f"{names[0]} and {names[1]}", _summary(periods))
        return figure.encode(drawing, format_)


def _bars(axes: Axes, periods: Sequence[Period]) -> None:
    starts = [figure.number(period.first) for period in periods]
    widths = [0.86 * _days(period) for period in periods]
    for colour, words, heights in (
        (figure.BLUE, "cooperation", [period.cooperation for period in periods]),
        (figure.ORANGE, "conflict", [period.conflict for period in periods]),
    ):
        axes.bar(starts, heights, widths, align="edge", color=colour, linewidth=0, zorder=2)
        if any(heights):
            middle = max(heights, key=abs) / 2
            axes.annotate(
                words,
                xy=(1, middle),
                xycoords=("axes fraction", "data"),
                xytext=(6, 0),
                textcoords="offset points",
                color=colour,
                fontweight="bold",
                va="center",
            )
    axes.axhline(0, color=figure.INK, linewidth=0.8, zorder=3)
    left_out = [figure.number(act.day) for period in periods for act in period.left_out]
    axes.scatter(
        left_out, [0.0] * len(left_out), s=26, facecolor="white", edgecolor=figure.INK, linewidth=0.9, zorder=4
    )
    axes.set_xlim(starts[0] - 1, figure.number(periods[-1].last) + 2)
    axes.grid(axis="y", color=figure.GRID, linewidth=0.8, zorder=0)
    axes.set_axisbelow(True)


def _name(axes: Axes, periods: Sequence[Period], *, reach: float, sign: int) -> float:
    """Name the weightiest acts above the bars, or below with *sign* -1; return how far the axes must go for that."""
    first, last = figure.number(periods[0].first), figure.number(periods[-1].last)
    named = [(_middle(period), period, act) for period, act in _weightiest(periods, sign)]
    left = [found for found in named if found[0] < first + TURN * (last - first)]
    right = [found for found in named if found not in left]
    # The outermost names stand furthest from the bars, so that no line to a bar crosses another name.
    order = [*left, *reversed(right)]
    highest = max((sign * _height(period, sign) for period in periods), default=0.0)
    for place, (at, period, act) in enumerate(order):
        level = highest + (_MARGIN + STEP * (len(order) - 1 - place)) * reach
        axes.plot([at, at], [_height(period, sign), sign * level], color=figure.FAINT, linewidth=0.7, zorder=4)
        to_right = (at, period, act) in left
        axes.annotate(
            f"{figure.shortened(act.event.headline, LONGEST)}  {_signed(act.score or 0.0)}",
            xy=(at, sign * level),
            xytext=(3 if to_right else -3, 0),
            textcoords="offset points",
            ha="left" if to_right else "right",
            va="center",
            fontsize=8.5,
            color=figure.INK,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            zorder=5,
        )
    return highest + (_MARGIN + STEP * len(order)) * reach


def _weightiest(periods: Sequence[Period], sign: int) -> list[tuple[Period, Act]]:
    """Return the weightiest act of each period, of those where it weighs most, in order of time."""
    found = []
    for period in periods:
        acts = [act for act in period.acts if act.score and act.score * sign > 0]
        if acts:
            found.append((period, acts[0]))
    ranked = sorted(found, key=lambda pair: (-abs(pair[1].score or 0.0), -sign * _height(pair[0], sign), pair[1].day))
    return sorted(ranked[:NAMED], key=lambda pair: pair[0].first)


def _height(period: Period, sign: int) -> float:
    return period.cooperation if sign > 0 else period.conflict


def _middle(period: Period) -> float:
    return figure.number(period.first) + 0.43 * _days(period)


def _days(period: Period) -> int:
    return (period.last - period.first).days + 1


def _signed(score: float) -> str:
    return f"{score:+.1f}".replace("-", "−")


def _summary(periods: Sequence[Period]) -> str:
    counted = sum(len(period.acts) for period in periods)
    left_out = sum(len(period.left_out) for period in periods)
    length = "month" if any(_days(period) > _MONTH for period in periods) else "week"
    first, last = _ends(periods)
    said = f"by {length}, {first} to {last}: {counted} {'event' if counted == 1 else 'events'}, each counted once"
    return f"{said}; ○ {left_out} not counted (planned, called off, denied, disputed)" if left_out else said


def _ends(periods: Sequence[Period]) -> tuple[date, date]:
    days = [act.day for period in periods for act in (*period.acts, *period.left_out)]
    return min(days, default=periods[0].first), max(days, default=periods[-1].last)

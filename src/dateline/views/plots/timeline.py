"""A timeline as a plot: each event on a line of its own, by day, its sign saying how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.model import Event, Status
from dateline.views.plots import figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHOWN = 30
"""Events that a plot has room for: those that most reports tell of."""

LONGEST = 60
"""Characters of a headline."""

TURN = 0.5
"""From which part of the width on a headline stands to the left of its sign."""

_ROW, _FRAME = 0.27, 1.5
"""Inches for an event, and for everything around them."""

_SIGNS: dict[Status, dict[str, Any]] = {
    Status.HAPPENED: {"marker": "o", "color": figure.BLUE},
    Status.UNDER_WAY: {"marker": "o", "color": figure.BLUE, "fillstyle": "left", "markerfacecoloralt": "white"},
    Status.EXPECTED: {"marker": "o", "color": figure.BLUE, "markerfacecolor": "white"},
    Status.UNCONFIRMED: {"marker": "o", "color": figure.FAINT, "markerfacecolor": "white"},
    Status.POSTPONED: {"marker": ">", "color": figure.FAINT, "markerfacecolor": "white"},
    Status.CANCELLED: {"marker": "x", "color": figure.FAINT},
    Status.DISPUTED: {"marker": "D", "color": figure.ORANGE},
}


@dataclass(frozen=True, slots=True)
class _Row:
    event: Event
    status: Status
    first: date
    last: date


def draw_timeline(events: Sequence[Event], *, name: str, as_of: date | None = None, format_: str = "svg") -> bytes:
    """Return the plot of the events as an SVG or PNG file: expected ones hollow, done ones solid, disputed ones as diamonds.

    Events without a status, or that nothing dates, are not drawn; of more than SHOWN those that most reports tell of are.
    """
    dated = [row for event in events if (row := _row(event)) is not None]
    rows = sorted(sorted(dated, key=lambda row: -row.event.reports)[:SHOWN], key=lambda row: (row.first, row.event.id))
    with figure.styled():
        drawing, axes = figure.new_figure(height=_FRAME + _ROW * max(len(rows), 1))
        first, last = _ends(rows, as_of)
        for place, row in enumerate(rows):
            _draw(
                axes, row, place, to_right=figure.number(row.first) < figure.number(first) + TURN * (last - first).days
            )
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=figure.GRID, linewidth=0.8, zorder=0)
        axes.set_axisbelow(True)
        margin = 0.03 * max((last - first).days, 1) + 0.5
        axes.set_xlim(figure.number(first) - margin, figure.number(last) + margin)
        figure.label_days(axes)
        _mark_as_of(axes, as_of)
        figure.title(axes, name, _summary(rows, events))
        _explain(axes, rows)
        return figure.encode(drawing, format_)


def _draw(axes: Axes, row: _Row, place: int, *, to_right: bool) -> None:
    if row.last > row.first:
        span = [figure.number(row.first), figure.number(row.last)]
        axes.plot(span, [place, place], color=_SIGNS[row.status]["color"], linewidth=2.2, alpha=0.35, zorder=2)
    at = figure.number(row.first)
    axes.plot([at], [place], linestyle="none", markersize=7, markeredgewidth=1.3, zorder=4, **_SIGNS[row.status])
    axes.annotate(
        figure.shortened(row.event.headline, LONGEST),
        xy=(figure.number(row.last) if to_right else at, place),
        xytext=(8 if to_right else -8, 0),
        textcoords="offset points",
        ha="left" if to_right else "right",
        va="center",
        fontsize=8.5,
        color=figure.INK,
        zorder=5,
    )


def _mark_as_of(axes: Axes, as_of: date | None) -> None:
    if as_of is None:
        return
    axes.axvline(figure.number(as_of) + 1, color=figure.FAINT, linewidth=0.9, linestyle=(0, (4, 3)), zorder=1)


def _explain(axes: Axes, rows: Sequence[_Row]) -> None:
    """Say under the plot what its signs mean, of those that it has."""
    from matplotlib.lines import Line2D  # noqa: PLC0415  an extra

    used = [status for status in _SIGNS if any(row.status is status for row in rows)]
    signs = [Line2D([], [], linestyle="none", markersize=7, markeredgewidth=1.3, **_SIGNS[status]) for status in used]
    if signs:
        axes.legend(
            signs,
            [str(status) for status in used],
            loc="upper left",
            bbox_to_anchor=(-0.01, -0.32 / (_ROW * len(rows) + 0.2)),
            ncols=len(used),
            frameon=False,
            borderaxespad=0,
            handletextpad=0.2,
            labelcolor=figure.FAINT,
        )


def _row(event: Event) -> _Row | None:
    if event.status is None:
        return None
    told, published = event.happened, event.tellings[0].published_at
    first = (told.earliest or told.latest) if told else None
    last = (told.latest or told.earliest) if told else None
    reported = published.earliest if published else None
    first, last = first or reported, last or reported
    return _Row(event, event.status, first, last) if first and last else None


def _ends(rows: Sequence[_Row], as_of: date | None) -> tuple[date, date]:
    days = [day for row in rows for day in (row.first, row.last)] + ([as_of] if as_of else [])
    return min(days, default=date(1970, 1, 1)), max(days, default=date(1970, 1, 2))


def _summary(rows: Sequence[_Row], events: Sequence[Event]) -> str:
    if not rows:
        return "no event that a day is known for"
    said = f"{len(rows)} events" if len(rows) != 1 else "1 event"
    if len(rows) < len(events):
        said = f"{len(rows)} of {len(events)} events, those that most reports tell of"
    return f"{said}, {rows[0].first} to {max(row.last for row in rows)}"

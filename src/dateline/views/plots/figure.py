"""A figure as every plot begins and ends: its look, and its bytes, which depend on nothing but what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from dateline.errors import StageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png")

INK, FAINT, GRID = "#222222", "#6b6b6b", "#e3e3e3"
BLUE, ORANGE = "#0072b2", "#d55e00"
"""Blue and vermilion of Okabe and Ito's palette: told apart by readers of every colour vision, and in grey by their place."""

EPOCH = date(1970, 1, 1)

WIDTH, HEIGHT = 9.0, 4.8
"""Inches."""

DOTS = 160
"""Dots an inch of a PNG."""

_STYLE: dict[str, Any] = {
    "svg.hashsalt": "dateline",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "path.simplify": False,
}


@contextmanager
def styled() -> Iterator[None]:
    """Let what is drawn inside look as our plots look, whatever the user's own settings of matplotlib are."""
    try:
        import matplotlib  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise StageError(
            "plots need matplotlib: pip install 'dateline[plot]', or in a clone: pip install -e '.[plot]'"
        ) from error
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(cast(Any, _STYLE))
        yield


def new_figure(*, height: float = HEIGHT) -> tuple[Figure, Axes]:
    """Return an empty figure with one pair of axes; it belongs to no window and no global state."""
    from matplotlib.figure import Figure  # noqa: PLC0415  an extra

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, figure.add_subplot()


def title(axes: Axes, words: str, below: str) -> None:
    """Write what a plot shows above it, and in a smaller line how."""
    axes.set_title(words, loc="left", fontsize=13, fontweight="bold", pad=24)
    axes.annotate(
        below, xy=(0, 1), xycoords="axes fraction", xytext=(0, 9), textcoords="offset points", color=FAINT, fontsize=9.5
    )


def label_days(axes: Axes) -> None:
    """Let the horizontal axis say days, as few and as short as can be."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter  # noqa: PLC0415  an extra

    locator = AutoDateLocator(minticks=3, maxticks=9)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]


def number(day: date) -> float:
    """Return a day as matplotlib counts days: from 1970 on."""
    return float((day - EPOCH).days)


def encode(figure: Figure, format_: str) -> bytes:
    """Return the figure as a file of one of FORMATS, without the day it was made on."""
    if format_ not in FORMATS:
        raise StageError(f"expected a plot as {' or '.join(FORMATS)}, got {format_!r}")
    stream = BytesIO()
    metadata: dict[str, Any] = {"Date": None, "Creator": "dateline"} if format_ == "svg" else {"Software": "dateline"}
    figure.savefig(stream, format=format_, dpi=DOTS, metadata=metadata)
    return stream.getvalue()


def shortened(text: str, longest: int) -> str:
    """Return a text of at most *longest* characters, cut at a word.

    >>> shortened("Norway and Peru sign an accord", 20)
    'Norway and Peru …'
    """
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rpartition(' ')[0] or plain[: longest - 2]} …"

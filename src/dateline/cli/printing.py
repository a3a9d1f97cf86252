"""Printing: tables to stdout, progress and complaints to stderr, colour only where it is wanted."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from dateline.model import DocumentTime
from dateline.settings import colour_wanted
from dateline.views.exports.jsonl import json_line
from dateline.views.tables import Table

T = TypeVar("T")

FAILED = 1
MISUSED = 2
PARTIAL = 3
NOTHING_FOUND = 4
WHOLE = ("id", "published_at")
"""Columns whose cells are never broken: they are there to be copied."""
TABLE_ROWS = 60
"""Rows of a table that are printed unless --limit says otherwise."""
PIPED_WIDTH = 140
"""Columns of a table that is not printed to a terminal."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey rather than show: control characters, and those that reorder the line. All are without width."""


class _Terminal(Console):
    """A console on which the words of reports, file names and errors can only be read, never obeyed."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Yield the segments, without the control characters that are not our own."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else _CONTROLS.sub("", text), style, control)


def console(*, stderr: bool = False) -> Console:
    """Return the console for data, or for everything else. Brackets and colons in what it prints are only that."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else shutil.get_terminal_size((PIPED_WIDTH, 40)).columns
    return _Terminal(
        file=stream,
        width=width,
        no_color=not colour_wanted(),
        highlight=False,
        soft_wrap=False,
        markup=False,
        emoji=False,
    )


def complain(message: str) -> None:
    """Print an error to stderr."""
    console(stderr=True).print(Text.assemble(("error: ", "bold red"), message), soft_wrap=True)


def print_table(table: Table[Any], columns: dict[str, str], *, as_json: bool, limit: int | None) -> None:
    """Print the columns of a table under the given headings, or all of it as JSON Lines; ends with 4 when it is empty."""
    shown = shown_of(table, as_json=as_json, limit=limit)
    if as_json:
        print_json([table.row(record) for record in shown])
    elif len(table):
        grid = RichTable(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name, heading in columns.items():
            grid.add_column(heading, overflow="fold", no_wrap=name in WHOLE)
        for record in shown:
            cells = table.row(record)
            grid.add_row(*(plain(_day(cells[name]) if name == "published_at" else cells[name]) for name in columns))
        console().print(grid)
        tell_rest(len(table) - len(shown))
    if not len(table):
        nothing(f"no {table.name} found")


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else moment


def shown_of(table: Sequence[T], *, as_json: bool, limit: int | None) -> Sequence[T]:
    """Return the records to print: as many as *limit* says (0: all), else all as JSON and a screenful as a table."""
    if limit is None:
        limit = 0 if as_json else TABLE_ROWS
    return table[: limit or len(table)]


def print_json(rows: Sequence[dict[str, Any]]) -> None:
    """Print rows as JSON Lines."""
    for row in rows:
        typer.echo(json_line(row))


def tell_rest(left: int) -> None:
    """Say on stderr how many rows were not printed."""
    if left > 0:
        console(stderr=True).print(f"… and {left} more; --limit 0 prints all", style="dim")


def when_written(time: DocumentTime) -> str:
    """Return a document time in a few words: the value, else the interval, else that it is not known."""
    first, last = time.interval.earliest, time.interval.latest
    if time.value is not None:
        return time.value.local
    if first and last:
        return f"{first} to {last}"
    if first or last:
        return f"{first} or later" if first else f"{last} or earlier"
    return "not known"


def nothing(message: str) -> NoReturn:
    """Say that nothing was found, and end with exit code 4."""
    console(stderr=True).print(message, style="dim")
    raise typer.Exit(NOTHING_FOUND)


def plain(value: Any) -> Text:
    """Return a value as a person reads it; report text is never read as markup."""
    if value is None:
        return Text("–", style="dim")
    return Text(", ".join(map(str, value)) if isinstance(value, list) else str(value))


@contextmanager
def progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """Show a bar on stderr for each kind of work, while a terminal is there to show it."""
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    tasks: dict[str, TaskID] = {}

    def show(what: str, done: int, total: int | None) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)

    with bars:
        yield show

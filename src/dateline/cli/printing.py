"""Printing: tables to stdout, progress and complaints to stderr, colour only where it is wanted."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table as RichTable
from rich.text import Text

from dateline.settings import colour_wanted
from dateline.views.tables import Table

NOTHING_FOUND = 4
PARTIAL = 3
PIPED_WIDTH = 140
"""Columns of a table that is not printed to a terminal."""


def console(*, stderr: bool = False) -> Console:
    """Return the console for data, or for everything else. Brackets and colons in what it prints are only that."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else shutil.get_terminal_size((PIPED_WIDTH, 40)).columns
    return Console(
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


def print_table(table: Table[Any], columns: dict[str, str], *, as_json: bool, limit: int = 0) -> None:
    """Print the columns of a table under the given headings, or all of it as JSON Lines; ends with 4 when it is empty."""
    if as_json:
        print_json(table.rows())
    elif len(table):
        shown = table.rows()[: limit or None]
        grid = RichTable(*columns.values(), header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for row in shown:
            grid.add_row(*(plain(row[name]) for name in columns))
        console().print(grid)
        tell_rest(len(table) - len(shown))
    if not len(table):
        nothing(f"no {table.name} found")


def print_json(rows: Sequence[dict[str, Any]]) -> None:
    """Print rows as JSON Lines."""
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False, default=str))


def tell_rest(left: int) -> None:
    """Say on stderr how many rows were not printed."""
    if left > 0:
        console(stderr=True).print(f"… and {left} more; --limit 0 prints all", style="dim")


def nothing(message: str) -> None:
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

"""Options that several commands share, and the record they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.printing import PARTIAL, progress
from dateline.errors import SettingsError
from dateline.settings import Settings, load_settings
from dateline.views.record import Record, to_day

Reports = Annotated[
    list[Path] | None,
    typer.Argument(help="Report files or folders to ask directly, instead of a store.", show_default=False),
]
StorePath = Annotated[
    Path | None, typer.Option("--store", "-s", help="The store to ask.", envvar="DATELINE_STORE", show_default=False)
]
AsOf = Annotated[
    str | None,
    typer.Option(
        help="Answer as of the end of this day (2023-03-18): from what was published by then.", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=0, help="Processes for language work; 0 chooses.", show_default="0")
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Leave out events told by words that are merely similar to those of the lexicon."),
]
Entity = Annotated[
    str | None, typer.Option(help="Only what this actor did or had done to it (a name or an id).", show_default=False)
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=0, help="Rows to print at the most; 0 prints all.", show_default="60, or all as JSON"
    ),
]
Plot = Annotated[
    Path | None,
    typer.Option("--plot", help="Draw it to this file, .svg or .png (needs the extra plot).", show_default=False),
]
DEFAULT_STORE = Path("dateline.db")
"""The store that is built and asked when none is named."""


@contextmanager
def open_record(reports: list[Path] | None, store: Path | None) -> Iterator[Record]:
    """Give the record that the arguments name: a store's, or one made in memory from report files.

    When some of the files could not be read, the command ends with 3 after it has answered from the others.
    """
    if reports and store:
        raise typer.BadParameter("give report files or --store, not both")
    if not reports:
        if store is None and not DEFAULT_STORE.exists():
            raise typer.BadParameter(f"give --store STORE, or report files to ask directly (no {DEFAULT_STORE} here)")
        with api.open_record(store or DEFAULT_STORE) as record:
            yield record
        return
    with progress() as shown:
        record, summary = api.read_with_summary(list(reports), progress=shown)
    if summary.failures:
        see = "see: dateline failures " + " ".join(map(str, reports))
        typer.echo(f"{summary.failures} could not be read; {see}", err=True)
    with record:
        yield record
    if summary.failures:
        raise typer.Exit(PARTIAL)


def day(value: str | None, *, first: bool = False) -> date | None:
    """Return the day that an option names, of a month the last or with *first* the first; a wrong one is a usage error."""
    try:
        return to_day(value, first=first)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def settings_with(jobs: int | None, *, strict: bool = False) -> Settings:
    """Return the settings in force, with what the command line gives; a wrong one is an error."""
    try:
        return load_settings(jobs=jobs, strict=strict or None)
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from error

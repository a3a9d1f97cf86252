"""dateline relation: what two sides did for and against one another over time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table as RichTable
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Limit, Plot, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest
from dateline.cli.writing import plot_format, write_plot, write_table
from dateline.views.dyads import Act, Length, Period
from dateline.views.plots.relation import draw_relation
from dateline.views.tables import Table

LISTED = 3
"""Events of a period that the table on a terminal names."""


def run(
    one: Annotated[str, typer.Argument(help="An actor: a name or an id. Of a state everybody who is of it is meant.")],
    other: Annotated[str, typer.Argument(help="The other actor.")],
    reports: Reports = None,
    store: StorePath = None,
    by: Annotated[Length, typer.Option(help="How long a period is.")] = Length.WEEK,
    as_of: AsOf = None,
    since: Annotated[
        str | None,
        typer.Option(help="From this day.", show_default="a week before the first report"),
    ] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day.", show_default=False)] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write every period there: .csv, .parquet, else JSON Lines.", show_default=False
        ),
    ] = None,
    plot: Plot = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print how two sides stood by week or month: cooperation, conflict, and the events behind each figure.

    Each event counts once, however many reports tell of it, with its Goldstein score (-10 to 10), and only if it has happened
    or is under way; what is planned, called off, denied or disputed is listed as not counted. Files and JSON hold every period,
    the table on a terminal only those with events.

    Examples:

        dateline relation China Russia --store r.db

        dateline relation China Russia --store r.db --by month --plot relation.svg

        dateline relation "Xi Jinping" "Vladimir Putin" --store r.db --as-of 2023-03-20 -o relation.csv
    """
    format_ = plot_format(plot)
    with open_record(reports, store) as record:
        table = record.relation(one, other, by=by, as_of=day(as_of), since=day(since, first=True), until=day(until))
        if not len(table):
            nothing(f"no events between {one} and {other} found")
        if output is not None:
            write_table(table, output)
        if plot is not None:
            write_plot(draw_relation(table, names=(one, other), format_=format_), plot)
        if output is None and plot is None:
            _print(table, as_json=as_json, limit=limit)


def _print(table: Table[Period], *, as_json: bool, limit: int | None) -> None:
    if as_json:
        print_json([table.row(period) for period in shown_of(table, as_json=True, limit=limit)])
        return
    told = [period for period in table if period.acts or period.left_out]
    shown = shown_of(told, as_json=False, limit=limit)
    console().print(_grid(shown))
    tell_rest(len(told) - len(shown))


def _grid(periods: Sequence[Period]) -> RichTable:
    grid = RichTable(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column("From", no_wrap=True)
    for heading in ("Cooperation", "Conflict", "Net"):
        grid.add_column(heading, justify="right", no_wrap=True)
    grid.add_column("Events")
    for period in periods:
        figures = (_figure(period.cooperation, "blue"), _figure(period.conflict, "red"), _figure(period.net, ""))
        grid.add_row(str(period.first), *figures, _told(period))
    return grid


def _figure(value: float, style: str) -> Text:
    return Text(f"{value:+.1f}", style=style) if value else Text("–", style="dim")


def _told(period: Period) -> Text:
    acts = [*period.acts, *period.left_out]
    lines = [_line(act) for act in acts[:LISTED]]
    if len(acts) > LISTED:
        lines.append(Text(f"… and {len(acts) - LISTED} more", style="dim"))
    return Text("\n").join(lines)


def _line(act: Act) -> Text:
    if act.score is None:
        return Text(f"{act.day}  {act.event.headline} (not counted: {act.reason})", style="dim")
    return Text(f"{act.day}  {act.event.headline} ({act.score:+.1f})")

"""dateline timeline: what happened, is going on and is to come, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table as RichTable
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Entity, Jobs, Limit, Plot, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest
from dateline.cli.summarising import Asked, Summary
from dateline.cli.writing import plot_format, write_plot, write_table
from dateline.model import Event
from dateline.views.plots.timeline import draw_timeline
from dateline.views.tables import Table
from dateline.views.wording import when

SIGNS = {
    "expected": ("○", "cyan"),
    "under way": ("◐", "yellow"),
    "happened": ("●", "green"),
    "cancelled": ("✕", "red"),
    "postponed": ("»", "red"),
    "unconfirmed": ("?", "magenta"),
    "disputed": ("≠", "red"),
}
QUOTED = 150
"""Characters of the sentence that a line shows."""


def run(
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    since: Annotated[str | None, typer.Option(help="Leave out what ended before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Leave out what begins after this day.", show_default=False)] = None,
    entity: Entity = None,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(help="Only what lies between these two actors.", show_default=False)
    ] = None,
    story: Annotated[
        str | None, typer.Option(help="Only this story: its id, or words it tells of.", show_default=False)
    ] = None,
    dates: Annotated[
        int | None,
        typer.Option(min=1, help="Instead of every event, the days that matter most: so many.", show_default=False),
    ] = None,
    sentences: Annotated[
        int | None, typer.Option(min=1, help="With --dates: sentences for each day.", show_default="1")
    ] = None,
    about: Annotated[
        str | None, typer.Option(help="With --dates: only sentences with one of these words.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write it there: .csv, .parquet, else JSON Lines.", show_default=False),
    ] = None,
    plot: Plot = None,
    limit: Limit = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Print the events in order of time, each with its status and the sentence it rests on; or with --dates a summary.

    A summary holds the days that matter most, each with the sentences of the reports that tell it best.

    Examples:

        dateline timeline --store r.db --as-of 2023-03-18

        dateline timeline reports/ --entity "Xi Jinping" --since 2023-03-01

        dateline timeline reports/ --dates 10 --sentences 2

        dateline timeline --store r.db --pair China Russia --dates 5 -o timeline.jsonl

        dateline timeline --store r.db --entity "Xi Jinping" --plot timeline.svg
    """
    plot_format(plot)
    asked = Asked(
        as_of=day(as_of), since=day(since, first=True), until=day(until), entity=entity, pair=pair, story=story
    )
    if dates is not None:
        if plot is not None:
            raise typer.BadParameter("--plot draws events: it does not go with --dates")
        summary = Summary(asked, dates=dates, sentences=sentences or 1, about=about, jobs=jobs)
        summary.run(reports, store, output=output, as_json=as_json, limit=limit)
        return
    if sentences is not None or about is not None:
        raise typer.BadParameter("--sentences and --about go with --dates")
    with open_record(reports, store) as record:
        table = record.timeline(**asked.options)
        if len(table) and output is not None:
            write_table(table, output)
        if len(table) and plot is not None:
            write_plot(draw_timeline(table, name=asked.name, as_of=asked.as_of, format_=plot_format(plot)), plot)
        if not len(table) or (output is None and plot is None):
            print_events(table, as_json=as_json, limit=limit)


def print_events(table: Table[Event], *, as_json: bool, limit: int | None) -> None:
    """Print events as lines of a timeline; ends with 4 when there are none."""
    shown = shown_of(table, as_json=as_json, limit=limit)
    if as_json:
        print_json([table.row(event) for event in shown])
    elif len(table):
        console().print(event_grid(shown))
        tell_rest(len(table) - len(shown))
    if not len(table):
        nothing(f"no {table.name} found")


def event_grid(events: Sequence[Event]) -> RichTable:
    """Return events as a table: when, status, headline over the sentence, number of reports, id."""
    grid = RichTable(
        "When", "Status", "What", "Reports", "Id", header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for event in events:
        sign, style = SIGNS.get(str(event.status), ("·", "dim"))
        quote = " ".join(event.deciding.mention.evidence.quote.split())
        what = Text.assemble((event.headline, "bold"), "\n", (_cut(quote), "dim"))
        status = Text(f"{sign} {event.status or '–'}", style=style)
        grid.add_row(when(event), status, what, str(event.reports), Text(event.id, style="dim"))
    return grid


def _cut(text: str) -> str:
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rsplit(" ", 1)[0] + " …"

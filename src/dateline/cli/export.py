"""dateline export: an answer in another program's format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline import api
from dateline.cli.options import AsOf, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing
from dateline.views.tables import Table


class What(StrEnum):
    """The answers that can be exported."""

    EVENTS = "events"
    TIMELINE = "timeline"
    QUOTATIONS = "quotations"
    ENTITIES = "entities"
    REPORTS = "reports"


def run(
    reports: Reports = None,
    store: StorePath = None,
    what: Annotated[What, typer.Option(help="What to export.")] = What.EVENTS,
    format_: Annotated[
        str, typer.Option("--format", "-f", help="jsonl, csv or parquet; of events also plover, cameo, gdelt or icews.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
    as_of: AsOf = None,
) -> None:
    """Write events, quotations, entities or reports as JSON Lines, CSV or Parquet, or events in another coder's layout.

    Examples:

        dateline export --store r.db --what events --format parquet -o events.parquet

        dateline export --store r.db --what quotations --format csv > quotations.csv

        dateline export --store r.db --format gdelt -o ours.export.CSV
    """
    if format_ not in api.export_formats():
        raise typer.BadParameter(f"expected one of {', '.join(api.export_formats())}, got {format_!r}")
    exporter = api.exporter(format_)
    with open_record(reports, store) as record:
        asked: dict[What, Callable[..., Table[Any]]] = {
            What.EVENTS: record.events,
            What.TIMELINE: record.timeline,
            What.QUOTATIONS: record.quotations,
            What.ENTITIES: record.entities,
            What.REPORTS: record.reports,
        }
        table = asked[what](as_of=day(as_of))
        if not len(table):
            nothing(f"no {table.name} found")
        if output is None:
            exporter(table, sys.stdout.buffer)
            return
        # Written beside and then put in place, so that a failure leaves what was there before.
        beside = output.with_name(f"{output.name}.part")
        with beside.open("wb") as stream:
            exporter(table, stream)
        beside.replace(output)
        console(stderr=True).print(f"{len(table)} {table.name} written to {output}")

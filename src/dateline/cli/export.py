"""dateline export: an answer in another program's format."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline import api
from dateline.cli.options import AsOf, Entity, Reports, StorePath, day, open_record
from dateline.cli.printing import nothing
from dateline.cli.writing import write_export
from dateline.views.record import Record
from dateline.views.tables import Table


class What(StrEnum):
    """The answers that can be exported."""

    EVENTS = "events"
    TIMELINE = "timeline"
    EXPECTED = "expected"
    CHANGES = "changes"
    QUOTATIONS = "quotations"
    POSITIONS = "positions"
    DISAGREEMENTS = "disagreements"
    ENTITIES = "entities"
    REPORTS = "reports"


USUAL = {"ical": What.EXPECTED, "bibtex": What.REPORTS, "csl": What.REPORTS}
"""What a format is most wanted for, where that is not events."""


def run(
    reports: Reports = None,
    store: StorePath = None,
    what: Annotated[
        What | None,
        typer.Option(help="What to export.", show_default="events; expected as ical, reports as bibtex or csl"),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="jsonl, csv, parquet or arrow; of events also plover, cameo, gdelt, icews or ical; of events and changes atom or "
            "jsonfeed; of reports bibtex or csl; of events, quotations and positions webannotation.",
        ),
    ] = "jsonl",
    entity: Entity = None,
    since: Annotated[
        str | None,
        typer.Option(help="Of events: none over before this day. Of changes: after this day.", show_default=False),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
    as_of: AsOf = None,
) -> None:
    """Write an answer for another program: tables, other coders' layouts, a calendar, a feed, citations, annotations.

    Examples:

        dateline export --store r.db --what events --format parquet -o events.parquet

        dateline export --store r.db --what quotations --format csv > quotations.csv

        dateline export --store r.db --format gdelt -o ours.export.CSV

        dateline export --store r.db --format ical -o expected.ics

        dateline export --store r.db --what changes --since 2023-03-17 --format atom -o changes.atom
    """
    if format_ not in api.export_formats():
        raise typer.BadParameter(f"expected one of {', '.join(api.export_formats())}, got {format_!r}")
    with open_record(reports, store) as record:
        table = _asked(record, what or USUAL.get(format_, What.EVENTS), as_of, since, entity)
        if not len(table):
            nothing(f"no {table.name} found")
        write_export(table, format_, output)


def _asked(record: Record, what: What, as_of: str | None, since: str | None, entity: str | None) -> Table[Any]:
    known = day(as_of)
    if what is What.CHANGES:
        if since is None:
            raise typer.BadParameter("give --since DAY: changes are those after a day")
        if entity is not None:
            raise typer.BadParameter("--entity does not go with changes")
        return record.changes(since=day(since), until=known)
    if what in (What.EVENTS, What.TIMELINE):
        asked = record.events if what is What.EVENTS else record.timeline
        return asked(as_of=known, since=day(since, first=True), entity=entity)
    if since is not None or (entity is not None and what is not What.EXPECTED):
        raise typer.BadParameter(f"{'--since' if since else '--entity'} does not go with {what}")
    if what is What.EXPECTED:
        return record.expected(as_of=known, entity=entity)
    others: dict[What, Callable[..., Table[Any]]] = {
        What.QUOTATIONS: record.quotations,
        What.POSITIONS: record.positions,
        What.DISAGREEMENTS: record.disagreements,
        What.ENTITIES: record.entities,
        What.REPORTS: record.reports,
    }
    return others[what](as_of=known)

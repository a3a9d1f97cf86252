"""dateline date: when a report was written, and what that rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline import api
from dateline.cli.options import AsOf, StorePath, day
from dateline.cli.printing import PARTIAL, complain, console, when_written
from dateline.errors import NotFoundError
from dateline.model import Document, Failure
from dateline.views.annotation import render_document_time
from dateline.views.record import Record


def run(
    reports: Annotated[
        list[str],
        typer.Argument(help="Report files or folders; with --store, also the ids of reports.", show_default=False),
    ],
    store: StorePath = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
) -> None:
    """Say when each report was written: the day, or the narrowest interval that its words allow, with the reasons.

    An undated report is dated by the days it names, the events it knows of, the offices people hold in it and their ages;
    with --store also by the dated reports of the record that share words, quotations or events with it.

    Examples:

        dateline date report.txt

        dateline date brd-1107 --store r.db --as-of 2023-11-01
    """
    until = day(as_of)
    if until is not None and store is None:
        raise typer.BadParameter("--as-of asks a record: give --store STORE")
    failed = False
    for found in _found(reports, store, until):
        if isinstance(found, Failure):
            failed = True
            complain(f"{found.path}{f':{found.line}' if found.line else ''}: {found.message}")
        elif as_json:
            typer.echo(json.dumps(_encoded(found), ensure_ascii=False))
        else:
            _print(found)
    if failed:
        raise typer.Exit(PARTIAL)


def _found(reports: list[str], store: Path | None, until: date | None) -> Iterable[Document | Failure]:
    if store is None:
        yield from api.date_reports([Path(report) for report in reports])
        return
    with api.open_record(store) as record:
        for report in reports:
            if Path(report).exists():
                yield from _read(Path(report), record, until)
            else:
                yield record.dated(report, as_of=until)


def _read(path: Path, record: Record, until: date | None) -> Iterator[Document | Failure]:
    """Yield the reports of a file as the record dates them; those it does not hold, by their words."""
    for found in api.date_reports([path]):
        try:
            yield found if isinstance(found, Failure) else record.dated(found.id, as_of=until)
        except NotFoundError:
            yield found


def _encoded(document: Document) -> dict[str, Any]:
    return {"id": document.name, "document_time": render_document_time(document.time)}


def _print(document: Document) -> None:
    time = document.time
    console().print(Text.assemble((document.name, "bold"), f"  {when_written(time)} (by {time.basis})"))
    for reason in time.reasons:
        console().print(Text(f"  {reason}", style="dim"))

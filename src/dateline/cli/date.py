"""dateline date: when a report was written, and what that rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline import api
from dateline.cli.options import StorePath
from dateline.cli.printing import PARTIAL, complain, console, when_written
from dateline.model import Document, Failure
from dateline.views.annotation import render_document_time


def run(
    reports: Annotated[
        list[str], typer.Argument(help="Report files or folders; with --store, the ids of reports.", show_default=False)
    ],
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
) -> None:
    """Say when each report was written: the day, or the narrowest interval that its words allow, with the reasons.

    An undated report is dated by the days it names, the events it knows of, the offices people hold in it and their ages.

    Examples:

        dateline date report.txt

        dateline date brd-1107 --store r.db --json
    """
    failed = False
    for found in _found(reports, store):
        if isinstance(found, Failure):
            failed = True
            complain(f"{found.path}{f':{found.line}' if found.line else ''}: {found.message}")
        elif as_json:
            typer.echo(json.dumps(_encoded(found), ensure_ascii=False))
        else:
            _print(found)
    if failed:
        raise typer.Exit(PARTIAL)


def _found(reports: list[str], store: Path | None) -> Iterable[Document | Failure]:
    if store is None:
        yield from api.date_reports([Path(report) for report in reports])
        return
    with api.open_record(store) as record:
        for report in reports:
            yield record.report(report)


def _encoded(document: Document) -> dict[str, Any]:
    return {"id": document.name, "document_time": render_document_time(document.time)}


def _print(document: Document) -> None:
    time = document.time
    console().print(Text.assemble((document.name, "bold"), f"  {when_written(time)} (by {time.basis})"))
    for reason in time.reasons:
        console().print(Text(f"  {reason}", style="dim"))

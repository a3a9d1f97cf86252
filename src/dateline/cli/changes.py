"""dateline changes: what became known between two days."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.options import AsJson, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest

Since = Annotated[str, typer.Option("--from", "--since", help="After the end of this day.", show_default=False)]
Until = Annotated[
    str | None, typer.Option("--to", "--until", help="By the end of this day; else the last.", show_default=False)
]


def run(
    since: Since,
    until: Until = None,
    reports: Reports = None,
    store: StorePath = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print what became known between two days: what is new, has happened, was called off, is disputed or overdue.

    Example:

        dateline changes --from 2023-03-17 --to 2023-03-21 --store r.db
    """
    with open_record(reports, store) as record:
        first, last = day(since), day(until)
        try:
            table = record.changes(since=first, until=last)
            shown = shown_of(table, as_json=as_json, limit=limit)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        if as_json:
            print_json([table.row(change) for change in shown])
            return
        if not len(table):
            nothing("nothing changed")
        kind = None
        for change in shown:
            if change.kind is not kind:
                kind = change.kind
                console().print(Text(f"\n{kind}".upper() if kind else "", style="bold"))
            console().print(Text.assemble("  ", change.line, (f"  {change.id}", "dim")))
        tell_rest(len(table) - len(shown))

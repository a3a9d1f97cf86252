"""dateline stories: the story that each report belongs to, or the stories of a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import AsJson, AsOf, Limit, StorePath, day, open_record
from dateline.cli.printing import print_table
from dateline.cli.streaming import write_stream

COLUMNS = {
    "reports": "reports",
    "first": "first",
    "last": "last",
    "title": "story",
    "events": "events",
    "id": "id",
    "part_of": "part of",
}


def run(
    reports: Annotated[
        list[Path] | None,
        typer.Argument(help="Report files or folders; - reads JSON Lines from standard input.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to, for report files; else standard output.")
    ] = None,
    store: StorePath = None,
    about: Annotated[str | None, typer.Option(help="Only stories about these words.", show_default=False)] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print the story that each report belongs to, one JSON object a report; or with --store the stories of a record.

    Reports meet their stories in order of publication, whatever order they come in. Of a record, each story is printed with
    its title, days, reports, outlets and events, those with most reports first; one that is a matter of its own in a long
    affair names the story of that affair.

    Examples:

        dateline stories reports.jsonl -o stories.jsonl

        dateline stories --store r.db --as-of 2023-03-20

        dateline stories --store r.db --about ceasefire
    """
    if reports and (about or as_of):
        raise typer.BadParameter("--about and --as-of ask a store, not report files: build one first")
    if reports and store is None:
        write_stream(api.stories(list(reports)), output, doing="Sorting", reading=reports)
        return
    with open_record(reports, store) as record:
        print_table(record.stories(as_of=day(as_of), about=about), COLUMNS, as_json=as_json, limit=limit)

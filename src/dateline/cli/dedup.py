"""dateline dedup: reports in, what each goes back to out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.streaming import write_stream


def run(
    reports: Annotated[
        list[Path], typer.Argument(help="Report files or folders; - reads JSON Lines from standard input.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
) -> None:
    """Print which earlier report each report goes back to: as a copy, an excerpt or a revision, or as none of these.

    One JSON object a report, in order, with the agency it credits, how much of its words it has from its origin, and what a
    revision changed. Reports are compared by their day of publication, whatever order they come in. Nothing is stored.

    Examples:

        dateline dedup reports.jsonl -o origins.jsonl

        dateline dedup reports.jsonl | jq -r 'select(.relation == "original").id'
    """
    write_stream(api.dedup(list(reports)), output, doing="Comparing", reading=reports)

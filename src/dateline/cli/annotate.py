"""dateline annotate: reports in, what the stages say of each out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import Jobs, Strict, settings_with
from dateline.cli.streaming import write_stream


def run(
    reports: Annotated[
        list[Path], typer.Argument(help="Report files or folders; - reads JSON Lines from standard input.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
    jobs: Jobs = None,
    strict: Strict = False,
) -> None:
    """Print sentences, mentions, times, quotations and events of each report: one JSON object a report, in order.

    Nothing is stored. What cannot be read is told on stderr and the command ends with 3.

    Examples:

        dateline annotate report.txt

        dateline annotate reports.jsonl.gz -o annotated.jsonl --jobs 2
    """
    settings = settings_with(jobs, strict=strict)
    found = api.annotate_reports(list(reports), settings=settings)
    write_stream(found, output, doing="Annotating", reading=reports)

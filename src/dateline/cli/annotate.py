"""dateline annotate: reports in, what the stages say of each out."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import Jobs, settings_with
from dateline.cli.printing import PARTIAL, complain, console, progress
from dateline.model import Failure


def run(
    reports: Annotated[
        list[Path], typer.Argument(help="Report files or folders; - reads JSON Lines from standard input.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
    jobs: Jobs = None,
) -> None:
    """Print sentences, mentions, times, quotations and events of each report: one JSON object a report, in order.

    Nothing is stored. What cannot be read is told on stderr and the command ends with 3.

    Examples:

        dateline annotate report.txt

        dateline annotate reports.jsonl.gz -o annotated.jsonl --jobs 2
    """
    settings = settings_with(jobs)
    failed = done = 0
    with ExitStack() as stack:
        stream = stack.enter_context(output.open("wb")) if output else sys.stdout.buffer
        shown = stack.enter_context(progress())
        for annotated in api.annotate_reports(list(reports), jobs=settings.jobs or 1, settings=settings):
            if isinstance(annotated, Failure):
                failed += 1
                complain(f"{annotated.path}{f':{annotated.line}' if annotated.line else ''}: {annotated.message}")
                continue
            stream.write(json.dumps(annotated, ensure_ascii=False).encode() + b"\n")
            done += 1
            shown("Annotating", done, None)
        stream.flush()
    if failed:
        console(stderr=True).print(f"{done} reports annotated, {failed} could not be read", style="dim")
        raise typer.Exit(PARTIAL)

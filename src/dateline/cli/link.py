"""dateline link: mentions of events to events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import Jobs, settings_with
from dateline.cli.printing import progress
from dateline.cli.streaming import write_stream
from dateline.model import Failure


def run(
    reports: Annotated[
        list[Path], typer.Argument(help="Report files or folders; - reads JSON Lines from standard input.")
    ],
    mentions: Annotated[
        Path, typer.Option("--mentions", "-m", help="JSON Lines file of mentions: which words of which report.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
    jobs: Jobs = None,
) -> None:
    """Print which mentions of events, found by somebody else, tell of one happening.

    A mention names its report and its words there: {"mention": "m1", "id": "report", "start": 10, "end": 17}. One JSON object
    a mention, in order: mentions with the same `event` are one. Topics need not be given. A mention of an unknown report, or
    of words past its end, is told on stderr and costs only itself. Nothing is stored.

    Examples:

        dateline link reports.jsonl --mentions mentions.jsonl -o events.jsonl
    """
    with progress() as shown:
        found = list(api.link(list(reports), mentions, settings=settings_with(jobs), progress=shown))
    rows = (item if isinstance(item, Failure) else {"mention": item[0], "event": item[1]} for item in found)
    write_stream(rows, output, doing="Writing", what="mentions")

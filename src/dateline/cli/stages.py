"""dateline stages: what reads a report, in order."""

from __future__ import annotations

from dataclasses import asdict

from rich.table import Table as RichTable

from dateline import api
from dateline.cli.options import AsJson, settings_with
from dateline.cli.printing import console, plain, print_json


def run(as_json: AsJson = False) -> None:
    """Print the registered stages: version, what each requires and yields, and whether the settings use it.

    Example:

        dateline stages --json
    """
    found = [asdict(stage) for stage in api.stages(settings_with(None))]
    if as_json:
        print_json(found)
        return
    grid = RichTable(
        "Group", "Name", "Version", "Requires", "Yields", "Used", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for stage in found:
        shown = {**stage, "used": "yes" if stage["used"] else "no"}
        grid.add_row(*(plain(list(value) if isinstance(value, tuple) else value) for value in shown.values()))
    console().print(grid)

"""dateline demo: the bundled example reports, from files to a timeline."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dateline import api
from dateline.cli.options import settings_with
from dateline.cli.printing import console, progress
from dateline.cli.timeline import event_grid
from dateline.views.record import Record

SHOWN = 25


def run(
    store: Annotated[Path, typer.Option("--store", "-s", help="Where to keep the demo's record.")] = Path("demo.db"),
) -> None:
    """Build a record of the bundled example reports and show what is in it.

    Example:

        dateline demo --store demo.db
    """
    with progress() as shown:
        summary = api.build(api.examples(), store, settings=settings_with(None), progress=shown)
    with api.open_record(store) as record:
        _introduce(record, summary.failures)
        _show_timeline(record)
        _show_expected(record)
    _say_next(store)


def _introduce(record: Record, failures: int) -> None:
    reports = record.reports()
    dated = [report.dated.value[:10] for report in reports if report.dated]
    outlets = Counter(report.outlet or report.agency or "outlet not given" for report in reports)
    counts = record.counts()
    _heading("The reports")
    undated = len(reports) - len(dated)
    told = (
        f"{counts['events']} events, {counts['quotations']} quotations, {counts['entities']} people, states and bodies"
    )
    console().print(f"{len(reports)} reports, {dated[0]} to {dated[-1]}, {undated} undated, {failures} unreadable")
    console().print(Text(", ".join(f"{name} ({count})" for name, count in outlets.most_common())))
    console().print(f"In them: {told}")


def _show_timeline(record: Record) -> None:
    timeline = record.timeline()
    most_told = sorted(timeline, key=lambda event: -event.reports)[:SHOWN]
    _heading(f"The timeline: {len(most_told)} of {len(timeline)} events, those told most")
    console().print(event_grid([event for event in timeline if event in most_told]))


def _show_expected(record: Record) -> None:
    expected = record.expected()
    _heading("What is expected next")
    console().print(event_grid(expected[-8:]))


def _say_next(store: Path) -> None:
    _heading("What to type next")
    for command, why in (
        (f"dateline timeline --store {store} --as-of 2023-03-18", "what was known on that day"),
        (f'dateline timeline --store {store} --entity "Xi Jinping"', "one person's timeline"),
        (f"dateline expected --store {store} --as-of 2023-02-01", "what was due then"),
        (f"dateline quotes --store {store} --about grain", "who said what about it"),
        (f'dateline search "prisoner exchange" --store {store}', "reports by their words"),
        (f"dateline show ID --store {store}", "anything above, down to its sentence"),
        ("dateline build YOUR_REPORTS --store r.db", "your own reports: .txt .jsonl .csv .html"),
    ):
        console().print(Text.assemble(("  " + command, "bold"), (f"   {why}", "dim")))


def _heading(text: str) -> None:
    console().print(Text(f"\n{text}", style="bold underline"))

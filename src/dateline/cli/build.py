"""dateline build: bring a store up to date with reports."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import DEFAULT_STORE, AsJson, Jobs, Strict, settings_with
from dateline.cli.printing import PARTIAL, console, print_json, progress


def run(
    reports: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Report files or folders; none goes on with what an earlier build left to do.", show_default=False
        ),
    ] = None,
    store: Annotated[
        Path, typer.Option("--store", "-s", help="The store to build.", envvar="DATELINE_STORE")
    ] = DEFAULT_STORE,
    jobs: Jobs = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read reports into a store: what is known already costs nothing.

    A build that was interrupted goes on where it stopped. Ends with 3 when something could not be read (see: dateline failures).

    Examples:

        dateline build reports/ --store r.db

        dateline build monday.jsonl.gz page.html --store r.db --jobs 2
    """
    with progress() as shown:
        summary = api.build(reports or [], store, settings=settings_with(jobs, strict=strict), progress=shown)
    if as_json:
        print_json([asdict(summary)])
    else:
        console().print(
            f"{summary.read} reports read, {summary.new} new; {summary.analysed} analysed, {summary.linked} linked;"
            f" {summary.failures} failures"
        )
    if summary.failures:
        console(stderr=True).print(f"see: dateline failures --store {store}", style="dim")
        raise typer.Exit(PARTIAL)

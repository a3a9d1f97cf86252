"""dateline resources: newer office holders from Wikidata, into a file of your own."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import day


class Action(StrEnum):
    """What is done with the resources."""

    UPDATE = "update"


def run(
    action: Annotated[Action, typer.Argument(help="update: ask Wikidata who holds the highest offices of states.")],
    since: Annotated[str, typer.Option(help="Only who took office on this day or later.")] = "2025-01-01",
    output: Annotated[Path, typer.Option("--output", "-o", help="The CSV file to write.")] = Path("wikidata.csv"),
) -> None:
    """Ask Wikidata who leads which state, and write a file that the setting `resources` reads.

    This is the only command that asks the network, and nothing runs it for you. One question is asked; the answer is kept in the
    cache folder of the user, and an unchanged one is not sent again. Name the file in dateline.toml to use it.

    Examples:

        dateline resources update

        dateline resources update --since 2026-01-01 -o leaders.csv
    """
    first = day(since, first=True) or date.min
    rows = api.update_resources(output, since=first)
    typer.echo(f'{rows} rows in {output}; to use them, in dateline.toml: resources = ["{output}"]', err=True)

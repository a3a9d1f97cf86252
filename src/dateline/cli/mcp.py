"""dateline mcp: let an assistant ask the record."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_STORE
from dateline.cli.printing import FAILED, complain


def run(
    store: Annotated[
        Path, typer.Option("--store", "-s", help="The store to ask.", envvar="DATELINE_STORE")
    ] = DEFAULT_STORE,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long one call may take.")] = 20.0,
) -> None:
    """Answer an assistant's questions to the record over standard input and output (Model Context Protocol), for reading only.

    An assistant that speaks the protocol starts this command itself.

    Examples:

        dateline mcp --store r.db
    """
    try:
        server = importlib.import_module("dateline.mcp")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("dateline"):
            raise
        complain(
            f"the tools for assistants need {error.name}: pip install 'dateline[mcp]', or in a clone: pip install -e '.[mcp]'"
        )
        raise typer.Exit(FAILED) from error
    server.run(store, seconds=seconds)

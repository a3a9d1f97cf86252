"""dateline extract: saved web pages and other files to plain reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.streaming import write_stream


def run(
    files: Annotated[list[Path], typer.Argument(help="Saved web pages, or any files or folders with reports.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
) -> None:
    """Print each report found as one JSON object: id, text, title, published_at, outlet, url, language.

    Example:

        dateline extract pages/*.html -o reports.jsonl
    """
    write_stream(api.extract(list(files)), output, doing="Extracting", reading=files)

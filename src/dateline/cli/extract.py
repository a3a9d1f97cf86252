"""dateline extract: saved web pages and other files to plain reports."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.printing import PARTIAL, complain, progress
from dateline.model import Failure


def run(
    files: Annotated[list[Path], typer.Argument(help="Saved web pages, or any files or folders with reports.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
) -> None:
    """Print each report found as one JSON object: id, text, title, published_at, outlet, url, language.

    Example:

        dateline extract pages/*.html -o reports.jsonl
    """
    failed = done = 0
    with ExitStack() as stack:
        stream = stack.enter_context(output.open("wb")) if output else sys.stdout.buffer
        shown = stack.enter_context(progress())
        for extracted in api.extract(list(files)):
            if isinstance(extracted, Failure):
                failed += 1
                complain(f"{extracted.path}{f':{extracted.line}' if extracted.line else ''}: {extracted.message}")
                continue
            stream.write(json.dumps(extracted, ensure_ascii=False).encode() + b"\n")
            done += 1
            shown("Extracting", done, None)
        stream.flush()
    if failed:
        raise typer.Exit(PARTIAL)

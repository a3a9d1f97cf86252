"""One object a report from a stream of reports to a file or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import typer

from dateline.cli.printing import PARTIAL, complain, console, progress
from dateline.model import Failure
from dateline.views.exports.jsonl import json_line


def write_stream(
    items: Iterable[dict[str, Any] | Failure],
    output: Path | None,
    *,
    doing: str,
    what: str = "reports",
    reading: Iterable[Path] = (),
) -> None:
    """Write each object as a line as soon as it is there; tell failures on stderr and end with 3 if there were any.

    An output that is one of the files *reading* are, or lies in one of these folders, is refused.
    """
    _spare(output, reading)
    done = failed = 0
    with ExitStack() as stack:
        stream = stack.enter_context(output.open("wb")) if output else sys.stdout.buffer
        shown = stack.enter_context(progress())
        for item in items:
            if isinstance(item, Failure):
                failed += 1
                complain(f"{item.path}{f':{item.line}' if item.line else ''}: {item.message}")
                continue
            stream.write(json_line(item).encode() + b"\n")
            done += 1
            shown(doing, done, None)
        stream.flush()
    if failed:
        console(stderr=True).print(f"{done} {what} written, {failed} could not be read", style="dim")
        raise typer.Exit(PARTIAL)


def _spare(output: Path | None, reading: Iterable[Path]) -> None:
    for path in reading if output else ():
        if output and output.exists() and path.exists() and output.resolve().is_relative_to(path.resolve()):
            raise typer.BadParameter(f"expected a file that is not read as well, got {output}", param_hint="--output")

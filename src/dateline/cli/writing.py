"""Answers to files: each is written beside and then put in place, so that a failure leaves what was there before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import typer

from dateline import api
from dateline.cli.printing import console
from dateline.views.tables import Table

PLOTS = ("svg", "png")
TABLES = {".csv": "csv", ".parquet": "parquet"}


def plot_format(path: Path | None) -> str:
    """Return the format that a plot's file name asks for; another name is a usage error."""
    asked = path.suffix.lower().removeprefix(".") if path is not None else PLOTS[0]
    if asked not in PLOTS:
        raise typer.BadParameter(f"expected a file that ends with .svg or .png, got {path}", param_hint="--plot")
    return asked


def write_plot(drawn: bytes, path: Path) -> None:
    """Write a plot to a file."""
    _write(path, lambda stream: stream.write(drawn))
    console(stderr=True).print(f"plot written to {path}")


def write_table(table: Table[Any], path: Path) -> None:
    """Write a table as the file's name asks: CSV, Parquet, else JSON Lines."""
    exporter = api.exporter(TABLES.get(path.suffix.lower(), "jsonl"))
    _write(path, lambda stream: exporter(table, stream))
    console(stderr=True).print(f"{len(table)} rows written to {path}")


def _write(path: Path, write: Callable[[BinaryIO], object]) -> None:
    beside = path.with_name(f"{path.name}.part")
    with beside.open("wb") as stream:
        write(stream)
    beside.replace(path)

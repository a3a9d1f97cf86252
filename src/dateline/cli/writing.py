"""Answers to files: each is written beside and then put in place, so that a failure leaves what was there before."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import typer

from dateline import api
from dateline.cli.printing import console
from dateline.views.tables import Table

Answer = TypeVar("Answer")

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


def write_export(table: Table[Any], format_: str, path: Path | None) -> None:
    """Write a table in a format, to a file or to standard output, and say what the format has no place for."""
    exporter = api.exporter(format_)
    if path is None:
        left_out = exporter(table, sys.stdout.buffer)
    else:
        left_out = _write(path, lambda stream: exporter(table, stream))
        console(stderr=True).print(f"{len(table) - (left_out or 0)} {table.name} written to {path}")
    if left_out:
        console(stderr=True).print(f"{left_out} left out: {format_} has no place for one without a day")


def _write(path: Path, write: Callable[[BinaryIO], Answer]) -> Answer:
    beside = path.with_name(f"{path.name}.part")
    with beside.open("wb") as stream:
        answer = write(stream)
    beside.replace(path)
    return answer

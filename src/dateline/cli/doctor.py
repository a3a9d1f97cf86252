"""dateline doctor: what is installed, which model, is the store sound."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import typer
from rich.text import Text

from dateline import api
from dateline.cli.options import AsJson, StorePath
from dateline.cli.printing import FAILED, console, print_json
from dateline.errors import DatelineError
from dateline.settings import load_settings

PACKAGES = ("dateline", "spacy", "sqlalchemy", "alembic", "trafilatura", "pyarrow", "pandas", "polars")


def run(store: StorePath = None, as_json: AsJson = False) -> None:
    """Check the installation, the language model, the settings and, if one is named, a store. Ends with 1 when one is unwell.

    Example:

        dateline doctor --store r.db
    """
    checks: list[tuple[str, str, bool]] = [("python", platform.python_version(), True)]
    checks.append(("sqlite", sqlite3.sqlite_version, True))
    checks += [(name, _version(name), True) for name in PACKAGES]
    checks.append(_checked("settings", lambda: f"pipeline {load_settings().pipeline}"))
    checks.append(_checked("language model", api.check_model))
    checks.append(_checked("stages", lambda: f"{len(api.stages())} registered"))
    if store is not None:
        checks.append(_checked(f"store {store}", lambda: _sound(str(store))))
    if as_json:
        print_json([{"check": name, "found": found, "ok": ok} for name, found, ok in checks])
    else:
        for name, found, ok in checks:
            sign, style = ("ok", "green") if ok else ("!!", "bold red")
            console().print(Text.assemble((sign, style), f"  {name}: {found}"), soft_wrap=True)
    if not all(ok for _, _, ok in checks):
        raise typer.Exit(FAILED)


def _checked(name: str, check: Callable[[], str]) -> tuple[str, str, bool]:
    try:
        return name, check(), True
    except DatelineError as error:
        return name, str(error), False


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed (optional)"


def _sound(store: str) -> str:
    found = api.problems(store)
    if found:
        raise DatelineError("; ".join(found))
    with api.open_record(store) as record:
        return "sound; " + ", ".join(f"{count} {name}" for name, count in record.counts().items())

"""Paths to reports: files by their suffix, folders walked in sorted order, ``-`` for standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from dateline import registry
from dateline.errors import SourceError
from dateline.model import Failure, RawReport, Source
from dateline.settings import Settings
from dateline.sources.files import STANDARD_INPUT, failure

STAGE = "sources"

BUILT_IN = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
}
"""Suffixes of our own sources, perhaps with .gz behind them: a source, and what it imports, is loaded when such a file is met."""


class SourceFinder:
    """The source for each path, by suffix; sources that plug-ins register are asked when no built-in suffix fits."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sources: dict[str, Source] = {}

    def named(self, name: str) -> Source:
        """Return the source registered under *name*; raises StageError when there is none."""
        if name not in self._sources:
            self._sources[name] = cast(Source, registry.load(registry.SOURCES, name)(self._settings))
        return self._sources[name]

    def source_for(self, path: str) -> Source | None:
        """Return the source that reads files so named, or None."""
        name = _longest(path, BUILT_IN) or _longest(path, self._added_suffixes())
        return self.named(name) if name else None

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every suffix that can be read, in alphabetical order."""
        return tuple(sorted({*BUILT_IN, *self._added_suffixes()}))

    def _added_suffixes(self) -> dict[str, str]:
        added = set(registry.names(registry.SOURCES)) - set(BUILT_IN.values())
        return {suffix: name for name in sorted(added) for suffix in self.named(name).suffixes}


def find_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[RawReport | Failure]:
    """Yield the reports of files and folders in the order given, and a failure for each thing that cannot be read.

    In a folder, hidden files and files of other kinds are passed over; a file named outright must be of a known kind.
    """
    finder = SourceFinder(settings)
    for path in map(str, paths):
        if path == STANDARD_INPUT:
            yield from finder.named("jsonl")(path)
        elif Path(path).is_dir():
            yield from _in_folder(path, finder)
        else:
            yield from _in_file(path, finder)


def _in_file(path: str, finder: SourceFinder) -> Iterator[RawReport | Failure]:
    if not os.path.lexists(path):
        yield failure(STAGE, FileNotFoundError("expected a file or folder, got a path where there is none"), path)
    elif (source := finder.source_for(path)) is None:
        yield failure(
            STAGE, SourceError(f"expected a file named {', '.join(finder.suffixes)}, or one of these with .gz"), path
        )
    else:
        yield from _read(source, path)


def _in_folder(folder: str, finder: SourceFinder) -> Iterator[RawReport | Failure]:
    pending = [folder]
    while pending:
        path = pending.pop()
        if path == folder or (Path(path).is_dir() and not Path(path).is_symlink()):
            try:
                pending.extend(sorted(_visible(path), reverse=True))
            except OSError as error:
                yield failure(STAGE, error, path)
        elif (source := finder.source_for(path)) is not None and not Path(path).is_dir():
            if _is_special(path):
                yield failure(STAGE, SourceError("expected a regular file, got a pipe, socket or device"), path)
            else:
                yield from _read(source, path)


def _read(source: Source, path: str) -> Iterator[RawReport | Failure]:
    try:
        yield from source(path)
    except Exception as error:  # noqa: BLE001  a fault of a source, ours or a plug-in's, costs one file, never the run
        yield failure(STAGE, error, path)


def _visible(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.path for entry in entries if not entry.name.startswith(".")]


def _is_special(path: str) -> bool:
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False  # a broken link, say: opening it tells why


def _longest(path: str, names: dict[str, str]) -> str | None:
    name = path.lower()
    fitting = [suffix for suffix in names if name.endswith((suffix, f"{suffix}.gz"))]
    return names[max(fitting, key=len)] if fitting else None

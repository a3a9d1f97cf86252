"""A timeline of few days: from report files or a store to a table, JSON Lines or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer
from rich.table import Table as RichTable
from rich.text import Text

from dateline import api
from dateline.cli.options import open_record, settings_with
from dateline.cli.printing import PARTIAL, complain, console, nothing, print_json, progress, shown_of, tell_rest
from dateline.cli.streaming import write_stream
from dateline.model import Failure
from dateline.views.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a timeline is to be about."""

    as_of: date | None
    since: date | None
    until: date | None
    entity: str | None
    pair: tuple[str, str] | None
    story: str | None

    @property
    def options(self) -> dict[str, Any]:
        """The same as arguments."""
        return asdict(self)

    @property
    def name(self) -> str:
        """What it is about, in a few words."""
        said = self.entity or (" and ".join(self.pair) if self.pair else "") or self.story or "Timeline"
        return f"{said}, as of {self.as_of}" if self.as_of else said

    @property
    def of_record(self) -> bool:
        """Whether only a record can answer it."""
        return any(one is not None for one in (self.entity, self.pair, self.story))


@dataclass(frozen=True, slots=True)
class Summary:
    """A timeline of so many days and sentences."""

    asked: Asked
    dates: int
    sentences: int
    about: str | None
    jobs: int | None

    def run(
        self,
        reports: list[Path] | None,
        store: Path | None,
        *,
        output: Path | None,
        as_json: bool,
        limit: int | None,
    ) -> None:
        """Print or write the timeline; ends with 3 when a report could not be read, with 4 when there is nothing to tell."""
        if reports and store is None and not self.asked.of_record:
            _tell(self._entries(list(reports)), output, reading=reports, as_json=as_json, limit=limit)
            return
        with open_record(reports, store) as record:
            _tell(self._entries(record), output, reading=reports or (), as_json=as_json, limit=limit)

    def _entries(self, source: list[Path] | Record) -> list[dict[str, Any] | Failure]:
        with progress() as shown:
            found = api.summarise(
                source,
                dates=self.dates,
                sentences=self.sentences,
                about=self.about,
                settings=settings_with(self.jobs),
                progress=shown,
                **self.asked.options,
            )
            return list(found)


def _tell(
    found: Sequence[dict[str, Any] | Failure],
    output: Path | None,
    *,
    reading: Sequence[Path],
    as_json: bool,
    limit: int | None,
) -> None:
    if output is not None:
        write_stream(found, output, doing="Writing", what="days", reading=reading)
    else:
        _show(found, as_json=as_json, limit=limit)


def _show(found: Sequence[dict[str, Any] | Failure], *, as_json: bool, limit: int | None) -> None:
    days = [item for item in found if not isinstance(item, Failure)]
    failures = [item for item in found if isinstance(item, Failure)]
    for item in failures:
        complain(f"{item.path}{f':{item.line}' if item.line else ''}: {item.message}")
    shown = shown_of(days, as_json=as_json, limit=limit)
    if as_json:
        print_json(list(shown))
    elif days:
        console().print(_grid(shown))
        tell_rest(len(days) - len(shown))
    if failures:
        raise typer.Exit(PARTIAL)
    if not days:
        nothing("no day found that the reports tell of")


def _grid(days: Sequence[dict[str, Any]]) -> RichTable:
    grid = RichTable("Day", "What the reports say", header_style="bold", box=None, pad_edge=False, padding=(0, 2, 1, 0))
    for entry in days:
        told = Text("\n").join(_sentence(sentence) for sentence in entry["sentences"])
        grid.add_row(Text(entry["date"], style="bold"), told)
    return grid


def _sentence(sentence: dict[str, Any]) -> Text:
    where = ", ".join(part for part in (sentence["outlet"], sentence["id"]) if part)
    return Text.assemble(" ".join(sentence["text"].split()), (f"  {where}", "dim"))

"""Setting out a task's gold rows and inputs in a folder of their own, whole or as a fixed sample."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from benchmarks.quality.tasks import BenchError, Task

Row = dict[str, Any]

SEED = "dateline-1"
"""Changing it draws other samples, and so voids the floors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A task set out in *folder*: `gold.jsonl` holds *rows*; its inputs lie beside it under their names."""

    task: Task
    bench: Path
    folder: Path
    rows: tuple[Row, ...]
    total: int

    @property
    def gold(self) -> Path:
        """The gold file."""
        return self.folder / "gold.jsonl"

    @property
    def extent(self) -> str:
        """On how much of the set: `all 256` or `24 of 256`."""
        return f"all {self.total}" if len(self.rows) == self.total else f"{len(self.rows)} of {self.total}"

    @property
    def digest(self) -> str:
        """A hash of which rows these are, and of what is right for them."""
        said = json.dumps(self.rows, sort_keys=True).encode()
        return blake2b(said, digest_size=8).hexdigest()

    def input(self, name: str) -> Path:
        """The path of an input file."""
        return self.folder / f"{name}.jsonl"

    @property
    def pages(self) -> list[Path]:
        """The saved pages that the gold rows name, where they lie."""
        return [(self.bench / self.task.gold).parent / row["file"] for row in self.rows]

    def reports_between(self, gold: Row) -> Iterator[Row]:
        """Yield the reports of a gold timeline's topic that were published from its first day to its last."""
        for row in read_rows(self.bench / self.task.inputs["reports"].format(**gold)):
            if gold["first"] <= row["published_at"][:10] <= gold["last"]:
                yield row


def stage(task: Task, bench: Path, folder: Path, *, sample: int | None = None) -> Staged:
    """Write the gold rows of a task, or about *sample* of them, and the inputs these rows need, under *folder*."""
    files = sorted(bench.glob(task.gold))
    if not files:
        raise BenchError(f"{task.name}: no gold at {bench / task.gold}")
    everything = [row for path in files for row in read_rows(path)]
    rows = choose(everything, task.sample_by or task.key, sample)
    staged = Staged(task=task, bench=bench, folder=folder / task.name, rows=tuple(rows), total=len(everything))
    staged.folder.mkdir(parents=True)
    write_rows(staged.gold, rows)
    if task.command != "timeline":  # its inputs are cut by date for each timeline when they are used
        _stage_inputs(staged, bench)
    return staged


def choose(rows: Sequence[Row], by: str, sample: int | None) -> list[Row]:
    """Return about *sample* rows in their order: the units named by *by* are taken whole, in the order of a seeded hash."""
    if sample is None:
        return list(rows)
    sizes: dict[str, int] = {}
    for row in rows:
        sizes[str(row[by])] = sizes.get(str(row[by]), 0) + 1
    chosen: set[str] = set()
    taken = 0
    for unit in sorted(sizes, key=lambda unit: blake2b(f"{SEED} {unit}".encode()).digest()):
        if taken >= sample:
            break
        chosen.add(unit)
        taken += sizes[unit]
    return [row for row in rows if str(row[by]) in chosen]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write objects to a JSON Lines file."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _stage_inputs(staged: Staged, bench: Path) -> None:
    task = staged.task
    wanted = {row[task.key] for row in staged.rows}
    inputs = {name: list(read_rows(bench / path)) for name, path in task.inputs.items()}
    whole = len(staged.rows) == staged.total
    if "mentions" in inputs:
        inputs["mentions"] = [row for row in inputs["mentions"] if row["mention"] in wanted]
        wanted = {row["id"] for row in inputs["mentions"]}
    for name, rows in inputs.items():
        key = {"reports": "id", "cases": "case", "mentions": "mention"}[name]
        keep_all = whole or name == "mentions"
        write_rows(staged.input(name), (row for row in rows if keep_all or row[key] in wanted))

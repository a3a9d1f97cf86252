"""The tasks of tasks.toml, and where the development sets lie."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TASKS = Path(__file__).with_name("tasks.toml")


class BenchError(Exception):
    """A measurement that could not be made; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number to watch: where the scorer puts it, what peers reach, what we want. Higher is better."""

    name: str
    at: tuple[str, ...]
    peer_here: float | None = None
    peer: float | None = None
    aim: float | None = None

    def read(self, scores: Any) -> float:
        """Return the figure's value in a scorer's JSON; raises BenchError when it is not there."""
        for key in self.at:
            if not isinstance(scores, dict) or key not in scores:
                raise BenchError(f"the scorer's JSON has nothing at {' / '.join(self.at)} (missing: {key!r})")
            scores = scores[key]
        return float(scores or 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is asked, by which command, with which inputs, and how the answer is scored."""

    name: str
    command: str
    gold: str
    scorer: str
    figures: tuple[Figure, ...]
    inputs: dict[str, str] = field(default_factory=dict)
    key: str = "id"
    sample_by: str = ""
    floor: int | None = None


def load_tasks(path: Path = TASKS, *, only: Sequence[str] = ()) -> list[Task]:
    """Return the tasks of a table, or those named in *only*; raises BenchError for a name that is not there."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["task"]
    tasks = [_task(row) for row in rows]
    if unknown := set(only) - {task.name for task in tasks}:
        raise BenchError(f"no such task: {', '.join(sorted(unknown))}; there are {', '.join(t.name for t in tasks)}")
    return [task for task in tasks if not only or task.name in only]


def bench_folder(given: str | Path | None = None) -> Path:
    """Return where the development sets should lie: as given, else $DATELINE_BENCH, else ../shared/bench."""
    return Path(given or os.environ.get("DATELINE_BENCH") or ROOT.parent / "shared" / "bench").resolve()


def _task(row: dict[str, Any]) -> Task:
    figures = tuple(Figure(**{**figure, "at": tuple(figure["at"])}) for figure in row.pop("figure"))
    return Task(figures=figures, **row)

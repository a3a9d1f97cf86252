"""What a day's reports and a late report cost in records of several sizes, linker by linker, as a table and a plot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from matplotlib.figure import Figure

from benchmarks.results import table
from benchmarks.speed.growing import GrowingRecord
from benchmarks.speed.processes import CHILD, run

LINKED_TO = (1_000, 5_000, 10_000)
"""Sizes up to which the record is linked report by report."""
AGED_TO = (20_000, 100_000)
"""Sizes that it is brought to by years before it."""
A_DAY = 50
LATE = timedelta(days=7)
PLOT = Path(__file__).resolve().parents[1] / "growth.svg"

Row = dict[str, str]
Timed = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding reports to a record of a size took: milliseconds of a processor a report, by linker, and phases in seconds."""

    size: int
    linkers: Timed
    phases: Timed
    late: Timed


def plot(measured: Sequence[Added], path: Path = PLOT) -> None:
    """Draw milliseconds a report over the size of the record, a line for each linker."""
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.add_subplot()
    for linker in measured[0].linkers:
        axes.plot(
            [one.size for one in measured], [one.linkers.get(linker, 0.0) for one in measured], "o-", label=linker
        )
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("reports in the record")
    axes.set_ylabel("ms of a processor a report")
    axes.set_title("Linking a day's reports")
    axes.legend(frameon=False, fontsize=8)
    figure.savefig(path, metadata={"Date": None})


def tabulate(measured: Sequence[Added]) -> str:
    """Return two tables: linkers by size, and the phases of a day's reports and a late report by size."""
    linkers = [
        {"to a record of": f"{one.size:,}"}
        | {name: f"{took:.2f}" for name, took in one.linkers.items()}
        | {"linking, all": f"{sum(one.linkers.values()):.2f}"}
        for one in measured
    ]
    phases = [
        {"to a record of": f"{one.size:,}"}
        | {f"{name}, s": f"{took:.2f}" for name, took in one.phases.items()}
        | {"a late report: linked again": f"{one.late['linked']:.0f}", "late, linking, s": f"{one.late['seconds']:.2f}"}
        for one in measured
    ]
    return f"{table(list(linkers[0]), linkers)}\n\n{table(list(phases[0]), phases)}"


def add(path: Path, size: int, lines: Sequence[str], *, record: GrowingRecord, folder: Path) -> Added:
    """Add the reports to a record as those of its next day, all but the last, which comes a week too late."""
    day = record.last_day + timedelta(days=1)
    added = write(folder / "added.jsonl", dated(lines[:-1], day, f"added-{size}"))
    late = write(folder / "late.jsonl", dated(lines[-1:], day - LATE, f"late-{size}"))
    of_day, of_late = (json.loads(run((*CHILD, "linking", path, reports)).said) for reports in (added, late))
    number = of_day["done"]["linked"]
    return Added(
        size=size,
        linkers={name: 1000 * took / number for name, took in of_day["linkers"].items()},
        phases=of_day["phases"],
        late={"linked": of_late["done"]["linked"], "seconds": of_late["phases"]["linking"]},
    )


def write(path: Path, lines: Sequence[str]) -> Path:
    """Write lines to a file and return it."""
    path.write_text("".join(lines), encoding="utf-8")
    return path


def dated(lines: Sequence[str], day: date, name: str) -> list[str]:
    """Return reports as if they were of one day, under ids of their own."""
    return [
        json.dumps({**json.loads(line), "id": f"{name}-{number}", "published_at": day.isoformat()}) + "\n"
        for number, line in enumerate(lines)
    ]

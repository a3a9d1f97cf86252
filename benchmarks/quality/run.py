"""Measure quality: run each task's command, score its answers, write the table of RESULTS.md.

    python -m benchmarks.quality.run [--task T ...] [--bench FOLDER] [--sample N] [--results FILE]

A run on a sample is printed, and written only when --results says where: the figures of RESULTS.md are those of whole sets.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from benchmarks.quality.product import Product, answer, failed_stages
from benchmarks.quality.samples import stage
from benchmarks.quality.scoring import score
from benchmarks.quality.tasks import BenchError, Task, bench_folder, load_tasks
from benchmarks.results import RESULTS, commit, read_section, read_table, table, today, write_section

SECTION = "Quality"
COLUMNS = ("task", "figure", "ours", "before", "peer here", "peer apart", "aim", "on", "command", "date", "commit")
NOTE = """Higher is better. *Peer here* is the best peer on this very set; *peer apart* and *aim* belong to kept-apart sets of the
same kind. *Before* is the figure of the run before, where that was on the same rows. An empty *ours* means: no answer yet."""

Row = dict[str, str]


def rows_of(task: Task, figures: dict[str, float], *, on: str, previous: Sequence[Row]) -> list[Row]:
    """Return a table row for each figure of a task; one that has fallen since the previous table says so."""
    before = {row["figure"]: row for row in previous if row["task"] == task.name and row["on"] == on}
    rows = []
    for figure in task.figures:
        ours = figures.get(figure.name)
        was = before.get(figure.name, {}).get("ours", "")
        fell = ours is not None and was and round(ours, 2) < float(was)
        rows.append(
            {
                "task": task.name,
                "figure": figure.name,
                "ours": "" if ours is None else f"{ours:.2f}",
                "before": f"{was} (fell)" if fell else was,
                "peer here": _number(figure.peer_here),
                "peer apart": _number(figure.peer),
                "aim": _number(figure.aim),
                "on": on,
                "command": task.command,
                "date": today(),
                "commit": commit(),
            }
        )
    return rows


def merge(tasks: Iterable[Task], fresh: Sequence[Row], previous: Sequence[Row]) -> list[Row]:
    """Return the rows of all tasks in their order: those of this run, else those of the table before, else empty ones."""
    rows: list[Row] = []
    for task in tasks:
        for known in (fresh, previous):
            if found := [row for row in known if row["task"] == task.name]:
                rows += found
                break
        else:
            rows += [{**row, "date": "", "commit": ""} for row in rows_of(task, {}, on="not yet", previous=())]
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tasks that are asked for; the exit code is 1 when one could not be measured."""
    given = _parser().parse_args(arguments)
    log = Console(stderr=True)
    bench = bench_folder(given.bench)
    if not bench.is_dir():
        log.print(f"Nothing measured: there are no development sets at {bench} (see benchmarks/README.md).")
        return 0
    results = given.results or (None if given.sample else RESULTS)
    previous = read_table(read_section(results, SECTION)) if results else []
    try:
        fresh, failed = _run(load_tasks(only=given.task or ()), bench, given.sample, previous, log)
    except BenchError as error:
        log.print(f"{error}", style="red", markup=False)
        return 2
    if fresh:
        print(table(COLUMNS, fresh))
    if fresh and results:
        write_section(results, SECTION, f"{NOTE}\n\n{table(COLUMNS, merge(load_tasks(), fresh, previous))}")
        log.print(f"Written to {results}")
    return 1 if failed else 0


def _run(
    tasks: Sequence[Task], bench: Path, sample: int | None, previous: Sequence[Row], log: Console
) -> tuple[list[Row], bool]:
    product = Product()
    commands = product.known({task.command for task in tasks})
    fresh: list[Row] = []
    failed = False
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with tempfile.TemporaryDirectory() as folder, Progress(*columns, console=log) as progress:
        for task in tasks:
            if task.command not in commands:
                log.print(f"{task.name}: not yet: there is no command `dateline {task.command}`")
                continue
            line = progress.add_task(task.name, total=None)
            try:
                staged = stage(task, bench, Path(folder), sample=sample)
                progress.update(line, description=f"{task.name}: {task.command} on {staged.extent}")
                answers = answer(product, staged)
                figures = score(staged, answers)
            except BenchError as error:
                log.print(f"{task.name}: {error}", style="red", markup=False)
                failed = True
                continue
            finally:
                progress.update(line, total=1, completed=1)
            for said, reports in failed_stages(answers).items():
                log.print(f"{task.name}: in {reports} reports {said}", style="yellow", markup=False)
            fresh += rows_of(task, figures, on=staged.extent, previous=previous)
    for row in fresh:
        if row["before"].endswith("(fell)"):
            log.print(
                f"{row['task']} {row['figure']}: {row['ours']}, was {row['before']}", style="yellow", markup=False
            )
    return fresh, failed


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.run", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--task", action="append", metavar="T", help="only this task (may be given several times)")
    parser.add_argument(
        "--bench", metavar="FOLDER", help="the development sets (else $DATELINE_BENCH, ../shared/bench)"
    )
    parser.add_argument("--sample", type=int, metavar="N", help="only about N gold rows of each task")
    parser.add_argument("--results", type=Path, metavar="FILE", help=f"where the table goes (default: {RESULTS.name})")
    return parser


if __name__ == "__main__":
    sys.exit(main())

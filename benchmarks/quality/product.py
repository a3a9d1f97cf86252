"""The product from outside: its commands, run as a user runs them, each turning a staged task into a file of answers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.samples import Staged, read_rows, write_rows
from benchmarks.quality.tasks import BenchError

PARTIAL = 3
"""The exit code that says: done, but some reports failed. They count as unanswered."""


_TELLING_OPTION = {"link": "--mentions", "timeline": "--dates"}

JOBS = ("--jobs", str(os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Product:
    """The `dateline` command."""

    program: tuple[str, ...] = (str(Path(sys.executable).with_name("dateline")),)

    def known(self, commands: Iterable[str]) -> set[str]:
        """Return those of the commands that there are already, with the option that makes them the one meant."""
        return {name for name in commands if _TELLING_OPTION.get(name, "-o") in self._call(name, "--help").stdout}

    def run(self, command: str, *arguments: str | Path) -> None:
        """Run a command to its end; raises BenchError with its last words when it fails."""
        done = self._call(command, *map(str, arguments))
        if done.returncode not in (0, PARTIAL):
            words = " ".join(done.stderr.split()[-60:])
            raise BenchError(f"dateline {command} ended with exit code {done.returncode}: {words}")

    def _call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        plain = {**os.environ, "NO_COLOR": "1", "TERM": "dumb"}
        return subprocess.run([*self.program, *arguments], capture_output=True, text=True, check=False, env=plain)


def answer(product: Product, staged: Staged) -> Path:
    """Run the command of one task on its inputs and return the file of answers."""
    out = staged.folder / "answers.jsonl"
    _ANSWERS[staged.task.command](product, staged, out)
    return out


def failed_stages(answers: Path) -> dict[str, int]:
    """Return in how many reports each stage failed and so stayed silent, with its error."""
    told = (failure for row in read_rows(answers) for failure in row.get("failures") or ())
    return dict(Counter(f"{failure['stage']}: {failure['error']}: {failure['message']}" for failure in told))


def annotate_together(product: Product, tasks: Sequence[Staged], folder: Path) -> dict[str, Path]:
    """Annotate the reports of several tasks in one run, so that the model is loaded once; return answers by task."""
    merged, out = folder / "merged.jsonl", folder / "merged-answers.jsonl"
    write_rows(
        merged,
        ({**row, "id": f"{item.task.name}/{row['id']}"} for item in tasks for row in read_rows(item.input("reports"))),
    )
    product.run("annotate", merged, *JOBS, "-o", out)
    answers: dict[str, list[dict[str, object]]] = {item.task.name: [] for item in tasks}
    for row in read_rows(out):
        task, _, given = row["id"].partition("/")
        answers[task].append({**row, "id": given})
    paths = {item.task.name: item.folder / "answers.jsonl" for item in tasks}
    for name, path in paths.items():
        write_rows(path, answers[name])
    return paths


def _annotate(product: Product, staged: Staged, out: Path) -> None:
    product.run("annotate", staged.input("reports"), *JOBS, "-o", out)


def _on_reports(product: Product, staged: Staged, out: Path) -> None:
    product.run(staged.task.command, staged.input("reports"), "-o", out)


def _resolve(product: Product, staged: Staged, out: Path) -> None:
    product.run("resolve", staged.input("cases"), "-o", out)


def _extract(product: Product, staged: Staged, out: Path) -> None:
    product.run("extract", *staged.pages, "-o", out)


def _link(product: Product, staged: Staged, out: Path) -> None:
    product.run("link", staged.input("reports"), "--mentions", staged.input("mentions"), "-o", out)


def _timeline(product: Product, staged: Staged, out: Path) -> None:
    rows = []
    for number, gold in enumerate(staged.rows):
        reports, lines = staged.folder / f"{number}.jsonl", staged.folder / f"{number}-answers.jsonl"
        write_rows(reports, staged.reports_between(gold))
        options = ("--dates", str(gold["dates"]), "--sentences", str(gold["sentences"]))
        product.run("timeline", reports, *options, "-o", lines)
        rows += [{**row, "timeline": gold["timeline"]} for row in read_rows(lines)]
    write_rows(out, rows)


_ANSWERS: Mapping[str, Callable[[Product, Staged, Path], None]] = {
    "annotate": _annotate,
    "dedup": _on_reports,
    "stories": _on_reports,
    "resolve": _resolve,
    "extract": _extract,
    "link": _link,
    "timeline": _timeline,
}

"""Hold quality: measure a small fixed sample of each task and compare with the floors of floors.json.

    python -m benchmarks.quality.gate [--update [--reason "..."]] [--bench FOLDER]

--update raises the floors to what was measured. To lower one, or to change the sample it rests on, takes a reason, which is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.quality.product import Product, annotate_together, answer
from benchmarks.quality.samples import stage
from benchmarks.quality.scoring import score
from benchmarks.quality.tasks import BenchError, Task, bench_folder, load_tasks
from benchmarks.results import today

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.005
"""What a figure may lose before it counts as fallen: half a unit of the scorers' last decimal."""

Floors = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A task's figures on the rows whose digest is given."""

    digest: str
    figures: Mapping[str, float]


class FloorLoweredError(Exception):
    """Floors would be lowered and no reason was given; the message names them."""


def measure(bench: Path, tasks: Sequence[Task], product: Product | None = None) -> dict[str, Measured]:
    """Return what the product reaches on the samples, for the tasks that have one and whose command there is."""
    product = product or Product()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = product.known({task.command for task in tasks if task.floor})
        sampled = [task for task in tasks if task.floor and task.command in commands]
        staged = [stage(task, bench, folder, sample=task.floor) for task in sampled]
        together = [item for item in staged if item.task.command == "annotate"]
        answers = annotate_together(product, together, folder) if together else {}
        for item in staged:
            if item.task.name not in answers:
                answers[item.task.name] = answer(product, item)
        return {
            item.task.name: Measured(digest=item.digest, figures=score(item, answers[item.task.name]))
            for item in staged
        }


def problems(floors: Floors, measured: Mapping[str, Measured]) -> list[str]:
    """Return what is wrong: figures below their floor, floors that nothing was measured for, samples that have changed."""
    found = []
    for name, floor in floors.get("floors", {}).items():
        if name not in measured:
            found.append(f"{name}: has a floor but was not measured")
        elif floor["digest"] != measured[name].digest:
            found.append(f"{name}: the sample is not the one its floors were measured on")
        else:
            found += _fallen(name, floor["figures"], measured[name].figures)
    return found


def updated(floors: Floors, measured: Mapping[str, Measured], *, reason: str | None, on: str) -> Floors:
    """Return the floors raised to what was measured; with a reason also lowered, which the history then tells.

    Raises FloorLoweredError when a floor would have to be lowered and there is no reason.
    """
    wrong = problems(floors, measured)
    if wrong and not reason:
        raise FloorLoweredError("; ".join(wrong))
    old = floors.get("floors", {})
    new = {}
    for name, now in sorted(measured.items()):
        same = name in old and old[name]["digest"] == now.digest and not reason
        kept = old[name]["figures"] if same else {}
        new[name] = {
            "digest": now.digest,
            "figures": {figure: max(value, kept.get(figure, value)) for figure, value in now.figures.items()},
        }
    history = list(floors.get("history", []))
    if wrong:
        history.append({"date": on, "reason": reason, "changes": wrong})
    return {"floors": new, "history": history}


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors of a file."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the floors, or update them; the exit code is 1 when a figure fell."""
    given = _parser().parse_args(arguments)
    log = Console(stderr=True)
    bench = bench_folder(given.bench)
    if not bench.is_dir():
        log.print(f"No floor checked: there are no development sets at {bench} (see benchmarks/README.md).")
        return 0
    floors = read_floors()
    try:
        measured = measure(bench, load_tasks())
        if given.update:
            floors = updated(floors, measured, reason=given.reason, on=today())
            FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    except FloorLoweredError as error:
        log.print(
            f"Not updated, since a floor would be lowered; say why with --reason: {error}", style="red", markup=False
        )
        return 1
    except BenchError as error:
        log.print(f"{error}", style="red", markup=False)
        return 2
    print(report(floors, measured))
    wrong = problems(floors, measured)
    for line in wrong:
        log.print(f"{line}", style="red", markup=False)
    return 1 if wrong else 0


def report(floors: Floors, measured: Mapping[str, Measured]) -> str:
    """Return one line a figure: task, figure, value, floor."""
    lines = []
    for name, now in measured.items():
        known = floors.get("floors", {}).get(name, {}).get("figures", {})
        lines += [f"{name}\t{figure}\t{value:.3f}\t{known.get(figure, '-')}" for figure, value in now.figures.items()]
    return "\n".join(lines)


def _fallen(name: str, floor: Mapping[str, float], figures: Mapping[str, float]) -> list[str]:
    return [
        f"{name}: {figure} is {figures.get(figure, 0.0):.3f}, its floor {least:.3f}"
        for figure, least in floor.items()
        if figures.get(figure, 0.0) < least - TOLERANCE
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.gate", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--reason", help="why a floor may be lowered; kept in floors.json")
    parser.add_argument(
        "--bench", metavar="FOLDER", help="the development sets (else $DATELINE_BENCH, ../shared/bench)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

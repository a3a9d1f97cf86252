"""From answers to figures: the scorers are programs of their own and are run as such."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.quality.samples import Staged
from benchmarks.quality.tasks import BenchError


def score(staged: Staged, answers: Path) -> dict[str, float]:
    """Return a task's figures by name, as its scorer gives them; raises BenchError when it gives none."""
    task = staged.task
    scorer = staged.bench / task.scorer
    command = [sys.executable, str(scorer), str(staged.gold), str(answers), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr or done.stdout).strip()[-500:]
        raise BenchError(f"{task.name}: {task.scorer} ended with exit code {done.returncode}: {words}")
    try:
        scores = json.loads(done.stdout.strip().rsplit("\n", 1)[-1])
    except ValueError as error:
        raise BenchError(f"{task.name}: the last line of {task.scorer} is not JSON") from error
    return {figure.name: figure.read(scores) for figure in task.figures}

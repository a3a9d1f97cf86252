"""Running a program in a fresh process: how long it took, and the most memory that it and its children held."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
DATELINE = str(Path(sys.executable).with_name("dateline"))
CHILD = (sys.executable, "-m", "benchmarks.speed.child")
EVERY = 0.1
"""Seconds between two looks at the memory."""


class SpeedError(Exception):
    """A program that was to be measured failed; the message holds its last words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of a program cost: seconds by the clock and of CPUs, peak resident megabytes; and what it printed."""

    seconds: float
    cpu_seconds: float
    megabytes: float
    said: str


def run(*commands: Sequence[str | Path]) -> Run:
    """Run programs at the same time, each in a process of its own, and return what they cost together."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start, cpu = time.perf_counter(), _cpu_of_children()
        started = [subprocess.Popen(list(map(str, c)), stdout=out, stderr=errors, cwd=ROOT) for c in commands]
        peak = 0
        while any(process.poll() is None for process in started):
            peak = max(peak, sum(_resident(process.pid) for process in started))
            time.sleep(EVERY)
        seconds = time.perf_counter() - start
        if failed := [process for process in started if process.returncode]:
            errors.seek(0)
            words = " ".join(errors.read().decode(errors="replace").split()[-60:])
            raise SpeedError(f"{failed[0].args!r} ended with exit code {failed[0].returncode}: {words}")
        out.seek(0)
        cpu = _cpu_of_children() - cpu
        return Run(seconds=seconds, cpu_seconds=cpu, megabytes=peak / 1e6, said=out.read().decode())


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident(pid: int) -> int:
    total = 0
    try:
        process = psutil.Process(pid)
        for one in (process, *process.children(recursive=True)):
            total += one.memory_info().rss
    except psutil.Error:
        return total
    return total

"""Measure speed: bare spaCy and a build over the same reports, a build with nothing to do, and adding to a growing record.

    python -m benchmarks.speed.run [--scale 1.0] [--only build|growth|linking] [--profile] [--bench FOLDER] [--results FILE]

Every figure comes from a fresh process. --scale 0.1 takes a tenth of the reports everywhere; the results say so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from rich.console import Console

from benchmarks.quality.tasks import bench_folder
from benchmarks.results import RESULTS, commit, read_section, table, today, write_section
from benchmarks.speed.corpora import Sample, paragraphs, read_corpus, spread, write_sample
from benchmarks.speed.growing import A_DAY as PLANTED_A_DAY
from benchmarks.speed.growing import GrowingRecord
from benchmarks.speed.growth import A_DAY, AGED_TO, LINKED_TO, Added, add, plot, tabulate
from benchmarks.speed.processes import CHILD, DATELINE, Run, SpeedError, run
from dateline.settings import Settings, load_settings

SECTIONS = {
    "build": "Speed: build",
    "growth": "Speed: growth",
    "linking": "Speed: linking",
    "profile": "Speed: where the time goes",
}
CORPORA = {"news5k": 300, "reuters21k": 500}
GROWN_TO = (1_000, 5_000)
ADDED = 500
TEMPLATES = 1_000
JOBS = (1, 2)

Row = dict[str, str]

NOTES = {
    "build": """*Bare spaCy* runs every component of the same pipeline over the different paragraphs that the build parses, in as
many processes as the build has jobs. Seconds are wall clock and include starting Python and loading the model. Memory is the
sum of the resident memory of all processes, so what they share counts for each. *Again* is the same build once more: nothing
to do. The ratio by the clock holds on a machine that does nothing else; the one of CPU seconds (*in CPU*) nearly everywhere.""",
    "growth": """The same reports are added, by one process, to records of different sizes. Each phase ends with its last word of
progress.""",
    "linking": f"""{A_DAY} real reports are added, as those of its next day, to records of different sizes; then one more that
comes a week too late. Milliseconds, per report, and seconds are of a processor. The records are real reports over and over under
other ids, days, names and words, {PLANTED_A_DAY} a day (speed/growing.py): linked report by report up to
{max(LINKED_TO):,}; beyond that their rows stand once more, years earlier. ![Linking a day's reports](growth.svg)""",
    "profile": """Each moment is charged to the innermost stage or store class at work; the rest is commits,
batching and reading files.""",
}


class Bench:
    """The corpora, a folder to work in, and how much of everything is to be taken."""

    def __init__(self, corpora: Path, folder: Path, scale: float, log: Console) -> None:
        self.folder = folder
        self._corpora = corpora
        self._scale = scale
        self.log = log

    def lines(self, corpus: str) -> list[str]:
        """Return all reports of a corpus."""
        return read_corpus(self._corpora / f"{corpus}.jsonl.gz")

    def scaled(self, number: int) -> int:
        """Return how many reports to take where *number* are meant."""
        return max(2, round(number * self._scale))

    def sample(self, corpus: str, lines: Sequence[str], name: str) -> Sample:
        """Write reports to a file in the folder."""
        return write_sample(corpus, lines, self.folder / f"{name}.jsonl")

    def timed(self, what: str, *commands: Sequence[str | Path]) -> Run:
        """Run programs at once and say what they took."""
        self.log.print(f"{what} ...", end=" ")
        done = run(*commands)
        self.log.print(f"{done.seconds:.1f} s, {done.megabytes:.0f} MB")
        return done


def measure_build(bench: Bench) -> str:
    """Return the table that sets builds beside bare spaCy."""
    rows: list[Row] = []
    for corpus, number in CORPORA.items():
        sample = bench.sample(corpus, spread(bench.lines(corpus), bench.scaled(number)), corpus)
        texts = paragraphs(sample.path, Settings())
        for jobs in JOBS:
            parts = [_write_texts(bench.folder / f"part{part}.json", texts[part::jobs]) for part in range(jobs)]
            bare = bench.timed(f"{corpus}: bare spaCy, {jobs} at once", *((*CHILD, "bare", part) for part in parts))
            store = bench.folder / f"{corpus}-{jobs}.db"
            command = (DATELINE, "build", sample.path, "--store", store, "--jobs", str(jobs))
            built = bench.timed(f"{corpus}: build, {jobs} jobs", command)
            again = bench.timed(f"{corpus}: the same build again", command)
            rows.append(_speed_row(sample, f"bare spaCy x {jobs}", bare))
            rows.append(
                _speed_row(sample, f"build, jobs {jobs}", built)
                | {
                    "times bare spaCy": f"{built.seconds / bare.seconds:.2f}",
                    "in CPU": f"{built.cpu_seconds / bare.cpu_seconds:.2f}",
                    "again, s": f"{again.seconds:.1f}",
                    "store MB per MB of text": f"{_size(store) / sample.megabytes:.1f}",
                }
            )
    return table(list(rows[1]), rows)


def measure_growth(bench: Bench) -> str:
    """Return the table of what adding reports costs, by the size of the record that they are added to."""
    lines = bench.lines("reuters21k")
    end = bench.scaled(max(GROWN_TO))
    added = bench.sample("reuters21k", lines[end : end + bench.scaled(ADDED)], "added")
    rows: list[Row] = []
    for size in map(bench.scaled, GROWN_TO):
        base = bench.sample("reuters21k", lines[end - size : end], f"base{size}")
        store = bench.folder / f"growth-{size}.db"
        jobs = str(os.cpu_count() or 1)
        bench.timed(f"growth: a record of {size}", (DATELINE, "build", base.path, "--store", store, "--jobs", jobs))
        done = bench.timed(f"growth: {added.reports} more", (*CHILD, "phases", store, added.path))
        seconds = json.loads(done.said)
        rows.append(
            {"added": str(added.reports), "to a record of": str(size)}
            | {f"{phase}, s": f"{took:.2f}" for phase, took in seconds.items()}
            | {"peak MB": f"{done.megabytes:.0f}"}
        )
    return table(list(rows[0]), rows)


def measure_linking(bench: Bench) -> str:
    """Return the tables of what each linker takes for a day's reports and for a late one, by size; draw the plot."""
    lines = bench.lines("reuters21k")
    sample = bench.sample("reuters21k", spread(lines, bench.scaled(TEMPLATES)), "templates")
    base = bench.folder / "templates.db"
    bench.timed("linking: the reports", (DATELINE, "build", sample.path, "--store", base))
    record = GrowingRecord(base, bench.folder / "growing.db", load_settings(jobs=1))
    rest = [line for line in lines if line not in set(spread(lines, bench.scaled(TEMPLATES)))]
    fresh = iter(spread(rest, (A_DAY + 1) * len((*LINKED_TO, *AGED_TO))))
    measured: list[Added] = []

    def add_to(path: Path, size: int) -> None:
        bench.log.print(f"linking: {A_DAY} more reports to {size}")
        measured.append(add(path, size, list(islice(fresh, A_DAY + 1)), record=record, folder=bench.folder))

    for size in map(bench.scaled, LINKED_TO):
        record.grow_to(size)
        add_to(record.path, size)
    for size in map(bench.scaled, AGED_TO):
        add_to(record.aged(bench.folder / "aged.db", size), size)
    plot(measured)
    return tabulate(measured)


def measure_stages(bench: Bench) -> str:
    """Return the table of the seconds that each stage takes for itself in a build by one process."""
    rows: list[Row] = []
    for corpus, number in CORPORA.items():
        sample = bench.sample(corpus, spread(bench.lines(corpus), bench.scaled(number) // 2), f"{corpus}-stages")
        store = bench.folder / f"{corpus}-stages.db"
        seconds = json.loads(bench.timed(f"{corpus}: stages", (*CHILD, "stages", store, sample.path)).said)
        whole = sum(seconds.values())
        rows += [
            {
                "reports": f"{sample.reports} of {corpus}",
                "stage": stage,
                "seconds": f"{took:.2f}",
                "share": f"{took / whole:.1%}",
                "microseconds a word": f"{1e6 * took / sample.words:.1f}",
            }
            for stage, took in seconds.items()
        ]
    return table(list(rows[0]), rows)


MEASUREMENTS = {"build": measure_build, "growth": measure_growth, "linking": measure_linking, "profile": measure_stages}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the measurements asked for and write their sections; the exit code is 1 when a program failed."""
    given = _parser().parse_args(arguments)
    log = Console(stderr=True)
    corpora = bench_folder(given.bench) / "corpus"
    if not corpora.is_dir():
        log.print(f"Nothing measured: there are no corpora at {corpora} (see benchmarks/README.md).")
        return 0
    wanted = [given.only] if given.only else ["build", "growth"]
    wanted += ["profile"] if given.profile and "profile" not in wanted else []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            bench = Bench(corpora, Path(folder), given.scale, log)
            try:
                said = f"{_conditions(given.scale)}\n\n{NOTES[name]}\n\n{MEASUREMENTS[name](bench)}"
            except SpeedError as error:
                log.print(f"{name}: {error}", style="red", markup=False)
                return 1
            write_section(given.results, SECTIONS[name], said)
            print(read_section(given.results, SECTIONS[name]))
    return 0


def _speed_row(sample: Sample, what: str, done: Run) -> Row:
    return {
        "reports": f"{sample.reports} of {sample.corpus}",
        "what": what,
        "seconds": f"{done.seconds:.1f}",
        "CPU s": f"{done.cpu_seconds:.1f}",
        "reports/s": f"{sample.reports / done.seconds:.1f}",
        "words/s": f"{sample.words / done.seconds:,.0f}",
        "peak MB": f"{done.megabytes:.0f}",
        "times bare spaCy": "",
        "in CPU": "",
        "again, s": "",
        "store MB per MB of text": "",
    }


def _write_texts(path: Path, texts: Sequence[str]) -> Path:
    path.write_text(json.dumps(texts), encoding="utf-8")
    return path


def _size(store: Path) -> float:
    return sum(path.stat().st_size for path in store.parent.glob(f"{store.name}*")) / 1e6


def _conditions(scale: float) -> str:
    part = "" if scale == 1 else f" **Only {scale:g} of the usual number of reports.**"
    return f"{today()}, commit {commit()}, {os.cpu_count()} CPUs, Python {platform.python_version()}.{part}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.run", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--scale", type=float, default=1.0, help="part of the usual number of reports (default: 1)")
    parser.add_argument("--only", choices=list(MEASUREMENTS), help="only this measurement")
    parser.add_argument("--profile", action="store_true", help="also measure what each stage takes")
    parser.add_argument(
        "--bench", metavar="FOLDER", help="the development sets (else $DATELINE_BENCH, ../shared/bench)"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FILE", help="where the sections go")
    return parser


if __name__ == "__main__":
    sys.exit(main())

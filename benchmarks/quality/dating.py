"""How well reports are dated by their words: the dates of dated reports are hidden, and the answers held against them.

    python -m benchmarks.quality.dating --sample 500

Address, id and outlet are hidden with the date. A report that its own dateline dates in full is left out: that is no question.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from dateline import api
from dateline.model import Document, Interval, Moment, TimeBasis

CORPUS = "corpus/news5k.jsonl.gz"
LONGEST = 12_000
"""Characters of a report; beyond that reports are transcripts and live pages of several days."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The days in which a report was published, by what was hidden, and those that its words tell."""

    truth: Interval
    told: Interval

    @property
    def holds(self) -> bool:
        """Whether the day of publication lies in the answer."""
        return self.told.intersection(self.truth) is not None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("DATELINE_BENCH", "../shared/bench")))
    parser.add_argument("--corpus", default=CORPUS)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", default="dateline-1")
    given = parser.parse_args(arguments)
    path = given.bench / given.corpus
    if not path.exists():
        print(f"no corpus at {path}: nothing measured")
        return
    print(json.dumps(figures(list(answers(sample(path, given.sample, given.seed))))))


def sample(path: Path, size: int, seed: str) -> list[dict[str, Any]]:
    """Return the dated reports whose hashed ids come first."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["published_at"] and len(row["text"]) <= LONGEST]
    return sorted(rows, key=lambda row: blake2b(f"{seed} {row['id']}".encode()).digest())[:size]


def answers(rows: Sequence[dict[str, Any]]) -> Iterator[Answer]:
    """Yield the answer for each report that nothing but its words dates."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hidden.jsonl"
        hidden = ({"id": str(number), "text": row["text"], "language": "en"} for number, row in enumerate(rows))
        path.write_text("".join(json.dumps(row) + "\n" for row in hidden), encoding="utf-8")
        for found in api.date_reports(path):
            if isinstance(found, Document) and found.time.basis in (TimeBasis.TEXT, TimeBasis.UNKNOWN):
                truth = Moment.parse(rows[int(found.name)]["published_at"]).interval
                yield Answer(truth, found.time.interval)


def figures(given: Sequence[Answer]) -> dict[str, Any]:
    """Return how many answers there are, how many hold, and how wide those with two ends are, in days."""
    told = [answer for answer in given if answer.told != Interval()]
    closed = [answer for answer in told if answer.told.days is not None]
    return {
        "reports": len(given),
        "answered": len(told),
        "holds": _share(told),
        "with two ends": len(closed),
        "holds, with two ends": _share(closed),
        "median days": median(answer.told.days or 0 for answer in closed) if closed else None,
        "within a year": sum((answer.told.days or 0) <= 366 for answer in closed),
        "within a month": sum((answer.told.days or 0) <= 31 for answer in closed),
        "a lower end": sum(answer.told.earliest is not None for answer in told),
        "median days after it": _lag(told),
    }


def _share(given: Sequence[Answer]) -> float | None:
    return round(sum(answer.holds for answer in given) / len(given), 3) if given else None


def _lag(given: Sequence[Answer]) -> float | None:
    lags = [_days(answer.told.earliest, answer.truth.latest) for answer in given if answer.holds]
    known = [lag for lag in lags if lag is not None]
    return median(known) if known else None


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first and last else None


if __name__ == "__main__":
    main()

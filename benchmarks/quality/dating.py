"""How well undated reports are dated: the dates of dated reports are hidden, and the answers held against them.

    python -m benchmarks.quality.dating --sample 500
    python -m benchmarks.quality.dating --record t17-libya --sample 400

Address, id and outlet are hidden with the date. A report that its own dateline dates in full is left out: that is no question.
The first command dates reports by their words alone; the second puts those whose ids begin so into a record, hides the dates of
every sixth, and dates these by the record as well.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from dateline import api
from dateline.documents import DocumentReader
from dateline.model import Document, DocumentTime, Interval, RawReport, TimeBasis
from dateline.settings import load_settings

CORPUS = "corpus/news5k.jsonl.gz"
LONGEST = 12_000
"""Characters of a report; beyond that reports are transcripts and live pages of several days."""

HIDDEN = 6
"""In a record, the date of every so many reports is hidden."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The days on which a report was written, by what was hidden, and those that are told without it."""

    truth: Interval
    told: Interval

    @property
    def holds(self) -> bool:
        """Whether the day of writing lies in the answer."""
        return self.told.intersection(self.truth) is not None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print JSON objects."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("DATELINE_BENCH", "../shared/bench")))
    parser.add_argument("--corpus", default=CORPUS)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", default="dateline-1")
    parser.add_argument("--record", metavar="BEGINNING", help="date by a record of the reports whose ids begin so")
    given = parser.parse_args(arguments)
    path = given.bench / given.corpus
    if not path.exists():
        print(f"no corpus at {path}: nothing measured")
        return
    rows = sample(path, given.sample, given.seed, given.record or "")
    if given.record is None:
        print(json.dumps(figures(list(by_words(rows)))))
        return
    words, record = by_record(rows)
    print(json.dumps({"by words": figures(words), "by record": figures(record)}))


def sample(path: Path, size: int, seed: str, beginning: str = "") -> list[Row]:
    """Return the dated reports whose hashed ids come first."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["published_at"] and len(row["text"]) <= LONGEST]
    rows = [row for row in rows if row["id"].startswith(beginning)]
    return sorted(rows, key=lambda row: blake2b(f"{seed} {row['id']}".encode()).digest())[:size]


def by_words(rows: Sequence[Row]) -> Iterator[Answer]:
    """Yield the answer for each report that nothing but its words dates."""
    with TemporaryDirectory() as folder:
        path = _written(folder, [_hidden(row, number) for number, row in enumerate(rows)])
        for found in api.date_reports(path):
            if isinstance(found, Document) and _is_undated(found.time):
                yield Answer(_truth(rows[int(found.name)]), found.time.interval)


def by_record(rows: Sequence[Row]) -> tuple[list[Answer], list[Answer]]:
    """Return the answers by words alone, and by the record as well, for the reports of a record whose dates are hidden."""
    words, record = [], []
    with TemporaryDirectory() as folder:
        reports = [row if number % HIDDEN else _hidden(row, number) for number, row in enumerate(rows)]
        with api.read(_written(folder, reports), jobs=0) as built:
            for number in range(0, len(rows), HIDDEN):
                time = built.report(str(number)).time
                if _is_undated(time):
                    words.append(Answer(_truth(rows[number]), time.interval))
                    record.append(Answer(_truth(rows[number]), built.dated(str(number)).time.interval))
    return words, record


def _hidden(row: Row, number: int) -> Row:
    return {"id": str(number), "text": row["text"], "language": "en"}


def _written(folder: str, rows: Sequence[Row]) -> Path:
    path = Path(folder) / "hidden.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _is_undated(time: DocumentTime) -> bool:
    return time.basis in (TimeBasis.TEXT, TimeBasis.UNKNOWN)


def _truth(row: Row) -> Interval:
    """Return the document time with nothing hidden: the day of publication, or of the dateline."""
    raw = RawReport(path="", media_type="application/json", fields=row)
    document = DocumentReader(load_settings())(raw)
    if not isinstance(document, Document):
        raise ValueError(f"{row['id']}: {document.message}")
    return document.time.interval


def figures(given: Sequence[Answer]) -> dict[str, Any]:
    """Return how many answers there are, how many hold, and how wide those with two ends are, in days."""
    told = [answer for answer in given if answer.told != Interval()]
    closed = [answer for answer in told if answer.told.days is not None]
    widths = [answer.told.days or 0 for answer in closed]
    return {
        "reports": len(given),
        "answered": _part(len(told), len(given)),
        "holds": _share(told),
        "with two ends": _part(len(closed), len(given)),
        "holds, with two ends": _share(closed),
        "median days": median(widths) if widths else None,
        "within a year": _part(sum(width <= 366 for width in widths), len(given)),
        "within a month": _part(sum(width <= 31 for width in widths), len(given)),
        "median days after the lower end": _lag(told),
    }


def _part(count: int, of: int) -> float | None:
    return round(count / of, 3) if of else None


def _share(given: Sequence[Answer]) -> float | None:
    return _part(sum(answer.holds for answer in given), len(given))


def _lag(given: Sequence[Answer]) -> float | None:
    known = [
        (answer.truth.latest - answer.told.earliest).days
        for answer in given
        if answer.holds and answer.truth.latest and answer.told.earliest
    ]
    return median(known) if known else None


if __name__ == "__main__":
    main()

"""Show what each weight of timeline_weights.tsv is worth on timelines that people made.

    python tools/weigh_timelines.py BENCH [--topic T ...]

BENCH is a folder with timeline/<topic>/reports.jsonl and gold.jsonl, and score_timeline.py beside. Printed are date F1, AR1 and
AR2 with all the weights, and with each of them set to 0: means over the topics, a topic's figure being the mean of its timelines.
The reports of a topic are parsed once, which takes most of the time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any
from unittest.mock import patch

from dateline.links.timelines import ReadReport, assemble_timeline, days, sentences
from dateline.model import Document
from dateline.pipeline.reading import read_documents
from dateline.pipeline.timelines import read_for_timelines
from dateline.resources.timelines import day_weights, sentence_weights
from dateline.settings import Settings

Figures = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's reports as read, and its timelines as people made them."""

    read: list[tuple[Document, ReadReport]]
    gold: list[dict[str, Any]]


def main() -> int:
    """Print the figures with all weights, then without each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--topic", action="append")
    given = parser.parse_args()
    scorer = _scorer(given.bench / "score_timeline.py")
    topics = list(_topics(given.bench / "timeline", given.topic))
    every = {"day": day_weights(), "sentence": sentence_weights()}
    _print("all", _figures(topics, scorer, every))
    for use, weights in every.items():
        for trait in weights:
            _print(f"{use} {trait} 0", _figures(topics, scorer, {**every, use: {**weights, trait: 0.0}}))
    return 0


def _print(name: str, figures: Figures) -> None:
    print(f"{name:28}" + "".join(f"{100 * figure:8.2f}" for figure in figures), flush=True)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timeline", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: expected a Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _topics(folder: Path, wanted: list[str] | None) -> Iterator[Topic]:
    for path in sorted(folder.glob("*/gold.jsonl")):
        if wanted and path.parent.name not in wanted:
            continue
        settings = Settings()
        found = read_documents([path.with_name("reports.jsonl")], settings)
        documents = [item for item in found if isinstance(item, Document)]
        read = [(document, report) for document, report, _ in read_for_timelines(documents, settings)]
        print(f"{path.parent.name}: {len(read)} reports", file=sys.stderr, flush=True)
        yield Topic(read, [json.loads(line) for line in path.open(encoding="utf-8")])


def _figures(topics: list[Topic], scorer: ModuleType, weights: Mapping[str, Mapping[str, float]]) -> Figures:
    with (
        patch.object(days, "day_weights", return_value=weights["day"]),
        patch.object(sentences, "sentence_weights", return_value=weights["sentence"]),
    ):
        scores = [[_score(topic, gold, scorer) for gold in topic.gold] for topic in topics]
    first, second, third = (fmean(fmean(score[n] for score in topic) for topic in scores) for n in range(3))
    return first, second, third


def _score(topic: Topic, gold: dict[str, Any], scorer: ModuleType) -> Figures:
    span = date.fromisoformat(gold["first"]), date.fromisoformat(gold["last"])
    read = [(document, report) for document, report in topic.read if report.day and span[0] <= report.day <= span[1]]
    entries = assemble_timeline(
        (report for _, report in read),
        {document.id: document for document, _ in read},
        dates=gold["dates"],
        sentences=gold["sentences"],
    )
    ours = {entry.day: [evidence.quote for evidence in entry.sentences] for entry in entries}
    theirs: dict[date, list[str]] = {}
    for entry in gold["entries"]:
        theirs.setdefault(date.fromisoformat(entry["date"]), []).extend(entry["sentences"])
    aligned = (scorer.align_many_to_one(ours, theirs, size) for size in (1, 2))
    return scorer.date_f1(ours, theirs), *aligned


if __name__ == "__main__":
    sys.exit(main())

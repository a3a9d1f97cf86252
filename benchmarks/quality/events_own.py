"""Who did what to whom, held against labels of every event of a sentence, so that false alarms count.

    python -m benchmarks.quality.events_own [--errors N] [--set own] [--half 1] [--bench FOLDER]

events_own.jsonl holds one object a sentence: `set`, `report`, `start`, `end`, and `events`, each with `anchor`, the `types` that
are right, `acts` where the act itself has another type, `actors`, `recipients` (null: left open, not checked), `modality` (those
that are right), `happened` where the sentence says when, `mutual` where all are actors, and `optional` where readers may differ:
such an event is neither missed nor a false alarm. A party has `spans`, any of which is right, and may be `optional`.
`attributes` are its details: `names` (any is right), `span`, and `low` and `high`, or the `value` that is right. They are counted
of the events that are found; a label without them has none. How the
labels were given is told in events_own.md. The sets: `own` (events_own_reports.jsonl, made up), `bundled` (examples/data),
`corpus`, single sentences of reports that are not in this repository: left out, and said so, where ../shared/bench is missing, and
`blind` (events_blind_reports.jsonl, made up), whose errors no rule was written from; its `attributes` are null: not checked.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.quality.events_pairing import Pair, pairs
from benchmarks.quality.tasks import bench_folder
from benchmarks.results import RESULTS, commit, table, today, write_section
from dateline import api

LABELS = Path(__file__).with_name("events_own.jsonl")
REPORTS = {
    "own": Path(__file__).with_name("events_own_reports.jsonl"),
    "bundled": Path(__file__).parents[2] / "examples" / "data",
    "blind": Path(__file__).with_name("events_blind_reports.jsonl"),
}
SETS = ("own", "bundled", "corpus", "blind")
CORPUS = ("news5k", "reuters21k")
FLOOR = {"type F": 88.0, "whole P": 89.0, "whole R": 78.0}
"""The least F1 of type, and the least share of answers and of events that are wholly right, on the sets of this repository."""
MEASURES = ("type", "roles", "whole")
SECTION = "Quality: every event of a sentence"
COLUMNS = (
    *(f"{measure} {figure}" for measure in MEASURES for figure in "PRF"),
    *("direction", "modality", "dated", "details P", "details R", "asked", "false alarms"),
)
JSON = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the events of one labelled sentence; `text` is its words."""

    set: str
    report: str
    text: str
    pairs: tuple[Pair, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing happens in the sentence on which readers agree."""
        return not any(pair.gold is not None and not pair.optional for pair in self.pairs)


def outcomes(labels: Iterable[JSON], annotated: Mapping[str, JSON], texts: Mapping[str, str]) -> Iterator[Outcome]:
    """Yield what became of each labelled sentence whose report was annotated."""
    for sentence in labels:
        if sentence["report"] not in annotated:
            continue
        start, end = sentence["start"], sentence["end"]
        told = annotated[sentence["report"]]["events"]
        given = [event for event in told if start <= event["anchor"]["start"] < end]
        text = texts.get(sentence["report"], "")[start:end]
        yield Outcome(
            set=sentence["set"], report=sentence["report"], text=text, pairs=tuple(pairs(sentence["events"], given))
        )


def figures(found: Iterable[Outcome]) -> dict[str, float]:
    """Return precision, recall and F1 of type, of type with both roles, and of the whole coding; shares right; false alarms."""
    counts: Counter[str] = Counter()
    for outcome in found:
        counts["sentences"] += 1
        for pair in outcome.pairs:
            _count(pair, counts, outcome.empty)
    table = {
        f"{measure} {name}": value
        for measure in MEASURES
        for name, value in _rates(counts[measure], counts["given"], counts["asked"]).items()
    }
    for name in ("direction", "modality", "dated"):
        table[name] = _percent(counts[name], counts[f"{name} asked"])
    table |= {f"details {name}": v for name, v in _rates(counts["details"], counts["told"], counts["labelled"]).items()}
    counted = ("sentences", "asked", "given", "false alarms", "false alarms where nothing happens")
    return table | {name: counts[name] for name in counted}


def _count(pair: Pair, counts: Counter[str], empty: bool) -> None:
    if pair.optional:
        return
    counts["asked"] += pair.gold is not None
    counts["given"] += pair.given is not None
    if pair.gold is None:
        counts["false alarms"] += 1
        counts["false alarms where nothing happens"] += empty
    if pair.gold is None or pair.given is None:
        return
    found, missed, wrong = pair.details
    counts["details"] += len(found)
    counts["told"] += len(found) + len(wrong)
    counts["labelled"] += len(found) + len(missed)
    counts["type"] += pair.type_right
    counts["roles"] += pair.type_right and pair.roles_right
    counts["whole"] += pair.type_right and pair.roles_right and bool(pair.modality_right)
    for name, right in (("direction", pair.direction), ("modality", pair.modality_right), ("dated", pair.dated)):
        if right is not None:
            counts[f"{name} asked"] += 1
            counts[name] += right


def read_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """Return the labelled sentences."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(sets: Iterable[str] = SETS, bench: Path | None = None) -> list[Outcome]:
    """Return the outcomes on the sets that are there."""
    labels = [sentence for sentence in read_labels() if sentence["set"] in sets]
    found: list[Outcome] = []
    with TemporaryDirectory() as folder:
        for name in dict.fromkeys(sentence["set"] for sentence in labels):
            chosen = [sentence for sentence in labels if sentence["set"] == name]
            path = REPORTS.get(name) or _corpus(chosen, bench_folder(bench) / "corpus", Path(folder))
            if path is None:
                print(f"{name}: no reports at {bench_folder(bench) / 'corpus'}: left out")
                continue
            annotated = {row["id"]: row for row in api.annotate_reports(path) if isinstance(row, dict)}
            texts = {row["id"]: row["text"] for row in api.extract(path) if isinstance(row, dict)}
            found.extend(outcomes(chosen, annotated, texts))
    return found


def _corpus(labels: Iterable[JSON], corpus: Path, folder: Path) -> Path | None:
    """Write the reports of the corpus up to the last line that is labelled; return the file, None where there is no corpus."""
    last: dict[str, int] = defaultdict(int)
    for sentence in labels:
        last[sentence["report"]] = max(last[sentence["report"]], sentence["end"])
    path = folder / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as written:
        for name in CORPUS:
            if not (corpus / f"{name}.jsonl.gz").exists():
                return None
            with gzip.open(corpus / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
                for row in (json.loads(line) for line in lines):
                    if row["id"] in last:
                        end = row["text"].find("\n", last[row["id"]])
                        json.dump({**row, "text": row["text"][: end if end >= 0 else None]}, written)
                        written.write("\n")
    return path


def half_of(report: str) -> int:
    """Return 1 or 2: which half of the reports this one is in, so that what is learnt on one can be checked on the other."""
    return 1 + blake2b(report.encode()).digest()[0] % 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of each kind")
    parser.add_argument("--set", action="append", choices=SETS)
    parser.add_argument("--half", type=int, choices=(1, 2))
    parser.add_argument("--bench", type=Path)
    parser.add_argument("--write", action="store_true", help="put the figures into RESULTS.md")
    given = parser.parse_args(arguments)
    found = measure(given.set or SETS, given.bench)
    found = [outcome for outcome in found if given.half in (None, half_of(outcome.report))]
    names = (*dict.fromkeys(outcome.set for outcome in found), "all")
    rows = {name: figures(outcome for outcome in found if name in (outcome.set, "all")) for name in names}
    for name, row in rows.items():
        print(f"{name}: {json.dumps(row)}")
    if given.write:
        write_section(RESULTS, SECTION, _written(rows))
    shown: Counter[str] = Counter()
    for outcome in found:
        for pair in outcome.pairs:
            for kind, told in _errors(pair):
                if shown[kind] < given.errors:
                    shown[kind] += 1
                    print(f"{kind}: {outcome.report}: {told}\n    {outcome.text}")


def _errors(pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.error:
        yield pair.error, pair.told
    _, missed, wrong = pair.details
    for label in missed:
        yield "missed detail", f"{'/'.join(label['names'])} {label.get('value') or label.get('low') or ''}"
    for answer in wrong:
        yield "wrong detail", f"{answer['name']} = {answer['value']}, “{answer['text']}”"


def _written(rows: Mapping[str, Mapping[str, float]]) -> str:
    shown = [{"set": name, **{column: f"{row[column]:g}" for column in COLUMNS}} for name, row in rows.items()]
    return (
        f"{today()}, commit {commit()}. Labels of every event of a sentence (quality/events_own.md); *roles*: type and parties; "
        "*whole*: that and the modality. Rules are learnt from these sets: read them as a guard.\n\n"
        + table(("set", *COLUMNS), shown)
    )


def _rates(right: int, given: int, asked: int) -> dict[str, float]:
    return {"P": _percent(right, given), "R": _percent(right, asked), "F": _percent(2 * right, given + asked)}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    main()

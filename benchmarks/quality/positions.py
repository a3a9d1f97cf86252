"""Who stands where on a matter, held against labels read by people, on reports of our own and a few bundled ones.

    python -m benchmarks.quality.positions [--errors N] [--write]

positions.jsonl holds one object a report: `id`, `text` and `published_at` (of a bundled report only the id), and `positions`
with `start`, `end`, `text` of the words for the matter, `topic` (a key of position_topics.tsv), `holder` (names that are right,
any of them), `stance`, `scope` (the states that the matter concerns, empty where the label does not say) and, of a side taken
long ago, `taken`, the year. Labelled from the text alone, before the rules were run on it. The reports hold what is no
position as well: questions, what somebody only reports of others, studies and history, holders whom nobody names, one matter
in two places. A position is right when holder, topic and stance are. The rules have since been fitted to what was wrong here:
read the figures as a guard against loss rather than as what to expect elsewhere.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import RESULTS, commit, table, today, write_section
from dateline import api
from dateline.model import Position

LABELS = Path(__file__).with_name("positions.jsonl")
REPORTS = Path(__file__).parents[2] / "examples" / "data"
TITLE = "Quality: positions"
FLOOR = {"P": 94.0, "R": 78.0}
"""The least of all answers that are right, and of all labels that are answered rightly, in percent."""
JSON = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A label with the answer that meets it, or one of the two alone; `holder` is that of the answer, as the record has it."""

    report: str
    label: JSON | None
    answer: Position | None
    holder: str = ""

    @property
    def right(self) -> bool:
        """Whether a label was met."""
        return self.label is not None and self.answer is not None

    @property
    def scoped(self) -> bool:
        """Whether the label says whom the matter concerns."""
        return self.label is not None and bool(self.label["scope"])

    @property
    def scope_right(self) -> bool:
        """Whether the answer concerns a state of the label, and none that the label leaves out."""
        if self.label is None or self.answer is None:
            return False
        return bool(self.answer.scope) and set(self.answer.scope) <= set(self.label["scope"])


def outcomes(labels: Iterable[JSON], answers: Mapping[str, Sequence[tuple[str, Position]]]) -> Iterator[Outcome]:
    """Yield what became of each label and each answer; *answers* are holders and positions by report, in order of the text."""
    for report in labels:
        left = list(answers.get(report["id"], ()))
        for label in report["positions"]:
            met = next((pair for pair in left if _meets(label, *pair)), None)
            if met is not None:
                left.remove(met)
            yield Outcome(
                report=report["id"], label=label, answer=met[1] if met else None, holder=met[0] if met else ""
            )
        for holder, position in left:
            yield Outcome(report=report["id"], label=None, answer=position, holder=holder)


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """Return precision, recall and F1 of holder, topic and stance, how often the scope of those met is right, and the counts."""
    labelled = [outcome for outcome in found if outcome.label is not None]
    answered = [outcome for outcome in found if outcome.answer is not None]
    right = [outcome for outcome in found if outcome.right]
    scoped = [outcome for outcome in right if outcome.scoped]
    precision, recall = _percent(len(right), len(answered)), _percent(len(right), len(labelled))
    return {
        "P": precision,
        "R": recall,
        "F1": round(2 * precision * recall / (precision + recall), 1) if right else 0.0,
        "scope": _percent(sum(outcome.scope_right for outcome in scoped), len(scoped)),
        "labels": len(labelled),
        "answers": len(answered),
    }


def read_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """Return the labelled reports."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure() -> list[Outcome]:
    """Return the outcomes on the labelled reports."""
    labels = read_labels()
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "own.jsonl"
        own.write_text("".join(f"{json.dumps(report)}\n" for report in labels if "text" in report), encoding="utf-8")
        answers: dict[str, list[tuple[str, Position]]] = {}
        with api.read([own, REPORTS]) as record:
            for held in record.positions():
                answers.setdefault(held.report.name, []).append((held.holder, held.position))
    return list(outcomes(labels, answers))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N wrong answers and N that are missing"
    )
    parser.add_argument("--write", action="store_true", help="write the figures to RESULTS.md")
    given = parser.parse_args(arguments)
    found = measure()
    row = figures(found)
    print("  ".join(f"{name} {value:g}" for name, value in row.items()))
    wrong = [outcome for outcome in found if outcome.label is None]
    missing = [outcome for outcome in found if outcome.answer is None]
    for title, shown in (("wrong", wrong), ("missing", missing)):
        for outcome in shown[: given.errors]:
            print(f"{title}: {outcome.report}: {_told(outcome)}")
    if given.write:
        cells = {name: f"{value:g}" for name, value in row.items()}
        write_section(RESULTS, TITLE, f"{today()}, commit {commit()}.\n\n{table(list(cells), [cells])}")


def _meets(label: JSON, holder: str, position: Position) -> bool:
    same = (position.topic, str(position.stance)) == (label["topic"], label["stance"])
    year = position.taken.earliest.year if position.taken and position.taken.earliest else None
    dated = "taken" not in label or str(year) == label["taken"]
    return same and dated and bool({holder, position.holder.name} & set(label["holder"]))


def _told(outcome: Outcome) -> str:
    if outcome.answer is not None:
        quote = " ".join(outcome.answer.evidence.quote.split())
        return f"{outcome.holder} {outcome.answer.stance} {outcome.answer.topic} {list(outcome.answer.scope)}: {quote}"
    label = outcome.label or {}
    return f"{'/'.join(label['holder'])} {label['stance']} {label['topic']} ({label['start']} {label['text']!r})"


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    main()

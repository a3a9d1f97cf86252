"""Whom pronouns and descriptions mean in the bundled reports, held against labels read by people.

    python -m benchmarks.quality.coreference [--errors N]

coreference.jsonl holds one object a report: `id`, and `mentions` with `start`, `end`, `text`, `form` (pronoun or nominal) and
`means`: the readings that are right, each a list of names (several for a group), none where the words mean nobody whom the
report names. Labelled from the text alone, before the rules were fitted to it; what readers would argue about was left out.
An answer is right when it names all of one reading and nobody else. To stay silent is no error, but costs recall. The rules
have since been fitted to what was wrong here: read the figures as a guard against loss rather than as what to expect elsewhere.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import api
from dateline.resources.gazetteer import gazetteer
from dateline.resources.spelling import normalised

LABELS = Path(__file__).with_name("coreference.jsonl")
REPORTS = Path(__file__).parents[2] / "examples" / "data"
FLOOR = {"P": 93.0, "R": 78.0}
"""The least of all answers that are right, and of all that is asked that is answered rightly, in percent."""
JSON = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One labelled mention with the names that it should and does mean; `given` is empty where nothing was answered."""

    report: str
    start: int
    text: str
    kind: str
    readings: tuple[frozenset[str], ...]
    given: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether the answer is one of the readings."""
        return self.given in self.readings


def outcomes(labels: Iterable[JSON], annotated: Mapping[str, JSON]) -> Iterator[Outcome]:
    """Yield what became of each labelled mention in the annotations, which are found by report."""
    for report in labels:
        answers = annotated.get(report["id"], {}).get("mentions", [])
        for mention in report["mentions"]:
            yield Outcome(
                report=report["id"],
                start=mention["start"],
                text=mention["text"],
                kind=_kind(mention),
                readings=tuple(frozenset(map(_known, names)) for names in mention["means"]),
                given=_given(_answer(mention, answers)),
            )


def figures(found: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Return for each kind of mention, and for all, how many answers are right (P) and how much was answered rightly (R)."""
    counts: Counter[tuple[str, str]] = Counter()
    for outcome in found:
        for kind in (outcome.kind, "all"):
            counts[kind, "asked"] += bool(outcome.readings)
            counts[kind, "answered"] += bool(outcome.given)
            counts[kind, "right"] += outcome.right
    return {
        kind: {
            "P": _percent(counts[kind, "right"], counts[kind, "answered"]),
            "R": _percent(counts[kind, "right"], counts[kind, "asked"]),
            "asked": counts[kind, "asked"],
            "answered": counts[kind, "answered"],
        }
        for kind in sorted({kind for kind, _ in counts})
    }


def read_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """Return the labelled reports."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure() -> list[Outcome]:
    """Return the outcomes on the bundled reports."""
    annotated = {row["id"]: row for row in api.annotate_reports(REPORTS) if isinstance(row, dict)}
    return list(outcomes(read_labels(), annotated))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a line for each kind of mention."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N wrong answers and N that are missing"
    )
    given = parser.parse_args(arguments)
    found = measure()
    for kind, row in figures(found).items():
        print(f"{kind:<12} P {row['P']:5.1f}  R {row['R']:5.1f}  ({row['asked']} asked, {row['answered']} answered)")
    wrong = [outcome for outcome in found if outcome.given and not outcome.right]
    silent = [outcome for outcome in found if outcome.readings and not outcome.given]
    for title, shown in (("wrong", wrong), ("not answered", silent)):
        for outcome in shown[: given.errors]:
            print(f"{title}: {outcome.report} {outcome.start} {outcome.text!r}: {_told(outcome)}")


def _told(outcome: Outcome) -> str:
    wanted = " or ".join(" + ".join(sorted(names)) for names in outcome.readings)
    return f"got {' + '.join(sorted(outcome.given)) or 'nothing'}, not {wanted or 'nobody'}"


def _kind(mention: JSON) -> str:
    """Return the kind under which a mention is counted: the pronoun's number and person, or one or several described."""
    several = any(len(names) > 1 for names in mention["means"])
    if mention["form"] == "nominal":
        return "descriptions of several" if several else "descriptions"
    word = mention["text"].lower()
    if word in ("it", "its", "itself"):
        return "it"
    if word in ("he", "him", "his", "himself", "she", "her", "hers", "herself"):
        return "he, she"
    return "they" if word.startswith("the") or word.startswith("each") else "I, we, you"


def _answer(mention: JSON, answers: Iterable[JSON]) -> JSON | None:
    """Return the annotated mention that is the labelled one: the same words, else one that ends with them."""
    same = [answer for answer in answers if answer["end"] == mention["end"]]
    exact = [answer for answer in same if answer["start"] == mention["start"]]
    if mention["form"] == "pronoun":
        return next(iter(exact), None)
    described = [answer for answer in same if answer["form"] == "nominal"]
    return next(iter([*exact, *described]), None)


def _given(answer: JSON | None) -> frozenset[str]:
    if answer is None:
        return frozenset()
    if answer.get("members"):
        return frozenset(_known(member["name"]) for member in answer["members"])
    return frozenset([_known(answer["name"])] if answer["name"] else [])


def _known(name: str) -> str:
    """Return the name by which the tables know whoever bears it, so that two spellings are one."""
    tables = gazetteer()
    found = {(entry.kind, entry.key) for entry in tables.lookup(name) if entry.how in ("name", "alias")}
    if len(found) != 1:
        return normalised(name)
    kind, key = found.pop()
    table = {"state": tables.states, "organization": tables.organizations, "person": tables.people}[kind]
    return table[key].name


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    main()

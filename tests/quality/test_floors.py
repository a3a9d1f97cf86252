"""The floors of quality: the gate that holds them, and, where the development sets are at hand, the gate at work."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks.quality import gate
from benchmarks.quality.gate import FloorLoweredError, Measured, problems, updated
from benchmarks.quality.product import Product
from benchmarks.quality.samples import choose
from benchmarks.quality.tasks import BenchError, Figure, Task, bench_folder, load_tasks

FLOORS = {"floors": {"times": {"digest": "a1", "figures": {"value F1": 70.0, "strict F1": 60.0}}}, "history": []}


def measured(value: float, strict: float = 60.0, digest: str = "a1") -> dict[str, Measured]:
    return {"times": Measured(digest=digest, figures={"value F1": value, "strict F1": strict})}


@pytest.mark.shared
@pytest.mark.slow
def test_no_figure_is_below_its_floor() -> None:
    bench = bench_folder()
    if not bench.is_dir():
        pytest.skip(f"no development sets at {bench}")
    floors = gate.read_floors()
    if not floors["floors"]:
        pytest.skip("no floors recorded yet")
    assert problems(floors, gate.measure(bench, load_tasks())) == []


@pytest.mark.parametrize("value", [70.0, 69.996, 88.0], ids=["on the floor", "within the tolerance", "above"])
def test_figure_that_holds_is_no_problem(value: float) -> None:
    assert problems(FLOORS, measured(value)) == []


def test_fallen_figure_is_named_with_its_floor() -> None:
    assert problems(FLOORS, measured(69.99)) == ["times: value F1 is 69.990, its floor 70.000"]


def test_floor_that_nothing_was_measured_for_is_a_problem() -> None:
    assert problems(FLOORS, {}) == ["times: has a floor but was not measured"]


def test_figure_that_the_scorer_no_longer_gives_is_a_problem() -> None:
    only_one = {"times": Measured(digest="a1", figures={"value F1": 70.0})}
    assert problems(FLOORS, only_one) == ["times: strict F1 is 0.000, its floor 60.000"]


def test_other_sample_is_a_problem_even_when_figures_rise() -> None:
    assert problems(FLOORS, measured(90.0, digest="b2")) == [
        "times: the sample is not the one its floors were measured on"
    ]


def test_update_raises_a_floor_and_keeps_one_within_the_tolerance() -> None:
    new = updated(FLOORS, measured(75.0, strict=59.997), reason=None, on="2024-01-31")
    assert new["floors"]["times"]["figures"] == {"value F1": 75.0, "strict F1": 60.0}
    assert new["history"] == []


def test_update_without_reason_refuses_to_lower() -> None:
    with pytest.raises(FloorLoweredError, match="value F1 is 65"):
        updated(FLOORS, measured(65.0), reason=None, on="2024-01-31")


def test_update_without_reason_refuses_to_drop_a_task() -> None:
    with pytest.raises(FloorLoweredError, match="not measured"):
        updated(FLOORS, {}, reason=None, on="2024-01-31")


def test_update_with_reason_lowers_and_remembers_why() -> None:
    new = updated(FLOORS, measured(65.0, strict=61.0), reason="fewer false days", on="2024-01-31")
    assert new["floors"]["times"]["figures"] == {"value F1": 65.0, "strict F1": 61.0}
    assert new["history"] == [
        {
            "date": "2024-01-31",
            "reason": "fewer false days",
            "changes": ["times: value F1 is 65.000, its floor 70.000"],
        }
    ]


def test_update_leaves_the_given_floors_alone() -> None:
    before = json.dumps(FLOORS)
    updated(FLOORS, measured(99.0), reason=None, on="2024-01-31")
    assert json.dumps(FLOORS) == before


def test_sample_is_the_same_whatever_the_order_of_the_rows() -> None:
    rows = [{"id": f"r{number}"} for number in range(100)]
    chosen = choose(rows, "id", 10)
    assert len(chosen) == 10
    assert choose(rows[::-1], "id", 10) == chosen[::-1]


def test_larger_sample_holds_the_smaller_one() -> None:
    rows = [{"id": f"r{number}"} for number in range(100)]
    assert all(row in choose(rows, "id", 30) for row in choose(rows, "id", 10))


def test_clusters_are_sampled_whole() -> None:
    rows = [{"id": f"r{number}", "story": number % 7} for number in range(70)]
    chosen = choose(rows, "story", 15)
    assert len(chosen) == 20
    assert len({row["story"] for row in chosen}) == 2


def test_figure_missing_from_the_scores_raises() -> None:
    with pytest.raises(BenchError, match="missing: 'f1'"):
        Figure(name="value F1", at=("value", "f1")).read({"value": {"accuracy": 3.0}})


def test_unknown_task_raises() -> None:
    with pytest.raises(BenchError, match="no such task: tides"):
        load_tasks(only=["tides"])


def test_gate_measures_what_the_product_says_of_the_sample(tmp_path: Path) -> None:
    tasks = [make_task(tmp_path / "bench", name) for name in ("first", "second")]
    found = gate.measure(tmp_path / "bench", tasks, make_product(tmp_path, "annotate"))
    assert found["first"].figures == {"texts in capitals": 3.0}
    assert found["second"].figures == {"texts in capitals": 3.0}
    assert found["first"].digest != found["second"].digest


def test_task_whose_command_does_not_exist_is_not_measured(tmp_path: Path) -> None:
    task = make_task(tmp_path / "bench", "first")
    assert gate.measure(tmp_path / "bench", [task], make_product(tmp_path, "extract")) == {}


def test_product_that_fails_stops_the_gate(tmp_path: Path) -> None:
    task = make_task(tmp_path / "bench", "first")
    with pytest.raises(BenchError, match="exit code 1: no such outlet"):
        gate.measure(tmp_path / "bench", [task], make_product(tmp_path, "annotate", fails=True))


def make_task(bench: Path, name: str) -> Task:
    """Write a little set of five reports, and a scorer that counts answers whose words are in capitals."""
    folder = bench / name
    folder.mkdir(parents=True)
    rows = [{"id": f"{name}{number}", "text": f"word {number}"} for number in range(5)]
    for file in ("reports.jsonl", "gold.jsonl"):
        (folder / file).write_text("".join(json.dumps(row) + "\n" for row in rows))
    (bench / "score.py").write_text(SCORER)
    return Task(
        name=name,
        command="annotate",
        inputs={"reports": f"{name}/reports.jsonl"},
        gold=f"{name}/gold.jsonl",
        scorer="score.py",
        floor=3,
        figures=(Figure(name="texts in capitals", at=("score", "right")),),
    )


def make_product(folder: Path, command: str, *, fails: bool = False) -> Product:
    """Return a product that knows one command, which puts the text of every report in capitals, or fails."""
    script = folder / "product.py"
    script.write_text(PRODUCT)
    return Product((sys.executable, str(script), command, str(int(fails))))


SCORER = """
import json, sys
gold, answers = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
texts = {row["id"]: row["text"] for row in answers}
print("a line for people")
print(json.dumps({"score": {"right": sum(texts[row["id"]] == row["text"].upper() for row in gold)}}))
"""

PRODUCT = """
import json, sys
known, fails, command, *arguments = sys.argv[1:]
if command != known:
    sys.exit(2)
if arguments == ["--help"]:
    sys.exit(print("-o, --output"))
if fails == "1":
    sys.exit("no such outlet")
reports, *_, out = arguments
with open(out, "w") as file:
    for line in open(reports):
        row = json.loads(line)
        file.write(json.dumps({"id": row["id"], "text": row["text"].upper()}) + "\\n")
"""

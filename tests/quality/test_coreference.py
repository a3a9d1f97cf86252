"""The labelled pronouns and descriptions of the bundled reports: the floor, and how answers are counted."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.coreference import FLOOR, figures, measure, outcomes, read_labels


def labelled(text: str, *means: list[str], form: str = "pronoun") -> list[dict[str, Any]]:
    return [{"id": "r", "mentions": [{"start": 10, "end": 12, "text": text, "form": form, "means": list(means)}]}]


def answered(
    name: str | None = None, *members: str, start: int = 10, form: str = "pronoun"
) -> dict[str, dict[str, Any]]:
    mention = {
        "start": start,
        "end": 12,
        "form": form,
        "name": name,
        "members": [{"name": member} for member in members],
    }
    return {"r": {"mentions": [mention]}}


@pytest.mark.slow
def test_no_figure_is_below_its_floor() -> None:
    reached = figures(measure())["all"]
    assert {figure: reached[figure] for figure, least in FLOOR.items() if reached[figure] < least} == {}


def test_labels_stand_where_they_say() -> None:
    marks = [
        (report["id"], mention["start"], mention["end"]) for report in read_labels() for mention in report["mentions"]
    ]
    assert len(marks) == len(set(marks)) > 300


@pytest.mark.parametrize(
    ("means", "answer", "right"),
    [
        ([["Xi Jinping"]], answered("Xi Jinping"), True),
        ([["Volodymyr Zelensky"]], answered("Volodymyr Zelenskyy"), True),
        ([["Xi Jinping"]], answered("Qin Gang"), False),
        ([["Norway", "Sweden"]], answered(None, "Sweden", "Norway"), True),
        ([["Norway", "Sweden"]], answered(None, "Sweden"), False),
        ([["Norway"], ["Government of Norway"]], answered("Government of Norway"), True),
        ([], answered("Norway"), False),
        ([["Norway"]], answered(), False),
    ],
    ids=["same", "other spelling", "other", "group", "part of it", "either reading", "nobody meant", "silent"],
)
def test_an_answer_is_right_when_it_names_one_reading(
    means: list[list[str]], answer: dict[str, Any], right: bool
) -> None:
    (outcome,) = outcomes(labelled("he", *means), answer)
    assert outcome.right is right


def test_silence_costs_recall_and_not_precision() -> None:
    found = [
        *outcomes(labelled("he", ["Norway"]), answered()),
        *outcomes(labelled("he", ["Norway"]), answered("Norway")),
    ]
    assert figures(found)["all"] == {"P": 100.0, "R": 50.0, "asked": 2, "answered": 1}


def test_a_description_is_met_by_its_last_word() -> None:
    (outcome,) = outcomes(
        labelled("the envoy", ["Norway"], form="nominal"), answered("Norway", start=4, form="nominal")
    )
    assert outcome.right

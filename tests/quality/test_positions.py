"""The labelled positions: the floor, and how answers are counted."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.positions import FLOOR, figures, measure, outcomes, read_labels
from dateline.model import Derivation, EntityRef, Evidence, Interval, Moment, Position, Span, Stance


def label(holder: str, *, taken: str | None = None) -> list[dict[str, Any]]:
    given = {"start": 0, "end": 5, "text": "truce", "topic": "ceasefire", "holder": [holder], "stance": "for"}
    return [{"id": "r", "positions": [{**given, "scope": ["PER"], **({"taken": taken} if taken else {})}]}]


def answer(
    stance: Stance = Stance.FOR, *, scope: tuple[str, ...] = ("PER",), taken: Interval | None = None
) -> dict[str, list[tuple[str, Position]]]:
    position = Position(
        id="pos:1",
        document_id="doc:1",
        holder=EntityRef(id="ent:o", name="Oslo"),
        topic="ceasefire",
        scope=scope,
        stance=stance,
        taken=taken,
        matter=Span(0, 5),
        word=Span(6, 8),
        evidence=Evidence.cite("doc:1", "truce now", Span(0, 9)),
        derivation=Derivation(stage="test", version="1", settings=""),
    )
    return {"r": [("Oslo", position)]}


@pytest.mark.slow
def test_no_figure_is_below_its_floor() -> None:
    reached = figures(measure())
    assert {figure: reached[figure] for figure, least in FLOOR.items() if reached[figure] < least} == {}


def test_labels_stand_where_they_say() -> None:
    labels = [(report, one) for report in read_labels() if "text" in report for one in report["positions"]]
    assert all(report["text"][one["start"] : one["end"]] == one["text"] for report, one in labels)
    assert len(labels) > 160


@pytest.mark.parametrize(
    ("labels", "answers", "right", "scope"),
    [
        (label("Oslo"), answer(), 1, 100.0),
        (label("Oslo"), answer(scope=("CHL",)), 1, 0.0),
        (label("Oslo"), answer(Stance.AGAINST), 0, 0.0),
        (label("Lima"), answer(), 0, 0.0),
        (label("Oslo"), {}, 0, 0.0),
        (label("Oslo", taken="1982"), answer(), 0, 0.0),
        (label("Oslo", taken="1982"), answer(taken=Moment.parse("1982").interval), 1, 100.0),
    ],
    ids=["same", "elsewhere", "the other side", "another holder", "silent", "undated", "the right year"],
)
def test_an_answer_is_right_when_holder_matter_and_stance_are(
    labels: list[dict[str, Any]], answers: dict[str, list[tuple[str, Position]]], right: int, scope: float
) -> None:
    found = list(outcomes(labels, answers))
    assert sum(outcome.right for outcome in found) == right
    assert figures(found)["scope"] == scope

"""The labelled events of sentences: that the labels are well formed, how answers are paired and counted, and the floor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality.events_own import FLOOR, REPORTS, figures, measure, outcomes, read_labels
from benchmarks.quality.events_pairing import days, pairs
from dateline import api
from dateline.model import AttributeName, EventType, Modality

SENTENCES = read_labels()
EVENTS = [event for sentence in SENTENCES for event in sentence["events"]]
DAY = {"earliest": "2023-05-02", "latest": "2023-05-02"}


def party(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"spans": [[start, end]], **more}


def gold(**more: Any) -> dict[str, Any]:
    blank = {"anchor": [10, 17], "types": ["CONSULT"], "actors": [party(0, 5)], "recipients": [party(20, 24)]}
    return {**blank, "modality": ["occurred"], **more}


def answer(start: int = 10, *, actors: tuple[int, ...] = (0,), recipients: tuple[int, ...] = (20,), **more: Any) -> Any:
    return {
        "anchor": {"start": start, "end": start + 5},
        "type": "CONSULT",
        "modality": "occurred",
        "actors": [{"start": at, "end": at + 3, "name": "A"} for at in actors],
        "recipients": [{"start": at, "end": at + 3, "name": "B"} for at in recipients],
        **more,
    }


def sentence(*events: dict[str, Any]) -> dict[str, Any]:
    return {"set": "own", "report": "r", "start": 0, "end": 50, "events": list(events)}


def counted(events: list[dict[str, Any]], *answers: Any) -> dict[str, float]:
    return figures(outcomes([sentence(*events)], {"r": {"events": answers}}, {}))


def spans() -> Iterator[tuple[int, int, dict[str, Any]]]:
    for labelled in SENTENCES:
        for event in labelled["events"]:
            parties = [*(event["actors"] or ()), *(event["recipients"] or ())]
            details = [detail["span"] for detail in event.get("attributes") or ()]
            for start, end in [event["anchor"], *details, *(span for party in parties for span in party["spans"])]:
                yield start, end, labelled


@pytest.mark.slow
def test_no_figure_is_below_its_floor() -> None:
    reached = figures(measure(("own", "bundled")))
    assert {figure: reached[figure] for figure, least in FLOOR.items() if reached[figure] < least} == {}


def test_labelled_words_stand_in_their_sentence() -> None:
    marks = list(spans())
    assert [mark for mark in marks if not mark[2]["start"] <= mark[0] < mark[1] <= mark[2]["end"]] == []
    assert len(marks) > 600


def test_codes_of_the_labels_are_those_of_the_model() -> None:
    assert {code for event in EVENTS for code in [*event["types"], *event.get("acts", [])]} <= set(EventType)
    assert {modality for event in EVENTS for modality in event["modality"]} <= set(Modality)
    details = [detail for event in EVENTS for detail in event.get("attributes") or ()]
    assert {name for detail in details for name in detail["names"]} <= set(AttributeName)
    assert all(days(event["happened"]) for event in EVENTS if "happened" in event)


def test_sentences_are_labelled_once_and_no_words_of_others_are_kept() -> None:
    places = [(labelled["report"], labelled["start"]) for labelled in SENTENCES]
    assert len(places) == len(set(places))
    assert sum(labelled["set"] == "corpus" for labelled in SENTENCES) >= 100
    assert len(places) >= 250
    assert '"text":' not in json.dumps(SENTENCES)


@pytest.mark.parametrize("name", ["own", "bundled", "blind"])
def test_sentences_of_this_repository_begin_and_end_as_sentences_do(name: str) -> None:
    path: Path = REPORTS[name]
    texts = {row["id"]: row["text"] for row in api.extract(path) if isinstance(row, dict)}
    wrong = []
    for labelled in (labelled for labelled in SENTENCES if labelled["set"] == name):
        words = texts[labelled["report"]][labelled["start"] : labelled["end"]]
        if words != words.strip() or len(words) < 5:
            wrong.append(words)
    assert wrong == []


def test_an_event_is_right_when_type_parties_and_modality_are() -> None:
    row = counted([gold()], answer())
    assert (row["whole P"], row["whole R"], row["direction"], row["modality"]) == (100.0, 100.0, 100.0, 100.0)


@pytest.mark.parametrize(
    ("label", "given", "figure", "value"),
    [
        (gold(types=["AGREE"]), answer(), "type P", 0.0),
        (gold(), answer(actors=(20,), recipients=(0,)), "direction", 0.0),
        (gold(), answer(actors=(0, 40)), "roles P", 0.0),
        (gold(actors=None), answer(actors=(40,)), "roles P", 100.0),
        (gold(recipients=[]), answer(), "roles P", 0.0),
        (gold(recipients=[party(20, 24, optional=True)]), answer(recipients=()), "roles P", 100.0),
        (gold(mutual=True), answer(actors=(0, 20), recipients=()), "roles P", 100.0),
        (gold(), answer(modality="planned"), "modality", 0.0),
        (gold(), answer(modality="ongoing"), "modality", 100.0),
        (gold(happened="2023-05"), answer(happened=DAY), "dated", 100.0),
        (gold(happened="2023-05-01"), answer(happened=DAY), "dated", 0.0),
        (gold(happened="2023-05"), answer(happened=None), "dated", 0.0),
        (gold(), answer(30), "type R", 100.0),
        (gold(), answer(30, actors=(40,), recipients=()), "type R", 0.0),
    ],
    ids=[
        "other type",
        "reversed",
        "one too many",
        "role left open",
        "nobody",
        "optional party",
        "mutual",
        "other modality",
        "going on",
        "day in the month",
        "other day",
        "no day",
        "other words",
        "other words and nobody of it",
    ],
)
def test_what_is_wrong_is_counted_in_its_figure(label: dict[str, Any], given: Any, figure: str, value: float) -> None:
    assert counted([label], given)[figure] == value


@pytest.mark.parametrize(
    ("answered", "precision", "recall"),
    [
        ({"name": "killed", "low": 12.0, "high": None}, 100.0, 100.0),
        ({"name": "killed", "low": 12.0, "high": 12.0}, 0.0, 0.0),
        ({"name": "wounded", "low": 12.0, "high": None}, 0.0, 0.0),
        ({"name": "killed", "low": 12.0, "high": None, "start": 40}, 0.0, 0.0),
        (None, 0.0, 0.0),
    ],
    ids=["right", "other range", "other name", "other words", "missing"],
)
def test_details_are_right_by_name_words_and_range(
    answered: dict[str, Any] | None, precision: float, recall: float
) -> None:
    label = gold(attributes=[{"names": ["killed"], "span": [30, 35], "low": 12.0, "high": None}])
    found = []
    if answered is not None:
        start = answered.get("start", 31)
        quantity = {"low": answered["low"], "high": answered["high"]}
        found = [{"name": answered["name"], "value": "x", "start": start, "end": start + 4, "quantity": quantity}]
    row = counted([label], answer(attributes=found))
    assert (row["details P"], row["details R"]) == (precision, recall)


def test_an_answer_that_is_nobodys_is_a_false_alarm() -> None:
    row = counted([], answer())
    assert (row["false alarms"], row["false alarms where nothing happens"], row["given"]) == (1, 1, 1)


def test_an_optional_event_is_neither_missed_nor_a_false_alarm() -> None:
    label = gold(optional=True)
    assert [counted([label], *answers)["false alarms"] for answers in ((), (answer(),))] == [0, 0]
    assert counted([label])["asked"] == 0


def test_answers_for_each_voter_are_one_answer() -> None:
    label = gold(actors=[party(0, 5), party(30, 35)], recipients=None)
    assert counted([label], answer(), answer(actors=(30,)))["roles P"] == 100.0


def test_each_answer_is_taken_once() -> None:
    found = list(pairs([gold(), gold(anchor=[10, 17], types=["AGREE"])], [answer()]))
    assert [pair.given is None for pair in found if pair.gold is not None] == [False, True]


def test_days_of_a_label_may_be_a_day_a_month_a_year_or_a_range() -> None:
    assert days("2023-05-02") == (date(2023, 5, 2), date(2023, 5, 2))
    assert days("2023") == (date(2023, 1, 1), date(2023, 12, 31))
    assert days("2024-02..2024-03-05") == (date(2024, 2, 1), date(2024, 3, 5))

"""What a timeline reads of a report: the days its sentences name, in what way, and what makes a sentence hard to read alone."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times import TimeAnnotator
from dateline.links.timelines import ReadReport, read_report
from dateline.model import Sentence
from dateline.settings import Settings
from tests.factories import make_document, parse


def read(text: str, *, published_at: str | None = "2023-05-10") -> ReadReport:
    document = make_document(text, published_at=published_at)
    layers = parse(document)
    return read_report(document, layers.get(Sentence), list(TimeAnnotator(Settings())(document, layers)))


@pytest.mark.parametrize(
    ("text", "day", "traits"),
    [
        ("The dam broke on Monday.", date(2023, 5, 8), set()),
        ("The dam will be rebuilt on 20 May.", date(2023, 5, 20), {"ahead", "planned"}),
        ("The dam broke on Christmas Day 2022.", date(2022, 12, 25), {"festival"}),
    ],
    ids=["past", "to come", "festival"],
)
def test_named_day_and_how_it_is_named(text: str, day: date, traits: set[str]) -> None:
    (passage,) = read(text).passages
    assert [(naming.day, set(naming.traits)) for naming in passage.namings] == [(day, traits)]


@pytest.mark.parametrize("text", ["The dam broke in May 2022.", "The dam broke."], ids=["a month", "no time"])
def test_only_days_are_counted(text: str) -> None:
    assert read(text).passages[0].namings == ()


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("We saw the water come down the valley.", "speaker"),
        ("They left the valley by bus.", "pointing"),
        ("But the wall of the dam held.", "joined"),
        ("Why did the wall of the dam break?", "question"),
        ("No water in the valley.", "verbless"),
        ("DAM BREAKS IN ORLO as the valley sleeps.", "shouting"),
    ],
    ids=str,
)
def test_sentence_that_is_hard_to_read_alone_says_why(text: str, trait: str) -> None:
    assert trait in read(text).passages[0].traits


def test_note_on_the_page_itself_is_left_out() -> None:
    assert read("This article was amended on 9 May 2023.").passages == ()


def test_undated_report_is_read_without_a_day() -> None:
    report = read("The dam broke on Monday.", published_at=None)
    assert report.day is None
    assert report.passages[0].namings == ()


def test_about_keeps_the_sentences_with_one_of_the_words_in_any_form() -> None:
    report = read("The dams broke. A choir sang. Engineers came.").about("dam engineer")
    assert len(report.passages) == 2
